//! What a person types as their address: folded to half-width, stripped of what does not belong to it, checked.

use unicode_normalization::UnicodeNormalization;

use crate::names;

/// Longer input is no address (RFC 5321 section 4.5.3.1 allows 254 characters; brackets and a name may stand around).
const LONGEST_INPUT: usize = 1000;
/// Longest part before the `@` (RFC 5321 section 4.5.3.1.1).
const LONGEST_LOCAL: usize = 64;

/// A whole address.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Address {
    /// `local@domain`; the domain in lower case, as A-labels.
    pub address: String,
    /// The part before the `@`, in the case in which it was typed.
    pub local: String,
    /// The part after the `@`, lower case, A-labels (RFC 5890).
    pub domain: String,
    /// True when something was folded or dropped, so that the person is told.
    pub changed: bool,
    /// The same address with a well-known domain in place of a likely mistake. Offered, never applied.
    pub suggestion: Option<String>,
}

/// Why the text is no address yet.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum AddressError {
    /// Something is missing or cannot stand there.
    #[error("not a whole address")]
    Incomplete {
        /// What was probably meant, when a well-known domain is near (`docomo.ne,jp`).
        suggestion: Option<String>,
    },
}

/// Reads what was typed or pasted: full-width characters (`＠`, `。`), spaces, `mailto:` and `Name <a@b>` are folded.
///
/// # Errors
/// [`AddressError::Incomplete`] when no whole address is left.
pub fn read_address(input: &str) -> Result<Address, AddressError> {
    let incomplete = |suggestion| AddressError::Incomplete { suggestion };
    if input.len() > LONGEST_INPUT {
        return Err(incomplete(None));
    }
    let folded = fold(input);
    let Some((local, typed_domain)) = folded.rsplit_once('@') else { return Err(incomplete(None)) };
    let local_is_whole = is_local(local);
    let suggestion = providers::nearest_domain(typed_domain)
        .filter(|_| local_is_whole)
        .map(|near| format!("{local}@{near}"));
    let Some(domain) = names::to_ascii(typed_domain).filter(|_| local_is_whole) else {
        return Err(incomplete(suggestion));
    };
    Ok(Address {
        address: format!("{local}@{domain}"),
        local: local.to_owned(),
        // Spaces of the Japanese keyboard are told; those that copying leaves are not.
        changed: folded != input.trim_ascii(),
        suggestion,
        domain,
    })
}

/// The text in half-width, without spaces, `mailto:` and what stands around the brackets.
fn fold(input: &str) -> String {
    let narrow: String = input.nfkc().filter(|letter| !is_invisible(*letter)).map(as_ascii).collect();
    let inner = match (narrow.rfind('<'), narrow.rfind('>')) {
        (Some(open), Some(close)) if open < close => narrow.get(open + 1..close).unwrap_or(&narrow),
        (Some(_) | None, Some(_) | None) => &narrow,
    };
    let solid: String = inner.chars().filter(|letter| !letter.is_whitespace()).collect();
    let bare = match solid.get(..7) {
        Some(scheme) if scheme.eq_ignore_ascii_case("mailto:") => {
            let rest = solid.get(7..).unwrap_or_default();
            rest.split_once('?').map_or(rest, |(address, _)| address)
        }
        Some(_) | None => &solid,
    };
    let edges = ['<', '>', '(', ')', '"', '\'', ',', ';', ':', '.'];
    let bare = bare.trim_matches(edges);
    straighten_dashes(bare)
}

/// In a domain of ASCII letters a long-vowel mark or a dash is a hyphen that the Japanese keyboard made.
fn straighten_dashes(text: &str) -> String {
    let dash = |letter: char| matches!(letter, '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{30fc}');
    if text.chars().all(|letter| letter.is_ascii() || dash(letter)) {
        text.chars().map(|letter| if dash(letter) { '-' } else { letter }).collect()
    } else {
        text.to_owned()
    }
}

/// The ideographic full stop and comma are what the Japanese keyboard makes of `.` and `,`.
fn as_ascii(letter: char) -> char {
    match letter {
        '\u{3002}' => '.',
        '\u{3001}' => ',',
        _ => letter,
    }
}

fn is_invisible(letter: char) -> bool {
    letter.is_control() && !letter.is_whitespace()
        || matches!(letter, '\u{ad}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{2064}' | '\u{2066}'..='\u{2069}' | '\u{fe0f}' | '\u{feff}')
}

/// Unquoted local parts only (RFC 5322 dot-atom); Japanese carriers gave out dots in a row and at the end, so dots are
/// not judged.
fn is_local(text: &str) -> bool {
    !text.is_empty()
        && text.len() <= LONGEST_LOCAL
        && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"!#$%&'*+-/=?^_`{|}~.".contains(&byte))
}
