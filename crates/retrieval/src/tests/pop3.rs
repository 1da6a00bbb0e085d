//! POP3: where the message is found, and how the sign-in goes.

use std::time::Duration;

use submission::Credentials;
use testkit::mailbox::Plan;
use testkit::smtp::Answer;

use super::{MESSAGE_ID, PASSWORD, bearer, look_into, look_long, password};
use crate::{Cause, Finding, Folder, Point};

#[tokio::test]
async fn the_newest_messages_are_looked_through_by_their_headers() {
    for implicit in [true, false] {
        let plan = Plan { implicit, ..Plan::pop3().with_message(MESSAGE_ID, "", 0) };
        let outcome = look_into(plan, password()).await;
        assert!(
            matches!(outcome.result, Ok(Finding::Seen { folder: Folder::Inbox })),
            "{:?}",
            outcome.result
        );
        let secured = outcome.server.log().secured;
        assert!(secured.contains(&"TOP 30 0".to_owned()), "{secured:?}");
        assert!(
            !secured.iter().any(|line| line.starts_with("RETR") || line.starts_with("DELE")),
            "{secured:?}"
        );
    }
}

#[tokio::test]
async fn only_the_newest_twenty_are_looked_at() {
    let outcome = look_into(Plan::pop3(), password()).await;
    assert_eq!(outcome.result, Ok(Finding::NotSeen));
    let looked = outcome.server.log().secured.iter().filter(|line| line.starts_with("TOP")).count();
    assert_eq!(looked, 20);
    assert_eq!(
        outcome.server.log().connections,
        1,
        "servers count sign-ins: the next is due after five seconds"
    );
}

#[tokio::test]
async fn user_and_pass_serve_where_nothing_better_is_offered() {
    let plan = Plan::pop3().at("CAPA", Answer::line("-ERR what?")).with_message(MESSAGE_ID, "", 0);
    let outcome = look_into(plan.clone(), password()).await;
    assert!(matches!(outcome.result, Ok(Finding::Seen { .. })), "{:?}", outcome.result);
    let secured = outcome.server.log().secured;
    assert!(secured.contains(&format!("PASS {PASSWORD}")), "{secured:?}");
    let outcome = look_into(plan, bearer()).await;
    assert_eq!(outcome.result.expect_err("no way").cause, Cause::NoCommonMechanism);
}

#[tokio::test]
async fn a_password_that_would_end_the_line_is_not_sent() {
    let plan = Plan::pop3().at("CAPA", Answer::line("-ERR what?"));
    for (user_name, secret) in [("taro", "x\r\nDELE 1"), ("taro\r\nDELE 1", "x")] {
        let credentials = Credentials::Password { user_name: user_name.to_owned(), password: secret.into() };
        let outcome = look_into(plan.clone(), credentials).await;
        assert_eq!(outcome.result.expect_err("not sent").cause, Cause::UnusableCredentials);
        assert_eq!(outcome.server.log().secured, ["CAPA"]);
    }
}

#[tokio::test]
async fn a_token_goes_by_xoauth2_and_a_refusal_is_read_to_its_end() {
    let outcome = look_into(Plan::pop3().with_message(MESSAGE_ID, "", 0), bearer()).await;
    assert!(matches!(outcome.result, Ok(Finding::Seen { .. })), "{:?}", outcome.result);
    let plan = Plan::pop3()
        .at("NEXT", Answer::line("+ eyJzdGF0dXMiOiI0MDAifQ=="))
        .at("LAST", Answer::line("-ERR [AUTH] not accepted"));
    let outcome = look_into(plan, bearer()).await;
    let failure = outcome.result.expect_err("refused");
    assert_eq!(failure.point, Point::SignIn);
    assert_eq!(failure.cause, Cause::Refused { text: "-ERR [AUTH] not accepted".to_owned() });
}

#[tokio::test]
async fn an_error_challenge_wins_no_sign_in() {
    let plan = Plan::pop3()
        .with_message(MESSAGE_ID, "", 0)
        .at("NEXT", Answer::line("+ eyJzdGF0dXMiOiI0MDAifQ=="))
        .at("LAST", Answer::line("+OK signed in all the same"));
    let failure = look_into(plan, bearer()).await.result.expect_err("no look");
    assert_eq!((failure.point, failure.cause), (Point::SignIn, Cause::Malformed));
}

#[tokio::test]
async fn what_goes_wrong_after_a_sign_in_is_only_not_yet() {
    let look = |at, answer| {
        // Without UIDL every header is read anew.
        let plan = Plan::pop3().with_message(MESSAGE_ID, "", 1).at("UIDL", Answer::line("-ERR what?"));
        let plan = plan.at(at, answer);
        look_long(plan, password(), Duration::from_secs(25))
    };
    let (in_use, delayed, silent, locked) = tokio::join!(
        look("NEXT 2", Answer::line("-ERR [IN-USE] do you have another session running?")),
        look("NEXT 2", Answer::line("-ERR [LOGIN-DELAY] minimum time between sign-ins is 5 seconds")),
        look("GREETING 2", Answer::Silent),
        look("STAT 1", Answer::line("-ERR [IN-USE] locked")),
    );
    for outcome in [in_use, delayed, silent, locked] {
        assert!(matches!(outcome.result, Ok(Finding::Seen { .. })), "{:?}", outcome.result);
        assert_eq!(outcome.server.log().connections, 3);
        assert!(outcome.server.log().secured.contains(&"QUIT".to_owned()));
    }
}

#[tokio::test]
async fn a_mailbox_that_stays_locked_was_not_looked_into() {
    let locked = Plan::pop3().at("STAT", Answer::line("-ERR [IN-USE] locked"));
    let failure = look_into(locked, password()).await.result.expect_err("no look");
    assert_eq!(failure.point, Point::Search);
    assert_eq!(failure.cause, Cause::Refused { text: "-ERR [IN-USE] locked".to_owned() });
}

#[tokio::test]
async fn a_greeting_that_is_none_ends_the_look() {
    let plan = Plan::pop3().at("GREETING", Answer::line("-ERR [SYS/TEMP] busy"));
    let failure = look_into(plan, password()).await.result.expect_err("refused");
    assert_eq!((failure.point, matches!(failure.cause, Cause::Refused { .. })), (Point::Greeting, true));
    let injected = Plan { implicit: false, ..Plan::pop3() }
        .at("STLS", Answer::Say(b"+OK go ahead\r\n+OK signed in\r\n".to_vec()));
    let outcome = look_into(injected, password()).await;
    assert_eq!(outcome.result.expect_err("injected").cause, Cause::PlainAfterStarttls);
    assert!(outcome.server.log().secured.is_empty());
}
