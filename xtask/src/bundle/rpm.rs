//! The package for Fedora and its relatives: the same files as Debian's, packed by rpmbuild.
//!
//! Not by Tauri's own maker: that one packs with gzip, and writes into the program that was built.

use std::path::{Path, PathBuf};

use super::{commit_time, deb, version};
use crate::run::Run;
use crate::tree::Tree;

/// Makes the package and holds it to its weight.
pub(super) fn make(tree: &Tree) -> Result<PathBuf, String> {
    crate::setup::packages_of(tree, &["xtask/packages-rpm.txt"])?;
    let root = deb::files(tree)?;
    let scratch = tree.scratch("rpm")?;
    let form = tree.needed("packaging/linux/todoita.spec", "it describes the package")?;
    let text = std::fs::read_to_string(&form).map_err(|error| format!("{}: {error}", form.display()))?;
    let text = text.replace("VERSION", version()).replace("ROOT", &root.display().to_string());
    let spec = scratch.join("todoita.spec");
    std::fs::write(&spec, text).map_err(|error| format!("{}: {error}", spec.display()))?;
    let top = format!("_topdir {}", scratch.display());
    let name = "_rpmfilename todoita-%{VERSION}.%{ARCH}.rpm";
    Run::new(tree, "rpmbuild", &["-bb", "--quiet", "--define", &top, "--define", name])
        .arg(&spec)
        .env("SOURCE_DATE_EPOCH", commit_time(tree)?)
        .show()?;
    let made = std::fs::read_dir(scratch.join("RPMS")).map_err(|error| error.to_string())?;
    let package = made
        .flatten()
        .map(|entry| entry.path())
        .find(|path| path.file_name().is_some_and(|name| name.to_string_lossy().contains(version())));
    let package = package.ok_or("rpmbuild made no package")?;
    println!("{}", package.display());
    crate::size::weigh_package("rpm", &package)?;
    Ok(package)
}

/// Installs and removes it in an empty place: without a Fedora, what it needs there is read and not fetched.
pub(super) fn try_out(tree: &Tree, package: &Path) -> Result<(), String> {
    let trial = tree.needed("tests/package/try-rpm.sh", "it tries the package")?;
    Run::new(tree, trial, &[]).arg(package).arg(tree.scratch("rpm")?.join("tried")).show().map(|_| ())
}
