//! Handing over at the provider's web interface: Gmail API and Microsoft Graph.

use contract::{Route, Stage};
use diagnosis::Context;
use submission::Limits;
use submission::api::{Api, ApiSubmission, Cloud, submit_by_api};
use tls::Tls;
use tokio::sync::mpsc::UnboundedSender;
use wizard::StageEvent;

use super::mailer::tell;
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
    let context = Context {
        provider: &delivery.provider,
        brand: providers::name(&delivery.provider),
        login: Some(delivery.login),
        address: &delivery.address,
        worked_before: delivery.worked_before,
        ..Context::default()
    };
    Err(Refusal {
        problem: diagnosis::from_api(&context, &failure),
        // There is no other place to go to.
        unreached: false,
        token_refused: failure.token_refused(),
        may_have_gone: failure.may_have_gone,
    })
}

#[cfg(test)]
mod tests;
