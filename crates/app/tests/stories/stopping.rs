//! Stopping, in every phase: the job is really dropped, and nothing that comes late changes the screen.

use std::sync::atomic::Ordering;
use std::time::Duration;

use contract::{Action, FieldId, Login, ProblemCode, Screen, SecretSlot, Stage};
use secret::Secret;
use testkit::ports::World;

use super::fixtures::*;
use super::story::{Story, start};

/// The story of a password up to the sending, with a server that falls silent.
async fn silent(stage: Stage) -> Story {
    let mut story = Story::begin().await;
    story.world.finder.searches.then(Ok(hosting(TENCHO)));
    story.world.mailer.turns.then(silent_in(stage));
    story.press_with(Action::Continue, &[(FieldId::Address, TENCHO)]).await;
    story.secret(SecretSlot::Password, "himitsu").await.press(Action::ConnectAndSend).await;
    assert_eq!(story.world.mailer.ends.waiting(), 1);
    story
}

#[tokio::test(start_paused = true)]
async fn the_search() {
    let mut story = Story::begin().await;
    let world = story.world.clone();
    world.finder.searches.after(Duration::from_secs(5), Ok(hosting(TENCHO)));
    story.press_with(Action::Continue, &[(FieldId::Address, TENCHO)]).await;
    assert_eq!(world.finder.searches.waiting(), 1);
    story.press(Action::Cancel).await;
    assert_eq!((world.finder.searches.waiting(), world.finder.searches.abandoned()), (0, 1));
    story.pass(10).await;
    assert!(matches!(story.screen(), Screen::Address { searching: None, .. }));
    story.told("stopping_the_search");
}

#[tokio::test(start_paused = true)]
async fn the_search_ends_when_the_address_is_changed() {
    let mut story = Story::begin().await;
    let world = story.world.clone();
    world.finder.searches.never();
    story.press_with(Action::Continue, &[(FieldId::Address, TENCHO)]).await;
    story.type_address(YAMA).await;
    assert_eq!(world.finder.searches.abandoned(), 1);
}

#[tokio::test(start_paused = true)]
async fn the_opening_of_the_door() {
    let mut story = Story::begin().await;
    let world = story.world.clone();
    world.consents.opens.never();
    story.press(Action::SignInGoogle).await.press(Action::Cancel).await;
    assert_eq!(world.consents.opens.abandoned(), 1);
    assert_eq!(story.code(), ProblemCode::ConsentStopped);
}

#[tokio::test(start_paused = true)]
async fn the_waiting_for_the_browser() {
    let mut story = Story::begin().await;
    let world = story.world.clone();
    world.consents.opens.then(Ok(()));
    world.consents.waits.never();
    story.press(Action::SignInGoogle).await;
    assert_eq!((world.consents.waits.waiting(), world.consents.open_doors()), (1, 1));
    story.press(Action::Cancel).await;
    assert_eq!(world.consents.waits.abandoned(), 1);
    assert_eq!(world.consents.open_doors(), 0, "the port is free");
    assert_eq!(story.code(), ProblemCode::ConsentStopped);
    story.pass(30).await;
    assert_eq!(story.code(), ProblemCode::ConsentStopped, "no reminder comes after the end");
    story.told("stopping_the_waiting");
}

#[tokio::test(start_paused = true)]
async fn the_checking_of_the_answer() {
    let mut story = Story::begin().await;
    let world = story.world.clone();
    world.consents.opens.then(Ok(()));
    world.consents.waits.then(Ok(()));
    world.consents.finishes.never();
    story.press(Action::SignInGoogle).await.press(Action::Cancel).await;
    assert_eq!((world.consents.finishes.abandoned(), world.consents.open_doors()), (1, 0));
    assert!(world.vault.kept.lock().unwrap().is_empty());
}

