//! Servers that mean no good, or none at all.

use std::time::Duration;

use testkit::mailbox::Plan;
use testkit::smtp::Answer;
use testkit::tls::Flaw;
use tls::{Tls, TlsFault};

use super::{MESSAGE_ID, look_into, password};
use crate::{Cause, Point, Search, look};

async fn trouble(plan: Plan) -> (Point, Cause) {
    let outcome = look_into(plan, password()).await;
    let failure = outcome.result.expect_err("no finding");
    (failure.point, failure.cause)
}

fn starttls() -> Plan {
    Plan { implicit: false, ..Plan::imap() }
}

#[tokio::test]
async fn preauth_is_refused_with_and_without_tls() {
    let preauth = || Answer::line("* PREAUTH you are somebody");
    assert_eq!(trouble(Plan::imap().at("GREETING", preauth())).await, (Point::Greeting, Cause::Preauth));
    assert_eq!(trouble(starttls().at("GREETING", preauth())).await, (Point::Starttls, Cause::Preauth));
}

#[tokio::test]
async fn bye_and_other_tongues_end_the_look() {
    let (point, cause) = trouble(Plan::imap().at("GREETING", Answer::line("* BYE too many"))).await;
    assert_eq!(point, Point::Greeting);
    assert!(matches!(cause, Cause::Refused { .. }), "{cause:?}");
    let smtp = Plan::imap().at("GREETING", Answer::line("220 mail.test ESMTP"));
    assert_eq!(trouble(smtp).await, (Point::Greeting, Cause::Malformed));
    let (_, cause) = trouble(Plan::imap().at("SEARCH", Answer::line("* BYE going down"))).await;
    assert_eq!(cause, Cause::Closed);
}

#[tokio::test]
async fn starttls_is_byte_exact() {
    let injected = b"a OK go ahead\r\n* CAPABILITY IMAP4rev1\r\n".to_vec();
    let outcome = look_into(starttls().at("STARTTLS", Answer::Say(injected)), password()).await;
    assert_eq!(outcome.result.expect_err("injected").cause, Cause::PlainAfterStarttls);
    assert!(outcome.server.log().secured.is_empty());
    let stripped = starttls().at("STARTTLS", Answer::line("{tag} BAD unknown command"));
    assert_eq!(trouble(stripped).await, (Point::Starttls, Cause::NoStarttls));
    assert_eq!(trouble(starttls().at("STARTTLS", Answer::line("* OK go"))).await.0, Point::Starttls);
    let leaving = starttls().at("STARTTLS", Answer::line("* BYE going down"));
    assert_eq!(trouble(leaving).await, (Point::Starttls, Cause::Closed));
}

#[tokio::test]
async fn a_flawed_certificate_ends_the_look() {
    let plan = Plan { flaw: Flaw::Expired, ..Plan::imap() };
    let expired = Cause::Tls(TlsFault::Expired { not_after: Some(1_609_459_200) });
    assert_eq!(trouble(plan).await, (Point::Tls, expired));
}

#[tokio::test]
async fn a_session_reads_no_more_than_it_may() {
    for at in ["CAPABILITY", "GREETING"] {
        let (_, cause) = trouble(Plan::imap().at(at, Answer::EndlessLine)).await;
        assert_eq!(cause, Cause::TooLong, "{at}");
    }
    // After the sign-in a parser goes over the line anew with each piece, so that the time may be up first.
    for at in ["LIST", "SEARCH"] {
        let (_, cause) = trouble(Plan::imap().at(at, Answer::EndlessLine)).await;
        assert!(matches!(cause, Cause::TooLong | Cause::TimedOut { .. }), "{at}: {cause:?}");
    }
    let literal = b"* LIST () \"/\" {400000000}\r\n".to_vec();
    let mut bytes = literal.clone();
    bytes.extend(vec![b'x'; 2_000_000]);
    let (_, cause) = trouble(Plan::imap().at("LIST", Answer::Say(bytes))).await;
    assert_eq!(cause, Cause::TooLong);
}

#[tokio::test]
async fn silence_is_limited_at_every_place() {
    for at in ["GREETING", "CAPABILITY", "AUTHENTICATE", "NEXT", "LIST", "EXAMINE", "SEARCH"] {
        let (_, cause) = trouble(Plan::imap().at(at, Answer::Silent)).await;
        assert_eq!(cause, Cause::TimedOut { waited: Duration::from_millis(1500) }, "{at}");
    }
}

#[tokio::test]
async fn a_lost_connection_is_no_empty_answer() {
    for at in ["GREETING", "CAPABILITY", "AUTHENTICATE", "LIST", "EXAMINE", "SEARCH"] {
        let (_, cause) = trouble(Plan::imap().at(at, Answer::Close)).await;
        assert_eq!(cause, Cause::Closed, "{at}");
    }
}

#[tokio::test]
async fn a_message_id_that_would_end_the_quotes_is_not_sent() {
    let server =
        contract::Server { host: "localhost".to_owned(), port: 9, security: contract::Security::Tls };
    let long = format!("<{}@b>", "x".repeat(250));
    for bad in ["", "x", "<x>", &long, "<a@b\" OR ALL>", "<a@b>\r\nC LOGOUT", "<a@\u{3042}>", "<a\\@b>"] {
        let search = Search {
            server: contract::MailboxServer { protocol: contract::Protocol::Imap, server: server.clone() },
            credentials: password(),
            message_id: bad.to_owned(),
            now: std::time::SystemTime::UNIX_EPOCH,
            patience: Duration::ZERO,
            every: Duration::ZERO,
            limits: submission::Limits::default(),
        };
        let failure = look(&search, &Tls::system().expect("a trust store")).await.expect_err("refused");
        assert_eq!(failure.cause, Cause::UnusableMessageId, "{bad}");
    }
    assert!(MESSAGE_ID.starts_with('<'));
}

static LOGGED: std::sync::Mutex<String> = std::sync::Mutex::new(String::new());

struct Everything;

impl log::Log for Everything {
    fn enabled(&self, _: &log::Metadata<'_>) -> bool {
        true
    }

    fn log(&self, record: &log::Record<'_>) {
        LOGGED.lock().expect("no panic while logging").push_str(&format!("{}\n", record.args()));
    }

    fn flush(&self) {}
}

#[tokio::test]
async fn no_secret_is_logged_however_much_is_asked_for() {
    log::set_logger(&Everything).expect("the only logger");
    log::set_max_level(log::LevelFilter::Trace);
    log::debug!("the logger works");
    let mut plan = Plan::imap();
    plan.offers = String::new();
    let outcome = look_into(plan, password()).await;
    assert!(outcome.server.log().secured.iter().any(|line| line.contains(super::PASSWORD)));
    let logged = LOGGED.lock().expect("no panic while logging").clone();
    assert!(logged.contains("the logger works") && !logged.contains(super::PASSWORD), "{logged}");
}
