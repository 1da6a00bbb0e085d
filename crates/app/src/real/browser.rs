//! The system's browser, and its program for mail. Only https addresses and letters, all of our own making, get there.

use futures_util::future::BoxFuture;

use crate::ports::Browser;

pub(super) struct SystemBrowser;

impl Browser for SystemBrowser {
    fn open<'a>(&'a self, url: &'a str) -> BoxFuture<'a, bool> {
        let url = url.to_owned();
        Box::pin(async move {
            if !["https://", "mailto:"].iter().any(|scheme| url.starts_with(scheme)) {
                return false;
            }
            // A launcher may take its time to fail: never on a thread of the runtime.
            tokio::task::spawn_blocking(move || open::that_detached(url).is_ok()).await.unwrap_or(false)
        })
    }
}
