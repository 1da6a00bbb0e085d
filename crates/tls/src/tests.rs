//! Handshakes with real servers, good and bad.

use std::net::Ipv4Addr;
use std::sync::Arc;
use std::time::{Duration, Instant};

use rustls::client::WebPkiServerVerifier;
use testkit::smtp::{Answer, At, Plan, SmtpServer};
use testkit::tls::Flaw;
use tokio::net::TcpListener;

use crate::{DialFault, Family, Tls, TlsFault, TlsVersion, dial, fault_within};

const LIMIT: Duration = Duration::from_secs(5);

async fn handshake(plan: Plan) -> Result<TlsVersion, TlsFault> {
    let server = SmtpServer::start(plan).await;
    let tls = Tls::with_extra_roots([server.root.clone()]).unwrap();
    let dialled = dial("localhost", server.port, LIMIT).await.unwrap();
    tls.secure(dialled.stream, "localhost").await.map(|(_, version)| version)
}

#[tokio::test]
async fn a_good_certificate_is_accepted_with_tls_1_3() {
    assert_eq!(handshake(Plan::tls()).await, Ok(TlsVersion::Tls13));
}

#[tokio::test]
async fn an_expired_certificate_is_refused_with_its_date() {
    let fault = handshake(Plan::tls().flawed(Flaw::Expired)).await.unwrap_err();
    assert_eq!(fault, TlsFault::Expired { not_after: Some(1_609_459_200) });
}

#[tokio::test]
async fn a_certificate_of_the_future_is_refused_with_its_date() {
    let fault = handshake(Plan::tls().flawed(Flaw::NotYetValid)).await.unwrap_err();
    assert_eq!(fault, TlsFault::NotYetValid { not_before: Some(3_786_912_000) });
}

#[tokio::test]
async fn a_certificate_for_other_names_is_refused_with_those_names() {
    let names = vec!["sv123.example.ne.jp".to_owned(), "*.example.ne.jp".to_owned()];
    let fault = handshake(Plan::tls().flawed(Flaw::OtherNames(names.clone()))).await.unwrap_err();
    assert_eq!(fault, TlsFault::WrongName { presented: names });
}

#[tokio::test]
async fn an_unknown_issuer_is_refused_and_named() {
    let fault = handshake(Plan::tls().flawed(Flaw::UnknownIssuer)).await.unwrap_err();
    assert_eq!(fault, TlsFault::UnknownIssuer { issuer: Some("Nobody We Know".to_owned()) });
    let fault = handshake(Plan::tls().flawed(Flaw::SelfSigned)).await.unwrap_err();
    assert!(matches!(fault, TlsFault::UnknownIssuer { .. }), "{fault:?}");
}

#[tokio::test]
async fn a_verifier_of_ones_own_judges_alone() {
    let server = SmtpServer::start(Plan::tls()).await;
    let other = testkit::tls::Authority::new("Another");
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let verifier =
        WebPkiServerVerifier::builder_with_provider(Arc::new(other.only_root()), provider).build().unwrap();
    let tls = Tls::with_verifier(verifier).unwrap();
    let dialled = dial("localhost", server.port, LIMIT).await.unwrap();
    let fault = tls.secure(dialled.stream, "localhost").await.unwrap_err();
    assert!(matches!(fault, TlsFault::UnknownIssuer { .. }), "{fault:?}");
}

#[tokio::test]
async fn plain_text_and_old_servers_are_told_apart() {
    let plain =
        Plan::tls().at(At::Handshake, Answer::SayAndClose(b"220 mail.test ESMTP hello there\r\n".to_vec()));
    assert_eq!(handshake(plain).await, Err(TlsFault::NotTls));
    // A fatal alert "protocol version", as a server of TLS 1.0 sends it.
    let alert = vec![0x15, 0x03, 0x01, 0x00, 0x02, 0x02, 0x46];
    assert_eq!(
        handshake(Plan::tls().at(At::Handshake, Answer::SayAndClose(alert))).await,
        Err(TlsFault::TooOld)
    );
    assert_eq!(handshake(Plan::tls().at(At::Handshake, Answer::Close)).await, Err(TlsFault::Closed));
}

#[tokio::test]
async fn a_closed_port_is_refused_at_once_and_the_family_is_told() {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await.unwrap();
    let port = listener.local_addr().unwrap().port();
    let dialled = dial("localhost", port, LIMIT).await.unwrap();
    assert_eq!(dialled.family, Family::V4);
    drop(listener);
    let start = Instant::now();
    assert_eq!(dial("localhost", port, LIMIT).await.unwrap_err(), DialFault::Refused);
    // Windows tries a refused port again, for two seconds.
    let most = if cfg!(windows) { 3 } else { 1 };
    assert!(start.elapsed() < Duration::from_secs(most));
}

#[tokio::test]
async fn a_name_without_addresses_is_not_found() {
    let fault = dial("nobody.invalid", 465, LIMIT).await.unwrap_err();
    // Where there is no resolver at all, the look-up fails instead.
    assert!(matches!(fault, DialFault::NotFound | DialFault::LookupFailed), "{fault:?}");
}

#[test]
fn a_fault_is_found_however_deep_another_library_has_wrapped_it() {
    let expired = || rustls::Error::InvalidCertificate(rustls::CertificateError::Expired);
    let once = std::io::Error::other(expired());
    let twice = std::io::Error::other(std::io::Error::other(expired()));
    for error in [once, twice] {
        assert_eq!(fault_within(&error), Some(TlsFault::Expired { not_after: None }), "{error:?}");
    }
    assert_eq!(fault_within(&std::io::Error::other("something else")), None);
}
