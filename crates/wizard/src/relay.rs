//! A relay service as the wizard knows it. The facts come from outside, by the job that lists them.

use contract::{Security, Server};
use serde::{Deserialize, Serialize};

use crate::model::Brand;

/// A service that sends for a customer who has a key.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Relay {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: Brand,
    /// The host name, with `{place}` where the person has to say something.
    pub host: String,
    /// What that is.
    pub place: Option<Place>,
    /// Ports in the order in which they are tried.
    pub doors: Vec<(u16, Security)>,
    /// The user name.
    pub user_name: RelayUser,
    /// What the service calls the key.
    pub key: Brand,
    /// Whether there is a page to open.
    pub page: bool,
    /// Whether the key is an app password of the account, made on the page of its provider.
    #[serde(default)]
    pub app_password: bool,
    /// Id of the sentence about what must be so before.
    pub before: Option<String>,
    /// Id of the sentence about whom it suits.
    pub suits: String,
}

/// The services and the ways that are known.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Services {
    /// Relay services.
    pub relays: Vec<Relay>,
    /// Ways that ask for no sign-in.
    pub doors: Vec<Door>,
}

/// A way of sending that a company's administrator opens and that asks for no sign-in. It is explained alone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Door {
    /// Names its texts.
    pub name: String,
    /// What it is called.
    pub title: Brand,
    /// The host; empty for the company's own MX host.
    pub host: String,
    /// Ports, the best first.
    pub doors: Vec<(u16, Security)>,
    /// How many sentences there are about it.
    pub notes: u8,
}

/// What the host name needs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Place {
    /// One of these regions: as it stands in the host name, and as people know it.
    Region(Vec<(String, Brand)>),
    /// The name of the account.
    Account,
    /// The whole name.
    Host,
}

impl Place {
    /// Whether a text can be what is asked for.
    pub fn takes(&self, text: &str) -> bool {
        match self {
            Self::Region(regions) => regions.iter().any(|(id, _)| id == text),
            Self::Account => is_label(text),
            Self::Host => is_host(text),
        }
    }
}

/// A host name of at least two labels.
pub fn is_host(text: &str) -> bool {
    text.contains('.') && text.split('.').all(is_label)
}

/// A label of a host name (RFC 1123 section 2.1).
fn is_label(text: &str) -> bool {
    !text.is_empty()
        && text.len() <= 63
        && !text.starts_with('-')
        && !text.ends_with('-')
        && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
}

/// The user name at a relay service.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum RelayUser {
    /// The same for every customer.
    Fixed(String),
    /// The sender's address.
    Sender,
    /// Shown by the service, which calls it so.
    Told(Brand),
}

/// Where a plan takes a relay service.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ByRelay {
    /// Which service.
    pub relay: Relay,
    /// What was said for its host name.
    pub place: String,
    /// Where the test message goes, when it is not the sender's own address.
    pub recipient: Option<String>,
}

impl Relay {
    /// The servers with `place` where the host name needs something.
    pub fn servers(&self, place: &str) -> Vec<Server> {
        let host = self.host.replace("{place}", place);
        self.doors
            .iter()
            .map(|(port, security)| Server { host: host.clone(), port: *port, security: *security })
            .collect()
    }
}
