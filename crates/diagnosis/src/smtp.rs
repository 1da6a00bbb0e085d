//! From a failed submission to its name.

use contract::{Certainty, Login, Problem, ProblemCode};
use submission::{Cause, Failure, Point};
use tls::TlsFault;

use crate::card::Card;
use crate::{Context, Network, Situation, Words, rules, said};

/// Names a reply. One that no rule knows is [`ProblemCode::UnknownReply`], with the server's words.
pub fn diagnose(situation: &Situation<'_>) -> Problem {
    let (code, certainty) = match rules::first_fitting(situation) {
        Some(rule) => (rule.code, rule.certainty),
        None => (ProblemCode::UnknownReply, Certainty::Sure),
    };
    let (code, certainty) = with_history(&situation.context, code, certainty);
    let issuer =
        interceptor(&situation.words.comparable()).filter(|_| code == ProblemCode::CertificateUnknown);
    if let Some(issuer) = issuer {
        let mut card =
            Card::new(ProblemCode::LineIntercepted, certainty, situation.stage, &situation.context);
        card.problem.args.insert("issuer".into(), issuer.into());
        card.problem.said = Some(said(situation.words));
        return card.finish();
    }
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
        // Without a network, Windows and macOS say of every name that it does not exist.
        Cause::HostNotFound if context.network == Network::Down => (ProblemCode::Offline, Likely),
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
pub fn intercepts(issuer: &str) -> bool {
    interceptor(&issuer.to_lowercase()).is_some()
}

/// The name of such a product in words of lower case. It begins a word: there is no "G Data" in "Hosting Data Center".
fn interceptor(words: &str) -> Option<&'static str> {
    let begins_a_word = |at: usize| !words[..at].ends_with(|letter: char| letter.is_ascii_alphanumeric());
    let stands = |name: &&str| words.match_indices(*name).any(|(at, _)| begins_a_word(at));
    rules::INTERCEPTORS.iter().copied().find(stands)
}
