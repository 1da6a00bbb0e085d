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
        accounts: accounts(folder).unwrap_or_default(),
        saved: read(folder, STATE),
        language: read::<Chosen>(folder, SETTINGS).map(|chosen| chosen.language),
    }
}

fn accounts(folder: &Path) -> Option<Vec<Account>> {
    read::<Accounts>(folder, ACCOUNTS).map(|file| file.accounts)
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
    fn accounts(&self) -> Option<Vec<Account>> {
        accounts(&self.folder)
    }

    fn save_accounts(&self, accounts: &[Account]) {
        // An account whose secret ends with the program ends with it.
        let kept = self.accounts().unwrap_or_default();
        let accounts = accounts.iter().filter(|account| !account.session_only);
        let accounts = accounts.map(|account| with_newer_watch(account.clone(), &kept)).collect();
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

    fn save_report(&self, text: &str) -> Option<String> {
        let desks = [dirs::desktop_dir(), dirs::document_dir(), dirs::home_dir()];
        report(desks.into_iter().flatten().find(|desk| desk.is_dir())?.as_path(), text)
    }

    fn save_language(&self, language: Language) {
        let _ = write(&self.folder, SETTINGS, &Chosen { language });
    }
}

/// A daily check may have ended since this run read the file: what it found is not written over.
fn with_newer_watch(mut account: Account, kept: &[Account]) -> Account {
    let there = kept.iter().find(|kept| kept.id == account.id).and_then(|kept| kept.watch.as_ref());
    if let (Some(ours), Some(there)) = (&account.watch, there)
        && there.checked_at > ours.checked_at
    {
        account.watch = Some(there.clone());
    }
    account
}

/// Under a name of its own: no report takes the place of an earlier one, or of anything else.
fn report(desk: &Path, text: &str) -> Option<String> {
    for number in 1..100u8 {
        let end = if number == 1 { String::new() } else { format!("-{number}") };
        let path = desk.join(format!("todoita-report{end}.txt"));
        match OpenOptions::new().write(true).create_new(true).open(&path) {
            Ok(mut file) => {
                file.write_all(text.as_bytes()).and_then(|()| file.write_all(b"\n")).ok()?;
                return Some(path.display().to_string());
            }
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
            Err(_) => return None,
        }
    }
    None
}

pub(super) fn read<T: DeserializeOwned>(folder: &Path, name: &str) -> Option<T> {
    let path = folder.join(name);
    let text = fs::read(&path).ok()?;
    let value = serde_json::from_slice(&text);
    if value.is_err() {
        let _ = fs::rename(&path, folder.join(format!("{name}.unreadable")));
    }
    value.ok()
}

pub(super) fn write<T: Serialize>(folder: &Path, name: &str, value: &T) -> io::Result<()> {
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
mod tests;
