//! When the keychain is locked or not there. The message is on its way by then and is not sent twice.

use contract::{Action, FieldId, ProblemCode, Screen, SecretSlot, Stage};
use secret::Secret;
use wizard::Looked;

use super::fixtures::*;
use super::story::Story;

async fn with_trouble(code: ProblemCode) -> Story {
    let mut story = Story::begin().await;
    let world = story.world.clone();
    world.finder.searches.then(Ok(hosting(TENCHO)));
    world.mailer.turns.then(taken());
    *world.vault.trouble.lock().unwrap() = Some(problem(code, Stage::Keep));
    story.press_with(Action::Continue, &[(FieldId::Address, TENCHO)]).await;
    story.secret(SecretSlot::Password, "himitsu").await.press(Action::ConnectAndSend).await;
    assert_eq!(story.code(), code);
    story
}

#[tokio::test(start_paused = true)]
async fn locked_then_unlocked() {
    let mut story = with_trouble(ProblemCode::KeychainLocked).await;
    let world = story.world.clone();
    assert!(world.vault.kept.lock().unwrap().is_empty());
    story.press(Action::UnlockKeychain).await;
    assert_eq!(story.code(), ProblemCode::KeychainLocked, "the person closed the system's question");
    *world.vault.trouble.lock().unwrap() = None;
    world.mailbox.looks.never();
    story.press(Action::UnlockKeychain).await;
    assert!(matches!(story.screen(), Screen::Arrival { .. }));
    assert_eq!(world.vault.kept.lock().unwrap().get(TENCHO), Some(&Secret::from("himitsu")));
    assert_eq!(world.mailer.turns.begun(), 1, "one message only");
    story.told("keychain_locked_then_unlocked");
}

#[tokio::test(start_paused = true)]
async fn missing_then_kept_for_this_run_only() {
    let mut story = with_trouble(ProblemCode::KeychainMissing).await;
    let world = story.world.clone();
    world.mailbox.looks.then(Looked::Seen(IN_INBOX)).then(Looked::Seen(IN_INBOX));
    story.press(Action::KeepForSession).await;
    assert!(matches!(story.screen(), Screen::Done { .. }), "the pocket's secret also looks into the mailbox");
    assert!(world.vault.kept.lock().unwrap().is_empty(), "no other store is chosen silently");
    assert!(world.files.accounts.lock().unwrap().iter().all(|account| account.session_only));
    world.mailer.turns.then(taken());
    story.press(Action::Finish).await.press(Action::SendAnother).await;
    assert!(matches!(story.screen(), Screen::Done { .. }), "it works until the program ends");
    assert_eq!(world.mailer.turns.begun(), 2);
    story.told("keychain_missing_then_session");
}

#[tokio::test(start_paused = true)]
async fn nothing_is_stored_over_an_account_that_another_run_holds() {
    let mut story = Story::begin().await;
    let world = story.world.clone();
    world.finder.searches.then(Ok(hosting(TENCHO)));
    world.mailer.turns.then(taken());
    world.mailbox.looks.never();
    *world.consents.held_elsewhere.lock().unwrap() = Some(problem(ProblemCode::KeychainLocked, Stage::Keep));
    story.press_with(Action::Continue, &[(FieldId::Address, TENCHO)]).await;
    story.secret(SecretSlot::Password, "himitsu").await.press(Action::ConnectAndSend).await;
    assert_eq!(story.code(), ProblemCode::KeychainLocked);
    assert!(world.vault.kept.lock().unwrap().is_empty());
    *world.consents.held_elsewhere.lock().unwrap() = None;
    story.press(Action::UnlockKeychain).await;
    assert_eq!(world.vault.kept.lock().unwrap().get(TENCHO), Some(&Secret::from("himitsu")));
    assert_eq!(world.mailer.turns.begun(), 1, "one message only");
}
