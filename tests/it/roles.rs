//! The documentation of contact types and roles matches the code.

use std::fs;
use std::path::Path;

use callsheet_core::domain::role::Role;
use callsheet_core::domain::role::defaults::{Fit, rows};

const BEGIN: &str = "<!-- table -->\n";
const END: &str = "<!-- end of table -->";

/// Every role, in the order in which words within a name are tried.
fn roles() -> Vec<Role> {
    let mut roles = Vec::new();
    for row in rows().filter(|row| row.fit == Fit::Within) {
        if !roles.contains(&row.role) {
            roles.push(row.role);
        }
    }
    roles
}

fn table() -> String {
    let mut table = "| role | stated: the whole name is | guessed: the whole name is | guessed: in the name stands |\n\
        |---|---|---|---|\n"
        .to_owned();
    for role in roles() {
        let words = |fit: Fit| {
            let words: Vec<&str> =
                rows().filter(|row| row.role == role && row.fit == fit).map(|row| row.words).collect();
            if words.is_empty() { "–".to_owned() } else { words.join(", ") }
        };
        let name = serde_json::to_value(role).unwrap();
        let cells =
            [format!("`{}`", name.as_str().unwrap()), words(Fit::Literal), words(Fit::Whole), words(Fit::Within)];
        table.extend(["| ", &cells.join(" | "), " |\n"]);
    }
    table
}

#[test]
fn the_documented_table_is_the_one_in_force() {
    assert_eq!(roles().len(), 7, "a role without words has no row");
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/roles.md");
    let document = fs::read_to_string(&path).unwrap();
    let (head, rest) = document.split_once(BEGIN).unwrap();
    let (documented, tail) = rest.split_once(END).unwrap();
    if documented != table() {
        fs::write(&path, format!("{head}{BEGIN}{}{END}{tail}", table())).unwrap();
        panic!("docs/roles.md was not what the code does; it is written anew now, to be looked at and committed");
    }
}
