//! Node, npm, and the modules of the folders that have some.

use std::path::Path;
use std::time::SystemTime;

use crate::run::Run;
use crate::tree::Tree;

/// The oldest Node that the screens' tools and the pretend internet run on.
const OLDEST: (u32, u32) = (20, 19);

const FOLDERS: [&str; 2] = ["ui", "tests/pretend-internet"];

pub(crate) fn ready(tree: &Tree) -> Result<(), String> {
    let wanted = format!("Node {}.{} or newer with npm is needed", OLDEST.0, OLDEST.1);
    let said =
        Run::new(tree, "node", &["--version"]).text().map_err(|_| format!("{wanted}; there is none"))?;
    if version(&said).is_none_or(|version| version < OLDEST) {
        return Err(format!("{wanted}; there is {}", said.trim()));
    }
    Run::npm(tree, "ui", &["--version"]).text().map_err(|_| format!("{wanted}; there is no npm"))?;
    for folder in FOLDERS {
        let lock = tree.path(folder).join("package-lock.json");
        let installed = tree.path(folder).join("node_modules/.package-lock.json");
        if lock.is_file() && changed(&installed).is_none_or(|then| Some(then) < changed(&lock)) {
            Run::npm(tree, folder, &["ci", "--no-audit", "--no-fund", "--loglevel=error"]).show()?;
            // npm keeps the time of an unchanged file: without this the next run would install again.
            let now = std::fs::File::options().append(true).open(&installed);
            let _only_slower = now.and_then(|file| file.set_modified(newer(&lock)));
        }
    }
    Ok(())
}

fn version(said: &str) -> Option<(u32, u32)> {
    let mut numbers = said.trim().trim_start_matches('v').split('.').map(str::parse);
    Some((numbers.next()?.ok()?, numbers.next()?.ok()?))
}

fn changed(path: &Path) -> Option<SystemTime> {
    std::fs::metadata(path).and_then(|file| file.modified()).ok()
}

fn newer(lock: &Path) -> SystemTime {
    let then = changed(lock).unwrap_or(SystemTime::UNIX_EPOCH);
    then + std::time::Duration::from_secs(1)
}
