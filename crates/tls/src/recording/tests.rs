//! What the handshake itself proves: a certificate is public, and only its signature shows whose server this is.

use std::sync::Arc;
use std::time::Duration;

use rustls::version::{TLS12, TLS13};
use rustls::{ServerConfig, SupportedProtocolVersion};
use testkit::tls::{Authority, Flaw};
use tokio::net::TcpListener;
use tokio_rustls::TlsAcceptor;

use crate::connector::TlsVersion;
use crate::made_up::MadeUp;
use crate::{Tls, TlsFault, dial};

/// A good server that speaks this version and no other.
async fn server(authority: &Authority, version: &'static SupportedProtocolVersion) -> u16 {
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let config = ServerConfig::builder_with_provider(provider)
        .with_protocol_versions(&[version])
        .unwrap()
        .with_no_client_auth()
        .with_cert_resolver(Arc::clone(&authority.server(&Flaw::None).cert_resolver));
    let listener = TcpListener::bind(("127.0.0.1", 0)).await.unwrap();
    let port = listener.local_addr().unwrap().port();
    let acceptor = TlsAcceptor::from(Arc::new(config));
    tokio::spawn(async move {
        while let Ok((stream, _)) = listener.accept().await {
            drop(acceptor.accept(stream).await);
        }
    });
    port
}

#[tokio::test]
async fn a_certificate_without_its_signature_proves_nothing() {
    let authority = Authority::new("Testkit Authority");
    let believing = Tls::with_extra_roots([authority.root()]).unwrap();
    let doubting = Tls::with_verifier(Arc::new(MadeUp { refusal: None })).unwrap();
    for (version, spoken) in [(&TLS12, TlsVersion::Tls12), (&TLS13, TlsVersion::Tls13)] {
        let port = server(&authority, version).await;
        let connect = || dial("127.0.0.1", port, Duration::from_secs(5));
        let secured = believing.secure(connect().await.unwrap().stream, "localhost").await;
        assert_eq!(secured.map(|(_, version)| version), Ok(spoken));
        let fault = doubting.secure(connect().await.unwrap().stream, "localhost").await.unwrap_err();
        let TlsFault::Other { reason } = fault else { panic!("{fault:?}") };
        assert!(reason.ends_with(&format!("signed for {}", spoken.name())), "{reason}");
    }
}
