//! What is remembered between runs, without secrets: three small JSON files in the program's data folder.
//!
//! Written to a neighbour, flushed, renamed: a file is the old one or the new one, never half of either. Several runs of the
//! program write the accounts: each changes the file as it is, with a lock held, and only what it means to change. A file
//! that cannot be read is set aside under another name, so that nothing of it is lost, and the program goes on without it.

mod disk;
mod merge;

use std::fs::{self, OpenOptions};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use contract::{Language, Problem, ProblemCode, Stage};
use serde::{Deserialize, Serialize};
use wizard::{Account, Saved};

use crate::ports::Files;

use self::disk::write;
pub(super) use self::disk::{change, put, read};
pub use self::merge::merged;

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

/// A folder did not take what was to be written into it.
pub fn not_written(folder: &str) -> Problem {
    let mut problem = diagnosis::problem(ProblemCode::ListNotWritten, Stage::Keep);
    problem.args.insert("folder".into(), folder.into());
    problem
}

pub(super) struct JsonFiles {
    folder: PathBuf,
}

impl JsonFiles {
    pub(super) fn new(folder: PathBuf) -> Self {
        Self { folder }
    }

    /// Changes the accounts as they are written now. True when the change is on the disk.
    fn change(&self, change: impl FnOnce(Option<Vec<Account>>) -> Option<Vec<Account>>) -> bool {
        let done = disk::change(&self.folder, ACCOUNTS, |file: Option<Accounts>| {
            let accounts = change(file.map(|file| file.accounts))?;
            Some(Accounts { version: 1, accounts })
        });
        done.is_ok()
    }
}

impl Files for JsonFiles {
    fn accounts(&self) -> Option<Vec<Account>> {
        accounts(&self.folder)
    }

    fn save_accounts(&self, accounts: &[Account], seen: &[Account]) -> bool {
        self.change(|kept| {
            // Where the file is gone, nothing was taken out of it.
            let seen = if kept.is_some() { seen } else { &[] };
            Some(merged(&kept.unwrap_or_default(), accounts, seen))
        })
    }

    fn place(&self) -> String {
        self.folder.display().to_string()
    }

    fn change_account(&self, id: &str, change: &mut dyn FnMut(&mut Account)) -> bool {
        let mut found = false;
        let done = self.change(|kept| {
            let mut accounts = kept?;
            change(accounts.iter_mut().find(|account| account.id == id)?);
            found = true;
            Some(accounts)
        });
        found && done
    }

    fn forget_account(&self, id: &str) -> bool {
        self.change(|kept| {
            let (gone, others): (Vec<_>, Vec<_>) = kept?.into_iter().partition(|account| account.id == id);
            (!gone.is_empty()).then_some(others)
        })
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

#[cfg(test)]
pub(super) mod tests;
