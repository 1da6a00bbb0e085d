//! The card for another program or device that shall send.

use contract::{AddressHint, CardRow, Language, Route, Text, Tone};

use super::{Proof, Sheet, Use, exact, notes, proof, server, written};
use crate::account::Account;
use crate::device::OauthOn;
use crate::device::{CardFacts, Device, FieldNames};
use crate::model::Brand;

/// What the card says.
pub(crate) fn sending(account: &Account, facts: &CardFacts, purpose: &Use, language: Language) -> Sheet {
    let proof = proof(account);
    let device = match purpose {
        Use::Device(device) => device.as_deref(),
        Use::MailProgram | Use::WordPress | Use::Program => None,
    };
    let inner = lead(proof, purpose, language);
    let mut notes = notes::all(account, proof, purpose, language);
    let lead = match account.route {
        Route::Smtp => inner,
        // The door that was tried is none for a device: that comes first, then what would be so by SMTP.
        Route::GmailApi => by_web("card-lead-web-google", inner, &mut notes),
        Route::Graph | Route::GraphGov | Route::GraphChina => {
            by_web("card-lead-web-microsoft", inner, &mut notes)
        }
    };
    Sheet {
        title: title(purpose, language),
        lead,
        path: device.map(|device| device.path.clone()).unwrap_or_default(),
        rows: rows(account, facts, device, language),
        notes,
    }
}

fn by_web(id: &str, inner: AddressHint, notes: &mut Vec<Text>) -> AddressHint {
    let tone = if inner.tone == Tone::No { Tone::No } else { Tone::Care };
    // That the password was not tried is said by the card of a web interface itself.
    if inner.text.id != "card-lead-untried" {
        notes.insert(0, inner.text);
    }
    AddressHint { text: Text::new(id), tone }
}

fn title(purpose: &Use, language: Language) -> Text {
    match purpose {
        Use::MailProgram => Text::new("card-title-mail-program"),
        Use::Device(None) => Text::new("card-title-device"),
        Use::Device(Some(device)) => {
            Text::new("card-title-maker").with("maker", device.name.in_language(language))
        }
        Use::WordPress => Text::new("card-title-wordpress"),
        Use::Program => Text::new("card-title-program"),
    }
}

/// Whether it can work there. The first sentence, because all else is for nothing when it cannot.
fn lead(proof: Proof, purpose: &Use, language: Language) -> AddressHint {
    let say = |id: &str, tone| AddressHint { text: Text::new(id), tone };
    match (proof, purpose) {
        (Proof::Key, Use::Device(Some(device))) if device.password_max.is_some() => {
            let most = device.password_max.map_or(0, i32::from);
            AddressHint { text: Text::new("card-lead-key-long").with("count", most), tone: Tone::Care }
        }
        (Proof::Usual | Proof::App | Proof::Key, _) => say("card-lead-same", Tone::Yes),
        (Proof::GoogleApp { .. }, _) => say("card-lead-untried", Tone::Care),
        (Proof::ConsentOnly { .. }, Use::MailProgram) => say("card-lead-consent-program", Tone::Care),
        (Proof::ConsentOnly { .. }, Use::WordPress) => say("card-lead-consent-wordpress", Tone::Care),
        (Proof::ConsentOnly { .. }, Use::Program) => say("card-lead-consent-code", Tone::Care),
        (Proof::ConsentOnly { .. }, Use::Device(None)) => say("card-lead-consent-device", Tone::Care),
        (Proof::ConsentOnly { company, devices }, Use::Device(Some(device))) => {
            let (id, tone) = match device.oauth {
                // No model is known to take a personal account, or one of another cloud.
                OauthOn::SomeModels { .. } if devices && device.oauth.takes("microsoft") => {
                    ("card-lead-consent-some", Tone::Care)
                }
                // A company may still have passwords on; a personal account has none to send with.
                OauthOn::None if company => ("card-lead-consent-none-company", Tone::Care),
                OauthOn::NotFound if company => ("card-lead-consent-not-found-company", Tone::Care),
                OauthOn::None => ("card-lead-consent-none", Tone::No),
                OauthOn::NotFound => ("card-lead-consent-not-found", Tone::No),
                OauthOn::SomeModels { .. } | OauthOn::Unknown => ("card-lead-consent-unknown", Tone::Care),
            };
            let text = Text::new(id).with("maker", device.name.in_language(language));
            AddressHint { text, tone }
        }
    }
}

fn rows(account: &Account, facts: &CardFacts, device: Option<&Device>, language: Language) -> Vec<CardRow> {
    let unknown = FieldNames::default();
    let fields = device.map_or(&unknown, |device| &device.fields);
    let named = |names: &Brand| names.in_language(language).to_owned();
    let mut rows = Vec::new();
    if let Some(server) = server(account, facts) {
        rows.push(exact("card-server", &named(&fields.server), &server.host));
        rows.push(exact("card-port", &named(&fields.port), &server.port.to_string()));
        rows.push(exact("card-security", &named(&fields.security), written(server.security)));
    }
    rows.push(exact("card-user-name", &named(&fields.user_name), &account.user_name));
    rows.push(exact("card-sender", &named(&fields.sender), &account.address));
    rows.push(CardRow {
        label: Text::new("card-password"),
        field: named(&fields.password),
        value: password(account, proof(account), language),
        exact: false,
    });
    rows
}

/// Which password to use; never the password.
pub(super) fn password(account: &Account, proof: Proof, language: Language) -> Text {
    match proof {
        Proof::Usual => Text::new("card-password-usual"),
        Proof::App => {
            let name = account.name.in_language(language);
            let name = if name.is_empty() { account.server.host.as_str() } else { name };
            Text::new("card-password-app").with("provider", name)
        }
        Proof::GoogleApp { company: false } => Text::new("card-password-google"),
        Proof::GoogleApp { company: true } => Text::new("card-password-workspace"),
        Proof::Key => Text::new("card-password-key"),
        Proof::ConsentOnly { company: false, .. } => Text::new("card-password-none"),
        Proof::ConsentOnly { company: true, .. } => Text::new("card-password-company"),
    }
}
