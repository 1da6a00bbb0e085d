//! Which right is asked for on which road, and which one counts.

use super::*;
use crate::attempt::{Attempt, Wish, consent};
use crate::error::ConsentError;
use crate::permission::Permission;

async fn asked(client: Client, road: Road) -> String {
    let (_, http) = endpoint(|_| Response::json(200, "{}")).await;
    let attempt = Attempt::begin(http, client, road, &Wish::default(), pages()).await.unwrap();
    parameter(attempt.url(), "scope").unwrap()
}

#[tokio::test]
async fn each_road_asks_for_its_own_right_and_no_other() {
    assert_eq!(asked(google(), Road::Smtp).await, "openid email https://mail.google.com/");
    assert_eq!(asked(google(), Road::Api).await, "openid email https://www.googleapis.com/auth/gmail.send");
    let who = "openid profile email offline_access";
    assert_eq!(asked(microsoft(), Road::Smtp).await, format!("{who} https://outlook.office.com/SMTP.Send"));
    assert_eq!(asked(microsoft(), Road::Api).await, format!("{who} https://graph.microsoft.com/Mail.Send"));
}

#[test]
fn a_right_counts_on_its_own_road_only() {
    let google = [
        ("https://mail.google.com/", true, true),
        ("https://www.googleapis.com/auth/gmail.send", false, true),
        ("https://www.googleapis.com/auth/gmail.readonly", false, false),
        ("gmail.send", false, false),
        ("https://evil.example/auth/gmail.send", false, false),
        ("", false, false),
    ];
    let microsoft = [
        ("https://outlook.office.com/SMTP.Send", true, false),
        ("https://outlook.office365.com/SMTP.Send", true, false),
        ("SMTP.Send", true, false),
        ("https://graph.microsoft.com/Mail.Send", false, true),
        ("Mail.Send", false, true),
        ("mail.send", false, true),
        ("https://outlook.office.com/Mail.Send", false, false),
        ("https://graph.microsoft.com/Mail.Send.Shared", false, false),
        ("https://graph.microsoft.com/Mail.Read", false, false),
        ("", false, false),
    ];
    for (provider, rows) in
        [(Provider::Google, &google[..]), (Provider::Microsoft(Cloud::World), &microsoft[..])]
    {
        for (scope, smtp, api) in rows {
            assert_eq!(provider.is_mail_scope(Road::Smtp, scope), *smtp, "{scope}");
            assert_eq!(provider.is_mail_scope(Road::Api, scope), *api, "{scope}");
        }
    }
}

#[tokio::test]
async fn reading_is_asked_for_by_itself_and_without_lasting() {
    assert_eq!(asked(google(), Road::Reading).await, "openid email https://mail.google.com/");
    let microsoft_asks = asked(microsoft(), Road::Reading).await;
    assert_eq!(microsoft_asks, "openid profile email https://outlook.office.com/IMAP.AccessAsUser.All");
    let is = |scope| Provider::Microsoft(Cloud::World).is_mail_scope(Road::Reading, scope);
    assert!(is("https://outlook.office.com/IMAP.AccessAsUser.All") && is("IMAP.AccessAsUser.All"));
    assert!(!is("https://outlook.office.com/SMTP.Send") && !is("https://graph.microsoft.com/Mail.Read"));
    assert!(!Provider::Google.is_mail_scope(Road::Reading, "https://www.googleapis.com/auth/gmail.send"));
    let offline = |road| Provider::Google.extras(road, false).contains(&("access_type", "offline"));
    assert!(offline(Road::Smtp) && !offline(Road::Reading));
    assert_eq!(Road::named("reading"), None, "it is never stored");
}

#[test]
fn reading_needs_no_lasting_permission_and_sending_does() {
    let answer = token_answer(r#","scope":"openid https://mail.google.com/""#, "taro@gmail.com");
    let tokens = serde_json::from_str(&answer).unwrap();
    let given = consent(&google(), Road::Reading, &tokens).unwrap();
    assert_eq!((given.address.as_str(), given.access), ("taro@gmail.com", Secret::from("ya29.access")));
    for road in [Road::Smtp, Road::Api] {
        assert_eq!(consent(&google(), road, &tokens).unwrap_err(), ConsentError::NotLasting);
    }
}

#[tokio::test]
async fn a_permission_is_stored_with_its_road_and_renewed_for_it() {
    let permission = Permission::new(&microsoft(), Road::Api, Secret::from("M.C5"));
    let back = Permission::from_secret(&permission.to_secret()).unwrap();
    assert_eq!(back.road, Road::Api);
    let (server, http) =
        endpoint(|_| Response::json(200, r#"{"access_token":"a","refresh_token":"M.C6"}"#)).await;
    let folder = tempfile::tempdir().unwrap();
    let renewer = renewer(http, folder.path().into());
    let fresh = renewer.pending(&back, &|_: &Permission| Ok::<_, ()>(Some(microsoft()))).await.unwrap();
    assert_eq!(fresh.renewed.unwrap().road, Road::Api);
    let body = format!("?{}", server.seen()[0].body);
    assert!(parameter(&body, "scope").unwrap().ends_with(" https://graph.microsoft.com/Mail.Send"));
}

#[test]
fn a_permission_of_before_is_one_for_smtp_and_an_unknown_road_is_none() {
    let old = |road: &str| {
        Secret::from(format!(
            r#"{{"v":1,"provider":"google","client_id":"x","door":"common"{road},"refresh_token":"r"}}"#
        ))
    };
    assert_eq!(Permission::from_secret(&old("")).unwrap().road, Road::Smtp);
    assert_eq!(Permission::from_secret(&old(r#","road":"api""#)).unwrap().road, Road::Api);
    assert!(Permission::from_secret(&old(r#","road":"pigeon""#)).is_none());
    let new = Permission::new(&google(), Road::Smtp, Secret::from("r")).to_secret();
    assert!(!String::from_utf8_lossy(new.expose()).contains("road"), "an older version can read it");
}
