//! The consent against a scripted token endpoint over real TLS, and the listener against a rude neighbourhood.

#![allow(clippy::wildcard_enum_match_arm, reason = "a test names only what it means")]

mod clouds;
mod consent;
mod device;
mod hold;
mod http;
mod listener;
mod reading;
mod renewal;
mod roads;
mod unreached;

use std::net::SocketAddr;
use std::sync::Arc;

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use secret::Secret;
use testkit::https::{Https, Request, Response};
use testkit::tls::{Authority, Flaw};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;

use crate::cloud::Cloud;
use crate::http::Http;
use crate::pages::{Page, Pages};
use crate::provider::{Client, Door, Provider, Road};
use crate::renew::Renewer;

const HOSTS: [&str; 2] = ["oauth2.googleapis.com", "login.microsoftonline.com"];

/// A token endpoint under the providers' own names, and a client that finds it there.
async fn endpoint(answer: impl Fn(&Request) -> Response + Send + Sync + 'static) -> (Https, Http) {
    let authority = Authority::new("Todoita Test");
    let names = HOSTS.map(str::to_owned).to_vec();
    let server = Https::start(authority.server(&Flaw::OtherNames(names)), answer).await;
    let tls = tls::Tls::with_extra_roots([authority.root()]).unwrap();
    (server.clone(), Http::at(&tls, server.address, &HOSTS))
}

impl Http {
    /// The same client with the endpoints' names leading to a test's server.
    fn at(tls: &tls::Tls, address: SocketAddr, hosts: &[&str]) -> Self {
        let mut builder = Self::builder(tls);
        for host in hosts {
            builder = builder.resolve(host, address);
        }
        Self::built(builder).unwrap()
    }
}

/// A renewer whose clock stands still.
fn renewer(http: Http, locks: std::path::PathBuf) -> Renewer {
    Renewer::new(http, locks, Arc::new(|| 0))
}

fn google() -> Client {
    Client {
        provider: Provider::Google,
        id: "client.example".into(),
        secret: Some(Secret::from("not-really-secret")),
        door: Door::Common,
    }
}

fn microsoft() -> Client {
    Client {
        provider: Provider::Microsoft(Cloud::World),
        id: "client.example".into(),
        secret: None,
        door: Door::Consumers,
    }
}

fn pages() -> Pages {
    let page = |title: &str| Page { title: title.into(), body: "本文 <b>".into() };
    Pages {
        language: "ja".into(),
        done: page("できました"),
        missing: page("たりません"),
        failed: page("だめでした"),
        close: "閉じてください".into(),
    }
}

fn id_token(claims: &str) -> String {
    format!("e30.{}.sig", URL_SAFE_NO_PAD.encode(claims))
}

fn google_claims(email: &str) -> String {
    id_token(&format!(r#"{{"iss":"https://accounts.google.com","aud":"client.example","email":"{email}"}}"#))
}

fn token_answer(extra: &str, email: &str) -> String {
    format!(
        r#"{{"access_token":"ya29.access","token_type":"Bearer","expires_in":3599,"id_token":"{}"{extra}}}"#,
        google_claims(email)
    )
}

/// One raw request; gives all that came back.
async fn get(port: u16, request: &str) -> String {
    let mut tcp = TcpStream::connect(("127.0.0.1", port)).await.unwrap();
    tcp.write_all(request.as_bytes()).await.unwrap();
    let mut answer = Vec::new();
    let _ = tcp.read_to_end(&mut answer).await;
    String::from_utf8_lossy(&answer).into_owned()
}

fn parameter(url: &str, name: &str) -> Option<String> {
    let query = url.split_once('?')?.1;
    let raw = query.split('&').find_map(|pair| pair.strip_prefix(&format!("{name}=")))?;
    let spaced = raw.replace('+', " ");
    let mut out = Vec::new();
    let mut bytes = spaced.bytes();
    while let Some(byte) = bytes.next() {
        if byte == b'%' {
            let digits = [bytes.next()?, bytes.next()?];
            out.push(u8::from_str_radix(std::str::from_utf8(&digits).ok()?, 16).ok()?);
        } else {
            out.push(byte);
        }
    }
    String::from_utf8(out).ok()
}

fn port_of(url: &str) -> u16 {
    let redirect = parameter(url, "redirect_uri").unwrap();
    redirect.trim_end_matches('/').rsplit_once(':').unwrap().1.parse().unwrap()
}

/// The browser: comes back with a query, follows the redirect, gives the last page.
async fn come_back(port: u16, host: &str, query: &str) -> String {
    let first = get(port, &format!("GET /?{query} HTTP/1.1\r\nHost: {host}:{port}\r\n\r\n")).await;
    if !first.starts_with("HTTP/1.1 303") {
        return first;
    }
    assert!(first.contains("Location: /done"), "the code does not stay in the history: {first}");
    get(port, &format!("GET /done HTTP/1.1\r\nHost: {host}:{port}\r\n\r\n")).await
}

fn shared<T>(value: T) -> Arc<T> {
    Arc::new(value)
}
