//! IMAP: where the message is found, and how the sign-in goes.

use std::time::Duration;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use submission::Credentials;
use testkit::mailbox::Plan;
use testkit::smtp::Answer;

use super::{MESSAGE_ID, NOW, PASSWORD, bearer, look_at, look_into, password};
use crate::{Cause, Finding, Folder, Point};

fn folder(finding: &Result<Finding, crate::Failure>) -> Option<Folder> {
    match finding {
        Ok(Finding::Seen { folder }) => Some(folder.clone()),
        Ok(Finding::NotSeen) => None,
        Ok(Finding::CameBack { words }) => panic!("came back: {words}"),
        Err(failure) => panic!("{failure:?}"),
    }
}

#[tokio::test]
async fn a_message_in_the_inbox_is_seen_though_it_comes_late() {
    for implicit in [true, false] {
        let plan = Plan { implicit, ..Plan::imap().with_message(MESSAGE_ID, "INBOX", 2) };
        let outcome = look_into(plan, password()).await;
        let Ok(Finding::Seen { folder: Folder::Inbox }) = outcome.result else {
            panic!("{:?}", outcome.result)
        };
        let log = outcome.server.log();
        assert!(!log.secured.iter().any(|line| line.contains("SELECT") || line.contains("FETCH")), "{log:?}");
        assert_eq!(log.plain.len(), usize::from(!implicit));
        assert_eq!(log.connections, 1);
    }
}

#[tokio::test]
async fn the_marked_spam_folder_is_searched_too() {
    let outcome = look_into(Plan::imap().with_message(MESSAGE_ID, "Unwanted", 0), bearer()).await;
    assert_eq!(folder(&outcome.result), Some(Folder::Spam));
}

