//! Consent on another device (RFC 8628): a short code here, typed on a page there, and patience in between.
//!
//! For a computer whose browser will not do. Only Microsoft offers it for mail. The code is always one that was asked for
//! here: none that came from elsewhere is ever taken, because talking people into typing a foreign code is how accounts
//! are stolen (RFC 8628, 5.4).

use std::time::Duration;

use oauth2::basic::BasicErrorResponse;
use oauth2::url::form_urlencoded;
use oauth2::{AsyncHttpClient as _, HttpRequest, HttpResponse, http};
use secret::Secret;
use tokio::time::{Instant, sleep, sleep_until};

use crate::attempt::{Consent, consent};
use crate::error::{ConsentError, Unreached};
use crate::http::{Http, HttpError};
use crate::provider::{Client, Road};
use crate::request::refused;
use crate::tokens::Tokens;

mod start;

pub use start::DeviceStart;

/// How much slower it is asked from now on when the provider says so (RFC 8628, 3.5).
const SLOWER: Duration = Duration::from_secs(5);
/// The longest pause after failures of the network.
const LONGEST_PAUSE: Duration = Duration::from_secs(60);
const GRANT: &str = "urn:ietf:params:oauth:grant-type:device_code";

/// Why no consent came about. Never carries a code or a token.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum DeviceError {
    /// The provider has no such way to mail.
    #[error("the provider offers no sign-in by code")]
    NotOffered,
    /// The page to be opened is not the provider's own, or the answer cannot be shown.
    #[error("the answer to the request for a code is not usable")]
    NotUsable,
    /// Nobody typed the code in time.
    #[error("the code has run out")]
    Expired,
    /// The person said no.
    #[error("the person declined")]
    Declined,
    /// The provider does not know the code any more.
    #[error("the code is not known")]
    UnknownCode,
    /// As in the browser.
    #[error(transparent)]
    Consent(#[from] ConsentError),
}

/// A consent that is waited for. Dropping it ends the asking.
pub struct DeviceAttempt {
    http: Http,
    client: Client,
    road: Road,
    code: Secret,
    start: DeviceStart,
    end: Instant,
    pause: Duration,
}

impl DeviceAttempt {
    /// Asks for a code. To be called when the person is ready: the time runs from here.
    ///
    /// # Errors
    /// [`DeviceError::NotOffered`] at Google; [`DeviceError::NotUsable`], or why the provider gave no code.
    pub async fn begin(http: Http, client: Client, road: Road) -> Result<Self, DeviceError> {
        let place = client.provider.device(client.door).ok_or(DeviceError::NotOffered)?;
        let scopes = client.provider.scopes(road).join(" ");
        let answer = post(&http, &place, &[("client_id", &client.id), ("scope", &scopes)]).await;
        let answer = answer.map_err(ConsentError::from)?;
        if !answer.status().is_success() {
            return Err(refusal(&answer).into());
        }
        let (start, code) = start::read(answer.body()).ok_or(DeviceError::NotUsable)?;
        let end = Instant::now() + start.expires_in;
        let pause = start.interval;
        Ok(Self { http, client, road, code, start, end, pause })
    }

    /// What the person has to see.
    pub fn start(&self) -> &DeviceStart {
        &self.start
    }

    /// How long the code can still be typed.
    pub fn left(&self) -> Duration {
        self.end.saturating_duration_since(Instant::now())
    }

    /// Asks, no faster than it may, until the person has decided or the time is over. The answer is checked as in the
    /// browser: scopes, identity, a lasting permission.
    ///
    /// # Errors
    /// [`DeviceError`]. A network that fails ends nothing: it is asked again, ever more slowly.
    pub async fn finish(mut self) -> Result<Consent, DeviceError> {
        let mut wait = self.pause;
        loop {
            if Instant::now() + wait >= self.end {
                sleep_until(self.end).await;
                return Err(DeviceError::Expired);
            }
            sleep(wait).await;
            wait = match self.ask().await {
                Ok(Some(consent)) => return Ok(consent),
                Ok(None) => self.pause,
                Err(Fault::Final(error)) => return Err(error),
                Err(Fault::Network) => wait.saturating_mul(2).min(LONGEST_PAUSE).max(self.pause),
            };
        }
    }

    /// One question; `None` while the person has not decided.
    async fn ask(&mut self) -> Result<Option<Consent>, Fault> {
        let place = self.client.provider.token(self.client.door);
        let code = self.code.expose_str().unwrap_or_default();
        let form = [("grant_type", GRANT), ("client_id", self.client.id.as_str()), ("device_code", code)];
        let answer = match post(&self.http, &place, &form).await {
            Ok(answer) => answer,
            // Asking again does not mend a certificate.
            Err(HttpError::Unreached(why @ (Unreached::OutOfDate | Unreached::Foreign))) => {
                return Err(Fault::Final(ConsentError::Unreached(why).into()));
            }
            Err(
                HttpError::Unreached(Unreached::NameNotFound | Unreached::NoConnection)
                | HttpError::NoAnswer
                | HttpError::Later(_)
                | HttpError::TooLarge,
            ) => return Err(Fault::Network),
        };
        if answer.status().is_success() {
            let tokens: Tokens = serde_json::from_slice(answer.body())
                .map_err(|_| Fault::Final(ConsentError::Trouble { status: None }.into()))?;
            let consent = consent(&self.client, self.road, &tokens);
            return consent.map(Some).map_err(|error| Fault::Final(error.into()));
        }
        self.read_refusal(refusal(&answer))
    }

    /// RFC 8628, 3.5, and the names that Microsoft has instead.
    fn read_refusal(&mut self, refusal: ConsentError) -> Result<Option<Consent>, Fault> {
        let name = match &refusal {
            ConsentError::Token { error, .. } => error.as_str(),
            // No JSON: a page of something in between.
            ConsentError::Listen
            | ConsentError::Refused { .. }
            | ConsentError::Mismatch
            | ConsentError::Trouble { .. }
            | ConsentError::Unreached(_)
            | ConsentError::ScopeMissing
            | ConsentError::NotLasting
            | ConsentError::NoIdentity => return Err(Fault::Network),
        };
        Err(Fault::Final(match name {
            "authorization_pending" => return Ok(None),
            "slow_down" => {
                self.pause += SLOWER;
                return Ok(None);
            }
            "expired_token" | "code_expired" => DeviceError::Expired,
            "authorization_declined" | "access_denied" => DeviceError::Declined,
            "bad_verification_code" => DeviceError::UnknownCode,
            _ => refusal.into(),
        }))
    }
}

enum Fault {
    Network,
    Final(DeviceError),
}

async fn post(http: &Http, place: &str, fields: &[(&str, &str)]) -> Result<HttpResponse, HttpError> {
    let body = form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish();
    let mut request = HttpRequest::new(body.into_bytes());
    *request.method_mut() = http::Method::POST;
    *request.uri_mut() = place.parse().map_err(|_| HttpError::NoAnswer)?;
    let form = http::HeaderValue::from_static("application/x-www-form-urlencoded");
    request.headers_mut().insert(http::header::CONTENT_TYPE, form);
    http.call(request).await
}

fn refusal(answer: &HttpResponse) -> ConsentError {
    match serde_json::from_slice::<BasicErrorResponse>(answer.body()) {
        Ok(refusal) if !refusal.error().as_ref().is_empty() => refused(&refusal),
        Ok(_) | Err(_) => ConsentError::Trouble { status: Some(answer.status().as_u16()) },
    }
}
