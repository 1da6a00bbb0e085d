//! A server may repeat what it was given. What it says is shown and copied, so the secret is taken out of it.

use base64::Engine as _;
use base64::engine::general_purpose::{STANDARD, STANDARD_NO_PAD, URL_SAFE, URL_SAFE_NO_PAD};
use contract::{Arg, Problem};
use secret::Secret;
use zeroize::{Zeroize as _, Zeroizing};

const HIDDEN: &str = "•••";

/// Takes every spelling of the secret (raw, base64, percent-encoded) out of the words of a problem.
pub fn scrub(problem: &mut Problem, secret: &Secret) {
    let Some(raw) = secret.expose_str().filter(|raw| raw.len() >= 4) else { return };
    let spellings = spellings(raw);
    let clean = |text: &mut String| {
        for spelling in &spellings {
            if text.contains(spelling.as_str()) {
                let cleaned = text.replace(spelling.as_str(), HIDDEN);
                text.zeroize();
                *text = cleaned;
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

/// Each is the secret once more, and so is wiped when it is dropped.
fn spellings(raw: &str) -> Vec<Zeroizing<String>> {
    let coded = [&STANDARD, &STANDARD_NO_PAD, &URL_SAFE, &URL_SAFE_NO_PAD].map(|engine| engine.encode(raw));
    [raw.to_owned(), percent(raw)].into_iter().chain(coded).map(Zeroizing::new).collect()
}

fn percent(raw: &str) -> String {
    // As long as it can become: a text that grows leaves a copy of its beginning behind.
    let mut out = String::with_capacity(3 * raw.len());
    for byte in raw.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            out.push(char::from(byte));
        } else {
            let digit = |value: u8| char::from(b"0123456789ABCDEF"[usize::from(value)]);
            out.extend(['%', digit(byte >> 4), digit(byte & 15)]);
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use contract::{ProblemCode, Said, Stage};
    use zeroize::ZeroizeOnDrop;

    use super::*;

    #[test]
    fn every_spelling_is_taken_out_and_the_other_words_stay() {
        let raw = "pass/wörd+1?~";
        let said = spellings(raw).iter().map(|one| one.to_string()).collect::<Vec<_>>();
        assert_eq!(said[1], "pass%2Fw%C3%B6rd%2B1%3F~");
        let mut problem = diagnosis::problem(ProblemCode::NotAccepted, Stage::SignIn);
        problem.said = Some(Said { code: None, enhanced: None, text: format!("no {} here", said.join(" ")) });
        problem.args.insert("host".into(), format!("of {raw}").into());
        scrub(&mut problem, &Secret::from(raw));
        // What padding adds is no part of the secret.
        let text = problem.said.unwrap().text.replace('=', "");
        assert_eq!(text, "no ••• ••• ••• ••• ••• ••• here");
        assert_eq!(problem.args["host"], Arg::from("of •••"));
    }

    #[test]
    fn what_is_shorter_than_any_secret_is_no_reason_to_tear_words_apart() {
        let mut problem = diagnosis::problem(ProblemCode::NotAccepted, Stage::SignIn);
        problem.args.insert("host".into(), "no answer".into());
        scrub(&mut problem, &Secret::from("no"));
        assert_eq!(problem.args["host"], Arg::from("no answer"));
    }

    #[test]
    fn no_copy_is_left_behind() {
        fn wiped(_: &[impl ZeroizeOnDrop]) {}
        wiped(&spellings("hunter2!"));
        let raw = "%".repeat(100);
        assert!(String::with_capacity(300).capacity() >= percent(&raw).capacity(), "it did not grow");
    }
}
