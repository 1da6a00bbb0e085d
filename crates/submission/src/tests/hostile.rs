//! Servers, and people on the line between, that mean no good.

use contract::Stage;
use testkit::smtp::{Answer, At, Plan};
use testkit::tls::Flaw;
use tls::TlsFault;

use super::{hand_over, hand_over_within, password, short};
use crate::{Cause, Point};

fn assert_no_credential_left(log: &testkit::smtp::Log) {
    assert!(!log.plain.iter().chain(&log.secured).any(|line| line.contains("AUTH")), "{log:?}");
}

#[tokio::test]
async fn words_behind_the_220_to_starttls_end_the_session() {
    let injected = b"220 go ahead\r\n250-evil.injected\r\n250 AUTH PLAIN\r\n235 welcome\r\n".to_vec();
    let outcome = hand_over(Plan::starttls().at(At::Starttls, Answer::Say(injected)), password()).await;
    let failure = outcome.failure();
    assert_eq!((failure.stage, failure.point), (Stage::Secure, Point::Starttls));
    assert_eq!(failure.cause, Cause::PlainAfterStarttls);
    assert_no_credential_left(&outcome.server.log());
}

#[tokio::test]
async fn half_a_line_behind_the_220_counts_too() {
    let injected = b"220 go ahead\r\n2".to_vec();
    let outcome = hand_over(Plan::starttls().at(At::Starttls, Answer::Say(injected)), password()).await;
    assert_eq!(outcome.failure().cause, Cause::PlainAfterStarttls);
}

#[tokio::test]
async fn a_stripped_starttls_ends_the_session() {
    let plan = Plan { plain_hello: vec!["AUTH PLAIN LOGIN".to_owned()], ..Plan::starttls() };
    let outcome = hand_over(plan, password()).await;
    assert_eq!(outcome.failure().cause, Cause::NoStarttls);
    assert_no_credential_left(&outcome.server.log());
}

#[tokio::test]
async fn only_exactly_220_begins_tls() {
    for line in ["221 go", "250 go", "235 go", "354 go", "454 4.7.0 TLS not available", "502 5.5.1 no"] {
        let outcome = hand_over(Plan::starttls().at(At::Starttls, Answer::line(line)), password()).await;
        let Cause::Reply { reply, .. } = &outcome.failure().cause else { panic!("{:?}", outcome.result) };
        assert_eq!(reply.code.to_string(), line[..3]);
        assert_no_credential_left(&outcome.server.log());
    }
}

#[tokio::test]
async fn what_was_offered_before_tls_is_forgotten() {
    let plan = Plan {
        plain_hello: vec!["STARTTLS".to_owned(), "AUTH PLAIN".to_owned()],
        ..Plan::starttls().offering(&["AUTH XOAUTH2"])
    };
    let outcome = hand_over(plan, password()).await;
    assert_eq!(outcome.failure().cause, Cause::NoCommonMechanism { offered: vec!["XOAUTH2".to_owned()] });
    assert_no_credential_left(&outcome.server.log());
}

#[tokio::test]
async fn every_flaw_of_a_certificate_ends_the_session_before_a_password() {
    let names = vec!["sv123.example.ne.jp".to_owned()];
    let flaws = [
        (Flaw::Expired, TlsFault::Expired { not_after: Some(1_609_459_200) }),
        (Flaw::OtherNames(names.clone()), TlsFault::WrongName { presented: names }),
        (Flaw::UnknownIssuer, TlsFault::UnknownIssuer { issuer: Some("Nobody We Know".to_owned()) }),
    ];
    for (flaw, fault) in flaws {
        for plan in [Plan::tls(), Plan::starttls()] {
            let outcome = hand_over(plan.flawed(flaw.clone()), password()).await;
            assert_eq!(outcome.failure().cause, Cause::Tls(fault.clone()));
            assert_eq!((outcome.failure().stage, outcome.failure().point), (Stage::Secure, Point::Tls));
            assert_no_credential_left(&outcome.server.log());
        }
    }
}

