use contract::{AccountKind, Language, Login, Route, Security, Server};
use wizard::{Account, Brand, Watch};

use super::{JsonFiles, load, report, write};
use crate::ports::Files as _;

#[test]
fn what_was_saved_is_loaded_and_nobody_else_may_read_it() {
    let folder = tempfile::tempdir().unwrap();
    let files = JsonFiles::new(folder.path().join("deep"));
    files.save_language(Language::En);
    files.save_accounts(&[]);
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
}

fn watched(at: Option<u64>) -> Account {
    let mut watch = Watch::default();
    watch.checked_at = at;
    let server = Server { host: "smtp.shop.example".into(), port: 465, security: Security::Tls };
    Account {
        id: "tencho@shop.example".into(),
        address: "tencho@shop.example".into(),
        kind: AccountKind::Unknown,
        name: Brand::same("Shop"),
        provider: Some("google".into()),
        about: None,
        route: Route::Smtp,
        login: Login::Password,
        server,
        user_name: "tencho".into(),
        retrieval: Vec::new(),
        mailbox_user_name: "tencho".into(),
        by_relay: None,
        session_only: false,
        over_stored: false,
        last: None,
        watch: Some(watch),
    }
}

#[test]
fn what_a_check_found_meanwhile_is_not_written_over_and_turning_it_off_is() {
    let folder = tempfile::tempdir().unwrap();
    let files = JsonFiles::new(folder.path().into());
    let checked = || load(folder.path()).accounts[0].watch.as_ref().map(|watch| watch.checked_at);
    files.save_accounts(&[watched(Some(2_000))]);
    // A window that was opened before that check, and knows nothing of it.
    files.save_accounts(&[watched(Some(1_000))]);
    assert_eq!(checked(), Some(Some(2_000)));
    files.save_accounts(&[watched(None)]);
    assert_eq!(checked(), Some(Some(2_000)));
    files.save_accounts(&[watched(Some(3_000))]);
    assert_eq!(checked(), Some(Some(3_000)));
    files.save_accounts(&[Account { watch: None, ..watched(None) }]);
    assert_eq!(checked(), None);
}
