//! Turns: who may change what is stored for an account, in this process and in all others.
//!
//! Lives here: the turn inside the process, the lock file between processes, and [`Hold`], which has both. Does not
//! live here: what is done in a turn.

use std::collections::HashMap;
use std::fs::{File, OpenOptions};
use std::path::PathBuf;
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::{self, ThreadId};

use sha2::{Digest as _, Sha256};
use tokio::sync::OwnedMutexGuard;
use tokio::task;

/// The right to change what is stored for an account: while it lives, no renewal of that account is under way, neither
/// here nor in another process. Dropping it gives the turn to the next.
#[must_use = "the turn is over when this is dropped"]
#[derive(Debug)]
pub struct Hold {
    // In this order: the file is free before the next one of this process asks for it.
    _lock: Option<File>,
    _turn: Turn,
}

/// The turns of this process, and the folder of the lock files.
#[derive(Clone)]
pub(crate) struct Turns {
    folder: PathBuf,
    all: Arc<Mutex<HashMap<String, Arc<Account>>>>,
}

#[derive(Debug, Default)]
struct Account {
    turn: Arc<tokio::sync::Mutex<()>>,
    holder: Mutex<Option<Party>>,
}

/// Who has a turn: a task, or a thread that blocks on a future without one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Party {
    Task(task::Id),
    Thread(ThreadId),
}

impl Party {
    fn this() -> Self {
        task::try_id().map_or_else(|| Self::Thread(thread::current().id()), Self::Task)
    }
}

/// A turn in this process.
#[derive(Debug)]
pub(crate) struct Turn {
    account: Arc<Account>,
    _guard: OwnedMutexGuard<()>,
}

impl Drop for Turn {
    fn drop(&mut self) {
        self.account.set(None);
    }
}

impl Account {
    fn set(&self, holder: Option<Party>) {
        *self.holder.lock().unwrap_or_else(PoisonError::into_inner) = holder;
    }
}

impl Turns {
    pub(crate) fn new(folder: PathBuf) -> Self {
        Self { folder, all: Arc::default() }
    }

    fn account(&self, account: &str) -> Arc<Account> {
        let mut all = self.all.lock().unwrap_or_else(PoisonError::into_inner);
        Arc::clone(all.entry(account.to_owned()).or_default())
    }

    /// Waits for the turn in this process; `None` when the caller has it already and would wait for itself.
    pub(crate) async fn wait(&self, account: &str) -> Option<Turn> {
        let account = self.account(account);
        if *account.holder.lock().unwrap_or_else(PoisonError::into_inner) == Some(Party::this()) {
            return None;
        }
        Some(account.turn().await)
    }
}
