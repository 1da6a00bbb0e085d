//! The TLS client: whose certificates are believed, and the handshake.

use std::sync::Arc;

use rustls::client::danger::ServerCertVerifier;
use rustls::crypto::CryptoProvider;
use rustls::pki_types::{CertificateDer, ServerName};
use rustls::{ClientConfig, ProtocolVersion};
use tokio::net::TcpStream;
use tokio_rustls::TlsConnector;
use tokio_rustls::client::TlsStream;

use crate::TlsFault;
use crate::recording::Recording;

/// A connection whose other end has proven its name.
pub type Secured = TlsStream<TcpStream>;

/// A protocol version; older ones are never spoken (RFC 8996).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TlsVersion {
    /// TLS 1.2 (RFC 5246).
    Tls12,
    /// TLS 1.3 (RFC 8446).
    Tls13,
}

impl TlsVersion {
    /// As people write it, such as `TLS 1.3`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Tls12 => "TLS 1.2",
            Self::Tls13 => "TLS 1.3",
        }
    }
}

/// Opens TLS to servers and judges their certificates. Cheap to clone.
#[derive(Debug, Clone)]
pub struct Tls {
    config: Arc<ClientConfig>,
    verifier: Arc<dyn ServerCertVerifier>,
}

impl Tls {
    /// Believes whom the operating system believes (company authorities included).
    ///
    /// # Errors
    /// [`TlsFault::NoTrustStore`] when the system has no certificates to offer.
    pub fn system() -> Result<Self, TlsFault> {
        Self::with_extra_roots([])
    }

    /// The same, and besides these authorities.
    ///
    /// # Errors
    /// [`TlsFault::NoTrustStore`] when the system has no certificates to offer, or an extra one is not usable.
    pub fn with_extra_roots(
        roots: impl IntoIterator<Item = CertificateDer<'static>>,
    ) -> Result<Self, TlsFault> {
        let roots: Vec<_> = roots.into_iter().collect();
        let verifier = if roots.is_empty() { of_the_system() } else { with_roots(roots) };
        Self::with_verifier(verifier.map_err(|reason| TlsFault::NoTrustStore { reason })?)
    }

    /// Lets `verifier` judge the certificates.
    ///
    /// # Errors
    /// [`TlsFault::Other`] when no TLS version can be spoken (a fault of the build).
    pub fn with_verifier(verifier: Arc<dyn ServerCertVerifier>) -> Result<Self, TlsFault> {
        let config = ClientConfig::builder_with_provider(provider())
            .with_safe_default_protocol_versions()
            .map_err(|fault| TlsFault::Other { reason: fault.to_string() })?
            .dangerous()
            // A client of another protocol is told by the same names why a certificate was refused.
            .with_custom_certificate_verifier(Arc::new(Recording::new(Arc::clone(&verifier))))
            .with_no_client_auth();
        Ok(Self { config: Arc::new(config), verifier })
    }

    /// The configuration itself, for a client of another protocol (https) that shall judge alike.
    pub fn client_config(&self) -> Arc<ClientConfig> {
        Arc::clone(&self.config)
    }

    /// Does the handshake on a fresh TCP connection. The caller limits the time.
    ///
    /// # Errors
    /// What was wrong with the certificate or the protocol.
    pub async fn secure(&self, tcp: TcpStream, host: &str) -> Result<(Secured, TlsVersion), TlsFault> {
        let name = ServerName::try_from(host.to_owned())
            .map_err(|_| TlsFault::Other { reason: "not a host name".to_owned() })?;
        let recording = Arc::new(Recording::new(Arc::clone(&self.verifier)));
        let mut config = (*self.config).clone();
        config.dangerous().set_certificate_verifier(Arc::clone(&recording) as Arc<dyn ServerCertVerifier>);
        let stream = TlsConnector::from(Arc::new(config))
            .connect(name, tcp)
            .await
            .map_err(|error| TlsFault::from_handshake(&error, recording.seen()))?;
        let version = match stream.get_ref().1.protocol_version() {
            Some(ProtocolVersion::TLSv1_3) => TlsVersion::Tls13,
            _ => TlsVersion::Tls12,
        };
        Ok((stream, version))
    }
}

fn provider() -> Arc<CryptoProvider> {
    Arc::new(rustls::crypto::ring::default_provider())
}

/// Whom the operating system believes.
fn of_the_system() -> Result<Arc<dyn ServerCertVerifier>, String> {
    let verifier = rustls_platform_verifier::Verifier::new(provider()).map_err(|fault| fault.to_string())?;
    Ok(Arc::new(verifier))
}

/// The same, and besides these authorities. Not every platform's verifier takes any; none are needed in ordinary use.
fn with_roots(roots: Vec<CertificateDer<'static>>) -> Result<Arc<dyn ServerCertVerifier>, String> {
    #[cfg(any(target_os = "linux", target_os = "macos", target_os = "windows", target_os = "freebsd"))]
    let verifier = {
        #[cfg(target_os = "windows")]
        let alone = roots.clone();
        let verifier = rustls_platform_verifier::Verifier::new_with_extra_roots(roots, provider());
        // A Windows that takes none, such as wine's: then these authorities are believed and nobody else.
        #[cfg(target_os = "windows")]
        if verifier.is_err() {
            return these_alone(alone);
        }
        verifier
    };
    #[cfg(not(any(target_os = "linux", target_os = "macos", target_os = "windows", target_os = "freebsd")))]
    let verifier = {
        drop(roots);
        rustls_platform_verifier::Verifier::new(provider())
    };
    Ok(Arc::new(verifier.map_err(|fault| fault.to_string())?))
}

#[cfg(target_os = "windows")]
fn these_alone(roots: Vec<CertificateDer<'static>>) -> Result<Arc<dyn ServerCertVerifier>, String> {
    let mut store = rustls::RootCertStore::empty();
    for root in roots {
        store.add(root).map_err(|fault| fault.to_string())?;
    }
    let verifier =
        rustls::client::WebPkiServerVerifier::builder_with_provider(Arc::new(store), provider()).build();
    verifier.map(|verifier| verifier as Arc<dyn ServerCertVerifier>).map_err(|fault| fault.to_string())
}
