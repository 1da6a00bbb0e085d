//! The keychain behind its port.

use contract::{Action, Problem, ProblemCode, Stage};
use futures_util::future::BoxFuture;
use keychain::{Keychain, KeychainError};
use secret::Secret;

use crate::ports::Vault;

pub(super) struct SystemKeychain {
    keychain: Keychain,
}

impl SystemKeychain {
    pub(super) fn new(keychain: Keychain) -> Self {
        Self { keychain }
    }
}

impl Vault for SystemKeychain {
    fn store<'a>(&'a self, account: &'a str, secret: Secret) -> BoxFuture<'a, Result<(), Problem>> {
        Box::pin(async move { self.keychain.store(account, secret).await.map_err(problem) })
    }

    fn read<'a>(&'a self, account: &'a str) -> BoxFuture<'a, Result<Secret, Problem>> {
        Box::pin(async move { self.keychain.read(account).await.map_err(problem) })
    }

    fn would_ask<'a>(&'a self, account: &'a str) -> BoxFuture<'a, bool> {
        Box::pin(self.keychain.would_ask(account))
    }

    fn delete<'a>(&'a self, account: &'a str) -> BoxFuture<'a, bool> {
        Box::pin(async move {
            match self.keychain.delete(account).await {
                Ok(()) => true,
                // A keychain that cannot be reached may still hold it.
                Err(
                    KeychainError::Missing
                    | KeychainError::Locked
                    | KeychainError::Refused
                    | KeychainError::Damaged
                    | KeychainError::NotFound,
                ) => false,
            }
        })
    }
}

/// The card for a failure of the keychain.
pub(super) fn problem(error: KeychainError) -> Problem {
    let code = match error {
        KeychainError::Missing => ProblemCode::KeychainMissing,
        KeychainError::Locked => ProblemCode::KeychainLocked,
        KeychainError::Refused => ProblemCode::KeychainRefused,
        KeychainError::Damaged | KeychainError::NotFound => ProblemCode::KeychainDamaged,
    };
    let mut problem = diagnosis::problem(code, Stage::Keep);
    if error == KeychainError::NotFound {
        problem.remedies = vec![Action::SignInAgain, Action::TryAgain];
    }
    problem
}
