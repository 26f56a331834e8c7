//! The steps that bring the tables of a database up to date, from the files beside this one.
//!
//! `sqlx::migrate!` would read them too, but builds the database engine a second time, for the compiler.

use std::sync::LazyLock;

use include_dir::{Dir, include_dir};
use sqlx::SqlSafeStr;
use sqlx::migrate::{Migration, MigrationType, Migrator};

static COPY_FILES: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/src/store/migrations");
static JOURNAL_FILES: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/src/store/journal/migrations");

/// The steps for the account's copy and the notebook.
pub(super) static COPY: LazyLock<Migrator> = LazyLock::new(|| migrator(&COPY_FILES));

/// The steps for the journal.
pub(super) static JOURNAL: LazyLock<Migrator> = LazyLock::new(|| migrator(&JOURNAL_FILES));

/// The steps of a folder. A file is named by its number and what it is about: `0004_copy_head.sql`.
fn migrator(folder: &'static Dir<'static>) -> Migrator {
    let step = |file: &'static include_dir::File<'static>| {
        let (version, about) = file.path().file_stem()?.to_str()?.split_once('_')?;
        let sql = file.contents_utf8()?.into_sql_str();
        Some(Migration::new(version.parse().ok()?, about.replace('_', " ").into(), MigrationType::Simple, sql, false))
    };
    Migrator::with_migrations(folder.files().filter_map(step).collect())
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::path::Path;

    use super::*;

    #[test]
    fn every_file_of_a_folder_is_a_step() {
        for (steps, folder) in [(&COPY, "src/store/migrations"), (&JOURNAL, "src/store/journal/migrations")] {
            let files = fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join(folder)).unwrap();
            let mut names: Vec<String> = files.map(|file| file.unwrap().file_name().into_string().unwrap()).collect();
            names.sort();
            let step = |step: &Migration| format!("{:04}_{}.sql", step.version, step.description.replace(' ', "_"));
            assert_eq!(steps.iter().map(step).collect::<Vec<_>>(), names, "{folder}");
        }
    }
}
