//! What is remembered between runs, without secrets: three small JSON files in the program's data folder.
//!
//! Written to a neighbour, flushed, renamed: a file is the old one or the new one, never half of either. A file that
//! cannot be read is set aside under another name, so that nothing of it is lost, and the program goes on without it.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use contract::Language;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use wizard::{Account, Saved};

use crate::ports::Files;

const ACCOUNTS: &str = "accounts.json";
const STATE: &str = "state.json";
const SETTINGS: &str = "settings.json";

/// What was remembered.
#[derive(Debug, Clone, Default)]
pub struct Kept {
    /// The accounts.
    pub accounts: Vec<Account>,
    /// Where an earlier run was left.
    pub saved: Option<Saved>,
    /// The language that was chosen.
    pub language: Option<Language>,
}

#[derive(Serialize, Deserialize)]
struct Accounts {
    version: u8,
    accounts: Vec<Account>,
}

#[derive(Serialize, Deserialize)]
struct Chosen {
    language: Language,
}

/// Reads what was remembered in a folder.
pub fn load(folder: &Path) -> Kept {
    Kept {
        accounts: read::<Accounts>(folder, ACCOUNTS).map(|file| file.accounts).unwrap_or_default(),
        saved: read(folder, STATE),
        language: read::<Chosen>(folder, SETTINGS).map(|chosen| chosen.language),
    }
}

pub(super) struct JsonFiles {
    folder: PathBuf,
}

impl JsonFiles {
    pub(super) fn new(folder: PathBuf) -> Self {
        Self { folder }
    }
}

impl Files for JsonFiles {
    fn save_accounts(&self, accounts: &[Account]) {
        // An account whose secret ends with the program ends with it.
        let accounts = accounts.iter().filter(|account| !account.session_only).cloned().collect();
        let _ = write(&self.folder, ACCOUNTS, &Accounts { version: 1, accounts });
    }

    fn save_state(&self, saved: Option<&Saved>) {
        match saved {
            Some(saved) => {
                let _ = write(&self.folder, STATE, saved);
            }
            None => {
                let _ = fs::remove_file(self.folder.join(STATE));
            }
        }
    }

    fn save_language(&self, language: Language) {
        let _ = write(&self.folder, SETTINGS, &Chosen { language });
    }
}

fn read<T: DeserializeOwned>(folder: &Path, name: &str) -> Option<T> {
    let path = folder.join(name);
    let text = fs::read(&path).ok()?;
    let value = serde_json::from_slice(&text);
    if value.is_err() {
        let _ = fs::rename(&path, folder.join(format!("{name}.unreadable")));
    }
    value.ok()
}

fn write<T: Serialize>(folder: &Path, name: &str, value: &T) -> io::Result<()> {
    fs::create_dir_all(folder)?;
    let text = serde_json::to_vec_pretty(value)?;
    let neighbour = folder.join(format!("{name}.new"));
    let mut file = private(&neighbour)?;
    file.write_all(&text)?;
    file.sync_all()?;
    fs::rename(&neighbour, folder.join(name))
}

#[cfg(unix)]
fn private(path: &Path) -> io::Result<File> {
    use std::os::unix::fs::OpenOptionsExt as _;
    OpenOptions::new().write(true).create(true).truncate(true).mode(0o600).open(path)
}

#[cfg(not(unix))]
fn private(path: &Path) -> io::Result<File> {
    OpenOptions::new().write(true).create(true).truncate(true).open(path)
}

#[cfg(test)]
mod tests {
    use contract::Language;

    use super::{JsonFiles, load, write};
    use crate::ports::Files as _;

    #[test]
    fn what_was_saved_is_loaded_and_nobody_else_may_read_it() {
        let folder = tempfile::tempdir().unwrap();
        let files = JsonFiles::new(folder.path().join("deep"));
        files.save_language(Language::En);
        files.save_accounts(&[]);
        let kept = load(&folder.path().join("deep"));
        assert_eq!(kept.language, Some(Language::En));
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt as _;
            let mode =
                std::fs::metadata(folder.path().join("deep/accounts.json")).unwrap().permissions().mode();
            assert_eq!(mode & 0o777, 0o600);
        }
    }

    #[test]
    fn a_broken_file_is_set_aside_and_not_lost() {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join("accounts.json"), b"{half").unwrap();
        assert!(load(folder.path()).accounts.is_empty());
        let aside = std::fs::read(folder.path().join("accounts.json.unreadable")).unwrap();
        assert_eq!(aside, b"{half");
    }

    #[test]
    fn a_folder_that_cannot_be_made_is_an_error_and_no_panic() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("file");
        std::fs::write(&file, b"x").unwrap();
        assert!(write(&file, "settings.json", &1).is_err());
    }
}
