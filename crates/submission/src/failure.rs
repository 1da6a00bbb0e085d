//! What can go wrong, with its place.

use std::time::Duration;

use contract::Stage;
use tls::{DialFault, TlsFault};

use crate::Reply;

/// The exact place in the dialogue.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Point {
    /// Before the first packet: what was to be sent was not fit for it.
    Before,
    /// Look-up and TCP.
    Dial,
    /// The handshake of TLS.
    Tls,
    /// The server's greeting.
    Greeting,
    /// EHLO.
    Hello,
    /// STARTTLS.
    Starttls,
    /// AUTH.
    Auth,
    /// MAIL FROM.
    MailFrom,
    /// RCPT TO.
    RcptTo,
    /// DATA, up to the `354`.
    Data,
    /// The message, up to the reply to the final dot.
    Message,
}

/// A submission that did not end in `250`.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{stage:?} at {point:?}: {cause}")]
pub struct Failure {
    /// The stage that was running.
    pub stage: Stage,
    /// The exact place.
    pub point: Point,
    /// What happened.
    pub cause: Cause,
    /// The stages that were finished before, in their order.
    pub finished: Vec<Stage>,
    /// True when the whole message had left and only the reply is missing: it may have been sent.
    pub may_have_gone: bool,
}

/// What happened.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Cause {
    /// The server's name does not exist.
    #[error("host name not found")]
    HostNotFound,
    /// Names cannot be looked up: as a rule there is no network.
    #[error("host name could not be looked up")]
    LookupFailed,
    /// The port is closed.
    #[error("port closed")]
    Refused,
    /// No way leads there.
    #[error("no route to the host")]
    Unreachable,
    /// Nothing came in time.
    #[error("no answer within {waited:?}")]
    TimedOut {
        /// The time that was waited.
        waited: Duration,
    },
    /// The server closed the connection.
    #[error("connection closed by the server")]
    Closed,
    /// The operating system reported another fault of the connection.
    #[error("connection failed: {0}")]
    Io(std::io::ErrorKind),
    /// No secure line.
    #[error(transparent)]
    Tls(#[from] TlsFault),
    /// The server does not offer STARTTLS, or it was taken out on the way.
    #[error("STARTTLS not offered")]
    NoStarttls,
    /// Something lay behind the `220` to STARTTLS: somebody writes into the line (nostarttls.secvuln.info).
    #[error("plain text after STARTTLS")]
    PlainAfterStarttls,
    /// A reply that says no.
    #[error("reply {}", reply.code)]
    Reply {
        /// The final reply. What was sent as a secret has been taken out of it.
        reply: Reply,
        /// The decoded error challenge of XOAUTH2 or OAUTHBEARER: as a rule JSON with `status` and `scope`.
        challenge: Option<String>,
    },
    /// The server offers no mechanism that fits the login.
    #[error("no common login mechanism")]
    NoCommonMechanism {
        /// The names it offers, upper case.
        offered: Vec<String>,
    },
    /// What came is no SMTP.
    #[error("not an SMTP reply")]
    Malformed,
    /// A line or a reply passed its limit.
    #[error("reply too long")]
    TooLong,
    /// The address needs SMTPUTF8 (RFC 6531), which the server does not offer.
    #[error("address needs SMTPUTF8")]
    AddressNeedsSmtpUtf8,
    /// The message has 8-bit bytes and the server does not offer 8BITMIME (RFC 6152).
    #[error("message needs 8BITMIME")]
    MessageNeedsEightBit,
    /// The sender is not an address that can stand in MAIL FROM.
    #[error("address not usable")]
    UnusableAddress,
    /// User name, password or token cannot be sent as they are (empty, or control characters in them).
    #[error("credentials not usable")]
    UnusableCredentials,
}

impl From<DialFault> for Cause {
    fn from(fault: DialFault) -> Self {
        match fault {
            DialFault::NotFound => Self::HostNotFound,
            DialFault::LookupFailed => Self::LookupFailed,
            DialFault::Refused => Self::Refused,
            DialFault::Unreachable => Self::Unreachable,
            DialFault::TimedOut { waited } => Self::TimedOut { waited },
            DialFault::Other(kind) => Self::Io(kind),
        }
    }
}

impl From<std::io::Error> for Cause {
    #[expect(
        clippy::wildcard_enum_match_arm,
        reason = "an enum of another crate, with far more variants than matter here"
    )]
    fn from(error: std::io::Error) -> Self {
        match error.kind() {
            std::io::ErrorKind::UnexpectedEof
            | std::io::ErrorKind::ConnectionReset
            | std::io::ErrorKind::ConnectionAborted
            | std::io::ErrorKind::BrokenPipe => Self::Closed,
            kind => Self::Io(kind),
        }
    }
}
