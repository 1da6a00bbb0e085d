//! Where secrets wait between being handed over and being stored. In memory only.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use secret::Secret;
use wizard::SecretRef;

use crate::token::Token;

/// A secret and, for a consent, the access token that came with it.
#[derive(Debug, Clone)]
pub(crate) struct Held {
    pub(crate) secret: Secret,
    pub(crate) access: Option<Token>,
}

/// All secrets of this run.
#[derive(Debug, Clone, Default)]
pub(crate) struct Pocket {
    held: Arc<Mutex<(u64, HashMap<SecretRef, Held>)>>,
}

impl Pocket {
    pub(crate) fn put(&self, secret: Secret, access: Option<Token>) -> SecretRef {
        let mut held = self.held.lock().unwrap_or_else(PoisonError::into_inner);
        held.0 += 1;
        let reference = SecretRef(held.0);
        held.1.insert(reference, Held { secret, access });
        reference
    }

    pub(crate) fn get(&self, reference: SecretRef) -> Option<Held> {
        self.held.lock().unwrap_or_else(PoisonError::into_inner).1.get(&reference).cloned()
    }

    /// Puts a renewed permission in the place of the old one.
    pub(crate) fn renew(&self, reference: SecretRef, secret: Option<Secret>, access: Token) {
        let mut held = self.held.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(entry) = held.1.get_mut(&reference) {
            if let Some(secret) = secret {
                entry.secret = secret;
            }
            entry.access = Some(access);
        }
    }

    pub(crate) fn forget(&self, reference: SecretRef) {
        self.held.lock().unwrap_or_else(PoisonError::into_inner).1.remove(&reference);
    }
}
