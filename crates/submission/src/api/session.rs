//! From the first packet to the API's answer.

use contract::Stage;
use http_body_util::Full;
use hyper::Request;
use hyper::body::Bytes;
use hyper::header::{ACCEPT, AUTHORIZATION, CONNECTION, CONTENT_TYPE, HOST, HeaderValue};
use secret::Secret;
use tls::{Secured, Tls, dial};
use tokio::time::timeout;
use zeroize::Zeroizing;

use super::exchange::{Answer, exchange};
use super::{Api, ApiCause, ApiFailure};
use crate::envelope::for_the_line;
use crate::stages::Stages;
use crate::{Accepted, Cause, Limits, Point, Reply, Report, StageDetail};

/// One message and the API that is to take it.
#[derive(Debug, Clone)]
pub struct ApiSubmission {
    /// Which API.
    pub api: Api,
    /// The access token, with the API's own scope.
    pub token: Secret,
    /// The own address. The APIs take sender and recipients from the message; this is checked before anything leaves.
    pub sender: String,
    /// The whole message, headers first; it leaves as it is.
    pub message: Vec<u8>,
    /// How long each step may take: `connect`, `tls`, and `data` for request and answer together.
    pub limits: Limits,
}

/// Hands the message over by one HTTPS request. `on` hears of each stage as it begins and ends.
///
/// The reply of [`Accepted`] holds the HTTP status (200 of Gmail; 202 of Graph, which means accepted and not delivered)
/// and Gmail's id of the message. Dropping the future closes the connection at once.
///
/// # Errors
/// The first thing that went wrong. There is no second try, and no redirect is followed.
pub async fn submit_by_api(
    submission: &ApiSubmission,
    tls: &Tls,
    on: &mut (dyn FnMut(Report) + Send),
) -> Result<Accepted, ApiFailure> {
    submit_at(submission, (submission.api.host(), 443), tls, on).await
}

/// The same at a place where the API's host is played.
pub(super) async fn submit_at(
    submission: &ApiSubmission,
    place: (&str, u16),
    tls: &Tls,
    on: &mut (dyn FnMut(Report) + Send),
) -> Result<Accepted, ApiFailure> {
    let mut session =
        Session { submission, place, tls, stages: Stages::new(on), point: Point::Before, left: false };
    match session.run().await {
        Ok(reply) => {
            let elapsed = session.stages.elapsed();
            Ok(Accepted { reply, timings: session.stages.timings(), elapsed })
        }
        Err(cause) => Err(ApiFailure {
            api: submission.api,
            stage: session.stages.running(),
            point: session.point,
            may_have_gone: session.left && !says_not_taken(&cause),
            finished: session.stages.finished(),
            cause,
        }),
    }
}

struct Session<'a> {
    submission: &'a ApiSubmission,
    place: (&'a str, u16),
    tls: &'a Tls,
    stages: Stages<'a>,
    point: Point,
    /// True once the message is on its way.
    left: bool,
}

impl Session<'_> {
    async fn run(&mut self) -> Result<Reply, ApiCause> {
        self.stages.begin(Stage::Connect);
        for_the_line(&self.submission.sender)?;
        let request = self.request()?;
        let line = self.secure_line().await?;
        let answer = self.ask(line, request).await?;
        self.judge(answer)
    }

    fn request(&self) -> Result<Request<Full<Bytes>>, ApiCause> {
        let ApiSubmission { api, message, .. } = self.submission;
        let (size, most) = (message.len(), api.most());
        if size > most {
            return Err(ApiCause::TooLarge { size, most });
        }
        Request::post(api.path())
            .header(HOST, api.host())
            .header(AUTHORIZATION, self.bearer()?)
            .header(CONTENT_TYPE, api.content_type())
            .header(ACCEPT, "application/json")
            .header(CONNECTION, "close")
            .body(Full::new(Bytes::from(api.body(message).into_owned())))
            .map_err(|_| Cause::Malformed.into())
    }

    /// Nothing in a token may end the header (RFC 6750 section 2.1).
    fn bearer(&self) -> Result<HeaderValue, Cause> {
        let token = self.submission.token.expose_str().unwrap_or_default();
        if token.is_empty() || !token.bytes().all(|byte| (0x21..=0x7e).contains(&byte)) {
            return Err(Cause::UnusableCredentials);
        }
        let line = Zeroizing::new(format!("Bearer {token}"));
        let mut value = HeaderValue::from_str(&line).map_err(|_| Cause::UnusableCredentials)?;
        value.set_sensitive(true);
        Ok(value)
    }

    async fn secure_line(&mut self) -> Result<Secured, Cause> {
        let limits = self.submission.limits;
        self.point = Point::Dial;
        let dialled = dial(self.place.0, self.place.1, limits.connect).await?;
        self.stages.finish(StageDetail::Connected {
            address: dialled.address,
            family: dialled.family,
            instead: dialled.instead,
        });
        self.stages.begin(Stage::Secure);
        self.point = Point::Tls;
        let silent = Cause::TimedOut { waited: limits.tls };
        let handshake = self.tls.secure(dialled.stream, self.submission.api.host());
        let (line, version) = timeout(limits.tls, handshake).await.map_err(|_| silent)??;
        self.stages.finish(StageDetail::Secured { version });
        Ok(line)
    }

    async fn ask(&mut self, line: Secured, request: Request<Full<Bytes>>) -> Result<Answer, Cause> {
        let limit = self.submission.limits.data;
        self.stages.begin(Stage::SignIn);
        self.point = Point::Message;
        self.stages.handing_over();
        self.left = true;
        let silent = Cause::TimedOut { waited: limit };
        timeout(limit, exchange(line, request)).await.map_err(|_| silent)?
    }

    fn judge(&mut self, answer: Answer) -> Result<Reply, ApiCause> {
        let (api, status) = (self.submission.api, answer.status);
        if (300..400).contains(&status) {
            return Err(ApiCause::Moved { status });
        }
        if status >= 400 {
            let token = self.submission.token.expose_str().unwrap_or_default();
            let error = answer.into_error().without(token);
            if error.is_about_the_token() {
                self.point = Point::Auth;
            } else {
                self.authorised();
            }
            return Err(ApiCause::Answer(error));
        }
        self.authorised();
        let words = match api {
            Api::Gmail => message_id(&answer.body),
            Api::Graph(_) => Some("accepted".to_owned()),
        };
        let words = words.filter(|_| status == api.accepts()).ok_or(Cause::Malformed)?;
        self.stages.finish(StageDetail::HandedOver);
        Ok(Reply { code: status, enhanced: None, lines: vec![words] })
    }

    fn authorised(&mut self) {
        self.stages.finish(StageDetail::Authorised);
        self.stages.begin(Stage::HandOver);
    }
}

/// Gmail's id of the message that it made: without one nothing was made.
fn message_id(body: &[u8]) -> Option<String> {
    let answer: serde_json::Value = serde_json::from_slice(body).ok()?;
    let id = answer.get("id")?.as_str()?;
    (!id.is_empty() && id.len() <= 64 && id.bytes().all(|byte| byte.is_ascii_graphic()))
        .then(|| id.to_owned())
}

/// A gateway that lost its answer knows as little as we do (RFC 9110 section 15.6).
fn says_not_taken(cause: &ApiCause) -> bool {
    match cause {
        ApiCause::Answer(answer) => !matches!(answer.status, Some(500 | 502 | 504)),
        ApiCause::Moved { .. } | ApiCause::TooLarge { .. } => true,
        ApiCause::Line(_) => false,
    }
}
