//! From the link to the checked tokens.

use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use sha2::{Digest as _, Sha256};

use super::*;
use crate::attempt::{Attempt, Consent, Wish};
use crate::error::ConsentError;

async fn consent(
    client: Client,
    answer: String,
    query: impl Fn(&str) -> String,
) -> (Result<Consent, ConsentError>, String, Https) {
    let (server, http) = endpoint(move |_| Response::json(200, &answer)).await;
    let host = client.provider.redirect_host();
    let mut attempt = Attempt::begin(http, client, Road::Smtp, &Wish::default(), pages()).await.unwrap();
    let url = attempt.url().to_owned();
    let query = query(&parameter(&url, "state").unwrap());
    let port = port_of(&url);
    let browser = tokio::spawn(async move { come_back(port, host, &query).await });
    attempt.wait().await;
    let outcome = attempt.finish().await;
    (outcome, browser.await.unwrap(), server)
}

#[tokio::test]
async fn the_link_carries_what_it_must_and_nothing_secret() {
    let (_, http) = endpoint(|_| Response::json(200, "{}")).await;
    let wish = Wish { address: Some("taro@gmail.com".into()), choose_account: false };
    let attempt = Attempt::begin(http.clone(), google(), Road::Smtp, &wish, pages()).await.unwrap();
    let url = attempt.url();
    assert!(url.starts_with("https://accounts.google.com/o/oauth2/v2/auth?"));
    let get = |name: &str| parameter(url, name);
    assert_eq!(get("response_type").as_deref(), Some("code"));
    assert_eq!(get("code_challenge_method").as_deref(), Some("S256"), "never plain");
    assert_eq!(get("code_challenge").unwrap().len(), 43);
    assert!(get("state").unwrap().len() >= 22);
    assert_eq!(get("scope").as_deref(), Some("openid email https://mail.google.com/"));
    assert_eq!(get("access_type").as_deref(), Some("offline"));
    assert_eq!(get("login_hint").as_deref(), Some("taro@gmail.com"));
    assert!(get("redirect_uri").unwrap().starts_with("http://127.0.0.1:"));
    assert!(!url.contains("not-really-secret") && !url.contains("verifier"));
    let other = Attempt::begin(http.clone(), google(), Road::Smtp, &wish, pages()).await.unwrap();
    assert_ne!(get("state"), parameter(other.url(), "state"));
    assert_ne!(get("code_challenge"), parameter(other.url(), "code_challenge"));
    assert_ne!(port_of(url), port_of(other.url()));
    let at_microsoft = Attempt::begin(http, microsoft(), Road::Smtp, &wish, pages()).await.unwrap();
    let url = at_microsoft.url();
    assert!(url.starts_with("https://login.microsoftonline.com/consumers/oauth2/v2.0/authorize?"));
    assert!(parameter(url, "redirect_uri").unwrap().starts_with("http://localhost:"));
    assert!(parameter(url, "scope").unwrap().contains("https://outlook.office.com/SMTP.Send"));
    assert!(!parameter(url, "scope").unwrap().contains("IMAP"), "never a wider right just in case");
}

#[tokio::test]
async fn a_consent_is_exchanged_with_its_verifier_and_checked_before_the_page_is_shown() {
    let answer = token_answer(
        r#","refresh_token":"1//r","scope":"openid https://mail.google.com/""#,
        "taro@gmail.com",
    );
    let (outcome, page, server) =
        consent(google(), answer, |state| format!("state={state}&code=4%2Fc")).await;
    let consent = outcome.unwrap();
    assert_eq!(consent.address, "taro@gmail.com");
    assert_eq!(consent.personal, Some(true));
    assert_eq!(consent.permission.refresh, Secret::from("1//r"));
    assert!(page.contains("できました") && page.contains("lang=\"ja\"") && page.contains("no-store"));
    assert!(page.contains("本文 &lt;b&gt;") && page.contains("default-src 'none'"));
    let request = &server.seen()[0];
    assert_eq!((request.line.as_str(), request.host.as_str()), ("POST /token", "oauth2.googleapis.com"));
    let body = format!("?{}", request.body);
    assert_eq!(parameter(&body, "code").as_deref(), Some("4/c"));
    assert_eq!(parameter(&body, "client_secret").as_deref(), Some("not-really-secret"));
    let verifier = parameter(&body, "code_verifier").unwrap();
    assert!((43..=128).contains(&verifier.len()));
}

