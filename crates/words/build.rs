//! Writes down what the page is given as finished sentences: one file a language, Japanese with the places where a line
//! may break (BudouX, U+200B) in fixed words only. A value never gets such a mark.

#![expect(clippy::expect_used, clippy::panic, reason = "a build that cannot go on says where and ends")]

use std::path::{Path, PathBuf};

use fluent_syntax::ast::{Entry, Expression, Pattern, PatternElement, Resource};

/// What reaches the page written out.
const FILES: [&str; 5] = ["cards.ftl", "problems.ftl", "prepare.ftl", "letters.ftl", "evidence.ftl"];
/// A place where a line may break.
const MARK: &str = "\u{200b}";

fn main() {
    let locales = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../locales");
    let out = PathBuf::from(std::env::var_os("OUT_DIR").expect("cargo names the folder"));
    println!("cargo::rerun-if-changed={}", locales.display());
    for language in ["ja", "en"] {
        let mut all = String::new();
        for file in FILES {
            let path = locales.join(language).join(file);
            let source =
                std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
            let mut resource = fluent_syntax::parser::parse(source)
                .unwrap_or_else(|(_, faults)| panic!("{}: {faults:?}", path.display()));
            if language == "ja" {
                mark(&mut resource);
            }
            all.push_str(&fluent_syntax::serializer::serialize(&without_comments(resource)));
        }
        std::fs::write(out.join(format!("{language}.ftl")), all).expect("the folder can be written to");
    }
}

fn without_comments(mut resource: Resource<String>) -> Resource<String> {
    resource.body.retain(|entry| matches!(entry, Entry::Message(_)));
    for entry in &mut resource.body {
        if let Entry::Message(message) = entry {
            message.comment = None;
        }
    }
    resource
}

fn mark(resource: &mut Resource<String>) {
    for entry in &mut resource.body {
        if let Entry::Message(message) = entry
            && let Some(pattern) = &mut message.value
        {
            mark_pattern(pattern);
        }
    }
}

fn mark_pattern(pattern: &mut Pattern<String>) {
    for element in &mut pattern.elements {
        match element {
            PatternElement::TextElement { value } => *value = marked(value),
            PatternElement::Placeable { expression: Expression::Select { variants, .. } } => {
                variants.iter_mut().for_each(|variant| mark_pattern(&mut variant.value));
            }
            PatternElement::Placeable { expression: Expression::Inline(_) } => {}
        }
    }
}

fn marked(text: &str) -> String {
    let lines = text.split('\n').map(|line| {
        if !line.chars().any(is_japanese) {
            return line.to_owned();
        }
        let pieces = budoux::parse(budoux::models::default_japanese_model(), line);
        let mut out = String::new();
        for piece in pieces {
            let beside_a_space = out.ends_with(char::is_whitespace) || piece.starts_with(char::is_whitespace);
            if !out.is_empty() && !beside_a_space {
                out.push_str(MARK);
            }
            out.push_str(&piece);
        }
        out
    });
    lines.collect::<Vec<_>>().join("\n")
}

fn is_japanese(letter: char) -> bool {
    matches!(letter, '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}')
}
