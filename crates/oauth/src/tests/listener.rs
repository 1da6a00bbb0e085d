//! The listener: only the right answer counts, and the door is gone afterwards.

use std::time::Duration;

use super::*;
use crate::listener::{Answer, Listener, on_both};

/// A listener that waits for the right answer, by its port.
async fn waiting() -> (u16, tokio::task::JoinHandle<Answer>) {
    let listener = Listener::bind(Provider::Google).await.unwrap();
    let port = port(&listener);
    (port, tokio::spawn(async move { listener.answer("the-state").await }))
}

fn port(listener: &Listener) -> u16 {
    listener.redirect().trim_end_matches('/').rsplit_once(':').unwrap().1.parse().unwrap()
}

#[tokio::test]
async fn a_hundred_bad_requests_and_a_silent_one_change_nothing() {
    let (port, waiting) = waiting().await;
    let _silent = TcpStream::connect(("127.0.0.1", port)).await.unwrap();
    let host = format!("Host: 127.0.0.1:{port}\r\n\r\n");
    let long = "x".repeat(9_000);
    let mut bad = vec![
        format!("GET /?code=c HTTP/1.1\r\n{host}"),
        format!("GET /?code=c&state=wrong HTTP/1.1\r\n{host}"),
        format!("GET /?error=access_denied HTTP/1.1\r\n{host}"),
        format!("GET /?error=access_denied&state=the-stat HTTP/1.1\r\n{host}"),
        format!("GET /?code=c&state=the-state&state=the-state HTTP/1.1\r\n{host}"),
        format!("GET /?code=c&code=d&state=the-state HTTP/1.1\r\n{host}"),
        format!("GET /?code=c&error=x&state=the-state HTTP/1.1\r\n{host}"),
        format!("GET /?state=the-state HTTP/1.1\r\n{host}"),
        format!("GET /?code=&state=the-state HTTP/1.1\r\n{host}"),
        format!("GET /other?code=c&state=the-state HTTP/1.1\r\n{host}"),
        format!("POST /?code=c&state=the-state HTTP/1.1\r\n{host}"),
        format!("GET /?code=c&state=the-state HTTP/1.1\r\nHost: evil.example:{port}\r\n\r\n"),
        format!("GET /?code=c&state=the-state HTTP/1.1\r\nHost: localhost:{port}\r\n\r\n"),
        format!("GET /?code=c&state=the-state HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\n{host}"),
        "GET /?code=c&state=the-state HTTP/1.1\r\n\r\n".to_owned(),
        format!("GET /?code=%zz&state=the-state HTTP/1.1\r\n{host}"),
        format!("GET /?code=c&state=the-state HTTP/1.1\r\nX: {long}\r\n{host}"),
        "\u{0}\u{1}\r\n\r\n".to_owned(),
    ];
    for number in 0..82 {
        bad.push(format!("GET /?code={number}&state={number} HTTP/1.1\r\n{host}"));
    }
    for request in &bad {
        let answer = get(port, request).await;
        assert!(answer.is_empty() || answer.starts_with("HTTP/1.1 404"), "{request}: {answer}");
        assert!(!waiting.is_finished(), "{request}");
    }
    let mut good = TcpStream::connect(("127.0.0.1", port)).await.unwrap();
    good.write_all(format!("GET /?code=right&state=the-state HTTP/1.1\r\n{host}").as_bytes()).await.unwrap();
    let answer = tokio::time::timeout(Duration::from_secs(5), waiting).await.unwrap().unwrap();
    assert_eq!(answer.outcome, Ok("right".to_owned()));
}

/// Cookies know no ports (RFC 6265, 8.5): a browser sends those of every other server of this computer along.
#[tokio::test]
async fn the_right_answer_is_read_behind_other_servers_cookies() {
    let (port, waiting) = waiting().await;
    let mut browser = TcpStream::connect(("127.0.0.1", port)).await.unwrap();
    let request = format!(
        "GET /?code=right&state=the-state&iss=i HTTP/1.1\r\nCookie: {}\r\nHost: 127.0.0.1:{port}\r\n\r\n",
        "x".repeat(8_000)
    );
    browser.write_all(request.as_bytes()).await.unwrap();
    let answer = tokio::time::timeout(Duration::from_secs(5), waiting).await.unwrap().unwrap();
    assert_eq!((answer.outcome, answer.issuer.as_deref()), (Ok("right".to_owned()), Some("i")));
}

/// The right answer, its first octets by themselves, with a header of this length.
async fn in_pieces(port: u16, length: usize) -> TcpStream {
    let mut browser = TcpStream::connect(("127.0.0.1", port)).await.unwrap();
    browser.write_all(b"GET /?code=rig").await.unwrap();
    tokio::time::sleep(Duration::from_millis(50)).await;
    let header = "x".repeat(length);
    let rest = format!("ht&state=the-state HTTP/1.1\r\nX: {header}\r\nHost: 127.0.0.1:{port}\r\n\r\n");
    let _ = browser.write_all(rest.as_bytes()).await;
    browser
}

#[tokio::test]
async fn an_answer_may_come_in_pieces_and_is_limited_as_a_whole() {
    let (port, waiting) = waiting().await;
    let mut long = in_pieces(port, 9_000).await;
    let _ = tokio::time::timeout(Duration::from_secs(2), long.read_to_end(&mut Vec::new())).await;
    assert!(!waiting.is_finished(), "more than 8 KiB");
    let _browser = in_pieces(port, 10).await;
    let answer = tokio::time::timeout(Duration::from_secs(5), waiting).await.unwrap().unwrap();
    assert_eq!(answer.outcome, Ok("right".to_owned()));
}

#[tokio::test]
async fn only_loopback_is_bound_and_localhost_has_both_families() {
    let listener = Listener::bind(Provider::Microsoft(Cloud::World)).await.unwrap();
    let port = port(&listener);
    assert!(listener.redirect().starts_with("http://localhost:"));
    assert!(TcpStream::connect(("127.0.0.1", port)).await.is_ok());
    assert!(TcpStream::connect(("::1", port)).await.is_ok() || !has_ipv6().await);
    // A Mac has no such address, and answers nothing at all.
    let elsewhere =
        tokio::time::timeout(Duration::from_secs(5), TcpStream::connect(("127.0.0.2", port))).await;
    assert!(!matches!(elsewhere, Ok(Ok(_))), "not on other addresses");
}

#[tokio::test]
async fn a_port_that_another_program_has_on_the_other_family_is_not_used() {
    if !has_ipv6().await {
        return;
    }
    let other = tokio::net::TcpListener::bind("[::1]:0").await.unwrap();
    let port = other.local_addr().unwrap().port();
    let own = || tokio::net::TcpListener::bind(("127.0.0.1", port));
    assert!(on_both(own().await.unwrap(), port).await.is_none(), "the browser could reach the other one");
    drop(other);
    assert_eq!(on_both(own().await.unwrap(), port).await.map(|sockets| sockets.len()), Some(2));
}

#[tokio::test]
async fn dropping_it_frees_the_port() {
    let listener = Listener::bind(Provider::Google).await.unwrap();
    let port = port(&listener);
    drop(listener);
    assert!(TcpStream::connect(("127.0.0.1", port)).await.is_err());
}

async fn has_ipv6() -> bool {
    tokio::net::TcpListener::bind("[::1]:0").await.is_ok()
}
