//! The two roads to a message that was taken over.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use contract::Stage;

use super::*;
use crate::{Cause, Event};

const STAGES: [Stage; 4] = [Stage::Connect, Stage::Secure, Stage::SignIn, Stage::HandOver];

#[tokio::test]
async fn gmail_gets_the_message_byte_for_byte_and_the_token_in_its_header() {
    let outcome = submit(Api::Gmail, |_| Response::json(200, r#"{"id":"19ab","threadId":"19ab"}"#)).await;
    let accepted = outcome.result.as_ref().expect("accepted");
    assert_eq!((accepted.reply.code, accepted.reply.text().as_str()), (200, "19ab"));
    assert_eq!(accepted.timings.iter().map(|timing| timing.stage).collect::<Vec<_>>(), STAGES);
    let request = &outcome.server.seen()[0];
    assert_eq!(request.line, "POST /upload/gmail/v1/users/me/messages/send?uploadType=media");
    assert_eq!(request.host, "gmail.googleapis.com");
    assert_eq!(request.header("content-type"), Some("message/rfc822"));
    assert_eq!(request.header("authorization"), Some(format!("Bearer {TOKEN}").as_str()));
    assert_eq!(request.bytes, MESSAGE);
}

#[tokio::test]
async fn graph_gets_the_message_in_base64_and_202_is_accepted() {
    let outcome = submit(GRAPH, |_| Response { status: 202, headers: Vec::new(), body: Vec::new() }).await;
    let accepted = outcome.result.as_ref().expect("accepted");
    assert_eq!((accepted.reply.code, accepted.reply.text().as_str()), (202, "accepted"));
    let request = &outcome.server.seen()[0];
    assert_eq!(
        (request.line.as_str(), request.host.as_str()),
        ("POST /v1.0/me/sendMail", "graph.microsoft.com")
    );
    assert_eq!(request.header("content-type"), Some("text/plain"));
    assert_eq!(STANDARD.decode(&request.bytes).expect("base64"), MESSAGE);
}

#[tokio::test]
async fn every_cloud_has_its_own_host() {
    for (cloud, host) in [
        (Cloud::UsGovernment, "graph.microsoft.us"),
        (Cloud::UsDefense, "dod-graph.microsoft.us"),
        (Cloud::China, "microsoftgraph.chinacloudapi.cn"),
    ] {
        let outcome = submit(Api::Graph(cloud), |_| Response::json(202, "")).await;
        outcome.result.expect("accepted");
        assert_eq!(outcome.server.seen()[0].host, host);
    }
}

#[tokio::test]
async fn the_stages_are_told_as_they_begin_and_end() {
    let outcome = submit(GRAPH, |_| Response::json(202, "")).await;
    let told: Vec<(Stage, u8)> = outcome
        .reports
        .iter()
        .map(|report| match report.event {
            Event::Started => (report.stage, 0),
            Event::HandingOver => (report.stage, 1),
            Event::Finished { .. } => (report.stage, 2),
        })
        .collect();
    let [connect, secure, sign_in, hand_over] = STAGES;
    assert_eq!(
        told,
        [
            (connect, 0),
            (connect, 2),
            (secure, 0),
            (secure, 2),
            (sign_in, 0),
            (hand_over, 1),
            (sign_in, 2),
            (hand_over, 0),
            (hand_over, 2),
        ]
    );
}

#[tokio::test]
async fn another_success_than_the_one_that_is_promised_is_none() {
    for (api, status, body) in [
        (Api::Gmail, 202, r#"{"id":"19ab"}"#),
        (Api::Gmail, 200, "{}"),
        (Api::Gmail, 200, r#"{"id":7}"#),
        (Api::Gmail, 200, "<html>Sign in to the Wi-Fi"),
        (GRAPH, 200, ""),
        (GRAPH, 204, ""),
    ] {
        let outcome = submit(api, move |_| Response::json(status, body)).await;
        let failure = outcome.failure();
        assert_eq!(failure.cause, ApiCause::Line(Cause::Malformed), "{status} {body}");
        assert_eq!((failure.stage, failure.may_have_gone), (Stage::HandOver, true));
    }
}
