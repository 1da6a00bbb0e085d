//! Which road an address takes: browser, app password, password or by hand.

use contract::{Login, Problem, Trust, Verdict};

use super::{ByHand, Consent, From, Password, Question, Relay, Step, Trouble};
use crate::context::Context;
use crate::model::{Found, Plan, SavedStep, consent_provider};
use crate::problem;

/// The step after the settings were found.
pub(crate) fn route(found: Found, context: &mut Context) -> Step {
    let value = found.address.clone();
    if found.verdict == Verdict::Impossible {
        let problem = problem::closed_service(found.name.in_language(context.language));
        return trouble(problem, From::Closed { found: Box::new(found) });
    }
    let Some(login) = login(&found, context) else {
        if !found.logins.is_empty() && !found.logins.iter().any(|login| context.policy.allows(*login)) {
            return trouble(problem::not_allowed_here(), From::Address { value });
        }
        if let (Some(provider), true) = (consent_provider(&found.kind), found.logins.contains(&Login::OAuth))
        {
            return trouble(problem::no_client_id(provider), From::Address { value });
        }
        return connect(Plan::new(found, Login::Password), context);
    };
    let plan = Plan::new(found, login);
    if login != Login::OAuth && !trusted(&plan) {
        return Step::Question(Box::new(Question::organisation(plan)));
    }
    connect(plan, context)
}

/// The step in which the person signs in or gives the password.
pub(crate) fn connect(plan: Plan, context: &mut Context) -> Step {
    if !context.policy.allows(plan.login) {
        return trouble(problem::not_allowed_here(), From::Address { value: plan.found.address });
    }
    context.save(&plan, SavedStep::Connect);
    if let (Login::OAuth, Some(provider)) = (plan.login, plan.consent_provider()) {
        return Step::Consent(Consent::ready(provider, plan));
    }
    if let (Login::RelayKey, Some(by)) = (plan.login, &plan.by_relay) {
        return Step::Relay(Box::new(Relay::of(&plan, by)));
    }
    if plan.servers().is_empty() {
        Step::ByHand(ByHand::new(plan))
    } else {
        Step::Password(Password::new(plan))
    }
}

/// The first way to sign in that is open: a consent needs a client id.
fn login(found: &Found, context: &Context) -> Option<Login> {
    let mut allowed = found.logins.iter().copied().filter(|login| context.policy.allows(*login));
    allowed.find(|login| match login {
        Login::OAuth => consent_provider(&found.kind).is_some_and(|provider| context.clients.has(provider)),
        Login::AppPassword | Login::Password => true,
        Login::RelayKey => false,
    })
}

fn trusted(plan: &Plan) -> bool {
    plan.found.submission.first().is_none_or(|candidate| candidate.trust > Trust::Unproven)
}

fn trouble(problem: Problem, from: From) -> Step {
    Step::Trouble(Box::new(Trouble::new(problem, from)))
}
