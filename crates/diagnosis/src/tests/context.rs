//! What is known besides the failure: the network, what worked before, the provider's ways, and who opens lines.

use contract::{Arg, Certainty, Login, Problem, ProblemCode, Stage};
use submission::{Cause, Enhanced, Failure, Point, Reply};
use tls::TlsFault;

use super::stage;
use crate::{Context, Network, Situation, Words, diagnose, from_submission};

use Certainty::{Likely, Sure};

fn failed(context: Context<'_>, stage: Stage, point: Point, cause: Cause) -> Problem {
    let failure = Failure { stage, point, cause, finished: Vec::new(), may_have_gone: false };
    from_submission(&context, &failure)
}

#[test]
fn what_the_network_shows_decides_what_a_failed_connection_is() {
    let named = |cause: Cause, network| {
        let context = Context { network, ..Context::default() };
        let problem = failed(context, Stage::Connect, Point::Dial, cause);
        (problem.code, problem.certainty)
    };
    use Network::{ControlAnswers, ControlSilent, Down, Unknown};
    use ProblemCode::{NetworkBlocksMail, Offline, PortClosed, ServerSilent};
    for (network, refused, unreachable) in [
        (Unknown, (PortClosed, Sure), (Offline, Likely)),
        (ControlAnswers, (PortClosed, Sure), (ServerSilent, Sure)),
        (ControlSilent, (NetworkBlocksMail, Sure), (NetworkBlocksMail, Likely)),
        (Down, (Offline, Sure), (Offline, Sure)),
    ] {
        assert_eq!(named(Cause::Refused, network), refused, "{network:?}");
        assert_eq!(named(Cause::Unreachable, network), unreachable, "{network:?}");
    }
}

#[test]
fn a_name_that_is_not_found_where_none_is_found_is_no_wrong_name() {
    use Network::{ControlAnswers, ControlSilent, Down, Unknown};
    let named = |network| {
        let context = Context { network, ..Context::default() };
        let problem = failed(context, Stage::Connect, Point::Dial, Cause::HostNotFound);
        (problem.code, problem.certainty)
    };
    assert_eq!(named(Down), (ProblemCode::Offline, Likely));
    for network in [Unknown, ControlAnswers, ControlSilent] {
        assert_eq!(named(network), (ProblemCode::HostNotFound, Sure), "{network:?}");
    }
}

fn refused(context: Context<'_>) -> Problem {
    let reply = Reply { code: 535, enhanced: Some(Enhanced(5, 7, 8)), lines: vec!["no".to_owned()] };
    failed(context, Stage::SignIn, Point::Auth, Cause::Reply { reply, challenge: None })
}

#[test]
fn an_app_password_that_worked_before_has_ended() {
    for (provider, otherwise) in
        [("google", ProblemCode::GooglePasswordRefused), ("icloud", ProblemCode::NeedsAppPassword)]
    {
        let named = |login, worked_before| {
            let context = Context { provider, login: Some(login), worked_before, ..Context::default() };
            let problem = refused(context);
            (problem.code, problem.certainty)
        };
        let ended = named(Login::AppPassword, true);
        assert_eq!(ended, (ProblemCode::AppPasswordEnded, Likely), "{provider}");
        assert_eq!(named(Login::AppPassword, false).0, otherwise, "{provider}");
        assert_eq!(named(Login::Password, true).0, otherwise, "{provider}: it was no app password");
    }
    let other = Context { login: Some(Login::AppPassword), worked_before: true, ..Context::default() };
    assert_eq!(refused(other).code, ProblemCode::NotAccepted, "a provider without app passwords");
}

