//! Finding the one address in what was pasted: names, brackets, `mailto:`, spaces and punctuation around it.

use super::fold;

/// Brackets in which Japanese and other texts put an address.
const PAIRS: [(char, char); 9] = [
    ('「', '」'),
    ('『', '』'),
    ('【', '】'),
    ('〈', '〉'),
    ('《', '》'),
    ('〔', '〕'),
    ('“', '”'),
    ('‘', '’'),
    ('(', ')'),
];
/// Punctuation that a text leaves before or behind an address.
const EDGES: [char; 8] = ['<', '>', '(', ')', ',', ';', ':', '.'];

/// The two halves of an address, not yet checked.
pub(super) struct Pasted {
    pub(super) local: String,
    pub(super) domain: String,
}

/// The only address in a text of narrow characters; `None` when there is none or more than one.
pub(super) fn only_address(text: &str) -> Option<Pasted> {
    let inner = inside_brackets(without_comment(text.trim()))?;
    let decoded = without_scheme(inner.trim());
    let bare = without_edges(decoded.trim());
    let mut signs = unquoted(bare).into_iter().filter(|(_, letter)| *letter == '@');
    let (place, _) = signs.next()?;
    if signs.next().is_some() {
        return None;
    }
    let local = without_name(bare.get(..place)?)?;
    let domain = solid(bare.get(place + 1..)?)?;
    Some(Pasted { local, domain })
}

/// What stands in the only brackets with an `@`, or the whole text.
fn inside_brackets(text: &str) -> Option<&str> {
    for (open, close) in std::iter::once(('<', '>')).chain(PAIRS) {
        let mut found = None;
        let mut start = None;
        for (place, letter) in unquoted(text) {
            if letter == open {
                start = Some(place + letter.len_utf8());
            } else if letter == close {
                let inner = start.take().and_then(|start| text.get(start..place));
                if let Some(inner) = inner.filter(|inner| has_at(inner)) {
                    if found.is_some() {
                        return None;
                    }
                    found = Some((inner, text.get(place + letter.len_utf8()..)?));
                }
            }
        }
        if let Some((inner, after)) = found {
            let before = text.split(inner).next().unwrap_or_default();
            // A name may hold the address again; a list has a comma behind each.
            let is_list = before.contains([',', ';']) && has_at(before);
            return (!is_list && !has_at(after)).then_some(inner);
        }
    }
    Some(text)
}

/// Without a name behind the address, as old programs write it: `taro@example.jp (Yamada)`.
fn without_comment(text: &str) -> &str {
    let comment = text.strip_suffix(')').and_then(|text| text.rsplit_once('('));
    let address = comment.map(|(address, _)| address);
    address.filter(|address| address.ends_with(char::is_whitespace) && has_at(address)).unwrap_or(text)
}

/// Without `mailto:` and what follows the address there (RFC 6068).
fn without_scheme(text: &str) -> String {
    let Some(rest) = text.get(..7).filter(|scheme| scheme.eq_ignore_ascii_case("mailto:")).and(text.get(7..))
    else {
        return text.to_owned();
    };
    let (path, query) = rest.split_once('?').unwrap_or((rest, ""));
    let to = query.split('&').find_map(|field| field.strip_prefix("to=")).filter(|_| path.is_empty());
    fold::narrow(&fold::percent_decoded(to.unwrap_or(path)))
}

fn without_edges(text: &str) -> &str {
    let is_bracket = |letter: char| PAIRS.iter().any(|(open, close)| letter == *open || letter == *close);
    let is_edge = |letter: char| letter.is_whitespace() || EDGES.contains(&letter) || is_bracket(letter);
    let has_quotes = text.ends_with(|letter| letter == '\'' || is_edge(letter)) && text.starts_with('\'');
    let text = text.trim_end_matches(|letter| is_edge(letter) || matches!(letter, '"' | '\'' | '!' | '?'));
    let text = text.strip_prefix('\'').filter(|_| has_quotes).unwrap_or(text).trim_start_matches(is_edge);
    // Quotes around the whole are dropped; those of a quoted part before the `@` belong to it.
    if has_at(text) && unquoted(text).len() < text.chars().count() {
        return text;
    }
    text.trim_start_matches(|letter| letter == '"' || is_edge(letter))
}

/// The part before the `@` without a name in other letters in front (`山田 taro@`). A space anywhere else could hide
/// a slip, and so is not dropped in silence.
fn without_name(text: &str) -> Option<String> {
    let text = text.trim();
    if text.starts_with('"') {
        return Some(text.to_owned());
    }
    if let Some(solid) = solid(text) {
        return Some(solid);
    }
    let (name, local) = text.rsplit_once(char::is_whitespace)?;
    (!name.is_ascii() && local.is_ascii()).then(|| local.to_owned())
}

/// The text without the spaces beside dots and at its ends; `None` when there are others.
fn solid(text: &str) -> Option<String> {
    let words: Vec<&str> = text.split_whitespace().collect();
    let mut solid = String::with_capacity(text.len());
    for word in words {
        if !solid.is_empty() && !solid.ends_with('.') && !word.starts_with('.') {
            return None;
        }
        solid.push_str(word);
    }
    Some(solid)
}

fn has_at(text: &str) -> bool {
    unquoted(text).iter().any(|(_, letter)| *letter == '@')
}

/// The characters outside of quotes, with their places. A quote that is never closed is a letter like any other.
fn unquoted(text: &str) -> Vec<(usize, char)> {
    let mut outside = Vec::new();
    let mut skipped = 0;
    for (place, letter) in text.char_indices() {
        if place < skipped {
            continue;
        }
        let end = if letter == '"' { closing_quote(text, place) } else { None };
        match end {
            Some(end) => skipped = end + 1,
            None => outside.push((place, letter)),
        }
    }
    outside
}

/// Where the quote ends that begins at `open`.
fn closing_quote(text: &str, open: usize) -> Option<usize> {
    let mut is_escaped = false;
    for (place, letter) in text.get(open + 1..)?.char_indices() {
        match letter {
            '"' if !is_escaped => return Some(open + 1 + place),
            letter => is_escaped = letter == '\\' && !is_escaped,
        }
    }
    None
}
