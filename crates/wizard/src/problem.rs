//! The few problems that arise in the wizard itself. All others come from the crate `diagnosis`.

use contract::{AccountKind, Action, Certainty, Language, Login, Problem, ProblemCode, Stage, Who};

use crate::model::{Plan, Saved, SavedStep};
use crate::own_key::family;

/// A problem without arguments.
pub(crate) fn card(code: ProblemCode, stage: Stage, who: Who, remedies: &[Action]) -> Problem {
    Problem {
        code,
        state: code.state().to_owned(),
        stage,
        certainty: Certainty::Sure,
        who,
        args: std::collections::BTreeMap::new(),
        said: None,
        checks: Vec::new(),
        remedies: remedies.to_vec(),
    }
}

/// Nothing typed, or no `@`.
pub(crate) fn consent_stopped() -> Problem {
    card(ProblemCode::ConsentStopped, Stage::Consent, Who::You, &[Action::SignInAgain, Action::FixAddress])
}

/// Another account was chosen in the browser than the one typed.
pub(crate) fn other_account(typed: &str, chosen: &str) -> Problem {
    let mut problem = card(
        ProblemCode::OtherAccount,
        Stage::Consent,
        Who::You,
        &[Action::UseThisAccount, Action::SignInAgain],
    );
    problem.args.insert("typed".into(), typed.into());
    problem.args.insert("chosen".into(), chosen.into());
    problem
}

/// No client id for this provider, and no other road.
pub(crate) fn no_client_id(provider: &str) -> Problem {
    // At Google nearly everybody gets on with an app password, which begins with the address.
    let remedies: &[Action] = match provider {
        "google" => &[Action::FixAddress, Action::MakeOwnKey],
        _ => &[Action::MakeOwnKey, Action::FixAddress],
    };
    let mut problem = card(ProblemCode::NoClientId, Stage::Consent, Who::Us, remedies);
    problem.args.insert("provider".into(), brand(provider).into());
    // Microsoft has more than one; which of them it is decides where a registration is made.
    problem.args.insert("place".into(), provider.into());
    problem
}

/// A service that no outside program can use.
pub(crate) fn closed_service(name: &str) -> Problem {
    let mut problem =
        card(ProblemCode::ClosedService, Stage::Find, Who::You, &[Action::FixAddress, Action::OpenWebmail]);
    problem.args.insert("provider".into(), name.into());
    problem
}

/// The provider's page offers no app passwords: the organisation forbids them, or two-step sign-in is off.
pub(crate) fn no_app_passwords(plan: &Plan, language: Language) -> Problem {
    let google = plan.consent_provider() == Some("google");
    let needs = |what| {
        let needed = plan.found.preparation.as_ref().map(|needed| needed.panel_for(Login::AppPassword));
        needed.is_some_and(|panel| panel.before.as_deref() == Some(what))
    };
    let mut remedies = Vec::new();
    if google {
        remedies.push(Action::SignInGoogle);
    }
    let kind = &plan.found.kind;
    let organisation = kind.is_microsoft_365() || *kind == AccountKind::GoogleWorkspace;
    if organisation || needs("prepare-before-administrator") {
        remedies.push(Action::WriteToAdministrator);
        return card(ProblemCode::AppPasswordsForbidden, Stage::SignIn, Who::Administrator, &remedies);
    }
    if needs("prepare-before-two-step") {
        remedies.insert(0, Action::OpenTwoStepPage);
    }
    remedies.extend([Action::UseAppPassword, Action::FixAddress]);
    let mut problem = card(ProblemCode::AppPasswordUnavailable, Stage::SignIn, Who::You, &remedies);
    problem.args.insert("provider".into(), plan.found.name.in_language(language).into());
    problem
}

/// The person stopped while the message was being handed over.
pub(crate) fn stopped_while_sending() -> Problem {
    card(
        ProblemCode::StoppedWhileSending,
        Stage::HandOver,
        Who::You,
        &[Action::OpenWebmail, Action::ShowFields],
    )
}

/// The person stopped while the secret was being stored, which lasts when the system asks for the keychain's password. The
/// message is on its way by then.
pub(crate) fn stopped_while_storing() -> Problem {
    let remedies = [Action::UnlockKeychain, Action::KeepForSession];
    // Nobody has said that it is locked; a keychain that is open is done before anybody can stop it.
    Problem {
        certainty: Certainty::Likely,
        ..card(ProblemCode::KeychainLocked, Stage::Keep, Who::You, &remedies)
    }
}

/// The program was closed in the middle of a setting up, or while the message of one was waited for.
pub(crate) fn closed_in_the_middle(saved: &Saved) -> Problem {
    let mut problem =
        card(ProblemCode::ClosedInTheMiddle, Stage::Address, Who::You, &[Action::Resume, Action::StartOver]);
    problem.args.insert("address".into(), saved.plan.found.address.as_str().into());
    let reached = match saved.step {
        SavedStep::Arrival(ref account) if !account.session_only => "arrival",
        // What was kept for that run only is gone with it.
        SavedStep::Connect | SavedStep::Check | SavedStep::Arrival(_) => "setting-up",
    };
    problem.args.insert("reached".into(), reached.into());
    problem
}

/// A file with settings could not be read.
pub(crate) fn settings_faulty(file: &str, line: u32) -> Problem {
    let remedies = [Action::StartOver, Action::WriteToAdministrator];
    let mut problem = card(ProblemCode::SettingsFaulty, Stage::Address, Who::Administrator, &remedies);
    problem.args.insert("file".into(), file.into());
    problem.args.insert("line".into(), i32::try_from(line).unwrap_or(i32::MAX).into());
    problem
}

/// Every way in which the address could sign in is switched off here.
pub(crate) fn not_allowed_here() -> Problem {
    let remedies = [Action::WriteToAdministrator, Action::FixAddress];
    card(ProblemCode::NotAllowedHere, Stage::Consent, Who::Administrator, &remedies)
}

/// The disk did not take the list of accounts.
pub(crate) fn list_not_written(folder: &str) -> Problem {
    let mut problem =
        card(ProblemCode::ListNotWritten, Stage::Keep, Who::You, &[Action::TryAgain, Action::CopyReport]);
    problem.args.insert("folder".into(), folder.into());
    problem
}

/// The program itself failed.
pub(crate) fn internal(report: &str) -> Problem {
    let mut problem =
        card(ProblemCode::Internal, Stage::Address, Who::Us, &[Action::TryAgain, Action::CopyReport]);
    problem.args.insert("report".into(), report.into());
    problem
}

/// The word people know a sign-in provider by.
pub(crate) fn brand(provider: &str) -> &'static str {
    match family(provider) {
        "google" => "Google",
        "microsoft" => "Microsoft",
        _ => "",
    }
}
