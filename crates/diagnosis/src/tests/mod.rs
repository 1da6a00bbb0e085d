//! The words of real servers, and of hostile ones.

mod api;
mod cards;
mod context;
mod corpus;
mod hostile;
mod oauth;
mod pasted;
mod reading;
mod sessions;

use contract::{Login, Problem, Stage};

use crate::{Context, Situation, Words, diagnose};

fn login(name: &str) -> Option<Login> {
    [Login::OAuth, Login::AppPassword, Login::Password, Login::RelayKey]
        .into_iter()
        .find(|login| login.name() == name)
}

fn stage(name: &str) -> Stage {
    [Stage::Connect, Stage::Secure, Stage::SignIn, Stage::Sender, Stage::HandOver, Stage::Arrive]
        .into_iter()
        .find(|stage| stage.name() == name)
        .expect("a stage")
}

fn name(provider: &str, login_name: &str, stage_name: &str, raw: &str) -> Problem {
    let words = Words::read(raw.as_bytes());
    let context = Context { provider, login: login(login_name), ..Context::default() };
    diagnose(&Situation { context, stage: stage(stage_name), point: None, words: &words })
}
