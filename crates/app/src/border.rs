//! The limits of the border: what is longer than anything a person types or drops is not taken from the web view.

use contract::{Command, SecretSlot};

/// Longer drafts are no address and no host name.
const LONGEST_DRAFT: usize = 1_024;
/// Longer secrets are no password.
const LONGEST_SECRET: usize = 4_096;
/// The longest file of a registration: one byte more than is taken, each of three bytes where it is no text.
const LONGEST_FILE: usize = 3 * (64 * 1024 + 1);
/// No screen has more fields.
const MOST_FIELDS: usize = 8;

/// Whether a command may pass.
pub fn lets_pass(command: &Command) -> bool {
    match command {
        Command::Edit { field } => field.text.len() <= LONGEST_DRAFT,
        Command::Press { fields, target, .. } => {
            fields.len() <= MOST_FIELDS
                && fields.iter().all(|field| field.text.len() <= LONGEST_DRAFT)
                && target.as_ref().is_none_or(|target| target.len() <= LONGEST_DRAFT)
        }
        Command::SetLanguage { .. } => true,
    }
}

/// Whether a secret may pass.
pub fn lets_secret_pass(slot: SecretSlot, secret: &str) -> bool {
    let most = match slot {
        SecretSlot::AppPassword | SecretSlot::Password | SecretSlot::RelayKey => LONGEST_SECRET,
        SecretSlot::KeyFile => LONGEST_FILE,
    };
    secret.len() <= most
}

#[cfg(test)]
mod tests {
    use contract::{Action, Field, FieldId};

    use super::*;

    fn field(length: usize) -> Field {
        Field { id: FieldId::Address, text: "a".repeat(length) }
    }

    #[test]
    fn what_is_longer_than_anything_typed_does_not_pass() {
        assert!(lets_pass(&Command::Edit { field: field(1_024) }));
        assert!(!lets_pass(&Command::Edit { field: field(1_025) }));
        let press = |fields: Vec<Field>, target: Option<String>| Command::Press {
            action: Action::Continue,
            target,
            fields,
        };
        assert!(lets_pass(&press(vec![field(1_024); 8], Some("a".repeat(1_024)))));
        assert!(!lets_pass(&press(vec![field(1); 9], None)));
        assert!(!lets_pass(&press(vec![field(1_025)], None)));
        assert!(!lets_pass(&press(Vec::new(), Some("a".repeat(1_025)))));
        assert!(lets_secret_pass(SecretSlot::Password, &"a".repeat(4_096)));
        assert!(!lets_secret_pass(SecretSlot::Password, &"a".repeat(4_097)));
        assert!(lets_secret_pass(SecretSlot::KeyFile, &"a".repeat(64 * 1024)));
        assert!(!lets_secret_pass(SecretSlot::KeyFile, &"a".repeat(200_000)));
    }
}
