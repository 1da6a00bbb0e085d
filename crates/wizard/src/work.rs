//! What a consent and a sending need to know.

use contract::{Login, MailboxServer, Route, Server};
use serde::{Deserialize, Serialize};

use crate::model::SecretSource;

/// What a consent needs to know.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ConsentWork {
    /// Where people sign in: `google`, `microsoft`, `microsoft-gov` or `microsoft-china`.
    pub provider: String,
    /// The address the person typed, if any.
    pub address: Option<String>,
    /// For a work account, its mail domain leads to the right door; `personal` and `work` choose Microsoft's.
    pub personal: Option<bool>,
    /// Ask the provider to show its list of accounts.
    pub choose_account: bool,
    /// What the permission is for.
    pub route: Route,
    /// On another device, with a code.
    pub by_code: bool,
    /// For reading, once, instead of sending.
    pub reading: bool,
}

/// What a sending needs to know.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SendWork {
    /// The sender, and the recipient where no other is named.
    pub address: String,
    /// The recipient, where it is not the sender.
    #[serde(default)]
    pub recipient: Option<String>,
    /// The servers to try, the best first. The next one is tried only when a connection could not be made.
    pub servers: Vec<Server>,
    /// The user name to sign in with.
    pub user_name: String,
    /// How.
    pub login: Login,
    /// The provider's key for the diagnosis.
    pub provider: String,
    /// The secret.
    pub secret: SecretSource,
    /// Where the mailbox could be read, to say whether it can be looked into.
    pub retrieval: Vec<MailboxServer>,
    /// By which door.
    #[serde(default)]
    pub route: Route,
    /// Asked for on the command line: nobody waits at a window.
    #[serde(default)]
    pub by_command: bool,
}

impl SendWork {
    /// Whom the message goes to.
    pub fn recipient(&self) -> &str {
        self.recipient.as_deref().unwrap_or(&self.address)
    }

    /// Whether it goes to the address that it comes from.
    pub fn is_to_itself(&self) -> bool {
        self.recipient().eq_ignore_ascii_case(&self.address)
    }
}
