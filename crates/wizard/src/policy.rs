//! What an organisation has decided for this computer.

use contract::{Action, Login};

use crate::model::Brand;
use crate::relay::Relay;

/// The decisions. Without any, everything is open.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Policy {
    /// The ways to sign in that may be used; `None` for all.
    pub logins: Option<Vec<Login>>,
    /// Whether a registration of one's own may be made.
    pub own_keys: bool,
    /// The organisation's own sending service: then no other is offered.
    pub relay: Option<Relay>,
    /// Where the organisation helps its people.
    pub help: Option<HelpDesk>,
    /// A file with settings that could not be read, and its line.
    pub fault: Option<(String, u32)>,
}

/// Where an organisation helps its people.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HelpDesk {
    /// What is shown on every card, in both languages.
    pub text: Brand,
    /// Where letters go; empty where only the text is known.
    pub address: String,
}

impl Default for Policy {
    fn default() -> Self {
        Self { logins: None, own_keys: true, relay: None, help: None, fault: None }
    }
}

impl Policy {
    /// Whether a way to sign in may be used.
    pub fn allows(&self, login: Login) -> bool {
        self.logins.as_ref().is_none_or(|logins| logins.contains(&login))
    }

    /// Whether a button may be there.
    #[expect(clippy::wildcard_enum_match_arm, reason = "all other buttons choose no way to sign in")]
    pub(crate) fn permits(&self, action: Action) -> bool {
        match action {
            Action::SignInGoogle
            | Action::SignInMicrosoft
            | Action::OpenBrowser
            | Action::UseDeviceCode
            | Action::AllowReading
            | Action::SendByWeb => self.allows(Login::OAuth),
            Action::UseAppPassword | Action::OpenAppPasswordPage => self.allows(Login::AppPassword),
            Action::UsePassword | Action::EnterServer => self.allows(Login::Password),
            Action::UseRelay => self.allows(Login::RelayKey),
            Action::MakeOwnKey => self.own_keys && self.allows(Login::OAuth),
            _ => true,
        }
    }
}
