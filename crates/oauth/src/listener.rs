//! The loopback listener (RFC 8252, 7.3): bound before the URL is made, on loopback only, gone when it is dropped.
//!
//! Any process of this computer, and any web page, can send it requests. One that is not exactly the awaited answer
//! (method, host, path, state) gets a 404 and changes nothing.

use std::net::{Ipv4Addr, Ipv6Addr, SocketAddr};
use std::time::Duration;

use futures_util::stream::{FuturesUnordered, StreamExt as _};
use subtle::ConstantTimeEq as _;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpStream};
use tokio::time::timeout;

use crate::error::ConsentError;
use crate::provider::Provider;

/// The most that is read of a request.
const HEAD: usize = 8 * 1024;
/// The time for a request.
const TIME: Duration = Duration::from_secs(5);
/// Connections at once; more wait in the system's queue.
const AT_ONCE: usize = 32;
/// Where the browser is sent after the answer, so that the code does not stay in its history.
const END: &str = "/done";

const NOT_FOUND: &str = "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";

/// The open door.
#[derive(Debug)]
pub(crate) struct Listener {
    sockets: Vec<TcpListener>,
    port: u16,
    host: &'static str,
}

/// The browser's answer. Its connection is held open until [`Listener::close_with`].
#[derive(Debug)]
pub(crate) struct Answer {
    pub(crate) outcome: Result<String, (String, String)>,
    pub(crate) issuer: Option<String>,
    connection: TcpStream,
}

impl Listener {
    /// Binds a port that the system chooses; for `localhost` the same one on both families.
    pub(crate) async fn bind(provider: Provider) -> Result<Self, ConsentError> {
        let host = provider.redirect_host();
        for _ in 0..20 {
            let first = bind(SocketAddr::from((Ipv4Addr::LOCALHOST, 0))).await?;
            let port = first.local_addr().map_err(|_| ConsentError::Listen)?.port();
            let sockets = if host == "localhost" { on_both(first, port).await } else { Some(vec![first]) };
            if let Some(sockets) = sockets {
                return Ok(Self { sockets, port, host });
            }
        }
        Err(ConsentError::Listen)
    }

    /// The redirect URI.
    pub(crate) fn redirect(&self) -> String {
        // Microsoft compares the path; a URI without one comes back with a slash.
        match self.host {
            "localhost" => format!("http://localhost:{}", self.port),
            host => format!("http://{host}:{}/", self.port),
        }
    }

    /// Waits for the answer that carries `state`. Never fails: whatever else comes is ignored.
    pub(crate) async fn answer(&self, state: &str) -> Answer {
        let mut open = FuturesUnordered::new();
        loop {
            tokio::select! {
                accepted = self.accept(), if open.len() < AT_ONCE => {
                    if let Some(connection) = accepted {
                        open.push(timeout(TIME, self.read(connection, state)));
                    }
                }
                Some(read) = open.next() => {
                    if let Ok(Some(answer)) = read {
                        return answer;
                    }
                }
            }
        }
    }

    /// Sends the held connection on to [`END`], shows `response` there, and closes the door.
    pub(crate) async fn close_with(self, mut held: TcpStream, response: &str) {
        let onward = format!(
            "HTTP/1.1 303 See Other\r\nLocation: {END}\r\nContent-Length: 0\r\nCache-Control: no-store\r\n\
Referrer-Policy: no-referrer\r\nConnection: close\r\n\r\n"
        );
        if held.write_all(onward.as_bytes()).await.is_err() {
            return;
        }
        let _ = held.shutdown().await;
        let _ = timeout(TIME, self.show(response)).await;
    }

    async fn show(&self, response: &str) {
        while let Some(mut connection) = self.accept().await {
            let Ok(Some(target)) = timeout(TIME, self.target(&mut connection)).await else { continue };
            let (text, last) = if target == END { (response, true) } else { (NOT_FOUND, false) };
            let _ = connection.write_all(text.as_bytes()).await;
            let _ = connection.shutdown().await;
            if last {
                return;
            }
        }
    }

