//! The ways a keychain can fail, told apart because each has another remedy.

/// Why a secret could not be stored, read or deleted. Never carries a part of the secret.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum KeychainError {
    /// No keychain service runs on this computer, or none can be reached.
    #[error("there is no keychain")]
    Missing,
    /// It is locked, and was not opened.
    #[error("the keychain is locked")]
    Locked,
    /// The person or the system refused.
    #[error("the keychain refused")]
    Refused,
    /// What is there is not what was stored.
    #[error("the stored secret is damaged")]
    Damaged,
    /// Nothing is stored under this name.
    #[error("nothing is stored under this name")]
    NotFound,
}

impl From<keyring_core::Error> for KeychainError {
    #[expect(clippy::wildcard_enum_match_arm, reason = "the enum is open: its makers may add variants")]
    fn from(error: keyring_core::Error) -> Self {
        use keyring_core::Error as E;
        match error {
            E::NoEntry => Self::NotFound,
            E::NoDefaultStore => Self::Missing,
            E::NoStorageAccess(_) => Self::Locked,
            E::PlatformFailure(cause) => platform(cause.as_ref()),
            E::BadEncoding(_) | E::BadDataFormat(..) | E::BadStoreFormat(_) | E::Ambiguous(_) => {
                Self::Damaged
            }
            _ => Self::Refused,
        }
    }
}

/// On Linux the bus tells a service that is not there from one that says no.
#[cfg(all(unix, not(target_os = "macos")))]
fn platform(cause: &(dyn std::error::Error + Send + Sync + 'static)) -> KeychainError {
    use secret_service::Error as E;
    match cause.downcast_ref::<E>() {
        Some(E::Unavailable | E::Zbus(_) | E::ZbusFdo(_)) | None => KeychainError::Missing,
        Some(E::Locked | E::Prompt) => KeychainError::Locked,
        Some(E::NoResult) => KeychainError::Refused,
        Some(E::Crypto(_)) => KeychainError::Damaged,
        Some(_) => KeychainError::Refused,
    }
}

#[cfg(not(all(unix, not(target_os = "macos"))))]
fn platform(_cause: &(dyn std::error::Error + Send + Sync + 'static)) -> KeychainError {
    KeychainError::Refused
}
