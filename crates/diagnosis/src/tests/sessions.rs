//! Failures of a session, with their variables and remedies.

use std::time::Duration;

use contract::{Action, Arg, Certainty, Login, Problem, Security, Server, Stage};
use submission::{Cause, Enhanced, Failure, Point, Reply};
use tls::TlsFault;

use crate::{Context, Network, args, from_submission, optional_args};

fn server(port: u16) -> Server {
    let security = if port == 465 { Security::Tls } else { Security::Starttls };
    Server { host: "mail.example.jp".to_owned(), port, security }
}

fn failure(stage: Stage, point: Point, cause: Cause) -> Failure {
    Failure { stage, point, cause, finished: Vec::new(), may_have_gone: false }
}

fn name_with(context: Context<'_>, stage: Stage, point: Point, cause: Cause) -> Problem {
    let server = server(465);
    let context = Context { server: Some(&server), address: "taro@example.jp", ..context };
    let problem = from_submission(&context, &failure(stage, point, cause));
    for name in args(problem.code) {
        assert!(problem.args.contains_key(*name), "{name} is missing in {problem:?}");
    }
    let known = |name: &&String| {
        args(problem.code).contains(&name.as_str()) || optional_args(problem.code).contains(&name.as_str())
    };
    assert!(problem.args.keys().all(|name| known(&name)), "{problem:?}");
    problem
}

fn name(stage: Stage, point: Point, cause: Cause) -> Problem {
    name_with(Context { login: Some(Login::Password), ..Context::default() }, stage, point, cause)
}

fn word(problem: &Problem, name: &str) -> String {
    match &problem.args[name] {
        Arg::Word(word) => word.clone(),
        Arg::Number(number) => number.to_string(),
    }
}

fn silence() -> Cause {
    Cause::TimedOut { waited: Duration::from_secs(10) }
}

#[test]
fn connecting() {
    assert_eq!(word(&name(Stage::Connect, Point::Dial, Cause::HostNotFound), "host"), "mail.example.jp");
    assert_eq!(name(Stage::Connect, Point::Dial, Cause::HostNotFound).state, "C1");
    let closed = name(Stage::Connect, Point::Dial, Cause::Refused);
    assert_eq!((closed.state.as_str(), closed.remedies[0]), ("C2", Action::TryOtherPort));
    assert_eq!((word(&closed, "port"), word(&closed, "other-port")), ("465".to_owned(), "587".to_owned()));
    assert_eq!(name(Stage::Connect, Point::Dial, Cause::LookupFailed).state, "F1");
    assert_eq!(name(Stage::Connect, Point::Dial, Cause::Unreachable).state, "F1");
}

#[test]
fn a_control_host_tells_a_blocked_network_from_a_silent_server() {
    let with = |network, point| {
        let problem = name_with(Context { network, ..Context::default() }, Stage::Connect, point, silence());
        (problem.state, problem.certainty)
    };
    assert_eq!(with(Network::Unknown, Point::Dial), ("C4".to_owned(), Certainty::Likely));
    assert_eq!(with(Network::ControlAnswers, Point::Dial), ("C4".to_owned(), Certainty::Sure));
    assert_eq!(with(Network::ControlSilent, Point::Dial), ("C3".to_owned(), Certainty::Sure));
    assert_eq!(with(Network::Down, Point::Dial), ("F1".to_owned(), Certainty::Sure));
    assert_eq!(with(Network::ControlSilent, Point::Greeting), ("C4".to_owned(), Certainty::Sure));
}

#[test]
fn silence_tells_how_long_and_whether_the_message_may_have_gone() {
    let problem = name(Stage::SignIn, Point::Auth, silence());
    assert_eq!((problem.state.as_str(), problem.stage), ("C4", Stage::SignIn));
    assert_eq!((word(&problem, "seconds"), word(&problem, "sent")), ("10".to_owned(), "no".to_owned()));
    let server = server(465);
    let context = Context { server: Some(&server), ..Context::default() };
    let failure = Failure { may_have_gone: true, ..failure(Stage::HandOver, Point::Message, silence()) };
    assert_eq!(word(&from_submission(&context, &failure), "sent"), "maybe");
}

#[test]
fn certificates() {
    let tls = |fault| name(Stage::Secure, Point::Tls, Cause::Tls(fault));
    let expired = tls(TlsFault::Expired { not_after: Some(1_609_459_199) });
    assert_eq!((expired.state.as_str(), word(&expired, "date").as_str()), ("T1", "2020-12-31"));
    assert_eq!(word(&tls(TlsFault::Expired { not_after: Some(951_782_400) }), "date"), "2000-02-29");
    let unknown = tls(TlsFault::UnknownIssuer { issuer: Some("Evil\u{202e}\u{1b}[31m CA".to_owned()) });
    assert_eq!((unknown.state.as_str(), word(&unknown, "issuer").as_str()), ("T4", "Evil CA"));
    assert_eq!(tls(TlsFault::NotYetValid { not_before: None }).state, "O14");
    assert_eq!(tls(TlsFault::TooOld).state, "T6");
    assert_eq!(tls(TlsFault::NotTls).state, "T7");
    assert_eq!(name(Stage::Secure, Point::Starttls, Cause::NoStarttls).state, "T5");
    assert_eq!(name(Stage::Secure, Point::Starttls, Cause::PlainAfterStarttls).state, "T5");
    let wrong_clock = Context { clock_off: Some(4_000), ..Context::default() };
    let fault = Cause::Tls(TlsFault::Expired { not_after: Some(0) });
    assert_eq!(name_with(wrong_clock, Stage::Secure, Point::Tls, fault).state, "O14");
}

