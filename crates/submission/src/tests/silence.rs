//! Servers that fall silent or go away, at every place.

use contract::Stage;
use testkit::smtp::{Answer, At, Plan};

use super::{hand_over_within, password, short};
use crate::{Cause, Point};

const PLACES: [(At, Stage, Point); 8] = [
    (At::Handshake, Stage::Secure, Point::Tls),
    (At::Greeting, Stage::Secure, Point::Greeting),
    (At::HelloSecured, Stage::Secure, Point::Hello),
    (At::Auth, Stage::SignIn, Point::Auth),
    (At::Mail, Stage::Sender, Point::MailFrom),
    (At::Rcpt, Stage::Sender, Point::RcptTo),
    (At::Data, Stage::HandOver, Point::Data),
    (At::Dot, Stage::HandOver, Point::Message),
];

#[tokio::test]
async fn silence_ends_at_the_limit_of_its_place() {
    for (at, stage, point) in PLACES {
        let outcome = hand_over_within(Plan::tls().at(at, Answer::Silent), password(), short()).await;
        let failure = outcome.failure();
        assert_eq!((failure.stage, failure.point), (stage, point));
        assert_eq!(failure.cause, Cause::TimedOut { waited: short().command });
        assert_eq!(failure.may_have_gone, at == At::Dot);
    }
}

#[tokio::test]
async fn a_dropped_connection_is_told_at_its_place() {
    for (at, stage, point) in PLACES {
        let outcome = hand_over_within(Plan::tls().at(at, Answer::Close), password(), short()).await;
        let failure = outcome.failure();
        assert_eq!((failure.stage, failure.point), (stage, point));
        let closed = matches!(failure.cause, Cause::Closed | Cause::Tls(tls::TlsFault::Closed));
        assert!(closed, "{at:?}: {failure:?}");
        assert_eq!(failure.may_have_gone, at == At::Dot);
    }
}

#[tokio::test]
async fn silence_before_tls_is_limited_too() {
    let places =
        [(At::Greeting, Point::Greeting), (At::Hello, Point::Hello), (At::Starttls, Point::Starttls)];
    for (at, point) in places {
        let outcome = hand_over_within(Plan::starttls().at(at, Answer::Silent), password(), short()).await;
        assert_eq!(outcome.failure().point, point);
        assert_eq!(outcome.failure().cause, Cause::TimedOut { waited: short().command });
    }
}