#[tokio::test]
async fn the_verifier_is_the_one_whose_challenge_the_link_carried() {
    let answer = token_answer(r#","refresh_token":"1//r""#, "taro@gmail.com");
    let (server, http) = endpoint(move |_| Response::json(200, &answer)).await;
    let attempt = Attempt::begin(http, google(), Road::Smtp, &Wish::default(), pages()).await.unwrap();
    let url = attempt.url().to_owned();
    let query = format!("code=c&state={}", parameter(&url, "state").unwrap());
    let browser = tokio::spawn(come_back_owned(port_of(&url), query));
    attempt.finish().await.unwrap();
    browser.await.unwrap();
    let body = format!("?{}", server.seen()[0].body);
    let verifier = parameter(&body, "code_verifier").unwrap();
    let challenge = parameter(&url, "code_challenge").unwrap();
    assert_eq!(URL_SAFE_NO_PAD.encode(Sha256::digest(&verifier)), challenge, "RFC 7636, 4.6");
    assert_eq!(parameter(&body, "redirect_uri"), parameter(&url, "redirect_uri"), "RFC 6749, 4.1.3");
}

#[tokio::test]
async fn microsoft_gets_no_secret_and_its_scopes_are_known_by_every_name() {
    for scope in
        ["https://outlook.office.com/SMTP.Send", "SMTP.Send", "https://outlook.office365.com/SMTP.Send"]
    {
        let claims = id_token(
            r#"{"iss":"https://login.microsoftonline.com/9188040d-6c67-4c5b-b112-36a304b66dad/v2.0","aud":"client.example","preferred_username":"sakura@outlook.jp","tid":"9188040d-6c67-4c5b-b112-36a304b66dad"}"#,
        );
        let answer = format!(
            r#"{{"access_token":"EwA","expires_in":"3600","scope":"{scope}","refresh_token":"M.C5","id_token":"{claims}"}}"#
        );
        let (outcome, page, server) =
            consent(microsoft(), answer, |state| format!("code=c&state={state}")).await;
        let consent = outcome.unwrap();
        assert_eq!((consent.address.as_str(), consent.personal), ("sakura@outlook.jp", Some(true)));
        assert!(page.contains("できました"));
        assert_eq!(server.seen()[0].line, "POST /consumers/oauth2/v2.0/token");
        assert!(!server.seen()[0].body.contains("client_secret"));
    }
}

#[tokio::test]
async fn what_is_missing_is_named_and_the_page_says_so() {
    let full = r#","refresh_token":"1//r","scope":"openid https://mail.google.com/""#;
    let cases = [
        (
            token_answer(r#","refresh_token":"1//r","scope":"openid email""#, "a@gmail.com"),
            ConsentError::ScopeMissing,
            "たりません",
        ),
        (
            token_answer(r#","scope":"https://mail.google.com/""#, "a@gmail.com"),
            ConsentError::NotLasting,
            "たりません",
        ),
        (token_answer(full, "not an address"), ConsentError::NoIdentity, "だめでした"),
        (r#"{"access_token":"a","refresh_token":"r"}"#.to_owned(), ConsentError::NoIdentity, "だめでした"),
        ("<html>".to_owned(), ConsentError::Trouble { status: None }, "だめでした"),
        (r#"{"access_token":"a\r\nMAIL"}"#.to_owned(), ConsentError::Trouble { status: None }, "だめでした"),
    ];
    for (answer, wanted, title) in cases {
        let (outcome, page, _) = consent(google(), answer, |state| format!("state={state}&code=c")).await;
        assert_eq!(outcome.unwrap_err(), wanted);
        assert!(page.contains(title), "{page}");
    }
}

#[tokio::test]
async fn a_refusal_in_the_browser_comes_back_with_its_words_and_asks_no_token() {
    let (outcome, page, server) = consent(google(), "{}".into(), |state| {
        format!("error=access_denied&error_description=no%20thanks&state={state}")
    })
    .await;
    let wanted = ConsentError::Refused { error: "access_denied".into(), description: "no thanks".into() };
    assert_eq!(outcome.unwrap_err(), wanted);
    assert!(page.contains("だめでした"));
    assert!(server.seen().is_empty());
}

#[tokio::test]
async fn another_issuer_is_refused_before_any_token_is_asked_for() {
    for query in ["code=c", "error=access_denied"] {
        let (outcome, _, server) = consent(google(), "{}".into(), |state| {
            format!("{query}&state={state}&iss=https%3A%2F%2Fevil.example")
        })
        .await;
        assert_eq!(outcome.unwrap_err(), ConsentError::Mismatch);
        assert!(server.seen().is_empty());
    }
    let answer = token_answer(r#","refresh_token":"r""#, "a@gmail.com");
    let (outcome, ..) = consent(google(), answer, |state| {
        format!("code=c&state={state}&iss=https%3A%2F%2Faccounts.google.com&scope=x&authuser=0")
    })
    .await;
    assert!(outcome.is_ok(), "the right one passes, and unknown parameters do no harm");
}

#[tokio::test]
async fn the_endpoints_errors_are_told_apart() {
    for (status, body, wanted) in [
        (
            400,
            r#"{"error":"invalid_grant","error_description":"Bad"}"#,
            ConsentError::Token { error: "invalid_grant".into(), description: "Bad".into() },
        ),
        (
            401,
            r#"{"error":"invalid_client"}"#,
            ConsentError::Token { error: "invalid_client".into(), description: String::new() },
        ),
        (503, "<html>busy", ConsentError::Trouble { status: Some(503) }),
        (429, "{}", ConsentError::Trouble { status: Some(429) }),
        (302, "", ConsentError::Trouble { status: None }),
    ] {
        let (_, http) = endpoint(move |_| Response::json(status, body)).await;
        let attempt = Attempt::begin(http, google(), Road::Smtp, &Wish::default(), pages()).await.unwrap();
        let url = attempt.url().to_owned();
        let query = format!("code=c&state={}", parameter(&url, "state").unwrap());
        let browser = tokio::spawn(come_back_owned(port_of(&url), query));
        assert_eq!(attempt.finish().await.unwrap_err(), wanted);
        browser.await.unwrap();
    }
}

async fn come_back_owned(port: u16, query: String) -> String {
    come_back(port, "127.0.0.1", &query).await
}
