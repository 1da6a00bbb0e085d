//! Reaching a mail server: name look-up, TCP, and TLS with a verified certificate.
//!
//! Lives here: [`dial`] (addresses in turn, both families), [`Tls`] (the one place where certificates are judged)
//! and their typed failures. Does not live here: any mail protocol (crates `submission`, `retrieval`), what a
//! failure means to a person (crate `diagnosis`).
//!
//! There is no way to switch the checking of certificates off; a verifier can only be replaced by another one.

mod certificate;
mod connector;
mod dial;
mod fault;
#[cfg(test)]
mod made_up;
mod recording;
#[cfg(test)]
mod tests;
mod verdict;

pub use certificate::Certificate;
pub use connector::{Secured, Tls, TlsVersion};
pub use dial::{DialFault, Dialled, Family, dial, dial_any};
pub use fault::{TlsFault, fault_within};
