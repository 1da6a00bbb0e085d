//! What is never sent, and lines that break.

use contract::Stage;

use super::*;
use crate::{Cause, Point};

async fn unsent(submission: &ApiSubmission) -> ApiCause {
    let outcome = submit_this(submission, |_| Response::json(202, "")).await;
    let failure = outcome.failure();
    assert_eq!((failure.stage, failure.point, failure.may_have_gone), (Stage::Connect, Point::Before, false));
    assert!(outcome.server.seen().is_empty());
    failure.cause.clone()
}

#[tokio::test]
async fn a_message_that_is_too_large_is_not_sent_at_all() {
    for (api, most) in [(Api::Gmail, 36_700_160), (GRAPH, 3_145_728)] {
        let message = vec![b'x'; most + 1];
        let cause = unsent(&ApiSubmission { message, ..submission(api) }).await;
        assert_eq!(cause, ApiCause::TooLarge { size: most + 1, most });
    }
}

#[tokio::test]
async fn the_largest_message_of_graph_arrives_whole() {
    let message = vec![b'x'; GRAPH.most()];
    let outcome =
        submit_this(&ApiSubmission { message, ..submission(GRAPH) }, |_| Response::json(202, "")).await;
    outcome.result.expect("accepted");
    assert_eq!(outcome.server.seen()[0].bytes.len(), 4 * 1024 * 1024);
}

#[tokio::test]
async fn tokens_and_addresses_that_would_break_a_line_are_not_sent_at_all() {
    for token in ["", "tok en", "tok\r\nX-Evil: 1", "tok\u{1}en", "トークン"] {
        let cause = unsent(&ApiSubmission { token: token.into(), ..submission(GRAPH) }).await;
        assert_eq!(cause, ApiCause::Line(Cause::UnusableCredentials), "{token:?}");
    }
    let cause = unsent(&ApiSubmission { sender: "taro\r\n@gmail.com".into(), ..submission(GRAPH) }).await;
    assert_eq!(cause, ApiCause::Line(Cause::UnusableAddress));
}

#[tokio::test]
async fn a_redirect_is_not_followed() {
    for status in [301, 302, 303, 307, 308] {
        let answer = Response { status, headers: Vec::new(), body: Vec::new() };
        let answer = answer.with("Location", "https://graph.microsoft.com/v1.0/me/sendMail");
        let outcome = submit(GRAPH, move |_| answer.clone()).await;
        let failure = outcome.failure();
        assert_eq!((&failure.cause, failure.may_have_gone), (&ApiCause::Moved { status }, false));
        assert_eq!(outcome.server.seen().len(), 1);
    }
}

#[tokio::test]
async fn a_lost_answer_leaves_open_whether_the_message_has_gone() {
    for (answer, cause) in [
        (Response::none(), Cause::Closed),
        (Response::silence(), Cause::TimedOut { waited: submission(GRAPH).limits.data }),
    ] {
        let outcome = submit(GRAPH, move |_| answer.clone()).await;
        let failure = outcome.failure();
        assert_eq!(failure.cause, ApiCause::Line(cause));
        assert_eq!((failure.stage, failure.may_have_gone), (Stage::SignIn, true));
    }
}

#[tokio::test]
async fn the_token_is_shown_to_nobody_whose_certificate_is_wrong() {
    for flaw in [Flaw::None, Flaw::Expired, Flaw::UnknownIssuer, Flaw::SelfSigned] {
        let outcome = submit_to(&submission(GRAPH), &flaw, |_| Response::json(202, "")).await;
        let failure = outcome.failure();
        assert!(matches!(failure.cause, ApiCause::Line(Cause::Tls(_))), "{failure:?}");
        assert_eq!((failure.stage, failure.point, failure.may_have_gone), (Stage::Secure, Point::Tls, false));
        assert!(outcome.server.seen().is_empty());
    }
}

#[tokio::test]
async fn a_port_that_is_closed_is_named_so() {
    let tls = Tls::system().expect("a trust store");
    let result = submit_at(&submission(GRAPH), ("127.0.0.1", 1), &tls, &mut |_| {}).await;
    let failure = result.expect_err("nobody listens there");
    assert_eq!((failure.stage, failure.cause), (Stage::Connect, ApiCause::Line(Cause::Refused)));
}

#[tokio::test]
async fn heads_and_bodies_without_end_are_cut() {
    let long = "x".repeat(3_000_000);
    let body = long.clone();
    let outcome = submit(GRAPH, move |_| Response::json(503, &body)).await;
    assert_eq!(outcome.answer().status, Some(503));
    assert!(outcome.answer().message.len() <= 2_048);
    let outcome = submit(GRAPH, move |_| Response::json(202, "").with("X-Long", &long)).await;
    assert_eq!(outcome.failure().cause, ApiCause::Line(Cause::Malformed));
}

#[tokio::test]
async fn neither_errors_nor_debug_nor_an_echo_shows_the_token() {
    let echo = format!(r#"{{"error":{{"code":"Bad","message":"token {TOKEN} is bad"}}}}"#);
    let outcome = submit(GRAPH, move |_| Response::json(401, &echo)).await;
    let shown = format!("{:?} {} {:?}", outcome.failure(), outcome.failure(), submission(GRAPH));
    assert!(shown.contains("token *** is bad") && !shown.contains(TOKEN), "{shown}");
}
