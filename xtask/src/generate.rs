//! What is made from other files and committed.

use crate::run::Run;
use crate::tree::Tree;

/// Writes all of it.
pub(crate) fn generate(tree: &Tree) -> Result<(), String> {
    crate::third_party::write_shown(tree)?;
    crate::bindings::renew(tree)?;
    let golden = ["test", "--quiet", "-p", "todoita-tests", "--test", "golden", "--test", "locales"];
    Run::cargo(tree, &golden).env("TODOITA_UPDATE_GOLDEN", "1").show()?;
    let icons = tree.needed("icons/make.sh", "it draws the icons from their one source")?;
    Run::new(tree, icons, &[]).show()?;
    println!("\n`git diff` shows what has changed");
    Ok(())
}
