//! What a domain's settings say about sending, line by line, as it stands on a screen.

use serde::{Deserialize, Serialize};

use crate::Text;

/// One thing that was looked at.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct RecordLine {
    /// Which; its label is `screen-records-NAME`.
    pub name: RecordName,
    /// How it stands.
    pub state: RecordState,
    /// The sentence about it.
    pub text: Text,
    /// As it stands there now; empty where nothing stands there or nothing could be seen.
    pub seen: Vec<String>,
    /// What would have to stand there, where that can be known from outside.
    pub add: Option<DnsRecord>,
}

impl RecordLine {
    /// A line with its sentence, of which nothing was seen and nothing is proposed.
    pub fn new(name: RecordName, state: RecordState, text: Text) -> Self {
        Self { name, state, text, seen: Vec::new(), add: None }
    }
}

/// What is looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub enum RecordName {
    /// Where mail for the domain goes (MX).
    Mx,
    /// Who may send for it (SPF, RFC 7208).
    Spf,
    /// The key of the signature (DKIM, RFC 6376).
    Dkim,
    /// What receivers do with mail that proves nothing (DMARC, RFC 7489).
    Dmarc,
    /// Whether Microsoft knows the domain as that of an organisation.
    Tenant,
    /// Signing in to send by SMTP, tried.
    SignIn,
    /// Sending by the provider's web interface.
    Web,
    /// The door for receiving (IMAP or POP), tried.
    Reading,
}

impl RecordName {
    /// The name used in ids.
    pub fn name(self) -> &'static str {
        match self {
            Self::Mx => "mx",
            Self::Spf => "spf",
            Self::Dkim => "dkim",
            Self::Dmarc => "dmarc",
            Self::Tenant => "tenant",
            Self::SignIn => "sign-in",
            Self::Web => "web",
            Self::Reading => "reading",
        }
    }
}

/// How a line stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub enum RecordState {
    /// It is there, and as it should be.
    Found,
    /// It is not there.
    Missing,
    /// It is there, and not as it should be.
    Faulty,
    /// It cannot be seen from here.
    Unseen,
}

impl RecordState {
    /// Whether somebody has to do something about it.
    pub fn is_wrong(self) -> bool {
        matches!(self, Self::Missing | Self::Faulty)
    }

    /// The name used in ids.
    pub fn name(self) -> &'static str {
        match self {
            Self::Found => "found",
            Self::Missing => "missing",
            Self::Faulty => "faulty",
            Self::Unseen => "unseen",
        }
    }
}

/// A DNS record as it is typed into the pages of whoever runs the domain.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct DnsRecord {
    /// Its whole name, without a final dot.
    pub owner: String,
    /// `TXT` or `CNAME`.
    pub kind: String,
    /// What it says.
    pub value: String,
    /// True when it takes the place of what stands there now; false when it comes besides.
    pub instead: bool,
}
