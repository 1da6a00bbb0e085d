//! Installing what is missing, and nothing when nothing is.

mod node;
mod packages;

use std::cell::RefCell;
use std::collections::BTreeSet;

use crate::run::Run;
use crate::tree::Tree;

/// The nextest that is installed where there is none.
const NEXTEST: &str = "cargo-nextest@0.9.143";

/// What a chore may need.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Part {
    /// The system's libraries, servers and browsers.
    Packages,
    /// cargo-nextest.
    Nextest,
    /// Node, npm and the modules of every folder that has some.
    Node,
}

thread_local! {
    /// What was found ready in this run: it is looked at once.
    static READY: RefCell<BTreeSet<Part>> = const { RefCell::new(BTreeSet::new()) };
}

/// Everything that any chore needs.
pub(crate) fn all(tree: &Tree) -> Result<(), String> {
    ready(tree, &[Part::Packages, Part::Nextest, Part::Node])?;
    println!("everything is there");
    Ok(())
}

/// Sees to it that these parts are there.
pub(crate) fn ready(tree: &Tree, parts: &[Part]) -> Result<(), String> {
    for part in parts {
        if READY.with_borrow(|ready| ready.contains(part)) {
            continue;
        }
        match part {
            Part::Packages => packages::ready(tree)?,
            Part::Nextest => nextest(tree)?,
            Part::Node => node::ready(tree)?,
        }
        READY.with_borrow_mut(|ready| ready.insert(*part));
    }
    Ok(())
}

/// Sees to it that the packages of these lists are there.
pub(crate) fn packages_of(tree: &Tree, lists: &[&str]) -> Result<(), String> {
    packages::ready_of(tree, lists)
}

/// Whether this is root.
pub(crate) fn is_root(tree: &Tree) -> bool {
    Run::new(tree, "id", &["-u"]).text().is_ok_and(|id| id.trim() == "0")
}

fn nextest(tree: &Tree) -> Result<(), String> {
    if Run::cargo(tree, &["nextest", "--version"]).text().is_ok() {
        return Ok(());
    }
    println!("cargo-nextest is missing and is built now; this takes some minutes, once");
    Run::cargo(tree, &["install", "--locked", NEXTEST]).show().map(|_| ())
}
