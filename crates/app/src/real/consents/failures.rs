//! What each failure of a consent and of a renewal is called.

use contract::{Problem, ProblemCode, Stage};
use diagnosis::{Context, OAuthAnswer};
use oauth::device::DeviceError;
use oauth::{Cloud, ConsentError, Provider};

use crate::real::sign_in_line::SignInLine;

/// What a failure of a consent or of a renewal means, after a second look where the sign-in server was not reached.
pub(super) async fn problem(line: &SignInLine, provider: Provider, error: ConsentError) -> Problem {
    let plain = |code| diagnosis::problem(code, Stage::Consent);
    let answer = |stage, error: &str, description: &str, status| {
        let answer = OAuthAnswer { provider: provider.family(), error, description, status };
        diagnosis::from_oauth(&Context::default(), stage, &answer)
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
