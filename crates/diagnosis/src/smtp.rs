//! From a failed submission to its name.

use contract::{Certainty, Login, Problem, ProblemCode, Stage};
use submission::{Cause, Failure, Point};
use tls::TlsFault;

use crate::remedies::adapt;
use crate::{Context, Network, Situation, Words, problem, rules, said};

/// Longest list of names or mechanisms in one variable.
const MOST_NAMES: usize = 5;

/// Names a reply. One that no rule knows is [`ProblemCode::UnknownReply`], with the server's words.
pub fn diagnose(situation: &Situation<'_>) -> Problem {
    let (code, certainty) = match rules::first_fitting(situation) {
        Some(rule) => (rule.code, rule.certainty),
        None => (ProblemCode::UnknownReply, Certainty::Sure),
    };
    let (code, certainty) = with_history(&situation.context, code, certainty);
    let mut card = Card::new(code, certainty, situation.stage, &situation.context);
    card.problem.said = Some(said(situation.words));
    card.finish()
}

/// What is known besides the reply can name the cause more exactly.
fn with_history(context: &Context<'_>, code: ProblemCode, certainty: Certainty) -> (ProblemCode, Certainty) {
    let app_password = matches!(code, ProblemCode::GooglePasswordRefused | ProblemCode::NeedsAppPassword);
    if app_password && context.worked_before && context.login == Some(Login::AppPassword) {
        return (ProblemCode::AppPasswordEnded, Certainty::Likely);
    }
    if code == ProblemCode::NotAccepted && !context.other_user_name.is_empty() {
        return (ProblemCode::OtherUserName, Certainty::Likely);
    }
    (code, certainty)
}

/// Names what ended a submission.
pub fn from_submission(context: &Context<'_>, failure: &Failure) -> Problem {
    let stage = failure.stage;
    if let Cause::Reply { reply, .. } = &failure.cause {
        let words = Words::from(reply);
        if failure.point == Point::Starttls {
            let mut card = Card::new(ProblemCode::NoStarttls, Certainty::Sure, stage, context);
            card.problem.said = Some(said(&words));
            return card.finish();
        }
        return diagnose(&Situation { context: *context, stage, point: Some(failure.point), words: &words });
    }
    let (code, certainty) = name(context, failure);
    let mut card = Card::new(code, certainty, stage, context);
    card.learn(failure);
    card.finish()
}

fn name(context: &Context<'_>, failure: &Failure) -> (ProblemCode, Certainty) {
    use Certainty::{Likely, Sure};
    match &failure.cause {
        Cause::HostNotFound => (ProblemCode::HostNotFound, Sure),
        Cause::LookupFailed => (ProblemCode::Offline, Likely),
        Cause::Refused => match context.network {
            Network::ControlSilent => (ProblemCode::NetworkBlocksMail, Sure),
            Network::Down => (ProblemCode::Offline, Sure),
            Network::Unknown | Network::ControlAnswers => (ProblemCode::PortClosed, Sure),
        },
        Cause::Unreachable => match context.network {
            Network::ControlSilent => (ProblemCode::NetworkBlocksMail, Likely),
            Network::ControlAnswers => (ProblemCode::ServerSilent, Sure),
            Network::Unknown => (ProblemCode::Offline, Likely),
            Network::Down => (ProblemCode::Offline, Sure),
        },
        Cause::TimedOut { .. } | Cause::Io(_) => match (failure.point, context.network) {
            (Point::Dial, Network::ControlSilent) => (ProblemCode::NetworkBlocksMail, Sure),
            (_, Network::Down) => (ProblemCode::Offline, Sure),
            (Point::Dial, Network::Unknown) => (ProblemCode::ServerSilent, Likely),
            (_, Network::Unknown | Network::ControlAnswers | Network::ControlSilent) => {
                (ProblemCode::ServerSilent, Sure)
            }
        },
        Cause::Closed => (ProblemCode::ServerSilent, Likely),
        Cause::Tls(fault) => name_of_fault(context, fault),
        Cause::NoStarttls | Cause::PlainAfterStarttls => (ProblemCode::NoStarttls, Sure),
        Cause::NoCommonMechanism { .. } => (ProblemCode::NoCommonMethod, Sure),
        Cause::UnusableCredentials => (ProblemCode::NotAccepted, Likely),
        Cause::UnusableAddress | Cause::AddressNeedsSmtpUtf8 => (ProblemCode::OwnAddressRefused, Sure),
        Cause::Malformed | Cause::TooLong | Cause::MessageNeedsEightBit | Cause::Reply { .. } => {
            (ProblemCode::UnknownReply, Sure)
        }
    }
}

fn name_of_fault(context: &Context<'_>, fault: &TlsFault) -> (ProblemCode, Certainty) {
    use Certainty::{Likely, Sure};
    match fault {
        TlsFault::Expired { .. } if context.clock_is_wrong() => (ProblemCode::ClockWrong, Sure),
        TlsFault::Expired { .. } => (ProblemCode::CertificateExpired, Sure),
        TlsFault::NotYetValid { .. } if context.clock_is_wrong() => (ProblemCode::ClockWrong, Sure),
        TlsFault::NotYetValid { .. } => (ProblemCode::ClockWrong, Likely),
        TlsFault::WrongName { .. } => (ProblemCode::CertificateName, Sure),
        TlsFault::UnknownIssuer { issuer: Some(issuer) } if intercepts(issuer) => {
            (ProblemCode::LineIntercepted, Sure)
        }
        TlsFault::UnknownIssuer { .. } | TlsFault::Revoked => (ProblemCode::CertificateUnknown, Sure),
        TlsFault::BadCertificate { .. } | TlsFault::NoTrustStore { .. } => {
            (ProblemCode::CertificateUnknown, Likely)
        }
        TlsFault::TooOld => (ProblemCode::TlsTooOld, Sure),
        TlsFault::NotTls => (ProblemCode::WrongKindOfLine, Sure),
        TlsFault::Closed => (ProblemCode::ServerSilent, Likely),
        TlsFault::Other { .. } => (ProblemCode::UnknownReply, Likely),
    }
}

/// Whether an issuer is a product that opens lines to read them. No public authority has one of these names.
fn intercepts(issuer: &str) -> bool {
    let issuer = issuer.to_lowercase();
    rules::INTERCEPTORS.iter().any(|name| issuer.contains(name))
}

/// A problem on its way to being complete.
struct Card<'a> {
    problem: Problem,
    context: &'a Context<'a>,
}

impl<'a> Card<'a> {
    fn new(code: ProblemCode, certainty: Certainty, stage: Stage, context: &'a Context<'a>) -> Self {
        Self { problem: Problem { certainty, ..problem(code, stage) }, context }
    }

    fn word(&mut self, name: &str, value: impl Into<String>) {
        self.problem.args.insert(name.to_owned(), value.into().into());
    }

    /// What the failure itself tells.
    fn learn(&mut self, failure: &Failure) {
        self.word("sent", if failure.may_have_gone { "maybe" } else { "no" });
        match &failure.cause {
            Cause::TimedOut { waited } => {
                let seconds = i32::try_from(waited.as_secs()).unwrap_or(i32::MAX);
                self.problem.args.insert("seconds".to_owned(), seconds.into());
            }
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
    fn finish(mut self) -> Problem {
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
