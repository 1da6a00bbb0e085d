//! Which failures lead to the next server, and which to a fresh token.

use submission::{Point, Reply};

use super::*;

fn failure(stage: Stage, cause: Cause) -> Failure {
    Failure { stage, point: Point::Before, cause, finished: Vec::new(), may_have_gone: false }
}

fn reply() -> Cause {
    let reply = Reply { code: 535, enhanced: None, lines: vec!["no".to_owned()] };
    Cause::Reply { reply, challenge: None }
}

#[test]
fn only_a_server_that_was_not_reached_is_passed_over() {
    let waited = Duration::from_secs(1);
    for cause in
        [Cause::HostNotFound, Cause::Refused, Cause::Unreachable, Cause::Closed, Cause::TimedOut { waited }]
    {
        assert!(unreached(&failure(Stage::Connect, cause.clone())), "{cause:?}");
        assert!(!unreached(&failure(Stage::HandOver, cause.clone())), "{cause:?}: it was there");
    }
    assert!(unreached(&failure(Stage::Secure, Cause::Tls(TlsFault::NotTls))), "nothing was said to anybody");
    let certificates = [
        TlsFault::Expired { not_after: None },
        TlsFault::NotYetValid { not_before: None },
        TlsFault::WrongName { presented: Vec::new() },
        TlsFault::UnknownIssuer { issuer: None },
        TlsFault::Revoked,
        TlsFault::Closed,
    ];
    let doubtful = certificates.map(Cause::Tls);
    for cause in doubtful.into_iter().chain([Cause::NoStarttls, Cause::PlainAfterStarttls, reply()]) {
        assert!(!unreached(&failure(Stage::Secure, cause.clone())), "{cause:?} is not passed over");
    }
}

#[test]
fn a_fresh_token_is_asked_for_where_the_token_was_refused_and_nowhere_else() {
    let refused =
        |stage, cause, code| token_refused(&failure(stage, cause), &diagnosis::problem(code, stage));
    for code in
        [ProblemCode::NotAccepted, ProblemCode::MicrosoftRefused, ProblemCode::GooglePermissionLacksMail]
    {
        assert!(refused(Stage::SignIn, reply(), code), "{code:?}");
        assert!(!refused(Stage::HandOver, reply(), code), "{code:?}: that was about the message");
        assert!(!refused(Stage::SignIn, Cause::Closed, code), "{code:?}: nobody refused it");
    }
    assert!(!refused(Stage::SignIn, reply(), ProblemCode::SmtpAuthOff), "no token helps there");
}