#[tokio::test]
async fn endless_lines_and_replies_are_cut_off() {
    for answer in [Answer::EndlessLine, Answer::EndlessReply] {
        for at in [At::Greeting, At::HelloSecured, At::Mail, At::Dot] {
            let outcome = hand_over(Plan::tls().at(at, answer.clone()), password()).await;
            assert_eq!(outcome.failure().cause, Cause::TooLong, "{at:?}");
        }
    }
}

#[tokio::test]
async fn a_line_is_limited_behind_others_too() {
    for (length, cause) in [(3_000, None), (8_000, Some(Cause::TooLong))] {
        let greeting = format!("220-mail.test\r\n220 {}\r\n", "x".repeat(length));
        let plan = Plan::tls().at(At::Greeting, Answer::Say(greeting.into_bytes()));
        let outcome = hand_over(plan, password()).await;
        assert_eq!(outcome.result.err().map(|failure| failure.cause), cause, "{length} octets");
    }
}

#[tokio::test]
async fn many_long_lines_of_one_reply_are_limited_as_a_whole() {
    for (lines, cause) in [(60, None), (70, Some(Cause::TooLong))] {
        let line = format!("250-{}\r\n", "x".repeat(1_000));
        let hello = format!("{}250 AUTH PLAIN\r\n", line.repeat(lines));
        let plan = Plan::tls().at(At::HelloSecured, Answer::Say(hello.into_bytes()));
        let outcome = hand_over(plan, password()).await;
        assert_eq!(outcome.result.err().map(|failure| failure.cause), cause, "{lines} lines");
    }
}

#[tokio::test]
async fn a_reply_byte_by_byte_is_limited_as_a_whole() {
    let drip = Answer::Drip(b"220 a slow welcome\r\n".to_vec(), std::time::Duration::from_millis(150));
    let outcome = hand_over_within(Plan::tls().at(At::Greeting, drip), password(), short()).await;
    assert_eq!(outcome.failure().cause, Cause::TimedOut { waited: short().greeting });
}

#[tokio::test]
async fn what_is_no_smtp_is_said_to_be_none() {
    for greeting in
        ["* OK IMAP4 ready", "HTTP/1.1 400 Bad Request", "99 bottles", "220_underscore", "", "999 x"]
    {
        let outcome = hand_over(Plan::tls().at(At::Greeting, Answer::line(greeting)), password()).await;
        assert_eq!(outcome.failure().cause, Cause::Malformed, "{greeting}");
    }
}

#[tokio::test]
async fn plain_smtp_on_a_tls_port_is_told_apart() {
    let plan = Plan::tls().at(At::Handshake, Answer::SayAndClose(b"220 mail.test ESMTP\r\n".to_vec()));
    assert_eq!(hand_over(plan, password()).await.failure().cause, Cause::Tls(TlsFault::NotTls));
}

#[tokio::test]
async fn a_reply_too_many_is_never_taken_for_the_next_one() {
    let twice = Answer::Say(b"250 2.1.0 ok\r\n250 2.1.0 ok\r\n".to_vec());
    let plan = Plan::tls().at(At::Rcpt, twice);
    let outcome = hand_over(plan.clone().offering(&["AUTH PLAIN"]), password()).await;
    assert_eq!((outcome.failure().point, &outcome.failure().cause), (Point::Data, &Cause::Malformed));
    let outcome = hand_over(plan, password()).await;
    assert_eq!(outcome.failure().point, Point::Data, "250 in place of 354");
    let plan = Plan::tls().at(At::Data, Answer::Say(b"354 go\r\n250 2.0.0 queued\r\n".to_vec()));
    let outcome = hand_over(plan, password()).await;
    assert_eq!((outcome.failure().point, &outcome.failure().cause), (Point::Message, &Cause::Malformed));
}
