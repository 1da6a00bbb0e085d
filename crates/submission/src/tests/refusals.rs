//! A no at each place, and where it is said to be.

use contract::Stage;
use testkit::smtp::{Answer, At, Plan};

use super::{hand_over, password};
use crate::{Cause, Event, Point};

#[tokio::test]
async fn a_refusal_keeps_its_place_its_code_and_its_words() {
    let places = [
        (At::Greeting, "554 5.7.1 not you", Stage::Secure, Point::Greeting),
        (At::HelloSecured, "501 5.5.4 bad name", Stage::Secure, Point::Hello),
        (At::Auth, "535 5.7.8 bad password", Stage::SignIn, Point::Auth),
        (At::Mail, "553 5.7.1 not your address", Stage::Sender, Point::MailFrom),
        (At::Rcpt, "550 5.1.1 no such user", Stage::Sender, Point::RcptTo),
        (At::Data, "554 5.5.1 no valid recipients", Stage::HandOver, Point::Data),
        (At::Dot, "451 4.7.1 try again later", Stage::HandOver, Point::Message),
    ];
    for (at, line, stage, point) in places {
        let plan = Plan::tls().at(at, Answer::line(line));
        for plan in [plan.clone(), plan.offering(&["AUTH PLAIN"])] {
            let outcome = hand_over(plan, password()).await;
            let failure = outcome.failure();
            assert_eq!((failure.stage, failure.point), (stage, point), "{line}");
            let Cause::Reply { reply, challenge: None } = &failure.cause else { panic!("{failure:?}") };
            let enhanced = reply.enhanced.expect("enhanced code");
            assert_eq!(format!("{} {enhanced} {}", reply.code, reply.text()), line);
            assert!(!failure.may_have_gone);
            assert!(failure.finished.iter().all(|finished| *finished < stage), "{failure:?}");
        }
    }
}

#[tokio::test]
async fn before_tls_the_greeting_belongs_to_connecting() {
    let plan = Plan::starttls().at(At::Greeting, Answer::line("421 4.7.0 busy"));
    let outcome = hand_over(plan, password()).await;
    assert_eq!((outcome.failure().stage, outcome.failure().point), (Stage::Connect, Point::Greeting));
}

#[tokio::test]
async fn only_250_to_the_final_dot_is_sent() {
    for line in ["251 forwarded", "235 ok", "354 more?", "220 hello"] {
        let outcome = hand_over(Plan::tls().at(At::Dot, Answer::line(line)), password()).await;
        assert_eq!(outcome.failure().point, Point::Message, "{line}");
    }
}

#[tokio::test]
async fn a_refused_recipient_is_not_outvoted_by_a_354() {
    let plan = Plan::tls().at(At::Rcpt, Answer::line("550 5.1.1 no such user"));
    let outcome = hand_over(plan, password()).await;
    assert_eq!(outcome.failure().point, Point::RcptTo);
    assert!(!outcome.reports.iter().any(|report| report.event == Event::HandingOver));
    assert!(outcome.server.log().messages.is_empty());
}

#[tokio::test]
async fn bytes_that_are_not_utf_8_do_not_hide_the_code() {
    let reply = b"535 5.7.8 Anmeldung ung\xfcltig \xc7\xd1\r\n".to_vec();
    let outcome = hand_over(Plan::tls().at(At::Auth, Answer::Say(reply)), password()).await;
    let Cause::Reply { reply, .. } = &outcome.failure().cause else { panic!("{:?}", outcome.result) };
    assert_eq!(reply.code, 535);
    assert!(reply.text().starts_with("Anmeldung ung\u{fffd}ltig"));
}
