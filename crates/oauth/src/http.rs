//! The only HTTP client of this crate: https alone, no redirect followed, no cookie, everything limited.

use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant, UNIX_EPOCH};

use futures_util::future::BoxFuture;
use oauth2::{AsyncHttpClient, HttpRequest, HttpResponse};
use tls::TlsFault;

use crate::error::Unreached;

/// The whole time of a request.
const TIME: Duration = Duration::from_secs(30);
/// The part of it in which the line has to be there, so that a network that is away is told from a server that is slow.
const CONNECT: Duration = Duration::from_secs(15);
/// The most that is read of a body; a token answer is a few kilobytes.
const BODY: usize = 64 * 1024;

/// Sends requests to token endpoints. Cheap to clone.
#[derive(Debug, Clone)]
pub struct Http {
    client: reqwest::Client,
    date: Arc<Mutex<Option<(u64, Instant)>>>,
}

/// Why there is no usable answer.
#[derive(Debug, thiserror::Error)]
pub enum HttpError {
    /// No line came about over which the request could go.
    #[error("no line to the provider")]
    Unreached(Unreached),
    /// The line was there, and nothing came, or not all of it.
    #[error("no answer")]
    NoAnswer,
    /// Busy or broken: 429 and 5xx say nothing about the permission.
    #[error("status {0}")]
    Later(u16),
    /// More than [`BODY`].
    #[error("the answer is too large")]
    TooLarge,
}

impl Http {
    /// A client that judges certificates as `tls` does.
    ///
    /// # Errors
    /// When no client can be made of this TLS configuration (a fault of the build).
    pub fn new(tls: &tls::Tls) -> Result<Self, reqwest::Error> {
        Self::built(Self::builder(tls))
    }

    pub(crate) fn builder(tls: &tls::Tls) -> reqwest::ClientBuilder {
        reqwest::Client::builder()
            .tls_backend_preconfigured((*tls.client_config()).clone())
            .https_only(true)
            .redirect(reqwest::redirect::Policy::none())
            .referer(false)
            .no_proxy()
            .connect_timeout(CONNECT)
            .timeout(TIME)
    }

    pub(crate) fn built(builder: reqwest::ClientBuilder) -> Result<Self, reqwest::Error> {
        Ok(Self { client: builder.build()?, date: Arc::default() })
    }

    /// What time it is by the provider that answered last, seconds since 1970, carried on to this moment.
    pub fn time_there(&self) -> Option<u64> {
        let (then, seen) = (*self.date.lock().unwrap_or_else(PoisonError::into_inner))?;
        Some(then + seen.elapsed().as_secs())
    }

    fn learn_time(&self, headers: &reqwest::header::HeaderMap) {
        let date = headers.get(reqwest::header::DATE).and_then(|date| date.to_str().ok());
        let Some(Ok(date)) = date.map(httpdate::parse_http_date) else { return };
        let Ok(since) = date.duration_since(UNIX_EPOCH) else { return };
        *self.date.lock().unwrap_or_else(PoisonError::into_inner) = Some((since.as_secs(), Instant::now()));
    }

    async fn send(&self, request: HttpRequest) -> Result<HttpResponse, HttpError> {
        let (parts, body) = request.into_parts();
        let mut response = self
            .client
            .request(parts.method, parts.uri.to_string())
            .headers(parts.headers)
            .body(body)
            .send()
            .await
            .map_err(|error| no_response(&error))?;
        self.learn_time(response.headers());
        let status = response.status();
        if status.is_server_error() || status.as_u16() == 429 {
            return Err(HttpError::Later(status.as_u16()));
        }
        let mut read = Vec::new();
        while let Some(piece) = response.chunk().await.map_err(|_| HttpError::NoAnswer)? {
            read.extend_from_slice(&piece);
            if read.len() > BODY {
                return Err(HttpError::TooLarge);
            }
        }
        let mut answer = HttpResponse::new(read);
        *answer.status_mut() = status;
        *answer.headers_mut() = response.headers().clone();
        Ok(answer)
    }
}

/// A certificate is looked for first: an error of it is one of the connection, too.
fn no_response(error: &reqwest::Error) -> HttpError {
    match tls::fault_within(error) {
        Some(TlsFault::Expired { .. } | TlsFault::NotYetValid { .. }) => {
            HttpError::Unreached(Unreached::OutOfDate)
        }
        Some(
            TlsFault::WrongName { .. }
            | TlsFault::UnknownIssuer { .. }
            | TlsFault::Revoked
            | TlsFault::BadCertificate { .. }
            | TlsFault::NotTls,
        ) => HttpError::Unreached(Unreached::Foreign),
        Some(
            TlsFault::TooOld | TlsFault::Closed | TlsFault::NoTrustStore { .. } | TlsFault::Other { .. },
        )
        | None => {
            if error.is_dns() {
                HttpError::Unreached(Unreached::NameNotFound)
            } else if error.is_connect() {
                HttpError::Unreached(Unreached::NoConnection)
            } else {
                HttpError::NoAnswer
            }
        }
    }
}

impl<'c> AsyncHttpClient<'c> for Http {
    type Error = HttpError;
    type Future = BoxFuture<'c, Result<HttpResponse, HttpError>>;

    fn call(&'c self, request: HttpRequest) -> Self::Future {
        Box::pin(self.send(request))
    }
}
