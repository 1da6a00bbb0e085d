//! The failures of the systems' keychains, and which of ours each is.

use keyring_core::Error as E;

use super::*;

fn cause(words: &str) -> Box<dyn std::error::Error + Send + Sync> {
    words.into()
}

#[test]
fn each_failure_has_the_name_of_its_remedy() {
    for (failure, name) in [
        (E::NoEntry, KeychainError::NotFound),
        (E::NoDefaultStore, KeychainError::Missing),
        (E::NoStorageAccess(cause("locked")), KeychainError::Locked),
        (E::BadEncoding(vec![0xff]), KeychainError::Damaged),
        (E::BadDataFormat(Vec::new(), cause("no cipher text")), KeychainError::Damaged),
        (E::BadStoreFormat("no store".to_owned()), KeychainError::Damaged),
        (E::Ambiguous(Vec::new()), KeychainError::Damaged),
        (E::TooLong("name".to_owned(), 1), KeychainError::Refused),
        (E::Invalid("name".to_owned(), "empty".to_owned()), KeychainError::Refused),
        (E::NotSupportedByStore("no".to_owned()), KeychainError::Refused),
    ] {
        let shown = failure.to_string();
        assert_eq!(KeychainError::from(failure), name, "{shown}");
    }
}

#[cfg(all(unix, not(target_os = "macos")))]
#[test]
fn a_keychain_that_says_no_is_told_from_one_that_is_not_there() {
    use secret_service::Error as S;
    for (failure, name) in [
        (S::Unavailable, KeychainError::Missing),
        (S::Locked, KeychainError::Locked),
        (S::Prompt, KeychainError::Locked),
        (S::NoResult, KeychainError::Refused),
        (S::Crypto("padding"), KeychainError::Damaged),
    ] {
        let shown = failure.to_string();
        assert_eq!(KeychainError::from(E::PlatformFailure(Box::new(failure))), name, "{shown}");
    }
    assert_eq!(KeychainError::from(E::PlatformFailure(cause("no bus"))), KeychainError::Missing);
}
