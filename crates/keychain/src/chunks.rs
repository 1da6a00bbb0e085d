//! Secrets that are larger than an entry.
//!
//! Windows holds 2,560 bytes an entry (`CRED_MAX_CREDENTIAL_BLOB_SIZE`), and a Microsoft refresh token can be longer.
//! Such a secret is split into numbered parts; the entry under the account's own name then says how many there are,
//! how long the whole is, and its SHA-256. The new parts are written before that entry is changed, and the old parts
//! are removed after it: whenever the power fails, one whole secret can be read. A failure that is told leaves no part
//! behind.

use sha2::{Digest as _, Sha256};

use secret::Secret;

use crate::{Entries, KeychainError};

/// Bytes in one entry, the least of the three systems.
pub(crate) const ENTRY_LIMIT: usize = 2_560;
/// More parts than this are never written nor believed.
const PART_LIMIT: usize = 64;
/// Begins an index. No password begins with a zero byte.
const MARK: &str = "\0todoita-parts-1 ";

/// Where the parts of a secret are.
#[derive(Debug, PartialEq, Eq)]
struct Index {
    generation: String,
    parts: usize,
    length: usize,
    hash: String,
}

/// Stores a secret and reads it back.
pub(crate) fn store(entries: &dyn Entries, name: &str, secret: &Secret) -> Result<(), KeychainError> {
    write(entries, name, secret)?.keep();
    Ok(())
}

/// Stores a secret and reads it back; what was there before can still be put back.
pub(crate) fn write<'a>(
    entries: &'a dyn Entries,
    name: &'a str,
    secret: &Secret,
) -> Result<Written<'a>, KeychainError> {
    let before = match entries.read(name) {
        Ok(value) => Some(Secret::new(value)),
        Err(KeychainError::NotFound | KeychainError::Damaged) => None,
        Err(error) => return Err(error),
    };
    let value = secret.expose();
    let whole = value.len() <= ENTRY_LIMIT && !value.starts_with(MARK.as_bytes());
    let index = if whole { None } else { Some(Index::of(value)?) };
    let entry = index.as_ref().map_or_else(|| secret.clone(), |index| Secret::from(index.to_text()));
    if let Some(index) = &index {
        for (number, part) in value.chunks(ENTRY_LIMIT).enumerate() {
            if let Err(error) = entries.write(&index.part(name, number), part) {
                let _ = index.remove(entries, name);
                return Err(error);
            }
        }
    }
    let written = Written { entries, name, before, entry, index };
    let stored = entries.write(name, written.entry.expose()).and_then(|()| read(entries, name));
    let same = |stored| if stored == *secret { Ok(()) } else { Err(KeychainError::Damaged) };
    match stored.and_then(same) {
        Ok(()) => Ok(written),
        Err(error) => {
            written.undo();
            Err(error)
        }
    }
}

/// A secret that was written while the parts of the one before it are still there.
pub(crate) struct Written<'a> {
    entries: &'a dyn Entries,
    name: &'a str,
    /// The older entry under the account's own name, be it a secret or an index; `None` also where it was unreadable.
    before: Option<Secret>,
    /// The new one.
    entry: Secret,
    index: Option<Index>,
}

impl Written<'_> {
    /// Lets go of the older secret. A part that cannot be removed now is left: it is of no use without its index.
    pub(crate) fn keep(self) {
        if let Some(old) = self.before.as_ref().and_then(|before| Index::parse(before.expose())) {
            let _ = old.remove(self.entries, self.name);
        }
    }

    /// Puts the older secret back, or nothing where there was none. What somebody else wrote since is left alone, and
    /// so are the new parts while an index may still lead to them.
    pub(crate) fn undo(self) {
        match self.entries.read(self.name).map(Secret::new) {
            Ok(now) if now == self.entry => {
                let back = match &self.before {
                    Some(before) => self.entries.write(self.name, before.expose()),
                    None => self.entries.delete(self.name),
                };
                if back.is_err() {
                    return;
                }
            }
            Ok(_) | Err(KeychainError::NotFound | KeychainError::Damaged) => {}
            Err(KeychainError::Missing | KeychainError::Locked | KeychainError::Refused) => return,
        }
        if let Some(index) = &self.index {
            let _ = index.remove(self.entries, self.name);
        }
    }
}

/// Reads a secret and checks that it is whole.
pub(crate) fn read(entries: &dyn Entries, name: &str) -> Result<Secret, KeychainError> {
    let value = entries.read(name)?;
    let Some(index) = Index::parse(&value) else {
        if value.starts_with(MARK.as_bytes()) {
            return Err(KeychainError::Damaged);
        }
        return Ok(Secret::new(value));
    };
    let mut whole = Vec::with_capacity(index.length);
    for number in 0..index.parts {
        match entries.read(&index.part(name, number)) {
            Ok(part) => whole.extend_from_slice(&part),
            Err(KeychainError::NotFound) => return Err(KeychainError::Damaged),
            Err(error) => return Err(error),
        }
    }
    let whole = Secret::new(whole);
    if whole.len() != index.length || hash(whole.expose()) != index.hash {
        return Err(KeychainError::Damaged);
    }
    Ok(whole)
}

/// Deletes a secret with all its parts, the index last: after a failure the next try still knows what is left. Nothing
/// there is as good as deleted.
pub(crate) fn delete(entries: &dyn Entries, name: &str) -> Result<(), KeychainError> {
    let index = match entries.read(name) {
        Ok(value) => Index::parse(&value),
        Err(KeychainError::NotFound) => return Ok(()),
        Err(KeychainError::Damaged) => None,
        Err(error) => return Err(error),
    };
    if let Some(index) = index {
        index.remove(entries, name)?;
    }
    gone(entries.delete(name))
}

impl Index {
    fn of(value: &[u8]) -> Result<Self, KeychainError> {
        let parts = value.len().div_ceil(ENTRY_LIMIT);
        if parts > PART_LIMIT {
            return Err(KeychainError::Refused);
        }
        let mut random = [0u8; 4];
        getrandom::fill(&mut random).map_err(|_| KeychainError::Refused)?;
        Ok(Self { generation: hex(&random), parts, length: value.len(), hash: hash(value) })
    }

    fn parse(value: &[u8]) -> Option<Self> {
        let text = std::str::from_utf8(value).ok()?.strip_prefix(MARK)?;
        let mut words = text.split(' ');
        let index = Self {
            generation: words.next()?.to_owned(),
            parts: words.next()?.parse().ok()?,
            length: words.next()?.parse().ok()?,
            hash: words.next()?.to_owned(),
        };
        let sound = index.parts <= PART_LIMIT && index.length <= index.parts.checked_mul(ENTRY_LIMIT)?;
        (sound && words.next().is_none()).then_some(index)
    }

    fn to_text(&self) -> String {
        format!("{MARK}{} {} {} {}", self.generation, self.parts, self.length, self.hash)
    }

    fn part(&self, name: &str, number: usize) -> String {
        format!("{name} #{}.{number}", self.generation)
    }

    /// Removes the parts up to the first that cannot be removed: a keychain that is locked does not ask for each.
    fn remove(&self, entries: &dyn Entries, name: &str) -> Result<(), KeychainError> {
        (0..self.parts).try_for_each(|number| gone(entries.delete(&self.part(name, number))))
    }
}

/// What was not there is gone as well.
fn gone(deleted: Result<(), KeychainError>) -> Result<(), KeychainError> {
    match deleted {
        Ok(()) | Err(KeychainError::NotFound) => Ok(()),
        Err(error) => Err(error),
    }
}

fn hash(value: &[u8]) -> String {
    hex(&Sha256::digest(value))
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
