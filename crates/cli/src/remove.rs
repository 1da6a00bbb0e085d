//! `todoita remove`: the permission revoked where the provider offers it, every secret deleted, the account forgotten.

use app::ports::Ports;
use app::settings::Settings;
use contract::{Problem, ProblemCode, Stage, Text};
use serde::Serialize;
use wizard::{Account, Job, News, Removal, Saved};

use crate::accounts::named;
use crate::exit::Exit;
use crate::job::run;
use crate::problem::{self, ProblemJson};
use crate::say::Speaker;

#[derive(Serialize)]
struct RemovedJson<'a> {
    account: &'a str,
    address: &'a str,
    removed: bool,
    secrets_deleted: bool,
    revoked: Option<bool>,
    problem: Option<ProblemJson<'a>>,
}

/// Removes an account, and says what that did.
pub(crate) async fn remove(name: &str, settings: &Settings, ports: &Ports, speaker: &Speaker<'_>) -> Exit {
    let kept = app::real::load(&settings.folders.data);
    let Some(account) = named(&kept.accounts, name) else {
        return speaker.misuse(&Text::new("cli-account-unknown"));
    };
    // Without a keychain in reach, as on a line from afar, its secret may still be in one: nothing is called deleted then.
    if let Err(problem) = ports.vault.read(&account.id).await
        && problem.code == ProblemCode::KeychainMissing
    {
        return not_removed(account, None, &problem, speaker);
    }
    let job = Job::Remove { account: account.id.clone(), session: None, stored: true };
    let mut ended = None;
    run(job, ports, speaker, |news| {
        if let News::Removed(removal) = news {
            ended = Some(removal);
        }
    })
    .await;
    let Some(removal) = ended else {
        return not_removed(account, None, &problem::internal("0"), speaker);
    };
    if removal.secrets_deleted && !forget(account, kept.saved.as_ref(), ports).await {
        let problem = app::real::not_written(&ports.files.place());
        return not_removed(account, Some(&removal), &problem, speaker);
    }
    say(&removal, account, speaker)
}

/// Takes it off the list, and away what was there for its sake. False when the list could not be written.
async fn forget(account: &Account, saved: Option<&Saved>, ports: &Ports) -> bool {
    if !ports.files.forget_account(&account.id) {
        return false;
    }
    // An account that is gone is nothing to go on with.
    if saved.is_some_and(|saved| saved.plan.found.address.to_lowercase() == account.id) {
        ports.files.save_state(None);
    }
    // Once no account is checked any more, the system need not start the check. A list that cannot be read says nothing.
    let others = ports.files.accounts();
    let was_last = others.is_some_and(|others| others.iter().all(|other| other.watch.is_none()));
    if account.watch.is_some() && was_last {
        ports.schedule.set(false).await;
    }
    true
}

/// The account is still on the list; `removal` is what was done of it all the same.
fn not_removed(
    account: &Account,
    removal: Option<&Removal>,
    problem: &Problem,
    speaker: &Speaker<'_>,
) -> Exit {
    if !speaker.json() {
        return problem::complain(problem, speaker);
    }
    speaker.object(&RemovedJson {
        account: &account.id,
        address: &account.address,
        removed: false,
        secrets_deleted: removal.is_some_and(|removal| removal.secrets_deleted),
        revoked: removal.and_then(|removal| removal.revoked),
        problem: Some(ProblemJson::new(problem, speaker)),
    });
    Exit::of(problem)
}

fn say(removal: &Removal, account: &Account, speaker: &Speaker<'_>) -> Exit {
    let done = removal.secrets_deleted;
    if speaker.json() {
        speaker.object(&RemovedJson {
            account: &account.id,
            address: &account.address,
            removed: done,
            secrets_deleted: done,
            revoked: removal.revoked,
            problem: None,
        });
    } else {
        let text = wizard::removed(removal, account);
        if done { speaker.line(&text) } else { speaker.complain(&text) }
    }
    if done { Exit::Good } else { Exit::Failed(Stage::Keep) }
}

#[cfg(test)]
mod tests;
