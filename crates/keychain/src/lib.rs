//! Secrets in the keychain of the operating system: Keychain, Credential Manager, Secret Service.
//!
//! Lives here: one entry an account, readable by name in the system's own tool; the splitting of secrets that are
//! larger than an entry; and the telling apart of "missing", "locked", "refused" and "damaged". Does not live here:
//! any other place for secrets. When the keychain cannot be used, nothing is stored, and nothing is wiped.

mod chunks;
mod error;
mod store;
mod thread;

pub use error::KeychainError;
pub use store::Entries;
pub use thread::Keychain;

#[cfg(test)]
mod tests;
