//! What is taken from elsewhere, and what must not be told of where this was written.

use super::tree::{files, text, toml};

/// Versions before these have a known hole or trap, by the advisories of RustSec.
const AT_LEAST: [(&str, [u64; 3], &str); 8] = [
    ("lettre", [0, 11, 22], "RUSTSEC-2026-0141: the host check was turned around"),
    ("hickory-proto", [0, 26, 1], "RUSTSEC-2026-0118, -0119, -0120"),
    ("hickory-net", [0, 26, 1], "RUSTSEC-2026-0118, -0119, -0120"),
    ("rustls-webpki", [0, 103, 13], "RUSTSEC-2026-0104"),
    ("quick-xml", [0, 41, 0], "unbounded work on hostile files"),
    ("h2", [0, 4, 16], "RUSTSEC-2026-0258"),
    ("time", [0, 3, 47], "RUSTSEC-2026-0009: reading of dates"),
    ("tracing-subscriber", [0, 3, 20], "escape sequences in logs"),
];

/// A second way to encrypt means a second set of roots and rules.
const NEVER: [&str; 4] = ["openssl", "openssl-sys", "native-tls", "tokio-native-tls"];

struct Locked {
    name: String,
    version: [u64; 3],
}

fn locked() -> Vec<Locked> {
    let lock = toml("Cargo.lock");
    let packages = lock["package"].as_array().expect("packages").clone();
    packages
        .iter()
        .map(|package| {
            let mut numbers = package["version"].as_str().unwrap_or_default().split(['.', '-', '+']);
            let mut number = || numbers.next().and_then(|part| part.parse().ok()).unwrap_or_default();
            let version = [number(), number(), number()];
            Locked { name: package["name"].as_str().unwrap_or_default().to_owned(), version }
        })
        .collect()
}

#[test]
fn no_crate_with_a_known_hole_is_used() {
    let locked = locked();
    for (name, least, why) in AT_LEAST {
        for package in locked.iter().filter(|package| package.name == name) {
            assert!(package.version >= least, "{name} {:?}: {why}", package.version);
        }
    }
    assert!(locked.iter().any(|package| package.name == "rustls-webpki"), "the lock file was read");
}

#[test]
fn there_is_one_way_to_encrypt() {
    for package in locked() {
        assert!(!NEVER.contains(&package.name.as_str()), "{}", package.name);
    }
}

#[test]
fn crates_come_from_the_public_index_alone() {
    for line in text("Cargo.lock").lines().filter(|line| line.starts_with("source = ")) {
        assert_eq!(line, "source = \"registry+https://github.com/rust-lang/crates.io-index\"");
    }
}

#[test]
fn modules_are_locked_without_a_place() {
    for file in files("", &["package-lock.json"]) {
        assert!(
            !text(&file).contains("\"resolved\""),
            "{file} names the place one machine took its modules from"
        );
    }
    for file in files("", &[".npmrc"]) {
        assert!(!text(&file).contains("registry="), "{file} names a place");
    }
}

#[test]
fn nothing_names_the_machine_it_was_written_on() {
    let ends = [
        ".rs", ".ts", ".svelte", ".css", ".mjs", ".js", ".py", ".sh", ".toml", ".json", ".md", ".ftl",
        ".yml", ".html", ".txt", ".conf", ".lock",
    ];
    let homes = [
        ["/ro", "ot/"].concat(),
        ["/home", "/"].concat(),
        ["/Us", "ers/"].concat(),
        [":\\Us", "ers\\"].concat(),
    ];
    for file in files("", &ends) {
        let text = text(&file);
        let found = text.lines().position(|line| homes.iter().any(|home| line.contains(home.as_str())));
        assert_eq!(found.map(|line| line + 1), None, "{file} names a folder of somebody's computer");
    }
}

#[test]
fn every_workflow_builds_with_the_same_compiler() {
    let named: Vec<String> = files(".github/workflows", &[".yml"])
        .iter()
        .map(|file| {
            text(file).lines().find_map(|line| line.strip_prefix("  RUST: ")).unwrap_or(file).to_owned()
        })
        .collect();
    assert!(named.len() > 1 && named.windows(2).all(|two| two[0] == two[1]), "{named:?}");
}

#[test]
fn workflows_use_what_a_commit_names() {
    for file in files(".github/workflows", &[".yml"]) {
        for line in text(&file).lines().filter_map(|line| line.split_once("uses: ").map(|(_, used)| used)) {
            let commit = line.split_once('@').map(|(_, rest)| rest.split(' ').next().unwrap_or_default());
            let pinned = commit.is_some_and(|commit| {
                commit.len() == 40 && commit.chars().all(|digit| digit.is_ascii_hexdigit())
            });
            assert!(pinned, "{file}: {line}");
        }
    }
}
