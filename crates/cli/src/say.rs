//! Saying things: sentences or one JSON object on the standard output, complaints on the standard error.

use std::io::{self, Write as _};

use contract::{Language, Text};
use serde::Serialize;
use words::Words;

use crate::exit::Exit;

/// Says things in one language, in one form.
pub(crate) struct Speaker<'a> {
    words: &'a Words,
    json: bool,
}

impl<'a> Speaker<'a> {
    pub(crate) fn new(words: &'a Words, json: bool) -> Self {
        Self { words, json }
    }

    /// Whether JSON is wanted; then no sentence goes to the standard output.
    pub(crate) fn json(&self) -> bool {
        self.json
    }

    pub(crate) fn language(&self) -> Language {
        self.words.language()
    }

    /// The sentence itself.
    pub(crate) fn text(&self, text: &Text) -> String {
        self.words.say(text)
    }

    /// The sentence, where there is one.
    pub(crate) fn text_if_any(&self, text: &Text) -> Option<String> {
        self.words.has(&text.id).then(|| self.words.say(text))
    }

    pub(crate) fn line(&self, text: &Text) {
        self.plain(&self.text(text));
    }

    pub(crate) fn indented(&self, text: &Text) {
        self.plain(&format!("  {}", self.text(text)));
    }

    /// A line as it is. A reader that went away is no failure of ours.
    pub(crate) fn plain(&self, line: &str) {
        let mut out = io::stdout().lock();
        let _ = writeln!(out, "{line}");
        let _ = out.flush();
    }

    pub(crate) fn object(&self, value: &impl Serialize) {
        if let Ok(text) = serde_json::to_string_pretty(value) {
            self.plain(&text);
        }
    }

    pub(crate) fn complain(&self, text: &Text) {
        self.complain_plainly(&self.text(text));
    }

    pub(crate) fn complain_plainly(&self, line: &str) {
        let _ = writeln!(io::stderr().lock(), "{line}");
    }

    /// A command line that cannot be followed.
    pub(crate) fn misuse(&self, what: &Text) -> Exit {
        self.complain(what);
        self.complain(&Text::new("cli-misuse-more"));
        Exit::Misuse
    }
}

/// Says that the program itself broke, and where. Nobody knows the language here.
pub(crate) fn broken(place: &str) {
    let _ = writeln!(io::stderr(), "todoita: internal error at {place}");
}
