//! The golden Views: every step and every failure as the real wizard shows it, one JSON file each in `golden/`.
//!
//! The user interface draws these files in its own tests, so that both sides are held to the same screens.
//! A change of the wizard shows here first: `TODOITA_UPDATE_GOLDEN=1` (or `cargo xtask gen`) rewrites the files.
//! Japanese stands in `golden/`, English in `golden/en/`: long texts leave the program as finished sentences.

#![expect(clippy::expect_used, clippy::panic, reason = "a test that cannot go on says where and ends")]

mod cards;
mod everywhere;
mod facts;
mod own_keys;
mod play;
mod problems;
mod records;
mod replies;
mod settings;
mod steps;
mod unwritten;

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use contract::{Action, Language, ProblemCode, Screen, View};

/// Views by the name of their file.
type Views = BTreeMap<String, View>;

fn all() -> Views {
    let english = built(Language::En).into_iter().map(|(name, view)| (format!("en/{name}"), view));
    built(Language::Ja).into_iter().chain(english).collect()
}

/// As they leave the program: the page has no words for what is written out on the way. From the start in one language,
/// since names of providers and makers are put in when a screen is entered.
fn built(language: Language) -> Views {
    play::speak(language);
    let mut views = Views::new();
    steps::add(&mut views);
    settings::add(&mut views);
    records::add(&mut views);
    own_keys::add(&mut views);
    problems::add(&mut views);
    unwritten::add(&mut views);
    play::speak(Language::Ja);
    views.into_iter().map(|(name, view)| (name, words::written(view))).collect()
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("golden")
}

fn written() -> BTreeMap<String, String> {
    let mut kept = BTreeMap::new();
    for (before, folder) in [("", folder()), ("en/", folder().join("en"))] {
        let files = std::fs::read_dir(folder).into_iter().flatten().flatten().map(|file| file.path());
        for path in files.filter(|path| path.extension().is_some_and(|end| end == "json")) {
            let name = path.file_stem().expect("a name").to_string_lossy();
            let json = std::fs::read_to_string(&path).expect("a readable golden view");
            kept.insert(format!("{before}{name}"), json);
        }
    }
    kept
}

#[test]
fn the_golden_views_are_what_the_wizard_shows() {
    let shown: BTreeMap<String, String> = all()
        .into_iter()
        .map(|(name, view)| (name, serde_json::to_string_pretty(&view).expect("a view is JSON") + "\n"))
        .collect();
    let kept = written();
    if std::env::var_os("TODOITA_UPDATE_GOLDEN").is_some() {
        std::fs::create_dir_all(folder().join("en")).expect("the folder");
        for gone in kept.keys().filter(|name| !shown.contains_key(*name)) {
            std::fs::remove_file(folder().join(format!("{gone}.json"))).expect("removed");
        }
        for (name, json) in &shown {
            std::fs::write(folder().join(format!("{name}.json")), json).expect("written");
        }
        return;
    }
    let names: BTreeSet<&String> = kept.keys().chain(shown.keys()).collect();
    let differing: Vec<&String> =
        names.into_iter().filter(|name| kept.get(*name) != shown.get(*name)).collect();
    assert!(differing.is_empty(), "run `cargo xtask gen` and look at the difference: {differing:?}");
}

/// A text that has no words in the locales is written out as its own id.
#[test]
fn no_view_shows_the_id_of_a_text() {
    let is_id = |value: &str| {
        value.split('-').count() > 2
            && value.split('-').all(|word| !word.is_empty() && word.bytes().all(|b| b.is_ascii_lowercase()))
    };
    let mut shown = Vec::new();
    for (name, view) in all() {
        let json = serde_json::to_string(&view).expect("a view is JSON");
        let values = json.split("\"value\":\"").skip(1).filter_map(|rest| rest.split('"').next());
        shown.extend(values.filter(|value| is_id(value)).map(|value| format!("{name}: {value}")));
    }
    assert!(shown.is_empty(), "{shown:#?}");
}

#[test]
fn every_failure_has_its_view_and_a_way_on() {
    let views = all();
    for code in ProblemCode::ALL {
        let view = views.get(&format!("problem-{}", code.name())).expect("a view");
        assert!(view.actions.iter().any(|view| view.action != Action::CopyReport), "{}", code.name());
        let Screen::Problem { problem, .. } = &view.screen else {
            assert!(problems::TOLD_ON_THEIR_SCREEN.contains(code), "{} has no card", code.name());
            continue;
        };
        assert_eq!(problem.code, *code, "the card of {}", code.name());
        for name in diagnosis::args(*code) {
            assert!(problem.args.contains_key(*name), "{} is told without {name}", code.name());
        }
    }
}

#[test]
fn no_button_stands_twice_and_none_leads_nowhere() {
    let mut faults = Vec::new();
    for (name, view) in all() {
        let mut seen = BTreeSet::new();
        for listed in &view.actions {
            if !seen.insert((listed.action, listed.target.clone())) {
                faults.push(format!("{name}: {:?} stands twice", listed.action));
            }
        }
        let offers_letter = view.actions.iter().any(|listed| listed.action == Action::WriteToAdministrator);
        let has_letter = matches!(
            &view.screen,
            Screen::Problem { letter, .. } | Screen::Records { letter, .. } if !letter.is_empty()
        );
        if offers_letter != has_letter {
            faults.push(format!("{name}: a letter offered: {offers_letter}, there: {has_letter}"));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn a_view_comes_back_from_json_as_it_was() {
    for (name, view) in all() {
        let json = serde_json::to_string(&view).expect("a view is JSON");
        assert_eq!(serde_json::from_str::<View>(&json).expect("a view"), view, "{name}");
    }
}
