//! A problem on its way to being complete: its variables and its remedies.

use std::time::Duration;

use contract::{Certainty, Problem, ProblemCode, Stage};
use submission::{Cause, Failure};
use tls::TlsFault;

use crate::remedies::adapt;
use crate::{Context, Words, problem, said};

/// Longest list of names or mechanisms in one variable.
const MOST_NAMES: usize = 5;

/// A problem on its way to being complete.
pub(crate) struct Card<'a> {
    pub(crate) problem: Problem,
    context: &'a Context<'a>,
}

impl<'a> Card<'a> {
    pub(crate) fn new(
        code: ProblemCode,
        certainty: Certainty,
        stage: Stage,
        context: &'a Context<'a>,
    ) -> Self {
        Self { problem: Problem { certainty, ..problem(code, stage) }, context }
    }

    pub(crate) fn word(&mut self, name: &str, value: impl Into<String>) {
        self.problem.args.insert(name.to_owned(), value.into().into());
    }

    pub(crate) fn seconds(&mut self, time: Duration) {
        let seconds = i32::try_from(time.as_secs()).unwrap_or(i32::MAX);
        self.problem.args.insert("seconds".to_owned(), seconds.into());
    }

    /// What the failure itself tells.
    pub(crate) fn learn(&mut self, failure: &Failure) {
        self.word("sent", if failure.may_have_gone { "maybe" } else { "no" });
        match &failure.cause {
            Cause::TimedOut { waited } => self.seconds(*waited),
            Cause::NoCommonMechanism { offered } if !offered.is_empty() => {
                self.word("mechanisms", joined(offered));
            }
            Cause::Tls(TlsFault::Expired { not_after }) => {
                self.word("date", not_after.map(day).unwrap_or_default());
            }
            Cause::Tls(TlsFault::UnknownIssuer { issuer: Some(issuer) }) => {
                self.word("issuer", shown(issuer));
            }
            Cause::Tls(TlsFault::WrongName { presented }) => {
                self.word("names", joined(presented));
                let lower = presented.iter().map(|name| name.to_ascii_lowercase());
                if let Some(name) = lower.into_iter().find(|name| believable(name, self.context)) {
                    self.word("certificate-name", name);
                }
            }
            Cause::HostNotFound
            | Cause::LookupFailed
            | Cause::Refused
            | Cause::Unreachable
            | Cause::Closed
            | Cause::Io(_)
            | Cause::Tls(_)
            | Cause::NoStarttls
            | Cause::PlainAfterStarttls
            | Cause::Reply { .. }
            | Cause::NoCommonMechanism { .. }
            | Cause::Malformed
            | Cause::TooLong
            | Cause::AddressNeedsSmtpUtf8
            | Cause::MessageNeedsEightBit
            | Cause::UnusableAddress
            | Cause::UnusableCredentials => {}
        }
    }

    /// Keeps the variables the texts of the code know, fills up those they count on, and fits the remedies.
    pub(crate) fn finish(mut self) -> Problem {
        let code = self.problem.code;
        let (always, sometimes) = (crate::args(code), crate::optional_args(code));
        self.problem
            .args
            .retain(|name, _| always.contains(&name.as_str()) || sometimes.contains(&name.as_str()));
        for name in always {
            if !self.problem.args.contains_key(*name) {
                let value = self.common(name);
                self.problem.args.insert((*name).to_owned(), value);
            }
        }
        adapt(&mut self.problem, self.context);
        self.problem
    }

    fn common(&self, name: &str) -> contract::Arg {
        let port = self.context.server.map_or(0, |server| i32::from(server.port));
        match name {
            "host" => self.context.host().into(),
            "address" => self.context.address.into(),
            "provider" if self.context.brand.is_empty() => self.context.host().into(),
            "provider" => self.context.brand.into(),
            "domain" => self.context.address.rsplit_once('@').map_or("", |(_, domain)| domain).into(),
            // As words: a port is a name, and no language puts a comma into it.
            "port" => port.to_string().into(),
            "other-port" => (if port == 465 { "587" } else { "465" }).into(),
            "sent" => "no".into(),
            "user-name" => self.context.other_user_name.into(),
            _ => "".into(),
        }
    }
}

/// A name that may be offered in place of the typed one: a plain host that the program knows, or one of the same
/// organisation as the typed one.
fn believable(name: &str, context: &Context<'_>) -> bool {
    let plain = name.contains('.')
        && name.len() <= 253
        && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-'));
    let organisation = suffixes::base(name);
    let same = organisation.is_some() && organisation == suffixes::base(context.host());
    plain && (same || (context.known_host)(name))
}

/// Names from a server, harmless and few.
fn joined(names: &[String]) -> String {
    names.iter().take(MOST_NAMES).map(|name| shown(name)).collect::<Vec<_>>().join(", ")
}

fn shown(name: &str) -> String {
    said(&Words { text: name.chars().take(255).collect(), ..Words::default() }).text
}

/// The day of a moment, such as `2021-01-31`, in UTC.
fn day(seconds: u64) -> String {
    let days = i64::try_from(seconds / 86_400).unwrap_or(i64::MAX / 4) + 719_468;
    let era = days.div_euclid(146_097);
    let day_of_era = days.rem_euclid(146_097);
    let year_of_era = (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let from_march = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * from_march + 2) / 5 + 1;
    let month = if from_march < 10 { from_march + 3 } else { from_march - 9 };
    let year = era * 400 + year_of_era + i64::from(month <= 2);
    format!("{year:04}-{month:02}-{day:02}")
}
