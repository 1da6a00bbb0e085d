//! Signing in without looking for anything.

use std::time::Duration;

use contract::{MailboxServer as Place, Protocol, Security, Server};
use submission::{Credentials, Limits};
use testkit::mailbox::{MailboxServer, Plan, Speaks};
use testkit::smtp::Answer;
use tls::Tls;

use super::{PASSWORD, bearer, password};
use crate::{Cause, Failure, Point, check};

async fn check_at(plan: Plan, credentials: &Credentials) -> (Result<(), Failure>, MailboxServer) {
    let protocol = match plan.speaks {
        Speaks::Imap => Protocol::Imap,
        Speaks::Pop3 => Protocol::Pop3,
    };
    let security = if plan.implicit { Security::Tls } else { Security::Starttls };
    let server = MailboxServer::start(plan).await;
    let place = Place { protocol, server: Server { host: "localhost".into(), port: server.port, security } };
    let brief = Duration::from_millis(1500);
    let limits = Limits { tls: brief, greeting: brief, command: brief, ..Limits::default() };
    let tls = Tls::with_extra_roots([server.root.clone()]).expect("a trust store");
    (check(&place, credentials, limits, &tls).await, server)
}

#[tokio::test]
async fn the_inbox_is_opened_and_nothing_is_read() {
    for plan in [Plan::imap(), Plan { implicit: false, ..Plan::imap() }] {
        for credentials in [password(), bearer()] {
            let (result, server) = check_at(plan.clone(), &credentials).await;
            assert_eq!(result, Ok(()));
            let log = server.log();
            assert!(log.secured.iter().any(|line| line.contains("EXAMINE")), "{log:?}");
            assert!(log.secured.iter().any(|line| line.contains("LOGOUT")), "{log:?}");
            for never in ["SELECT", "FETCH", "SEARCH", "STORE"] {
                assert!(!log.secured.iter().any(|line| line.contains(never)), "{never}: {log:?}");
            }
        }
    }
}

#[tokio::test]
async fn pop3_is_opened_and_left() {
    let (result, server) = check_at(Plan::pop3(), &password()).await;
    assert_eq!(result, Ok(()));
    let log = server.log();
    assert!(log.secured.iter().any(|line| line.starts_with("STAT")), "{log:?}");
    assert!(!log.secured.iter().any(|line| line.starts_with("TOP") || line.starts_with("RETR")), "{log:?}");
}

#[tokio::test]
async fn a_no_is_told_in_the_servers_words_and_without_the_password() {
    let no = Answer::line(&format!("{{tag}} NO IMAP access is disabled {PASSWORD}"));
    let (result, _) = check_at(Plan::imap().at("AUTHENTICATE", no), &password()).await;
    let failure = result.expect_err("refused");
    assert_eq!(failure.point, Point::SignIn);
    let Cause::Refused { text } = failure.cause else { panic!("{:?}", failure.cause) };
    assert!(text.contains("IMAP access is disabled") && !text.contains(PASSWORD), "{text}");
}
