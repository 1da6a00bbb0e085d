//! The AppImage: the files of the package for Debian and the libraries that its window needs, behind a program of our own
//! that mounts or unpacks them (docs/adr/0013).
//!
//! Not by Tauri's own maker: that one fetches its tools when it runs, and this one can be made and tried wherever Debian's
//! packages are.

use std::path::{Path, PathBuf};

use super::{commit_time, deb, version};
use crate::run::Run;
use crate::setup::{is_root, packages_of};
use crate::tree::Tree;

/// What makes it, and what it is tried in.
const PACKAGES: [&str; 2] = ["xtask/packages-stranger.txt", "xtask/packages-appimage.txt"];

/// Where it is tried: a Debian as old as the one that its libraries are of, and one whose glibc is newer.
const SUITES: [&str; 2] = ["bookworm", "trixie"];

/// Makes it and holds it to its weight.
pub(super) fn make(tree: &Tree) -> Result<PathBuf, String> {
    if !is_root(tree) {
        return Err("an AppImage is made in a clean Debian, which takes root to make".to_owned());
    }
    packages_of(tree, &PACKAGES)?;
    let runtime = crate::release::build_static(tree, "appimage-runtime")?;
    let files = deb::files(tree)?;
    let scratch = tree.scratch("appimage")?;
    // By the naming that the specification recommends.
    let image = scratch.join(format!("Todoita-{}-{}.AppImage", version(), std::env::consts::ARCH));
    let script = tree.needed("packaging/linux/appimage.sh", "it makes the AppImage")?;
    Run::new(tree, script, &[])
        .arg(files)
        .arg(runtime)
        .arg(scratch.join("debian"))
        .arg(&image)
        .env("SOURCE_DATE_EPOCH", commit_time(tree)?)
        .show()?;
    println!("{}", image.display());
    crate::size::weigh_package("AppImage", &image)?;
    Ok(image)
}

/// Starts it by both ways in clean Debians without WebKitGTK, and does the main job with it.
pub(super) fn try_out(tree: &Tree, image: &Path) -> Result<(), String> {
    use crate::setup::{Part, ready};

    ready(tree, &[Part::Packages, Part::Nextest])?;
    let plays = crate::binaries::path(tree, "todoita-tests::window")?;
    let script = tree.needed("tests/package/try-appimage.sh", "it tries the AppImage")?;
    for suite in SUITES {
        let folder = tree.target()?.join("stranger-appimage").join(suite);
        let run = Run::new(tree, script.clone(), &[]).arg(image).arg(folder);
        run.env("SUITE", suite).env("PLAYS", &plays).show()?;
    }
    Ok(())
}
