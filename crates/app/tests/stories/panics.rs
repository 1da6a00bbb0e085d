//! A port that panics: a card with a way on, never a vanished window.

use contract::{Action, FieldId, ProblemCode, Screen, SecretSlot};
use wizard::Looked;

use super::fixtures::*;
use super::story::Story;

async fn at_the_password() -> Story {
    let mut story = Story::begin().await;
    story.world.finder.searches.then(Ok(hosting(TENCHO)));
    story.press_with(Action::Continue, &[(FieldId::Address, TENCHO)]).await;
    story.secret(SecretSlot::Password, "himitsu").await;
    story
}

#[tokio::test(start_paused = true)]
async fn in_the_search() {
    let mut story = Story::begin().await;
    story.world.finder.searches.panics().then(Ok(hosting(TENCHO)));
    story.press_with(Action::Continue, &[(FieldId::Address, TENCHO)]).await;
    assert_eq!(story.code(), ProblemCode::Internal);
    story.press(Action::TryAgain).await;
    assert!(matches!(story.screen(), Screen::Password { .. }));
    story.told("a_panic_in_the_search");
}

#[tokio::test(start_paused = true)]
async fn in_the_consent() {
    let mut story = Story::begin().await;
    let world = story.world.clone();
    world.consents.opens.then(Ok(())).then(Ok(()));
    world.consents.waits.panics().never();
    story.press(Action::SignInGoogle).await;
    assert_eq!(story.code(), ProblemCode::Internal);
    assert_eq!(world.consents.open_doors(), 0);
    story.press(Action::TryAgain).await;
    assert!(matches!(story.screen(), Screen::Consent { .. }));
    story.told("a_panic_in_the_consent");
}

#[tokio::test(start_paused = true)]
async fn in_the_sending() {
    let mut story = at_the_password().await;
    story.world.mailer.turns.panics();
    story.press(Action::ConnectAndSend).await;
    assert_eq!(story.code(), ProblemCode::Internal);
    story.press(Action::TryAgain).await;
    assert!(matches!(story.screen(), Screen::Password { .. }));
    story.told("a_panic_in_the_sending");
}

#[tokio::test(start_paused = true)]
async fn in_the_storing_and_the_looking() {
    let mut story = at_the_password().await;
    let world = story.world.clone();
    world.mailer.turns.then(taken());
    world.vault.scripted.store(true, std::sync::atomic::Ordering::SeqCst);
    world.vault.stores.panics();
    story.press(Action::ConnectAndSend).await;
    assert_eq!(story.code(), ProblemCode::Internal);
    assert!(story.offers(Action::TryAgain) && story.offers(Action::CopyReport));

    let mut story = at_the_password().await;
    story.world.mailer.turns.then(taken());
    story.world.mailbox.looks.panics();
    story.press(Action::ConnectAndSend).await;
    assert_eq!(story.code(), ProblemCode::Internal);
    story.press(Action::Back).await;
    assert!(matches!(story.screen(), Screen::Address { .. }));
    assert_eq!(story.world.files.accounts.lock().unwrap().len(), 1, "what was set up stays set up");
}

#[tokio::test(start_paused = true)]
async fn a_problem_in_one_job_leaves_the_next_one_whole() {
    let mut story = at_the_password().await;
    let world = story.world.clone();
    world.mailer.turns.panics().then(taken());
    world.mailbox.looks.then(Looked::Seen(IN_INBOX));
    story.press(Action::ConnectAndSend).await.press(Action::TryAgain).await;
    story.secret(SecretSlot::Password, "himitsu").await.press(Action::ConnectAndSend).await;
    assert!(matches!(story.screen(), Screen::Done { .. }));
}
