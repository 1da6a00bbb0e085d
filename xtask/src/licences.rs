//! Whether what is built in may be handed out: every licence, held against the list that deny.toml allows.
//!
//! `cargo deny check` reads the same list and knows more (advisories, yanked versions); this needs no other program.

use crate::tree::Tree;

/// The list in deny.toml.
pub(crate) fn allowed(tree: &Tree) -> Result<Vec<String>, String> {
    let path = tree.needed("deny.toml", "it says which licences are allowed")?;
    let text = std::fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.display()))?;
    let list = text.split_once("allow = [").and_then(|(_, rest)| rest.split_once(']')).map(|(list, _)| list);
    let list = list.ok_or_else(|| format!("{}: no list of licences", path.display()))?;
    Ok(list.split('"').skip(1).step_by(2).map(str::to_owned).collect())
}

/// Whether an expression of SPDX can be met with these licences. `A/B`, as older crates write it, is a choice too.
pub(crate) fn fits(expression: &str, allowed: &[String]) -> bool {
    let spaced = expression.replace('/', " OR ").replace('(', " ( ").replace(')', " ) ");
    let words: Vec<&str> = spaced.split_whitespace().collect();
    let mut at = 0;
    let fits = choice(&words, &mut at, allowed);
    fits && at == words.len()
}

fn choice(words: &[&str], at: &mut usize, allowed: &[String]) -> bool {
    let mut fits = both(words, at, allowed);
    while words.get(*at) == Some(&"OR") {
        *at += 1;
        fits |= both(words, at, allowed);
    }
    fits
}

fn both(words: &[&str], at: &mut usize, allowed: &[String]) -> bool {
    let mut fits = one(words, at, allowed);
    while words.get(*at) == Some(&"AND") {
        *at += 1;
        fits &= one(words, at, allowed);
    }
    fits
}

fn one(words: &[&str], at: &mut usize, allowed: &[String]) -> bool {
    let Some(word) = words.get(*at) else { return false };
    *at += 1;
    if *word == "(" {
        let fits = choice(words, at, allowed);
        let closed = words.get(*at) == Some(&")");
        *at += 1;
        return fits && closed;
    }
    let mut name = (*word).to_owned();
    if words.get(*at) == Some(&"WITH") {
        name = format!("{name} WITH {}", words.get(*at + 1).copied().unwrap_or_default());
        *at += 2;
    }
    allowed.contains(&name)
}

#[cfg(test)]
mod tests;
