//! Relay services: what is known of each, and the look-up by id.

use contract::Security;

use crate::Names;
use crate::tables::RELAYS;

/// A service that sends for a customer who has a key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Relay {
    /// Stable name, such as `sendgrid`.
    pub id: &'static str,
    /// The brand as people know it.
    pub name: Names,
    /// The host name, with `{region}`, `{account}` or `{host}` where the person has to say it.
    pub host: &'static str,
    /// What `{region}` can be.
    pub regions: &'static [Region],
    /// Ports in the order in which they are tried. Empty where nobody publishes them.
    pub doors: &'static [(u16, Security)],
    /// The user name.
    pub user_name: RelayUser,
    /// What the service calls the secret.
    pub key: Names,
    /// The page where it is made.
    pub page: Option<&'static str>,
    /// What has to be confirmed at the service before it sends.
    pub sender: Confirmed,
    /// The kind of sender it suits; a part of the id `relay-suits-NAME`.
    pub suits: &'static str,
    /// Whether a new account may send to few recipients only until the service opens it.
    pub sandbox: bool,
    /// Whether the key is an app password of the account, made on the page of its provider.
    pub app_password: bool,
    /// What a domain's SPF record needs for this service.
    pub spf: Spf,
    /// Where the service's DKIM key stands.
    pub dkim: Dkim,
}

/// What a domain's own SPF record (RFC 7208) needs for a relay service.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Spf {
    /// `include:NAME`.
    Include(&'static str),
    /// Nothing: the service's letters carry a return address of its own.
    NotNeeded,
    /// The service says it to its customer.
    Told,
}

/// Where a relay service's DKIM key (RFC 6376) stands under a customer's domain.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Dkim {
    /// Under the same selectors for every customer.
    Selectors {
        /// Any of these.
        names: &'static [&'static str],
        /// Endings of the names they are aliases of; empty where the key itself stands there.
        points_to: &'static [&'static str],
    },
    /// Every customer gets selectors of his own, which cannot be guessed from outside.
    PerCustomer,
    /// The service says it to its customer.
    Told,
}

/// One place of a service.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Region {
    /// As it stands in the host name.
    pub id: &'static str,
    /// As people know it.
    pub name: Names,
}

/// The user name of a relay service.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RelayUser {
    /// The same for every customer.
    Fixed(&'static str),
    /// The sender's address.
    Sender,
    /// Shown by the service, which calls it so.
    Told(Names),
}

/// What a relay service wants confirmed before it sends in somebody's name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Confirmed {
    /// One address will do.
    Address,
    /// The domain.
    Domain,
    /// The service says it by itself.
    Told,
    /// The company's administrator opens it.
    Administrator,
}

/// The usual doors (RFC 8314 section 3.3, RFC 6409), for a service that tells its host by letter alone.
const USUAL: [(u16, Security); 2] = [(587, Security::Starttls), (465, Security::Tls)];

/// Every relay service, sorted by id.
pub fn relays() -> &'static [Relay] {
    &RELAYS
}

/// The relay service with this id.
pub fn relay(id: &str) -> Option<&'static Relay> {
    RELAYS.binary_search_by(|row| row.id.cmp(id)).ok().and_then(|at| RELAYS.get(at))
}

impl Relay {
    /// The ports in the order in which they are tried.
    pub fn doors(&self) -> &'static [(u16, Security)] {
        if self.doors.is_empty() { &USUAL } else { self.doors }
    }
}
