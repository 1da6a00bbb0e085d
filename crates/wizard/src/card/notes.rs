//! What has to be known besides: limits of the device, and the roads that are left where it cannot use the account.

use contract::{Language, Route, Text};

use super::{Proof, Use};
use crate::account::Account;
use crate::device::{Device, OauthOn};

/// The notes of a card for sending, the weightiest first.
pub(super) fn all(account: &Account, proof: Proof, purpose: &Use, language: Language) -> Vec<Text> {
    let mut notes = Vec::new();
    match purpose {
        Use::MailProgram => {
            if matches!(proof, Proof::GoogleApp { .. }) {
                notes.push(Text::new("card-note-google-sign-in"));
            }
        }
        Use::WordPress => notes.push(Text::new("card-note-wordpress")),
        Use::Program | Use::Device(None) => {}
        Use::Device(Some(device)) => notes.extend(of_device(device, proof, language)),
    }
    if !matches!(purpose, Use::MailProgram) {
        notes.extend(other_roads(account, proof));
    }
    notes.push(Text::new("card-note-sender"));
    if let Use::Device(device) = purpose {
        if device.as_ref().is_none_or(|device| !device.has_note("old-tls")) {
            notes.push(Text::new("card-note-tls"));
        }
        if device.is_some() {
            notes.push(Text::new("card-note-menus"));
        }
    }
    notes
}

fn of_device(device: &Device, proof: Proof, language: Language) -> Vec<Text> {
    let mut notes = Vec::new();
    let maker = device.name.in_language(language);
    let wanted = match proof {
        Proof::GoogleApp { .. } => Some("google"),
        Proof::ConsentOnly { devices: true, .. } => Some("microsoft"),
        Proof::ConsentOnly { devices: false, .. } | Proof::Usual | Proof::App | Proof::Key => None,
    };
    if let OauthOn::SomeModels { models, .. } = &device.oauth
        && wanted.is_some_and(|wanted| device.oauth.takes(wanted))
    {
        if wanted == Some("google") {
            notes.push(Text::new("card-note-consent-too").with("maker", maker));
        }
        if !models.is_empty() {
            notes.push(Text::new("card-note-models").with("models", models.as_str()));
        }
    }
    let takes_password = !matches!(proof, Proof::ConsentOnly { .. });
    if let Some(most) = device.password_max
        && takes_password
    {
        notes.push(Text::new("card-note-password-max").with("count", i32::from(most)));
    }
    let own = device.notes.iter().filter(|name| takes_password || *name != "password-of-one-model");
    notes.extend(own.map(|name| Text::new(format!("card-note-{name}"))));
    notes
}

/// Where a device cannot use the account, or the company may have closed the door: what is left.
fn other_roads(account: &Account, proof: Proof) -> Vec<Text> {
    let texts: &[&str] = match proof {
        Proof::ConsentOnly { devices: true, .. } if account.route != Route::Smtp => {
            &["card-note-microsoft-closed", "card-note-microsoft-password", "card-note-microsoft-ways"]
        }
        // The date, and HVE, are those of the first cloud.
        Proof::ConsentOnly { devices: true, .. } => {
            &["card-note-microsoft-password", "card-note-microsoft-ways"]
        }
        Proof::ConsentOnly { devices: false, .. } => &["card-note-other-address"],
        Proof::GoogleApp { company: true } => &["card-note-google-relay"],
        Proof::GoogleApp { company: false } | Proof::Usual | Proof::App | Proof::Key => &[],
    };
    texts.iter().map(|id| Text::new(*id)).collect()
}