    async fn accept(&self) -> Option<TcpStream> {
        let accepted = match self.sockets.as_slice() {
            [first, second] => tokio::select! {
                accepted = first.accept() => accepted,
                accepted = second.accept() => accepted,
            },
            [first, ..] => first.accept().await,
            [] => return None,
        };
        match accepted {
            Ok((connection, _)) => Some(connection),
            Err(_) => {
                // Out of sockets, for example: it passes.
                tokio::time::sleep(Duration::from_millis(50)).await;
                None
            }
        }
    }

    async fn read(&self, mut connection: TcpStream, state: &str) -> Option<Answer> {
        let target = self.target(&mut connection).await;
        let parsed = target.as_deref().and_then(|target| parse(target, state));
        let Some((outcome, issuer)) = parsed else {
            let _ = connection.write_all(NOT_FOUND.as_bytes()).await;
            let _ = connection.shutdown().await;
            return None;
        };
        Some(Answer { outcome, issuer, connection })
    }

    /// The target of a GET with the right Host header, or nothing.
    async fn target(&self, connection: &mut TcpStream) -> Option<String> {
        let mut head = Vec::new();
        let mut piece = [0u8; 1024];
        while !head.windows(4).any(|end| end == b"\r\n\r\n") {
            let read = connection.read(&mut piece).await.ok()?;
            if read == 0 || head.len() + read > HEAD {
                return None;
            }
            head.extend_from_slice(piece.get(..read)?);
        }
        let head = std::str::from_utf8(&head).ok()?;
        let mut lines = head.split("\r\n");
        let mut first = lines.next()?.split(' ');
        let (method, target, version) = (first.next()?, first.next()?, first.next()?);
        if method != "GET" || !version.starts_with("HTTP/1.") {
            return None;
        }
        let mut hosts = lines.filter_map(|line| {
            let (name, value) = line.split_once(':')?;
            name.eq_ignore_ascii_case("host").then(|| value.trim().to_ascii_lowercase())
        });
        let wanted = format!("{}:{}", self.host, self.port);
        (hosts.next()? == wanted && hosts.next().is_none()).then(|| target.to_owned())
    }
}

impl Answer {
    pub(crate) fn into_connection(self) -> TcpStream {
        self.connection
    }
}

async fn bind(address: SocketAddr) -> Result<TcpListener, ConsentError> {
    TcpListener::bind(address).await.map_err(|_| ConsentError::Listen)
}

/// The same port on both families; `None` where another program has it on ::1: the browser could reach that one.
pub(crate) async fn on_both(first: TcpListener, port: u16) -> Option<Vec<TcpListener>> {
    match TcpListener::bind(SocketAddr::from((Ipv6Addr::LOCALHOST, port))).await {
        Ok(second) => Some(vec![first, second]),
        Err(error) if error.kind() == std::io::ErrorKind::AddrInUse => None,
        // This computer has no IPv6.
        Err(_) => Some(vec![first]),
    }
}

type Parsed = (Result<String, (String, String)>, Option<String>);

/// The outcome and the issuer of an answer whose state is right. A parameter that is there twice makes it no answer.
fn parse(target: &str, state: &str) -> Option<Parsed> {
    let (path, query) = target.split_once('?')?;
    if path != "/" {
        return None;
    }
    let mut values: [Option<String>; 5] = Default::default();
    for pair in query.split('&') {
        let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
        let Some(place) =
            ["state", "code", "error", "error_description", "iss"].iter().position(|known| *known == name)
        else {
            continue;
        };
        let slot = values.get_mut(place)?;
        if slot.replace(decode(value)?).is_some() {
            return None;
        }
    }
    let [given, code, error, description, issuer] = values;
    let given = given?;
    if given.as_bytes().ct_eq(state.as_bytes()).unwrap_u8() != 1 {
        return None;
    }
    let outcome = match (code, error) {
        (Some(code), None) if !code.is_empty() => Ok(code),
        (None, Some(error)) => Err((error, description.unwrap_or_default())),
        _ => return None,
    };
    Some((outcome, issuer))
}

/// `application/x-www-form-urlencoded`, strictly.
fn decode(value: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(value.len());
    let mut rest = value.bytes();
    while let Some(byte) = rest.next() {
        bytes.push(match byte {
            b'+' => b' ',
            b'%' => {
                let digits = [rest.next()?, rest.next()?];
                u8::from_str_radix(std::str::from_utf8(&digits).ok()?, 16).ok()?
            }
            other => other,
        });
    }
    String::from_utf8(bytes).ok()
}
