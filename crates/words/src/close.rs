//! Japanese puts a space between its own letters and others. Where a value stands, the sentence has one, and a value that
//! is Japanese itself wants none.

use std::borrow::Cow;

/// Before and after a value, while a sentence is put together. From the private use area: no text has them.
const MARKS: [char; 2] = ['\u{e000}', '\u{e001}'];

/// A value with a mark at each end that is Japanese. Any other stays as it is: a sentence may choose by it.
pub(crate) fn marked(value: &str) -> Cow<'_, str> {
    let [begin, end] = MARKS.map(String::from);
    match (is_japanese(value.chars().next()), is_japanese(last(value))) {
        (false, false) => Cow::Borrowed(value),
        (true, true) => Cow::Owned(format!("{begin}{value}{end}")),
        (true, false) => Cow::Owned(format!("{begin}{value}")),
        (false, true) => Cow::Owned(format!("{value}{end}")),
    }
}

/// The sentence without marks, and without the spaces between a Japanese value and Japanese words.
pub(crate) fn closed(sentence: &str) -> String {
    let [begin, end] = MARKS;
    let mut closed = String::with_capacity(sentence.len());
    let mut rest = sentence.chars().peekable();
    while let Some(letter) = rest.next() {
        if letter == begin {
            let after = rest.peek().copied().filter(|letter| *letter != end);
            if closed.ends_with(' ') && is_japanese(after) && is_japanese(last(closed.trim_end_matches(' ')))
            {
                closed.pop();
            }
        } else if letter == end {
            let before = is_japanese(last(&closed));
            let mut ahead = rest.clone().filter(|letter| *letter != '\u{200b}' && *letter != begin);
            if before && ahead.next() == Some(' ') && is_japanese(ahead.next()) {
                while rest.next().is_some_and(|letter| letter != ' ') {}
            }
        } else {
            closed.push(letter);
        }
    }
    closed
}

fn last(text: &str) -> Option<char> {
    text.chars().rev().find(|letter| *letter != '\u{200b}')
}

fn is_japanese(letter: Option<char>) -> bool {
    letter.is_some_and(|letter| ('\u{2e80}'..='\u{ffef}').contains(&letter) && !MARKS.contains(&letter))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_japanese_value_stands_close() {
        for (before, value, after, whole) in [
            ("", "ドコモメール", " では", "ドコモメールでは"),
            ("", "Gmail", " では", "Gmail では"),
            ("先に、", "ベアメール", " で", "先に、ベアメールで"),
            ("これは ", "ベアメール", "です", "これはベアメールです"),
            ("POP ", "ベアメール", " は", "POP ベアメールは"),
            ("", "SMTP リレー", " の\u{200b}ページ", "SMTP リレーの\u{200b}ページ"),
            ("", "リレー", " SMTP", "リレー SMTP"),
            ("", "", " だけ", " だけ"),
        ] {
            assert_eq!(closed(&format!("{before}{}{after}", marked(value))), whole);
        }
    }
}
