//! One name for one fault, whichever system's verifier found it.
//!
//! The verifiers of Windows and macOS have no name of their own for many refusals, only the system's words with a number,
//! and Windows has one name for both ends of a validity. Nothing is let through here: a refusal stays one.

use rustls::pki_types::UnixTime;
use rustls::{CertificateError, Error};

use crate::Certificate;

/// Numbers of macOS (Security, SecBase.h), at the end of its words, and what they say.
const OF_MACOS: [(&str, CertificateError); 4] = [
    // errSecCertificateExpired
    ("-67818", CertificateError::Expired),
    // errSecCertificateNotValidYet
    ("-67819", CertificateError::NotValidYet),
    // errSecNotTrusted
    ("-67843", CertificateError::UnknownIssuer),
    // errSecCreateChainFailed
    ("-25318", CertificateError::UnknownIssuer),
];

/// `CERT_E_CHAINING` of Windows, as `io::Error` writes it: no way up to a root that is known.
const CHAINING: &str = "(os error -2146762486)";

/// The refusal under the name that the other systems have for it.
#[expect(
    clippy::wildcard_enum_match_arm,
    reason = "an enum of another crate, with far more variants than matter here"
)]
pub(crate) fn named(refusal: Error, certificate: &Certificate, now: UnixTime) -> Error {
    let Error::InvalidCertificate(reason) = &refusal else { return refusal };
    let named = match reason {
        CertificateError::Expired | CertificateError::NotValidYet => by_date(certificate, now),
        CertificateError::Other(other) => by_date(certificate, now).or_else(|| by_words(&other.to_string())),
        _ => None,
    };
    named.map_or(refusal, Error::InvalidCertificate)
}

fn by_date(certificate: &Certificate, now: UnixTime) -> Option<CertificateError> {
    let now = now.as_secs();
    if certificate.not_after.is_some_and(|last| last < now) {
        Some(CertificateError::Expired)
    } else if certificate.not_before.is_some_and(|first| now < first) {
        Some(CertificateError::NotValidYet)
    } else {
        None
    }
}

fn by_words(words: &str) -> Option<CertificateError> {
    if words.ends_with(CHAINING) {
        return Some(CertificateError::UnknownIssuer);
    }
    let (_, number) = words.rsplit_once(": ")?;
    OF_MACOS.into_iter().find(|(known, _)| *known == number).map(|(_, named)| named)
}

#[cfg(test)]
mod tests;
