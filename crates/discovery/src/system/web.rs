//! The https client of the search: verified certificates, redirects by hand, public addresses only, a small body.

mod unpack;

use std::error::Error;
use std::io;
use std::sync::Arc;

use reqwest::dns::{Addrs, Name, Resolve, Resolving};
use reqwest::header::{ACCEPT, LOCATION};
use reqwest::{Client, Response, StatusCode, Url, redirect};
use tls::{Tls, TlsFault};

use super::reach::{AddressFault, Reach};
use crate::names;
use crate::ports::{Answer, Page, Web, WebFault};

/// Real files have 2 to 10 KiB. Holds for what comes, and again for what is unpacked.
const LARGEST_BODY: usize = 256 * 1024;
const MOST_REDIRECTS: usize = 3;
/// Some servers give a file without or with an odd type, and refuse whoever insists on another.
const TYPES: &str = "text/xml, application/xml, application/json, */*;q=0.5";

/// Https as a port.
#[derive(Debug)]
pub(crate) struct Https {
    client: Client,
    reach: Reach,
}

impl Https {
    pub(crate) fn new(tls: &Tls, reach: Reach) -> Result<Self, TlsFault> {
        let client = Client::builder()
            .tls_backend_preconfigured((*tls.client_config()).clone())
            .https_only(true)
            .redirect(redirect::Policy::none())
            // A proxy would resolve the names itself, out of reach of the check of addresses.
            .no_proxy()
            .dns_resolver(Arc::new(Lookup(reach)))
            .pool_max_idle_per_host(0)
            .user_agent("Todoita")
            .build()
            .map_err(|error| TlsFault::Other { reason: error.to_string() })?;
        Ok(Self { client, reach })
    }

    async fn fetch(&self, url: &str) -> Result<Page, WebFault> {
        let mut url = Url::parse(url).map_err(|_| WebFault::Redirect)?;
        for _ in 0..=MOST_REDIRECTS {
            let host = self.allowed_host(&url).ok_or(WebFault::Redirect)?.to_owned();
            let request = self.client.get(url.clone()).header(ACCEPT, TYPES);
            let response = request.send().await.map_err(|error| fault(&error))?;
            if response.status().is_redirection() {
                url = target(&response, &url).ok_or(WebFault::Redirect)?;
                continue;
            }
            if response.status() != StatusCode::OK {
                return Err(WebFault::Status(response.status().as_u16()));
            }
            return Ok(Page { body: body(response).await?, host });
        }
        Err(WebFault::Redirect)
    }

    /// The host of a URL that may be asked: https, a name and no address in digits, the usual port, no user name.
    fn allowed_host<'u>(&self, url: &'u Url) -> Option<&'u str> {
        let host = url.host_str()?;
        let plain = url.scheme() == "https"
            && url.username().is_empty()
            && url.password().is_none()
            && self.reach.allows_port(url.port_or_known_default()?);
        (plain && self.is_name(host)).then_some(host)
    }

    fn is_name(&self, host: &str) -> bool {
        match self.reach {
            Reach::Public => names::is_host(host),
            #[cfg(test)]
            Reach::Loopback => host == "localhost" || names::is_host(host),
        }
    }
}

impl Web for Https {
    fn get<'a>(&'a self, url: &'a str) -> Answer<'a, Result<Page, WebFault>> {
        Box::pin(self.fetch(url))
    }
}

fn target(response: &Response, from: &Url) -> Option<Url> {
    let location = response.headers().get(LOCATION)?.to_str().ok()?;
    from.join(location).ok()
}

async fn body(mut response: Response) -> Result<Vec<u8>, WebFault> {
    let is_deflated = unpack::is_deflated(response.headers());
    let mut body = Vec::new();
    let has_ended = loop {
        let chunk = match response.chunk().await {
            Ok(Some(chunk)) => chunk,
            Ok(None) => break true,
            Err(_) => break false,
        };
        if body.len() + chunk.len() > LARGEST_BODY {
            return Err(WebFault::TooLarge);
        }
        body.extend_from_slice(&chunk);
    };
    let (body, is_complete) = unpack::unpacked(body, is_deflated, LARGEST_BODY)?;
    // Old servers end by closing the connection, without a word of TLS.
    if (has_ended && is_complete) || is_whole(&body) { Ok(body) } else { Err(WebFault::Broken) }
}

/// The document has come to its end.
fn is_whole(body: &[u8]) -> bool {
    let last = body.trim_ascii_end();
    last.ends_with(b"</clientConfig>") || last.ends_with(b"}")
}

/// Names for the client, with every address dropped that may not be contacted.
struct Lookup(Reach);

impl Resolve for Lookup {
    fn resolve(&self, name: Name) -> Resolving {
        let reach = self.0;
        Box::pin(async move {
            // The client puts its own port in place of 0.
            let found = reach.addresses(name.as_str(), 0).await?;
            Ok(Box::new(found.into_iter()) as Addrs)
        })
    }
}

/// The innermost reason that tells something.
fn fault(error: &reqwest::Error) -> WebFault {
    let mut reason: Option<&(dyn Error + 'static)> = error.source();
    while let Some(inner) = reason {
        if let Some(address) = inner.downcast_ref::<AddressFault>() {
            return match address {
                AddressFault::NoSuchHost => WebFault::NoSuchHost,
                AddressFault::Network => WebFault::Network,
                AddressFault::Private => WebFault::PrivateAddress,
            };
        }
        if let Some(fault) = inner.downcast_ref::<rustls::Error>() {
            return tls_fault(fault);
        }
        if let Some(io) = inner.downcast_ref::<io::Error>() {
            let io = innermost(io);
            if let Some(fault) = io.get_ref().and_then(|inner| inner.downcast_ref::<rustls::Error>()) {
                return tls_fault(fault);
            }
            if error.is_connect() {
                return connect_fault(io.kind());
            }
        }
        reason = inner.source();
    }
    if error.is_connect() || error.is_timeout() { WebFault::Network } else { WebFault::Broken }
}

/// A wrong clock refuses every certificate, and a server without TLS shows none: neither is a sign of a network that
/// answers for others.
#[expect(
    clippy::wildcard_enum_match_arm,
    reason = "an enum of another crate, with far more variants than matter here"
)]
fn tls_fault(fault: &rustls::Error) -> WebFault {
    use rustls::CertificateError as Certificate;
    match fault {
        rustls::Error::InvalidCertificate(
            Certificate::Expired
            | Certificate::ExpiredContext { .. }
            | Certificate::NotValidYet
            | Certificate::NotValidYetContext { .. },
        ) => WebFault::CertificateDate,
        rustls::Error::InvalidCertificate(_) => WebFault::Certificate,
        _ => WebFault::Refused,
    }
}

/// An I/O error hides the one it wraps from `source`.
fn innermost(mut error: &io::Error) -> &io::Error {
    while let Some(inner) = error.get_ref().and_then(|inner| inner.downcast_ref::<io::Error>()) {
        error = inner;
    }
    error
}

#[expect(
    clippy::wildcard_enum_match_arm,
    reason = "an enum of another crate, with far more variants than matter here"
)]
fn connect_fault(kind: io::ErrorKind) -> WebFault {
    match kind {
        io::ErrorKind::ConnectionRefused
        | io::ErrorKind::ConnectionReset
        | io::ErrorKind::ConnectionAborted
        | io::ErrorKind::BrokenPipe
        | io::ErrorKind::UnexpectedEof => WebFault::Refused,
        _ => WebFault::Network,
    }
}
