//! What became of a message after it was handed over.

use contract::{Problem, Server};
use serde::{Deserialize, Serialize};

/// A message that the server took over.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sent {
    /// The four characters in its subject.
    pub code: String,
    /// Its Message-ID, with angle brackets.
    pub message_id: String,
    /// When it was taken over, milliseconds since 1970.
    pub accepted_at: u64,
    /// The server that took it.
    pub server: Server,
    /// Whether the mailbox can be looked into with the same sign-in.
    pub can_look: bool,
}

/// Where and when a message was seen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Seen {
    /// True: in the spam folder. False: in the inbox, or where `folder` says.
    pub in_spam: bool,
    /// When it was seen, milliseconds since 1970.
    pub at: u64,
    /// Another folder, by its name, into which a rule has moved it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub folder: Option<String>,
}

impl Seen {
    /// Seconds after the server took it over. A clock that was set back meanwhile makes none of it negative.
    pub fn after_s(&self, sent: &Sent) -> u32 {
        u32::try_from(self.at.saturating_sub(sent.accepted_at) / 1_000).unwrap_or(u32::MAX)
    }
}

/// How a look into the mailbox ended.
#[derive(Debug, Clone, PartialEq)]
pub enum Looked {
    /// It is there.
    Seen(Seen),
    /// A notice is there that it could not be delivered.
    CameBack(Box<Problem>),
    /// The mailbox was looked into as long as one looks, and it was not there.
    NotSeen,
    /// The mailbox could not be looked into, which says nothing of the message; why, where that has a name.
    Shut(Option<Box<Problem>>),
}
