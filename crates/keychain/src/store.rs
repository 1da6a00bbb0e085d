//! The entries of the keychain, one call each. The real ones; tests of the splitting use a map instead.

use keyring::Entry;

use crate::KeychainError;

/// Named entries of at most [`crate::chunks::ENTRY_LIMIT`] bytes.
pub trait Entries: Send {
    /// Writes an entry, over an older one.
    ///
    /// # Errors
    /// [`KeychainError`], never `NotFound`.
    fn write(&self, name: &str, value: &[u8]) -> Result<(), KeychainError>;
    /// Reads an entry.
    ///
    /// # Errors
    /// [`KeychainError`], `NotFound` when there is none.
    fn read(&self, name: &str) -> Result<Vec<u8>, KeychainError>;
    /// Deletes an entry.
    ///
    /// # Errors
    /// [`KeychainError`], `NotFound` when there is none.
    fn delete(&self, name: &str) -> Result<(), KeychainError>;
}

/// The operating system's keychain.
pub(crate) struct SystemEntries {
    pub(crate) service: String,
}

impl Entries for SystemEntries {
    fn write(&self, name: &str, value: &[u8]) -> Result<(), KeychainError> {
        Ok(self.entry(name)?.set_secret(value)?)
    }

    fn read(&self, name: &str) -> Result<Vec<u8>, KeychainError> {
        Ok(self.entry(name)?.get_secret()?)
    }

    fn delete(&self, name: &str) -> Result<(), KeychainError> {
        Ok(self.entry(name)?.delete_credential()?)
    }
}

impl SystemEntries {
    /// The store is made once in a process. A keychain service that was started later is still found: the store is
    /// then made anew.
    fn entry(&self, name: &str) -> Result<Entry, KeychainError> {
        match open(&self.service, name) {
            Err(keyring_core::Error::NoDefaultStore) => {
                make_store()?;
                Ok(Entry { inner: keyring_core::Entry::new(&self.service, name)? })
            }
            other => Ok(other?),
        }
    }
}

/// Windows: `Local` keeps the credential on this machine; the default roams with the account.
#[cfg(windows)]
fn open(service: &str, name: &str) -> keyring_core::Result<Entry> {
    Entry::new(service, name)?;
    let modifiers = std::collections::HashMap::from([("persistence", "Local")]);
    Ok(Entry { inner: keyring_core::Entry::new_with_modifiers(service, name, &modifiers)? })
}

#[cfg(not(windows))]
fn open(service: &str, name: &str) -> keyring_core::Result<Entry> {
    if keyring_core::get_default_store().is_some() {
        return Ok(Entry { inner: keyring_core::Entry::new(service, name)? });
    }
    Entry::new(service, name)
}

#[cfg(all(unix, not(target_os = "macos")))]
fn make_store() -> Result<(), KeychainError> {
    let store = zbus_secret_service_keyring_store::Store::new()?;
    keyring_core::set_default_store(store);
    Ok(())
}

#[cfg(not(all(unix, not(target_os = "macos"))))]
fn make_store() -> Result<(), KeychainError> {
    Err(KeychainError::Missing)
}
