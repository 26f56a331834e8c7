//! The notebook's rows: read as far as they can be trusted, also from a damaged file.

use std::collections::BTreeMap;
use std::path::Path;

use futures_util::TryStreamExt;
use serde::de::DeserializeOwned;
use sqlx::sqlite::SqliteConnectOptions;
use sqlx::{AssertSqlSafe, ConnectOptions, Connection, Row as _, SqliteConnection, SqlitePool};

use crate::store::error::StoreError;
use crate::store::key::Key;
use crate::store::notebook::rows::{ATTEMPTS, BINDINGS, Of, Row, SHELVES, Table, proven, trusted};
use callsheet_core::domain::id::{ChannelId, GuildId, UserId};
use callsheet_core::notebook::attempts::Attempt;
use callsheet_core::notebook::guilds::Notebooks;
use callsheet_core::notebook::shelf::Shelf;
use callsheet_core::notebook::{Binding, Notebook};

/// Rows that can be trusted.
#[derive(Default)]
pub(super) struct Pages {
    pub(super) attempts: Vec<Of<Attempt>>,
    pub(super) bindings: BTreeMap<(GuildId, ChannelId), Binding>,
    pub(super) shelves: BTreeMap<(Option<GuildId>, UserId), Shelf>,
    /// Rows that cannot, because they are damaged.
    pub(super) skipped: usize,
    /// Rows that cannot, because the key does not vouch for them.
    pub(super) unproven: usize,
}

impl Pages {
    /// With a key, only what it vouches for.
    pub(super) async fn read(pool: &SqlitePool, key: Option<&Key>) -> Result<Self, StoreError> {
        // One transaction, so that another process's change is seen whole or not at all.
        let mut transaction = pool.begin().await?;
        let mut pages = Self::default();
        pages.read_attempts(&mut transaction, key).await?;
        pages.read_bindings(&mut transaction, key).await?;
        pages.read_shelves(&mut transaction, key).await?;
        Ok(pages)
    }

    async fn read_attempts(&mut self, connection: &mut SqliteConnection, key: Option<&Key>) -> Result<(), StoreError> {
        let attempts = &mut self.attempts;
        let left_out = read_rows(connection, ATTEMPTS, key, |_, attempt| attempts.push(attempt)).await?;
        self.leave_out(left_out);
        Ok(())
    }

    async fn read_bindings(&mut self, connection: &mut SqliteConnection, key: Option<&Key>) -> Result<(), StoreError> {
        let bindings = &mut self.bindings;
        // A binding names its server itself.
        let take = |id, (_, binding): Of<Binding>| {
            bindings.insert((binding.guild, ChannelId(id)), binding);
        };
        let left_out = read_rows(connection, BINDINGS, key, take).await?;
        self.leave_out(left_out);
        Ok(())
    }

    async fn read_shelves(&mut self, connection: &mut SqliteConnection, key: Option<&Key>) -> Result<(), StoreError> {
        let shelves = &mut self.shelves;
        let take = |id, (guild, shelf)| {
            shelves.insert((guild, UserId(id)), shelf);
        };
        let left_out = read_rows(connection, SHELVES, key, take).await?;
        self.leave_out(left_out);
        Ok(())
    }

    fn leave_out(&mut self, (skipped, unproven): (usize, usize)) {
        self.skipped += skipped;
        self.unproven += unproven;
    }

    /// What belongs to each server. What says of none is in no notebook.
    pub(super) fn notebooks(self) -> Notebooks {
        type Parts = (Vec<Attempt>, Vec<(ChannelId, Binding)>, Vec<(UserId, Shelf)>);
        let mut guilds: BTreeMap<GuildId, Parts> = BTreeMap::new();
        for (guild, attempt) in self.attempts {
            if let Some(guild) = guild {
                guilds.entry(guild).or_default().0.push(attempt);
            }
        }
        for ((guild, channel), binding) in self.bindings {
            guilds.entry(guild).or_default().1.push((channel, binding));
        }
        for ((guild, user), shelf) in self.shelves {
            if let Some(guild) = guild {
                guilds.entry(guild).or_default().2.push((user, shelf));
            }
        }
        let notebook = |(attempts, bindings, shelves): Parts| Notebook::of(attempts, bindings, shelves);
        guilds.into_iter().map(|(guild, parts)| (guild, notebook(parts))).collect()
    }
}

/// What can be read of a damaged file: of each table the rows up to the damage, from either end.
pub(super) async fn salvage(path: &Path) -> Vec<Row> {
    // It is evidence, and not to be written to.
    let options = SqliteConnectOptions::new().filename(path).read_only(true).disable_statement_logging();
    let Ok(mut connection) = options.connect().await else { return Vec::new() };
    let mut salvaged = Vec::new();
    for table in [ATTEMPTS, BINDINGS, SHELVES] {
        let mut by_rowid = BTreeMap::new();
        for order in ["ASC", "DESC"] {
            let guild = column(&mut connection, table, "guild").await;
            let tag = column(&mut connection, table, "tag").await;
            let query = AssertSqlSafe(format!("{} ORDER BY rowid {order}", table.select(guild, tag)));
            let mut rows = sqlx::query(query).fetch(&mut connection);
            // An error is the damage that is known already.
            while let Ok(Some(row)) = rows.try_next().await {
                if let (Ok(rowid), Some(row)) = (row.try_get::<i64, _>(5), Row::read(&row, table)) {
                    by_rowid.insert(rowid, row);
                }
            }
        }
        salvaged.extend(by_rowid.into_values());
    }
    let _ = connection.close().await;
    salvaged
}

/// The name of a column, or what stands for it where the table is as an older version has left it, without it.
async fn column(connection: &mut SqliteConnection, table: Table, name: &'static str) -> &'static str {
    let columns = "SELECT count(*) FROM pragma_table_info(?1) WHERE name = ?2";
    match sqlx::query_scalar(columns).bind(table.name).bind(name).fetch_one(connection).await {
        // A binding has always named its server.
        Ok(0_i64) if table.name == BINDINGS.name && name == "guild" => {
            "CASE WHEN json_valid(record) THEN CAST(json_extract(record, '$.guild') AS INTEGER) END"
        }
        Ok(0_i64) => "NULL",
        _ => name,
    }
}

/// Hands over the rows that can be trusted and counts those that cannot: damaged, and not vouched for. An error is one of
/// the table.
async fn read_rows<T: DeserializeOwned>(
    connection: &mut SqliteConnection,
    table: Table,
    key: Option<&Key>,
    mut take: impl FnMut(u64, Of<T>),
) -> Result<(usize, usize), StoreError> {
    let query = AssertSqlSafe(format!("{} ORDER BY rowid", table.select("guild", "tag")));
    let mut rows = sqlx::query(query).fetch(connection);
    let (mut skipped, mut unproven) = (0, 0);
    while let Some(row) = rows.try_next().await? {
        match trusted(&row, table, key) {
            Ok((id, record)) => take(id, record),
            Err(_) if proven(&row, table, key).is_err() && proven(&row, table, None).is_ok() => unproven += 1,
            Err(_) => skipped += 1,
        }
    }
    Ok((skipped, unproven))
}
