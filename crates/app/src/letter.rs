//! A letter as a link for the program for mail (RFC 6068).

use contract::{Arg, Language, Screen, Text, View};

/// A link that is longer is cut by Windows and by some programs for mail; then the subject goes alone, and the page has
/// copied the rest.
const LONGEST: usize = 1_900;

/// The link for the letter of a card in a language.
pub(crate) fn mailto(view: &View, language: Language) -> Option<String> {
    let written = words::written(view.clone());
    let Screen::Problem { letter, .. } = &written.screen else { return None };
    let letter = letter.iter().find(|letter| letter.language == language)?;
    let subject = format!("mailto:?subject={}", encoded(&sentence(&letter.subject)));
    let whole = format!("{subject}&body={}", encoded(&sentence(&letter.body).replace('\n', "\r\n")));
    Some(if whole.len() > LONGEST { subject } else { whole })
}

fn sentence(text: &Text) -> String {
    match text.args.get("value") {
        Some(Arg::Word(sentence)) => sentence.replace('\u{200b}', ""),
        Some(Arg::Number(_)) | None => String::new(),
    }
}

/// Percent-encoding of all but the unreserved characters (RFC 3986, 2.3).
fn encoded(text: &str) -> String {
    let mut out = String::with_capacity(text.len() * 3);
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            out.push(char::from(byte));
        } else {
            out.push_str(&format!("%{byte:02X}"));
        }
    }
    out
}
