//! Words of a stranger for people: one plain line, by language.

use contract::Language;

/// Words in the languages of the program, and in the provider's own.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Localized {
    japanese: Option<String>,
    english: Option<String>,
    /// Without a language, or in another one.
    own: Option<String>,
    /// The own words name no language, and so are meant for everybody.
    own_is_for_all: bool,
}

impl Localized {
    /// The words for a reader of `language`: in it, in no language by name, in English, and at last in any.
    pub(crate) fn in_language(&self, language: Language) -> Option<&str> {
        let wanted = match language {
            Language::Ja => &self.japanese,
            Language::En => &self.english,
        };
        let for_all = self.own.as_ref().filter(|_| self.own_is_for_all);
        let found = wanted.as_ref().or(for_all).or(self.english.as_ref());
        found.or(self.own.as_ref()).or(self.japanese.as_ref()).map(String::as_str)
    }

    /// Adds words; the first of a language stay.
    pub(super) fn add(&mut self, language: Option<&str>, words: String) {
        let language = language.unwrap_or_default().to_ascii_lowercase();
        let is_for_all = language.is_empty();
        let place = match language.split(['-', '_']).next() {
            Some("ja" | "jp") => &mut self.japanese,
            Some("en") => &mut self.english,
            Some(_) | None => {
                if is_for_all && !self.own_is_for_all {
                    self.own_is_for_all = true;
                    self.own = None;
                }
                &mut self.own
            }
        };
        place.get_or_insert(words);
    }
}

/// One line without controls and without characters that turn the direction of writing, at most `most` characters.
/// `None` when nothing is left, or when it was written in letters that could not be decoded.
pub(super) fn plain(text: &str, most: usize) -> Option<String> {
    if text.contains('\u{fffd}') {
        return None;
    }
    let words: Vec<String> = text
        .split_whitespace()
        .map(|word| word.chars().filter(|letter| !is_hidden(*letter)).collect())
        .collect();
    let line: String = words.join(" ").chars().take(most).collect();
    let line = line.trim();
    (!line.is_empty()).then(|| line.to_owned())
}

/// Controls, and what has no width or turns the direction of writing.
pub(super) fn is_hidden(letter: char) -> bool {
    letter.is_control()
        || matches!(letter, '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}')
}
