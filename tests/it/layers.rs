//! The layers hold: no module uses one that is listed after it, and each outside world has one door.

use std::fs;
use std::path::{Path, PathBuf};

/// Each module and what it may use of the modules before it.
const LAYERS: [(&str, &[&str]); 35] = [
    ("clock", &[]),
    ("address", &[]),
    ("domain", &[]),
    ("reach", &["domain"]),
    ("notes", &[]),
    ("notebook", &["domain"]),
    ("journal", &["domain"]),
    ("search", &["domain", "reach"]),
    ("access", &["domain"]),
    ("directory", &["access", "domain", "search"]),
    ("view", &["access", "domain", "search", "directory"]),
    ("policy", &["domain", "reach", "access", "directory"]),
    ("escalation", &["access", "view", "domain", "reach", "policy", "notebook"]),
    ("store", &["domain", "directory", "notebook", "journal", "clock"]),
    ("itglue", &["address", "domain", "notes", "clock"]),
    ("sync", &["domain", "directory", "store", "itglue", "clock"]),
    (
        "answer",
        &["access", "journal", "domain", "search", "directory", "reach", "notes", "policy", "notebook", "escalation"],
    ),
    (
        "handlers",
        &[
            "access",
            "view",
            "journal",
            "domain",
            "search",
            "answer",
            "reach",
            "notes",
            "policy",
            "notebook",
            "escalation",
        ],
    ),
    ("plan", &["access", "view", "journal", "domain", "directory", "policy", "notebook", "answer", "handlers"]),
    ("desk", &["access", "journal", "domain", "directory", "store", "policy", "notebook", "answer", "plan", "clock"]),
    ("discord", &["address", "access", "domain", "store", "policy", "notebook", "answer", "plan", "desk", "clock"]),
    ("terminal", &["answer", "plan", "policy"]),
    ("lookalike", &["clock"]),
    ("reload", &["directory", "policy"]),
    ("config", &["address", "reload", "domain", "directory", "policy", "reach", "store", "sync"]),
    ("warn", &["access", "domain", "directory", "policy"]),
    ("telemetry", &["config"]),
    ("failure", &["config", "discord", "itglue", "journal", "store", "sync"]),
    (
        "bot",
        &[
            "answer",
            "notebook",
            "plan",
            "desk",
            "reload",
            "warn",
            "config",
            "directory",
            "store",
            "itglue",
            "sync",
            "discord",
            "failure",
            "clock",
        ],
    ),
    ("screen", &[]),
    (
        "once",
        &["screen", "answer", "desk", "config", "directory", "store", "itglue", "sync", "terminal", "failure", "clock"],
    ),
    (
        "demo",
        &[
            "access",
            "answer",
            "desk",
            "policy",
            "directory",
            "store",
            "itglue",
            "sync",
            "terminal",
            "lookalike",
            "screen",
            "failure",
            "clock",
        ],
    ),
    ("cli", &["domain", "journal"]),
    ("audit", &["screen", "domain", "journal", "config", "store", "cli", "failure"]),
    ("lib", &[]),
];

/// Names that only some modules may mention.
const DOORS: [(&str, &[&str]); 7] = [
    ("serenity::", &["discord"]),
    ("twilight_gateway::", &["discord"]),
    ("reqwest::", &["itglue", "discord"]),
    ("sqlx::", &["store"]),
    ("chacha20poly1305::", &["store"]),
    ("axum::", &["lookalike"]),
    ("std::env", &["main"]),
];

/// Modules that do no I/O at all.
const PURE: [&str; 16] = [
    "address",
    "domain",
    "reach",
    "notes",
    "access",
    "view",
    "policy",
    "notebook",
    "journal",
    "escalation",
    "search",
    "directory",
    "answer",
    "handlers",
    "plan",
    "terminal",
];

#[test]
fn a_module_may_use_only_modules_listed_before_it() {
    for (at, (module, allowed)) in LAYERS.iter().enumerate() {
        for used in *allowed {
            assert!(LAYERS[..at].iter().any(|(name, _)| name == used), "{module} may not use {used}");
        }
    }
}

#[test]
fn no_module_uses_more_than_its_list() {
    let mut wrong = Vec::new();
    for (module, path, text) in sources() {
        // The binary names the crate, and no module can use it.
        if module == "main" {
            continue;
        }
        let allowed = LAYERS.iter().find(|(name, _)| *name == module).map(|(_, allowed)| *allowed);
        let allowed = allowed.unwrap_or_else(|| panic!("{module} is not in the list of layers"));
        for used in used_modules(&text) {
            if used != module && !allowed.contains(&used.as_str()) {
                wrong.push(format!("{}: uses crate::{used}", path.display()));
            }
        }
        let root = "super::".repeat(path.components().count());
        if code(&text).contains(&root) {
            wrong.push(format!("{}: reaches other modules by {root}", path.display()));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn each_outside_world_has_one_door() {
    let mut wrong = Vec::new();
    for (module, path, text) in sources() {
        for (name, doors) in DOORS {
            if code(&text).contains(name) && !doors.contains(&module.as_str()) {
                wrong.push(format!("{}: names {name}", path.display()));
            }
        }
        for name in ["tokio::", "std::fs", "std::net", "std::io", "std::time::SystemTime", "Instant::now", "clock::now"]
        {
            if code(&text).contains(name) && PURE.contains(&module.as_str()) {
                wrong.push(format!("{}: is pure, but names {name}", path.display()));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Every source file with the top module it belongs to.
fn sources() -> Vec<(String, PathBuf, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut found = Vec::new();
    let mut folders = vec![root.clone()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                let inside = path.strip_prefix(&root).unwrap();
                let module = inside.components().next().unwrap().as_os_str().to_str().unwrap();
                let module = module.trim_end_matches(".rs").to_owned();
                found.push((module, inside.to_owned(), fs::read_to_string(&path).unwrap()));
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

fn used_modules(text: &str) -> Vec<String> {
    let code = code(text);
    let after = code.split("crate::").skip(1);
    after.map(|rest| rest.chars().take_while(|char| char.is_alphanumeric() || *char == '_').collect()).collect()
}
