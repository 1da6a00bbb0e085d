//! The roads that lead to a `250`.

use contract::Stage;
use testkit::smtp::{Answer, At, Plan, SmtpServer};
use tls::{Family, TlsVersion};

use super::{ADDRESS, hand_over, password};
use crate::{Event, Mechanism, StageDetail};

#[tokio::test]
async fn port_465_reports_every_stage_and_ends_in_250() {
    let outcome = hand_over(Plan::tls(), password()).await;
    let accepted = outcome.result.as_ref().expect("accepted");
    assert_eq!((accepted.reply.code, accepted.reply.text().as_str()), (250, "queued as 4711"));
    let stages = [Stage::Connect, Stage::Secure, Stage::SignIn, Stage::Sender, Stage::HandOver];
    assert_eq!(accepted.timings.iter().map(|timing| timing.stage).collect::<Vec<_>>(), stages);

    let started: Vec<_> = outcome
        .reports
        .iter()
        .filter(|report| report.event == Event::Started)
        .map(|report| report.stage)
        .collect();
    assert_eq!(started, stages);
    let details = outcome.reports.iter().filter_map(|report| match &report.event {
        Event::Finished { detail, .. } => Some(detail.clone()),
        Event::Started | Event::HandingOver => None,
    });
    let details: Vec<StageDetail> = details.collect();
    assert!(matches!(details[0], StageDetail::Connected { family: Family::V4, .. }));
    assert_eq!(details[1], StageDetail::Secured { version: TlsVersion::Tls13 });
    assert_eq!(details[2], StageDetail::SignedIn { mechanism: Mechanism::Plain });
    let handing = outcome.reports.iter().position(|report| report.event == Event::HandingOver);
    assert_eq!(handing, Some(outcome.reports.len() - 2));
}

#[tokio::test]
async fn port_587_sends_nothing_but_ehlo_and_starttls_in_clear() {
    let outcome = hand_over(Plan::starttls(), password()).await;
    outcome.result.as_ref().expect("accepted");
    let log = outcome.server.log();
    assert_eq!(log.plain, ["EHLO [127.0.0.1]", "STARTTLS"]);
    assert_eq!(log.secured[0], "EHLO [127.0.0.1]");
    assert_eq!(log.messages, [b"Subject: hello\r\n\r\nHello\r\n".to_vec()]);
}

#[tokio::test]
async fn the_envelope_names_the_own_address_twice() {
    let outcome = hand_over(Plan::tls(), password()).await;
    let secured = outcome.server.log().secured;
    assert!(secured.contains(&format!("MAIL FROM:<{ADDRESS}>")), "{secured:?}");
    assert!(secured.contains(&format!("RCPT TO:<{ADDRESS}>")), "{secured:?}");
}

#[tokio::test]
async fn a_server_without_pipelining_is_asked_line_by_line() {
    let outcome = hand_over(Plan::tls().offering(&["AUTH PLAIN"]), password()).await;
    outcome.result.as_ref().expect("accepted");
    let log = outcome.server.log();
    assert_eq!(log.messages.len(), 1);
    assert!(log.flights >= 6, "{log:?}");
}

#[tokio::test]
async fn odd_but_lawful_servers_are_understood() {
    let hello = b"250-mail.test\n250-pipelining\r\n250-auth=login plain\r\n250 \r\n".to_vec();
    let greeting = b"220-\xe7\xb9\x81 welcome\r\n220\r\n".to_vec();
    let plan = Plan::tls().at(At::HelloSecured, Answer::Say(hello)).at(At::Greeting, Answer::Say(greeting));
    hand_over(plan, password()).await.result.expect("accepted");
}

#[tokio::test]
async fn the_number_of_round_trips_is_the_floor() {
    // The greeting, and then each time that the server has said all and waits: EHLO; AUTH with its initial response;
    // MAIL, RCPT and DATA at once; the message; and QUIT, which nobody waits for.
    let outcome = hand_over(Plan::tls(), password()).await;
    outcome.result.as_ref().expect("accepted");
    assert!((4..=5).contains(&outcome.server.log().flights), "{:?}", outcome.server.log());
}

#[tokio::test]
async fn mail_rcpt_and_data_leave_together() {
    // Were they asked one by one, the silence at MAIL would keep RCPT from coming.
    let limits = super::short();
    let plan = Plan::tls().at(At::Mail, Answer::Say(Vec::new()));
    let outcome = super::hand_over_within(plan, password(), limits).await;
    let secured = outcome.server.log().secured;
    assert!(secured.iter().any(|line| line.starts_with("RCPT")), "{secured:?}");
}

#[tokio::test]
async fn the_server_is_told_that_it_is_over() {
    let server = hand_over(Plan::tls(), password()).await.server;
    let signed_in = SmtpServer::start(Plan::starttls()).await;
    super::only_sign_in(&signed_in, password()).await.expect("signed in");
    for server in [server, signed_in] {
        // Nobody waits for its answer.
        while server.log().ended == 0 {
            tokio::time::sleep(std::time::Duration::from_millis(10)).await;
        }
        assert_eq!(server.log().secured.last().map(String::as_str), Some("QUIT"));
    }
}

#[tokio::test]
async fn dropping_the_future_closes_the_connection() {
    let server = SmtpServer::start(Plan::tls().at(At::Dot, Answer::Silent)).await;
    let submission = crate::Submission {
        server: contract::Server {
            host: "localhost".to_owned(),
            port: server.port,
            security: contract::Security::Tls,
        },
        credentials: password(),
        sender: ADDRESS.to_owned(),
        recipient: ADDRESS.to_owned(),
        message: b"Subject: x\r\n\r\nx\r\n".to_vec(),
        limits: crate::Limits::default(),
    };
    let tls = tls::Tls::with_extra_roots([server.root.clone()]).expect("a trust store");
    let (tell, told) = tokio::sync::oneshot::channel();
    let mut tell = Some(tell);
    let mut on = move |report: crate::Report| {
        if report.event == Event::HandingOver {
            tell.take().map(|tell| tell.send(()));
        }
    };
    tokio::select! {
        result = crate::submit(&submission, &tls, &mut on) => panic!("ended: {result:?}"),
        heard = told => heard.expect("handing over was told before the cancel"),
    }
    while server.log().ended == 0 {
        tokio::time::sleep(std::time::Duration::from_millis(10)).await;
    }
}

#[tokio::test]
async fn signing_in_alone_sends_nothing() {
    let server = SmtpServer::start(Plan::starttls()).await;
    let outcome = super::only_sign_in(&server, password()).await;
    assert!(outcome.is_ok(), "{outcome:?}");
    let log = server.log();
    assert!(log.secured.iter().any(|line| line.starts_with("AUTH ")), "{:?}", log.secured);
    assert!(!log.secured.iter().any(|line| line.starts_with("MAIL") || line.starts_with("DATA")), "{log:?}");
    assert!(log.messages.is_empty());

    let refusal = Answer::line("535 5.7.8 Authentication credentials invalid");
    let server = SmtpServer::start(Plan::starttls().at(At::Auth, refusal)).await;
    let failure = super::only_sign_in(&server, password()).await.unwrap_err();
    assert_eq!((failure.stage, failure.may_have_gone), (Stage::SignIn, false));
}
