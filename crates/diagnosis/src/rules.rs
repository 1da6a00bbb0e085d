//! The rules for replies, in their order.

use contract::{Certainty, Login, ProblemCode, Stage};
use submission::Point;

use crate::Situation;

include!(concat!(env!("OUT_DIR"), "/replies.rs"));

/// One rule. An empty list asks for nothing.
#[derive(Debug)]
pub(crate) struct Rule {
    pub(crate) code: ProblemCode,
    pub(crate) certainty: Certainty,
    /// Only where the words hold no reply code.
    pub(crate) no_reply: bool,
    pub(crate) providers: &'static [&'static str],
    pub(crate) logins: &'static [Login],
    pub(crate) stages: &'static [Stage],
    pub(crate) points: &'static [Point],
    /// First and last reply code.
    pub(crate) replies: &'static [(u16, u16)],
    /// Class, subject, first and last detail.
    pub(crate) enhanced: &'static [(u8, u16, u16, u16)],
    /// All of these words have to occur.
    pub(crate) all: &'static [&'static str],
    /// One of these words has to occur.
    pub(crate) any: &'static [&'static str],
}

/// The first rule that fits.
pub(crate) fn first_fitting(situation: &Situation<'_>) -> Option<&'static Rule> {
    let text = situation.words.comparable();
    RULES.iter().find(|rule| rule.fits(situation, &text))
}

/// Whose server a host is, for the few hosts whose replies have rules of their own.
pub(crate) fn provider_of(host: &str) -> Option<&'static str> {
    HOSTS.iter().find(|(known, _)| known.eq_ignore_ascii_case(host)).map(|(_, provider)| *provider)
}

impl Rule {
    fn fits(&self, situation: &Situation<'_>, text: &str) -> bool {
        let Situation { context, stage, point, words } = situation;
        (!self.no_reply || words.code.is_none())
            && asks(self.providers, |provider| *provider == context.provider())
            && asks(self.logins, |login| Some(*login) == context.login)
            && asks(self.stages, |wanted| wanted == stage)
            && asks(self.points, |wanted| Some(*wanted) == *point)
            && asks(self.replies, |(from, to)| words.code.is_some_and(|code| (*from..=*to).contains(&code)))
            && asks(self.enhanced, |(class, subject, from, to)| {
                words.enhanced.is_some_and(|code| {
                    code.0 == *class && code.1 == *subject && (*from..=*to).contains(&code.2)
                })
            })
            && self.all.iter().all(|phrase| text.contains(phrase))
            && asks(self.any, |phrase| text.contains(phrase))
    }
}

fn asks<T>(list: &[T], fits: impl FnMut(&T) -> bool) -> bool {
    list.is_empty() || list.iter().any(fits)
}
