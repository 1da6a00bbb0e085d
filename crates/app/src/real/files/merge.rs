//! What this run changed of the accounts, put into what others have written of them meanwhile.

use wizard::Account;

/// The accounts as they are to be written. `kept` are those of the file as it is now, `seen` those that this run read of it
/// last, `accounts` those that it has.
///
/// What this run did not change is as in the file: what is new there stays, what is gone there stays gone. An account of
/// this run only is not written, and one of the same id in the file stays as it was.
pub fn merged(kept: &[Account], accounts: &[Account], seen: &[Account]) -> Vec<Account> {
    let ours = |there: &Account| named(accounts, there);
    let stays = |there: &&Account| ours(there).is_some() || named(seen, there).is_none();
    let there = kept.iter().filter(stays).map(|there| match ours(there) {
        Some(ours) if !ours.session_only && !is_as_seen(ours, seen) => with_newer(ours.clone(), there),
        Some(_) | None => there.clone(),
    });
    let is_new = |ours: &&Account| {
        let gone = named(seen, ours).is_some();
        !ours.session_only && !gone && named(kept, ours).is_none()
    };
    there.chain(accounts.iter().filter(is_new).cloned()).collect()
}

fn named<'a>(among: &'a [Account], account: &Account) -> Option<&'a Account> {
    among.iter().find(|other| other.id == account.id)
}

fn is_as_seen(ours: &Account, seen: &[Account]) -> bool {
    named(seen, ours).is_some_and(|seen| written(seen) == written(ours))
}

/// As it is on the disk.
fn written(account: &Account) -> Account {
    Account { about: None, ..account.clone() }
}

/// A check or a test may have ended since this run read the file: what came of it is not written over.
fn with_newer(mut ours: Account, there: &Account) -> Account {
    if let (Some(watch), Some(newer)) = (&ours.watch, &there.watch)
        && newer.checked_at > watch.checked_at
    {
        ours.watch = Some(newer.clone());
    }
    let at = |account: &Account| account.last.as_ref().map(|last| last.sent.accepted_at);
    if at(there) > at(&ours) {
        ours.last.clone_from(&there.last);
    }
    ours
}
