//! Sessions against scripted servers with real TCP and real TLS, and the parsers by themselves.

mod hostile;
mod mechanisms;
mod parts;
mod refusals;
mod roads;
mod silence;

use std::time::Duration;

use contract::{Security, Server};
use testkit::smtp::{Plan, SmtpServer};
use tls::Tls;

use crate::{Accepted, Credentials, Failure, Limits, Report, Submission, sign_in, submit};

const ADDRESS: &str = "taro@example.jp";
const PASSWORD: &str = "correct-horse-battery";

fn password() -> Credentials {
    Credentials::Password { user_name: ADDRESS.to_owned(), password: PASSWORD.into() }
}

fn bearer(token: &str) -> Credentials {
    Credentials::Bearer { user_name: ADDRESS.to_owned(), token: token.into() }
}

/// Short enough for a test, long enough for a busy machine.
fn short() -> Limits {
    let brief = Duration::from_millis(1200);
    Limits { connect: Duration::from_secs(2), tls: brief, greeting: brief, command: brief, data: brief }
}

struct Outcome {
    result: Result<Accepted, Failure>,
    reports: Vec<Report>,
    server: SmtpServer,
}

impl Outcome {
    fn failure(&self) -> &Failure {
        self.result.as_ref().expect_err("the server said no")
    }
}

async fn only_sign_in(server: &SmtpServer, credentials: Credentials) -> Result<(), Failure> {
    let tls = Tls::with_extra_roots([server.root.clone()]).expect("a trust store");
    sign_in(&submission(server, Security::Starttls, credentials, Limits::default()), &tls, &mut |_| {}).await
}

async fn hand_over(plan: Plan, credentials: Credentials) -> Outcome {
    hand_over_within(plan, credentials, Limits::default()).await
}

async fn hand_over_within(plan: Plan, credentials: Credentials, limits: Limits) -> Outcome {
    let security = if plan.implicit { Security::Tls } else { Security::Starttls };
    let server = SmtpServer::start(plan).await;
    let submission = submission(&server, security, credentials, limits);
    let tls = Tls::with_extra_roots([server.root.clone()]).expect("a trust store");
    let mut reports = Vec::new();
    let result = submit(&submission, &tls, &mut |report| reports.push(report)).await;
    Outcome { result, reports, server }
}

fn submission(
    server: &SmtpServer,
    security: Security,
    credentials: Credentials,
    limits: Limits,
) -> Submission {
    Submission {
        server: Server { host: "localhost".to_owned(), port: server.port, security },
        credentials,
        sender: ADDRESS.to_owned(),
        recipient: ADDRESS.to_owned(),
        message: b"Subject: hello\r\n\r\nHello\r\n".to_vec(),
        limits,
    }
}
