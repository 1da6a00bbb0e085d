//! Which server is looked into, and what a failure there is called.

use contract::{Security, Server};
use tls::{DialFault, TlsFault};

use super::super::files::tests::named;
use super::*;

fn server(protocol: Protocol) -> MailboxServer {
    let server = Server { host: "mail.shop.example".into(), port: 993, security: Security::Tls };
    MailboxServer { protocol, server }
}

fn account() -> Account {
    Account { provider: None, ..named("tencho@shop.example") }
}

#[test]
fn imap_is_looked_into_where_there_is_a_choice_for_it_shows_the_spam_folder() {
    let [imap, pop3] = [Protocol::Imap, Protocol::Pop3].map(server);
    assert_eq!(best(&[pop3.clone(), imap.clone()]), Some(&imap));
    assert_eq!(best(std::slice::from_ref(&pop3)), Some(&pop3));
    assert_eq!(best(&[]), None);
}

#[test]
fn a_line_that_cannot_be_trusted_is_not_called_one_that_is_away() {
    let called = |point, cause| received(&Failure { point, cause }, &account(), &server(Protocol::Imap));
    let expired = TlsFault::Expired { not_after: None };
    for cause in [Cause::Tls(expired), Cause::NoStarttls, Cause::PlainAfterStarttls, Cause::Preauth] {
        assert!(matches!(called(Point::Tls, cause.clone()), Received::Untrusted), "{cause:?}");
    }
    let waited = Duration::from_secs(1);
    for cause in [Cause::Dial(DialFault::Refused), Cause::TimedOut { waited }, Cause::Closed] {
        assert!(matches!(called(Point::Dial, cause.clone()), Received::Unreached), "{cause:?}");
    }
    let no = || Cause::Refused { text: "[AUTHENTICATIONFAILED] Authentication failed.".into() };
    let Received::Refused(problem) = called(Point::SignIn, no()) else { panic!("a no to the sign-in") };
    assert_eq!(problem.code, ProblemCode::NotAccepted);
    assert!(matches!(called(Point::Greeting, no()), Received::Strange), "nobody had signed in yet");
}

#[test]
fn the_name_of_a_folder_is_shown_without_what_turns_a_line_around_and_not_endlessly() {
    assert_eq!(shown("取引先 2026".to_owned()), "取引先 2026");
    assert_eq!(shown("Bills\u{202e}gpj.exe\n".to_owned()), "Billsgpj.exe");
    assert_eq!(shown("x".repeat(100_000)).chars().count(), 300);
}
