//! Exit codes: one for each stage, so that a script knows where it ended (docs/cli.md).

use std::process::ExitCode;

use contract::{Problem, ProblemCode, Stage};

/// How the program ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Exit {
    /// All is well.
    Good,
    /// The command line was wrong, or there is no such account.
    Misuse,
    /// It failed at a stage.
    Failed(Stage),
    /// The message was taken and was not to be seen within a minute.
    NotSeen,
    /// The message was taken and the mailbox could not be looked into.
    NotLooked,
    /// A setting of the domain is missing or has to be changed.
    Wanting,
    /// A person has to say where the mail is read.
    Question,
    /// No safe connection can be made on this computer.
    Unfit,
    /// The program itself failed.
    Internal,
}

impl Exit {
    /// The end that a problem leads to.
    pub(crate) fn of(problem: &Problem) -> Self {
        if problem.code == ProblemCode::Internal { Self::Internal } else { Self::Failed(problem.stage) }
    }

    fn code(self) -> u8 {
        match self {
            Self::Good => 0,
            Self::Misuse => 2,
            Self::Failed(stage) => match stage {
                Stage::Address => 10,
                Stage::Find => 11,
                Stage::Consent => 12,
                Stage::Token => 13,
                Stage::Connect => 14,
                Stage::Secure => 15,
                Stage::SignIn => 16,
                Stage::Sender => 17,
                Stage::HandOver => 18,
                Stage::Keep => 19,
                Stage::Arrive => 20,
            },
            Self::NotSeen => 30,
            Self::Question => 31,
            Self::Wanting => 32,
            Self::NotLooked => 33,
            Self::Unfit => 69,
            Self::Internal => 70,
        }
    }
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        Self::from(exit.code())
    }
}
