//! `docs/commands.md`: every command, from the table that the bot itself is made of.

use std::fmt::Write as _;
use std::path::Path;
use std::{env, fs};

use callsheet_core::access::Permission;
use callsheet_core::features::FEATURES;
use serde_json::Value;

const PAGE: &str = "docs/commands.md";

/// Writes the page instead of comparing it.
const UPDATE: &str = "UPDATE_COMMANDS";

fn text<'v>(value: &'v Value, key: &str) -> &'v str {
    value[key].as_str().unwrap()
}

fn permission(permission: Permission) -> &'static str {
    Permission::ALL.iter().find(|(_, known)| *known == permission).unwrap().0
}

/// A command's name as the name of a file.
fn file(name: &str) -> String {
    name.to_lowercase().replace(' ', "-").replace('?', "")
}

fn page() -> String {
    let mut page = String::from(
        "# Commands\n\nMade from the commands' own table by `UPDATE_COMMANDS=1 cargo test --test it commands_page`; the pictures are \
         those of the demo, made by `tests/browser/pictures.mjs`.\n",
    );
    let manifests: Vec<Value> = commands::manifests();
    for feature in FEATURES {
        let manifest = manifests.iter().find(|manifest| text(manifest, "name") == feature.name);
        let manifest = manifest.unwrap_or_else(|| panic!("no manifest of {}", feature.name));
        let name = text(manifest, "name");
        let on_message = manifest["type"] == 3;
        let title = if on_message { format!("Apps > {name}") } else { format!("/{name}") };
        let about = manifest["description"].as_str().filter(|about| !about.is_empty());
        let about =
            about.map_or_else(|| "Who to call at the client that a message names".to_owned(), ToOwned::to_owned);
        let about = about.trim_end_matches('.');
        writeln!(page, "\n## {title}\n\n{about}.\n").unwrap();
        let options = manifest["options"].as_array();
        if let Some(options) = options {
            writeln!(page, "| option | | what it takes |\n|---|---|---|").unwrap();
            for option in options {
                let needed = if option["required"] == true { "needed" } else { "may be left out" };
                writeln!(page, "| `{}` | {needed} | {} |", text(option, "name"), text(option, "description")).unwrap();
            }
            page.push('\n');
        }
        let names: Vec<String> = feature.permissions.iter().map(|one| format!("`{}`", permission(*one))).collect();
        let managers = if feature.for_managers { " Only for those with Manage Server." } else { "" };
        let any = if names.len() > 1 { "any of " } else { "" };
        writeln!(page, "In an `[[access]]` rule of the policy file: {any}{}.{managers}\n", names.join(", ")).unwrap();
        writeln!(page, "![{title}: {about}](pictures/{}.webp)", file(feature.name)).unwrap();
    }
    page
}

#[test]
fn the_page_of_commands_is_what_the_table_says() {
    let page = page();
    if env::var_os(UPDATE).is_some() {
        fs::write(PAGE, &page).unwrap();
    }
    let written = fs::read_to_string(PAGE).unwrap_or_default();
    assert!(written == page, "write {PAGE} anew: {UPDATE}=1 cargo test --test it commands_page");
}

#[test]
fn every_picture_of_the_documents_is_there_and_described() {
    let mut bytes = 0;
    for document in ["README.md", PAGE] {
        let text = fs::read_to_string(document).unwrap();
        let folder = Path::new(document).parent().unwrap();
        let pictures: Vec<(&str, &str)> = text
            .split("![")
            .skip(1)
            .map(|rest| {
                let (about, rest) = rest.split_once("](").unwrap();
                (about, rest.split_once(')').unwrap().0)
            })
            .collect();
        assert!(!pictures.is_empty(), "{document}");
        for (about, path) in pictures {
            assert!(about.len() > 15, "{document}: {path} needs words for those who cannot see it");
            assert!(folder.join(path).is_file(), "{document}: no {path}");
        }
    }
    for file in fs::read_dir("docs/pictures").unwrap() {
        bytes += file.unwrap().metadata().unwrap().len();
    }
    assert!(bytes < 400_000, "the pictures weigh {bytes} bytes");
}