#[test]
fn a_name_from_a_certificate_is_offered_only_where_it_may_be_believed() {
    let known = |host: &str| host == "sv123.hoster.ne.jp";
    let offered = |names: &[&str]| {
        let presented = names.iter().map(ToString::to_string).collect();
        let cause = Cause::Tls(TlsFault::WrongName { presented });
        let context = Context { known_host: &known, ..Context::default() };
        let problem = name_with(context, Stage::Secure, Point::Tls, cause);
        assert_eq!(problem.state, "T2");
        let button = problem.remedies.contains(&Action::UseCertificateName);
        let name = problem.args.get("certificate-name").cloned();
        assert_eq!(button, name.is_some());
        name.map(|name| match name {
            Arg::Word(word) => word,
            Arg::Number(number) => number.to_string(),
        })
    };
    assert_eq!(offered(&["evil.example"]), None);
    assert_eq!(offered(&["*.example.jp"]), None);
    assert_eq!(offered(&[]), None);
    assert_eq!(offered(&["evil.example", "SV123.hoster.ne.jp"]).as_deref(), Some("sv123.hoster.ne.jp"));
    assert_eq!(offered(&["evil.example", "sv123.hoster.ne.jp"]).as_deref(), Some("sv123.hoster.ne.jp"));
    assert_eq!(offered(&["*.example.jp", "Sv1.example.jp"]).as_deref(), Some("sv1.example.jp"));
    assert_eq!(offered(&["example.jp.evil.example"]), None);
}

#[test]
fn mail_from_and_rcpt_to_are_told_apart() {
    let no = || Cause::Reply {
        reply: Reply { code: 550, enhanced: None, lines: vec!["no".to_owned()] },
        challenge: None,
    };
    assert_eq!(name(Stage::Sender, Point::MailFrom, no()).state, "M1");
    assert_eq!(name(Stage::Sender, Point::RcptTo, no()).state, "M2");
    assert_eq!(name(Stage::Secure, Point::Starttls, no()).state, "T5");
    assert_eq!(name(Stage::Secure, Point::Greeting, no()).state, "C6");
}

#[test]
fn the_rest() {
    let offered = vec!["GSSAPI".to_owned(), "CRAM-MD5".to_owned()];
    let problem = name(Stage::SignIn, Point::Auth, Cause::NoCommonMechanism { offered });
    assert_eq!((problem.state.as_str(), word(&problem, "mechanisms").as_str()), ("S13", "GSSAPI, CRAM-MD5"));
    assert_eq!(name(Stage::SignIn, Point::Auth, Cause::Malformed).state, "X3");
    assert_eq!(name(Stage::Connect, Point::Before, Cause::UnusableAddress).state, "M2");
    assert_eq!(name(Stage::SignIn, Point::Auth, Cause::Closed).state, "C4");
}

#[test]
fn remedies_fit_the_login() {
    let refused = |login| {
        let reply = Reply { code: 535, enhanced: Some(Enhanced(5, 7, 8)), lines: vec!["no".to_owned()] };
        let context = Context { login: Some(login), ..Context::default() };
        name_with(context, Stage::SignIn, Point::Auth, Cause::Reply { reply, challenge: None }).remedies
    };
    assert_eq!(refused(Login::Password), [Action::ShowFields, Action::TryAgain]);
    assert_eq!(refused(Login::AppPassword)[0], Action::OpenAppPasswordPage);
    assert_eq!(refused(Login::OAuth), [Action::SignInAgain, Action::TryAgain]);
}

#[test]
fn the_server_tells_whose_it_is_where_the_provider_is_unknown() {
    let google = Server { host: "smtp.gmail.com".to_owned(), port: 465, security: Security::Tls };
    let context = Context { server: Some(&google), login: Some(Login::Password), ..Context::default() };
    let reply = Reply { code: 535, enhanced: Some(Enhanced(5, 7, 8)), lines: vec!["no".to_owned()] };
    let failure = failure(Stage::SignIn, Point::Auth, Cause::Reply { reply, challenge: None });
    assert_eq!(from_submission(&context, &failure).state, "S3");
}

#[test]
fn microsoft_has_no_other_port_than_587() {
    let offered = |port| {
        let server = Server { host: "smtp.office365.com".to_owned(), ..server(port) };
        let context = Context { server: Some(&server), ..Context::default() };
        let closed = failure(Stage::Connect, Point::Dial, Cause::Refused);
        from_submission(&context, &closed).remedies.contains(&Action::TryOtherPort)
    };
    assert!(offered(465));
    assert!(!offered(587));
}
