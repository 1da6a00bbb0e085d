//! What of a code's remedies fits this login and this provider.

use contract::{Action, Login, Problem, ProblemCode};

use crate::Context;

/// Leaves out what cannot help here and puts in what can. At least one remedy remains.
pub(crate) fn adapt(problem: &mut Problem, context: &Context<'_>) {
    let microsoft = matches!(context.provider(), "microsoft365" | "outlook-personal");
    let google = context.provider() == "google";
    let consents = context.login == Some(Login::OAuth);
    let mut fitting = Vec::new();
    if problem.code == ProblemCode::NotAccepted && context.login == Some(Login::AppPassword) {
        fitting.push(Action::OpenAppPasswordPage);
    }
    for remedy in std::mem::take(&mut problem.remedies) {
        #[expect(clippy::wildcard_enum_match_arm, reason = "every other action fits everywhere")]
        let fits = match remedy {
            Action::SignInMicrosoft => {
                !consents && microsoft || problem.code == ProblemCode::OutlookNeedsConsent
            }
            Action::SignInGoogle => !consents && google,
            Action::SendByWeb => microsoft || google,
            Action::UseAppPassword | Action::OpenAppPasswordPage => !microsoft,
            // Microsoft has no 465, so that there is no other than 587.
            Action::TryOtherPort => !microsoft || context.server.is_some_and(|server| server.port == 465),
            Action::UseCertificateName => problem.args.contains_key("certificate-name"),
            _ => true,
        };
        let ends_in_consent =
            matches!(remedy, Action::ShowFields | Action::SignInMicrosoft | Action::SignInGoogle);
        if consents && ends_in_consent {
            fitting.push(Action::SignInAgain);
        } else if fits {
            fitting.push(remedy);
        }
    }
    let mut unique: Vec<Action> = Vec::new();
    for remedy in fitting {
        if !unique.contains(&remedy) {
            unique.push(remedy);
        }
    }
    if unique.is_empty() {
        unique.push(Action::TryAgain);
    }
    problem.remedies = unique;
}
