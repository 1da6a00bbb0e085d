//! Which addresses a search may contact: public ones. A stranger's DNS must not make this program knock at machines of
//! the person's own network.

use std::io;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};

use tokio::net::lookup_host;

/// More addresses of a host than this are not looked at.
const MOST_ADDRESSES: usize = 8;

/// How far a search reaches.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Reach {
    /// Public addresses, https on port 443.
    Public,
    /// This computer too, on any port: for servers that a test runs.
    #[cfg(test)]
    Loopback,
}

/// Why there is no address to contact.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub(crate) enum AddressFault {
    #[error("no such host")]
    NoSuchHost,
    #[error("no answer")]
    Network,
    #[error("private address")]
    Private,
}

impl Reach {
    /// The addresses of a host that may be contacted, as the operating system resolves it.
    pub(crate) async fn addresses(self, host: &str, port: u16) -> Result<Vec<SocketAddr>, AddressFault> {
        let found: Vec<SocketAddr> = lookup_host((host, port))
            .await
            .map_err(|error| lookup_fault(&error))?
            .take(MOST_ADDRESSES)
            .collect();
        if found.is_empty() {
            return Err(AddressFault::NoSuchHost);
        }
        let allowed: Vec<SocketAddr> =
            found.into_iter().filter(|address| self.allows(address.ip())).collect();
        if allowed.is_empty() { Err(AddressFault::Private) } else { Ok(allowed) }
    }

    /// Whether this address may be contacted.
    pub(crate) fn allows(self, address: IpAddr) -> bool {
        match self {
            Self::Public => is_public(address),
            #[cfg(test)]
            Self::Loopback => address.is_loopback() || is_public(address),
        }
    }

    /// Whether https may use this port.
    pub(crate) fn allows_port(self, port: u16) -> bool {
        match self {
            Self::Public => port == 443,
            #[cfg(test)]
            Self::Loopback => port > 0,
        }
    }
}

/// `getaddrinfo` keeps "does not exist" and "nobody to ask" apart only by words or, on Windows, by number.
fn lookup_fault(error: &io::Error) -> AddressFault {
    const WSATRY_AGAIN: i32 = 11_002;
    let temporary = error.to_string().to_ascii_lowercase().contains("temporary failure");
    if temporary || error.raw_os_error() == Some(WSATRY_AGAIN) {
        AddressFault::Network
    } else {
        AddressFault::NoSuchHost
    }
}

/// Whether the address is one of the public net.
pub(crate) fn is_public(address: IpAddr) -> bool {
    match address {
        IpAddr::V4(address) => is_public_v4(address),
        IpAddr::V6(address) => is_public_v6(address),
    }
}

/// Everything outside the special-purpose registry (RFC 6890 and its updates).
fn is_public_v4(address: Ipv4Addr) -> bool {
    let [first, second, third, _] = address.octets();
    let special = address.is_unspecified()
        || address.is_private()
        || address.is_loopback()
        || address.is_link_local()
        || address.is_broadcast()
        || address.is_documentation()
        || address.is_multicast()
        || first == 0
        || first >= 240
        || (first == 100 && (64..128).contains(&second))
        || (first == 198 && (second == 18 || second == 19))
        || (first == 192 && second == 0 && third == 0);
    !special
}

/// Global unicast, and IPv4 in its three disguises where the IPv4 address is public.
fn is_public_v6(address: Ipv6Addr) -> bool {
    let segments = address.segments();
    let embedded = |high: u16, low: u16| {
        let ([a, b], [c, d]) = (high.to_be_bytes(), low.to_be_bytes());
        is_public_v4(Ipv4Addr::new(a, b, c, d))
    };
    match segments {
        // Mapped (RFC 4291) and NAT64 (RFC 6052).
        [0, 0, 0, 0, 0, 0xffff, high, low] | [0x64, 0xff9b, 0, 0, 0, 0, high, low] => embedded(high, low),
        // 6to4 (RFC 3056).
        [0x2002, high, low, ..] => embedded(high, low),
        // Teredo, documentation.
        [0x2001, 0, ..] | [0x2001, 0xdb8, ..] => false,
        [first, ..] => (0x2000..0x4000).contains(&first),
    }
}
