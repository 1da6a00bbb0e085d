//! What the programs and the screens weigh.

use std::path::Path;

use crate::run::Run;
use crate::setup::{self, Part};
use crate::tree::Tree;
use crate::{release, report};

/// The shell, stripped, at most (docs/adr/0008).
const PROGRAM: u64 = 8_000_000;

/// The same for Windows.
const PROGRAM_WINDOWS: u64 = 10_000_000;

/// The package for Debian and Ubuntu: both programs, the icons and the texts that go with them.
const DEB: u64 = 4_000_000;

/// The same for Fedora, whose packer has no filter for programs.
const RPM: u64 = 4_100_000;

/// The AppImage, most of which is WebKitGTK.
const APPIMAGE: u64 = 115_000_000;

/// The installer for Windows.
const SETUP: u64 = 4_000_000;

/// Builds and weighs.
pub(crate) fn size(tree: &Tree) -> Result<(), String> {
    setup::ready(tree, &[Part::Packages, Part::Node])?;
    release::build(tree)?;
    Run::npm(tree, "ui", &["run", "--silent", "size"]).show()?;
    weigh(tree).map(|_| ())
}

/// Weighs the programs that were built.
pub(crate) fn weigh(tree: &Tree) -> Result<Vec<String>, String> {
    let programs = release::programs(tree)?;
    println!("todoita: {} bytes", grouped(weight(&programs.cli)?));
    hold("todoita-app", &programs.app, PROGRAM)
}

/// Weighs the programs for Windows.
pub(crate) fn weigh_windows(built: &crate::cross::Built) -> Result<Vec<String>, String> {
    println!("todoita.exe: {} bytes", grouped(weight(&built.cli)?));
    hold("todoita-app.exe", &built.app, PROGRAM_WINDOWS)
}

/// Weighs a package for Linux, of whatever kind.
pub(crate) fn weigh_package(kind: &str, package: &Path) -> Result<Vec<String>, String> {
    let most = match kind {
        "rpm" => RPM,
        "AppImage" => APPIMAGE,
        _ => DEB,
    };
    hold(kind, package, most)
}

/// Weighs the installer for Windows.
pub(crate) fn weigh_setup(setup: &Path) -> Result<Vec<String>, String> {
    hold("setup.exe", setup, SETUP)
}

/// A file and what it may weigh.
fn hold(name: &str, path: &Path, most: u64) -> Result<Vec<String>, String> {
    let bytes = weight(path)?;
    let line = format!("{name}: {} bytes of at most {}", grouped(bytes), grouped(most));
    println!("{line}");
    if bytes > most { Err(line) } else { Ok(report::closing_line(&line).into_iter().collect()) }
}

fn weight(path: &Path) -> Result<u64, String> {
    std::fs::metadata(path)
        .map(|file| file.len())
        .map_err(|error| format!("{}: {error}; the layer `release` comes before this one", path.display()))
}

fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut out = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}
