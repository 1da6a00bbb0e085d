//! The tables themselves.

use std::collections::HashSet;

use contract::{Action, ProblemCode, Stage, Who};

use crate::rules::{RULES, Rule};
use crate::{args, optional_args, problem};

#[test]
fn every_code_has_who_remedies_and_its_state() {
    for code in ProblemCode::ALL {
        let card = problem(*code, Stage::SignIn);
        assert_eq!((card.code, card.state.as_str()), (*code, code.state()));
        assert!(!card.remedies.is_empty(), "{code:?}");
        let unique: HashSet<_> = card.remedies.iter().collect();
        assert_eq!(unique.len(), card.remedies.len(), "{code:?}");
        if card.who == Who::Administrator {
            assert!(card.remedies.contains(&Action::WriteToAdministrator), "{code:?}");
        }
        assert!(args(*code).iter().all(|name| !optional_args(*code).contains(name)), "{code:?}");
    }
}

/// Codes that other crates give: those of the address, of the search, of the browser, of the keychain, of the program.
#[test]
fn every_code_of_a_server_has_a_rule() {
    let by_rule: HashSet<_> = RULES.iter().map(|rule| rule.code).collect();
    for code in ProblemCode::ALL.iter().filter(|code| code.state().starts_with(['S', 'M', 'R'])) {
        // The other user name follows from what is known of the provider.
        assert!(by_rule.contains(code) || *code == ProblemCode::OtherUserName, "{code:?}");
    }
}

/// A rule that fits whenever a later one does would hide it.
#[test]
fn no_rule_hides_a_later_one() {
    for (at, later) in RULES.iter().enumerate() {
        for earlier in &RULES[..at] {
            assert!(!hides(earlier, later), "{earlier:?}\nhides\n{later:?}");
        }
    }
}

fn hides(earlier: &Rule, later: &Rule) -> bool {
    (!earlier.no_reply || later.no_reply)
        && wider(earlier.providers, later.providers, PartialEq::eq)
        && wider(earlier.logins, later.logins, PartialEq::eq)
        && wider(earlier.stages, later.stages, PartialEq::eq)
        && wider(earlier.points, later.points, PartialEq::eq)
        && wider(earlier.replies, later.replies, |(from, to), inner| *from <= inner.0 && inner.1 <= *to)
        && wider(earlier.enhanced, later.enhanced, |outer, inner| {
            (outer.0, outer.1) == (inner.0, inner.1) && outer.2 <= inner.2 && inner.3 <= outer.3
        })
        && earlier.all.iter().all(|phrase| later.all.iter().any(|other| other.contains(phrase)))
        && (earlier.any.is_empty()
            || later.all.iter().any(|word| earlier.any.iter().any(|phrase| word.contains(phrase)))
            || wider(earlier.any, later.any, |phrase, other| other.contains(phrase)))
}

fn wider<T>(outer: &[T], inner: &[T], covers: impl Fn(&T, &T) -> bool) -> bool {
    outer.is_empty()
        || (!inner.is_empty() && inner.iter().all(|inner| outer.iter().any(|outer| covers(outer, inner))))
}
