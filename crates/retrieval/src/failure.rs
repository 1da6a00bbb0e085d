//! What can go wrong while looking.

use std::time::Duration;

use tls::{DialFault, TlsFault};

/// The place in the dialogue.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Point {
    /// Before the first packet.
    Before,
    /// Look-up and TCP.
    Dial,
    /// STARTTLS (STLS) and what comes before it.
    Starttls,
    /// The handshake of TLS.
    Tls,
    /// The greeting within TLS.
    Greeting,
    /// Signing in.
    SignIn,
    /// Searching.
    Search,
}

/// A look that could not be taken. Whether the message arrived is then unknown.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{point:?}: {cause}")]
pub struct Failure {
    /// Where.
    pub point: Point,
    /// What.
    pub cause: Cause,
}

/// What happened.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Cause {
    /// No connection.
    #[error(transparent)]
    Dial(#[from] DialFault),
    /// No secure line.
    #[error(transparent)]
    Tls(#[from] TlsFault),
    /// The server offers no STARTTLS, or it was taken out on the way.
    #[error("STARTTLS not offered")]
    NoStarttls,
    /// Something lay behind the answer to STARTTLS: somebody writes into the line.
    #[error("plain text after STARTTLS")]
    PlainAfterStarttls,
    /// The server claims that somebody is signed in already (PREAUTH): whose mailbox that is cannot be known.
    #[error("signed in before signing in")]
    Preauth,
    /// Nothing came in time.
    #[error("no answer within {waited:?}")]
    TimedOut {
        /// The time that was waited.
        waited: Duration,
    },
    /// The server closed the connection, with or without a BYE.
    #[error("connection closed by the server")]
    Closed,
    /// The operating system reported another fault of the connection.
    #[error("connection failed: {0}")]
    Io(std::io::ErrorKind),
    /// The server said no.
    #[error("refused")]
    Refused {
        /// Its words, without what was sent as a secret, at most 1,000 characters; not yet made harmless.
        text: String,
    },
    /// The server offers no way to sign in that fits the login.
    #[error("no common login mechanism")]
    NoCommonMechanism,
    /// What came is not of the protocol.
    #[error("not understood")]
    Malformed,
    /// More came than a look may read.
    #[error("too much to read")]
    TooLong,
    /// User name, password or token cannot be sent as they are.
    #[error("credentials not usable")]
    UnusableCredentials,
    /// What is to be searched for is no Message-ID of ours.
    #[error("message id not usable")]
    UnusableMessageId,
}

/// The mark of a passed limit within an [`std::io::Error`].
#[derive(Debug, thiserror::Error)]
#[error("limit of one session passed")]
pub(crate) struct LimitPassed;

impl From<std::io::Error> for Cause {
    #[expect(clippy::wildcard_enum_match_arm, reason = "an enum of the standard library with forty variants")]
    fn from(error: std::io::Error) -> Self {
        if error.get_ref().and_then(|inner| inner.downcast_ref::<LimitPassed>()).is_some() {
            return Self::TooLong;
        }
        match error.kind() {
            std::io::ErrorKind::UnexpectedEof
            | std::io::ErrorKind::ConnectionReset
            | std::io::ErrorKind::ConnectionAborted
            | std::io::ErrorKind::BrokenPipe => Self::Closed,
            // The parser of async-imap reports what it cannot read in this way.
            std::io::ErrorKind::Other | std::io::ErrorKind::InvalidData => Self::Malformed,
            kind => Self::Io(kind),
        }
    }
}
