//! The ids that stand in sources as they are, or with one part left open.

use std::collections::BTreeMap;
use std::path::Path;

use super::ftl::root;

/// Folders whose sources name texts.
const RUST: [&str; 4] = ["crates/wizard/src", "crates/app/src", "crates/cli/src", "src-tauri/src"];
const SCREENS: [&str; 1] = ["ui/src"];

/// A literal that may be the id of a text: `*` stands for a part that is put in while the program runs.
pub(crate) type Literals = BTreeMap<String, String>;

/// Every literal of that form with the file it was last seen in.
pub(crate) fn all() -> (Literals, Literals) {
    let mut rust = Literals::new();
    let mut screens = Literals::new();
    for folder in RUST {
        collect(&root().join(folder), &["rs"], &['"'], &mut rust);
    }
    for folder in SCREENS {
        collect(&root().join(folder), &["ts", "svelte"], &['\'', '"', '`'], &mut screens);
    }
    (rust, screens)
}

/// Whether an id is the literal, or one that it may become.
pub(crate) fn fits(literal: &str, id: &str) -> bool {
    let Some((before, after)) = literal.split_once('*') else { return literal == id };
    let Some(rest) = id.strip_prefix(before) else { return false };
    (1..=rest.len()).filter(|end| rest.is_char_boundary(*end)).any(|end| fits(after, &rest[end..]))
        || (after.is_empty() && !rest.is_empty())
}

fn collect(folder: &Path, ends: &[&str], quotes: &[char], found: &mut Literals) {
    for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        let name = entry.file_name().to_string_lossy().into_owned();
        if path.is_dir() && name != "generated" && name != "tests" {
            collect(&path, ends, quotes, found);
        }
        let is_source = path.extension().is_some_and(|end| ends.iter().any(|known| end == *known));
        if is_source && !name.contains(".test.") && name != "tests.rs" {
            let text = std::fs::read_to_string(&path).expect("a readable source");
            for literal in quotes.iter().flat_map(|quote| quoted(&text, *quote)) {
                found.insert(literal, path.strip_prefix(root()).unwrap_or(&path).display().to_string());
            }
        }
    }
}

/// What stands between two quotes of a line and has the form of an id.
fn quoted(text: &str, quote: char) -> Vec<String> {
    let lines = text.lines().filter(|line| !line.trim_start().starts_with("//"));
    let parts = lines.flat_map(|line| line.split(quote).skip(1).map(str::to_owned).collect::<Vec<_>>());
    parts.map(|part| opened(&part)).filter(|part| is_id(part)).collect()
}

/// `{name}` and `${name}` as `*`.
fn opened(part: &str) -> String {
    let mut out = String::new();
    let mut rest = part;
    while let Some((before, after)) = rest.split_once('{') {
        let Some((_, next)) = after.split_once('}') else { break };
        out.push_str(before.strip_suffix('$').unwrap_or(before));
        out.push('*');
        rest = next;
    }
    out + rest
}

fn is_id(part: &str) -> bool {
    part.contains('-')
        && part.starts_with(|first: char| first.is_ascii_lowercase())
        && part.ends_with(|last: char| last.is_ascii_alphanumeric() || last == '*')
        && part.chars().all(|letter| {
            letter.is_ascii_lowercase() || letter.is_ascii_digit() || letter == '-' || letter == '*'
        })
}
