//! The name of an organisation for people: whole, as it is written, with marks at what can deceive.

use super::base;
use super::confusables::{ascii_twin, skeleton};
use super::scripts::{Script, go_together, main_script, script};

/// An organisation by its registrable domain.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OrganisationName {
    /// A-labels, lower case.
    pub ascii: String,
    /// As people write it; the A-labels where they cannot be decoded.
    pub unicode: String,
    /// `unicode` in pieces, never cut; true marks characters that stand in another script than the rest of their label,
    /// or are taken for ASCII letters where the label could be taken for one of ASCII letters.
    pub pieces: Vec<(String, bool)>,
}

/// The organisation to which `host` belongs, by the Public Suffix List; the host itself where it is a suffix.
pub fn organisation(host: &str) -> OrganisationName {
    let lower = host.trim_end_matches('.').to_ascii_lowercase();
    let ascii = base(&lower).unwrap_or(&lower).to_owned();
    let unicode = unicode(&ascii);
    let mut pieces: Vec<(String, bool)> = Vec::new();
    for (place, label) in unicode.split('.').enumerate() {
        if place > 0 {
            push(&mut pieces, '.', false);
        }
        let main = main_script(label);
        // In a whole word of Cyrillic the twins are letters like any other, unless nothing but twins is there.
        let has_twins = main == Script::Latin || skeleton(label).is_ascii();
        let mut before = None;
        for letter in label.chars() {
            let is_twin = has_twins && ascii_twin(letter).is_some();
            push(&mut pieces, letter, is_twin || is_foreign(letter, main, before));
            before = Some(letter);
        }
    }
    OrganisationName { ascii, unicode, pieces }
}

/// The name as people write it, where it says the same; otherwise as it is.
pub(crate) fn unicode(ascii: &str) -> String {
    let (unicode, fault) = idna::domain_to_unicode(ascii);
    let is_same = fault.is_ok() && idna::domain_to_ascii_strict(&unicode).is_ok_and(|again| again == ascii);
    if is_same { unicode } else { ascii.to_owned() }
}

/// The name as people write it where it cannot be taken for another one, otherwise the A-labels.
pub fn shown(ascii: &str) -> String {
    let unicode = unicode(ascii);
    let is_safe = unicode.split('.').all(|label| {
        let is_known = label.chars().all(|letter| script(letter) != Script::Unknown);
        label.is_ascii() || is_known && !is_mixed_label(label) && !skeleton(label).is_ascii()
    });
    if is_safe || unicode.split('.').all(is_plain_latin) { unicode } else { ascii.to_owned() }
}

/// True when a label mixes scripts that no language mixes.
pub(crate) fn is_mixed(ascii: &str) -> bool {
    unicode(ascii).split('.').any(is_mixed_label)
}

fn is_mixed_label(label: &str) -> bool {
    let scripts: Vec<Script> = label.chars().map(script).collect();
    scripts.iter().any(|one| scripts.iter().any(|other| !go_together(*one, *other)))
}

/// Letters with accents as in German or French; none that only looks like an ASCII letter.
fn is_plain_latin(label: &str) -> bool {
    label.chars().all(|letter| {
        matches!(script(letter), Script::Latin | Script::Common) && ascii_twin(letter).is_none()
    })
}

/// An ASCII letter can be foreign, too: `почтa` with a Latin `a`.
fn is_foreign(letter: char, main: Script, before: Option<char>) -> bool {
    // The long-vowel mark behind a kana is a letter, behind anything else it looks like a hyphen.
    let is_dash = letter == '\u{30fc}'
        && !before.is_some_and(|before| matches!(script(before), Script::Hiragana | Script::Katakana));
    is_dash || script(letter) == Script::Unknown || !go_together(script(letter), main)
}

fn push(pieces: &mut Vec<(String, bool)>, letter: char, is_odd: bool) {
    match pieces.last_mut() {
        Some((text, odd)) if *odd == is_odd => text.push(letter),
        Some(_) | None => pieces.push((letter.to_string(), is_odd)),
    }
}
