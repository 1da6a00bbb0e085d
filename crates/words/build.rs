//! Writes down what the page is given as finished sentences: one file a language, Japanese with the places where a line
//! may break (BudouX, U+200B) in fixed words only. A value never gets such a mark. They are many and seldom read, so they
//! are packed (DEFLATE, RFC 1951), and the list of what the program contains of others with them.

#[path = "../../packaging/packed.rs"]
mod packed;

use std::error::Error;
use std::path::{Path, PathBuf};

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement, Resource};

/// What nearly every View says: small, because it is read for the first screen.
const SHORT_ONES: [&str; 3] = ["actions.ftl", "wizard.ftl", "check.ftl"];
/// What else reaches the page written out.
const LONG_ONES: [&str; 8] = [
    "own_key.ftl",
    "cards.ftl",
    "problems.ftl",
    "prepare.ftl",
    "relays.ftl",
    "letters.ftl",
    "evidence.ftl",
    "records.ftl",
];
/// The words of screens that few people see, which the page does not carry.
const SELDOM: &str = "seldom.ftl";
/// A place where a line may break.
const MARK: &str = "\u{200b}";
/// A single short word, such as the program's name, stays whole. The page's own words keep the same rule
/// (`ui/build/phrases.ts`).
const SHORT: usize = 6;

fn main() -> Result<(), Box<dyn Error>> {
    let locales = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../locales");
    let out = PathBuf::from(std::env::var_os("OUT_DIR").ok_or("cargo sets OUT_DIR")?);
    println!("cargo::rerun-if-changed={}", locales.display());
    for language in ["ja", "en"] {
        for (name, files) in [("short", &SHORT_ONES[..]), ("long", &LONG_ONES[..])] {
            let mut all = String::new();
            for file in files {
                all.push_str(&fluent_syntax::serializer::serialize(&read(&locales, language, file)?));
            }
            packed::pack(&out.join(format!("{language}.{name}.z")), all.as_bytes())?;
        }
        let seldom = as_lines(read(&locales, language, SELDOM)?)?;
        packed::pack(&out.join(format!("{language}.seldom.z")), seldom.as_bytes())?;
    }
    let parts = Path::new(env!("CARGO_MANIFEST_DIR")).join("data/parts.txt");
    println!("cargo::rerun-if-changed={}", parts.display());
    packed::pack(&out.join("parts.txt.z"), &std::fs::read(parts)?)?;
    Ok(())
}

/// A file of the locales, with its marks and without its comments.
fn read(locales: &Path, language: &str, file: &str) -> Result<Resource<String>, Box<dyn Error>> {
    let path = locales.join(language).join(file);
    let fault = |what: &dyn std::fmt::Debug| format!("{}: {what:?}", path.display());
    let source = std::fs::read_to_string(&path).map_err(|error| fault(&error))?;
    let mut resource = fluent_syntax::parser::parse(source).map_err(|(_, faults)| fault(&faults))?;
    if language == "ja" {
        mark(&mut resource);
    }
    Ok(without_comments(resource))
}

/// Words and values, a line each: the id, a tab, `{name}` for a value, and `\\n` for the end of a line.
fn as_lines(resource: Resource<String>) -> Result<String, Box<dyn Error>> {
    let mut lines = String::new();
    for entry in resource.body {
        let Entry::Message(message) = entry else { continue };
        let id = message.id.name;
        let words = message.value.as_ref().and_then(words_and_values);
        let words = words.ok_or_else(|| format!("{SELDOM}: {id} is more than words and values"))?;
        lines.push_str(&format!("{id}\t{}\n", words.replace('\n', "\\n")));
    }
    Ok(lines)
}

fn words_and_values(pattern: &Pattern<String>) -> Option<String> {
    let piece = |element: &PatternElement<String>| match element {
        PatternElement::TextElement { value } => Some(value.clone()),
        PatternElement::Placeable {
            expression: Expression::Inline(InlineExpression::VariableReference { id }),
        } => Some(format!("{{{}}}", id.name)),
        PatternElement::Placeable { .. } => None,
    };
    pattern.elements.iter().map(piece).collect()
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
    let whole = pattern.elements.len() == 1;
    for element in &mut pattern.elements {
        match element {
            PatternElement::TextElement { value } => *value = marked(value, whole),
            PatternElement::Placeable { expression: Expression::Select { variants, .. } } => {
                variants.iter_mut().for_each(|variant| mark_pattern(&mut variant.value));
            }
            PatternElement::Placeable { expression: Expression::Inline(_) } => {}
        }
    }
}

/// Around a value even a short piece is part of a longer line, and gets its marks.
fn marked(text: &str, whole: bool) -> String {
    let lines = text.split('\n').map(|line| {
        if (whole && line.chars().count() <= SHORT) || !line.chars().any(is_japanese) {
            return line.to_owned();
        }
        let pieces = budoux::parse(budoux::models::default_japanese_model(), line);
        let mut out = String::new();
        for piece in pieces {
            if !out.is_empty() && !is_one(&out, &piece) {
                out.push_str(MARK);
            }
            out.push_str(&piece);
        }
        out
    });
    lines.collect::<Vec<_>>().join("\n")
}

/// Where the parser errs: beside a space, after この, within しなおす and さがす, and between a bracket and its particle. The page's
/// own words keep the same rule.
fn is_one(before: &str, after: &str) -> bool {
    let mut ends = before.chars().rev();
    let mut begins = after.chars();
    let (last, next) = (ends.next().unwrap_or(' '), begins.next().unwrap_or(' '));
    match (last, next) {
        (last, next) if last.is_whitespace() || next.is_whitespace() => true,
        ('の', _) => ends.next().is_some_and(|letter| "こそあど".contains(letter)),
        ('が', next) if "しすせそ".contains(next) => ends.next() == Some('さ'),
        ('な', 'お') => begins.next().is_some_and(|letter| "しすせそ".contains(letter)),
        ('」' | ')', next) => "がをにはもので".contains(next),
        _ => false,
    }
}

fn is_japanese(letter: char) -> bool {
    matches!(letter, '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}')
}
