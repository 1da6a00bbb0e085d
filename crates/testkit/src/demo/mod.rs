//! The demonstration: the whole program against a provider that lives inside it. No account, no network, nothing kept.
//!
//! Real parts: the wizard, the SMTP and IMAP conversations with real TLS on loopback, the browser. Made up: the
//! provider, its sign-in page (which says so), the keychain and the files (both in memory).
//!
//! `wrong` anywhere in a password is refused by the server; every other one is taken.

mod consents;
mod finder;
mod mail;
mod page;

use std::sync::Arc;

use app::ports::{Browser, Ports};
use futures_util::future::BoxFuture;

use crate::ports::{MemoryVault, RecordingFiles, RecordingSchedule, ScriptedKeys};
use crate::smtp::{Answer, At, Plan, SmtpServer};

/// The client ids of the demonstration, so that the browser road is open.
pub const CLIENT: &str = "demonstration";

/// All ports of the demonstration. `real` lends its table of providers, its clock and its browser.
pub async fn ports(real: Ports) -> Ports {
    let good = SmtpServer::start(Plan::tls()).await;
    let refusal = Answer::line("535 5.7.8 Authentication credentials invalid");
    let bad = SmtpServer::start(Plan::tls().at(At::Auth, refusal)).await;
    let browser: Arc<dyn Browser> = Arc::new(AnyBrowser);
    Ports {
        finder: Arc::new(finder::Embedded { table: Arc::clone(&real.finder), port: good.port }),
        consents: Arc::new(consents::Embedded { port: good.port }),
        mailbox: Arc::new(mail::Mailbox),
        mailer: Arc::new(mail::Mailer::new(good, bad)),
        vault: Arc::new(MemoryVault::default()),
        files: Arc::new(RecordingFiles::default()),
        keys: Arc::new(ScriptedKeys::default()),
        schedule: Arc::new(RecordingSchedule::default()),
        browser,
        clock: real.clock,
    }
}

/// The system's browser, also for the sign-in page on this computer.
struct AnyBrowser;

impl Browser for AnyBrowser {
    fn open<'a>(&'a self, url: &'a str) -> BoxFuture<'a, bool> {
        let url = url.to_owned();
        Box::pin(async move {
            tokio::task::spawn_blocking(move || open::that_detached(url).is_ok()).await.unwrap_or(false)
        })
    }
}
