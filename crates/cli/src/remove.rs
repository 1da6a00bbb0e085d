//! `todoita remove`: the permission revoked where the provider offers it, every secret deleted, the account forgotten.

use app::ports::Ports;
use app::settings::Settings;
use contract::{Problem, ProblemCode, Stage, Text};
use serde::Serialize;
use tokio::sync::mpsc::unbounded_channel;
use wizard::{Account, Job, News, Removal};

use crate::accounts::named;
use crate::exit::Exit;
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
        return not_removed(account, &problem, speaker);
    }
    let (tell, mut heard) = unbounded_channel();
    let job = Job::Remove { account: account.id.clone(), session: None, stored: true };
    app::run_alone(job, ports, speaker.language(), move |news| {
        let _ = tell.send(news);
    })
    .await;
    let Some(News::Removed(removal)) = heard.recv().await else {
        return not_removed(account, &problem::internal("0"), speaker);
    };
    if removal.secrets_deleted {
        if !ports.files.forget_account(&account.id) {
            return still_listed(account, &removal, speaker);
        }
        // An account that is gone is nothing to go on with.
        if kept.saved.as_ref().is_some_and(|saved| saved.plan.found.address.to_lowercase() == account.id) {
            ports.files.save_state(None);
        }
    }
    say(&removal, &account.address, speaker)
}

fn not_removed(account: &Account, problem: &Problem, speaker: &Speaker<'_>) -> Exit {
    if !speaker.json() {
        return problem::complain(problem, speaker);
    }
    speaker.object(&RemovedJson {
        account: &account.id,
        address: &account.address,
        removed: false,
        secrets_deleted: false,
        revoked: None,
        problem: Some(ProblemJson::new(problem, speaker)),
    });
    Exit::of(problem)
}

/// The secrets are gone, and the list could not be written.
fn still_listed(account: &Account, removal: &Removal, speaker: &Speaker<'_>) -> Exit {
    let problem = problem::internal("0");
    if !speaker.json() {
        return problem::complain(&problem, speaker);
    }
    speaker.object(&RemovedJson {
        account: &account.id,
        address: &account.address,
        removed: false,
        secrets_deleted: true,
        revoked: removal.revoked,
        problem: Some(ProblemJson::new(&problem, speaker)),
    });
    Exit::of(&problem)
}

fn say(removal: &Removal, address: &str, speaker: &Speaker<'_>) -> Exit {
    let done = removal.secrets_deleted;
    if speaker.json() {
        speaker.object(&RemovedJson {
            account: &removal.account,
            address,
            removed: done,
            secrets_deleted: done,
            revoked: removal.revoked,
            problem: None,
        });
    } else {
        let id = match (done, removal.revoked) {
            (false, _) => "home-remove-failed",
            (true, Some(true)) => "home-removed-and-revoked",
            (true, Some(false)) => "home-removed-not-revoked",
            (true, None) => "home-removed",
        };
        let text = Text::new(id).with("address", address);
        if done { speaker.line(&text) } else { speaker.complain(&text) }
    }
    if done { Exit::Good } else { Exit::Failed(Stage::Keep) }
}
