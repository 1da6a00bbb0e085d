//! The APIs played by scripted servers with real TCP and real TLS, and the reading of answers by itself.

mod answers;
mod lines;
mod roads;

use std::time::Duration;

use testkit::https::{Https, Request, Response};
use testkit::tls::{Authority, Flaw};
use tls::Tls;

use super::session::submit_at;
use super::{Api, ApiAnswer, ApiCause, ApiFailure, ApiSubmission, Cloud};
use crate::{Accepted, Limits, Report};

const TOKEN: &str = "ya29.planted-token_0123456789";
const MESSAGE: &[u8] = b"From: taro@gmail.com\r\nTo: taro@gmail.com\r\nSubject: =?utf-8?b?44OG44K544OI?=\r\n\r\n.dot\r\n\xe5\xb1\x8a\r\n";
const GRAPH: Api = Api::Graph(Cloud::Worldwide);

struct Outcome {
    result: Result<Accepted, ApiFailure>,
    reports: Vec<Report>,
    server: Https,
}

impl Outcome {
    fn failure(&self) -> &ApiFailure {
        self.result.as_ref().expect_err("the API said no")
    }

    fn answer(&self) -> &ApiAnswer {
        let ApiCause::Answer(answer) = &self.failure().cause else { panic!("{:?}", self.result) };
        answer
    }
}

fn submission(api: Api) -> ApiSubmission {
    let brief = Duration::from_millis(1_500);
    ApiSubmission {
        api,
        token: TOKEN.into(),
        sender: "taro@gmail.com".to_owned(),
        message: MESSAGE.to_vec(),
        limits: Limits {
            connect: Duration::from_secs(2),
            tls: brief,
            greeting: brief,
            command: brief,
            data: brief,
        },
    }
}

async fn submit(api: Api, answer: impl Fn(&Request) -> Response + Send + Sync + 'static) -> Outcome {
    submit_this(&submission(api), answer).await
}

async fn submit_this(
    submission: &ApiSubmission,
    answer: impl Fn(&Request) -> Response + Send + Sync + 'static,
) -> Outcome {
    let names = vec![submission.api.host().to_owned()];
    submit_to(submission, &Flaw::OtherNames(names), answer).await
}

async fn submit_to(
    submission: &ApiSubmission,
    flaw: &Flaw,
    answer: impl Fn(&Request) -> Response + Send + Sync + 'static,
) -> Outcome {
    let authority = Authority::new("Todoita Test");
    let server = Https::start(authority.server(flaw), answer).await;
    let tls = Tls::with_extra_roots([authority.root()]).expect("a trust store");
    let mut reports = Vec::new();
    let place = ("127.0.0.1", server.address.port());
    let result = submit_at(submission, place, &tls, &mut |report| reports.push(report)).await;
    Outcome { result, reports, server }
}
