//! The stages a message passes, in their order.

use serde::{Deserialize, Serialize};

/// Where on its way something happened. The order is the order of travel.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub enum Stage {
    /// The address as it was typed.
    Address,
    /// Finding the servers of a domain.
    Find,
    /// The person's consent in the browser.
    Consent,
    /// Exchanging or renewing the permission at the token endpoint.
    Token,
    /// Name look-up, TCP and, where the line is secured later by STARTTLS, the greeting.
    Connect,
    /// TLS, implicit (the greeting belongs here then) or by STARTTLS.
    Secure,
    /// AUTH.
    SignIn,
    /// MAIL FROM and RCPT TO.
    Sender,
    /// DATA up to the reply to the final dot.
    HandOver,
    /// Storing the secret in the keychain.
    Keep,
    /// Seeing the message in the mailbox.
    Arrive,
}

impl Stage {
    /// The name used in ids, JSON and the report.
    pub fn name(self) -> &'static str {
        match self {
            Self::Address => "address",
            Self::Find => "find",
            Self::Consent => "consent",
            Self::Token => "token",
            Self::Connect => "connect",
            Self::Secure => "secure",
            Self::SignIn => "sign-in",
            Self::Sender => "sender",
            Self::HandOver => "hand-over",
            Self::Keep => "keep",
            Self::Arrive => "arrive",
        }
    }
}
