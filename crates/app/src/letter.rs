//! A letter as a link for the program for mail (RFC 6068).

use contract::{Language, Screen, View};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use words::plain;

/// A link that is longer is cut by Windows and by some programs for mail; then the subject goes alone, and the page has
/// copied the rest.
const LONGEST: usize = 1_900;
/// All but the unreserved characters (RFC 3986, 2.3).
const ENCODED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// The same for an address.
const ADDRESS: &AsciiSet = &ENCODED.remove(b'@');

/// The link for the letter of a card in a language. `shown` is the View as it left, with its letters written out.
pub(crate) fn mailto(shown: &View, language: Language) -> Option<String> {
    let (Screen::Problem { letter, .. } | Screen::Records { letter, .. }) = &shown.screen else {
        return None;
    };
    let letter = letter.iter().find(|letter| letter.language == language)?;
    let encoded = |text: &str| utf8_percent_encode(text, ENCODED).to_string();
    let to = utf8_percent_encode(&letter.to, ADDRESS);
    let subject = format!("mailto:{to}?subject={}", encoded(&plain(&letter.subject)));
    let whole = format!("{subject}&body={}", encoded(&plain(&letter.body).replace('\n', "\r\n")));
    Some(if whole.len() > LONGEST { subject } else { whole })
}
