//! Who may know whom. The arrows go one way: contract, wizard, app, then the shell and the command line.

use std::collections::{BTreeMap, BTreeSet};

use super::tree::{files, members, text, toml};

/// What each of these may use of ours, and nothing else. Crates that are not named here may use any but those in
/// [`ENDS`].
const MAY_USE: [(&str, &[&str]); 3] = [("contract", &[]), ("secret", &[]), ("wizard", &["contract"])];

/// Crates that stand at the end of the arrows, with those that may point at them.
const ENDS: [(&str, &[&str]); 5] = [
    ("app", &["cli", "testkit", "todoita-app", "todoita-tests"]),
    ("wizard", &["app", "cli", "testkit", "todoita-app", "todoita-tests"]),
    ("cli", &["todoita-tests"]),
    ("todoita-app", &["todoita-tests"]),
    ("xtask", &[]),
];

/// What waits, reads a clock, or reaches out of the process.
const NOT_IN_THE_WIZARD: [&str; 12] = [
    "SystemTime",
    "Instant",
    "std::fs",
    "std::net",
    "std::env",
    "std::process",
    "std::thread",
    "std::io",
    "async fn",
    "async move",
    ".await",
    "tokio",
];

/// Crates that would bring these along.
const NOT_BENEATH_THE_WIZARD: [&str; 10] =
    ["tokio", "async-std", "smol", "mio", "socket2", "reqwest", "hyper", "rustls", "futures-util", "chrono"];

struct Member {
    name: String,
    file: String,
    /// What it is built from; of ours and others.
    uses: BTreeSet<String>,
    /// What only its tests use.
    tests_use: BTreeSet<String>,
}

fn all() -> Vec<Member> {
    members().into_iter().map(|file| member(&file)).collect()
}

fn member(file: &str) -> Member {
    let manifest = toml(file);
    let table = |key: &str, of: &toml::Table| -> BTreeSet<String> {
        let table = of.get(key).and_then(toml::Value::as_table);
        table.map(|table| table.keys().cloned().collect()).unwrap_or_default()
    };
    let mut uses = table("dependencies", &manifest);
    uses.extend(table("build-dependencies", &manifest));
    for target in manifest.get("target").and_then(toml::Value::as_table).into_iter().flat_map(|t| t.values())
    {
        uses.extend(target.as_table().map(|target| table("dependencies", target)).unwrap_or_default());
    }
    let name = manifest["package"]["name"].as_str().expect("a name").to_owned();
    Member { name, file: file.to_owned(), uses, tests_use: table("dev-dependencies", &manifest) }
}

#[test]
fn only_the_shell_knows_tauri() {
    for member in all().iter().filter(|member| member.name != "todoita-app") {
        let known = member.uses.iter().chain(&member.tests_use).find(|name| name.starts_with("tauri"));
        assert_eq!(known, None, "{}", member.file);
    }
}

#[test]
fn the_arrows_between_our_crates_go_one_way() {
    let all = all();
    let ours: BTreeSet<&str> = all.iter().map(|member| member.name.as_str()).collect();
    for member in &all {
        let used = member.uses.iter().map(String::as_str).filter(|name| ours.contains(name));
        let used: BTreeSet<&str> = used.collect();
        if let Some((_, allowed)) = MAY_USE.iter().find(|(name, _)| *name == member.name) {
            assert!(used.iter().all(|name| allowed.contains(name)), "{} uses {used:?}", member.file);
        }
        for (end, from) in ENDS {
            let tests = member.tests_use.contains(end) && !from.contains(&member.name.as_str());
            let points = used.contains(end) && !from.contains(&member.name.as_str());
            assert!(!points && !tests, "{} must not know {end}", member.file);
        }
    }
}

#[test]
fn the_fakes_are_for_tests_and_the_demonstration_only() {
    for member in all().iter().filter(|member| member.uses.contains("testkit")) {
        let manifest = toml(&member.file);
        let optional = manifest["dependencies"]["testkit"].get("optional").and_then(toml::Value::as_bool);
        assert_eq!(optional, Some(true), "{}: testkit outside of the tests", member.file);
        let defaults = manifest.get("features").and_then(|features| features.get("default")?.as_array());
        let demo = defaults.is_some_and(|names| names.iter().any(|name| name.as_str() == Some("demo")));
        assert!(!demo, "{}: the demonstration is never built by default", member.file);
    }
}

#[test]
fn nothing_beneath_the_wizard_waits_or_reaches_out() {
    let mut beneath = BTreeMap::new();
    for package in toml("Cargo.lock")["package"].as_array().expect("packages") {
        let uses = package.get("dependencies").and_then(toml::Value::as_array);
        let uses = uses.into_iter().flatten().filter_map(toml::Value::as_str);
        let uses: Vec<String> = uses.filter_map(|name| Some(name.split(' ').next()?.to_owned())).collect();
        beneath.insert(package["name"].as_str().unwrap_or_default().to_owned(), uses);
    }
    let mut seen = BTreeSet::new();
    let mut next: Vec<String> = ["wizard", "contract"]
        .into_iter()
        .flat_map(|name| member(&format!("crates/{name}/Cargo.toml")).uses)
        .filter(|name| name != "contract" && name != "ts-rs")
        .collect();
    while let Some(name) = next.pop() {
        assert!(!NOT_BENEATH_THE_WIZARD.contains(&name.as_str()), "{name} is beneath the wizard");
        if seen.insert(name.clone()) {
            next.extend(beneath.get(&name).cloned().unwrap_or_default());
        }
    }
    assert!(seen.contains("serde"), "the lock file was read");
}

#[test]
fn the_wizard_neither_waits_nor_reads_a_clock_nor_reaches_out() {
    for file in files("crates/wizard/src", &[".rs"]).iter().filter(|file| !file.contains("/tests/")) {
        for (number, line) in text(file).lines().enumerate() {
            let code = line.split("//").next().unwrap_or_default();
            let found = NOT_IN_THE_WIZARD.iter().find(|word| code.contains(**word));
            assert_eq!(found, None, "{file}:{}", number + 1);
        }
    }
}

#[test]
fn every_crate_has_the_lints_of_the_workspace() {
    for file in members() {
        let lints = toml(&file).get("lints").and_then(|lints| lints.get("workspace")?.as_bool());
        assert_eq!(lints, Some(true), "{file}");
    }
}
