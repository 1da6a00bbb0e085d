//! Other systems than this one: what Debian's second compiler, which brings its library's source along, can build here.
//!
//! Lives here: that compiler and the packages it needs. Does not live here: what is done for Windows ([`windows`]) and
//! for macOS ([`macos`]).

mod macos;
mod windows;

pub(crate) use macos::check as check_macos;
pub(crate) use windows::check as check_windows;
pub(crate) use windows::{Built, built as built_for_windows, small_program, under_wine};

use std::path::{Path, PathBuf};

use crate::run::Run;
use crate::tree::Tree;

/// Debian's own; the toolchain of rustup has no other target's library and cannot build one.
const CARGO: &str = "/usr/bin/cargo";
const RUSTC: &str = "/usr/bin/rustc";

/// The oldest compiler that these crates can be built with.
const OLDEST: u32 = 90;

/// The library is built for the target first; unwinding is kept as in what ships.
const LIBRARY: &str = "-Zbuild-std=std,panic_unwind";

/// The crates below the shell: nothing in them needs a window.
const BELOW_THE_SHELL: [&str; 18] = [
    "app",
    "cli",
    "contract",
    "diagnosis",
    "discovery",
    "keychain",
    "oauth",
    "providers",
    "records",
    "releases",
    "retrieval",
    "secret",
    "submission",
    "suffixes",
    "testkit",
    "tls",
    "wizard",
    "words",
];

/// Cargo for another system, with that system's folder.
fn cargo(tree: &Tree, what: &str, target: &str, folder: &Path) -> Run {
    Run::new(tree, CARGO, &[what, "--locked", LIBRARY, "--target", target])
        .env("RUSTC", RUSTC)
        // -Zbuild-std is not stable; the compiler is the distribution's and fixed.
        .env("RUSTC_BOOTSTRAP", "1")
        .env("CARGO_TARGET_DIR", folder)
        .env("CARGO_INCREMENTAL", "0")
}

/// Sees to it that a list of packages is installed and that its compiler is new enough.
fn ready(tree: &Tree, list: &str) -> Result<(), String> {
    if !cfg!(target_os = "linux") {
        return Err("this check needs Debian 12: it uses the second compiler that Debian brings".to_owned());
    }
    crate::setup::packages_of(tree, &[list])?;
    let said = Run::new(tree, RUSTC, &["--version"]).text()?;
    let minor = said.split('.').nth(1).and_then(|minor| minor.parse::<u32>().ok());
    if minor.is_none_or(|minor| minor < OLDEST) {
        return Err(format!("{RUSTC} has to be 1.{OLDEST} or newer and is {}", said.trim()));
    }
    crate::release::screens(tree)
}

/// Where what is made for a system lies.
fn folder(tree: &Tree, system: &str) -> Result<PathBuf, String> {
    let folder = tree.target()?.join(system);
    std::fs::create_dir_all(&folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    Ok(folder)
}
