//! The checked out repository: where it is, what cargo knows of it, where things are built.

use std::cell::OnceCell;
use std::path::{Path, PathBuf};

use serde_json::Value;

use crate::run::Run;

/// The repository.
pub(crate) struct Tree {
    root: PathBuf,
    metadata: OnceCell<Value>,
}

impl Tree {
    /// The repository this program was built from.
    pub(crate) fn find() -> Result<Self, String> {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().map(Path::to_path_buf);
        let root = root.filter(|root| root.join("Cargo.toml").is_file());
        let root = root.ok_or("the folder this chore was built from is no longer there: build it anew")?;
        Ok(Self { root, metadata: OnceCell::new() })
    }

    /// A path in the repository.
    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.root.join(name)
    }

    /// The same, which has to be there; `what` says what it is for.
    pub(crate) fn needed(&self, name: &str, what: &str) -> Result<PathBuf, String> {
        let path = self.path(name);
        if path.exists() { Ok(path) } else { Err(format!("{name} is not there: {what}")) }
    }

    /// A folder for what the chores leave behind, made if it is not there.
    pub(crate) fn scratch(&self, name: &str) -> Result<PathBuf, String> {
        let path = self.target()?.join("xtask").join(name);
        std::fs::create_dir_all(&path).map_err(|error| format!("{}: {error}", path.display()))?;
        Ok(path)
    }

    /// Where cargo builds.
    pub(crate) fn target(&self) -> Result<PathBuf, String> {
        let target = self.metadata()?["target_directory"].as_str().map(PathBuf::from);
        target.ok_or_else(|| "cargo metadata names no target folder".to_owned())
    }

    /// A program that `cargo build` made.
    pub(crate) fn program(&self, profile: &str, name: &str) -> Result<PathBuf, String> {
        Ok(self.target()?.join(profile).join(format!("{name}{}", std::env::consts::EXE_SUFFIX)))
    }

    /// Whether a package of the workspace has a feature.
    pub(crate) fn has_feature(&self, package: &str, feature: &str) -> Result<bool, String> {
        Ok(!self.package(package)?["features"][feature].is_null())
    }

    fn package(&self, name: &str) -> Result<&Value, String> {
        let packages = self.metadata()?["packages"].as_array();
        let found = packages.and_then(|packages| packages.iter().find(|package| package["name"] == *name));
        found.ok_or_else(|| format!("the workspace has no package {name}"))
    }

    fn metadata(&self) -> Result<&Value, String> {
        if let Some(known) = self.metadata.get() {
            return Ok(known);
        }
        let text = Run::cargo(self, &["metadata", "--no-deps", "--format-version", "1"]).text()?;
        let value = serde_json::from_str(&text).map_err(|error| format!("cargo metadata: {error}"))?;
        Ok(self.metadata.get_or_init(|| value))
    }
}
