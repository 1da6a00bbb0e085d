//! Name look-up and TCP: the addresses in turn, both families, the first that answers.

use std::io;
use std::net::{IpAddr, SocketAddr};
use std::time::Duration;

use futures_util::StreamExt;
use futures_util::stream::FuturesUnordered;
use tokio::net::{TcpStream, lookup_host};
use tokio::time::{Instant, sleep, timeout};

/// How much later the next address is tried while the one before has not answered (RFC 8305 section 5).
const STAGGER: Duration = Duration::from_millis(250);
/// More addresses than this are not tried.
const MOST_ADDRESSES: usize = 8;

/// Which family of addresses a connection uses.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Family {
    /// IPv4.
    V4,
    /// IPv6.
    V6,
}

/// An open TCP connection.
#[derive(Debug)]
pub struct Dialled {
    /// The connection; small writes go out at once.
    pub stream: TcpStream,
    /// The address that answered.
    pub address: IpAddr,
    /// Its family.
    pub family: Family,
    /// The system would have used the other family, and nothing answered there in time.
    pub instead: bool,
}

/// Why no TCP connection came about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum DialFault {
    /// The name does not exist, or has no address.
    #[error("host name not found")]
    NotFound,
    /// The name could not be looked up at all: as a rule there is no network.
    #[error("host name could not be looked up")]
    LookupFailed,
    /// Every address answered that this port is closed.
    #[error("port closed")]
    Refused,
    /// No way leads to any of the addresses.
    #[error("no route to the host")]
    Unreachable,
    /// Nothing answered in the given time.
    #[error("no answer within {waited:?}")]
    TimedOut {
        /// The time that was waited.
        waited: Duration,
    },
    /// Anything else, by its kind.
    #[error("connection failed: {0}")]
    Other(io::ErrorKind),
}

/// Opens a TCP connection to `host` (a name, or an address as digits) within `limit`, look-up included.
///
/// The operating system resolves the name. Addresses alternate between the families, beginning with the one the
/// system puts first; the next one is tried 250 ms later or as soon as one fails (RFC 8305).
///
/// # Errors
/// The most telling failure of all addresses: closed, before unreachable, before silence.
pub async fn dial(host: &str, port: u16, limit: Duration) -> Result<Dialled, DialFault> {
    let start = Instant::now();
    let silent = DialFault::TimedOut { waited: limit };
    let found = timeout(limit, lookup_host((host, port))).await.map_err(|_| silent)?;
    let addresses = found.map_err(|error| lookup_fault(&error))?.collect();
    let left = limit.saturating_sub(start.elapsed());
    timeout(left, dial_any(addresses)).await.unwrap_or(Err(silent))
}

/// Opens a TCP connection to the first of these addresses that answers, as [`dial`] does: for whoever has looked the
/// name up, and must not be led elsewhere by a second look. It has no time limit of its own.
///
/// # Errors
/// As [`dial`]; [`DialFault::NotFound`] where there is no address.
pub async fn dial_any(addresses: Vec<SocketAddr>) -> Result<Dialled, DialFault> {
    let addresses = interleave(addresses);
    let Some(first) = addresses.first().map(family_of) else { return Err(DialFault::NotFound) };
    let mut running = FuturesUnordered::new();
    let mut waiting = addresses.iter().copied();
    let mut worst = None;
    running.extend(waiting.next().map(attempt));
    loop {
        let next_turn = sleep(STAGGER);
        tokio::select! {
            answer = running.next() => match answer {
                Some(Ok(dialled)) => {
                    return Ok(Dialled { instead: dialled.family != first, ..dialled });
                }
                Some(Err(fault)) => {
                    worst = Some(more_telling(worst, fault));
                    running.extend(waiting.next().map(attempt));
                }
                None => return Err(worst.unwrap_or(DialFault::Unreachable)),
            },
            () = next_turn, if waiting.len() > 0 => running.extend(waiting.next().map(attempt)),
        }
    }
}

async fn attempt(address: SocketAddr) -> Result<Dialled, DialFault> {
    let stream = TcpStream::connect(address).await.map_err(|error| connect_fault(error.kind()))?;
    // A dialogue of small lines: waiting for more to send would add a round trip to each.
    stream.set_nodelay(true).map_err(|error| connect_fault(error.kind()))?;
    Ok(Dialled { stream, address: address.ip(), family: family_of(&address), instead: false })
}

fn family_of(address: &SocketAddr) -> Family {
    if address.is_ipv4() { Family::V4 } else { Family::V6 }
}

/// The families in turn, each in the system's order.
fn interleave(found: Vec<SocketAddr>) -> Vec<SocketAddr> {
    let first_is_v4 = found.first().is_some_and(SocketAddr::is_ipv4);
    let (mut one, mut other): (Vec<_>, Vec<_>) =
        found.into_iter().partition(|address| address.is_ipv4() == first_is_v4);
    one.reverse();
    other.reverse();
    let mut mixed = Vec::new();
    while !(one.is_empty() && other.is_empty()) {
        mixed.extend(one.pop());
        mixed.extend(other.pop());
    }
    mixed.truncate(MOST_ADDRESSES);
    mixed
}

/// `getaddrinfo` keeps "does not exist" and "nobody to ask" apart only by words or, on Windows, by number.
fn lookup_fault(error: &io::Error) -> DialFault {
    const WSATRY_AGAIN: i32 = 11_002;
    let words = error.to_string().to_ascii_lowercase();
    if error.raw_os_error() == Some(WSATRY_AGAIN) || words.contains("temporary failure") {
        DialFault::LookupFailed
    } else {
        DialFault::NotFound
    }
}

#[expect(
    clippy::wildcard_enum_match_arm,
    reason = "an enum of another crate, with far more variants than matter here"
)]
fn connect_fault(kind: io::ErrorKind) -> DialFault {
    match kind {
        io::ErrorKind::ConnectionRefused | io::ErrorKind::ConnectionReset => DialFault::Refused,
        io::ErrorKind::NetworkUnreachable
        | io::ErrorKind::HostUnreachable
        | io::ErrorKind::AddrNotAvailable
        | io::ErrorKind::NetworkDown => DialFault::Unreachable,
        other => DialFault::Other(other),
    }
}

fn more_telling(before: Option<DialFault>, now: DialFault) -> DialFault {
    let weight = |fault: &DialFault| match fault {
        DialFault::Refused => 3,
        DialFault::Other(_) => 2,
        DialFault::TimedOut { .. } => 1,
        DialFault::Unreachable | DialFault::NotFound | DialFault::LookupFailed => 0,
    };
    match before {
        Some(before) if weight(&before) >= weight(&now) => before,
        _ => now,
    }
}

#[cfg(test)]
mod tests;