#[tokio::test(start_paused = true)]
async fn the_sending_before_and_after_the_message_is_on_its_way() {
    for stage in [Stage::Connect, Stage::Secure, Stage::SignIn, Stage::Sender] {
        let mut story = silent(stage).await;
        story.press(Action::Cancel).await;
        assert_eq!(story.world.mailer.ends.abandoned(), 1, "{stage:?}");
        assert!(matches!(story.screen(), Screen::Password { .. }), "{stage:?}");
    }
    let mut story = silent(Stage::HandOver).await;
    story.press(Action::Cancel).await;
    assert_eq!(story.world.mailer.ends.abandoned(), 1);
    assert_eq!(story.code(), ProblemCode::StoppedWhileSending, "it may have been taken");
    story.told("stopping_the_handing_over");
}

#[tokio::test(start_paused = true)]
async fn the_wait_of_ten_seconds() {
    let mut story = Story::begin().await;
    let world = story.world.clone();
    world.finder.searches.then(Ok(hosting(TENCHO)));
    world.mailer.turns.then(refused(ProblemCode::AskedToWait, Stage::SignIn)).then(taken());
    story.press_with(Action::Continue, &[(FieldId::Address, TENCHO)]).await;
    story.secret(SecretSlot::Password, "himitsu").await.press(Action::ConnectAndSend).await;
    story.press(Action::Cancel).await.pass(30).await;
    assert_eq!(world.mailer.turns.begun(), 1, "nothing is sent behind the person's back");
}

#[tokio::test(start_paused = true)]
async fn the_storing() {
    let mut story = Story::begin().await;
    let world = story.world.clone();
    world.finder.searches.then(Ok(hosting(TENCHO)));
    world.mailer.turns.then(taken());
    world.vault.scripted.store(true, Ordering::SeqCst);
    world.vault.stores.never();
    story.press_with(Action::Continue, &[(FieldId::Address, TENCHO)]).await;
    story.secret(SecretSlot::Password, "himitsu").await.press(Action::ConnectAndSend).await;
    assert_eq!(world.vault.stores.waiting(), 1);
    story.press(Action::Cancel).await;
    assert_eq!(world.vault.stores.abandoned(), 1);
    assert_eq!(
        story.code(),
        ProblemCode::KeychainLocked,
        "the message is on its way, and the person is told"
    );
    world.vault.stores.then(());
    world.mailbox.looks.never();
    story.press(Action::UnlockKeychain).await;
    assert!(matches!(story.screen(), Screen::Arrival { .. }));
    assert_eq!(world.mailer.turns.begun(), 1, "no second message goes out");
    assert!(world.vault.kept.lock().unwrap().contains_key(TENCHO));
    story.told("stopping_the_storing");
}

#[tokio::test(start_paused = true)]
async fn the_looking_ends_when_the_person_knows_better() {
    let mut story = Story::begin().await;
    let world = story.world.clone();
    world.finder.searches.then(Ok(hosting(TENCHO)));
    world.mailer.turns.then(taken());
    world.mailbox.looks.never();
    story.press_with(Action::Continue, &[(FieldId::Address, TENCHO)]).await;
    story.secret(SecretSlot::Password, "himitsu").await.press(Action::ConnectAndSend).await;
    assert_eq!(world.mailbox.looks.waiting(), 1);
    story.press(Action::Arrived).await;
    assert_eq!(world.mailbox.looks.abandoned(), 1);
    assert!(matches!(story.screen(), Screen::Done { .. }));
}

#[tokio::test(start_paused = true)]
async fn the_renewal_of_a_stored_permission() {
    let world = World::default();
    world.vault.kept.lock().unwrap().insert(SAKURA.into(), Secret::from("stored"));
    world.consents.accesses.never();
    let accounts = vec![account(&microsoft(SAKURA), Login::OAuth)];
    let mut story = Story::from(world.clone(), app::Start { accounts, ..start() }).await;
    story.press(Action::SendAnother).await;
    assert_eq!(world.consents.accesses.waiting(), 1);
    story.press(Action::Cancel).await;
    assert_eq!(world.consents.accesses.abandoned(), 1);
    assert!(matches!(story.screen(), Screen::Home { .. }));
}

#[tokio::test(start_paused = true)]
async fn the_program_itself() {
    let story = silent(Stage::SignIn).await;
    let world = story.world.clone();
    drop(story);
    tokio::time::sleep(Duration::from_secs(1)).await;
    assert_eq!(world.mailer.ends.abandoned(), 1, "the last handle is gone, and with it every job");
}
