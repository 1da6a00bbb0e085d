//! What others show, over real TLS on loopback.

use std::net::Ipv4Addr;

use contract::Security;
use testkit::https::{Https, Response};
use testkit::tls::{Authority, Flaw};
use tokio::net::TcpListener;

use super::*;

fn server(host: &str) -> Server {
    Server { host: host.to_owned(), port: 465, security: Security::Tls }
}

#[test]
fn a_clock_is_never_held_against_the_server_that_failed() {
    for host in ["smtp.gmail.com", "mail.example.jp"] {
        let (other, port) = clock_of_another(&server(host));
        assert_ne!(other, host);
        assert_eq!(port, if other == "smtp.gmail.com" { 465 } else { 443 }, "{other}");
    }
}

async fn seen(flaw: &Flaw) -> SecondLook {
    let authority = Authority::new("Todoita Test");
    let other = Https::start(authority.server(flaw), |_| Response::none()).await;
    let tls = Tls::with_extra_roots([authority.root()]).unwrap();
    clock(("localhost", other.address.port()), &tls).await
}

#[tokio::test]
async fn a_clock_is_wrong_where_the_certificate_of_another_is_out_of_date_too() {
    for flaw in [Flaw::Expired, Flaw::NotYetValid] {
        let seen = seen(&flaw).await;
        assert_eq!(seen.clock_off, Some(A_DAY), "{flaw:?}");
        assert_eq!(seen.checks, [Text::new("check-clock-wrong").with("host", "localhost")]);
    }
    let fine = seen(&Flaw::None).await;
    assert_eq!(fine.clock_off, Some(0));
    assert_eq!(fine.checks, [Text::new("check-clock-right").with("host", "localhost")]);
    let foreign = seen(&Flaw::UnknownIssuer).await;
    assert_eq!(
        (foreign.clock_off, foreign.checks.len()),
        (None, 0),
        "a device in between says nothing of the clock"
    );
}

#[tokio::test]
async fn a_network_is_down_where_no_name_at_all_is_found() {
    assert!(any_is_found([("no-such-name.invalid", 587), ("127.0.0.1", 587)].into_iter()).await);
    assert!(!any_is_found([("no-such-name.invalid", 587), ("nor-this.invalid", 587)].into_iter()).await);
}

#[tokio::test]
async fn a_port_answers_where_one_of_its_addresses_does() {
    let open = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await.unwrap();
    let port = open.local_addr().unwrap().port();
    assert_eq!(answers("127.0.0.1", port).await, Some(true));
    drop(open);
    assert_eq!(answers("127.0.0.1", port).await, Some(false));
    assert_eq!(answers("no-such-name.invalid", port).await, None, "that is another fault");
}

#[test]
fn a_control_is_another_server_that_has_the_port() {
    for (host, port, wanted) in [
        ("mail.example.jp", 465, Some("smtp.gmail.com")),
        ("mail.example.jp", 587, Some("smtp.gmail.com")),
        ("smtp.gmail.com", 587, Some("smtp.mail.me.com")),
        ("smtp.gmail.com", 465, None),
    ] {
        assert_eq!(control(&server(host), port), wanted, "{host}:{port}");
    }
}
