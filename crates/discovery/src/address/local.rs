//! The part before the `@` (RFC 5321 section 4.1.2, RFC 6531).

use super::fold::straighten_dashes;

/// In octets, with the quotes (RFC 5321 section 4.5.3.1.1).
const LONGEST_LOCAL: usize = 64;

/// The canonical form: quoted only where it has to be, and then with as few backslashes as can be. `None` when it is
/// no local part. Japanese carriers gave out dots in a row and at the end, so only a dot in front is judged there.
pub(super) fn canonical(text: &str) -> Option<String> {
    let local = match text.strip_prefix('"') {
        Some(rest) => {
            let content = unescaped(rest.strip_suffix('"')?)?;
            if is_dot_atom(&content) { content } else { quoted(&content) }
        }
        None => Some(straighten_dashes(text))
            .filter(|text| !text.starts_with('.') && text.chars().all(is_atom))?,
    };
    (!local.is_empty() && local.len() <= LONGEST_LOCAL).then_some(local)
}

fn unescaped(text: &str) -> Option<String> {
    let mut content = String::new();
    let mut letters = text.chars();
    while let Some(letter) = letters.next() {
        match letter {
            '"' => return None,
            '\\' => content.push(letters.next()?),
            letter => content.push(letter),
        }
    }
    let is_readable =
        content.chars().all(|letter| !letter.is_control() && (letter == ' ' || is_written(letter)));
    (!content.is_empty() && is_readable).then_some(content)
}

fn quoted(content: &str) -> String {
    format!("\"{}\"", content.replace('\\', "\\\\").replace('"', "\\\""))
}

fn is_dot_atom(text: &str) -> bool {
    text.split('.').all(|part| !part.is_empty() && part.chars().all(is_atom))
}

/// What may stand without quotes.
fn is_atom(letter: char) -> bool {
    if letter.is_ascii() {
        letter.is_ascii_alphanumeric() || "!#$%&'*+-/=?^_`{|}~.".contains(letter)
    } else {
        is_written(letter)
    }
}

/// Letters, marks and signs; not spaces, not the punctuation that stands around an address, nothing without a shape.
fn is_written(letter: char) -> bool {
    !letter.is_control()
        && !letter.is_whitespace()
        && !matches!(letter, '\u{80}'..='\u{a1}' | '\u{ab}' | '\u{bb}' | '\u{2000}'..='\u{206f}'
            | '\u{3000}'..='\u{3004}' | '\u{3008}'..='\u{3020}' | '\u{3030}' | '\u{fe10}'..='\u{fe6f}'
            | '\u{ff00}'..='\u{ff0f}' | '\u{ff1a}'..='\u{ff20}' | '\u{ff3b}'..='\u{ff40}' | '\u{ff5b}'..='\u{ff64}'
            | '\u{e000}'..='\u{f8ff}' | '\u{fdd0}'..='\u{fdef}' | '\u{fff0}'..='\u{ffff}' | '\u{e0000}'..)
}
