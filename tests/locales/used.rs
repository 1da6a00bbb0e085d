//! No text is missing, and none is there for nothing.

use std::collections::BTreeSet;

use super::families;
use super::ftl::read;
use super::literals::{self, fits};

/// Beginnings by which a literal of the Rust sources is known as the id of a text. Others (`app-password`) are names
/// in data and settings too.
const OF_TEXTS: [&str; 21] = [
    "about-",
    "action-",
    "arrival-",
    "card-",
    "check-",
    "cli-",
    "detail-",
    "done-",
    "error-",
    "hint-",
    "home-",
    "letter-",
    "message-",
    "page-",
    "prepare-",
    "problem-",
    "question-",
    "record-",
    "road-",
    "searching-",
    "way-out-",
];

/// The same for the sources of the screens, in which names of styles look alike.
const OF_SCREENS: [&str; 2] = ["screen-", "problem-"];

#[test]
fn every_member_of_a_family_is_there() {
    let texts = read("ja");
    for family in families::all() {
        let missing: Vec<&String> = family.needed.iter().filter(|id| !texts.contains_key(*id)).collect();
        assert!(missing.is_empty(), "{}: {missing:?}", family.source);
    }
}

#[test]
fn every_id_in_the_sources_is_there() {
    let texts = read("ja");
    let (rust, screens) = literals::all();
    let of = |literal: &str, beginnings: &[&str]| beginnings.iter().any(|begin| literal.starts_with(begin));
    let named = rust.iter().filter(|(literal, _)| of(literal, &OF_TEXTS));
    let named = named.chain(screens.iter().filter(|(literal, _)| of(literal, &OF_SCREENS)));
    let missing: Vec<_> = named.filter(|(literal, _)| !texts.keys().any(|id| fits(literal, id))).collect();
    assert!(missing.is_empty(), "{missing:?}");
}

#[test]
fn no_text_is_there_for_nothing() {
    let (rust, screens) = literals::all();
    let families: BTreeSet<String> = families::all()
        .into_iter()
        .flat_map(|family| family.needed.into_iter().chain(family.allowed))
        .collect();
    let literal = |id: &str| {
        rust.contains_key(id)
            || screens.contains_key(id)
            || screens.keys().any(|open| open.starts_with("screen-") && fits(open, id))
    };
    let unused: Vec<String> =
        read("ja").into_keys().filter(|id| !families.contains(id) && !literal(id)).collect();
    assert!(unused.is_empty(), "{unused:?}");
}

#[test]
fn an_open_literal_fits_what_it_may_become() {
    assert!(fits("screen-consent-title-*", "screen-consent-title-google"));
    assert!(fits("check-*-*", "check-sign-in-done"));
    assert!(fits("screen-more", "screen-more"));
    assert!(!fits("screen-more", "screen-more-2"));
    assert!(!fits("screen-*-title", "screen-title"));
}
