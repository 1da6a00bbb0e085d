//! One HTTP/1.1 request and its answer on a line that is already secure.

use std::error::Error as _;
use std::pin::pin;
use std::time::Duration;

use http_body_util::{BodyExt as _, Full};
use hyper::body::Bytes;
use hyper::client::conn::http1::Builder;
use hyper::header::{HeaderMap, RETRY_AFTER, WWW_AUTHENTICATE};
use hyper::{Request, Response};
use hyper_util::rt::TokioIo;
use tls::Secured;

use super::ApiAnswer;
use crate::Cause;

/// The most that is read of an answer's head.
const HEAD: usize = 64 * 1024;
/// The most that is read of a body.
const BODY: usize = 64 * 1024;
/// Nobody waits longer than this, whatever an answer says.
const LONGEST_WAIT: u64 = 7 * 86_400;

/// What came back. A longer body was cut.
#[derive(Debug)]
pub(super) struct Answer {
    pub(super) status: u16,
    pub(super) headers: HeaderMap,
    pub(super) body: Vec<u8>,
}

impl Answer {
    /// The same as an error of the API.
    pub(super) fn into_error(self) -> ApiAnswer {
        let mut error = ApiAnswer::read(Some(self.status), &self.body);
        let header = |name| self.headers.get(name).and_then(|value| value.to_str().ok());
        if let Some(challenge) = header(WWW_AUTHENTICATE) {
            error.learn_challenge(challenge);
        }
        error.retry_after = header(RETRY_AFTER).and_then(|text| self.wait(text));
        error
    }

    /// Seconds, or a date that is held against the server's own (RFC 9110 section 10.2.3).
    fn wait(&self, text: &str) -> Option<Duration> {
        let seconds = match text.trim().parse::<u64>() {
            Ok(seconds) => seconds,
            Err(_) => {
                let now = self.headers.get(hyper::header::DATE)?.to_str().ok()?;
                let (now, then) =
                    (httpdate::parse_http_date(now).ok()?, httpdate::parse_http_date(text).ok()?);
                then.duration_since(now).ok()?.as_secs()
            }
        };
        Some(Duration::from_secs(seconds.min(LONGEST_WAIT)))
    }
}

/// Sends the request and reads the answer. Nothing runs on when this is dropped.
pub(super) async fn exchange(line: Secured, request: Request<Full<Bytes>>) -> Result<Answer, Cause> {
    let handshake = Builder::new().max_buf_size(HEAD).handshake(TokioIo::new(line)).await;
    let (mut sender, connection) = handshake.map_err(|error| cause(&error))?;
    let mut connection = pin!(connection);
    let mut asking = pin!(async move {
        let response = sender.send_request(request).await.map_err(|error| cause(&error))?;
        read(response).await
    });
    tokio::select! {
        biased;
        answer = &mut asking => answer,
        // The end of the connection is known to whoever asked, with more of its reason.
        _ = &mut connection => asking.await,
    }
}

async fn read(response: Response<hyper::body::Incoming>) -> Result<Answer, Cause> {
    let (head, mut rest) = response.into_parts();
    let mut body = Vec::new();
    while let Some(frame) = rest.frame().await {
        let Ok(piece) = frame.map_err(|error| cause(&error))?.into_data() else { continue };
        let room = BODY - body.len();
        body.extend_from_slice(&piece[..piece.len().min(room)]);
        if piece.len() >= room {
            break;
        }
    }
    Ok(Answer { status: head.status.as_u16(), headers: head.headers, body })
}

fn cause(error: &hyper::Error) -> Cause {
    if error.is_parse() || error.is_parse_status() {
        return Cause::Malformed;
    }
    match error.source().and_then(|source| source.downcast_ref::<std::io::Error>()) {
        Some(io) => Cause::from(std::io::Error::from(io.kind())),
        None => Cause::Closed,
    }
}
