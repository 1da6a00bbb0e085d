//! A layer of tests: its name, what it needs, how it is run.

use crate::setup::Part;
use crate::tree::Tree;

/// A layer. Layers do not depend on each other's success, only on what was built before.
pub(crate) struct Layer {
    /// The name for `--only`.
    pub(crate) name: &'static str,
    /// What it holds, in one line.
    pub(crate) what: &'static str,
    /// What has to be installed.
    pub(crate) needs: &'static [Part],
    /// Where it can run.
    pub(crate) place: Place,
    /// Whether it is part of `--quick`.
    pub(crate) quick: bool,
    /// Runs it and gives the closing lines.
    pub(crate) run: fn(&Tree) -> Result<Vec<String>, String>,
}

/// Where a layer can run.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Place {
    /// On every system.
    Anywhere,
    /// On Linux with a session bus of one's own.
    Linux,
    /// On Linux as root, with network namespaces.
    Namespaces,
}

/// How a layer ended.
pub(crate) enum Outcome {
    /// Well; with the closing lines of its runners.
    Passed(Vec<String>),
    /// Not well.
    Failed(String),
    /// It cannot be run on this system.
    NotPossible(String),
}

impl Place {
    /// Why a layer cannot run here, if it cannot.
    pub(crate) fn obstacle(self, tree: &Tree) -> Option<String> {
        if self == Self::Anywhere {
            return None;
        }
        if !cfg!(target_os = "linux") {
            return Some("it needs Linux".to_owned());
        }
        if self == Self::Linux {
            return None;
        }
        if !crate::setup::is_root(tree) {
            return Some("it needs root for network namespaces (sudo -E cargo xtask test)".to_owned());
        }
        let try_out = ["--net", "--mount", "--pid", "--fork", "true"];
        let tried = crate::run::Run::new(tree, "unshare", &try_out).text();
        tried.err().map(|why| format!("no network namespaces can be made: {why}"))
    }
}
