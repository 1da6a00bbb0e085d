//! What is known of devices and of an account's provider when a settings card is filled in.

use contract::{MailboxServer, Problem, Server};

use crate::model::Brand;

/// What the table knows for the card of an account.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct CardFacts {
    /// The makers of devices, in the order in which they are offered.
    pub devices: Vec<Device>,
    /// The provider's submission server.
    pub submission: Option<Server>,
    /// The provider's servers for reading, the best first.
    pub retrieval: Vec<MailboxServer>,
    /// Whether the provider has a page where a password for a device is made.
    pub password_page: bool,
}

/// The devices of one maker. Menus differ by model: these are the usual names.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Device {
    /// Stable name in actions, such as `konica-minolta`.
    pub id: String,
    /// The maker as people know it.
    pub name: Brand,
    /// The way through the menus, as the English menus name it.
    pub path: String,
    /// What the fields are called.
    pub fields: FieldNames,
    /// The longest password that is known to fit, in ASCII characters; `None` where no limit is known.
    pub password_max: Option<u16>,
    /// Whether consent in the browser works there.
    pub oauth: OauthOn,
    /// Names of texts (`card-note-NAME`) about what has to be known besides.
    pub notes: Vec<String>,
}

impl Device {
    pub(crate) fn has_note(&self, name: &str) -> bool {
        self.notes.iter().any(|note| note == name)
    }
}

/// What the fields of a device are called; empty where that is not known.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct FieldNames {
    /// The outgoing server.
    pub server: Brand,
    /// Its port.
    pub port: Brand,
    /// Protection of the connection.
    pub security: Brand,
    /// The user name.
    pub user_name: Brand,
    /// The password.
    pub password: Brand,
    /// The sender's address.
    pub sender: Brand,
}

/// What is known about consent in the browser (OAuth 2.0) on the devices of a maker.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum OauthOn {
    /// Some models can, by model and firmware.
    SomeModels {
        /// Whose accounts: `microsoft`, `google`.
        with: Vec<String>,
        /// Models that are known to; empty where the maker's list has to be asked.
        models: String,
    },
    /// None can.
    None,
    /// Nothing about it was found in public.
    NotFound,
    /// It is not known.
    #[default]
    Unknown,
}

impl OauthOn {
    /// Whether some models are known to take the accounts of `provider`.
    pub(crate) fn takes(&self, provider: &str) -> bool {
        match self {
            Self::SomeModels { with, .. } => with.iter().any(|known| known == provider),
            Self::None | Self::NotFound | Self::Unknown => false,
        }
    }
}

/// What trying to receive came to.
#[derive(Debug, Clone, PartialEq)]
pub enum Received {
    /// Signed in, and the inbox could be opened.
    Works,
    /// The server said no.
    Refused(Box<Problem>),
    /// No connection came about.
    Unreached,
    /// It could not be made certain that it is the right server.
    Untrusted,
    /// The server's answer was not understood.
    Strange,
}
