//! The texts of the locales, formatted in Rust: for the test message, the browser's last page, the command line, and what
//! reaches the page as finished sentences.
//!
//! Lives here: one formatter a language over the same Fluent files that the user interface reads. Does not live
//! here: any text. Isolation marks are off in both, so that a host name that is copied holds nothing invisible.

mod close;
mod written;

use std::borrow::Cow;
use std::io::Read as _;
use std::sync::OnceLock;

use contract::{Arg, Language, Text};
use flate2::read::DeflateDecoder;
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;

pub use written::{plain, written};

/// What the program sends and shows outside of its window: the test message, the browser's last page.
const MESSAGE: [&str; 2] =
    [include_str!("../../../locales/ja/message.ftl"), include_str!("../../../locales/en/message.ftl")];
/// What reaches the page written out, with the places where a Japanese line may break, packed (`build.rs`): what nearly
/// every View says, and the rest.
const SHORT: [&[u8]; 2] = [
    include_bytes!(concat!(env!("OUT_DIR"), "/ja.short.z")),
    include_bytes!(concat!(env!("OUT_DIR"), "/en.short.z")),
];
const LONG: [&[u8]; 2] = [
    include_bytes!(concat!(env!("OUT_DIR"), "/ja.long.z")),
    include_bytes!(concat!(env!("OUT_DIR"), "/en.long.z")),
];
/// The words of seldom seen screens, packed: one a line, its id before a tab (`build.rs`).
const SELDOM: [&[u8]; 2] = [
    include_bytes!(concat!(env!("OUT_DIR"), "/ja.seldom.z")),
    include_bytes!(concat!(env!("OUT_DIR"), "/en.seldom.z")),
];
/// What the program contains of others, as `cargo xtask gen` lists it, packed.
const PARTS: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/parts.txt.z"));
/// What the command line says besides.
const CLI: [&str; 2] =
    [include_str!("../../../locales/ja/cli.ftl"), include_str!("../../../locales/en/cli.ftl")];
/// A place where a Japanese line may break.
const MARK: char = '\u{200b}';

/// Says texts in one language.
pub struct Words {
    language: Language,
    bundle: FluentBundle<FluentResource>,
}

impl Words {
    /// All texts of a language but those of the screens. Reading them takes about a millisecond, so this is done where
    /// they are needed.
    pub fn new(language: Language) -> Self {
        let mut words = Self::of_the_message(language);
        // Packed with places where a line may break, which nobody but the page needs.
        for packed in [SHORT, LONG] {
            words.read(&[unpacked(one(language, packed)).replace(MARK, "").as_str()]);
        }
        words.read(&[one(language, CLI)]);
        words
    }

    /// The few texts of the test message and of the browser's last page; the others are not read.
    pub fn of_the_message(language: Language) -> Self {
        Self::of(language, one(language, MESSAGE))
    }

    /// What nearly every View says, for the page: Japanese texts carry U+200B where a line may break.
    pub(crate) fn of_every_view(language: Language) -> &'static Self {
        static READ: [OnceLock<Words>; 2] = [OnceLock::new(), OnceLock::new()];
        one(language, READ.each_ref()).get_or_init(|| Self::of(language, &unpacked(one(language, SHORT))))
    }

    /// The other texts that reach the page written out. They are many, so they are read when the first of them is wanted.
    pub(crate) fn of_the_page(language: Language) -> &'static Self {
        static READ: [OnceLock<Words>; 2] = [OnceLock::new(), OnceLock::new()];
        one(language, READ.each_ref()).get_or_init(|| Self::of(language, &unpacked(one(language, LONG))))
    }

    fn of(language: Language, file: &str) -> Self {
        let id: LanguageIdentifier = language.tag().parse().unwrap_or_default();
        let mut bundle = FluentBundle::new_concurrent(vec![id]);
        bundle.set_use_isolating(false);
        let mut words = Self { language, bundle };
        words.read(&[file]);
        words
    }

    fn read(&mut self, files: &[&str]) {
        for file in files {
            // A file with a fault still gives its sound messages; a test holds that there is no fault.
            let resource = match FluentResource::try_new((*file).to_owned()) {
                Ok(resource) => resource,
                Err((resource, _)) => resource,
            };
            self.bundle.add_resource_overriding(resource);
        }
    }

    /// The language.
    pub fn language(&self) -> Language {
        self.language
    }

    /// The sentence. An id that is not there is shown as it is: better a name than nothing.
    pub fn say(&self, text: &Text) -> String {
        let Some(pattern) = self.bundle.get_message(&text.id).and_then(|message| message.value()) else {
            return text.id.clone();
        };
        let mut args = FluentArgs::new();
        for (name, value) in &text.args {
            args.set(
                name.as_str(),
                match value {
                    Arg::Number(number) => FluentValue::from(*number),
                    Arg::Word(word) => FluentValue::String(match self.language {
                        Language::Ja => close::marked(word),
                        Language::En => Cow::Borrowed(word),
                    }),
                },
            );
        }
        let sentence = self.bundle.format_pattern(pattern, Some(&args), &mut Vec::new());
        match self.language {
            Language::Ja => close::closed(&sentence),
            Language::En => sentence.into_owned(),
        }
    }

    /// Whether there is such a text.
    pub fn has(&self, id: &str) -> bool {
        self.bundle.has_message(id)
    }
}

/// The words of the screens that few people see, read once: the id, and words with `{name}` for a value.
pub(crate) fn seldom(language: Language) -> &'static [(String, String)] {
    static READ: [OnceLock<Vec<(String, String)>>; 2] = [OnceLock::new(), OnceLock::new()];
    one(language, READ.each_ref()).get_or_init(|| {
        let lines = unpacked(one(language, SELDOM));
        let words = lines.lines().filter_map(|line| line.split_once('\t'));
        words.map(|(id, words)| (id.to_owned(), words.replace("\\n", "\n"))).collect()
    })
}

/// Of what is there in Japanese and English, the one in a language.
fn one<T>(language: Language, [ja, en]: [T; 2]) -> T {
    match language {
        Language::Ja => ja,
        Language::En => en,
    }
}

/// What the program contains of others, one line a part: name, version, licence.
pub fn parts() -> Vec<String> {
    unpacked(PARTS).lines().map(str::to_owned).collect()
}

/// What `build.rs` packed. It cannot be damaged but with the program itself; then there are no words.
fn unpacked(packed: &[u8]) -> String {
    let mut text = String::new();
    let _ = DeflateDecoder::new(packed).read_to_string(&mut text);
    text
}

#[cfg(test)]
mod tests;
