//! Looks into scripted mailboxes with real TCP and real TLS.

mod check;
mod imap;
mod pop3;
mod trouble;
mod wider;

use std::time::{Duration, SystemTime};

use contract::{MailboxServer as Place, Protocol, Security, Server};
use submission::{Credentials, Limits};
use testkit::mailbox::{MailboxServer, Plan, Speaks};
use tls::Tls;

use crate::{Failure, Finding, Search, look};

const MESSAGE_ID: &str = "<0123456789abcdef@example.jp>";
const PASSWORD: &str = "correct-horse-battery";

fn password() -> Credentials {
    Credentials::Password { user_name: "taro@example.jp".to_owned(), password: PASSWORD.into() }
}

fn bearer() -> Credentials {
    Credentials::Bearer { user_name: "taro@example.jp".to_owned(), token: "a-token-of-some-length".into() }
}

struct Outcome {
    result: Result<Finding, Failure>,
    server: MailboxServer,
}

/// Looks for 1.5 s, every 50 ms.
async fn look_into(plan: Plan, credentials: Credentials) -> Outcome {
    look_long(plan, credentials, Duration::from_millis(1500)).await
}

/// 3 December 2026, 12:00 UTC.
const NOW: Duration = Duration::from_secs(1_796_299_200);

/// Looks as long as this, every 50 ms.
async fn look_long(plan: Plan, credentials: Credentials, patience: Duration) -> Outcome {
    look_at(plan, credentials, patience, NOW).await
}

/// Looks by a clock that shows this, since 1970.
async fn look_at(plan: Plan, credentials: Credentials, patience: Duration, now: Duration) -> Outcome {
    let protocol = match plan.speaks {
        Speaks::Imap => Protocol::Imap,
        Speaks::Pop3 => Protocol::Pop3,
    };
    let security = if plan.implicit { Security::Tls } else { Security::Starttls };
    let server = MailboxServer::start(plan).await;
    let place = Server { host: "localhost".to_owned(), port: server.port, security };
    let brief = Duration::from_millis(1500);
    let search = Search {
        server: Place { protocol, server: place },
        credentials,
        message_id: MESSAGE_ID.to_owned(),
        now: SystemTime::UNIX_EPOCH + now,
        patience,
        every: Duration::from_millis(50),
        limits: Limits { tls: brief, greeting: brief, command: brief, ..Limits::default() },
    };
    let tls = Tls::with_extra_roots([server.root.clone()]).expect("a trust store");
    let result = look(&search, &tls).await;
    Outcome { result, server }
}
