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
    let tls = tls::Tls::with_extra_roots([testkit::tls::Authority::new("Todoita Test").root()]).unwrap();
    let came_with =
        Client { provider: Provider::Google, id: "first".into(), secret: None, door: Entrance::Common };
    let keychain = Keychain::over(entries);
    let registered = Registered::from(vec![came_with]);
    let keys = Registrations::new(registered, OwnKeys::default(), keychain.clone(), locks.to_owned());
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

#[test]
fn a_permission_goes_to_the_registration_it_was_given_to_and_by_its_own_door() {
    let client =
        |provider, id: &str| Client { provider, id: id.into(), secret: None, door: Entrance::Common };
    let microsoft = Provider::Microsoft(Cloud::World);
    let permission = Permission {
        provider: microsoft,
        client_id: "one".into(),
        door: Entrance::Consumers,
        road: Road::Smtp,
        refresh: Secret::from("token"),
    };
    let others = [
        client(Provider::Google, "one"),
        client(Provider::Microsoft(Cloud::China), "one"),
        client(microsoft, "two"),
    ];
    assert!(client_of(&others, &permission).is_none(), "no other provider is shown the permission");
    let found = client_of(&[&others[..], &[client(microsoft, "one")]].concat(), &permission).unwrap();
    assert_eq!((found.provider, found.door), (microsoft, Entrance::Consumers));
}
