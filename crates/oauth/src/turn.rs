//! Turns: who may change what is stored for an account, in this process and in all others.
//!
//! Lives here: the turn inside the process, the lock file between processes, and [`Hold`], which is both. Does not live
//! here: what is done in a turn.

use std::collections::HashMap;
use std::fs::{File, OpenOptions, TryLockError};
use std::io;
use std::path::PathBuf;
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::{self, ThreadId};
use std::time::Duration;

use sha2::{Digest as _, Sha256};
use tokio::sync::OwnedMutexGuard;
use tokio::task;
use tokio::time::{Instant, sleep};

/// How long another process is waited for: two renewals ahead, of half a minute each, and what the keychain takes. Whoever
/// holds an account for longer waits for a person, whom the system asks for the keychain's password.
pub(crate) const LONGEST_WAIT: Duration = Duration::from_secs(90);
/// How long is waited between two tries.
const PAUSE: Duration = Duration::from_millis(50);

/// Why the turn of an account could not be had.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum TurnError {
    /// The caller holds the account itself ([`crate::Renewer::hold`]).
    #[error("the caller holds the account itself")]
    Own,
    /// Another process has held the account for a minute and a half, which no renewal takes.
    #[error("another process does not let go of the account")]
    Busy,
    /// The lock file could not be made or taken in this folder.
    #[error("no lock file in {}", .0.display())]
    Folder(PathBuf),
}

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

    /// Waits for the turn in this process. [`TurnError::Own`] at once when the caller holds the account: it would wait for
    /// itself.
    pub(crate) async fn wait(&self, account: &str) -> Result<OwnedMutexGuard<()>, TurnError> {
        let account = self.account(account);
        if account.is_held_here() {
            return Err(TurnError::Own);
        }
        Ok(Arc::clone(&account.turn).lock_owned().await)
    }

    /// Waits for the turn in all processes; without the lock file where none can be made, for no renewal begins there.
    /// [`TurnError::Busy`] while another process has it.
    pub(crate) async fn hold(&self, name: &str) -> Result<Hold, TurnError> {
        let account = self.account(name);
        let turn = Arc::clone(&account.turn).lock_owned().await;
        let lock = match self.lock(name).await {
            Ok(lock) => Some(lock),
            Err(TurnError::Folder(_)) => None,
            Err(error @ (TurnError::Busy | TurnError::Own)) => return Err(error),
        };
        account.held_by(Some(Holder::here()));
        Ok(Hold { account, _lock: lock, _turn: turn })
    }

    /// Takes the lock file of an account; it is given back when the file is dropped, also by a killed process.
    pub(crate) async fn lock(&self, account: &str) -> Result<File, TurnError> {
        let no_file = |_| TurnError::Folder(self.folder.clone());
        let file = self.file(account).map_err(no_file)?;
        let is_ours = taken(|| file.try_lock()).await.map_err(no_file)?;
        if is_ours { Ok(file) } else { Err(TurnError::Busy) }
    }

    fn file(&self, account: &str) -> io::Result<File> {
        let digest = Sha256::digest(account.to_lowercase());
        let name: String = digest.iter().take(8).map(|byte| format!("{byte:02x}")).collect();
        std::fs::create_dir_all(&self.folder)?;
        let path = self.folder.join(format!("{name}.lock"));
        OpenOptions::new().create(true).truncate(false).write(true).open(path)
    }

    /// By the name in lower case, as the lock files are.
    fn account(&self, account: &str) -> Arc<Account> {
        let mut accounts = self.accounts.lock().unwrap_or_else(PoisonError::into_inner);
        Arc::clone(accounts.entry(account.to_lowercase()).or_default())
    }
}

/// Tries until a lock is taken: false when it never was. The system's own waiting has no limit, and goes on when nobody
/// waits for it any more.
pub(crate) async fn taken(lock: impl Fn() -> Result<(), TryLockError>) -> io::Result<bool> {
    let end = Instant::now() + LONGEST_WAIT;
    loop {
        match lock() {
            Ok(()) => return Ok(true),
            Err(TryLockError::WouldBlock) if Instant::now() < end => sleep(PAUSE).await,
            Err(TryLockError::WouldBlock) => return Ok(false),
            // A file system without locks: then it is as good as it can be there, with the turn in this process alone.
            Err(TryLockError::Error(error)) if error.kind() == io::ErrorKind::Unsupported => return Ok(true),
            Err(TryLockError::Error(error)) => return Err(error),
        }
    }
}
