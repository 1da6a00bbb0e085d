//! What each failure asks for: who, what next, and with which variables it is told.

use std::collections::BTreeMap;

use contract::{Action, Certainty, Problem, ProblemCode, Stage, Who};

/// The entry of one code in `data/codes.toml`.
#[derive(Debug)]
pub(crate) struct Card {
    pub(crate) code: ProblemCode,
    pub(crate) who: Who,
    pub(crate) remedies: &'static [Action],
    pub(crate) args: &'static [&'static str],
    pub(crate) optional: &'static [&'static str],
}

static CARDS: &[Card] = include!(concat!(env!("OUT_DIR"), "/codes.rs"));

/// The plain card of a code, as sure as it can be and still without variables: whoever calls this puts those of
/// [`args`] in.
pub fn problem(code: ProblemCode, stage: Stage) -> Problem {
    let card = card(code);
    Problem {
        code,
        state: code.state().to_owned(),
        stage,
        certainty: Certainty::Sure,
        who: card.map_or(Who::Us, |card| card.who),
        args: BTreeMap::new(),
        said: None,
        checks: Vec::new(),
        remedies: card.map(|card| card.remedies.to_vec()).unwrap_or_default(),
    }
}

/// The variables that the texts of a code may use without asking.
pub fn args(code: ProblemCode) -> &'static [&'static str] {
    card(code).map_or(&[], |card| card.args)
}

/// The variables that the texts of a code may use where they are there.
pub fn optional_args(code: ProblemCode) -> &'static [&'static str] {
    card(code).map_or(&[], |card| card.optional)
}

fn card(code: ProblemCode) -> Option<&'static Card> {
    CARDS.iter().find(|card| card.code == code)
}
