//! The three encodings of Japanese from before UTF-8: Shift_JIS (as Windows has it), EUC-JP and ISO-2022-JP. All three
//! number the same table, JIS X 0208. What is no letter becomes U+FFFD, and never swallows markup.

/// 94 rows of 94 cells, UTF-16, big-endian, 0 where there is none: what Windows code page 932 makes of JIS X 0208.
const LETTERS: &[u8] = include_bytes!("../../data/jis-x-0208.bin");
const CELLS: u8 = 94;
const NONE: char = '\u{fffd}';
const ESCAPE: u8 = 0x1b;

/// The text, where `declared` (lower case) names one of the three.
pub(super) fn decode(declared: &str, body: &[u8]) -> Option<String> {
    let next: fn(&[u8]) -> (char, usize) = match declared {
        "shift_jis" | "shift-jis" | "sjis" | "x-sjis" | "windows-31j" | "cp932" | "ms932" => shift_jis,
        "euc-jp" | "x-euc-jp" | "eucjp" => euc,
        "iso-2022-jp" | "csiso2022jp" => return Some(with_shifts(body)),
        _ => return None,
    };
    let mut text = String::with_capacity(body.len());
    let mut rest = body;
    while !rest.is_empty() {
        let (letter, length) = next(rest);
        text.push(letter);
        rest = rest.get(length..).unwrap_or_default();
    }
    Some(text)
}

/// The first letter, and its length in bytes.
fn shift_jis(bytes: &[u8]) -> (char, usize) {
    match bytes {
        [byte @ ..=0x7f, ..] => (char::from(*byte), 1),
        [byte @ 0xa1..=0xdf, ..] => (half_width(*byte), 1),
        [lead @ (0x81..=0x9f | 0xe0..=0xef), trail @ (0x40..=0x7e | 0x80..=0xfc), ..] => {
            let pair = if *lead < 0xa0 { lead - 0x81 } else { lead - 0xc1 };
            let (odd, cell) = match trail {
                0x9f.. => (1, trail - 0x9f),
                0x80.. => (0, trail - 0x41),
                _ => (0, trail - 0x40),
            };
            (letter(2 * pair + odd, cell), 2)
        }
        _ => (NONE, 1),
    }
}

fn euc(bytes: &[u8]) -> (char, usize) {
    match bytes {
        [byte @ ..=0x7f, ..] => (char::from(*byte), 1),
        [0x8e, byte @ 0xa1..=0xdf, ..] => (half_width(*byte), 2),
        // JIS X 0212: rare letters, of which there is no table here.
        [0x8f, 0xa1..=0xfe, 0xa1..=0xfe, ..] => (NONE, 3),
        [row @ 0xa1..=0xfe, cell @ 0xa1..=0xfe, ..] => (letter(row - 0xa1, cell - 0xa1), 2),
        _ => (NONE, 1),
    }
}

/// What the bytes mean in ISO-2022-JP since the last escape.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Shift {
    Ascii,
    HalfWidth,
    Table,
    /// A table that is not here.
    Unknown,
}

/// ISO-2022-JP. Between the shifts bytes look like ASCII and like markup, and are none.
pub(super) fn with_shifts(body: &[u8]) -> String {
    let mut text = String::with_capacity(body.len());
    let mut rest = body;
    let mut shift = Shift::Ascii;
    while let Some((byte, after)) = rest.split_first() {
        rest = after;
        match (*byte, after, shift) {
            (ESCAPE, [b'$', b'(', _, tail @ ..], _) => (shift, rest) = (Shift::Unknown, tail),
            (ESCAPE, [b'$', b'@' | b'B', tail @ ..], _) => (shift, rest) = (Shift::Table, tail),
            (ESCAPE, [b'$', _, tail @ ..], _) => (shift, rest) = (Shift::Unknown, tail),
            (ESCAPE, [b'(', b'I', tail @ ..], _) => (shift, rest) = (Shift::HalfWidth, tail),
            (ESCAPE, [b'(', _, tail @ ..], _) => (shift, rest) = (Shift::Ascii, tail),
            (row @ 0x21..=0x7e, [cell @ 0x21..=0x7e, tail @ ..], Shift::Table) => {
                text.push(letter(row - 0x21, cell - 0x21));
                rest = tail;
            }
            (byte @ 0x21..=0x5f, _, Shift::HalfWidth) => text.push(half_width(byte | 0x80)),
            (byte, _, Shift::Ascii) if byte.is_ascii() => text.push(char::from(byte)),
            (_, _, Shift::Ascii | Shift::HalfWidth | Shift::Table | Shift::Unknown) => text.push(NONE),
        }
    }
    text
}

/// The letter in a row and a cell, both from 0.
fn letter(row: u8, cell: u8) -> char {
    let at = 2 * (usize::from(row) * usize::from(CELLS) + usize::from(cell));
    let unit = LETTERS.get(at..at + 2).and_then(|pair| pair.try_into().ok()).map_or(0, u16::from_be_bytes);
    char::from_u32(u32::from(unit)).filter(|letter| cell < CELLS && *letter != '\0').unwrap_or(NONE)
}

/// Katakana of half the width, by their byte in JIS X 0201 (0xa1 to 0xdf).
fn half_width(byte: u8) -> char {
    char::from_u32(0xff61 + u32::from(byte.saturating_sub(0xa1))).unwrap_or(NONE)
}
