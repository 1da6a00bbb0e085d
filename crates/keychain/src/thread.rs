//! All calls to the keychain run on one thread of their own: they may block for as long as a person needs to type a
//! password, two at once can confuse the Windows store, and none may ever block the runtime.
//!
//! Whoever asked may be gone by then: dropping the future of a call is how a person's "Cancel" comes here. A call whose
//! turn has not come is then left undone, and a secret that was stored meanwhile is taken back.

use std::sync::mpsc;

use secret::Secret;
use tokio::sync::oneshot;

use crate::store::SystemEntries;
use crate::{Entries, KeychainError, chunks};

type Call = Box<dyn FnOnce(&dyn Entries) + Send>;
type Answer<T> = oneshot::Sender<Result<T, KeychainError>>;

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
    /// When the future is dropped before it is ready, nothing is stored: what was there before is put back, if nobody
    /// has written since and the keychain allows it. Once it is ready the secret is there, and the caller's to delete.
    ///
    /// # Errors
    /// [`KeychainError`]; the older secret of that name is then still there, as far as the keychain lets it be put back.
    pub async fn store(&self, name: &str, secret: Secret) -> Result<(), KeychainError> {
        let name = name.to_owned();
        let store = move |entries: &dyn Entries, answer: Answer<()>| {
            if answer.is_closed() {
                return;
            }
            match chunks::write(entries, &name, &secret) {
                Ok(written) => match answer.send(Ok(())) {
                    Ok(()) => written.keep(),
                    Err(_) => written.undo(),
                },
                Err(error) => {
                    let _ = answer.send(Err(error));
                }
            }
        };
        self.queue(store).await
    }

    /// Stores a secret as [`Keychain::store`] does, but also when the future is dropped, from its first poll on: for a
    /// permission whose predecessor the provider may have ended (RFC 9700, 4.14.2), where putting the older one back
    /// would end them all.
    ///
    /// # Errors
    /// As [`Keychain::store`].
    pub async fn store_detached(&self, name: &str, secret: Secret) -> Result<(), KeychainError> {
        let name = name.to_owned();
        let store = move |entries: &dyn Entries, answer: Answer<()>| {
            let _ = answer.send(chunks::store(entries, &name, &secret));
        };
        self.queue(store).await
    }

    /// Reads a secret.
    ///
    /// # Errors
    /// [`KeychainError`], `NotFound` when there is none.
    pub async fn read(&self, name: &str) -> Result<Secret, KeychainError> {
        let name = name.to_owned();
        self.call(move |entries| chunks::read(entries, &name)).await
    }

    /// Whether the system would ask the person to open the keychain before it gives this secret. Nobody is asked here;
    /// false where it cannot be told, as on Windows and macOS.
    pub async fn would_ask(&self, name: &str) -> bool {
        let name = name.to_owned();
        self.call(move |entries| Ok(entries.would_ask(&name))).await.unwrap_or(false)
    }

    /// Deletes a secret with all its parts. Ok also when there was none.
    ///
    /// # Errors
    /// [`KeychainError`], never `NotFound`. Something is then still there, and another call goes on with it.
    pub async fn delete(&self, name: &str) -> Result<(), KeychainError> {
        let name = name.to_owned();
        self.call(move |entries| chunks::delete(entries, &name)).await
    }

    /// A call that is of no use when nobody waits for it.
    async fn call<T: Send + 'static>(
        &self,
        call: impl FnOnce(&dyn Entries) -> Result<T, KeychainError> + Send + 'static,
    ) -> Result<T, KeychainError> {
        let call = move |entries: &dyn Entries, answer: Answer<T>| {
            if !answer.is_closed() {
                let _ = answer.send(call(entries));
            }
        };
        self.queue(call).await
    }

    async fn queue<T: Send + 'static>(
        &self,
        call: impl FnOnce(&dyn Entries, Answer<T>) + Send + 'static,
    ) -> Result<T, KeychainError> {
        let (answer, answered) = oneshot::channel();
        let call: Call = Box::new(move |entries| call(entries, answer));
        self.calls.send(call).map_err(|_| KeychainError::Missing)?;
        answered.await.map_err(|_| KeychainError::Refused)?
    }
}
