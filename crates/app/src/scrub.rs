//! A server may repeat what it was given. What it says is shown and copied, so the secret is taken out of it.

use base64::Engine as _;
use base64::engine::general_purpose::{STANDARD, STANDARD_NO_PAD, URL_SAFE, URL_SAFE_NO_PAD};
use contract::{Arg, Problem};
use secret::Secret;

const HIDDEN: &str = "•••";

/// Takes every spelling of the secret (raw, base64, percent-encoded) out of the words of a problem.
pub fn scrub(problem: &mut Problem, secret: &Secret) {
    let Some(raw) = secret.expose_str().filter(|raw| raw.len() >= 4) else { return };
    let mut spellings = vec![raw.to_owned(), percent(raw)];
    for engine in [&STANDARD, &STANDARD_NO_PAD, &URL_SAFE, &URL_SAFE_NO_PAD] {
        spellings.push(engine.encode(raw));
    }
    let clean = |text: &mut String| {
        for spelling in &spellings {
            if text.contains(spelling.as_str()) {
                *text = text.replace(spelling.as_str(), HIDDEN);
            }
        }
    };
    if let Some(said) = &mut problem.said {
        clean(&mut said.text);
    }
    for value in problem.args.values_mut() {
        if let Arg::Word(word) = value {
            clean(word);
        }
    }
}

fn percent(raw: &str) -> String {
    raw.bytes()
        .map(|byte| {
            if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
                char::from(byte).to_string()
            } else {
                format!("%{byte:02X}")
            }
        })
        .collect()
}
