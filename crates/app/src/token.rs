//! Access tokens: how long one is used that came with a consent, and when another one may help.

use contract::ProblemCode;
use secret::Secret;

/// As long as the crate oauth uses one of which it knows no life; no provider's lives shorter than that.
const USED_MS: u64 = 5 * 60 * 1_000;

/// A token with the time at which it came.
#[derive(Debug, Clone)]
pub(crate) struct Token {
    secret: Secret,
    at: u64,
}

impl Token {
    /// A token that came at `at`, in milliseconds since 1970.
    pub(crate) fn new(secret: Secret, at: u64) -> Self {
        Self { secret, at }
    }

    /// The token, while it may be used without asking for another one. A clock that was set back proves no age.
    pub(crate) fn fresh(&self, now: u64) -> Option<&Secret> {
        now.checked_sub(self.at).filter(|age| *age < USED_MS).map(|_| &self.secret)
    }
}

/// Whether a refused sign-in may have been about the token itself, and not about the account or the way.
pub(crate) fn may_be_spent(code: ProblemCode) -> bool {
    [
        ProblemCode::GooglePermissionLacksMail,
        ProblemCode::MicrosoftRefused,
        ProblemCode::NotAccepted,
        ProblemCode::PermissionEnded,
    ]
    .contains(&code)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_is_used_for_five_minutes_by_the_clock_that_goes_on_while_the_computer_sleeps() {
        let token = Token::new(Secret::from("t"), 1_000_000);
        for (now, used) in [(1_000_000, true), (1_299_999, true), (1_300_000, false), (999_999, false)] {
            assert_eq!(token.fresh(now).is_some(), used, "{now}");
        }
    }
}
