//! Refusals as the verifiers of Windows and macOS give them, made up, about the certificates of real servers.

use std::sync::Arc;
use std::time::Duration;

use rustls::{CertificateError, OtherError};
use testkit::smtp::{Plan, SmtpServer};
use testkit::tls::Flaw;

use crate::made_up::MadeUp;
use crate::{Tls, TlsFault, dial};

async fn refused(flaw: Flaw, reason: CertificateError) -> TlsFault {
    let server = SmtpServer::start(Plan::tls().flawed(flaw)).await;
    let tls = Tls::with_verifier(Arc::new(MadeUp { refusal: Some(reason) })).unwrap();
    let dialled = dial("localhost", server.port, Duration::from_secs(5)).await.unwrap();
    tls.secure(dialled.stream, "localhost").await.unwrap_err()
}

fn words(said: &str) -> CertificateError {
    CertificateError::Other(OtherError(Arc::from(Box::from(said))))
}

#[tokio::test]
async fn the_dates_of_the_certificate_decide_first() {
    let expired = TlsFault::Expired { not_after: Some(1_609_459_200) };
    let early = TlsFault::NotYetValid { not_before: Some(3_786_912_000) };
    let macos = || words("\u{201c}localhost\u{201d} certificate is not trusted: -67843");
    assert_eq!(refused(Flaw::Expired, macos()).await, expired);
    assert_eq!(refused(Flaw::NotYetValid, macos()).await, early);
    // Windows has one number for both.
    assert_eq!(refused(Flaw::Expired, CertificateError::Expired).await, expired);
    assert_eq!(refused(Flaw::NotYetValid, CertificateError::Expired).await, early);
}

#[tokio::test]
async fn the_numbers_of_the_systems_decide_where_the_dates_do_not() {
    for said in [
        "\u{201c}localhost\u{201d} certificate is not trusted: -67843",
        "\u{8a3c}\u{660e}\u{66f8}: -25318",
        "A certificate chain could not be built to a trusted root authority. (os error -2146762486)",
    ] {
        let fault = refused(Flaw::None, words(said)).await;
        assert!(matches!(fault, TlsFault::UnknownIssuer { issuer: Some(_) }), "{said}: {fault:?}");
    }
    // One further up ran out, or has not begun.
    let fault = refused(Flaw::None, words("\u{201c}Root\u{201d} certificate is expired: -67818")).await;
    assert!(matches!(fault, TlsFault::Expired { .. }), "{fault:?}");
    let fault = refused(Flaw::None, words("\u{201c}Root\u{201d} is not valid yet: -67819")).await;
    assert!(matches!(fault, TlsFault::NotYetValid { .. }), "{fault:?}");
}

#[tokio::test]
async fn what_has_a_name_keeps_it_and_what_has_none_stays_refused() {
    let fault = refused(Flaw::Expired, CertificateError::Revoked).await;
    assert_eq!(fault, TlsFault::Revoked);
    let fault = refused(Flaw::Expired, CertificateError::NotValidForName).await;
    assert!(matches!(fault, TlsFault::WrongName { .. }), "{fault:?}");
    for said in ["something else: -67900", "678", ": 67818", "(os error -2146762486) and more"] {
        let fault = refused(Flaw::None, words(said)).await;
        assert!(matches!(&fault, TlsFault::BadCertificate { reason } if reason.contains(said)), "{fault:?}");
    }
}
