//! Sign-in by a code, against a scripted provider over real TLS; the pauses are on a clock that the test holds.

use std::sync::Mutex;
use std::time::Duration;

use tokio::time::Instant;

use super::*;
use crate::device::{DeviceAttempt, DeviceError, DeviceStart};
use crate::error::ConsentError;

const START: &str = r#"{"device_code":"planted-device","user_code":"FJC4X7PQH","verification_uri":"https://microsoft.com/devicelogin","expires_in":900,"interval":5,"message":"To sign in ..."}"#;
const PENDING: &str = r#"{"error":"authorization_pending","error_description":"AADSTS70016: pending"}"#;
const PERSONAL: &str = "9188040d-6c67-4c5b-b112-36a304b66dad";

fn error(name: &str) -> Response {
    Response::json(400, &format!(r#"{{"error":"{name}","error_description":"AADSTS7: words"}}"#))
}

fn granted(scope: &str) -> Response {
    let claims = id_token(&format!(
        r#"{{"iss":"https://login.microsoftonline.com/{PERSONAL}/v2.0","aud":"client.example","preferred_username":"sakura@outlook.jp","tid":"{PERSONAL}"}}"#
    ));
    Response::json(
        200,
        &format!(
            r#"{{"access_token":"EwA","expires_in":3600,"scope":"{scope}","refresh_token":"M.C5","id_token":"{claims}"}}"#
        ),
    )
}

struct Played {
    outcome: Result<crate::Consent, DeviceError>,
    /// Seconds after the start at which the token endpoint was asked.
    asked: Vec<u64>,
    /// Seconds until the end.
    ended: u64,
    server: Https,
}

/// One answer after the other at the token endpoint; the last one stays.
async fn play(start: &str, road: Road, answers: Vec<Response>) -> Played {
    let start = start.to_owned();
    let asked: Arc<Mutex<Vec<Instant>>> = Arc::default();
    let log = Arc::clone(&asked);
    let (server, http) = endpoint(move |request| {
        if request.line.ends_with("/devicecode") {
            return Response::json(200, &start);
        }
        let mut log = log.lock().unwrap();
        log.push(Instant::now());
        answers[(log.len() - 1).min(answers.len() - 1)].clone()
    })
    .await;
    let attempt = DeviceAttempt::begin(http, microsoft(), road).await.unwrap();
    let began = Instant::now();
    let outcome = attempt.finish().await;
    let ended = began.elapsed().as_secs();
    let asked = asked.lock().unwrap().iter().map(|at| at.duration_since(began).as_secs()).collect();
    Played { outcome, asked, ended, server }
}

#[tokio::test(start_paused = true)]
async fn a_person_who_types_the_code_gives_a_checked_consent() {
    let answers = vec![
        Response::json(400, PENDING),
        Response::json(400, PENDING),
        granted("https://graph.microsoft.com/Mail.Send"),
    ];
    let played = play(START, Road::Api, answers).await;
    let consent = played.outcome.unwrap();
    assert_eq!((consent.address.as_str(), consent.personal), ("sakura@outlook.jp", Some(true)));
    assert_eq!((consent.permission.road, consent.permission.refresh), (Road::Api, Secret::from("M.C5")));
    assert_eq!(played.asked, [5, 10, 15]);
    let seen = played.server.seen();
    assert_eq!(seen[0].line, "POST /consumers/oauth2/v2.0/devicecode");
    let asked = format!("?{}", seen[0].body);
    assert_eq!(
        parameter(&asked, "scope").as_deref(),
        Some("openid profile email offline_access https://graph.microsoft.com/Mail.Send")
    );
    let body = format!("?{}", seen[1].body);
    assert_eq!(seen[1].line, "POST /consumers/oauth2/v2.0/token");
    assert_eq!(
        parameter(&body, "grant_type").as_deref(),
        Some("urn:ietf:params:oauth:grant-type:device_code")
    );
    assert_eq!(parameter(&body, "device_code").as_deref(), Some("planted-device"));
    assert_eq!(parameter(&body, "client_id").as_deref(), Some("client.example"));
    assert!(!seen[1].body.contains("client_secret"));
}

#[tokio::test(start_paused = true)]
async fn slow_down_holds_for_good() {
    let answers =
        vec![error("slow_down"), error("authorization_pending"), error("slow_down"), error("access_denied")];
    let played = play(START, Road::Smtp, answers).await;
    assert_eq!(played.outcome.unwrap_err(), DeviceError::Declined);
    assert_eq!(played.asked, [5, 15, 25, 40]);
}

#[tokio::test(start_paused = true)]
async fn a_failing_network_is_asked_ever_more_slowly_and_ends_nothing() {
    let answers = vec![
        Response::none(),
        Response::json(503, "busy"),
        Response::json(400, "<html>proxy"),
        Response::json(400, PENDING),
        granted("SMTP.Send"),
    ];
    let played = play(START, Road::Smtp, answers).await;
    assert_eq!(played.outcome.unwrap().permission.road, Road::Smtp);
    assert_eq!(played.asked, [5, 15, 35, 75, 80]);
}

#[tokio::test(start_paused = true)]
async fn every_end_has_its_name() {
    for (name, wanted) in [
        ("expired_token", DeviceError::Expired),
        ("authorization_declined", DeviceError::Declined),
        ("access_denied", DeviceError::Declined),
        ("bad_verification_code", DeviceError::UnknownCode),
        (
            "invalid_grant",
            DeviceError::Consent(ConsentError::Token {
                error: "invalid_grant".into(),
                description: "AADSTS7: words".into(),
            }),
        ),
    ] {
        let played = play(START, Road::Smtp, vec![error(name)]).await;
        assert_eq!((played.outcome.unwrap_err(), played.asked.len()), (wanted, 1), "{name}");
    }
}

#[tokio::test(start_paused = true)]
async fn the_answer_is_checked_as_in_the_browser() {
    let without = |name: &str| {
        let body = String::from_utf8(granted("SMTP.Send").body).unwrap();
        Response::json(200, &body.replace(name, "other"))
    };
    for (answer, road, wanted) in [
        (granted("https://outlook.office.com/SMTP.Send"), Road::Api, ConsentError::ScopeMissing),
        (granted("https://graph.microsoft.com/Mail.Send"), Road::Smtp, ConsentError::ScopeMissing),
        (granted("https://outlook.office.com/Mail.Send"), Road::Api, ConsentError::ScopeMissing),
        (without("refresh_token"), Road::Smtp, ConsentError::NotLasting),
        (without("id_token"), Road::Smtp, ConsentError::NoIdentity),
        (Response::json(200, "<html>"), Road::Smtp, ConsentError::Trouble { status: None }),
    ] {
        let played = play(START, road, vec![answer]).await;
        assert_eq!(played.outcome.unwrap_err(), DeviceError::Consent(wanted));
    }
}

#[tokio::test(start_paused = true)]
async fn at_the_end_of_its_time_nobody_asks_any_more() {
    let start = START.replace("900", "12");
    let played = play(&start, Road::Smtp, vec![Response::json(400, PENDING)]).await;
    assert_eq!(played.outcome.unwrap_err(), DeviceError::Expired);
    assert_eq!((played.asked, played.ended), (vec![5, 10], 12));
}

async fn begin(answer: Response) -> Result<DeviceStart, DeviceError> {
    let (_, http) = endpoint(move |_| answer.clone()).await;
    DeviceAttempt::begin(http, microsoft(), Road::Smtp).await.map(|attempt| attempt.start().clone())
}

#[tokio::test]
async fn only_a_page_of_the_provider_and_a_code_that_can_be_read_are_shown() {
    let start = begin(Response::json(200, START)).await.unwrap();
    assert_eq!((start.user_code.as_str(), start.expires_in.as_secs()), ("FJC4X7PQH", 900));
    for page in ["https://www.microsoft.com/link", "https://login.microsoft.com/device"] {
        let good = START.replace("https://microsoft.com/devicelogin", page);
        assert_eq!(begin(Response::json(200, &good)).await.unwrap().verification_uri, page);
    }
    for page in [
        "http://microsoft.com/devicelogin",
        "https://microsoft.com.evil.example/devicelogin",
        "https://evil.example/microsoft.com",
        "https://microsoft.com@evil.example/",
        "https://evil@microsoft.com/",
        "https://microsoft.com:8443/devicelogin",
        "https://microsoft.com/devicelogin?otc=EVIL",
        "https://microsoft.com/\\\\evil.example",
        "https://xn--mcrosoft-q2a.com/devicelogin",
        "https://mіcrosoft.com/devicelogin",
        "javascript:alert(1)",
        "",
    ] {
        let bad = START.replace("https://microsoft.com/devicelogin", page);
        assert_eq!(begin(Response::json(200, &bad)).await, Err(DeviceError::NotUsable), "{page}");
    }
    for code in ["", "ABC", "abcdefgh", "<b>ABCD</b>", "AB CD", "ABCD\\u202eEFG", "ABCDEFGHIJKLMNOPQRSTU"] {
        let bad = START.replace("FJC4X7PQH", code);
        assert_eq!(begin(Response::json(200, &bad)).await, Err(DeviceError::NotUsable), "{code}");
    }
}

#[tokio::test]
async fn what_is_left_out_gets_its_usual_value_and_what_is_absurd_a_bounded_one() {
    let bare = r#"{"device_code":"d","user_code":"ABCD-EFGH","verification_uri":"https://microsoft.com/devicelogin"}"#;
    let start = begin(Response::json(200, bare)).await.unwrap();
    assert_eq!((start.expires_in, start.interval), (Duration::from_secs(900), Duration::from_secs(5)));
    let absurd = START.replace("900", "99999999").replace("\"interval\":5", "\"interval\":0");
    let start = begin(Response::json(200, &absurd)).await.unwrap();
    assert_eq!((start.expires_in, start.interval), (Duration::from_secs(3_600), Duration::from_secs(1)));
}

#[tokio::test]
async fn a_refused_code_says_why_and_google_is_not_even_asked() {
    let refused = begin(error("unauthorized_client")).await.unwrap_err();
    let wanted =
        ConsentError::Token { error: "unauthorized_client".into(), description: "AADSTS7: words".into() };
    assert_eq!(refused, DeviceError::Consent(wanted));
    for (answer, status) in
        [(Response::json(503, ""), Some(503)), (Response::none(), None), (Response::json(302, ""), Some(302))]
    {
        assert_eq!(begin(answer).await, Err(DeviceError::Consent(ConsentError::Trouble { status })));
    }
    let (server, http) = endpoint(|_| Response::json(200, START)).await;
    let outcome = DeviceAttempt::begin(http, google(), Road::Api).await;
    assert!(matches!(outcome, Err(DeviceError::NotOffered)));
    assert!(server.seen().is_empty());
}

#[tokio::test(start_paused = true)]
async fn a_dropped_attempt_asks_no_more() {
    let (server, http) = endpoint(|request| {
        if request.line.ends_with("/devicecode") {
            Response::json(200, START)
        } else {
            Response::json(400, PENDING)
        }
    })
    .await;
    let attempt = DeviceAttempt::begin(http, microsoft(), Road::Smtp).await.unwrap();
    assert_eq!(attempt.left().as_secs(), 900);
    let stopped = tokio::time::timeout(Duration::from_secs(12), attempt.finish()).await;
    assert!(stopped.is_err());
    let asked = server.seen().len();
    tokio::time::sleep(Duration::from_secs(600)).await;
    assert_eq!((asked, server.seen().len()), (3, 3));
}
