//! When the keychain is locked or not there. The message is on its way by then and is not sent twice.

use std::sync::atomic::Ordering;

use app::ports::{Access, Credential, Holder};
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

/// Signs in at Google, and goes on without a keychain.
async fn consent_for_this_run() -> Story {
    let mut story = Story::begin().await;
    let world = story.world.clone();
    gives_consent(&world, google(TARO));
    world.mailer.turns.then(taken());
    world.mailbox.looks.then(Looked::Seen(IN_INBOX));
    *world.vault.trouble.lock().unwrap() = Some(problem(ProblemCode::KeychainMissing, Stage::Keep));
    story.press(Action::SignInGoogle).await.press(Action::KeepForSession).await.press(Action::Finish).await;
    assert_eq!(world.consents.accesses.begun(), 0, "the token of the consent served so far");
    story
}

fn shown(world: &testkit::ports::World) -> Vec<Secret> {
    let bearer = |credential: &Credential| match credential {
        Credential::Bearer(token) => token.clone(),
        Credential::Password(_) => panic!("a permission is no password"),
    };
    world.mailer.deliveries.lock().unwrap().iter().map(|one| bearer(&one.credential)).collect()
}

#[tokio::test(start_paused = true)]
async fn a_permission_of_this_run_is_renewed_an_hour_later() {
    let mut story = consent_for_this_run().await;
    let world = story.world.clone();
    world.clock.at.fetch_add(3_600_000, Ordering::SeqCst);
    let renewed = Access { token: Secret::from("new"), renewed: Some(Secret::from("second permission")) };
    world.consents.accesses.then(Ok(renewed)).then(Ok(access("newer")));
    for _ in 0..2 {
        world.mailer.turns.then(taken());
        world.mailbox.looks.then(Looked::Seen(IN_INBOX));
        story.press(Action::SendAnother).await.press(Action::Finish).await;
    }
    assert_eq!(world.consents.accesses.begun(), 1, "what was new a moment ago is not renewed again");
    let tokens = ["access-of-taro@gmail.com", "new", "new"].map(Secret::from);
    assert_eq!(shown(&world), tokens);
    world.clock.at.fetch_add(3_600_000, Ordering::SeqCst);
    world.mailer.turns.then(taken());
    world.mailbox.looks.then(Looked::Seen(IN_INBOX));
    story.press(Action::SendAnother).await;
    let holders = world.consents.holders.lock().unwrap().clone();
    let [Holder::Pending(first), Holder::Pending(second)] = &holders[..] else { panic!("{holders:?}") };
    assert!(*first == Secret::from("permission-of-taro@gmail.com"));
    assert!(*second == Secret::from("second permission"), "an old one that is used again ends both");
}

#[tokio::test(start_paused = true)]
async fn a_refused_token_of_a_permission_of_this_run_is_renewed_once() {
    let mut story = consent_for_this_run().await;
    let world = story.world.clone();
    world.consents.accesses.then(Ok(access("new")));
    world.mailer.turns.then(token_refused()).then(token_refused());
    story.press(Action::SendAnother).await;
    assert_eq!(story.code(), ProblemCode::MicrosoftRefused, "not a third time");
    assert_eq!(shown(&world)[1..], ["access-of-taro@gmail.com", "new"].map(Secret::from));
}

#[tokio::test(start_paused = true)]
async fn an_old_token_is_not_handed_on_with_the_permission_that_is_stored() {
    let mut story = Story::begin().await;
    let world = story.world.clone();
    gives_consent(&world, google(TARO));
    world.mailer.turns.then(taken());
    world.mailbox.looks.never();
    *world.vault.trouble.lock().unwrap() = Some(problem(ProblemCode::KeychainLocked, Stage::Keep));
    story.press(Action::SignInGoogle).await;
    *world.vault.trouble.lock().unwrap() = None;
    world.clock.at.fetch_add(3_600_000, Ordering::SeqCst);
    world.consents.accesses.then(Ok(access("new")));
    story.press(Action::UnlockKeychain).await;
    assert!(matches!(story.screen(), Screen::Arrival { .. }));
    assert!(world.consents.handed_on.lock().unwrap().is_empty());
}
