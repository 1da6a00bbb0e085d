//! The daily check: signs in with what is stored, sends nothing, and says only what is new.
//!
//! Lives here: which accounts are due, the check of one, and what is worth telling. Does not live here: who starts it
//! (the port [`crate::ports::Schedule`]) and how the person is told (the shell).

use std::panic::AssertUnwindSafe;
use std::sync::Arc;

use contract::{Language, Problem, ProblemCode, Stage, Text};
use futures_util::FutureExt as _;
use wizard::{Account, SecretSource};

use crate::jobs::{Work, sign_in};
use crate::pocket::Pocket;
use crate::ports::Ports;

/// The argument with which the system starts the program for the check alone.
pub const ARGUMENT: &str = "--quiet-check";

/// What the person is told.
#[derive(Debug, Clone, PartialEq)]
pub struct Notice {
    /// Whose account it is about.
    pub address: String,
    /// What it is.
    pub what: What,
}

/// What a notice is about.
#[derive(Debug, Clone, PartialEq)]
pub enum What {
    /// A failure that was not there before.
    Trouble(Box<Problem>),
    /// This way of sending is going to end.
    Coming(Text),
}

/// Checks every account that is due. Each is read anew right before: the check of another may take a minute, and the window
/// may have written meanwhile. A panic in one ends the check of that one alone.
pub async fn look_after(ports: &Ports) -> Vec<Notice> {
    let now = ports.clock.now_ms();
    let due = || {
        let is_due = |account: &Account| account.watch.as_ref().is_some_and(|watch| watch.is_due(now));
        ports.files.accounts().unwrap_or_default().into_iter().filter(is_due)
    };
    let ids: Vec<String> = due().map(|account| account.id).collect();
    let mut notices = Vec::new();
    for id in ids {
        let Some(account) = due().find(|account| account.id == id) else { continue };
        if let Ok(outcome) = AssertUnwindSafe(check(&account, ports)).catch_unwind().await {
            notices.extend(take(&account, outcome, now, ports));
        }
    }
    notices
}

/// Writes down how a check ended. Gives what is new, if the account is still the one that was checked.
fn take(account: &Account, outcome: Result<(), Problem>, now: u64, ports: &Ports) -> Option<Notice> {
    let mut what = None;
    ports.files.change_account(&account.id, &mut |kept| {
        let the_same = unwatched(kept) == unwatched(account);
        let Some(watch) = kept.watch.as_mut().filter(|_| the_same) else { return };
        if let Some(problem) = watch.take(outcome.clone(), now) {
            what = Some(What::Trouble(Box::new(problem)));
        } else if watch.trouble().is_none()
            && let Some(text) = wizard::coming(account)
            && watch.tells_coming()
        {
            what = Some(What::Coming(text));
        }
    });
    what.map(|what| Notice { address: account.address.clone(), what })
}

fn unwatched(account: &Account) -> Account {
    Account { watch: None, ..account.clone() }
}

async fn check(account: &Account, ports: &Ports) -> Result<(), Problem> {
    // The system's question for a password, out of nowhere and maybe to nobody, is worse than no check today.
    if ports.vault.would_ask(&account.id).await {
        return Err(diagnosis::problem(ProblemCode::KeychainLocked, Stage::Keep));
    }
    // Nobody looks, so no sentence is written in any language.
    let work = Work {
        ports: ports.clone(),
        pocket: Pocket::default(),
        language: Language::default(),
        teller: Arc::new(|_| {}),
    };
    sign_in(account, &SecretSource::Stored(account.id.clone()), &work).await
}
