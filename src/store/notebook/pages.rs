//! The notebook's rows: read as far as they can be trusted, also from a damaged file.

use std::collections::BTreeMap;
use std::path::Path;

use futures_util::TryStreamExt;
use serde::de::DeserializeOwned;
use sqlx::{AssertSqlSafe, Connection, Row as _, SqliteConnection, SqlitePool};

use crate::store::error::Result;
use crate::store::key::Key;
use crate::store::notebook::rows::{ATTEMPTS, BINDINGS, Row, SHELVES, Table, proven, trusted};
use crate::store::open;
use callsheet_core::domain::id::{ChannelId, GuildId, UserId};
use callsheet_core::notebook::attempts::Kept;
use callsheet_core::notebook::guilds::Notebooks;
use callsheet_core::notebook::shelf::Shelf;
use callsheet_core::notebook::{Binding, Notebook};

/// What belongs to one server.
type Parts = (Vec<Kept>, Vec<(ChannelId, Binding)>, Vec<(UserId, Shelf)>);

/// Rows that can be trusted, by the server they belong to. What says of none is left out.
#[derive(Default)]
pub(super) struct Pages {
    guilds: BTreeMap<GuildId, Parts>,
    /// Rows that cannot, because they are damaged.
    pub(super) skipped: usize,
    /// Rows that cannot, because the key does not vouch for them.
    pub(super) unproven: usize,
}

impl Pages {
    /// With a key, only what it vouches for.
    pub(super) async fn read(pool: &SqlitePool, key: Option<&Key>) -> Result<Self> {
        // One transaction, so that another process's change is seen whole or not at all.
        let mut transaction = pool.begin().await?;
        let (mut pages, connection) = (Self::default(), &mut *transaction);
        let stored = |guild, _: &_| guild;
        pages.read_rows(connection, ATTEMPTS, key, stored, |parts, _, attempt| parts.0.push(attempt)).await?;
        // A binding names its server itself.
        let named = |_, binding: &Binding| Some(binding.guild);
        let bind = |parts: &mut Parts, id, binding| parts.1.push((ChannelId(id), binding));
        pages.read_rows(connection, BINDINGS, key, named, bind).await?;
        let stored = |guild, _: &_| guild;
        pages.read_rows(connection, SHELVES, key, stored, |parts, id, shelf| parts.2.push((UserId(id), shelf))).await?;
        Ok(pages)
    }

    /// Takes the rows that can be trusted, and counts the others. An error is one of the table.
    async fn read_rows<T: DeserializeOwned>(
        &mut self,
        connection: &mut SqliteConnection,
        table: Table,
        key: Option<&Key>,
        guild_of: fn(Option<GuildId>, &T) -> Option<GuildId>,
        take: fn(&mut Parts, u64, T),
    ) -> Result<()> {
        let query = AssertSqlSafe(format!("{} ORDER BY rowid", table.select("guild", "tag")));
        let mut rows = sqlx::query(query).fetch(connection);
        while let Some(row) = rows.try_next().await? {
            match trusted(&row, table, key) {
                Ok((id, guild, record)) => {
                    if let Some(guild) = guild_of(guild, &record) {
                        take(self.guilds.entry(guild).or_default(), id, record);
                    }
                }
                Err(_) if proven(&row, table, key).is_err() && proven(&row, table, None).is_ok() => self.unproven += 1,
                Err(_) => self.skipped += 1,
            }
        }
        Ok(())
    }

    pub(super) fn notebooks(self) -> Notebooks {
        let notebook = |(attempts, bindings, shelves): Parts| Notebook::of(attempts, bindings, shelves);
        self.guilds.into_iter().map(|(guild, parts)| (guild, notebook(parts))).collect()
    }
}

/// What can be read of a damaged file: of each table the rows up to the damage, from either end.
pub(super) async fn salvage(path: &Path) -> Vec<Row> {
    let Ok(mut connection) = open::read_only(path).await else { return Vec::new() };
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
