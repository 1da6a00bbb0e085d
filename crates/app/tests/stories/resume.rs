//! Going on where it was left, from what was really written.

use std::sync::atomic::Ordering;

use contract::{Action, FieldId, Login, ProblemCode, Screen, SecretSlot, Stage};
use secret::Secret;
use testkit::ports::World;
use wizard::{Looked, Saved};

use super::fixtures::*;
use super::story::{Story, start};

/// What a killed program finds again: the state as it was written, through its own JSON.
fn written(world: &World) -> Saved {
    let text = serde_json::to_string(&*world.files.state.lock().unwrap()).unwrap();
    serde_json::from_str::<Option<Saved>>(&text).unwrap().unwrap()
}

async fn killed_in(story: Story) -> Story {
    let world = story.world.clone();
    let saved = written(&world);
    let accounts = world.files.accounts.lock().unwrap().clone();
    drop(story);
    let next = World::default();
    *next.vault.kept.lock().unwrap() = world.vault.kept.lock().unwrap().clone();
    Story::from(next, app::Start { accounts, saved: Some(saved), ..start() }).await
}

async fn at_the_password() -> Story {
    let mut story = Story::begin().await;
    story.world.finder.searches.then(Ok(hosting(TENCHO)));
    story.press_with(Action::Continue, &[(FieldId::Address, TENCHO)]).await;
    story
}

#[tokio::test(start_paused = true)]
async fn killed_in_the_check() {
    let mut story = at_the_password().await;
    story.world.mailer.turns.then(silent_in(Stage::SignIn));
    story.secret(SecretSlot::Password, "himitsu").await.press(Action::ConnectAndSend).await;
    assert!(matches!(story.screen(), Screen::Check { .. }));
    let mut story = killed_in(story).await;
    assert_eq!(story.code(), ProblemCode::ClosedInTheMiddle);
    let world = story.world.clone();
    world.mailer.turns.then(taken());
    world.mailbox.looks.then(Looked::Seen(IN_INBOX));
    story.press(Action::Resume).await;
    assert_eq!(world.finder.searches.begun(), 0, "the settings are known already");
    story.secret(SecretSlot::Password, "himitsu").await.press(Action::ConnectAndSend).await;
    assert!(matches!(story.screen(), Screen::Done { .. }));
    story.told("killed_in_the_check");
}

#[tokio::test(start_paused = true)]
async fn killed_while_it_was_looked_for() {
    let mut story = at_the_password().await;
    story.world.mailer.turns.then(taken());
    story.world.mailbox.looks.never();
    story.secret(SecretSlot::Password, "himitsu").await.press(Action::ConnectAndSend).await;
    assert!(matches!(story.screen(), Screen::Arrival { .. }));
    let mut story = killed_in(story).await;
    story.world.mailbox.looks.then(Looked::Seen(IN_INBOX));
    story.press(Action::Resume).await;
    assert!(matches!(story.screen(), Screen::Done { .. }), "with the stored password, without asking");
    assert_eq!(story.world.mailer.turns.begun(), 0, "no second message");
    story.told("killed_while_looking");
}

#[tokio::test(start_paused = true)]
async fn what_a_full_disk_did_not_take_of_a_first_account_is_remembered_when_it_is_gone_on_with() {
    for pressed in [Action::Arrived, Action::NotYet] {
        let mut story = at_the_password().await;
        story.world.mailer.turns.then(taken());
        story.world.mailbox.looks.never();
        story.world.files.full.store(true, Ordering::SeqCst);
        story.secret(SecretSlot::Password, "himitsu").await.press(Action::ConnectAndSend).await;
        let mut story = killed_in(story).await;
        assert!(story.world.files.accounts.lock().unwrap().is_empty());
        story.world.mailbox.looks.never();
        story.press(Action::Resume).await.press(pressed).await;
        story.press(Action::Finish).await;
        assert!(
            matches!(story.screen(), Screen::Home { accounts, .. } if accounts.len() == 1),
            "{pressed:?}"
        );
        assert_eq!(story.world.files.accounts.lock().unwrap().len(), 1, "{pressed:?}");
    }
}

#[tokio::test(start_paused = true)]
async fn a_later_test_that_was_left_is_nothing_to_go_on_with() {
    let world = World::default();
    world.vault.kept.lock().unwrap().insert(TENCHO.into(), Secret::from("himitsu"));
    world.mailer.turns.then(silent_in(Stage::SignIn));
    let accounts = vec![account(&hosting(TENCHO), Login::Password)];
    let mut story = Story::from(world, app::Start { accounts, ..start() }).await;
    story.press(Action::SendAnother).await;
    assert!(matches!(story.screen(), Screen::Check { .. }));
    assert!(story.world.files.state.lock().unwrap().is_none(), "the account is set up");
}

#[tokio::test(start_paused = true)]
async fn starting_over_forgets_where_it_was() {
    let story = at_the_password().await;
    let mut story = killed_in(story).await;
    story.press(Action::StartOver).await;
    assert!(story.world.files.state.lock().unwrap().is_none());
    assert!(matches!(story.screen(), Screen::Address { value, .. } if value == TENCHO));
}
