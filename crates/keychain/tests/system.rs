//! The real keychain of this computer, in the state that `TODOITA_TEST_KEYCHAIN` names: `unlocked`, `locked` or
//! `none`. The test run starts each state by `tests/pretend-internet/with-keyring.sh`; without the variable there is
//! no keychain whose state is known, and the tests say so and end.

#![allow(clippy::disallowed_methods, clippy::unwrap_used, clippy::print_stderr, reason = "a test")]

use keychain::{Keychain, KeychainError};
use secret::Secret;

const NAME: &str = "keychain-test@example.jp";

fn state() -> Option<String> {
    let state = std::env::var("TODOITA_TEST_KEYCHAIN").ok();
    if state.is_none() {
        eprintln!("no keychain was prepared for this run");
    }
    state
}

#[tokio::test]
async fn the_keychain_of_this_computer() {
    let Some(state) = state() else { return };
    let keychain = Keychain::system("Todoita test");
    let long =
        Secret::new((0..7_000u32).map(|index| b'a' + u8::try_from(index % 26).unwrap()).collect::<Vec<u8>>());
    match state.as_str() {
        "unlocked" => {
            for secret in [Secret::from("abcd-efgh-ijkl-mnop"), Secret::from("päss wörd 日本"), long] {
                keychain.store(NAME, secret.clone()).await.unwrap();
                assert_eq!(keychain.read(NAME).await.unwrap(), secret);
                assert!(!keychain.would_ask(NAME).await);
            }
            keychain.delete(NAME).await.unwrap();
            assert_eq!(keychain.read(NAME).await.unwrap_err(), KeychainError::NotFound);
        }
        "locked" => {
            assert!(keychain.would_ask(NAME).await, "and nobody was asked by that");
            assert_eq!(keychain.store(NAME, long).await.unwrap_err(), KeychainError::Locked);
        }
        "none" => {
            assert!(!keychain.would_ask(NAME).await);
            assert_eq!(keychain.store(NAME, long).await.unwrap_err(), KeychainError::Missing);
            assert_eq!(keychain.read(NAME).await.unwrap_err(), KeychainError::Missing);
        }
        other => panic!("unknown state {other}"),
    }
}
