//! Raw words of a server, or of a library that wrapped them, taken apart.

use submission::{Enhanced, Reply};

use crate::clean::harmless;

/// More bytes than this are not looked at.
const MOST_BYTES: usize = 16_384;

/// A reply in its parts. The text is not yet made harmless.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Words {
    /// Three digits.
    pub code: Option<u16>,
    /// The enhanced code.
    pub enhanced: Option<Enhanced>,
    /// The text without the codes.
    pub text: String,
}

impl From<&Reply> for Words {
    fn from(reply: &Reply) -> Self {
        Self { code: Some(reply.code), enhanced: reply.enhanced, text: reply.text() }
    }
}

impl Words {
    /// Takes apart what a server sent: several lines or folded into one, with or without codes, in any case and
    /// any encoding, alone or within a library's sentence.
    pub fn read(raw: &[u8]) -> Self {
        let raw = &raw[..raw.len().min(MOST_BYTES)];
        let text = String::from_utf8_lossy(raw);
        let code = find_code(&text);
        let enhanced = find_enhanced(&text, code);
        Self { code, enhanced, text: without_codes(&text, code, enhanced) }
    }

    /// For comparing: one line, lower case, nothing invisible between the letters.
    pub(crate) fn comparable(&self) -> String {
        harmless(&self.text).to_lowercase()
    }
}

/// How much a number looks like a reply code; ports look like one too.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum Likeness {
    Number,
    AtLineStart,
    BeforeEnhanced,
}

fn find_code(text: &str) -> Option<u16> {
    let mut best: Option<(Likeness, u16)> = None;
    for (at, digits) in numbers(text) {
        let Some(code) = digits.parse::<u16>().ok().filter(|code| (400..600).contains(code)) else {
            continue;
        };
        let rest = &text[at + 3..];
        let after = rest.trim_start_matches(['-', ' ', ',', ':', '\'', '"', 'b', '#', '(']);
        let before = text[..at].trim_end_matches([' ', '\t', '\'', '"', '(', '[', '{', '<']);
        let likeness = if after.len() < rest.len() && Enhanced::split(after).is_some() {
            Likeness::BeforeEnhanced
        } else if before.is_empty() || before.ends_with(['\n', '\r', ':', ',']) {
            Likeness::AtLineStart
        } else {
            Likeness::Number
        };
        if !is_other_number(text, at, code, &likeness)
            && best.as_ref().is_none_or(|(known, _)| likeness > *known)
        {
            best = Some((likeness, code));
        }
    }
    best.map(|(_, code)| code)
}

/// Whether a number is no reply code although it could be one: `took 500 ms`, `host:443`, `SMTP.php line 469`,
/// `535 customers`.
fn is_other_number(text: &str, at: usize, code: u16, likeness: &Likeness) -> bool {
    if *likeness == Likeness::BeforeEnhanced {
        return false;
    }
    if matches!(code, 443 | 465 | 587) || is_glued(&text[..at]) {
        return true;
    }
    let before = text[..at].trim_end_matches(|letter: char| letter.is_whitespace() || MARKS.contains(letter));
    let word =
        before.rsplit(|letter: char| !letter.is_alphanumeric()).next().unwrap_or_default().to_lowercase();
    if matches!(word.as_str(), "line" | "port") {
        return true;
    }
    if *likeness == Likeness::AtLineStart {
        return false;
    }
    let rest = text[at + 3..].trim_start();
    let measures = ["ms", "s ", "sec", "bytes", "%"].iter().any(|unit| rest.starts_with(unit));
    let is_marked = text[..at].trim_end().ends_with(|letter: char| MARKS.contains(letter));
    let of_http = ["HTTP/1.0", "HTTP/1.1", "HTTP/2", "HTTP/3"].iter().any(|begin| before.ends_with(begin));
    measures || !(of_http || is_marked || CALLS.contains(&word.as_str()))
}

/// Whether the text ends as `net.js:` or `host:` do, right before a number; a label such as `code:` is none.
fn is_glued(before: &str) -> bool {
    let Some(name) = before.strip_suffix(':') else { return false };
    let label = ["code", "status", "error", "reply"].iter().any(|label| {
        let at = name.len().checked_sub(label.len());
        at.and_then(|at| name.get(at..)).is_some_and(|end| end.eq_ignore_ascii_case(label))
    });
    name.ends_with(|letter: char| letter.is_ascii_alphanumeric()) && !label
}

/// Marks that libraries put before the code of a reply.
const MARKS: &str = "[(\"'<|>/=;:,-\u{2013}\u{2500}\u{2514}#`";
/// Words that libraries put before the code of a reply.
const CALLS: [&str; 24] = [
    "http",
    "code",
    "error",
    "erreur",
    "fehler",
    "smtp",
    "response",
    "reply",
    "said",
    "server",
    "got",
    "status",
    "dsn",
    "failed",
    "エラー",
    "応答",
    "command",
    "return",
    "returned",
    "returns",
    "me",
    "to",
    "log",
    "login",
];

/// Numbers of three digits that stand alone.
fn numbers(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let bytes = text.as_bytes();
    let stands_apart =
        |byte: Option<&u8>| byte.is_none_or(|byte| !byte.is_ascii_alphanumeric() && *byte != b'.');
    (0..bytes.len().saturating_sub(2)).filter_map(move |at| {
        let is_number = bytes[at..at + 3].iter().all(u8::is_ascii_digit)
            && stands_apart(at.checked_sub(1).and_then(|before| bytes.get(before)))
            && bytes.get(at + 3).is_none_or(|byte| !byte.is_ascii_alphanumeric());
        is_number.then(|| (at, &text[at..at + 3]))
    })
}

/// The first enhanced code of the reply's class; without a reply code, of any failing class.
fn find_enhanced(text: &str, code: Option<u16>) -> Option<Enhanced> {
    let class = code.map(|code| code / 100);
    text.split(|letter: char| !(letter.is_ascii_digit() || letter == '.'))
        .filter(|word| word.contains('.'))
        .filter_map(|word| Enhanced::split(word.trim_end_matches('.')).map(|(enhanced, _)| enhanced))
        .find(|enhanced| enhanced.0 != 2 && class.is_none_or(|class| class == u16::from(enhanced.0)))
}

/// The words without the repeated codes of a multi-line reply.
fn without_codes(text: &str, code: Option<u16>, enhanced: Option<Enhanced>) -> String {
    let code = code.map(|code| code.to_string()).unwrap_or_default();
    let enhanced = enhanced.map(|enhanced| enhanced.to_string()).unwrap_or_default();
    let both = format!("{code}-{enhanced}");
    let mut kept = Vec::new();
    for line in text.lines() {
        let line = line.trim();
        let line = match line.strip_prefix(code.as_str()) {
            Some(rest) if !code.is_empty() && rest.starts_with(['-', ' ']) => rest[1..].trim_start(),
            Some(_) | None => line,
        };
        let mut words = line.split_whitespace().peekable();
        while let Some(word) = words.next() {
            let is_code = word == both || (!enhanced.is_empty() && word == enhanced);
            let opens_code = !code.is_empty() && word == code && words.peek() == Some(&enhanced.as_str());
            if !is_code && !opens_code {
                kept.push(word);
            }
        }
    }
    kept.join(" ")
}
