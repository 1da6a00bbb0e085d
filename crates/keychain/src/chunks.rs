//! Secrets that are larger than an entry.
//!
//! Windows holds 2,560 bytes an entry (`CRED_MAX_CREDENTIAL_BLOB_SIZE`), and a Microsoft refresh token can be longer.
//! Such a secret is split into numbered parts; the entry under the account's own name then says how many there are,
//! how long the whole is, and its SHA-256. The new parts are written before that entry is changed, and the old parts
//! are removed after it: whenever the power fails, one whole secret can be read.

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
    let old = match entries.read(name) {
        Ok(value) => Index::parse(&value),
        Err(KeychainError::NotFound | KeychainError::Damaged) => None,
        Err(error) => return Err(error),
    };
    let value = secret.expose();
    if value.len() <= ENTRY_LIMIT && !value.starts_with(MARK.as_bytes()) {
        entries.write(name, value)?;
    } else {
        let index = Index::of(value)?;
        for (number, part) in value.chunks(ENTRY_LIMIT).enumerate() {
            entries.write(&index.part(name, number), part)?;
        }
        entries.write(name, index.to_text().as_bytes())?;
    }
    if let Some(old) = old {
        old.remove(entries, name);
    }
    match read(entries, name) {
        Ok(stored) if stored == *secret => Ok(()),
        Ok(_) => Err(KeychainError::Damaged),
        Err(error) => Err(error),
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

/// Deletes a secret with all its parts. Nothing there is as good as deleted.
pub(crate) fn delete(entries: &dyn Entries, name: &str) -> Result<(), KeychainError> {
    let index = match entries.read(name) {
        Ok(value) => Index::parse(&value),
        Err(KeychainError::NotFound) => return Ok(()),
        Err(KeychainError::Damaged) => None,
        Err(error) => return Err(error),
    };
    if let Some(index) = index {
        index.remove(entries, name);
    }
    match entries.delete(name) {
        Ok(()) | Err(KeychainError::NotFound) => Ok(()),
        Err(error) => Err(error),
    }
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

    /// A part that cannot be removed now is left: it is of no use without its index.
    fn remove(&self, entries: &dyn Entries, name: &str) {
        for number in 0..self.parts {
            let _ = entries.delete(&self.part(name, number));
        }
    }
}

fn hash(value: &[u8]) -> String {
    hex(&Sha256::digest(value))
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
