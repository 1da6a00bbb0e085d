//! No text for people uses a word that the glossary has another one for.

use std::path::PathBuf;

use fluent_syntax::ast::{Entry, Expression, Pattern, PatternElement};

use super::ftl::root;

/// For people of the trade.
const FREE: [&str; 2] = ["letters.ftl", "cli.ftl"];

#[test]
fn no_text_uses_a_word_that_the_glossary_replaces() {
    for (language, heading) in [("ja", "## Not so in Japanese"), ("en", "## Not so in English")] {
        let words = first_column(heading);
        assert!(words.len() > 10, "{heading}: {words:?}");
        let mut faults = Vec::new();
        for (id, said) in texts(language) {
            let said = without_quotations(&said.to_lowercase());
            faults.extend(words.iter().filter(|word| has(&said, word)).map(|word| format!("{id}: {word}")));
        }
        assert!(faults.is_empty(), "{language}: {faults:?}");
    }
}

#[test]
fn the_words_of_the_glossary_are_used() {
    for (language, column) in [("ja", 0), ("en", 1)] {
        let all: String = texts(language).into_iter().map(|(_, said)| said.to_lowercase() + "\n").collect();
        for row in rows("## What things are called") {
            let word = row[column].to_lowercase();
            // A verb changes its end.
            let stem = match language {
                "ja" => word.trim_end_matches(['く', 'る']),
                _ => word.split('-').next().unwrap_or_default(),
            };
            assert!(all.contains(stem), "{language}: nobody says {word}");
        }
    }
}

#[test]
fn a_word_within_another_is_not_that_word() {
    assert!(has("please click here", "click"));
    assert!(!has("the clicking ends", "click"));
    assert!(has("テストメールを送ります", "テストメール"));
}

/// What others call their buttons stands in quotation marks, and is as it is.
fn without_quotations(said: &str) -> String {
    let mut out = String::new();
    let mut inside = false;
    for letter in said.chars() {
        match letter {
            '「' => inside = true,
            '」' => inside = false,
            _ if inside => {}
            _ => out.push(letter),
        }
    }
    out
}

/// Japanese has no spaces; in English a word ends where its letters end.
fn has(said: &str, word: &str) -> bool {
    if !word.is_ascii() {
        return said.contains(word);
    }
    let letter = |letter: Option<char>| letter.is_some_and(char::is_alphanumeric);
    let word = word.to_lowercase();
    said.match_indices(&word).any(|(at, _)| {
        let (before, after) = (said[..at].chars().next_back(), said[at + word.len()..].chars().next());
        !letter(before) && !letter(after)
    })
}

fn first_column(heading: &str) -> Vec<String> {
    rows(heading).into_iter().map(|row| row[0].clone()).collect()
}

/// The rows of the table under a heading.
fn rows(heading: &str) -> Vec<Vec<String>> {
    let text = std::fs::read_to_string(root().join("docs/glossary.md")).expect("the glossary");
    let under = text.split_once(heading).expect("a heading").1;
    let table =
        under.lines().skip_while(|line| !line.starts_with('|')).take_while(|line| line.starts_with('|'));
    let cells = |line: &str| line.trim_matches('|').split('|').map(|cell| cell.trim().to_owned()).collect();
    table.skip(2).map(cells).collect()
}

/// Id and words of every text for people, without its variables.
fn texts(language: &str) -> Vec<(String, String)> {
    let folder = root().join("locales").join(language);
    let files = std::fs::read_dir(folder).expect("a folder of texts").flatten().map(|entry| entry.path());
    files.filter(|path| !FREE.iter().any(|free| path.ends_with(free))).flat_map(read).collect()
}

fn read(path: PathBuf) -> Vec<(String, String)> {
    let source = std::fs::read_to_string(&path).expect("a readable file");
    let resource = fluent_syntax::parser::parse(source).unwrap_or_else(|(_, faults)| panic!("{faults:?}"));
    let messages = resource.body.into_iter().filter_map(|entry| match entry {
        Entry::Message(message) => Some((message.id.name, words(&message.value?))),
        Entry::Term(_)
        | Entry::Comment(_)
        | Entry::GroupComment(_)
        | Entry::ResourceComment(_)
        | Entry::Junk { .. } => None,
    });
    messages.collect()
}

fn words(pattern: &Pattern<String>) -> String {
    let part = |element: &PatternElement<String>| match element {
        PatternElement::TextElement { value } => value.clone(),
        PatternElement::Placeable { expression: Expression::Select { variants, .. } } => {
            variants.iter().map(|variant| words(&variant.value) + " ").collect()
        }
        PatternElement::Placeable { expression: Expression::Inline(_) } => " ".to_owned(),
    };
    pattern.elements.iter().map(part).collect()
}
