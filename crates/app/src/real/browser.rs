//! The system's browser, and its program for mail. Only https addresses, letters, and the one plain page by which a network
//! shows its own get there, all of our own making.

use futures_util::future::BoxFuture;

use super::finder::PLAIN_PAGE;
use crate::ports::Browser;

pub(super) struct SystemBrowser;

impl Browser for SystemBrowser {
    fn open<'a>(&'a self, url: &'a str) -> BoxFuture<'a, bool> {
        let url = url.to_owned();
        Box::pin(async move {
            if !may_be_opened(&url) {
                return false;
            }
            // A launcher may take its time to fail: never on a thread of the runtime.
            tokio::task::spawn_blocking(move || open::that_detached(url).is_ok()).await.unwrap_or(false)
        })
    }
}

fn may_be_opened(url: &str) -> bool {
    url == PLAIN_PAGE || ["https://", "mailto:"].iter().any(|scheme| url.starts_with(scheme))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_goes_to_the_system_is_a_page_or_a_letter() {
        for url in ["https://accounts.google.com/", "mailto:?subject=a&body=b", PLAIN_PAGE] {
            assert!(may_be_opened(url), "{url}");
        }
        let others = [
            "http://detectportal.firefox.com/",
            "file:///etc/passwd",
            "calc.exe",
            "HTTPS:/x",
            "ms-settings:",
            "",
        ];
        for url in others {
            assert!(!may_be_opened(url), "{url}");
        }
    }
}
