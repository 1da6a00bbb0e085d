//! What the programs and the screens weigh.

use std::path::Path;

use crate::run::Run;
use crate::setup::{self, Part};
use crate::tree::Tree;
use crate::{release, report};

/// The shell, stripped, at most (docs/adr/0008).
const PROGRAM: u64 = 9_000_000;

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
    let app = weight(&programs.app)?;
    let line = format!("todoita-app: {} bytes of at most {}", grouped(app), grouped(PROGRAM));
    println!("{line}\ntodoita: {} bytes", grouped(weight(&programs.cli)?));
    if app > PROGRAM {
        return Err(line);
    }
    Ok(report::closing_line(&line).into_iter().collect())
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
