//! What can go wrong while a connection is being secured.

use std::io;

use rustls::{AlertDescription, CertificateError, Error, InvalidMessage};

use crate::Certificate;

/// Why no secure line came about. Each is a reason to stop; none can be passed over.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum TlsFault {
    /// The certificate's last day is over.
    #[error("certificate expired")]
    Expired {
        /// Last second of its validity, seconds since 1970.
        not_after: Option<u64>,
    },
    /// The certificate's first day has not come: as a rule this computer's clock is wrong.
    #[error("certificate not valid yet")]
    NotYetValid {
        /// First second of its validity, seconds since 1970.
        not_before: Option<u64>,
    },
    /// The certificate is for other names.
    #[error("certificate is for another name")]
    WrongName {
        /// The names in it, at most 20, as the server sent them.
        presented: Vec<String>,
    },
    /// Nobody whom this computer believes has signed it; self-signed ones too.
    #[error("certificate from an unknown issuer")]
    UnknownIssuer {
        /// Who signed it, by its own word.
        issuer: Option<String>,
    },
    /// The certificate was called back by its issuer.
    #[error("certificate revoked")]
    Revoked,
    /// The certificate is faulty in another way.
    #[error("certificate not usable: {reason}")]
    BadCertificate {
        /// The library's words, for the report.
        reason: String,
    },
    /// The server speaks TLS 1.1 or older, or none of today's ciphers.
    #[error("server speaks only outdated TLS")]
    TooOld,
    /// Plain text came where TLS was expected.
    #[error("server does not speak TLS here")]
    NotTls,
    /// The server closed the connection in the middle of the handshake.
    #[error("connection closed during the handshake")]
    Closed,
    /// This computer has no store of trusted certificates.
    #[error("no trust store: {reason}")]
    NoTrustStore {
        /// The library's words, for the report.
        reason: String,
    },
    /// Anything else.
    #[error("TLS failed: {reason}")]
    Other {
        /// The library's words, for the report.
        reason: String,
    },
}

/// The fault of TLS at the root of another library's error, if there is one. What the certificate said of itself is not
/// known there: dates, names and issuer are empty.
pub fn fault_within(error: &(dyn std::error::Error + 'static)) -> Option<TlsFault> {
    let mut next = Some(error);
    while let Some(error) = next {
        if let Some(fault) = error.downcast_ref::<Error>() {
            return Some(TlsFault::from_rustls(fault, Certificate::default()));
        }
        // An `io::Error` keeps what it wraps out of `source`.
        let wrapped = error.downcast_ref::<io::Error>().and_then(io::Error::get_ref);
        if let Some(fault) = wrapped.and_then(|inner| fault_within(inner)) {
            return Some(fault);
        }
        next = error.source();
    }
    None
}

impl TlsFault {
    #[expect(
        clippy::wildcard_enum_match_arm,
        reason = "an enum of another crate, with far more variants than matter here"
    )]
    pub(crate) fn from_handshake(error: &io::Error, seen: Option<Certificate>) -> Self {
        let Some(fault) = error.get_ref().and_then(|inner| inner.downcast_ref::<Error>()) else {
            return match error.kind() {
                io::ErrorKind::UnexpectedEof
                | io::ErrorKind::ConnectionReset
                | io::ErrorKind::ConnectionAborted
                | io::ErrorKind::BrokenPipe => Self::Closed,
                _ => Self::Other { reason: error.kind().to_string() },
            };
        };
        Self::from_rustls(fault, seen.unwrap_or_default())
    }

    #[expect(
        clippy::wildcard_enum_match_arm,
        reason = "an enum of another crate, with far more variants than matter here"
    )]
    fn from_rustls(fault: &Error, seen: Certificate) -> Self {
        match fault {
            Error::InvalidCertificate(reason) => Self::from_certificate(reason, seen),
            Error::InvalidMessage(InvalidMessage::InvalidContentType) => Self::NotTls,
            Error::InvalidMessage(InvalidMessage::UnknownProtocolVersion)
            | Error::PeerIncompatible(_)
            | Error::AlertReceived(
                AlertDescription::ProtocolVersion
                | AlertDescription::HandshakeFailure
                | AlertDescription::InsufficientSecurity,
            ) => Self::TooOld,
            other => Self::Other { reason: other.to_string() },
        }
    }

    #[expect(
        clippy::wildcard_enum_match_arm,
        reason = "an enum of another crate, with far more variants than matter here"
    )]
    fn from_certificate(reason: &CertificateError, seen: Certificate) -> Self {
        match reason {
            CertificateError::Expired | CertificateError::ExpiredContext { .. } => {
                Self::Expired { not_after: seen.not_after }
            }
            CertificateError::NotValidYet | CertificateError::NotValidYetContext { .. } => {
                Self::NotYetValid { not_before: seen.not_before }
            }
            CertificateError::NotValidForName | CertificateError::NotValidForNameContext { .. } => {
                Self::WrongName { presented: seen.names }
            }
            CertificateError::UnknownIssuer => Self::UnknownIssuer { issuer: seen.issuer },
            CertificateError::Revoked => Self::Revoked,
            // A certificate that signs itself is an authority used as a server's: webpki says so in these words only.
            CertificateError::Other(other) if other.to_string().contains("CaUsedAsEndEntity") => {
                Self::UnknownIssuer { issuer: seen.issuer }
            }
            other => Self::BadCertificate { reason: other.to_string().chars().take(200).collect() },
        }
    }
}
