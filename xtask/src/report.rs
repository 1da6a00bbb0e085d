//! What a run of the layers comes to: closing lines, times, and the last line.

use std::time::Duration;

use crate::layer::Outcome;

/// One finished layer.
pub(crate) struct Line {
    pub(crate) name: &'static str,
    pub(crate) took: Duration,
    pub(crate) outcome: Outcome,
}

/// Prints the summary. An error when a layer failed.
pub(crate) fn conclude(lines: &[Line]) -> Result<(), String> {
    println!("\n==== summary");
    for line in lines {
        let (mark, more) = match &line.outcome {
            Outcome::Passed(_) => ("ok    ", String::new()),
            Outcome::Failed(message) => ("FAILED", first_line(message)),
            Outcome::NotPossible(why) => ("not possible here", format!(": {why}")),
        };
        println!("{mark} {:<10} {:>6.1} s {more}", line.name, line.took.as_secs_f64());
        if let Outcome::Passed(closing) = &line.outcome {
            closing.iter().for_each(|closing| println!("         {closing}"));
        }
    }
    let failed: Vec<&Line> = lines.iter().filter(|line| matches!(line.outcome, Outcome::Failed(_))).collect();
    let skipped = lines.iter().filter(|line| matches!(line.outcome, Outcome::NotPossible(_))).count();
    for line in &failed {
        if let Outcome::Failed(message) = &line.outcome {
            println!("\n---- {} failed\n{message}", line.name);
        }
    }
    let passed = lines.len() - failed.len() - skipped;
    println!("\nlayers: {passed} passed, {} failed, {skipped} skipped", failed.len());
    if failed.is_empty() {
        return Ok(());
    }
    Err(format!("failed: {}", failed.iter().map(|line| line.name).collect::<Vec<_>>().join(", ")))
}

/// A line with which a runner of tests closes, or names what failed, without colours; `None` for any other line.
pub(crate) fn closing_line(line: &str) -> Option<String> {
    let line = without_colours(line);
    let plain = line.trim();
    let closes = plain.starts_with("Summary [") // cargo nextest
        || plain.starts_with("Test Files ") || plain.starts_with("Tests ") // vitest
        || plain.starts_with("FAIL [") || plain.starts_with("TIMEOUT [") // its failures
        || line.starts_with("test result: ") // cargo test; nextest shows that of a failed test further to the right
        || counts(plain)
        || plain.contains(" of at most "); // weights
    closes.then(|| plain.to_owned())
}

/// `N passed, N failed`, with one word and a colon before it or not.
fn counts(line: &str) -> bool {
    let line = line.split_once(": ").filter(|(word, _)| !word.contains(' ')).map_or(line, |(_, rest)| rest);
    let mut words = line.split([' ', ',']).filter(|word| !word.is_empty());
    let number = |word: Option<&str>| word.is_some_and(|word| word.bytes().all(|byte| byte.is_ascii_digit()));
    number(words.next())
        && words.next() == Some("passed")
        && number(words.next())
        && words.next() == Some("failed")
}

fn without_colours(line: &str) -> String {
    let mut plain = String::new();
    let mut letters = line.chars();
    while let Some(letter) = letters.next() {
        if letter == '\u{1b}' {
            letters.by_ref().find(char::is_ascii_alphabetic);
        } else {
            plain.push(letter);
        }
    }
    plain
}

fn first_line(message: &str) -> String {
    message.lines().next().unwrap_or_default().to_owned()
}

#[cfg(test)]
mod tests;
