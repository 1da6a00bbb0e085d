//! One JSON file on the disk: read, written as a whole, changed with nobody in between.
//!
//! Lives here: the lock beside a file, the neighbour it is written to, and the setting aside of what cannot be read. Does
//! not live here: what is in a file.

use std::fs::{self, File, OpenOptions, TryLockError};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

use serde::Serialize;
use serde::de::DeserializeOwned;

/// How often a lock is tried, and how long is waited between. Whoever holds it needs some milliseconds.
const TRIES: u32 = 400;
const PAUSE: Duration = Duration::from_millis(5);
/// How many neighbours of runs that were killed may be in the way.
const NAMES: u32 = 100;

/// Reads a file; `None` where there is none, and where it cannot be read.
pub(in crate::real) fn read<T: DeserializeOwned>(folder: &Path, name: &str) -> Option<T> {
    match parsed(folder, name).ok()? {
        Ok(value) => Some(value),
        Err(_) => {
            // Looked at once more with the lock: it may have been replaced by now, and that one is not set aside.
            let _lock = lock(folder, name).ok()?;
            settled(folder, name).ok()?
        }
    }
}

/// Writes a file.
///
/// # Errors
/// When the disk does not take it; the file is the old one then.
pub(super) fn write<T: Serialize>(folder: &Path, name: &str, value: &T) -> io::Result<()> {
    put(folder, name, &serde_json::to_vec_pretty(value)?)
}

/// Writes these bytes as a file, whole or not at all.
///
/// # Errors
/// When the disk does not take it; the file is the old one then.
pub(in crate::real) fn put(folder: &Path, name: &str, bytes: &[u8]) -> io::Result<()> {
    fs::create_dir_all(folder)?;
    let (path, mut file) = neighbour(folder, name)?;
    let filled = file.write_all(bytes).and_then(|()| file.sync_all());
    drop(file);
    let written = filled.and_then(|()| fs::rename(&path, folder.join(name)));
    if written.is_err() {
        let _ = fs::remove_file(&path);
    }
    written
}

/// Changes a file as it is now, with nobody in between. Nothing is written where `change` gives nothing.
///
/// # Errors
/// When the lock is not to be had, or the disk does not take it; the file is the old one then.
pub(in crate::real) fn change<T: Serialize + DeserializeOwned>(
    folder: &Path,
    name: &str,
    change: impl FnOnce(Option<T>) -> Option<T>,
) -> io::Result<()> {
    fs::create_dir_all(folder)?;
    let _lock = lock(folder, name)?;
    match change(settled(folder, name)?) {
        Some(value) => write(folder, name, &value),
        None => Ok(()),
    }
}

/// What is in the file now; what cannot be read is set aside. With the lock held.
fn settled<T: DeserializeOwned>(folder: &Path, name: &str) -> io::Result<Option<T>> {
    match parsed(folder, name) {
        Ok(Ok(value)) => Ok(Some(value)),
        Ok(Err(_)) => {
            fs::rename(folder.join(name), aside(folder, name))?;
            Ok(None)
        }
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error),
    }
}

/// A name under which nothing was set aside before. When all are taken, the last one goes: the disk is not filled.
fn aside(folder: &Path, name: &str) -> PathBuf {
    let named = |number: u32| match number {
        1 => folder.join(format!("{name}.unreadable")),
        _ => folder.join(format!("{name}.unreadable-{number}")),
    };
    (1..NAMES).map(named).find(|path| !path.exists()).unwrap_or_else(|| named(NAMES))
}

fn parsed<T: DeserializeOwned>(folder: &Path, name: &str) -> io::Result<serde_json::Result<T>> {
    Ok(serde_json::from_slice(&fs::read(folder.join(name))?))
}

/// The lock of a file; it is given back when it is dropped, also by a killed process.
fn lock(folder: &Path, name: &str) -> io::Result<File> {
    let mut options = OpenOptions::new();
    let file =
        private(options.write(true).create(true).truncate(false), folder.join(format!("{name}.lock")))?;
    for _ in 0..TRIES {
        match file.try_lock() {
            Ok(()) => return Ok(file),
            Err(TryLockError::WouldBlock) => std::thread::sleep(PAUSE),
            // A file system without locks: then it is as good as it can be there.
            Err(TryLockError::Error(error)) if error.kind() == io::ErrorKind::Unsupported => return Ok(file),
            Err(TryLockError::Error(error)) => return Err(error),
        }
    }
    Err(io::ErrorKind::WouldBlock.into())
}

/// A new file beside the one that is written; no other writer has the same.
fn neighbour(folder: &Path, name: &str) -> io::Result<(PathBuf, File)> {
    static WRITTEN: AtomicU32 = AtomicU32::new(0);
    for _ in 0..NAMES {
        let number = WRITTEN.fetch_add(1, Ordering::Relaxed);
        let path = folder.join(format!("{name}.{}-{number}.new", std::process::id()));
        match private(OpenOptions::new().write(true).create_new(true), path.clone()) {
            Ok(file) => return Ok((path, file)),
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
            Err(error) => return Err(error),
        }
    }
    Err(io::ErrorKind::AlreadyExists.into())
}

/// Opens it so that nobody else may read it.
#[cfg(unix)]
fn private(options: &mut OpenOptions, path: PathBuf) -> io::Result<File> {
    use std::os::unix::fs::OpenOptionsExt as _;
    options.mode(0o600).open(path)
}

#[cfg(not(unix))]
fn private(options: &mut OpenOptions, path: PathBuf) -> io::Result<File> {
    options.open(path)
}
