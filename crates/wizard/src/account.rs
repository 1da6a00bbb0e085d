//! An account that was set up, as it is remembered.

use contract::{AccountKind, Login, MailboxServer, Route, Server, Verdict};
use serde::{Deserialize, Serialize};

use crate::arrived::{Seen, Sent};
use crate::model::{Brand, Found, Preparation};
use crate::relay::ByRelay;
use crate::watch::Watch;

/// An account that was set up.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Account {
    /// Its id: the address in lower case.
    pub id: String,
    /// The address.
    pub address: String,
    /// Whose account it is.
    pub kind: AccountKind,
    /// The provider's name as people know it.
    pub name: Brand,
    /// The provider's id in the table, where it is one of the table's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub provider: Option<String>,
    /// What the table says of the provider. It is not stored: a later version of the program may know better.
    #[serde(skip)]
    pub about: Option<Box<About>>,
    /// By which door messages go.
    pub route: Route,
    /// How to sign in.
    pub login: Login,
    /// The server that works.
    pub server: Server,
    /// The user name it wants.
    pub user_name: String,
    /// Where the mailbox could be read.
    pub retrieval: Vec<MailboxServer>,
    /// The user name those want.
    pub mailbox_user_name: String,
    /// The relay service, where it sends by one.
    #[serde(default)]
    pub by_relay: Option<Box<ByRelay>>,
    /// True when the secret was not stored and ends with the program.
    pub session_only: bool,
    /// True when the keychain holds an earlier secret of the same account all the same.
    #[serde(skip)]
    pub over_stored: bool,
    /// The last test.
    pub last: Option<LastTest>,
    /// The daily check, where the person asked for it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub watch: Option<Watch>,
}

impl Account {
    /// Whether the keychain holds a secret of it.
    pub fn is_stored(&self) -> bool {
        !self.session_only || self.over_stored
    }
}

/// The last test of an account.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LastTest {
    /// The message.
    pub sent: Sent,
    /// How the looking ended: seen by the program, confirmed by the person, or neither yet.
    pub seen: Option<Seen>,
    /// When the person said that it arrived, milliseconds since 1970.
    pub confirmed_at: Option<u64>,
}

/// What the table says of an account's provider: enough to lead a person through its pages once more.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct About {
    /// Ways to sign in, the best first.
    pub logins: Vec<Login>,
    /// What has to be done at the provider first, or how an app password is made there.
    pub preparation: Option<Preparation>,
    /// What can be said before any password.
    pub verdict: Verdict,
    /// Whether the provider's web mail can be opened.
    pub webmail: bool,
}

impl About {
    /// The same of an address that was just found.
    pub fn of(found: &Found) -> Self {
        Self {
            logins: found.logins.clone(),
            preparation: found.preparation.clone(),
            verdict: found.verdict,
            webmail: found.webmail,
        }
    }
}
