use std::path::Path;

use contract::{AccountKind, Language, Login, Route, Security, Server};
use wizard::{Account, Brand, LastTest, Sent, Watch};

use super::{JsonFiles, load, report, write};
use crate::ports::Files as _;

#[test]
fn what_was_saved_is_loaded_and_nobody_else_may_read_it() {
    let folder = tempfile::tempdir().unwrap();
    let files = JsonFiles::new(folder.path().join("deep"));
    files.save_language(Language::En);
    assert!(files.save_accounts(&[], &[]));
    let kept = load(&folder.path().join("deep"));
    assert_eq!(kept.language, Some(Language::En));
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        let mode = std::fs::metadata(folder.path().join("deep/accounts.json")).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o600);
    }
}

#[test]
fn a_broken_file_is_set_aside_and_not_lost() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("accounts.json"), b"{half").unwrap();
    assert!(load(folder.path()).accounts.is_empty());
    let aside = std::fs::read(folder.path().join("accounts.json.unreadable")).unwrap();
    assert_eq!(aside, b"{half");
    // Nor is the one that was set aside before.
    std::fs::write(folder.path().join("accounts.json"), b"{other half").unwrap();
    assert!(load(folder.path()).accounts.is_empty());
    let aside =
        |end: &str| std::fs::read(folder.path().join(format!("accounts.json.unreadable{end}"))).unwrap();
    assert_eq!((aside("").as_slice(), aside("-2").as_slice()), (&b"{half"[..], &b"{other half"[..]));
}

#[test]
fn a_report_takes_no_other_files_place() {
    let folder = tempfile::tempdir().unwrap();
    let first = report(folder.path(), "one").unwrap();
    let second = report(folder.path(), "two").unwrap();
    assert_ne!(first, second);
    assert_eq!(std::fs::read_to_string(first).unwrap(), "one\n");
    assert_eq!(std::fs::read_to_string(second).unwrap(), "two\n");
    assert_eq!(report(&folder.path().join("gone"), "three"), None);
}

#[test]
fn a_folder_that_cannot_be_made_is_an_error_and_no_panic() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("file");
    std::fs::write(&file, b"x").unwrap();
    assert!(write(&file, "settings.json", &1).is_err());
    let files = JsonFiles::new(file);
    assert!(!files.save_accounts(&[named("a")], &[]));
    assert!(!files.change_account("a", &mut |account| account.watch = None) && !files.forget_account("a"));
}

#[test]
fn a_file_that_cannot_be_written_leaves_nothing_beside_it() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::create_dir(folder.path().join("accounts.json")).unwrap();
    assert!(write(folder.path(), "accounts.json", &1).is_err());
    let left: Vec<_> =
        std::fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert_eq!(left, ["accounts.json"]);
}

fn watched(at: Option<u64>) -> Account {
    let mut watch = Watch::default();
    watch.checked_at = at;
    Account { watch: Some(watch), ..named("tencho@shop.example") }
}

pub(in crate::real) fn named(id: &str) -> Account {
    Account {
        id: id.into(),
        address: id.into(),
        kind: AccountKind::Unknown,
        name: Brand::same("Shop"),
        provider: Some("google".into()),
        about: None,
        route: Route::Smtp,
        login: Login::Password,
        server: server(),
        user_name: "tencho".into(),
        retrieval: Vec::new(),
        mailbox_user_name: "tencho".into(),
        by_relay: None,
        session_only: false,
        over_stored: false,
        last: None,
        watch: None,
    }
}

fn server() -> Server {
    Server { host: "smtp.shop.example".into(), port: 465, security: Security::Tls }
}

fn tested(account: Account, at: u64) -> Account {
    let sent = Sent {
        code: "K7Q2".into(),
        message_id: "<1@shop.example>".into(),
        accepted_at: at,
        server: server(),
        can_look: false,
    };
    Account { last: Some(LastTest { sent, seen: None, confirmed_at: None }), ..account }
}

fn ids(folder: &Path) -> Vec<String> {
    load(folder).accounts.into_iter().map(|account| account.id).collect()
}

