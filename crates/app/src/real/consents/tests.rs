//! What it is called when the turn of an account is not to be had.

use std::path::Path;
use std::sync::Mutex;

use contract::{Action, Arg, Certainty};
use keychain::Entries;
use oauth::{Door as Entrance, TurnError};

use super::*;
use crate::settings::{OwnKeys, Registered};

/// A keychain that notes whether it was read.
#[derive(Clone, Default)]
struct Watched(Arc<Mutex<u32>>);

impl Entries for Watched {
    fn write(&self, _: &str, _: &[u8]) -> Result<(), KeychainError> {
        Err(KeychainError::Refused)
    }

    fn read(&self, _: &str) -> Result<Vec<u8>, KeychainError> {
        *self.0.lock().unwrap() += 1;
        Err(KeychainError::Locked)
    }

    fn delete(&self, _: &str) -> Result<(), KeychainError> {
        Err(KeychainError::Refused)
    }
}

fn browsers(locks: &Path, entries: Watched) -> Browsers {
    browsers_with(locks, entries, OwnKeys::default())
}

fn browsers_with(locks: &Path, entries: impl Entries + 'static, own: OwnKeys) -> Browsers {
    let tls = tls::Tls::with_extra_roots([testkit::tls::Authority::new("Todoita Test").root()]).unwrap();
    let came_with =
        Client { provider: Provider::Google, id: "first".into(), secret: None, door: Entrance::Common };
    let keychain = Keychain::over(entries);
    let registered = Registered::from(vec![came_with]);
    let keys = Registrations::new(registered, own, keychain.clone(), locks.to_owned());
    let http = Http::new(&tls).unwrap();
    Browsers::new(http, SignInLine::new(tls), Arc::new(keys), locks.to_owned(), keychain)
}

#[tokio::test]
async fn a_folder_that_takes_no_lock_file_is_named_and_not_the_sign_in_server() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("file");
    std::fs::write(&file, "no folder").unwrap();
    let entries = Watched::default();
    let browsers = browsers(&file, entries.clone());
    let problem = browsers.access(Holder::Stored("a@gmail.com".into())).await.unwrap_err();
    assert_eq!((problem.code, problem.stage), (ProblemCode::ListNotWritten, Stage::Keep));
    assert_eq!(problem.args["folder"], Arg::Word(file.display().to_string()));
    let words = Words::new(Language::En);
    let title = Text { id: "problem-list-not-written".into(), args: problem.args.clone() };
    assert_eq!(words.say(&title), "The permission could not be renewed");
    assert_eq!(*entries.0.lock().unwrap(), 0, "nothing was read without the lock");
    assert!(browsers.hold("a@gmail.com").await.is_ok(), "storing and removing go on");
}

#[test]
fn a_run_that_does_not_let_go_waits_for_the_keychain() {
    let problem = turn_problem(TurnError::Busy);
    assert_eq!((problem.code, problem.certainty), (ProblemCode::KeychainLocked, Certainty::Likely));
    assert_eq!(problem.stage, Stage::Keep, "no fault of the account");
    assert!(problem.remedies.contains(&Action::UnlockKeychain));
}

#[test]
fn every_card_of_a_turn_has_its_words() {
    for error in [TurnError::Own, TurnError::Busy, TurnError::Folder("locks".into())] {
        let problem = turn_problem(error);
        for name in diagnosis::args(problem.code) {
            assert!(problem.args.contains_key(*name), "{name} of {:?}", problem.code);
        }
    }
}

#[tokio::test]
async fn a_consent_that_failed_offers_no_fields_for_a_password() {
    let roots = [testkit::tls::Authority::new("Todoita Test").root()];
    let line = SignInLine::new(tls::Tls::with_extra_roots(roots).unwrap());
    let error = oauth::ConsentError::Token {
        error: "invalid_grant".into(),
        description: "AADSTS50053: The account is locked.".into(),
    };
    let card = problem(&line, Provider::Microsoft(Cloud::World), error).await;
    assert_eq!(card.code, ProblemCode::TooManyTries);
    assert_eq!(card.remedies, [Action::TryAgain, Action::SignInAgain]);
}

/// A keychain with a permission that was given to an own registration, whose secret it does not give out.
#[derive(Clone)]
struct Choosy(Vec<u8>, KeychainError);

impl Entries for Choosy {
    fn write(&self, _: &str, _: &[u8]) -> Result<(), KeychainError> {
        Err(KeychainError::Refused)
    }

    fn read(&self, name: &str) -> Result<Vec<u8>, KeychainError> {
        if name.starts_with("client:google") { Err(self.1) } else { Ok(self.0.clone()) }
    }

    fn delete(&self, _: &str) -> Result<(), KeychainError> {
        Err(KeychainError::Refused)
    }
}

#[tokio::test]
async fn an_own_key_that_the_keychain_keeps_to_itself_is_not_called_faulty() {
    let folder = tempfile::tempdir().unwrap();
    let permission = Permission {
        provider: Provider::Google,
        client_id: "own".into(),
        door: Entrance::Common,
        road: Road::Smtp,
        refresh: Secret::from("token"),
    };
    let secret = permission.to_secret();
    for (error, code) in [
        (KeychainError::Refused, ProblemCode::KeychainRefused),
        (KeychainError::Locked, ProblemCode::KeychainLocked),
        (KeychainError::NotFound, ProblemCode::KeychainDamaged),
    ] {
        let own = OwnKeys { google: Some("own".into()), ..OwnKeys::default() };
        let browsers = browsers_with(folder.path(), Choosy(secret.expose().into(), error), own);
        for holder in [Holder::Stored("a@gmail.com".into()), Holder::Pending(secret.clone())] {
            let card = browsers.access(holder).await.unwrap_err();
            assert_eq!((card.code, card.stage), (code, Stage::Keep));
        }
        assert_eq!(browsers.revoke(&secret).await, Some(false), "the person's page is left");
    }
    let browsers = browsers_with(
        folder.path(),
        Choosy(secret.expose().into(), KeychainError::Refused),
        OwnKeys::default(),
    );
    let card = browsers.access(Holder::Pending(secret)).await.unwrap_err();
    assert_eq!(card.code, ProblemCode::RegistrationFaulty, "it is not there any more");
}
