//! The workflows of the forge: linted by zizmor, from its package for Python, kept in the folder for what is built.

use crate::run::Run;
use crate::tree::Tree;

/// The linter, at one version: a newer one may find more, and that is a change of its own.
const LINTER: &str = "zizmor==1.32.0";

/// Lints every workflow. Nothing is asked of the forge.
pub(crate) fn lint(tree: &Tree) -> Result<Vec<String>, String> {
    let place = tree.scratch("linter")?.join("venv");
    crate::python::with(tree, &place, LINTER, "zizmor")?;
    let linter = place.join("bin/zizmor");
    Run::new(tree, linter, &["--offline", "--no-progress", ".github/workflows"]).show()
}
