//! Programs that come as packages for Python, each in a folder of its own.

use std::path::{Path, PathBuf};

use crate::run::Run;
use crate::tree::Tree;

/// Sees to it that `package` (with its version) is installed in the environment `place`, and gives its Python. What
/// was installed before is found by `program`, a name within `bin` or a module.
pub(crate) fn with(tree: &Tree, place: &Path, package: &str, program: &str) -> Result<PathBuf, String> {
    let python = place.join("bin/python");
    if !python.is_file() {
        Run::new(tree, "python3", &["-m", "venv"]).arg(place).text()?;
    }
    let there = place.join("bin").join(program).is_file()
        || Run::new(tree, python.clone(), &["-m", program, "version"]).text().is_ok();
    if !there {
        let install = ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", package];
        Run::new(tree, python.clone(), &install).show()?;
    }
    Ok(python)
}
