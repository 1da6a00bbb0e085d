//! The package for Fedora and its relatives, made by Tauri's own maker.

use crate::run::Run;
use crate::tree::Tree;

/// Makes it from the programs that were built.
pub(super) fn make(tree: &Tree) -> Result<(), String> {
    let maker = tauri(tree)?;
    let cli = crate::release::programs(tree)?.cli;
    let files =
        serde_json::json!({ "bundle": { "linux": { "rpm": { "files": { "/usr/bin/todoita": cli } } } } });
    Run::new(tree, maker, &["bundle", "--ci", "--bundles", "rpm", "--config", &files.to_string()]).show()?;
    Ok(())
}

/// Tauri's command line, from its npm package.
fn tauri(tree: &Tree) -> Result<std::path::PathBuf, String> {
    let maker = tree.path("packaging/node_modules/.bin/tauri");
    if !maker.is_file() {
        Run::npm(tree, "packaging", &["ci", "--loglevel=error"]).show()?;
    }
    Ok(maker)
}
