//! The client as the program makes it. That of the other tests is made by them, to find the endpoints' names.

use futures_util::FutureExt as _;
use oauth2::{AsyncHttpClient as _, HttpRequest, HttpResponse};
use tokio::net::TcpListener;

use super::*;
use crate::http::HttpError;

async fn server(answer: impl Fn(&Request) -> Response + Send + Sync + 'static) -> (Https, Http) {
    let authority = Authority::new("Todoita Test");
    let server = Https::start(authority.server(&Flaw::None), answer).await;
    let tls = tls::Tls::with_extra_roots([authority.root()]).unwrap();
    (server, Http::new(&tls).unwrap())
}

async fn ask(http: &Http, url: &str) -> Result<HttpResponse, HttpError> {
    let mut request = HttpRequest::new(Vec::new());
    *request.uri_mut() = url.parse().unwrap();
    http.call(request).await
}

#[tokio::test]
async fn no_redirect_is_followed() {
    let (server, http) = server(|_| Response::json(307, "").with("Location", "/elsewhere")).await;
    let answer = ask(&http, &format!("https://{}/token", server.address)).await.unwrap();
    assert_eq!(answer.status().as_u16(), 307);
    let lines: Vec<_> = server.seen().into_iter().map(|request| request.line).collect();
    assert_eq!(lines, ["GET /token"]);
}

#[tokio::test]
async fn nothing_is_asked_without_tls() {
    let (_, http) = server(|_| Response::json(200, "{}")).await;
    let plain = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let outcome = ask(&http, &format!("http://{}/token", plain.local_addr().unwrap())).await;
    assert!(matches!(outcome, Err(HttpError::NoAnswer)), "{outcome:?}");
    assert!(plain.accept().now_or_never().is_none(), "nobody came");
}

#[tokio::test]
async fn an_answer_is_read_up_to_64_kib() {
    for (size, fits) in [(65_536, true), (65_537, false), (1_000_000, false)] {
        let body = "x".repeat(size);
        let (server, http) = server(move |_| Response::json(200, &body)).await;
        let outcome = ask(&http, &format!("https://{}/token", server.address)).await;
        match outcome {
            Ok(answer) => assert_eq!((fits, answer.body().len()), (true, size)),
            Err(error) => assert!(!fits && matches!(error, HttpError::TooLarge), "{size}: {error:?}"),
        }
    }
}
