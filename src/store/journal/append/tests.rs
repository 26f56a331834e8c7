use secrecy::ExposeSecret;
use tempfile::TempDir;

use super::*;
use crate::store::journal::{checkpoint, file};

/// An error at the second of three rows, or with a key at the checkpoint that is written after them.
#[tokio::test]
async fn an_error_in_the_middle_of_an_append_leaves_nothing() {
    let at_a_row = "CREATE TRIGGER stop BEFORE INSERT ON journal WHEN new.seq = 3 BEGIN SELECT raise(ABORT, 'no'); END";
    let at_the_end = "CREATE TRIGGER stop BEFORE INSERT ON checkpoint BEGIN SELECT raise(ABORT, 'no'); END";
    let key = Key::parse(Key::generate().unwrap().expose_secret()).unwrap();
    for (key, refuse) in [(None, at_a_row), (Some(&key), at_a_row), (Some(&key), at_the_end)] {
        let folder = TempDir::new().unwrap();
        let path = folder.path().join("callsheet.db.audit");
        let (mut connection, mut other) = (file::connect(&path).await.unwrap(), file::connect(&path).await.unwrap());
        if let Some(key) = key {
            checkpoint::begin(&mut connection, key).await.unwrap();
        }
        let [first, second, third, fourth] = ["1", "2", "3", "4"].map(str::to_owned);
        let Added { head, checkpoint, broken: None } =
            append(&mut connection, &[first], Known::Nothing, None, key).await.unwrap()
        else {
            panic!("nothing is broken yet")
        };
        sqlx::raw_sql(refuse).execute(&mut other).await.unwrap();
        let refused =
            append(&mut connection, &[second, third, fourth.clone()], Known::Own(head), checkpoint, key).await;
        assert!(refused.is_err(), "{refused:?}");
        drop(connection);
        // Another process can write at once, and finds what was there before.
        sqlx::raw_sql("DROP TRIGGER stop").execute(&mut other).await.unwrap();
        assert_eq!(rows::head(&mut other).await.unwrap(), head);
        let next = append(&mut other, &[fourth], Known::Own(head), checkpoint, key).await.unwrap();
        assert_eq!((next.head.seq, next.broken), (2, None));
    }
}
