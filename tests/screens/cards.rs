//! Cards of failures that carry no words of a server, filled with plausible values.

use contract::{Arg, Problem, ProblemCode, Stage, Text};

use super::facts::TARO;

/// The card of a code with a value for every variable that its texts may use.
pub(crate) fn card(code: ProblemCode, stage: Stage) -> Problem {
    let mut problem = diagnosis::problem(code, stage);
    for name in diagnosis::args(code).iter().chain(diagnosis::optional_args(code)) {
        problem.args.insert((*name).to_owned(), value(name));
    }
    problem.checks = checks(code);
    problem
}

/// What the second look shows where it is taken.
#[expect(clippy::wildcard_enum_match_arm, reason = "all other failures are sure without it")]
fn checks(code: ProblemCode) -> Vec<Text> {
    let about = |id: &str, host: &str, port: &str| Text::new(id).with("host", host).with("port", port);
    match code {
        ProblemCode::NetworkBlocksMail => vec![
            about("check-control-silent", "smtp.gmail.com", "465"),
            about("check-port-closed", "sv1.hosting.example", "587"),
        ],
        ProblemCode::ServerSilent => vec![
            about("check-control-answers", "smtp.gmail.com", "465"),
            about("check-port-closed", "sv1.hosting.example", "587"),
        ],
        ProblemCode::PortClosed => vec![about("check-port-open", "sv1.hosting.example", "587")],
        ProblemCode::CertificateExpired => {
            vec![Text::new("check-clock-right").with("host", "smtp.gmail.com")]
        }
        ProblemCode::ClockWrong => vec![Text::new("check-clock-wrong").with("host", "smtp.gmail.com")],
        ProblemCode::NoStarttls => {
            vec![Text::new("check-starttls-known").with("host", "sv1.hosting.example")]
        }
        _ => Vec::new(),
    }
}

fn value(name: &str) -> Arg {
    match name {
        "address" => TARO.into(),
        "typed" => TARO.into(),
        "chosen" => "hanako@gmail.com".into(),
        "suggestion" => TARO.into(),
        "domain" => "shop.example".into(),
        "host" => "sv1.hosting.example".into(),
        "port" => Arg::Number(465),
        "other-port" => Arg::Number(587),
        "seconds" => Arg::Number(30),
        "provider" => "iCloud".into(),
        "names" => "sv2.hosting.example, *.hosting.example".into(),
        "certificate-name" => "sv2.hosting.example".into(),
        "issuer" => "Avast Web/Mail Shield Root".into(),
        "user-name" => "tencho.shop".into(),
        "date" => "2020-01-31".into(),
        "mechanisms" => "CRAM-MD5, NTLM".into(),
        "sent" => "no".into(),
        "report" => "r-7f3a".into(),
        "reached" => "setting-up".into(),
        other => panic!("a plausible value for the variable {other} has to be added here"),
    }
}
