//! A web server of one test: real TLS, one scripted answer to every request.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use testkit::tls::{Authority, Flaw};
use tls::Tls;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpListener;
use tokio_rustls::TlsAcceptor;

/// What the server does once the request is read.
#[derive(Clone)]
pub(super) enum Script {
    /// Sends this. `PORT` is replaced by the server's port.
    Send(String),
    /// Sends this and closes the connection, without the word of TLS that it is the end.
    Cut(String),
    /// Sends these bytes.
    Bytes(Vec<u8>),
    /// Sends these bytes and closes the connection, without the word of TLS that it is the end.
    CutBytes(Vec<u8>),
    /// Sends this head and then bytes without end.
    Flood(String),
    /// Sends this head and then a byte each 100 ms.
    Trickle(String),
    /// Says nothing.
    Silence,
}

pub(super) struct Server {
    pub(super) port: u16,
    pub(super) requests: Arc<AtomicUsize>,
    /// The last one, as it came.
    pub(super) request: Arc<Mutex<String>>,
}

pub(super) fn ok(body: &str) -> Script {
    Script::Send(format!(
        "HTTP/1.1 200 OK\r\nContent-Length: {}\r\nConnection: close\r\n\r\n{body}",
        body.len()
    ))
}

pub(super) fn redirect(to: &str) -> Script {
    Script::Send(format!(
        "HTTP/1.1 302 Found\r\nLocation: {to}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
    ))
}

/// Starts the server; its certificate has `flaw`.
pub(super) async fn serve(authority: &Authority, flaw: &Flaw, script: Script) -> Server {
    let listener = TcpListener::bind(("127.0.0.1", 0)).await.unwrap();
    let port = listener.local_addr().unwrap().port();
    let acceptor = TlsAcceptor::from(authority.server(flaw));
    let requests = Arc::new(AtomicUsize::new(0));
    let counter = Arc::clone(&requests);
    let heard = Arc::new(Mutex::new(String::new()));
    let request = Arc::clone(&heard);
    tokio::spawn(async move {
        while let Ok((tcp, _)) = listener.accept().await {
            let Ok(mut stream) = acceptor.accept(tcp).await else { continue };
            let mut bytes = vec![0; 4096];
            let length = stream.read(&mut bytes).await.unwrap_or_default();
            *heard.lock().unwrap() = String::from_utf8_lossy(&bytes[..length]).into_owned();
            counter.fetch_add(1, Ordering::SeqCst);
            match script.clone() {
                Script::Send(text) => {
                    let _ = stream.write_all(text.replace("PORT", &port.to_string()).as_bytes()).await;
                }
                Script::Bytes(bytes) => {
                    let _ = stream.write_all(&bytes).await;
                }
                Script::Cut(text) => {
                    let _ = stream.write_all(text.as_bytes()).await;
                    let _ = stream.flush().await;
                    drop(stream.into_inner());
                    continue;
                }
                Script::CutBytes(bytes) => {
                    let _ = stream.write_all(&bytes).await;
                    let _ = stream.flush().await;
                    drop(stream.into_inner());
                    continue;
                }
                Script::Flood(head) => {
                    let _ = stream.write_all(head.as_bytes()).await;
                    while stream.write_all(&[b' '; 16 * 1024]).await.is_ok() {}
                }
                Script::Trickle(head) => {
                    let _ = stream.write_all(head.as_bytes()).await;
                    while stream.write_all(b" ").await.is_ok() && stream.flush().await.is_ok() {
                        tokio::time::sleep(Duration::from_millis(100)).await;
                    }
                }
                Script::Silence => tokio::time::sleep(Duration::from_secs(60)).await,
            }
            let _ = stream.shutdown().await;
        }
    });
    Server { port, requests, request }
}

/// A client that believes this authority besides the system's own.
pub(super) fn believing(authority: &Authority) -> Tls {
    Tls::with_extra_roots([authority.root()]).unwrap()
}
