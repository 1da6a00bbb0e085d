//! The daily check: signs in with what is stored, sends nothing, and says only what is new.
//!
//! Lives here: which accounts are due, the check of one, and what is worth telling. Does not live here: who starts it
//! (the port [`crate::ports::Schedule`]) and how the person is told (the shell).

use std::panic::AssertUnwindSafe;
use std::sync::Arc;
use std::time::Duration;

use contract::{Language, Problem, ProblemCode, Stage, Text};
use futures_util::FutureExt as _;
use tokio::time::{Instant, sleep};
use wizard::{Account, SecretSource, network_may_come};

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

/// A system that wakes the computer for the check, or starts what was missed in the night, does so seconds before the network
/// is there. So the check waits this long, and looks once more.
const PAUSES: [Duration; 3] =
    [Duration::from_secs(60), Duration::from_secs(5 * 60), Duration::from_secs(15 * 60)];

/// No look begins later than this after the first: Windows ends the check after an hour (`ExecutionTimeLimit`).
const NO_LATER_THAN: Duration = Duration::from_secs(30 * 60);

/// Checks every account that is due, and those for which there was no network once more after a while. Lasts half an hour and
/// one look at most. What there is to tell does not wait for that.
pub async fn look_after(ports: &Ports) -> Vec<Notice> {
    let began = Instant::now();
    let (mut left, mut notices) = look(None, ports).await;
    for pause in PAUSES {
        if left.is_empty() || !notices.is_empty() || began.elapsed() + pause > NO_LATER_THAN {
            break;
        }
        // Nothing is held meanwhile: another run may change or remove what it likes.
        sleep(pause).await;
        (left, notices) = look(Some(&left), ports).await;
    }
    notices
}

/// One look at every account that is due, or at those of them that are named. Gives those for which there was no network yet,
/// and what is new. Each is read anew right before: the check of another may take a minute, and the window may have written
/// meanwhile. A panic in one ends the check of that one alone.
async fn look(named: Option<&[String]>, ports: &Ports) -> (Vec<String>, Vec<Notice>) {
    let due = || {
        let now = ports.clock.now_ms();
        let is_due = move |account: &Account| account.watch.as_ref().is_some_and(|watch| watch.is_due(now));
        ports.files.accounts().unwrap_or_default().into_iter().filter(is_due)
    };
    let ids: Vec<String> =
        due().map(|account| account.id).filter(|id| named.is_none_or(|named| named.contains(id))).collect();
    let (mut left, mut notices) = (Vec::new(), Vec::new());
    for id in ids {
        let Some(account) = due().find(|account| account.id == id) else { continue };
        if let Ok(outcome) = AssertUnwindSafe(check(&account, ports)).catch_unwind().await {
            if outcome.as_ref().is_err_and(network_may_come) {
                left.push(id);
            }
            notices.extend(take(&account, outcome, ports));
        }
    }
    (left, notices)
}

/// Writes down how a check ended. Gives what is new, if the account is still the one that was checked and the disk took it:
/// a list that says all is well, and the same word at every check, would help nobody. The account stays due then.
fn take(account: &Account, outcome: Result<(), Problem>, ports: &Ports) -> Option<Notice> {
    let now = ports.clock.now_ms();
    let mut what = None;
    let written = ports.files.change_account(&account.id, &mut |kept| {
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
    what.filter(|_| written).map(|what| Notice { address: account.address.clone(), what })
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
