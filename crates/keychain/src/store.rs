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
    /// Whether the system would ask the person to open the keychain before it gives this entry. Nobody is asked here;
    /// false where it cannot be told.
    fn would_ask(&self, _name: &str) -> bool {
        false
    }
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

    #[cfg(all(unix, not(target_os = "macos")))]
    fn would_ask(&self, name: &str) -> bool {
        is_locked(&self.service, name).unwrap_or(false)
    }

    fn delete(&self, name: &str) -> Result<(), KeychainError> {
        Ok(self.entry(name)?.delete_credential()?)
    }
}

/// The collection that entries are written into is asked first: some services open theirs for a search. Over a line of its
/// own, for the store opens whatever it finds locked.
#[cfg(all(unix, not(target_os = "macos")))]
fn is_locked(service: &str, name: &str) -> Result<bool, secret_service::Error> {
    use secret_service::Error;
    use secret_service::blocking::SecretService;
    let keychain = SecretService::connect(secret_service::EncryptionType::Plain)?;
    match keychain.get_default_collection() {
        Ok(collection) if collection.is_locked()? => return Ok(true),
        Ok(_) | Err(Error::NoResult) => {}
        Err(error) => return Err(error),
    }
    let attributes = std::collections::HashMap::from([("service", service), ("username", name)]);
    Ok(!keychain.search_items(attributes)?.locked.is_empty())
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
