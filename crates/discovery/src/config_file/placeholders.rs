//! The placeholders of the format, in host names, user names and words. Several may stand in one value.

use contract::UserName;

use crate::names;

/// A piece of a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Piece<'a> {
    Text(&'a str),
    Address,
    Local,
    Domain,
    /// Something between two `%` that is not known here; the person's real name, for example.
    Unknown,
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
            Piece::Address | Piece::Local | Piece::Unknown => return None,
        }
    }
    Some(text)
}

/// The form of a user name. A missing one is the address, and so is a fixed one: in a file for everybody it is
/// nobody's name. `None` when it holds something that cannot be filled in.
pub(super) fn user_name(value: &str, domain: &str) -> Option<UserName> {
    // Braces are the marks of our own templates.
    let is_strange = |letter: char| letter.is_control() || (letter.is_whitespace() && letter != ' ');
    if value.chars().any(|letter| is_strange(letter) || matches!(letter, '{' | '}' | '\u{fffd}')) {
        return None;
    }
    let mut form = String::new();
    let mut is_fixed = true;
    for piece in pieces(value) {
        is_fixed &= matches!(piece, Piece::Text(_));
        form.push_str(match piece {
            Piece::Text(text) => text,
            Piece::Address => "{address}",
            Piece::Local => "{local}",
            Piece::Domain => "{domain}",
            Piece::Unknown => return None,
        });
    }
    let at_domain = form.strip_prefix("{local}@").is_some_and(|rest| rest.eq_ignore_ascii_case(domain));
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

/// The placeholder with which `text` begins, and its length.
fn placeholder(text: &str) -> Option<(Piece<'static>, usize)> {
    for (name, piece) in KNOWN {
        if text.get(..name.len()).is_some_and(|start| start.eq_ignore_ascii_case(name)) {
            return Some((piece, name.len()));
        }
    }
    let (name, _) = text.strip_prefix('%')?.split_once('%')?;
    // Two letters between `%` are an octet of the address of a page.
    let is_name = name.len() > 2 && name.bytes().all(|byte| byte.is_ascii_alphabetic() || byte == b'_');
    is_name.then_some((Piece::Unknown, name.len() + 2))
}
