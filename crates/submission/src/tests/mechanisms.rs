//! Every mechanism, short and long, and what each puts on the line.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use testkit::smtp::{Answer, At, Plan};

use super::{PASSWORD, bearer, hand_over, password};
use crate::{Cause, Credentials};

fn auth_lines(secured: &[String]) -> Vec<String> {
    let from = secured.iter().position(|line| line.starts_with("AUTH")).expect("AUTH was sent");
    secured[from..].iter().take_while(|line| !line.starts_with("MAIL")).cloned().collect()
}

fn decoded(text: &str) -> String {
    String::from_utf8(STANDARD.decode(text).expect("base64")).expect("UTF-8")
}

#[tokio::test]
async fn plain_is_preferred_and_sent_in_one_line() {
    let outcome = hand_over(Plan::tls().offering(&["AUTH LOGIN PLAIN"]), password()).await;
    let lines = auth_lines(&outcome.server.log().secured);
    assert_eq!(lines.len(), 1);
    let piece = lines[0].strip_prefix("AUTH PLAIN ").expect("initial response");
    assert_eq!(decoded(piece), format!("\0taro@example.jp\0{PASSWORD}"));
}

#[tokio::test]
async fn login_takes_user_name_and_password_in_turn() {
    let credentials =
        Credentials::Password { user_name: "太郎".to_owned(), password: "ひみつの言葉".into() };
    let outcome = hand_over(Plan::tls().offering(&["AUTH LOGIN XOAUTH2"]), credentials).await;
    outcome.result.as_ref().expect("accepted");
    let lines = auth_lines(&outcome.server.log().secured);
    assert_eq!(lines[0], "AUTH LOGIN");
    assert_eq!((decoded(&lines[1]).as_str(), decoded(&lines[2]).as_str()), ("太郎", "ひみつの言葉"));
}

#[tokio::test]
async fn a_short_token_rides_on_the_auth_line_and_a_long_one_does_not() {
    let outcome = hand_over(Plan::tls(), bearer("ya29.short")).await;
    let lines = auth_lines(&outcome.server.log().secured);
    let piece = lines[0].strip_prefix("AUTH XOAUTH2 ").expect("initial response");
    assert_eq!(decoded(piece), "user=taro@example.jp\x01auth=Bearer ya29.short\x01\x01");

    let long = "t".repeat(3_000);
    let outcome = hand_over(Plan::tls(), bearer(&long)).await;
    outcome.result.as_ref().expect("accepted");
    let lines = auth_lines(&outcome.server.log().secured);
    assert_eq!(lines[0], "AUTH XOAUTH2");
    assert!(decoded(&lines[1]).contains(&long));
}

#[tokio::test]
async fn an_auth_line_has_at_most_512_octets() {
    for length in 300..345 {
        let plan = Plan::tls().offering(&["AUTH XOAUTH2"]);
        let outcome = hand_over(plan, bearer(&"t".repeat(length))).await;
        outcome.result.as_ref().expect("accepted");
        for line in auth_lines(&outcome.server.log().secured).iter().filter(|line| line.starts_with("AUTH")) {
            assert!(line.len() + 2 <= 512, "{} octets", line.len() + 2);
        }
    }
}

#[tokio::test]
async fn oauthbearer_names_host_and_port() {
    let plan = Plan::starttls().offering(&["AUTH OAUTHBEARER PLAIN"]);
    let credentials = Credentials::Bearer { user_name: "a=b,c@example.jp".to_owned(), token: "token".into() };
    let outcome = hand_over(plan, credentials).await;
    outcome.result.as_ref().expect("accepted");
    let lines = auth_lines(&outcome.server.log().secured);
    let piece = decoded(lines[0].strip_prefix("AUTH OAUTHBEARER ").expect("initial response"));
    let port = outcome.server.port;
    let expected =
        format!("n,a=a=3Db=2Cc@example.jp,\x01host=localhost\x01port={port}\x01auth=Bearer token\x01\x01");
    assert_eq!(piece, expected);
}

#[tokio::test]
async fn a_token_never_travels_as_a_password() {
    let outcome = hand_over(Plan::tls().offering(&["AUTH PLAIN LOGIN"]), bearer("secret-token")).await;
    let offered = vec!["PLAIN".to_owned(), "LOGIN".to_owned()];
    assert_eq!(outcome.failure().cause, Cause::NoCommonMechanism { offered });
    assert!(!outcome.server.log().secured.iter().any(|line| line.starts_with("AUTH")));
}

#[tokio::test]
async fn a_334_challenge_is_decoded_and_the_real_reply_read() {
    let json = r#"{"status":"400","schemes":"Bearer","scope":"https://mail.google.com/"}"#;
    let refusal = "535-5.7.8 Username and Password not accepted. For more information, go to\r\n\
                   535 5.7.8  https://support.google.com/mail/?p=BadCredentials - gsmtp";
    for (mechanism, answer) in [("XOAUTH2", ""), ("OAUTHBEARER", "AQ==")] {
        let plan = Plan::tls()
            .offering(&[&format!("AUTH {mechanism}")])
            .at(At::Auth, Answer::line(&format!("334 {}", STANDARD.encode(json))))
            .at(At::AuthNext, Answer::line(refusal));
        let outcome = hand_over(plan, bearer("token")).await;
        let Cause::Reply { reply, challenge } = &outcome.failure().cause else {
            panic!("{:?}", outcome.result)
        };
        assert_eq!(challenge.as_deref(), Some(json));
        assert_eq!(
            (reply.code, reply.enhanced.map(|code| code.to_string())),
            (535, Some("5.7.8".to_owned()))
        );
        assert_eq!(outcome.server.log().secured.last().map(String::as_str), Some(answer));
    }
}

#[tokio::test]
async fn a_challenge_is_no_way_to_be_signed_in() {
    let plan = Plan::tls()
        .at(At::Auth, Answer::line("334 e30="))
        .at(At::AuthNext, Answer::line("235 2.7.0 welcome anyway"));
    let outcome = hand_over(plan, bearer("token")).await;
    assert_eq!(outcome.failure().cause, Cause::Malformed);
}

#[tokio::test]
async fn credentials_that_would_break_the_line_are_not_sent_at_all() {
    let bad = [
        bearer("tok\u{1}en"),
        bearer("tok\r\nMAIL FROM:<x@y>"),
        bearer("tok en"),
        bearer(""),
        Credentials::Bearer { user_name: "taro\u{1}@example.jp".to_owned(), token: "token".into() },
        Credentials::Password { user_name: "ta\0ro".to_owned(), password: "x".into() },
        Credentials::Password { user_name: "taro".to_owned(), password: "x\0y".into() },
    ];
    for credentials in bad {
        let outcome = hand_over(Plan::tls(), credentials).await;
        assert_eq!(outcome.failure().cause, Cause::UnusableCredentials);
        assert_eq!(outcome.server.log().connections, 0);
    }
}

#[tokio::test]
async fn a_secret_that_the_server_echoes_is_taken_out_of_its_reply() {
    let piece = STANDARD.encode(format!("\0taro@example.jp\0{PASSWORD}"));
    let echo = format!("535 5.7.8 bad login {piece} with {PASSWORD}");
    let outcome = hand_over(Plan::tls().at(At::Auth, Answer::line(&echo)), password()).await;
    let seen = format!("{:?}", outcome.failure());
    assert!(seen.contains("535") && !seen.contains(PASSWORD) && !seen.contains(&piece), "{seen}");
}
