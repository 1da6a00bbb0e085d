//! A keychain in memory, and files that are only remembered.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, PoisonError};

use app::ports::{Files, Vault};
use contract::{Language, Problem};
use futures_util::future::BoxFuture;
use secret::Secret;
use wizard::{Account, Saved};

use super::Script;

/// A keychain in memory. While [`MemoryVault::trouble`] is set, every call fails with it.
#[derive(Default)]
pub struct MemoryVault {
    /// What is kept.
    pub kept: Mutex<BTreeMap<String, Secret>>,
    /// What is wrong with the keychain.
    pub trouble: Mutex<Option<Problem>>,
    /// The system would ask the person before anything is read, which makes a call that reads all the same a fault.
    pub locked: AtomicBool,
    /// Answers that come late, never or with a panic; where there is none, the answer comes at once.
    pub stores: Script<()>,
    /// Whether storing follows [`MemoryVault::stores`].
    pub scripted: AtomicBool,
}

impl MemoryVault {
    fn trouble(&self) -> Result<(), Problem> {
        match &*self.trouble.lock().unwrap_or_else(PoisonError::into_inner) {
            Some(problem) => Err(problem.clone()),
            None => Ok(()),
        }
    }
}

impl Vault for MemoryVault {
    fn store<'a>(&'a self, account: &'a str, secret: Secret) -> BoxFuture<'a, Result<(), Problem>> {
        Box::pin(async move {
            if self.scripted.load(Ordering::SeqCst) {
                self.stores.play("store").await;
            }
            self.trouble()?;
            self.kept.lock().unwrap_or_else(PoisonError::into_inner).insert(account.to_owned(), secret);
            Ok(())
        })
    }

    fn read<'a>(&'a self, account: &'a str) -> BoxFuture<'a, Result<Secret, Problem>> {
        Box::pin(async move {
            self.trouble()?;
            assert!(!self.locked.load(Ordering::SeqCst), "the person was asked for the keychain's password");
            let kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
            // A story that reads what it never stored is wrong.
            Ok(kept.get(account).unwrap().clone())
        })
    }

    fn would_ask<'a>(&'a self, _account: &'a str) -> BoxFuture<'a, bool> {
        Box::pin(async { self.locked.load(Ordering::SeqCst) })
    }

    fn delete<'a>(&'a self, account: &'a str) -> BoxFuture<'a, bool> {
        Box::pin(async move {
            if self.trouble().is_err() {
                return false;
            }
            self.kept.lock().unwrap_or_else(PoisonError::into_inner).remove(account);
            true
        })
    }
}

/// Remembers everything that was to be written, in the form in which it would be on the disk.
#[derive(Default)]
pub struct RecordingFiles {
    /// The accounts as they were written last.
    pub accounts: Mutex<Vec<Account>>,
    /// The state as it was written last.
    pub state: Mutex<Option<Saved>>,
    /// The language as it was written last.
    pub language: Mutex<Option<Language>>,
    /// Every content that was ever written.
    pub written: Mutex<Vec<String>>,
    /// While it is set, nothing of the accounts is written.
    pub full: AtomicBool,
}

impl RecordingFiles {
    fn write(&self, value: &impl serde::Serialize) {
        let text = serde_json::to_string(value).unwrap();
        self.written.lock().unwrap_or_else(PoisonError::into_inner).push(text);
    }

    fn change(&self, change: impl FnOnce(&mut Vec<Account>) -> bool) -> bool {
        let mut accounts = self.accounts.lock().unwrap_or_else(PoisonError::into_inner);
        let mut changed = accounts.clone();
        // As on a disk: what is to be changed is changed first, and then it is not written.
        if !change(&mut changed) || self.full.load(Ordering::SeqCst) {
            return false;
        }
        self.write(&changed);
        *accounts = changed;
        true
    }
}

impl Files for RecordingFiles {
    fn accounts(&self) -> Option<Vec<Account>> {
        Some(self.accounts.lock().unwrap_or_else(PoisonError::into_inner).clone())
    }

    fn save_accounts(&self, accounts: &[Account], seen: &[Account]) -> bool {
        self.change(|kept| {
            *kept = app::real::merged(kept, accounts, seen);
            true
        })
    }

    fn place(&self) -> String {
        "todoita".to_owned()
    }

    fn change_account(&self, id: &str, change: &mut dyn FnMut(&mut Account)) -> bool {
        self.change(|kept| kept.iter_mut().find(|account| account.id == id).map(change).is_some())
    }

    fn forget_account(&self, id: &str) -> bool {
        self.change(|kept| {
            kept.retain(|account| account.id != id);
            true
        })
    }

    fn save_state(&self, saved: Option<&Saved>) {
        self.write(&saved);
        *self.state.lock().unwrap_or_else(PoisonError::into_inner) = saved.cloned();
    }

    fn save_report(&self, text: &str) -> Option<String> {
        self.write(&text);
        Some("report.txt".to_owned())
    }

    fn save_language(&self, language: Language) {
        self.write(&language);
        *self.language.lock().unwrap_or_else(PoisonError::into_inner) = Some(language);
    }
}
