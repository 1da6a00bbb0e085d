//! Replies of a server (RFC 5321 section 4.2), read with tolerance.

use std::fmt;

/// An enhanced status code (RFC 3463), such as `5.7.8`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Enhanced(pub u8, pub u16, pub u16);

impl Enhanced {
    /// Reads a code at the beginning of `text`; gives it and what follows.
    pub fn split(text: &str) -> Option<(Self, &str)> {
        let end = text.find(|letter: char| !(letter.is_ascii_digit() || letter == '.')).unwrap_or(text.len());
        let (code, rest) = text.split_at(end);
        let mut parts = code.split('.');
        let class: u8 = parts.next()?.parse().ok()?;
        let subject = small(parts.next()?)?;
        let detail = small(parts.next()?)?;
        let ends_well = rest.is_empty() || rest.starts_with([' ', '\t', ':', '-', ',']);
        (matches!(class, 2 | 4 | 5) && parts.next().is_none() && ends_well)
            .then(|| (Self(class, subject, detail), rest.trim_start()))
    }
}

fn small(digits: &str) -> Option<u16> {
    (digits.len() <= 3).then(|| digits.parse().ok()).flatten()
}

impl fmt::Display for Enhanced {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}.{}.{}", self.0, self.1, self.2)
    }
}

/// One whole reply. The text is the server's own and not yet made harmless (see crate `diagnosis`).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reply {
    /// Three digits, 200 to 599.
    pub code: u16,
    /// The enhanced code, where the server gave one.
    pub enhanced: Option<Enhanced>,
    /// The lines without their codes; at least one. Bytes that are not UTF-8 became U+FFFD.
    pub lines: Vec<String>,
}

impl Reply {
    /// All lines, joined by spaces.
    pub fn text(&self) -> String {
        self.lines.join(" ")
    }

    /// True for 2xx.
    pub fn is_positive(&self) -> bool {
        self.code / 100 == 2
    }

    /// The same with every occurrence of the given words taken out: a server may echo what was sent to it.
    pub(crate) fn without(mut self, words: &[&str]) -> Self {
        for line in &mut self.lines {
            for word in words.iter().filter(|word| word.len() >= 4) {
                if line.contains(word) {
                    *line = line.replace(word, "***");
                }
            }
        }
        self
    }
}

/// One line of a reply.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Line {
    pub(crate) code: u16,
    pub(crate) is_last: bool,
    pub(crate) enhanced: Option<Enhanced>,
    pub(crate) text: String,
}

impl Line {
    /// Reads a line without its line end. `None` when it does not begin with a code.
    pub(crate) fn read(line: &[u8]) -> Option<Self> {
        let (digits, rest) = line.split_at_checked(3)?;
        let code: u16 = std::str::from_utf8(digits).ok()?.parse().ok()?;
        if !(200..600).contains(&code) {
            return None;
        }
        let (is_last, rest) = match rest.split_first() {
            None => (true, rest),
            Some((b' ' | b'\t', rest)) => (true, rest),
            Some((b'-', rest)) => (false, rest),
            Some(_) => return None,
        };
        let text = String::from_utf8_lossy(rest);
        let text = text.trim();
        let (enhanced, text) =
            Enhanced::split(text).map_or((None, text), |(enhanced, text)| (Some(enhanced), text));
        Some(Self { code, is_last, enhanced, text: text.to_owned() })
    }
}
