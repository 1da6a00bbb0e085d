//! Characters that the keyboard or a copy made in place of others.

use crate::composed::{nfc, nfkc};

/// The text with full-width and other wide forms of ASCII as ASCII, without invisible characters, composed (NFC).
pub(super) fn narrow(text: &str) -> String {
    let mut narrow = String::with_capacity(text.len());
    for letter in text.chars().filter(|letter| !is_invisible(*letter)) {
        match as_ascii(letter) {
            Some(ascii) => narrow.push(ascii),
            None => {
                let mut bytes = [0; 4];
                let folded = nfkc(letter.encode_utf8(&mut bytes));
                if folded.is_ascii() {
                    narrow.push_str(&folded);
                } else {
                    narrow.push(letter);
                }
            }
        }
    }
    composed(&narrow)
}

/// Among ASCII letters a long-vowel mark or a dash is a hyphen that the Japanese keyboard made.
pub(super) fn straighten_dashes(text: &str) -> String {
    if text.chars().all(|letter| letter.is_ascii() || is_dash(letter)) {
        text.chars().map(|letter| if is_dash(letter) { '-' } else { letter }).collect()
    } else {
        text.to_owned()
    }
}

/// `%40` and its like, as `mailto:` has them (RFC 6068). What is none stays.
pub(super) fn percent_decoded(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((first, after)) = rest.split_first() {
        let octet = match (first, after) {
            (b'%', [high, low, ..]) => hex(*high).zip(hex(*low)).map(|(high, low)| high * 16 + low),
            (_, _) => None,
        };
        bytes.push(octet.unwrap_or(*first));
        rest = after.get(if octet.is_some() { 2 } else { 0 }..).unwrap_or_default();
    }
    String::from_utf8(bytes).unwrap_or_else(|_| text.to_owned())
}

/// NFC, and the narrow katakana of old terminals as the usual one.
fn composed(text: &str) -> String {
    if text.is_ascii() {
        text.to_owned()
    } else if text.chars().any(|letter| matches!(letter, '\u{ff65}'..='\u{ff9f}')) {
        nfkc(text).into_owned()
    } else {
        nfc(text).into_owned()
    }
}

fn hex(digit: u8) -> Option<u8> {
    char::from(digit).to_digit(16).and_then(|value| u8::try_from(value).ok())
}

/// The ideographic full stop and comma are what the Japanese keyboard makes of `.` and `,`.
fn as_ascii(letter: char) -> Option<char> {
    match letter {
        '\u{3002}' | '\u{ff61}' => Some('.'),
        '\u{3001}' | '\u{ff64}' => Some(','),
        letter if letter.is_ascii() => Some(letter),
        _ => None,
    }
}

fn is_dash(letter: char) -> bool {
    matches!(letter, '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{30fc}')
}

fn is_invisible(letter: char) -> bool {
    letter.is_control() && !letter.is_whitespace()
        || matches!(letter, '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}')
}
