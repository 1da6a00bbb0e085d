//! The daily check: signs in with what is stored, sends nothing, and says only what is new.
//!
//! Lives here: which accounts are due, the check of one, and what is worth telling. Does not live here: who starts it
//! (the port [`crate::ports::Schedule`]) and how the person is told (the shell).

use std::sync::Arc;

use contract::{Language, Problem, Text};
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

/// Checks every account that is due. The accounts are read anew after each: a check may take a minute, and the window may
/// have written meanwhile.
pub async fn look_after(ports: &Ports) -> Vec<Notice> {
    let load = || ports.files.accounts().unwrap_or_default();
    let mut notices = Vec::new();
    let now = ports.clock.now_ms();
    let due = |account: &Account| account.watch.as_ref().is_some_and(|watch| watch.is_due(now));
    for account in load().into_iter().filter(due) {
        let outcome = check(&account, ports).await;
        let mut accounts = load();
        let kept = accounts.iter_mut().find(|kept| kept.id == account.id);
        let Some(watch) = kept.and_then(|kept| kept.watch.as_mut()) else { continue };
        let address = account.address.clone();
        if let Some(problem) = watch.take(outcome, now) {
            let what = What::Trouble(Box::new(problem));
            notices.push(Notice { address, what });
        } else if watch.trouble().is_none()
            && let Some(text) = wizard::coming(&account)
            && watch.tells_coming()
        {
            notices.push(Notice { address, what: What::Coming(text) });
        }
        ports.files.save_accounts(&accounts);
    }
    notices
}

async fn check(account: &Account, ports: &Ports) -> Result<(), Problem> {
    // Nobody looks, so no sentence is written in any language.
    let work = Work {
        ports: ports.clone(),
        pocket: Pocket::default(),
        language: Language::default(),
        teller: Arc::new(|_| {}),
    };
    sign_in(account, &SecretSource::Stored(account.id.clone()), &work).await
}
