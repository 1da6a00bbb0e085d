//! The placeholders of the format, in host names, user names and words. Several may stand in one value.

use contract::UserName;

use super::words::plain;
use crate::names;

/// What a provider calls a user name is cut to so many characters.
const LONGEST_NAME: usize = 80;

/// For whom a file is read.
pub(super) struct Reader<'a> {
    /// Lower case, A-labels.
    pub(super) domain: &'a str,
    /// Placeholders of the file's own (without their `%`), and what the person is asked for by them.
    pub(super) asked: Vec<(String, String)>,
}

impl Reader<'_> {
    /// What the person is asked for by a placeholder. One that the file does not explain was forgotten to be filled in.
    fn words(&self, name: &str) -> Option<UserName> {
        let (_, label) = self.asked.iter().find(|(key, _)| key.eq_ignore_ascii_case(name))?;
        // Braces are the marks of our own templates.
        let words = plain(label, LONGEST_NAME).filter(|words| !words.contains(['{', '}']))?;
        Some(UserName::Template(words))
    }
}

/// A piece of a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Piece<'a> {
    Text(&'a str),
    Address,
    Local,
    Domain,
    /// Something between two `%` that is not known here; a number of the customer's, for example.
    Unknown(&'a str),
}

const KNOWN: [(&str, Piece<'static>); 3] = [
    ("%EMAILADDRESS%", Piece::Address),
    ("%EMAILLOCALPART%", Piece::Local),
    ("%EMAILDOMAIN%", Piece::Domain),
];

/// A host name (lower case, A-labels); `None` when it is none. The part before the `@` is not known here.
pub(super) fn host(value: &str, domain: &str) -> Option<String> {
    let host = names::to_ascii(&words(value, domain)?)?;
    // These names stand for the computer itself (RFC 6761).
    (!host.ends_with(".localhost")).then_some(host)
}

/// Words or an address of a page, in which only the domain can be filled in; `None` when it holds something else.
pub(super) fn words(value: &str, domain: &str) -> Option<String> {
    let mut text = String::new();
    for piece in pieces(value) {
        match piece {
            Piece::Text(piece) => text.push_str(piece),
            Piece::Domain => text.push_str(domain),
            Piece::Address | Piece::Local | Piece::Unknown(_) => return None,
        }
    }
    Some(text)
}

/// The form of a user name. A fixed one is read as the address: in a file for everybody it is nobody's name. One that
/// only the person knows becomes what the provider calls it. `None` when it holds more that cannot be filled in.
pub(super) fn user_name(value: &str, reader: &Reader<'_>) -> Option<UserName> {
    let is_strange = |letter: char| letter.is_control() || (letter.is_whitespace() && letter != ' ');
    if value.chars().any(|letter| is_strange(letter) || matches!(letter, '{' | '}' | '\u{fffd}')) {
        return None;
    }
    let pieces = pieces(value);
    if let [Piece::Unknown(name)] = pieces.as_slice() {
        return reader.words(name);
    }
    let mut form = String::new();
    let mut is_fixed = true;
    for piece in pieces {
        is_fixed &= matches!(piece, Piece::Text(_));
        form.push_str(match piece {
            Piece::Text(text) => text,
            Piece::Address => "{address}",
            Piece::Local => "{local}",
            Piece::Domain => "{domain}",
            Piece::Unknown(_) => return None,
        });
    }
    let at_domain =
        form.strip_prefix("{local}@").is_some_and(|rest| rest.eq_ignore_ascii_case(reader.domain));
    Some(match form.as_str() {
        "{address}" | "{local}@{domain}" => UserName::Address,
        "{local}" => UserName::LocalPart,
        _ if is_fixed || at_domain => UserName::Address,
        _ => UserName::Template(form),
    })
}

fn pieces(value: &str) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    let mut rest = value;
    let mut searched = 0;
    while let Some(place) = rest.get(searched..).and_then(|tail| tail.find('%')).map(|place| place + searched)
    {
        let (before, tail) = rest.split_at(place);
        let Some((piece, length)) = placeholder(tail) else {
            // A lone `%` is a letter like any other (`local%domain`).
            searched = place + 1;
            continue;
        };
        if !before.is_empty() {
            pieces.push(Piece::Text(before));
        }
        pieces.push(piece);
        rest = tail.get(length..).unwrap_or_default();
        searched = 0;
    }
    if !rest.is_empty() {
        pieces.push(Piece::Text(rest));
    }
    pieces
}

/// The placeholder with which `text` begins, and its length. At the end the second `%` is often forgotten.
fn placeholder(text: &str) -> Option<(Piece<'_>, usize)> {
    for (name, piece) in KNOWN {
        let is_cut = name.strip_suffix('%').is_some_and(|name| text.eq_ignore_ascii_case(name));
        if is_cut || text.get(..name.len()).is_some_and(|start| start.eq_ignore_ascii_case(name)) {
            return Some((piece, name.len().min(text.len())));
        }
    }
    let (name, _) = text.strip_prefix('%')?.split_once('%')?;
    // Two letters between `%` are an octet of the address of a page.
    let is_name = name.len() > 2 && name.bytes().all(|byte| byte.is_ascii_alphabetic() || byte == b'_');
    is_name.then_some((Piece::Unknown(name), name.len() + 2))
}
