//! A verifier that keeps the certificate it saw, so that a refusal can be explained.
//!
//! The verdict is always that of the verifier within; a refusal gets the name that every system has for it. Kept because the verifiers of Windows and macOS give only
//! "expired" or "wrong name" back, without the date or the names.

use std::sync::{Arc, Mutex, PoisonError};

use rustls::client::danger::{HandshakeSignatureValid, ServerCertVerified, ServerCertVerifier};
use rustls::pki_types::{CertificateDer, ServerName, UnixTime};
use rustls::{DigitallySignedStruct, Error, SignatureScheme};

use crate::Certificate;
use crate::verdict::named;

#[derive(Debug)]
pub(crate) struct Recording {
    judge: Arc<dyn ServerCertVerifier>,
    seen: Mutex<Option<Certificate>>,
}

impl Recording {
    pub(crate) fn new(judge: Arc<dyn ServerCertVerifier>) -> Self {
        Self { judge, seen: Mutex::new(None) }
    }

    pub(crate) fn seen(&self) -> Option<Certificate> {
        self.seen.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

impl ServerCertVerifier for Recording {
    fn verify_server_cert(
        &self,
        end_entity: &CertificateDer<'_>,
        intermediates: &[CertificateDer<'_>],
        server_name: &ServerName<'_>,
        ocsp_response: &[u8],
        now: UnixTime,
    ) -> Result<ServerCertVerified, Error> {
        let verdict =
            self.judge.verify_server_cert(end_entity, intermediates, server_name, ocsp_response, now);
        verdict.map_err(|refusal| {
            let certificate = Certificate::read(end_entity);
            let named = named(refusal, &certificate, now);
            *self.seen.lock().unwrap_or_else(PoisonError::into_inner) = Some(certificate);
            named
        })
    }

    fn verify_tls12_signature(
        &self,
        message: &[u8],
        cert: &CertificateDer<'_>,
        dss: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, Error> {
        self.judge.verify_tls12_signature(message, cert, dss)
    }

    fn verify_tls13_signature(
        &self,
        message: &[u8],
        cert: &CertificateDer<'_>,
        dss: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, Error> {
        self.judge.verify_tls13_signature(message, cert, dss)
    }

    fn supported_verify_schemes(&self) -> Vec<SignatureScheme> {
        self.judge.supported_verify_schemes()
    }

    fn requires_raw_public_keys(&self) -> bool {
        self.judge.requires_raw_public_keys()
    }

    fn root_hint_subjects(&self) -> Option<&[rustls::DistinguishedName]> {
        self.judge.root_hint_subjects()
    }
}

#[cfg(test)]
mod tests;
