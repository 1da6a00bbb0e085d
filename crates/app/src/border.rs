//! The border to the web view: what is longer than anything a person types or drops is not taken from it, and it shows
//! the program's own pages alone.

use contract::{Command, SecretSlot};

/// No draft is longer in letters: what a browser says of an error is the longest thing that is pasted.
const LONGEST_DRAFT: usize = 4_096;
/// Longer secrets are no password.
const LONGEST_SECRET: usize = 4_096;
/// The longest file of a registration: one byte more than is taken, each of three bytes where it is no text.
const LONGEST_FILE: usize = 3 * (64 * 1024 + 1);
/// No screen has more fields.
const MOST_FIELDS: usize = 8;

/// A command as it may pass. What is too long is cut and the press itself let through: a button that does nothing, "Stop"
/// among them, would hold the person fast.
pub fn fitted(command: Command) -> Command {
    match command {
        Command::Edit { mut field } => {
            cut(&mut field.text);
            Command::Edit { field }
        }
        Command::Press { action, target, mut fields } => {
            fields.truncate(MOST_FIELDS);
            for field in &mut fields {
                cut(&mut field.text);
            }
            // What names no target of the view presses nothing.
            let target = target.map(|mut target| {
                cut(&mut target);
                target
            });
            Command::Press { action, target, fields }
        }
        Command::SetLanguage { .. } => command,
    }
}

fn cut(text: &mut String) {
    if let Some((end, _)) = text.char_indices().nth(LONGEST_DRAFT) {
        text.truncate(end);
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

/// Whether a page is one of the program's own: the window goes to no other.
pub fn is_own_page(scheme: &str, host: Option<&str>) -> bool {
    match scheme {
        "tauri" => host == Some("localhost"),
        "http" | "https" => host == Some("tauri.localhost"),
        _ => false,
    }
}

/// A size for everything in the window, from half to four times (WCAG 2.2, 1.4.10); what is no size is none.
pub fn zoom(factor: f64) -> f64 {
    if factor.is_finite() { factor.clamp(0.5, 4.0) } else { 1.0 }
}

#[cfg(test)]
mod tests {
    use contract::{Action, Field, FieldId};

    use super::*;

    fn field(letter: &str, length: usize) -> Field {
        Field { id: FieldId::PageText, text: letter.repeat(length) }
    }

    #[test]
    fn what_is_longer_than_anything_pasted_is_cut_and_the_press_let_through() {
        let press = |fields: Vec<Field>, target: Option<String>| Command::Press {
            action: Action::Cancel,
            target,
            fields,
        };
        for letter in ["a", "あ", "\u{1f600}"] {
            let whole = press(vec![field(letter, 4_096); 8], Some("hanako@example.jp".into()));
            assert_eq!(fitted(whole.clone()), whole);
            assert_eq!(
                fitted(press(vec![field(letter, 9_999); 9], None)),
                press(vec![field(letter, 4_096); 8], None)
            );
            let edit = |length| Command::Edit { field: field(letter, length) };
            assert_eq!(fitted(edit(4_097)), edit(4_096));
        }
        assert_eq!(
            fitted(press(Vec::new(), Some("a".repeat(9_999)))),
            press(Vec::new(), Some("a".repeat(4_096)))
        );
    }

    #[test]
    fn the_window_goes_to_the_programs_own_pages_alone() {
        for (scheme, host) in
            [("tauri", "localhost"), ("http", "tauri.localhost"), ("https", "tauri.localhost")]
        {
            assert!(is_own_page(scheme, Some(host)), "{scheme}://{host}");
        }
        for (scheme, host) in [
            ("https", Some("example.com")),
            ("http", Some("localhost")),
            ("tauri", Some("example.com")),
            ("https", Some("tauri.localhost.example.com")),
            ("file", None),
            ("data", None),
            ("about", None),
            ("javascript", None),
            ("mailto", None),
        ] {
            assert!(!is_own_page(scheme, host), "{scheme}://{host:?}");
        }
    }

    #[test]
    fn letters_have_a_size_that_can_be_read() {
        for (asked, given) in
            [(1.5, 1.5), (0.0, 0.5), (-3.0, 0.5), (900.0, 4.0), (f64::NAN, 1.0), (f64::INFINITY, 1.0)]
        {
            assert!((zoom(asked) - given).abs() < f64::EPSILON, "{asked}");
        }
    }

    #[test]
    fn a_secret_that_is_longer_than_any_does_not_pass() {
        assert!(lets_secret_pass(SecretSlot::Password, &"a".repeat(4_096)));
        assert!(!lets_secret_pass(SecretSlot::Password, &"a".repeat(4_097)));
        assert!(lets_secret_pass(SecretSlot::KeyFile, &"a".repeat(64 * 1024)));
        assert!(!lets_secret_pass(SecretSlot::KeyFile, &"a".repeat(200_000)));
    }
}
