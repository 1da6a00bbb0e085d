//! The programs as they ship, and the screens inside them.

use std::path::PathBuf;

use crate::run::Run;
use crate::tree::Tree;

/// The shell and the command line.
const PACKAGES: [&str; 2] = ["todoita-app", "cli"];

/// Where the release programs are.
pub(crate) struct Programs {
    /// The window.
    pub(crate) app: PathBuf,
    /// The command line.
    pub(crate) cli: PathBuf,
}

/// Where the release programs are, built or not.
pub(crate) fn programs(tree: &Tree) -> Result<Programs, String> {
    Ok(Programs { app: tree.program("release", "todoita-app")?, cli: tree.program("release", "todoita")? })
}

/// Builds both programs with the screens inside, as the screens are now.
pub(crate) fn build(tree: &Tree) -> Result<Vec<String>, String> {
    tree.needed("ui/package.json", "the screens")?;
    Run::npm(tree, "ui", &["run", "--silent", "build"]).show()?;
    let mut args = vec!["build", "--release", "--locked"];
    for package in PACKAGES {
        args.extend(["-p", package]);
    }
    if tree.has_feature("todoita-app", "custom-protocol")? {
        args.extend(["--features", "todoita-app/custom-protocol"]);
    }
    Run::cargo(tree, &args).show()
}

/// Builds the screens where there are none: the shell takes them in at compile time, for lints and tests any will do.
pub(crate) fn screens(tree: &Tree) -> Result<(), String> {
    if tree.path("ui/dist/index.html").is_file() {
        return Ok(());
    }
    tree.needed("ui/package.json", "the screens")?;
    crate::setup::ready(tree, &[crate::setup::Part::Node])?;
    Run::npm(tree, "ui", &["run", "--silent", "build"]).show().map(|_| ())
}
