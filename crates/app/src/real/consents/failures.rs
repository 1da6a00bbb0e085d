//! What each failure of a consent, of a renewal and of a turn is called.

use contract::{Certainty, Login, Problem, ProblemCode, Stage};
use diagnosis::{Context, OAuthAnswer};
use oauth::device::DeviceError;
use oauth::{Cloud, ConsentError, Provider, TurnError};

use crate::real::files::not_written;
use crate::real::sign_in_line::SignInLine;

/// What a failure of a consent or of a renewal means, after a second look where the sign-in server was not reached.
pub(super) async fn problem(line: &SignInLine, provider: Provider, error: ConsentError) -> Problem {
    let plain = |code| diagnosis::problem(code, Stage::Consent);
    let answer = |stage, error: &str, description: &str, status| {
        let answer = OAuthAnswer { provider: provider.family(), error, description, status };
        let context = Context { login: Some(Login::OAuth), ..Context::default() };
        diagnosis::from_oauth(&context, stage, &answer)
    };
    match error {
        ConsentError::Listen => plain(ProblemCode::ListenFailed),
        ConsentError::Refused { error, description } => answer(Stage::Consent, &error, &description, None),
        ConsentError::Mismatch => plain(ProblemCode::ConsentMismatch),
        ConsentError::Token { error, description } => answer(Stage::Token, &error, &description, None),
        ConsentError::Unreached(why) => line.problem(why).await,
        ConsentError::Trouble { status } => answer(Stage::Token, "", "", status),
        ConsentError::ScopeMissing => plain(ProblemCode::ScopeMissing),
        ConsentError::NotLasting => plain(ProblemCode::NoLastingPermission),
        ConsentError::NoIdentity => no_identity(),
    }
}

pub(super) fn no_identity() -> Problem {
    diagnosis::problem(ProblemCode::TokenTrouble, Stage::Consent)
}

/// What it means that the turn of an account was not to be had.
pub(super) fn turn_problem(error: TurnError) -> Problem {
    match error {
        // All else that is done in a turn has a limit of time: the other run waits for the keychain's password.
        TurnError::Busy => Problem {
            certainty: Certainty::Likely,
            ..diagnosis::problem(ProblemCode::KeychainLocked, Stage::Keep)
        },
        TurnError::Folder(folder) => {
            let mut problem = not_written(&folder.display().to_string());
            problem.args.insert("what".into(), "permission".into());
            problem
        }
        // A fault of the program: nobody else is asked to mend it.
        TurnError::Own => {
            let mut problem = diagnosis::problem(ProblemCode::Internal, Stage::Token);
            problem.args.insert("report".into(), "0".into());
            problem
        }
    }
}

/// What a consent by code came to.
pub(super) async fn code_problem(line: &SignInLine, error: DeviceError, stage: Stage) -> Problem {
    match error {
        DeviceError::Expired | DeviceError::UnknownCode => {
            diagnosis::problem(ProblemCode::CodeExpired, Stage::Consent)
        }
        DeviceError::Declined => diagnosis::problem(ProblemCode::ConsentDenied, Stage::Consent),
        DeviceError::NotOffered | DeviceError::NotUsable => {
            diagnosis::problem(ProblemCode::TokenTrouble, stage)
        }
        // The words are the same in all of its clouds.
        DeviceError::Consent(error) => problem(line, Provider::Microsoft(Cloud::World), error).await,
    }
}