#[test]
fn a_refused_sign_in_names_the_user_name_that_the_provider_wants() {
    let context = Context { login: Some(Login::Password), ..Context::default() };
    assert_eq!(refused(context).code, ProblemCode::NotAccepted);
    let problem = refused(Context { other_user_name: "m1234567", ..context });
    assert_eq!((problem.code, problem.certainty), (ProblemCode::OtherUserName, Likely));
    assert_eq!(problem.args.get("user-name"), Some(&Arg::from("m1234567")));
    let google = Context { provider: "google", other_user_name: "m1234567", ..context };
    assert_eq!(refused(google).code, ProblemCode::GooglePasswordRefused);
}

#[test]
fn who_opens_lines_is_known_by_the_issuer() {
    let by = |issuer: Option<&str>| {
        let cause = Cause::Tls(TlsFault::UnknownIssuer { issuer: issuer.map(str::to_owned) });
        failed(Context::default(), Stage::Secure, Point::Tls, cause)
    };
    for issuer in
        ["Avast Web/Mail Shield Root", "G DATA Mail Security", "CN=Zscaler Root CA", "FGT-FortiGate CA"]
    {
        let problem = by(Some(issuer));
        assert_eq!((problem.code, problem.certainty), (ProblemCode::LineIntercepted, Sure), "{issuer}");
        assert_eq!(problem.args.get("issuer"), Some(&Arg::from(issuer)));
    }
    for issuer in [None, Some("Let's Decrypt"), Some("Hosting Data Center CA"), Some("Sterling Data")] {
        assert_eq!(by(issuer).code, ProblemCode::CertificateUnknown, "{issuer:?}");
    }
}

#[test]
fn who_opens_lines_is_known_by_pasted_words() {
    let name = |raw: &str| {
        let words = Words::read(raw.as_bytes());
        let context = Context::default();
        diagnose(&Situation { context, stage: stage("secure"), point: None, words: &words })
    };
    let unknown = "unable to get local issuer certificate";
    let problem = name(&format!("{unknown} (issuer: Kaspersky Anti-Virus Personal Root)"));
    assert_eq!(problem.code, ProblemCode::LineIntercepted);
    assert_eq!(problem.args.get("issuer"), Some(&Arg::from("kaspersky")));
    assert_eq!(name(unknown).code, ProblemCode::CertificateUnknown);
    assert_eq!(name(&format!("{unknown} while reading data")).code, ProblemCode::CertificateUnknown);
    assert_eq!(name("kaspersky says hello").code, ProblemCode::UnknownReply);
}

#[test]
fn only_a_clock_that_was_seen_to_be_wrong_is_surely_wrong() {
    let named = |clock_off| {
        let cause = Cause::Tls(TlsFault::NotYetValid { not_before: None });
        let problem = failed(Context { clock_off, ..Context::default() }, Stage::Secure, Point::Tls, cause);
        (problem.code, problem.certainty)
    };
    for (clock_off, certainty) in [(None, Likely), (Some(300), Likely), (Some(301), Sure), (Some(-301), Sure)]
    {
        assert_eq!(named(clock_off), (ProblemCode::ClockWrong, certainty), "{clock_off:?}");
    }
}

#[test]
fn a_certificate_that_cannot_be_believed_is_told_from_a_line_that_broke() {
    let named = |fault| {
        let problem = failed(Context::default(), Stage::Secure, Point::Tls, Cause::Tls(fault));
        (problem.code, problem.certainty)
    };
    let reason = || "words of a library".to_owned();
    for (fault, wanted) in [
        (TlsFault::Revoked, (ProblemCode::CertificateUnknown, Sure)),
        (TlsFault::BadCertificate { reason: reason() }, (ProblemCode::CertificateUnknown, Likely)),
        (TlsFault::NoTrustStore { reason: reason() }, (ProblemCode::CertificateUnknown, Likely)),
        (TlsFault::Closed, (ProblemCode::ServerSilent, Likely)),
        (TlsFault::Other { reason: reason() }, (ProblemCode::UnknownReply, Likely)),
    ] {
        assert_eq!(named(fault.clone()), wanted, "{fault:?}");
    }
}
