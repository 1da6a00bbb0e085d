//! The look at other servers, over real TLS on loopback, and what each of its outcomes is called.

use std::net::Ipv4Addr;

use oauth::Unreached::{Foreign, NameNotFound, NoConnection, OutOfDate};
use testkit::https::{Https, Response};
use testkit::tls::{Authority, Flaw};
use tokio::net::TcpListener;

use super::*;

/// Other servers with these flaws; `None` for a port where nobody listens.
pub(in crate::real) async fn line(flaws: &[Option<Flaw>]) -> SignInLine {
    let authority = Authority::new("Todoita Test");
    let mut controls = Vec::new();
    for flaw in flaws {
        let port = match flaw {
            Some(flaw) => {
                let server = Https::start(authority.server(flaw), |_| Response::none()).await;
                server.address.port()
            }
            None => {
                let closed = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await.unwrap();
                closed.local_addr().unwrap().port()
            }
        };
        controls.push(("localhost".to_owned(), port));
    }
    SignInLine { tls: Tls::with_extra_roots([authority.root()]).unwrap(), controls }
}

async fn code(flaws: &[Option<Flaw>], why: Unreached) -> ProblemCode {
    line(flaws).await.problem(why).await.code
}

#[tokio::test]
async fn offline_is_said_only_where_nobody_else_answers_either() {
    for why in [NameNotFound, NoConnection] {
        assert_eq!(code(&[None, None], why).await, ProblemCode::Offline);
        let other = code(&[None, Some(Flaw::None)], why).await;
        assert_ne!(other, ProblemCode::Offline, "another server answers: {why:?}");
    }
    assert_eq!(code(&[None, Some(Flaw::None)], NoConnection).await, ProblemCode::TokenTrouble);
    assert_eq!(code(&[None, Some(Flaw::None)], NameNotFound).await, ProblemCode::SignInPageBlocked);
}

#[tokio::test]
async fn a_network_that_answers_for_everybody_is_a_portal_and_one_that_opens_a_single_line_is_not() {
    let names = Flaw::OtherNames(vec!["portal.example".into()]);
    for flaws in [[Some(Flaw::UnknownIssuer), Some(Flaw::SelfSigned)], [Some(names.clone()), Some(names)]] {
        for why in [Foreign, NoConnection, NameNotFound, OutOfDate] {
            assert_eq!(code(&flaws, why).await, ProblemCode::CaptivePortal, "{why:?}");
        }
    }
    assert_eq!(code(&[Some(Flaw::None), None], Foreign).await, ProblemCode::SignInPageBlocked);
    assert_eq!(code(&[None, None], Foreign).await, ProblemCode::SignInPageBlocked);
    let alone = code(&[Some(Flaw::UnknownIssuer), None], NoConnection).await;
    assert_eq!(
        alone,
        ProblemCode::SignInPageBlocked,
        "one foreign certificate is no portal, nor is it silence"
    );
}

#[tokio::test]
async fn a_wrong_clock_is_told_by_the_certificate_of_somebody_else() {
    let seen = line(&[Some(Flaw::NotYetValid), None]).await.problem(OutOfDate).await;
    assert_eq!((seen.code, seen.certainty), (ProblemCode::ClockWrong, Certainty::Sure));
    assert_eq!(seen.checks, [Text::new("check-clock-wrong").with("host", "localhost")]);
    let seen = line(&[Some(Flaw::None), None]).await.problem(OutOfDate).await;
    assert_eq!(seen.code, ProblemCode::SignInPageBlocked);
    assert_eq!(seen.checks, [Text::new("check-clock-right").with("host", "localhost")]);
    let seen = line(&[None, None]).await.problem(OutOfDate).await;
    assert_eq!((seen.code, seen.certainty), (ProblemCode::ClockWrong, Certainty::Likely));
    assert!(seen.checks.is_empty(), "nothing was seen");
}

#[tokio::test]
async fn the_old_certificate_of_one_device_at_every_door_is_not_the_clock() {
    let flaws = [Some(Flaw::Expired), Some(Flaw::Expired)];
    assert_eq!(code(&flaws, OutOfDate).await, ProblemCode::CaptivePortal);
    for seconds in [&[1, 2][..], &[1, 1, 2], &[1]] {
        let shown: Vec<Shown> = seconds.iter().map(|second| Shown::OutOfDate(Some(*second))).collect();
        assert_eq!(around(&shown), Around::ClockWrong, "{seconds:?}");
    }
    let unread = around(&[Shown::OutOfDate(None), Shown::OutOfDate(None)]);
    assert_eq!(unread, Around::ClockWrong, "what was not read is not the same");
}

#[test]
fn a_product_that_reads_along_is_no_portal() {
    let scanner = TlsFault::UnknownIssuer { issuer: Some("Zscaler Root CA".into()) };
    assert_eq!(of_handshake(Err(scanner)), Shown::Opened);
    let seen = around(&[Shown::Opened, Shown::Opened, Shown::Foreign]);
    assert_eq!(named(Foreign, seen), (ProblemCode::SignInPageBlocked, Certainty::Sure));
}

#[test]
fn no_outcome_claims_more_than_was_seen() {
    for why in [Foreign, NoConnection, NameNotFound, OutOfDate] {
        let (code, _) = named(why, Around::Fine);
        assert!(![ProblemCode::Offline, ProblemCode::CaptivePortal, ProblemCode::ClockWrong].contains(&code));
        let (_, certainty) = named(why, Around::Silent);
        assert_eq!(certainty, Certainty::Likely, "{why:?}: nobody else was seen");
    }
}
