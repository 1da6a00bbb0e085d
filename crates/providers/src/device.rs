//! Printers, scanners and storage boxes that send mail: what their menus call things, and what they cannot do.

use contract::Language;

include!(concat!(env!("OUT_DIR"), "/devices.rs"));

/// The devices of one maker. Menus differ by model: these are the usual names.
#[derive(Debug, PartialEq, Eq)]
pub struct Device {
    /// Stable name in actions and texts, such as `konica-minolta`.
    pub id: &'static str,
    /// The maker as people know it.
    pub name: Names,
    /// The way through the menus, as the English menus name it.
    pub path: &'static str,
    /// What the fields are called.
    pub fields: FieldNames,
    /// The longest password that is known to fit, in ASCII characters; `None` where no limit is known.
    pub password_max: Option<u16>,
    /// Whether consent in the browser works there.
    pub oauth: OauthOn,
    /// Names of texts about what has to be known besides.
    pub notes: &'static [&'static str],
}

/// A name in both languages; empty where it is not known in one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Names {
    /// In English.
    pub en: &'static str,
    /// In Japanese.
    pub ja: &'static str,
}

impl Names {
    /// The name in a language, or else the one in the other.
    pub fn in_language(&self, language: Language) -> &'static str {
        let (first, second) = match language {
            Language::Ja => (self.ja, self.en),
            Language::En => (self.en, self.ja),
        };
        if first.is_empty() { second } else { first }
    }
}

/// What the fields of a device are called.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FieldNames {
    /// The outgoing server.
    pub server: Names,
    /// Its port.
    pub port: Names,
    /// Protection of the connection.
    pub security: Names,
    /// The user name.
    pub user_name: Names,
    /// The password.
    pub password: Names,
    /// The sender's address.
    pub sender: Names,
}

/// What is known about consent in the browser (OAuth 2.0) on the devices of a maker.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OauthOn {
    /// Some models can, by model and firmware.
    SomeModels {
        /// Whose accounts: `microsoft`, `google`.
        with: &'static [&'static str],
        /// Models that are known to; empty where the maker's list has to be asked.
        models: &'static str,
    },
    /// None can.
    None,
    /// Nothing about it was found in public.
    NotFound,
    /// It is not known.
    Unknown,
}

/// All makers, in the order of their ids.
pub fn devices() -> &'static [Device] {
    &DEVICES
}
