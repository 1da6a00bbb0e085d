//! What a search needs of the world, as small traits: a resolver, https, and a knock at a submission port.
//!
//! The real ones are in `system/`; tests put scripted ones in their place.

use std::fmt;
use std::future::Future;
use std::net::IpAddr;
use std::pin::Pin;

use contract::Security;

/// A boxed future, so that the ports can be trait objects.
pub type Answer<'a, T> = Pin<Box<dyn Future<Output = T> + Send + 'a>>;

/// The ports of one search.
#[derive(Clone, Copy)]
pub struct Ports<'a> {
    /// DNS.
    pub resolver: &'a dyn Resolver,
    /// Https.
    pub web: &'a dyn Web,
    /// Submission ports.
    pub probe: &'a dyn Probe,
}

impl fmt::Debug for Ports<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("Ports")
    }
}

/// DNS as this computer's settings have it; never a public resolver of our own choice, which would learn the domain.
pub trait Resolver: Send + Sync {
    /// MX records in no order. `Ok` with none when the name exists without any.
    fn mx<'a>(&'a self, domain: &'a str) -> Answer<'a, Result<Vec<MxRecord>, LookupFault>>;
    /// SRV records in no order. `Ok` with none when there are none.
    fn srv<'a>(&'a self, name: &'a str) -> Answer<'a, Result<Vec<SrvRecord>, LookupFault>>;
    /// A and AAAA records in no order. `Ok` with none when the name exists without any.
    fn addresses<'a>(&'a self, name: &'a str) -> Answer<'a, Result<Vec<IpAddr>, LookupFault>>;
    /// The names of an address (PTR).
    fn pointers(&self, address: IpAddr) -> Answer<'_, Result<Vec<String>, LookupFault>>;
    /// The names of the domain's name servers (NS).
    fn name_servers<'a>(&'a self, domain: &'a str) -> Answer<'a, Result<Vec<String>, LookupFault>>;
    /// TXT records, each of its parts put together (RFC 7208 section 3.3). Bytes that are no UTF-8 become U+FFFD.
    fn texts<'a>(&'a self, name: &'a str) -> Answer<'a, Result<Vec<String>, LookupFault>>;
    /// The name that this one is an alias of (CNAME), when it is one.
    fn alias<'a>(&'a self, name: &'a str) -> Answer<'a, Result<Option<String>, LookupFault>>;
}

/// An MX record (RFC 1035 section 3.3.9).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MxRecord {
    /// Lower is preferred.
    pub preference: u16,
    /// Host without a final dot; empty for the root, which means "no mail" (RFC 7505).
    pub exchange: String,
}

/// An SRV record (RFC 2782).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SrvRecord {
    /// Lower is preferred.
    pub priority: u16,
    /// Among equals, higher is preferred.
    pub weight: u16,
    /// TCP port.
    pub port: u16,
    /// Host without a final dot; empty for the root, which means "not offered".
    pub target: String,
}

/// Why a name could not be looked up.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum LookupFault {
    /// The name does not exist (NXDOMAIN).
    #[error("name does not exist")]
    NoSuchName,
    /// Nobody could be asked: no network, or no answer.
    #[error("no answer")]
    Network,
    /// The resolver answered with a failure.
    #[error("resolver failure")]
    Server,
    /// This computer's resolver settings could not be read.
    #[error("resolver unavailable")]
    Unavailable,
}

/// Https with a verified certificate.
pub trait Web: Send + Sync {
    /// Fetches `url` (https). At most three redirects, https only, to public addresses only, at most 256 KiB.
    fn get<'a>(&'a self, url: &'a str) -> Answer<'a, Result<Page, WebFault>>;
}

/// A body that came with status 200.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page {
    /// At most 256 KiB.
    pub body: Vec<u8>,
    /// The host it came from after all redirects.
    pub host: String,
}

/// Why there is no page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum WebFault {
    /// The host name does not exist.
    #[error("no such host")]
    NoSuchHost,
    /// Nobody was reached: no network, no route, no answer.
    #[error("not reached")]
    Network,
    /// The host is there and does not speak https on this port.
    #[error("no https")]
    Refused,
    /// The certificate is not believed.
    #[error("certificate refused")]
    Certificate,
    /// The certificate's days are over or have not come; as a rule this computer's clock is wrong.
    #[error("certificate out of date")]
    CertificateDate,
    /// Another status than 200.
    #[error("status {0}")]
    Status(u16),
    /// More than 256 KiB.
    #[error("too large")]
    TooLarge,
    /// A redirect to something else than https on port 443, or more than three.
    #[error("redirect refused")]
    Redirect,
    /// The address is not a public one.
    #[error("private address")]
    PrivateAddress,
    /// The answer broke off or was no http.
    #[error("broken answer")]
    Broken,
}

/// A knock at a submission port with a verified certificate; no password is near.
pub trait Probe: Send + Sync {
    /// What the server offers on this port.
    fn probe<'a>(
        &'a self,
        host: &'a str,
        port: u16,
        security: Security,
    ) -> Answer<'a, Result<SubmissionOffer, ProbeFault>>;
}

/// A server that speaks submission over TLS.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SubmissionOffer {
    /// PLAIN or LOGIN is offered once TLS stands.
    pub takes_password: bool,
}

/// Why a port is of no use.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum ProbeFault {
    /// The host name does not exist.
    #[error("no such host")]
    NoSuchHost,
    /// The port is closed.
    #[error("closed")]
    Closed,
    /// Nobody was reached.
    #[error("not reached")]
    Network,
    /// The certificate is not believed, or there was no TLS.
    #[error("certificate refused")]
    Certificate,
    /// The server does not offer STARTTLS.
    #[error("no STARTTLS")]
    Unprotected,
    /// The address is not a public one.
    #[error("private address")]
    PrivateAddress,
    /// Whatever answers there is no submission server.
    #[error("no submission server")]
    NotSubmission,
}
