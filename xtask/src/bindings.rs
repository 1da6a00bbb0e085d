//! The TypeScript side of the border, written by the crate `contract` itself.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use crate::run::Run;
use crate::tree::Tree;

const KEPT: &str = "ui/src/generated";

/// Whether the committed types are those that the contract would write now. Touches nothing.
pub(crate) fn check(tree: &Tree) -> Result<Vec<String>, String> {
    let now = write(tree)?;
    let kept = read(&tree.path(KEPT));
    let differing: Vec<&String> = now
        .keys()
        .chain(kept.keys().filter(|name| !now.contains_key(*name)))
        .filter(|name| now.get(*name) != kept.get(*name))
        .collect();
    if differing.is_empty() {
        return Ok(Vec::new());
    }
    let names = differing.into_iter().map(String::as_str).collect::<Vec<_>>().join(", ");
    Err(format!(
        "{KEPT} is not what the contract says: {names}\nrun `cargo xtask gen` and commit the difference"
    ))
}

/// Writes the types where the screens read them; types that are gone go.
pub(crate) fn renew(tree: &Tree) -> Result<(), String> {
    let now = write(tree)?;
    let folder = tree.path(KEPT);
    let broken = |error: std::io::Error| format!("{KEPT}: {error}");
    std::fs::create_dir_all(&folder).map_err(broken)?;
    let kept = read(&folder);
    for gone in kept.keys().filter(|name| !now.contains_key(*name)) {
        std::fs::remove_file(folder.join(gone)).map_err(broken)?;
    }
    for (name, text) in now.iter().filter(|(name, text)| kept.get(*name) != Some(*text)) {
        std::fs::write(folder.join(name), text).map_err(broken)?;
    }
    println!("{KEPT}: {} types", now.len());
    Ok(())
}

/// The types as they are now, by file name.
fn write(tree: &Tree) -> Result<BTreeMap<String, String>, String> {
    let folder = tree.scratch("types")?;
    std::fs::remove_dir_all(&folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    let folder = tree.scratch("types")?;
    let run = Run::cargo(tree, &["test", "--quiet", "--locked", "-p", "contract", "--features", "ts"]);
    run.env("TS_RS_EXPORT_DIR", &folder).text()?;
    let now = read(&folder);
    if now.is_empty() { Err("the contract wrote no types".to_owned()) } else { Ok(now) }
}

fn read(folder: &Path) -> BTreeMap<String, String> {
    let files = std::fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path());
    let types = files.filter(|path: &PathBuf| path.extension().is_some_and(|end| end == "ts"));
    types
        .filter_map(|path| {
            let name = path.file_name()?.to_str()?.to_owned();
            Some((name, std::fs::read_to_string(&path).ok()?))
        })
        .collect()
}
