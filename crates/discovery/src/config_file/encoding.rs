//! From bytes to the text of the document: byte order marks, declared encodings, and what a script left in front.
//!
//! Hosts, ports and element names are ASCII in every encoding that is in use, so that only words for people can be
//! lost: where they cannot be decoded (GB2312, Big5 ...) their letters become U+FFFD, and the words are dropped later.

use std::borrow::Cow;

use super::{FileFault, japanese, tree};

/// More than this in front of the document is no warning of a script any more.
const LONGEST_JUNK: usize = 8 * 1024;
/// An XML declaration is no longer than this.
const DECLARATION: usize = 200;
/// ISO-2022-JP changes to letters of two bytes with it. XML has no such character.
const TWO_BYTES: &[u8] = b"\x1b$";
/// Windows-1252 from 0x80 to 0x9f; Latin-1 has only control characters there.
const WINDOWS_1252: [char; 32] = [
    '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}', '\u{90}',
    '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
];

/// The text, whatever the bytes are.
pub(super) fn decode(body: &[u8]) -> Cow<'_, str> {
    match body {
        [0xef, 0xbb, 0xbf, rest @ ..] => eight_bits(rest),
        [0xff, 0xfe, rest @ ..] => Cow::Owned(utf16(rest, u16::from_le_bytes)),
        [0xfe, 0xff, rest @ ..] => Cow::Owned(utf16(rest, u16::from_be_bytes)),
        [b'<', 0, _, 0, ..] => Cow::Owned(utf16(body, u16::from_le_bytes)),
        [0, b'<', 0, _, ..] => Cow::Owned(utf16(body, u16::from_be_bytes)),
        _ => eight_bits(body),
    }
}

/// The document, without what does not belong to it in front.
pub(super) fn document(text: &str) -> Result<&str, FileFault> {
    let text = text.trim_start_matches(|letter: char| {
        letter.is_whitespace() || matches!(letter, '\u{feff}' | '\u{fffd}' | '\0')
    });
    let lower = text.to_ascii_lowercase();
    let begins = |(place, _): &(usize, &str)| lower.get(place + 1..).is_some_and(begins_a_document);
    let Some((start, _)) = lower.match_indices('<').find(begins) else { return Ok(text) };
    let junk = lower.get(..start).unwrap_or_default();
    // Comments and instructions may stand there by right; the parser reads them.
    if junk.is_empty() || junk.starts_with("<!") || junk.starts_with("<?") {
        return Ok(without_broken_declaration(text));
    }
    if let Some((_, kind)) = junk.split_once("<!doctype") {
        return Err(tree::refused(kind));
    }
    let is_page = ["<html", "<head", "<body", "<script"].iter().any(|tag| junk.contains(tag));
    if is_page || junk.len() > LONGEST_JUNK {
        return Err(FileFault::NotAConfiguration);
    }
    Ok(without_broken_declaration(text.get(start..).unwrap_or_default()))
}

/// A declaration that ends like a tag would take the whole document with it.
fn without_broken_declaration(text: &str) -> &str {
    let is_declaration = text.get(..5).is_some_and(|start| start.eq_ignore_ascii_case("<?xml"));
    match text.split_once('>') {
        Some((declaration, rest)) if is_declaration && !declaration.ends_with('?') => rest,
        Some(_) | None => text,
    }
}

/// What stands after a `<`, in lower case.
fn begins_a_document(tag: &str) -> bool {
    let name = tag.split(|letter: char| letter.is_whitespace() || matches!(letter, '>' | '/' | '<')).next();
    let local = name.and_then(|name| name.rsplit(':').next()).unwrap_or_default();
    tag.starts_with("?xml") || tree::ROOTS.contains(&local)
}

fn eight_bits(body: &[u8]) -> Cow<'_, str> {
    let declared = declared(body);
    let japanese = |name: &str| japanese::decode(name, body);
    let is_declared = |names: &[&str]| declared.as_deref().is_some_and(|name| names.contains(&name));
    // Its bytes are all ASCII, and so UTF-8 too: the escapes tell, whatever is declared.
    if body.is_ascii() && body.windows(TWO_BYTES.len()).any(|bytes| bytes == TWO_BYTES) {
        return Cow::Owned(japanese::with_shifts(body));
    }
    // A file that is UTF-8 and declares something else is far more frequent than the opposite.
    if let Ok(text) = std::str::from_utf8(body) {
        return Cow::Borrowed(text);
    }
    if let Some(text) = declared.as_deref().and_then(japanese) {
        return Cow::Owned(text);
    }
    if is_declared(&[
        "iso-8859-1",
        "iso8859-1",
        "iso-8859-15",
        "latin1",
        "windows-1252",
        "cp1252",
        "us-ascii",
    ]) {
        return Cow::Owned(body.iter().copied().map(latin).collect());
    }
    String::from_utf8_lossy(body)
}

/// The encoding that the XML declaration names, in lower case.
fn declared(body: &[u8]) -> Option<String> {
    let front = body.get(..body.len().min(LONGEST_JUNK + DECLARATION))?.to_ascii_lowercase();
    let start = front.windows(5).position(|bytes| bytes == b"<?xml")?;
    let declaration = front.get(start..front.len().min(start + DECLARATION))?;
    let declaration = String::from_utf8_lossy(declaration);
    let (_, rest) = declaration.split("?>").next()?.split_once("encoding")?;
    let rest = rest.trim_start().strip_prefix('=')?.trim_start();
    let quote = rest.chars().next().filter(|letter| matches!(letter, '"' | '\''))?;
    rest.get(1..)?.split_once(quote).map(|(name, _)| name.trim().to_owned())
}

fn latin(byte: u8) -> char {
    byte.checked_sub(0x80)
        .and_then(|place| WINDOWS_1252.get(usize::from(place)).copied())
        .unwrap_or(char::from(byte))
}

fn utf16(body: &[u8], unit: fn([u8; 2]) -> u16) -> String {
    let units = body.chunks_exact(2).filter_map(|pair| pair.try_into().ok()).map(unit);
    char::decode_utf16(units).map(|letter| letter.unwrap_or('\u{fffd}')).collect()
}
