//! Handing over at the provider's web interface: Gmail API and Microsoft Graph.

use contract::{Certainty, Problem, ProblemCode, Route, Stage};
use diagnosis::Context;
use submission::Limits;
use submission::api::{Api, ApiFailure, ApiSubmission, Cloud, submit_by_api};
use tls::Tls;
use tokio::sync::mpsc::UnboundedSender;
use wizard::StageEvent;

use super::mailer::tell;
use super::second_look::look_by_web;
use super::sign_in_line::SignInLine;
use crate::ports::{Credential, Delivery, Refusal};

/// The interface of a door; `None` for SMTP.
pub(super) fn api(route: Route) -> Option<Api> {
    match route {
        Route::Smtp => None,
        Route::GmailApi => Some(Api::Gmail),
        Route::Graph => Some(Api::Graph(Cloud::Worldwide)),
        Route::GraphGov => Some(Api::Graph(Cloud::UsGovernment)),
        Route::GraphChina => Some(Api::Graph(Cloud::China)),
    }
}

/// Hands over by one request. Ok means: the interface took the message, which at Microsoft is "accepted" and not more.
pub(super) async fn submit(
    api: Api,
    delivery: &Delivery,
    tls: &Tls,
    stages: &UnboundedSender<(Stage, StageEvent)>,
) -> Result<(), Refusal> {
    let (Credential::Bearer(token) | Credential::Password(token)) = &delivery.credential;
    let submission = ApiSubmission {
        api,
        token: token.clone(),
        sender: delivery.address.clone(),
        message: delivery.message.clone(),
        limits: Limits::default(),
    };
    let mut tell = |report| tell(report, stages);
    let Err(failure) = submit_by_api(&submission, tls, &mut tell).await else { return Ok(()) };
    Err(refusal(delivery, &failure, &SignInLine::new(tls.clone())).await)
}

/// What a failure means, after a look at other servers.
async fn refusal(delivery: &Delivery, failure: &ApiFailure, line: &SignInLine) -> Refusal {
    let seen = look_by_web(failure, line).await;
    let context = Context {
        provider: &delivery.provider,
        brand: providers::name(&delivery.provider),
        login: Some(delivery.login),
        address: &delivery.address,
        worked_before: delivery.worked_before,
        network: seen.network,
        clock_off: seen.clock_off,
        ..Context::default()
    };
    let mut problem = if seen.portal {
        let portal = diagnosis::problem(ProblemCode::CaptivePortal, failure.stage);
        Problem { certainty: Certainty::Likely, ..portal }
    } else {
        diagnosis::from_api(&context, failure)
    };
    problem.checks = seen.checks;
    Refusal {
        problem,
        // There is no other place to go to.
        unreached: false,
        token_refused: failure.token_refused(),
        may_have_gone: failure.may_have_gone,
    }
}

#[cfg(test)]
mod tests;
