//! How long a file may be.

use super::tree::{files, text};

fn lengths(folders: &[&str], ends: &[&str]) -> Vec<(usize, String)> {
    let names = folders.iter().flat_map(|folder| files(folder, ends));
    let mut lengths: Vec<(usize, String)> = names.map(|name| (text(&name).lines().count(), name)).collect();
    lengths.sort();
    lengths
}

fn at(lengths: &[(usize, String)], percent: usize) -> usize {
    lengths[(lengths.len() - 1) * percent / 100].0
}

#[test]
fn rust_files_are_short() {
    let lengths = lengths(&["crates", "packaging", "src-tauri", "tests", "xtask"], &[".rs"]);
    let long: Vec<_> = lengths.iter().filter(|(lines, _)| *lines > 500).collect();
    assert!(long.is_empty(), "over 500 lines: {long:?}");
    assert!(
        at(&lengths, 95) <= 350,
        "of twenty files one may have more than 350 lines: {}",
        at(&lengths, 95)
    );
    assert!(at(&lengths, 50) <= 120, "half of the files have at most 120 lines: {}", at(&lengths, 50));
}

#[test]
fn files_of_the_screens_are_short() {
    let lengths = lengths(&["ui/src", "ui/build", "ui/scripts"], &[".ts", ".svelte", ".css", ".mjs"]);
    let long: Vec<_> = lengths.iter().filter(|(lines, _)| *lines > 250).collect();
    assert!(long.is_empty(), "over 250 lines: {long:?}");
    assert!(at(&lengths, 50) <= 70, "half of the files have at most 70 lines: {}", at(&lengths, 50));
}

#[test]
fn the_shell_is_thin() {
    let lines: usize = lengths(&["src-tauri/src"], &[".rs"]).iter().map(|(lines, _)| lines).sum();
    assert!(lines < 500, "the shell has {lines} lines; what decides belongs into the crate app");
}

#[test]
fn every_module_says_what_lives_in_it() {
    let files = ["crates", "packaging", "src-tauri", "tests", "xtask"]
        .iter()
        .flat_map(|folder| files(folder, &[".rs"]));
    let modules = files.filter(|file| !(file.starts_with("crates/") && file.contains("/tests")));
    let bare = modules.filter(|file| {
        let text = text(file);
        let first = text.lines().find(|line| !line.starts_with("#![")).unwrap_or_default();
        !first.starts_with("//!")
    });
    let bare: Vec<String> = bare.collect();
    assert!(bare.is_empty(), "without a header: {bare:?}");
}
