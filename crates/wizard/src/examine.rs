//! What is looked at when a domain's settings are checked, and what came of it.

use contract::{AccountKind, RecordLine};

use crate::account::Account;
use crate::model::{Brand, SecretSource};

/// What to look at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Examination {
    /// An address of the domain.
    pub address: String,
    /// Who sends for it.
    pub sender: Sender,
    /// What people call him.
    pub name: Brand,
    /// An account that was set up, with its secret: then signing in is tried, too.
    pub account: Option<(Account, SecretSource)>,
}

/// Who sends for a domain.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Sender {
    /// Google Workspace.
    Google,
    /// Microsoft 365, in the cloud of this kind of account.
    Microsoft(AccountKind),
    /// The relay service with this id.
    Relay(String),
    /// Nobody in particular: what is there is told, nothing is missed.
    Any,
}

/// What came of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Examined {
    /// The domain, as people write it.
    pub domain: String,
    /// Whether the domain is one that people can call their own; else its settings are nobody's to change.
    pub own: bool,
    /// What was looked at, in order.
    pub lines: Vec<RecordLine>,
    /// Names of what only an administrator can see; their texts are `record-ask-NAME`.
    pub checklist: Vec<String>,
}