#[test]
fn what_a_check_found_meanwhile_is_not_written_over_and_turning_it_off_is() {
    let folder = tempfile::tempdir().unwrap();
    let files = JsonFiles::new(folder.path().into());
    let checked = || load(folder.path()).accounts[0].watch.as_ref().map(|watch| watch.checked_at);
    let before = [watched(Some(500))];
    files.save_accounts(&[watched(Some(2_000))], &[]);
    // A window that was opened before that check, and knows nothing of it.
    files.save_accounts(&[watched(Some(1_000))], &before);
    assert_eq!(checked(), Some(Some(2_000)));
    files.save_accounts(&[watched(None)], &before);
    assert_eq!(checked(), Some(Some(2_000)));
    files.save_accounts(&[watched(Some(3_000))], &before);
    assert_eq!(checked(), Some(Some(3_000)));
    files.save_accounts(&[named("tencho@shop.example")], &before);
    assert_eq!(checked(), None);
}

#[test]
fn a_stored_account_stays_when_its_new_secret_is_for_this_run_only() {
    let folder = tempfile::tempdir().unwrap();
    let files = JsonFiles::new(folder.path().into());
    let stored = named("a");
    files.save_accounts(std::slice::from_ref(&stored), &[]);
    let only_now = Account { session_only: true, user_name: "another".into(), ..stored.clone() };
    let of_this_run = Account { session_only: true, ..named("b") };
    assert!(files.save_accounts(&[only_now, of_this_run], std::slice::from_ref(&stored)));
    assert_eq!(load(folder.path()).accounts, [stored]);
}

#[test]
fn what_others_did_meanwhile_stays_done() {
    let folder = tempfile::tempdir().unwrap();
    let files = JsonFiles::new(folder.path().into());
    let seen = [named("gone"), named("tested"), named("changed"), named("removed")];
    files.save_accounts(&seen, &[]);
    // The command line, and another window.
    assert!(files.forget_account("gone"));
    assert!(files.change_account("tested", &mut |account| *account = tested(account.clone(), 9)));
    assert!(files.change_account("changed", &mut |account| *account = tested(account.clone(), 9)));
    assert!(files.save_accounts(&[named("unseen")], &[]));
    // A window that has seen none of it, removes one, changes one and sets one up.
    let changed = Account { user_name: "another".into(), ..tested(named("changed"), 5) };
    let ours = [named("gone"), named("tested"), changed.clone(), named("new")];
    assert!(files.save_accounts(&ours, &seen));
    let wanted = [tested(named("tested"), 9), tested(changed, 9), named("unseen"), named("new")];
    assert_eq!(load(folder.path()).accounts, wanted);
}

#[test]
fn a_file_that_is_gone_took_no_account_with_it() {
    let folder = tempfile::tempdir().unwrap();
    let files = JsonFiles::new(folder.path().into());
    assert!(files.save_accounts(&[named("a"), named("b")], &[named("a")]));
    assert_eq!(ids(folder.path()), ["a", "b"]);
}

#[test]
fn only_what_is_there_is_changed() {
    let folder = tempfile::tempdir().unwrap();
    let files = JsonFiles::new(folder.path().into());
    let nothing = &mut |_: &mut Account| panic!("there is none");
    assert!(!files.change_account("a", nothing));
    files.save_accounts(&[named("b")], &[]);
    assert!(!files.change_account("a", nothing) && files.forget_account("a"));
    assert_eq!(ids(folder.path()), ["b"]);
}

#[test]
fn writers_at_the_same_time_lose_nothing_and_tear_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    JsonFiles::new(folder.into()).save_accounts(&[watched(None)], &[]);
    std::thread::scope(|scope| {
        for writer in 0..4 {
            scope.spawn(move || {
                let files = JsonFiles::new(folder.into());
                for number in 0..8 {
                    let seen = files.accounts().unwrap();
                    let mut ours = seen.clone();
                    ours.push(named(&format!("{writer}-{number}")));
                    assert!(files.save_accounts(&ours, &seen));
                    let checked = |account: &mut Account| {
                        let watch = account.watch.as_mut().unwrap();
                        watch.checked_at = Some(watch.checked_at.unwrap_or_default() + 1);
                    };
                    assert!(files.change_account("tencho@shop.example", &mut { checked }));
                }
            });
        }
    });
    let accounts = load(folder).accounts;
    assert_eq!(accounts.len(), 33);
    assert_eq!(accounts[0].watch.as_ref().unwrap().checked_at, Some(32));
    let mut left: Vec<_> =
        std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    left.sort();
    assert_eq!(left, ["accounts.json", "accounts.json.lock"]);
}
