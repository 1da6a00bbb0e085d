//! What is read leniently, and what is not read at all.

use oauth2::TokenResponse as _;
use proptest::prelude::*;

use super::*;
use crate::Guid;
use crate::identity;
use crate::permission::Permission;
use crate::tokens::Tokens;

#[test]
fn token_answers_come_in_many_forms() {
    for (json, seconds, scopes) in [
        (r#"{"access_token":"a"}"#, None, None),
        (r#"{"access_token":"a","expires_in":"3600","scope":"x y"}"#, Some(3600), Some(2)),
        (r#"{"access_token":"a","expires_in":3600.5,"scope":["x"]}"#, None, Some(1)),
        (r#"{"access_token":"a","expires_in":18446744073709551615}"#, Some(86_400), None),
        (r#"{"access_token":"a","expires_in":"18446744073709551615"}"#, Some(86_400), None),
        (r#"{"access_token":"a","expires_in":18446744073709551616}"#, None, None),
        (
            r#"{"access_token":"a","expires_in":null,"scope":null,"refresh_token":null,"odd":{"deep":[1]}}"#,
            None,
            None,
        ),
    ] {
        let tokens: Tokens = serde_json::from_str(json).unwrap();
        assert_eq!(tokens.expires_in().map(|life| life.as_secs()), seconds, "{json}");
        assert_eq!(tokens.scopes().map(Vec::len), scopes, "{json}");
    }
    for json in ["{}", r#"{"access_token":""}"#, r#"{"access_token":"a\u0001auth"}"#, "[]", "null"] {
        assert!(serde_json::from_str::<Tokens>(json).is_err(), "{json}");
    }
}

#[test]
fn tokens_are_never_written_out_nor_shown() {
    let tokens: Tokens =
        serde_json::from_str(r#"{"access_token":"planted-a","refresh_token":"planted-r"}"#).unwrap();
    assert!(serde_json::to_string(&tokens).is_err());
    assert!(!format!("{tokens:?}").contains("planted"));
    let permission = Permission::new(&google(), Road::Smtp, Secret::from("planted-r"));
    assert!(!format!("{permission:?}").contains("planted"));
}

#[test]
fn a_stored_permission_comes_back_and_a_password_is_none() {
    let permission = Permission::new(&microsoft(), Road::Smtp, Secret::from("M.C5"));
    let back = Permission::from_secret(&permission.to_secret()).unwrap();
    assert_eq!(
        (back.client_id.as_str(), back.door, back.refresh),
        ("client.example", Door::Consumers, Secret::from("M.C5"))
    );
    for other in [
        "abcd-efgh",
        "{}",
        r#"{"v":2,"provider":"google","client_id":"x","door":"common","refresh_token":"r"}"#,
    ] {
        assert!(Permission::from_secret(&Secret::from(other)).is_none());
    }
}

#[test]
fn an_organisations_own_door_is_stored_and_comes_back() {
    let id = Guid::read(" 6F2C0C5E-1111-4222-8333-0a0b0c0d0e0f ").unwrap();
    assert_eq!(id.to_string(), "6f2c0c5e-1111-4222-8333-0a0b0c0d0e0f");
    let client = Client { door: Door::Tenant(id), ..microsoft() };
    let stored = Permission::new(&client, Road::Smtp, Secret::from("M.C5")).to_secret();
    assert_eq!(Permission::from_secret(&stored).unwrap().door, Door::Tenant(id));
    let page = Provider::Microsoft(Cloud::World).authorize(Door::Tenant(id));
    assert!(
        page.starts_with("https://login.microsoftonline.com/6f2c0c5e-1111-4222-8333-0a0b0c0d0e0f/oauth2/")
    );
    for other in [
        "",
        "common",
        "6f2c0c5e111142228333-0a0b0c0d0e0f",
        "6f2c0c5e-1111-4222-8333-0a0b0c0d0e0",
        "6f2c0c5e-1111-4222-8333-0a0b0c0d0e0g",
        "6f2c0c5e-1111-4222-8333-0a0b0c0d0e0f-",
        "+f2c0c5e-1111-4222-8333-0a0b0c0d0e0f",
        "{6f2c0c5e-1111-4222-8333-0a0b0c0d0e0f}",
        "../6f2c0c5e-1111-4222-8333-0a0b0c0d0e0f",
    ] {
        assert_eq!(Guid::read(other), None, "{other}");
    }
}

#[test]
fn an_identity_for_another_program_or_from_another_issuer_is_none() {
    let claims = |iss: &str, aud: &str, email: &str| {
        id_token(&format!(r#"{{"iss":"{iss}","aud":"{aud}","email":"{email}","hd":"corp.example"}}"#))
    };
    let good = claims("https://accounts.google.com", "client.example", "a@corp.example");
    assert_eq!(identity::read(&good, &google()).unwrap().personal, Some(false));
    for bad in [
        claims("https://accounts.google.com", "other.example", "a@corp.example"),
        claims("https://evil.example", "client.example", "a@corp.example"),
        claims("https://accounts.google.com", "client.example", "a b@corp.example"),
        claims("https://accounts.google.com", "client.example", "@corp.example"),
        claims("https://accounts.google.com", "client.example", "a@corp"),
        claims("https://accounts.google.com", "client.example", "corp.example"),
        claims("https://accounts.google.com", "client.example", &format!("{}@corp.example", "a".repeat(242))),
        "no.token".to_owned(),
        String::new(),
    ] {
        assert!(identity::read(&bad, &google()).is_none(), "{bad}");
    }
}

#[test]
fn at_microsoft_the_user_name_goes_before_the_address_and_the_tenant_tells_the_kind() {
    let read = |claims: &str| {
        let issuer = "https://login.microsoftonline.com/t/v2.0";
        let token = id_token(&format!(r#"{{"iss":"{issuer}","aud":"client.example",{claims}}}"#));
        identity::read(&token, &microsoft()).map(|who| (who.address, who.personal))
    };
    let who = |address: &str, personal| Some((address.to_owned(), personal));
    assert_eq!(
        read(r#""preferred_username":"a@corp.example","email":"other@corp.example","tid":"corp""#),
        who("a@corp.example", Some(false))
    );
    assert_eq!(
        read(r#""preferred_username":"+81 90 0000 0000","email":"a@outlook.jp""#),
        who("a@outlook.jp", None)
    );
    assert_eq!(read(r#""preferred_username":"+81 90 0000 0000","email":"nobody""#), None);
}

proptest! {
    #[test]
    fn nothing_read_can_panic(text in ".{0,200}", bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        let _ = serde_json::from_str::<Tokens>(&text);
        let _ = identity::read(&text, &google());
        let _ = Permission::from_secret(&Secret::new(bytes));
    }
}