#[tokio::test]
async fn a_spam_folder_is_known_by_its_name_where_it_is_not_marked() {
    let names = [
        r#"(\HasNoChildren) "." INBOX.Spam"#,
        r#"() "/" "Junk E-mail""#,
        r#"() NIL "Bulk Mail""#,
        r#"(\HasNoChildren) "/" "&j,dg0TDhMPww6w-""#,
        r#"(\HasNoChildren) "/" "&j,dg0TDhMPww6zDVMKkw6zDA-""#,
    ];
    for name in names {
        let mut plan = Plan::imap();
        plan.folders =
            vec![r#"() "/" INBOX"#.to_owned(), r#"(\NoSelect) "/" Spam"#.to_owned(), name.to_owned()];
        let plain = name.rsplit_once([' ']).map_or("", |(_, last)| last).trim_matches('"');
        let plain = name.split('"').rev().nth(1).filter(|_| name.ends_with('"')).unwrap_or(plain);
        let outcome = look_into(plan.with_message(MESSAGE_ID, plain, 0), password()).await;
        assert_eq!(folder(&outcome.result), Some(Folder::Spam), "{name}: {:?}", outcome.server.log());
    }
}

#[tokio::test]
async fn what_does_not_come_is_not_seen() {
    assert_eq!(folder(&look_into(Plan::imap(), password()).await.result), None);
    let elsewhere = Plan::imap().with_message(MESSAGE_ID, "Archive", 0);
    assert_eq!(folder(&look_into(elsewhere, password()).await.result), None);
    let other = Plan::imap().with_message("<another@example.jp>", "INBOX", 0);
    assert_eq!(folder(&look_into(other, password()).await.result), None);
}

#[tokio::test]
async fn what_came_is_seen_though_the_clock_here_is_a_month_ahead() {
    for (name, seen) in
        [("INBOX", Folder::Inbox), ("Unwanted", Folder::Spam), ("INBOX.News", Folder::Other("News".into()))]
    {
        let mut plan = Plan { today: Some("3-Dec-2026"), ..Plan::imap() }.with_message(MESSAGE_ID, name, 0);
        plan.folders.push(r#"() "." "INBOX.News""#.to_owned());
        let brief = Duration::from_millis(400);
        let ahead = NOW + Duration::from_secs(30 * 86_400);
        let outcome = look_at(plan.clone(), password(), brief, ahead).await;
        assert_eq!(folder(&outcome.result), Some(seen), "{:?}", outcome.server.log());
        // Of a mailbox of many years, the newest messages only.
        let many = Answer::line("* 5000 EXISTS\r\n{tag} OK [READ-ONLY] done");
        let log = look_at(plan.at("EXAMINE", many), password(), brief, ahead).await.server.log();
        let asked = |key: &str| log.secured.iter().any(|line| line.contains(key));
        assert!(asked(" SEARCH SINCE 31-Dec-2026 ") && asked(" SEARCH 4701:* HEADER "), "{log:?}");
    }
}

#[tokio::test]
async fn in_an_empty_folder_no_message_is_asked_for_by_its_number() {
    let empty = Answer::line("* 0 EXISTS\r\n{tag} OK [READ-ONLY] done");
    let outcome = look_into(Plan::imap().at("EXAMINE", empty), password()).await;
    assert_eq!(folder(&outcome.result), None);
    let log = outcome.server.log();
    assert!(!log.secured.iter().any(|line| line.contains(":*")), "{log:?}");
}

#[tokio::test]
async fn a_spam_folder_that_cannot_be_opened_does_not_hide_the_inbox() {
    let plan = Plan::imap()
        .at("LIST", Answer::line("{tag} NO no list for you"))
        .with_message(MESSAGE_ID, "INBOX", 1);
    assert_eq!(folder(&look_into(plan, password()).await.result), Some(Folder::Inbox));
}

#[tokio::test]
async fn a_password_goes_by_plain_or_by_login_and_a_token_never_does() {
    let outcome = look_into(Plan::imap(), password()).await;
    let piece = STANDARD.encode(format!("\0taro@example.jp\0{PASSWORD}"));
    assert!(outcome.server.log().secured.contains(&piece));

    let mut plan = Plan::imap();
    plan.offers = String::new();
    let outcome = look_into(plan.clone(), password()).await;
    let login = format!("LOGIN \"taro@example.jp\" \"{PASSWORD}\"");
    assert!(outcome.server.log().secured.iter().any(|line| line.ends_with(&login)));

    let outcome = look_into(plan.clone(), bearer()).await;
    assert_eq!(outcome.result.expect_err("no way").cause, Cause::NoCommonMechanism);
    assert_eq!(outcome.server.log().secured, ["C0 CAPABILITY"]);

    // Its two questions are asked in any words (draft-murchison-sasl-login); the command needs none.
    plan.offers = "AUTH=LOGIN".to_owned();
    let outcome = look_into(plan.clone(), password()).await;
    assert!(outcome.server.log().secured.iter().any(|line| line.ends_with(&login)));

    plan.offers = "LOGINDISABLED".to_owned();
    let outcome = look_into(plan, password()).await;
    assert_eq!(outcome.result.expect_err("no way").cause, Cause::NoCommonMechanism);
}

#[tokio::test]
async fn a_password_that_would_end_the_line_is_not_sent() {
    let mut plan = Plan::imap();
    plan.offers = String::new();
    for (user_name, secret) in [("taro", "x\r\nC1 LOGOUT"), ("taro\r\nC1 LOGOUT", "x")] {
        let credentials = Credentials::Password { user_name: user_name.to_owned(), password: secret.into() };
        let outcome = look_into(plan.clone(), credentials).await;
        assert_eq!(outcome.result.expect_err("not sent").cause, Cause::UnusableCredentials);
        assert_eq!(outcome.server.log().secured, ["C0 CAPABILITY"]);
    }
}

#[tokio::test]
async fn an_answer_to_another_command_ends_none() {
    let stray = "X9 NO not yours\r\nX9 OK not yours either\r\n* SEARCH 7\r\n{tag} OK done";
    let outcome = look_into(Plan::imap().at("SEARCH", Answer::line(stray)), password()).await;
    assert_eq!(folder(&outcome.result), Some(Folder::Inbox));
}

#[tokio::test]
async fn several_answers_to_one_search_are_one() {
    for found in ["* SEARCH 7\r\n* SEARCH", "* SEARCH\r\n* SEARCH 7"] {
        let plan = Plan::imap().at("SEARCH", Answer::line(&format!("{found}\r\n{{tag}} OK done")));
        assert_eq!(folder(&look_into(plan, password()).await.result), Some(Folder::Inbox), "{found}");
    }
}

#[tokio::test]
async fn a_server_that_does_not_say_what_it_can_lets_nobody_in() {
    for answer in ["{tag} BAD what?", "* BYE going down"] {
        let failure = look_into(Plan::imap().at("CAPABILITY", Answer::line(answer)), password()).await;
        let failure = failure.result.expect_err("refused");
        assert_eq!(failure.point, Point::SignIn);
        assert!(!matches!(failure.cause, Cause::TimedOut { .. }), "{answer}: {failure:?}");
    }
}

#[tokio::test]
async fn what_comes_unasked_behind_an_answer_ends_the_look() {
    let more = Answer::line("* CAPABILITY IMAP4rev1 AUTH=PLAIN\r\nC0 OK done\r\nA0001 OK you are in");
    let failure =
        look_into(Plan::imap().at("CAPABILITY", more), password()).await.result.expect_err("no look");
    assert_eq!((failure.point, failure.cause), (Point::SignIn, Cause::Malformed));
}

#[tokio::test]
async fn an_error_challenge_is_answered_and_the_real_reply_read() {
    for (offers, answer) in [("AUTH=XOAUTH2", ""), ("AUTH=OAUTHBEARER", "AQ==")] {
        let mut plan = Plan::imap()
            .at("NEXT", Answer::line(&format!("+ {}", STANDARD.encode(r#"{"status":"400"}"#))))
            .at(
                "LAST",
                Answer::line("{tag} NO [AUTHENTICATIONFAILED] Invalid credentials a-token-of-some-length"),
            );
        plan.offers = offers.to_owned();
        let outcome = look_into(plan, bearer()).await;
        let failure = outcome.result.expect_err("refused");
        assert_eq!(failure.point, Point::SignIn);
        let Cause::Refused { text } = &failure.cause else { panic!("{failure:?}") };
        assert_eq!(text, "[AUTHENTICATIONFAILED] Invalid credentials ***");
        assert_eq!(outcome.server.log().secured.last().map(String::as_str), Some(answer));
    }
}

#[tokio::test]
async fn a_no_is_told_in_the_servers_own_words_and_a_secret_in_it_is_found_in_any_spelling() {
    let secret = r#"pass"word\1"#;
    let credentials = Credentials::Password { user_name: "taro".to_owned(), password: secret.into() };
    let sent = STANDARD.encode(format!("\0taro\0{secret}"));
    let no = Answer::line(&format!("{{tag}} NO [ALERT] not with \"{secret}\" nor {sent}"));
    let outcome = look_into(Plan::imap().at("NEXT", no), credentials).await;
    let Cause::Refused { text } = outcome.result.expect_err("refused").cause else { panic!("another cause") };
    assert_eq!(text, "[ALERT] not with \"***\" nor ***");
}

#[tokio::test]
async fn a_server_that_wants_to_know_who_we_are_is_told_before_a_folder_is_opened() {
    let mut plan = Plan::imap().with_message(MESSAGE_ID, "INBOX", 0);
    plan.offers.push_str(" ID UIDPLUS");
    for answer in [
        "* ID NIL\r\n{tag} OK done",
        "* ID (\"name\" \"Coremail Imap\" \"vendor\" NIL)\r\n{tag} OK done",
        "{tag} BAD what?",
    ] {
        let outcome = look_into(plan.clone().at("OTHER", Answer::line(answer)), password()).await;
        assert_eq!(folder(&outcome.result), Some(Folder::Inbox), "{answer}");
        let secured = outcome.server.log().secured;
        let at = |words: &str| secured.iter().position(|line| line.contains(words));
        let named = at("ID (\"name\" \"Todoita\")");
        assert!(at("AUTHENTICATE") < named && named < at("EXAMINE"), "{secured:?}");
    }
    let outcome = look_into(Plan::imap(), password()).await;
    assert!(
        !outcome.server.log().secured.iter().any(|line| line.contains(" ID ")),
        "only where it is offered"
    );
}
