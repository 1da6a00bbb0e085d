use std::sync::atomic::Ordering;
use std::time::Duration;

use testkit::tls::{Authority, Flaw};

use super::server::{Script, Server, believing, ok, redirect, serve};
use crate::config_file;
use crate::ports::{Page, Web, WebFault};
use crate::system::reach::Reach;
use crate::system::web::Https;

async fn get(script: Script) -> (Result<Page, WebFault>, Server) {
    let authority = Authority::new("Discovery Test");
    let server = serve(&authority, &Flaw::None, script).await;
    let client = Https::new(&believing(&authority), Reach::Loopback).unwrap();
    let answer = client.get(&format!("https://localhost:{}/mail/config-v1.1.xml", server.port)).await;
    (answer, server)
}

#[tokio::test]
async fn a_page_comes_with_the_host_that_gave_it() {
    let (page, server) = get(ok("<clientConfig/>")).await;
    assert_eq!(page, Ok(Page { body: b"<clientConfig/>".to_vec(), host: "localhost".to_owned() }));
    assert_eq!(server.requests.load(Ordering::SeqCst), 1);
}

#[tokio::test]
async fn nothing_is_asked_but_the_page_and_nothing_packed() {
    let (_, server) = get(ok("<clientConfig/>")).await;
    let request = server.request.lock().unwrap().to_ascii_lowercase();
    assert!(request.starts_with("get /mail/config-v1.1.xml http/1.1\r\n"), "{request}");
    let headers: Vec<&str> =
        request.lines().skip(1).filter_map(|line| Some(line.split_once(':')?.0)).collect();
    let known = ["host", "accept", "user-agent"];
    assert!(
        headers.iter().all(|name| known.contains(name)),
        "no cookie, no language, no packing: {headers:?}"
    );
}

#[tokio::test]
async fn servers_of_every_age_are_understood() {
    let file = "<clientConfig></clientConfig>";
    let chunks = format!(
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5;x=y\r\n{}\r\n18\r\n{}\r\n0\r\n\r\n",
        &file[..5],
        &file[5..]
    );
    let old = format!("HTTP/1.0 200 OK\r\n\r\n{file}\r\n");
    for script in [
        Script::Send(chunks),
        Script::Send(old.clone()),
        Script::Cut(old),
        Script::Send(format!("HTTP/1.1 200\r\nContent-Type: text/html\r\n\r\n{file}")),
        Script::Send(format!("HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\nHTTP/1.1 200 OK\r\n\r\n{file}")),
    ] {
        let (page, _) = get(script).await;
        assert_eq!(String::from_utf8(page.unwrap().body).unwrap().trim_end(), file);
    }
    let (answer, _) = get(Script::Cut("HTTP/1.0 200 OK\r\n\r\n<clientConfig><emailProv".to_owned())).await;
    assert_eq!(answer, Err(WebFault::Broken), "half a file is none");
}

#[tokio::test]
async fn other_statuses_are_no_page() {
    let (answer, _) =
        get(Script::Send("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n".to_owned())).await;
    assert_eq!(answer, Err(WebFault::Status(404)));
    let (answer, _) = get(Script::Send("HTTP/1.1 204 No Content\r\n\r\n".to_owned())).await;
    assert_eq!(answer, Err(WebFault::Status(204)));
}

#[tokio::test]
async fn a_friendly_html_page_is_no_configuration() {
    let (page, _) = get(ok("<html><body>Welcome</body></html>")).await;
    assert!(config_file::read(&page.unwrap().body, "example.jp").is_err());
}

#[tokio::test]
async fn redirects_are_followed_three_times() {
    let (answer, server) = get(redirect("https://localhost:PORT/again")).await;
    assert_eq!(answer, Err(WebFault::Redirect), "a loop ends");
    assert_eq!(server.requests.load(Ordering::SeqCst), 4);
    let (answer, server) = get(redirect("/relative")).await;
    assert_eq!(answer, Err(WebFault::Redirect));
    assert_eq!(server.requests.load(Ordering::SeqCst), 4);
}

