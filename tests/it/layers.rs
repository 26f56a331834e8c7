//! The layers hold: a module uses only modules that its crate's page lists above it, and each outside world has one door.
//!
//! That the core does no I/O is not tested here: `callsheet-core` depends on no crate that could.

use std::fs;
use std::path::{Path, PathBuf};

/// Names that only some modules of the bot may mention.
const DOORS: [(&str, &[&str]); 7] = [
    ("serenity::", &["discord"]),
    ("twilight_gateway::", &["discord"]),
    ("reqwest::", &["itglue", "discord"]),
    ("sqlx::", &["store"]),
    ("chacha20poly1305::", &["store"]),
    ("std::env", &["main"]),
    ("clock::set", &["playground"]),
];

/// What of the standard library reaches outside; the core may name none of it.
const OUTSIDE: [&str; 6] = ["std::fs", "std::net", "std::io", "std::env", "std::process", "std::thread"];

#[test]
fn a_module_uses_only_modules_listed_above_it() {
    let mut wrong = Vec::new();
    for folder in ["src", "core/src"] {
        let page = fs::read_to_string(root().join(folder).join("lib.rs")).unwrap();
        let listed = listed(&page);
        let place = |module: &str| listed.iter().position(|name| name == module);
        for (module, path, code) in sources(folder) {
            // The binary names the crate, and no module can use it.
            if module == "main" || module == "lib" {
                continue;
            }
            let Some(own) = place(&module) else {
                wrong.push(format!("{folder}/lib.rs does not list {module}"));
                continue;
            };
            for used in used_modules(&code) {
                if place(&used).is_none_or(|used| used > own) {
                    wrong.push(format!("{folder}/{}: uses crate::{used}", path.display()));
                }
            }
            if code.contains(&"super::".repeat(path.components().count())) {
                wrong.push(format!("{folder}/{}: reaches other modules by super", path.display()));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn each_outside_world_has_one_door() {
    let mut wrong = Vec::new();
    for (module, path, code) in sources("src") {
        for (name, doors) in DOORS {
            if code.contains(name) && !doors.contains(&module.as_str()) {
                wrong.push(format!("src/{}: names {name}", path.display()));
            }
        }
    }
    for (_, path, code) in sources("core/src") {
        let named = OUTSIDE.iter().filter(|name| code.contains(**name));
        wrong.extend(named.map(|name| format!("core/src/{}: names {name}", path.display())));
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The modules of a crate in the order of its page: "- [`domain`]: …", several in one line too.
fn listed(page: &str) -> Vec<String> {
    let lines = page.lines().filter_map(|line| line.strip_prefix("//! - "));
    let heads = lines.filter_map(|line| line.split(": ").next());
    heads.flat_map(|head| head.split('`').skip(1).step_by(2).map(str::to_owned).collect::<Vec<_>>()).collect()
}

/// Every source file of a crate with the top module it belongs to, and its code without comments and unit tests.
fn sources(folder: &str) -> Vec<(String, PathBuf, String)> {
    let root = root().join(folder);
    let mut found = Vec::new();
    let mut folders = vec![root.clone()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                let inside = path.strip_prefix(&root).unwrap().to_owned();
                let module = inside.components().next().unwrap().as_os_str().to_str().unwrap();
                let module = module.trim_end_matches(".rs").to_owned();
                found.push((module, inside, code(&fs::read_to_string(&path).unwrap())));
            }
        }
    }
    assert!(found.len() > 20, "the sources were not found");
    found
}

/// The file without its comments and its unit tests, which may use any module.
fn code(text: &str) -> String {
    let before_tests = text.split("#[cfg(test)]\nmod tests {").next().unwrap_or_default();
    let is_code = |line: &&str| !line.trim_start().starts_with("//");
    before_tests.lines().filter(is_code).collect::<Vec<_>>().join("\n")
}

fn used_modules(code: &str) -> Vec<String> {
    let after = code.split("crate::").skip(1);
    after.map(|rest| rest.chars().take_while(|char| char.is_alphanumeric() || *char == '_').collect()).collect()
}
