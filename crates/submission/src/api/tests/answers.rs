//! Answers that say no: their names, their stage, their waiting time.

use contract::Stage;

use super::*;
use crate::Point;

#[tokio::test]
async fn an_answer_about_the_token_fails_the_sign_in_and_every_other_the_handing_over() {
    let rights = (Stage::SignIn, Point::Auth);
    let message = (Stage::HandOver, Point::Message);
    for (status, body, place) in [
        (401, r#"{"error":{"code":"InvalidAuthenticationToken"}}"#, rights),
        (401, "", rights),
        (403, r#"{"error":{"code":403,"errors":[{"reason":"accessNotConfigured"}]}}"#, rights),
        (403, r#"{"error":{"code":403,"details":[{"reason":"ACCESS_TOKEN_SCOPE_INSUFFICIENT"}]}}"#, rights),
        (403, r#"{"error":{"code":403,"errors":[{"reason":"domainPolicy"}]}}"#, rights),
        (403, r#"{"error":{"code":"ErrorAccessDenied","message":"Access is denied."}}"#, rights),
        (403, r#"{"error":{"code":"ErrorSendAsDenied","message":"..."}}"#, message),
        (403, r#"{"error":{"code":403,"errors":[{"reason":"userRateLimitExceeded"}]}}"#, message),
        (413, "<html>Request Entity Too Large", message),
        (429, "{}", message),
        (400, r#"{"error":{"errors":[{"reason":"invalidArgument"}]}}"#, message),
    ] {
        let outcome = submit(GRAPH, move |_| Response::json(status, body)).await;
        let failure = outcome.failure();
        assert_eq!((failure.stage, failure.point), place, "{status} {body}");
        assert!(!failure.may_have_gone);
        assert_eq!(failure.token_refused(), status == 401);
        assert_eq!(failure.finished.contains(&Stage::SignIn), failure.stage == Stage::HandOver);
    }
}

#[tokio::test]
async fn a_gateway_that_lost_its_answer_leaves_it_open_and_a_busy_one_does_not() {
    for (status, open) in [(500, true), (502, true), (503, false), (504, true), (507, false)] {
        let outcome = submit(GRAPH, move |_| Response::json(status, "{}")).await;
        assert_eq!(outcome.failure().may_have_gone, open, "{status}");
    }
}

#[tokio::test]
async fn the_time_to_wait_is_read_as_seconds_and_as_a_date() {
    let date = "Tue, 24 Nov 2026 10:00:00 GMT";
    for (value, seconds) in [
        ("17", Some(17)),
        (" 0 ", Some(0)),
        ("Tue, 24 Nov 2026 10:02:00 GMT", Some(120)),
        ("Tue, 24 Nov 2026 09:00:00 GMT", None),
        ("soon", None),
        ("-5", None),
        ("99999999999", Some(604_800)),
    ] {
        let answer = Response::json(429, "{}").with("Date", date).with("Retry-After", value);
        let outcome = submit(GRAPH, move |_| answer.clone()).await;
        assert_eq!(outcome.answer().retry_after.map(|wait| wait.as_secs()), seconds, "{value:?}");
    }
}

#[tokio::test]
async fn a_challenge_in_the_header_names_the_error_too() {
    let answer = Response { status: 403, headers: Vec::new(), body: Vec::new() }
        .with("WWW-Authenticate", r#"Bearer realm="x", error="insufficient_scope", scope="gmail.send""#);
    let outcome = submit(Api::Gmail, move |_| answer.clone()).await;
    assert_eq!(outcome.answer().names, ["insufficient_scope"]);
}

#[test]
fn both_providers_forms_are_read() {
    let google = r#"{"error":{"code":403,"message":"Gmail API has not been used in project 7 before or it is disabled.",
        "errors":[{"message":"Gmail API ...","domain":"usageLimits","reason":"accessNotConfigured"}],
        "status":"PERMISSION_DENIED","details":[{"@type":"x","reason":"SERVICE_DISABLED","domain":"googleapis.com"}]}}"#;
    let answer = ApiAnswer::read(Some(403), google.as_bytes());
    assert_eq!(answer.names, ["accessNotConfigured", "SERVICE_DISABLED", "PERMISSION_DENIED"]);
    assert!(answer.message.starts_with("Gmail API has not been used") && answer.is_named("service_disabled"));
    let graph = r#"{"error":{"code":"ErrorSendAsDenied","message":"Not allowed.","innerError":{"code":"inner","innerError":{"code":"deep"}}}}"#;
    let answer = ApiAnswer::read(Some(403), graph.as_bytes());
    assert_eq!(
        (answer.names.join(" ").as_str(), answer.message.as_str()),
        ("ErrorSendAsDenied inner deep", "Not allowed.")
    );
}

#[test]
fn pasted_words_give_their_error_wherever_it_stands() {
    let text = r#"HttpError 403 when requesting https://gmail.googleapis.com/ {weird} returned: [{"error": {"code": 403, "message": "Daily Limit Exceeded", "errors": [{"reason": "dailyLimitExceeded"}]}}] at line 7"#;
    let answer = ApiAnswer::find(text).expect("an error");
    assert_eq!((answer.status, answer.names.join(" ").as_str()), (Some(403), "dailyLimitExceeded"));
    assert_eq!(answer.message, "Daily Limit Exceeded");
    for none in ["", "{", "{}", r#"{"error":"invalid_grant"}"#, r#"{"error":null}"#, "550 5.7.1 {no}"] {
        assert_eq!(ApiAnswer::find(none), None, "{none}");
    }
}

#[test]
fn names_are_words_and_few() {
    let many: Vec<String> = (0..100).map(|at| format!(r#"{{"reason":"name{at}"}}"#)).collect();
    let body = format!(
        r#"{{"error":{{"code":"with blank","status":"{}","errors":[{}]}}}}"#,
        "x".repeat(81),
        many.join(",")
    );
    let answer = ApiAnswer::read(None, body.as_bytes());
    assert_eq!((answer.names.len(), answer.names[0].as_str()), (16, "name0"));
    let deep = format!(r#"{{"error":{}1{}}}"#, r#"{"innerError":"#.repeat(5_000), "}".repeat(5_000));
    assert!(ApiAnswer::read(None, deep.as_bytes()).names.is_empty());
}

#[test]
fn a_no_without_a_name_is_about_the_token_and_one_with_another_name_is_not() {
    let answer = |status, names: &[&str]| ApiAnswer {
        status: Some(status),
        names: names.iter().map(|name| (*name).to_owned()).collect(),
        ..ApiAnswer::default()
    };
    assert!(answer(403, &[]).is_about_the_token(), "a page of a gateway, and no word of the message");
    assert!(answer(403, &["forbidden", "domainPolicy"]).is_about_the_token());
    assert!(!answer(403, &["dailyLimitExceeded"]).is_about_the_token());
    assert!(!answer(400, &["insufficientPermissions"]).is_about_the_token());
    assert!(answer(401, &["anything"]).is_about_the_token());
}
