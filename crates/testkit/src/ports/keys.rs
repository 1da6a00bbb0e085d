//! Takes every registration, or refuses it as a story says.

use std::sync::{Mutex, PoisonError};

use app::ports::{Keys, NewKey};
use futures_util::future::BoxFuture;
use wizard::{KeyFault, TakenKey};

/// The id of every registration that is taken.
pub const OWN_CLIENT: &str = "own-client.example";

/// Stands for the check of a registration, the keychain and the disk.
#[derive(Default)]
pub struct ScriptedKeys {
    /// Why the next one is refused.
    pub fault: Mutex<Option<KeyFault>>,
    /// Where the downloaded file lies.
    pub file: Mutex<Option<String>>,
    /// All that was handed over.
    pub taken: Mutex<Vec<NewKey>>,
}

impl Keys for ScriptedKeys {
    fn take(&self, key: NewKey) -> BoxFuture<'_, Result<TakenKey, KeyFault>> {
        Box::pin(async move {
            self.taken.lock().unwrap_or_else(PoisonError::into_inner).push(key);
            if let Some(fault) = self.fault.lock().unwrap_or_else(PoisonError::into_inner).take() {
                return Err(fault);
            }
            let file = self.file.lock().unwrap_or_else(PoisonError::into_inner).clone();
            Ok(TakenKey { client: OWN_CLIENT.to_owned(), file })
        })
    }

    fn delete_file(&self) -> bool {
        self.file.lock().unwrap_or_else(PoisonError::into_inner).take().is_some()
    }
}
