//! What a failure means: from provider, login, stage and reply to a [`contract::Problem`].
//!
//! Lives here: the rules (`data/replies.toml`, `data/oauth.toml`, `data/api.toml`), what each failure asks for
//! (`data/codes.toml`), and the harmless form of a server's words ([`said`]). Does not live here: the texts a person reads (folder
//! `locales`), and anything that talks to a server.
//!
//! The same code means different things at different hosts: `5.7.30` is "no passwords any more" at Microsoft and
//! "no DKIM" at Google; `534 5.7.9` of Google has two causes, `535 5.7.139` of Microsoft six. Hence provider, login
//! and words are looked at before codes, and codes before stages.
//!
//! # Variables of the texts
//! `data/codes.toml` says for each code which variables are always there ([`args`]) and which only sometimes
//! ([`optional_args`]).

mod api;
mod card;
mod clean;
mod codes;
mod oauth;
mod remedies;
mod reply;
mod rules;
mod situation;
mod smtp;
mod transcript;

#[cfg(test)]
mod tests;

pub use api::from_api;
pub use clean::said;
pub use codes::{args, optional_args, problem};
pub use oauth::{OAuthAnswer, from_oauth};
pub use reply::Words;
pub use situation::{Context, Network, Situation};
pub use smtp::{diagnose, from_submission, intercepts};
pub use transcript::from_words;