#[tokio::test]
async fn redirects_elsewhere_than_https_names_are_refused() {
    for target in [
        "http://localhost:PORT/",
        "file:///etc/passwd",
        "https://127.0.0.1:PORT/",
        "https://[::1]:PORT/",
        "https://user:word@localhost:PORT/",
        "https://intranet/",
        "javascript:alert(1)",
        "",
    ] {
        let (answer, server) = get(redirect(target)).await;
        // An empty target is the same page again: a loop.
        assert_eq!(answer, Err(WebFault::Redirect), "{target}");
        let expected = if target.is_empty() { 4 } else { 1 };
        assert_eq!(server.requests.load(Ordering::SeqCst), expected, "{target}");
    }
}

#[tokio::test]
async fn a_body_without_end_is_cut_off() {
    let (answer, _) =
        get(Script::Flood("HTTP/1.1 200 OK\r\nContent-Length: 300000000\r\n\r\n".to_owned())).await;
    assert_eq!(answer, Err(WebFault::TooLarge));
    let (answer, _) = get(Script::Flood("HTTP/1.1 200 OK\r\n\r\n".to_owned())).await;
    assert_eq!(answer, Err(WebFault::TooLarge), "without a length too");
}

#[tokio::test]
async fn slow_and_silent_servers_cost_their_time_and_no_more() {
    for script in
        [Script::Trickle("HTTP/1.1 200 OK\r\nContent-Length: 5000\r\n\r\n".to_owned()), Script::Silence]
    {
        let start = std::time::Instant::now();
        let waited = tokio::time::timeout(Duration::from_millis(500), get(script)).await;
        assert!(waited.is_err() && start.elapsed() < Duration::from_secs(2));
    }
}

#[tokio::test]
async fn bad_certificates_are_refused() {
    let names = Flaw::OtherNames(vec!["other.example".to_owned()]);
    for flaw in [names, Flaw::Expired, Flaw::NotYetValid, Flaw::UnknownIssuer, Flaw::SelfSigned] {
        let authority = Authority::new("Discovery Test");
        let server = serve(&authority, &flaw, ok("<clientConfig/>")).await;
        let client = Https::new(&believing(&authority), Reach::Loopback).unwrap();
        let answer = client.get(&format!("https://localhost:{}/", server.port)).await;
        // A wrong clock is told from a wrong certificate.
        let of_days = matches!(flaw, Flaw::Expired | Flaw::NotYetValid);
        let wanted = if of_days { WebFault::CertificateDate } else { WebFault::Certificate };
        assert_eq!(answer, Err(wanted), "{flaw:?}");
        assert_eq!(server.requests.load(Ordering::SeqCst), 0, "{flaw:?}");
    }
}

#[tokio::test]
async fn a_closed_port_and_a_plain_server_are_no_https() {
    let authority = Authority::new("Discovery Test");
    let client = Https::new(&believing(&authority), Reach::Loopback).unwrap();
    let listener = tokio::net::TcpListener::bind(("127.0.0.1", 0)).await.unwrap();
    let port = listener.local_addr().unwrap().port();
    tokio::spawn(async move {
        while let Ok((mut tcp, _)) = listener.accept().await {
            let _ = tokio::io::AsyncWriteExt::write_all(&mut tcp, b"HTTP/1.1 400 Bad\r\n\r\n").await;
        }
    });
    let answer = client.get(&format!("https://localhost:{port}/")).await;
    assert!(matches!(answer, Err(WebFault::Certificate | WebFault::Refused)), "{answer:?}");
    let free = tokio::net::TcpListener::bind(("127.0.0.1", 0)).await.unwrap().local_addr().unwrap().port();
    assert_eq!(client.get(&format!("https://localhost:{free}/")).await, Err(WebFault::Refused));
}

#[tokio::test]
async fn the_shipped_reach_does_not_ask_this_computer() {
    let authority = Authority::new("Discovery Test");
    let server = serve(&authority, &Flaw::None, ok("<clientConfig/>")).await;
    let client = Https::new(&believing(&authority), Reach::Public).unwrap();
    let answer = client.get(&format!("https://localhost:{}/", server.port)).await;
    assert_eq!(answer, Err(WebFault::Redirect), "another port than 443 and no name of the net");
    // A name of the net that leads to this computer: refused by its address.
    let answer = client.get("https://foo.localhost/").await;
    assert!(
        matches!(answer, Err(WebFault::PrivateAddress | WebFault::NoSuchHost | WebFault::Network)),
        "{answer:?}"
    );
    assert_eq!(server.requests.load(Ordering::SeqCst), 0);
}
