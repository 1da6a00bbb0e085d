//! What stands on a settings card. Never a secret.
//!
//! Lives here: which sentence is true for an account and a device. Does not live here: the steps around the card
//! (`steps/settings.rs`), the words (`cards.ftl`), what devices call things (the table, by way of `device.rs`).

mod notes;
mod receiving;
mod sending;

use contract::{AccountKind, AddressHint, CardRow, Login, Route, Security, Server, Text};

pub(crate) use self::receiving::{Tried, Untried, receiving, servers, trial};
pub(crate) use self::sending::sending;

use crate::account::Account;
use crate::device::{CardFacts, Device};

/// What the settings are for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Use {
    /// Another program for mail.
    MailProgram,
    /// A printer, a scanner, a storage box; `None` for a maker that is not on the list.
    Device(Option<Box<Device>>),
    /// A website made with WordPress.
    WordPress,
    /// A business program or a script.
    Program,
}

/// The content of a card.
pub(crate) struct Sheet {
    pub(crate) title: Text,
    pub(crate) lead: AddressHint,
    pub(crate) path: String,
    pub(crate) rows: Vec<CardRow>,
    pub(crate) notes: Vec<Text>,
}

/// What a device that only knows passwords would have to be given.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Proof {
    /// The mailbox's own password.
    Usual,
    /// A password that the provider makes for one program.
    App,
    /// The same at Google, where this program itself was allowed in by consent. `company`: the company decides.
    GoogleApp { company: bool },
    /// A key of a relay service.
    Key,
    /// There is none: consent in the browser alone. `company`: its administrator knows other doors.
    /// `devices`: the makers of devices know its sign-in, which of Microsoft's is the first cloud's alone.
    ConsentOnly { company: bool, devices: bool },
}

fn proof(account: &Account) -> Proof {
    match (account.login, &account.kind) {
        (Login::Password, _) => Proof::Usual,
        (Login::AppPassword, _) => Proof::App,
        (Login::RelayKey, _) => Proof::Key,
        (Login::OAuth, AccountKind::GooglePersonal) => Proof::GoogleApp { company: false },
        (Login::OAuth, AccountKind::GoogleWorkspace) => Proof::GoogleApp { company: true },
        (Login::OAuth, AccountKind::Microsoft365) => Proof::ConsentOnly { company: true, devices: true },
        (Login::OAuth, AccountKind::Microsoft365Gov | AccountKind::Microsoft365China) => {
            Proof::ConsentOnly { company: true, devices: false }
        }
        (
            Login::OAuth,
            AccountKind::MicrosoftPersonal
            | AccountKind::Mailbox(_)
            | AccountKind::RelayService
            | AccountKind::Closed
            | AccountKind::Unknown,
        ) => Proof::ConsentOnly { company: false, devices: false },
    }
}

/// Whether a password for a device may be made, and the provider has a page for it.
pub(crate) fn makes_passwords(account: &Account, facts: &CardFacts) -> bool {
    facts.password_page && matches!(proof(account), Proof::App | Proof::GoogleApp { .. })
}

/// The submission server for other devices: the one that works, or behind a web interface that of the table.
fn server<'a>(account: &'a Account, facts: &'a CardFacts) -> Option<&'a Server> {
    if account.route == Route::Smtp { Some(&account.server) } else { facts.submission.as_ref() }
}

/// As devices write it.
pub(crate) fn written(security: Security) -> &'static str {
    match security {
        Security::Tls => "SSL/TLS",
        Security::Starttls => "STARTTLS",
    }
}

pub(crate) fn exact(label: &str, field: &str, value: &str) -> CardRow {
    CardRow {
        label: Text::new(label),
        field: field.to_owned(),
        value: Text::new("as-it-is").with("value", value),
        exact: true,
    }
}
