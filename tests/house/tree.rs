//! The files of the repository, without what is built or installed.

use std::path::{Path, PathBuf};

/// Folders that hold nothing written by hand.
const NOT_OURS: [&str; 8] =
    [".git", "target", "node_modules", "dist", "generated", "gen", "golden", ".svelte-kit"];

pub(crate) fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("the repository").to_path_buf()
}

/// A file as text.
pub(crate) fn text(name: &str) -> String {
    std::fs::read_to_string(root().join(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
}

/// A file as TOML.
pub(crate) fn toml(name: &str) -> toml::Table {
    text(name).parse().unwrap_or_else(|error| panic!("{name}: {error}"))
}

/// A file as JSON.
pub(crate) fn json(name: &str) -> serde_json::Value {
    serde_json::from_str(&text(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
}

/// The names of all files below a folder whose names end so, from the root on, with `/` between.
pub(crate) fn files(folder: &str, ends: &[&str]) -> Vec<String> {
    let mut found = Vec::new();
    walk(&root().join(folder), &mut found);
    let root = root();
    let mut names: Vec<String> = found
        .iter()
        .filter_map(|path| Some(path.strip_prefix(&root).ok()?.to_str()?.replace('\\', "/")))
        .filter(|name| ends.is_empty() || ends.iter().any(|end| name.ends_with(end)))
        .collect();
    names.sort();
    names
}

/// The folders that are members of the workspace.
pub(crate) fn members() -> Vec<String> {
    let mut members: Vec<String> = files("crates", &["/Cargo.toml"]);
    members.extend(
        ["packaging/linux/runtime", "src-tauri", "tests", "xtask"].map(|name| format!("{name}/Cargo.toml")),
    );
    members.retain(|name| !name.starts_with("crates/") || name.matches('/').count() == 2);
    members
}

fn walk(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        let name = entry.file_name().to_string_lossy().into_owned();
        let is_folder = entry.file_type().is_ok_and(|kind| kind.is_dir());
        if is_folder && !NOT_OURS.contains(&name.as_str()) {
            walk(&path, found);
        } else if !is_folder {
            found.push(path);
        }
    }
}
