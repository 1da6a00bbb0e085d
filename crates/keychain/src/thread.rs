//! All calls to the keychain run on one thread of their own: they may block for as long as a person needs to type a
//! password, two at once can confuse the Windows store, and none may ever block the runtime.

use std::sync::mpsc;

use secret::Secret;
use tokio::sync::oneshot;

use crate::store::SystemEntries;
use crate::{Entries, KeychainError, chunks};

type Call = Box<dyn FnOnce(&dyn Entries) + Send>;

/// The keychain of this computer. Cheap to clone; the thread ends with the last clone.
#[derive(Clone)]
pub struct Keychain {
    calls: mpsc::Sender<Call>,
}

impl Keychain {
    /// The operating system's keychain, under the name of a service. The service and the account's name are what a
    /// person sees in the system's own tool.
    pub fn system(service: &str) -> Self {
        Self::over(SystemEntries { service: service.to_owned() })
    }

    /// A keychain over other entries.
    pub fn over(entries: impl Entries + 'static) -> Self {
        let (calls, queue) = mpsc::channel::<Call>();
        // A thread that cannot be made shows as `Missing` at the first call: nobody listens then.
        let _ = std::thread::Builder::new().name("keychain".into()).spawn(move || {
            while let Ok(call) = queue.recv() {
                call(&entries);
            }
        });
        Self { calls }
    }

    /// Stores a secret under an account's name, and reads it back.
    ///
    /// # Errors
    /// [`KeychainError`]; the older secret of that name is then still there.
    pub async fn store(&self, name: &str, secret: Secret) -> Result<(), KeychainError> {
        let name = name.to_owned();
        self.call(move |entries| chunks::store(entries, &name, &secret)).await
    }

    /// Reads a secret.
    ///
    /// # Errors
    /// [`KeychainError`], `NotFound` when there is none.
    pub async fn read(&self, name: &str) -> Result<Secret, KeychainError> {
        let name = name.to_owned();
        self.call(move |entries| chunks::read(entries, &name)).await
    }

    /// Deletes a secret with all its parts. Ok also when there was none.
    ///
    /// # Errors
    /// [`KeychainError`], never `NotFound`.
    pub async fn delete(&self, name: &str) -> Result<(), KeychainError> {
        let name = name.to_owned();
        self.call(move |entries| chunks::delete(entries, &name)).await
    }

    async fn call<T: Send + 'static>(
        &self,
        call: impl FnOnce(&dyn Entries) -> Result<T, KeychainError> + Send + 'static,
    ) -> Result<T, KeychainError> {
        let (answer, answered) = oneshot::channel();
        let call: Call = Box::new(move |entries| {
            let _ = answer.send(call(entries));
        });
        self.calls.send(call).map_err(|_| KeychainError::Missing)?;
        answered.await.map_err(|_| KeychainError::Refused)?
    }
}
