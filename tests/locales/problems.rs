//! The texts of failures use what their card brings, and nothing else.

use contract::ProblemCode;

use super::families::goes_to_the_administrator;
use super::ftl::read;

/// What every letter is given: `crates/wizard/src/steps/card.rs`.
const OF_A_LETTER: [&str; 6] = ["address", "said", "client", "login", "route", "state"];

#[test]
fn the_texts_of_a_failure_use_only_what_its_card_brings() {
    for language in ["ja", "en"] {
        let texts = read(language);
        for code in ProblemCode::ALL {
            for part in ["", "-reason", "-steps"] {
                let id = format!("problem-{}{part}", code.name());
                for used in texts.get(&id).map(|said| said.uses.clone()).unwrap_or_default() {
                    let name = used.name.as_str();
                    let always = diagnosis::args(*code).contains(&name);
                    let asked = diagnosis::optional_args(*code).contains(&name) && used.asked;
                    assert!(always || asked, "{language}: {id} counts on {name}");
                }
            }
        }
    }
}

#[test]
fn the_letters_use_only_what_every_letter_is_given() {
    for language in ["ja", "en"] {
        let texts = read(language);
        let of_cards = |id: &&String| id.starts_with("letter-") && !id.starts_with("letter-records-");
        for (id, said) in texts.iter().filter(|(id, _)| of_cards(id)) {
            assert!(said.variables().iter().all(|name| OF_A_LETTER.contains(name)), "{language}: {id}");
        }
    }
}

#[test]
fn the_letters_about_records_use_only_what_they_are_given() {
    let given = ["address", "domain", "provider", "client", "records", "seen"];
    for language in ["ja", "en"] {
        let texts = read(language);
        for (id, said) in texts.iter().filter(|(id, _)| id.starts_with("letter-records-")) {
            assert!(said.variables().iter().all(|name| given.contains(name)), "{language}: {id}");
        }
    }
}

#[test]
fn no_letter_is_written_that_nobody_sends() {
    let letters = read("ja").into_keys().filter_map(|id| {
        let rest = id.strip_prefix("letter-")?.to_owned();
        rest.strip_suffix("-subject").map(str::to_owned)
    });
    for name in letters.filter(|name| !name.starts_with("records-")) {
        let code = ProblemCode::ALL.iter().find(|code| code.name() == name);
        assert!(code.is_some_and(|code| goes_to_the_administrator(*code)), "letter-{name}");
    }
}
