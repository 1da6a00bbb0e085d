//! `todoita diagnose`: what a reply means, for administrators, help desks and tests.

use std::io::Read as _;

use contract::{Login, Problem, ProblemCode, Security, Server, Stage, Text};
use diagnosis::{Context, from_words};

use crate::exit::Exit;
use crate::problem::{ProblemJson, say};
use crate::say::Speaker;

/// More of the standard input than this is not read.
const MOST_BYTES: u64 = 1_048_576;

/// What is known of the failure.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Question {
    /// The provider's key; empty for any other.
    pub(crate) provider: String,
    /// How the sign-in was tried.
    pub(crate) login: Option<Login>,
    /// Where it failed.
    pub(crate) stage: Option<Stage>,
    /// The words; without them the standard input is read.
    pub(crate) reply: Option<String>,
}

/// Names a failure from the words that are given, or from the standard input.
pub(crate) fn diagnose(question: &Question, speaker: &Speaker<'_>) -> Exit {
    let mut input = Vec::new();
    let raw = match &question.reply {
        Some(reply) => reply.as_bytes(),
        None => {
            // What could be read before a fault is better than nothing.
            let _ = std::io::stdin().lock().take(MOST_BYTES).read_to_end(&mut input);
            &input
        }
    };
    let row = providers::by_id(&question.provider);
    let server = row.and_then(|row| row.submission.first()?.server("", None)).unwrap_or_else(|| Server {
        host: speaker.text(&Text::new("cli-the-server")),
        port: 587,
        security: Security::Starttls,
    });
    let provider = if question.provider.is_empty() { "other" } else { &question.provider };
    let context = Context {
        provider,
        brand: row.map_or("", |row| row.name),
        login: question.login,
        server: Some(&server),
        ..Context::default()
    };
    let mut problem = from_words(&context, question.stage, raw);
    unknown_is_unknown(&mut problem);
    if speaker.json() {
        speaker.object(&ProblemJson::new(&problem, speaker));
    } else {
        say(&problem, speaker);
    }
    Exit::Good
}

/// For whoever compares states, "we do not know" is no state.
fn unknown_is_unknown(problem: &mut Problem) {
    if problem.code == ProblemCode::UnknownReply {
        "unknown".clone_into(&mut problem.state);
    }
}

/// A stage by its name here: reading has two protocols.
pub(crate) fn stage(name: &str) -> Option<Stage> {
    let known = [
        Stage::Connect,
        Stage::Secure,
        Stage::SignIn,
        Stage::Sender,
        Stage::HandOver,
        Stage::Consent,
        Stage::Token,
    ];
    match name {
        "imap" | "pop" => Some(Stage::Arrive),
        name => known.into_iter().find(|stage| stage.name() == name),
    }
}

/// A kind of sign-in by its name; `none` is none.
pub(crate) fn login(name: &str) -> Option<Option<Login>> {
    let known = [Login::OAuth, Login::AppPassword, Login::Password, Login::RelayKey];
    match name {
        "none" => Some(None),
        name => known.into_iter().find(|login| login.name() == name).map(Some),
    }
}
