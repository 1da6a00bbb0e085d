//! The words of a server, made harmless.

use contract::Said;

use crate::Words;

/// Most characters that are shown.
const MOST_SHOWN: usize = 300;
/// More characters than this are not even looked at.
const MOST_READ: usize = 4_096;

/// A reply for showing: one line, without control, direction and invisible characters, at most 300 characters.
///
/// It stays text: a user interface never takes it for markup.
pub fn said(words: &Words) -> Said {
    let mut text = harmless(&words.text);
    if text.chars().count() > MOST_SHOWN {
        text = text.chars().take(MOST_SHOWN - 1).collect();
        text.push('…');
    }
    Said { code: words.code, enhanced: words.enhanced.map(|code| code.to_string()), text }
}

/// One line of visible characters.
pub(crate) fn harmless(text: &str) -> String {
    let mut out = String::new();
    let mut letters = text.chars().take(MOST_READ).peekable();
    let mut gap = false;
    while let Some(letter) = letters.next() {
        if letter == '\u{1b}' || letter == '\u{9b}' {
            skip_escape(letter, &mut letters);
        } else if letter.is_whitespace() {
            gap = true;
        } else if is_visible(letter) {
            if gap && !out.is_empty() {
                out.push(' ');
            }
            gap = false;
            out.push(letter);
        }
    }
    out
}

/// Passes over one terminal sequence (ECMA-48): CSI up to its final byte, OSC and its kin up to BEL or ST.
fn skip_escape(start: char, letters: &mut std::iter::Peekable<impl Iterator<Item = char>>) {
    let kind = if start == '\u{9b}' { Some('[') } else { letters.next_if(|next| "[]P^_X".contains(*next)) };
    match kind {
        Some('[') => {
            while letters.next_if(|next| ('\u{20}'..='\u{3f}').contains(next)).is_some() {}
            letters.next_if(|next| ('\u{40}'..='\u{7e}').contains(next));
        }
        Some(_) => {
            while let Some(next) = letters.next_if(|next| *next != '\u{1b}' && *next != '\n') {
                if next == '\u{7}' || next == '\u{9c}' {
                    return;
                }
            }
            if letters.next_if(|next| *next == '\u{1b}').is_some() {
                letters.next_if(|next| *next == '\\');
            }
        }
        None => {
            letters.next_if(char::is_ascii_graphic);
        }
    }
}

fn is_visible(letter: char) -> bool {
    let hidden = letter.is_control()
        || matches!(
            letter,
            '\u{ad}'
                | '\u{34f}'
                | '\u{61c}'
                | '\u{115f}'
                | '\u{1160}'
                | '\u{17b4}'
                | '\u{17b5}'
                | '\u{180b}'..='\u{180f}'
                | '\u{200b}'..='\u{200f}'
                | '\u{202a}'..='\u{202e}'
                | '\u{2060}'..='\u{206f}'
                | '\u{3164}'
                | '\u{fe00}'..='\u{fe0f}'
                | '\u{feff}'
                | '\u{ffa0}'
                | '\u{fff0}'..='\u{fffb}'
                | '\u{e0000}'..='\u{e0fff}'
        );
    !hidden
}
