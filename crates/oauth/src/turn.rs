//! Turns: who may change what is stored for an account, in this process and in all others.
//!
//! Lives here: the turn inside the process, the lock file between processes, and [`Hold`], which is both. Does not live
//! here: what is done in a turn.

use std::collections::HashMap;
use std::fs::{File, OpenOptions};
use std::path::PathBuf;
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::{self, ThreadId};

use sha2::{Digest as _, Sha256};
use tokio::sync::OwnedMutexGuard;
use tokio::task;

/// The turn of an account: while it lives, what is stored under its name is renewed neither here nor in another
/// process. Dropping it gives the turn to the next.
#[must_use = "the turn ends when this is dropped"]
#[derive(Debug)]
pub struct Hold {
    account: Arc<Account>,
    // Dropped in this order: the next one of this process finds the file free.
    _lock: Option<File>,
    _turn: OwnedMutexGuard<()>,
}

impl Drop for Hold {
    fn drop(&mut self) {
        self.account.held_by(None);
    }
}

/// The turns of this process, and the folder of the lock files.
#[derive(Clone)]
pub(crate) struct Turns {
    folder: PathBuf,
    accounts: Arc<Mutex<HashMap<String, Arc<Account>>>>,
}

#[derive(Debug, Default)]
struct Account {
    turn: Arc<tokio::sync::Mutex<()>>,
    holder: Mutex<Option<Holder>>,
}

/// Who waits for a turn or has it: a task, or the thread that runs a future outside of all tasks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Holder {
    Task(task::Id),
    Thread(ThreadId),
}

impl Holder {
    fn here() -> Self {
        task::try_id().map_or_else(|| Self::Thread(thread::current().id()), Self::Task)
    }
}

impl Account {
    fn held_by(&self, holder: Option<Holder>) {
        *self.holder.lock().unwrap_or_else(PoisonError::into_inner) = holder;
    }

    fn is_held_here(&self) -> bool {
        *self.holder.lock().unwrap_or_else(PoisonError::into_inner) == Some(Holder::here())
    }
}

impl Turns {
    pub(crate) fn new(folder: PathBuf) -> Self {
        Self { folder, accounts: Arc::default() }
    }

    /// Waits for the turn in this process. `None` at once when the caller holds the account: it would wait for itself.
    pub(crate) async fn wait(&self, account: &str) -> Option<OwnedMutexGuard<()>> {
        let account = self.account(account);
        if account.is_held_here() {
            return None;
        }
        Some(Arc::clone(&account.turn).lock_owned().await)
    }

    /// Waits for the turn in all processes; without the lock file where it cannot be taken.
    pub(crate) async fn hold(&self, name: &str) -> Hold {
        let account = self.account(name);
        let turn = Arc::clone(&account.turn).lock_owned().await;
        let lock = self.lock(name).await;
        account.held_by(Some(Holder::here()));
        Hold { account, _lock: lock, _turn: turn }
    }

    /// Takes the lock file of an account; it is given back when the file is dropped, also by a killed process.
    pub(crate) async fn lock(&self, account: &str) -> Option<File> {
        let digest = Sha256::digest(account.to_lowercase());
        let name: String = digest.iter().take(8).map(|byte| format!("{byte:02x}")).collect();
        let path = self.folder.join(format!("{name}.lock"));
        std::fs::create_dir_all(&self.folder).ok()?;
        let file = OpenOptions::new().create(true).truncate(false).write(true).open(path).ok()?;
        // Waiting for another process may take as long as its request: never on a thread of the runtime.
        task::spawn_blocking(move || file.lock().ok().map(|()| file)).await.ok()?
    }

    /// By the name in lower case, as the lock files are.
    fn account(&self, account: &str) -> Arc<Account> {
        let mut accounts = self.accounts.lock().unwrap_or_else(PoisonError::into_inner);
        Arc::clone(accounts.entry(account.to_lowercase()).or_default())
    }
}
