//! From an authorisation server's answer to its name.

use contract::{Certainty, Problem, ProblemCode, Stage};

use crate::clean::harmless;
use crate::remedies::adapt;
use crate::{Context, Words, problem, said};

/// What came back from the browser or from the token endpoint, in plain fields.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OAuthAnswer<'a> {
    /// `google` or `microsoft`.
    pub provider: &'a str,
    /// The `error` field; empty where there was none.
    pub error: &'a str,
    /// The `error_description` field; empty where there was none. May be the server's free words.
    pub description: &'a str,
    /// The HTTP status, for an answer of the token endpoint.
    pub status: Option<u16>,
}

struct Rule {
    code: ProblemCode,
    certainty: Certainty,
    providers: &'static [&'static str],
    errors: &'static [&'static str],
    aadsts: &'static [u32],
    statuses: &'static [(u16, u16)],
    any: &'static [&'static str],
}

static RULES: &[Rule] = include!(concat!(env!("OUT_DIR"), "/oauth.rs"));

/// Names an error of the consent ([`Stage::Consent`]) or of the token endpoint ([`Stage::Token`]).
///
/// `invalid_grant` while the computer's clock is more than five minutes off is a wrong clock.
pub fn from_oauth(context: &Context<'_>, stage: Stage, answer: &OAuthAnswer<'_>) -> Problem {
    let text = harmless(answer.description).to_lowercase();
    let numbers = aadsts_numbers(&text);
    let fitting = RULES.iter().find(|rule| rule.fits(answer, &text, &numbers));
    let (code, certainty) = match fitting {
        Some(rule) if rule.code == ProblemCode::PermissionEnded && context.clock_is_wrong() => {
            (ProblemCode::ClockWrong, Certainty::Sure)
        }
        Some(rule) => (rule.code, rule.certainty),
        // No usable answer: HTML of a proxy, an empty page, an error nobody has described.
        None => (ProblemCode::TokenTrouble, Certainty::Likely),
    };
    let mut problem = Problem { certainty, ..problem(code, stage) };
    if !answer.error.is_empty() || !answer.description.is_empty() {
        let text = [answer.error, answer.description].join(" ");
        problem.said = Some(said(&Words { code: None, enhanced: None, text }));
    }
    adapt(&mut problem, context);
    problem
}

/// Every `error` that a rule names.
pub(crate) fn error_names() -> impl Iterator<Item = &'static str> {
    RULES.iter().flat_map(|rule| rule.errors).copied()
}

impl Rule {
    fn fits(&self, answer: &OAuthAnswer<'_>, text: &str, numbers: &[u32]) -> bool {
        let status = answer.status.unwrap_or_default();
        (self.providers.is_empty() || self.providers.contains(&answer.provider))
            && (self.errors.is_empty()
                || self.errors.iter().any(|error| answer.error.eq_ignore_ascii_case(error)))
            && (self.aadsts.is_empty() || self.aadsts.iter().any(|number| numbers.contains(number)))
            && (self.statuses.is_empty()
                || self.statuses.iter().any(|(from, to)| (*from..=*to).contains(&status)))
            && (self.any.is_empty() || self.any.iter().any(|word| text.contains(word)))
    }
}

/// The numbers after AADSTS; an outer error may carry an inner one.
fn aadsts_numbers(text: &str) -> Vec<u32> {
    text.split("aadsts")
        .skip(1)
        .take(8)
        .filter_map(|rest| {
            let digits: String = rest.chars().take_while(char::is_ascii_digit).take(9).collect();
            digits.parse().ok()
        })
        .collect()
}
