//! The quiet check of an account, once a day, where the person asked for it: what is remembered of it, and what is worth
//! telling.

use contract::{Problem, ProblemCode, Stage, Who};
use serde::{Deserialize, Serialize};

/// A check is due when the last one is older than this: 20 hours, so that a computer that is switched on a little earlier
/// than yesterday is not left out. Milliseconds.
const DUE_AFTER_MS: u64 = 20 * 60 * 60 * 1000;

/// What is remembered of an account that is checked once a day.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Watch {
    /// When it was checked last, milliseconds since 1970.
    #[serde(default)]
    pub checked_at: Option<u64>,
    /// What the last check found, if it was not well.
    #[serde(default)]
    trouble: Option<Box<Problem>>,
    /// The person was told about it.
    #[serde(default)]
    told: bool,
    /// The person was told that this way of sending will end.
    #[serde(default)]
    told_coming: bool,
}

impl Watch {
    /// Whether it is time for the next check.
    pub fn is_due(&self, now_ms: u64) -> bool {
        // A clock that was set back must not stop the checks.
        self.checked_at.is_none_or(|at| at > now_ms || now_ms - at >= DUE_AFTER_MS)
    }

    /// Takes in how a check ended. Gives what the person is to be told: a failure that they do not know of yet.
    pub fn take(&mut self, outcome: Result<(), Problem>, now_ms: u64) -> Option<Problem> {
        let problem = match outcome {
            Ok(()) => {
                self.checked_at = Some(now_ms);
                self.trouble = None;
                self.told = false;
                return None;
            }
            Err(problem) => problem,
        };
        // It says nothing about the account, so it is as if nobody had looked.
        if says_nothing(&problem) {
            return None;
        }
        self.checked_at = Some(now_ms);
        let the_same = self.trouble.as_ref().is_some_and(|known| known.code == problem.code);
        let tell = !(the_same && self.told) && (the_same || !may_pass(&problem));
        self.told = tell || (the_same && self.told);
        self.trouble = Some(Box::new(problem.clone()));
        tell.then_some(problem)
    }

    /// What is wrong, as far as the person was told.
    pub fn trouble(&self) -> Option<&Problem> {
        self.trouble.as_deref().filter(|_| self.told)
    }

    /// True the first time it is asked: what is coming is told once.
    pub fn tells_coming(&mut self) -> bool {
        !std::mem::replace(&mut self.told_coming, true)
    }

    /// The same after a test message went through.
    #[must_use]
    pub fn mended(&self) -> Self {
        Self { trouble: None, told: false, ..self.clone() }
    }
}

/// Whether the network was not there yet, as in the seconds after a computer woke up: the same may be tried once more in a
/// while. A network that is there and lets nobody sign in stays as it is.
pub fn network_may_come(problem: &Problem) -> bool {
    [ProblemCode::Offline, ProblemCode::CaptivePortal, ProblemCode::HostNotFound].contains(&problem.code)
}

/// The network or the keychain was not there, or the network let nobody sign in, which is daily life of a computer and not
/// a fault of the account.
fn says_nothing(problem: &Problem) -> bool {
    let around = [ProblemCode::NetworkBlocksMail, ProblemCode::SignInPageBlocked, ProblemCode::Internal];
    problem.stage == Stage::Keep || network_may_come(problem) || around.contains(&problem.code)
}

/// A server that does not answer today may answer tomorrow, and a clock that stopped with the computer is set soon after the
/// start: only the second time in a row is worth a word.
fn may_pass(problem: &Problem) -> bool {
    problem.who == Who::Wait
        || problem.code == ProblemCode::ClockWrong
        || matches!(problem.stage, Stage::Connect | Stage::Find)
}
