//! The packages that can be made on this computer, from programs that were built on it. Nothing is downloaded but
//! packages of Debian.
//!
//! Lives here: which there are. Does not live here: what only the release workflow can make (dmg), which is
//! configured in src-tauri/tauri.conf.json.

mod appimage;
mod deb;
mod msi;
mod packed;
mod rpm;
mod setup_exe;

use crate::tree::Tree;

const USAGE: &str = "usage: cargo xtask bundle [deb | rpm | appimage | setup | msi]... [--built] [--try]\n  \
    --built  the programs are there already (those for Windows: in the folder TODOITA_WINDOWS_PROGRAMS, if it is set)\n  \
    --try    install, start and remove what was made, where a stranger would";

/// Makes packages; all that this system can make when none is named.
pub(crate) fn bundle(tree: &Tree, words: &[String]) -> Result<(), String> {
    let has = |flag: &str| words.iter().any(|word| word == flag);
    let kinds: Vec<&str> = words.iter().map(String::as_str).filter(|word| !word.starts_with("--")).collect();
    if let Some(odd) =
        words.iter().find(|word| word.starts_with("--") && !["--built", "--try"].contains(&word.as_str()))
    {
        return Err(format!("`{odd}` is not known here\n{USAGE}"));
    }
    let kinds = if kinds.is_empty() { vec!["deb"] } else { kinds };
    if !has("--built") && kinds.iter().any(|kind| !["setup", "msi"].contains(kind)) {
        crate::setup::ready(tree, &[crate::setup::Part::Packages, crate::setup::Part::Node])?;
        crate::release::build(tree)?;
    }
    for kind in kinds {
        match kind {
            "deb" => deb::make(tree)
                .and_then(|package| if has("--try") { deb::try_out(tree, &package) } else { Ok(()) })?,
            "rpm" => rpm::make(tree)
                .and_then(|package| if has("--try") { rpm::try_out(tree, &package) } else { Ok(()) })?,
            "appimage" => appimage::make(tree)
                .and_then(|image| if has("--try") { appimage::try_out(tree, &image) } else { Ok(()) })?,
            "setup" => setup_exe::make(tree)
                .and_then(|setup| if has("--try") { setup_exe::try_out(tree, &setup) } else { Ok(()) })?,
            "msi" => msi::make(tree)
                .and_then(|made| if has("--try") { msi::try_out(tree, &made) } else { Ok(()) })?,
            _ => return Err(format!("there is no package `{kind}`\n{USAGE}")),
        }
    }
    Ok(())
}

/// The version of the workspace.
fn version() -> &'static str {
    env!("CARGO_PKG_VERSION")
}

/// Seconds since 1970 of the commit that is packed: the same commit makes the same package.
fn commit_time(tree: &Tree) -> Result<String, String> {
    crate::run::Run::new(tree, "git", &["log", "-1", "--format=%ct"])
        .text()
        .map(|text| text.trim().to_owned())
}
