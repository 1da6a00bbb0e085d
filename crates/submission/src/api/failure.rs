//! What can go wrong on the way through an API.

use contract::Stage;

use super::{Api, ApiAnswer};
use crate::{Cause, Point};

/// A submission that the API did not take.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{stage:?} at {}: {cause}", api.host())]
pub struct ApiFailure {
    /// Which API.
    pub api: Api,
    /// The stage that was running.
    pub stage: Stage,
    /// The place: [`Point::Before`], [`Point::Dial`], [`Point::Tls`], [`Point::Auth`] or [`Point::Message`].
    pub point: Point,
    /// What happened.
    pub cause: ApiCause,
    /// The stages that were finished before, in their order.
    pub finished: Vec<Stage>,
    /// True when the message had left and no answer says that it was not taken.
    pub may_have_gone: bool,
}

impl ApiFailure {
    /// Whether the token itself was refused, so that a fresh one is worth a try (RFC 6750 section 3.1).
    pub fn token_refused(&self) -> bool {
        matches!(&self.cause, ApiCause::Answer(answer) if answer.status == Some(401))
    }
}

/// What happened.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ApiCause {
    /// No line, no answer, or nothing fit to be sent.
    #[error(transparent)]
    Line(#[from] Cause),
    /// An answer that says no.
    #[error("answer {:?}", .0.status)]
    Answer(ApiAnswer),
    /// The answer points elsewhere. A token follows no redirect.
    #[error("redirect {status}")]
    Moved {
        /// The HTTP status.
        status: u16,
    },
    /// The message is larger than the API takes; nothing was sent.
    #[error("message of {size} bytes, {most} at most")]
    TooLarge {
        /// Bytes of the message.
        size: usize,
        /// The most the API takes.
        most: usize,
    },
}
