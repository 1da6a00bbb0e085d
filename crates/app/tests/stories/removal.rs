//! Removing an account: revoked where that is possible, every secret deleted, and the truth told about both.

use contract::{Action, Login, ProblemCode, Screen, Stage};
use secret::Secret;
use testkit::ports::World;
use wizard::Found;

use super::fixtures::*;
use super::story::{Story, sentence, start};

async fn with(found: &Found, login: Login) -> Story {
    let world = World::default();
    world.vault.kept.lock().unwrap().insert(found.address.clone(), Secret::from("stored"));
    let accounts = vec![account(found, login)];
    Story::from(world, app::Start { accounts, ..start() }).await
}

fn notice(story: &Story) -> String {
    match story.screen() {
        Screen::Home { notice, .. } => {
            notice.as_ref().map(|notice| words::plain(&notice.text)).unwrap_or_default()
        }
        other => panic!("{other:?}"),
    }
}

#[tokio::test(start_paused = true)]
async fn with_revocation() {
    let mut story = with(&google(TARO), Login::OAuth).await;
    let world = story.world.clone();
    world.consents.revocations.then(Some(true));
    story.press(Action::Remove).await;
    assert!(world.vault.kept.lock().unwrap().contains_key(TARO), "asked first");
    story.press(Action::Keep).await.press(Action::Remove).await.press(Action::RemoveNow).await;
    assert_eq!(notice(&story), sentence("home-removed-and-revoked", &[("address", TARO)]));
    assert!(world.vault.kept.lock().unwrap().is_empty());
    assert_eq!(*world.consents.forgotten.lock().unwrap(), [TARO], "the access token in memory too");
    assert!(world.files.accounts.lock().unwrap().is_empty());
    story.told("removal_with_revocation");
}

#[tokio::test(start_paused = true)]
async fn without_revocation() {
    for (found, login, revoked, said) in [
        (google(TARO), Login::OAuth, None, "home-removed-not-revoked"),
        (google(TARO), Login::OAuth, Some(false), "home-removed-not-revoked"),
        (google(TARO), Login::AppPassword, None, "home-removed"),
        (microsoft(SAKURA), Login::OAuth, None, "home-removed-microsoft"),
    ] {
        let mut story = with(&found, login).await;
        story.world.consents.revocations.then(revoked);
        story.press(Action::Remove).await.press(Action::RemoveNow).await;
        assert_eq!(notice(&story), sentence(said, &[("address", &found.address)]));
        assert!(story.world.vault.kept.lock().unwrap().is_empty());
    }
}

/// A removal is tried, and nothing of it is done.
async fn taro_stays(story: &mut Story) {
    story.press(Action::Remove).await.press(Action::RemoveNow).await;
    assert_eq!(notice(story), sentence("home-remove-failed", &[("address", TARO)]));
    assert_eq!(story.world.consents.revocations.begun(), 0);
    assert!(story.world.vault.kept.lock().unwrap().contains_key(TARO));
}

#[tokio::test(start_paused = true)]
async fn nothing_is_revoked_or_deleted_while_the_keychain_is_shut() {
    let mut story = with(&google(TARO), Login::OAuth).await;
    let world = story.world.clone();
    *world.vault.trouble.lock().unwrap() = Some(problem(ProblemCode::KeychainLocked, Stage::Keep));
    taro_stays(&mut story).await;
}

#[tokio::test(start_paused = true)]
async fn with_a_locked_keychain_the_account_stays() {
    let mut story = with(&hosting(TENCHO), Login::Password).await;
    let world = story.world.clone();
    *world.vault.trouble.lock().unwrap() = Some(problem(ProblemCode::KeychainLocked, Stage::Keep));
    story.press(Action::Remove).await.press(Action::RemoveNow).await;
    assert_eq!(notice(&story), sentence("home-remove-failed", &[("address", TENCHO)]));
    assert!(matches!(story.screen(), Screen::Home { accounts, .. } if accounts.len() == 1));
    *world.vault.trouble.lock().unwrap() = None;
    world.consents.revocations.then(None);
    story.press(Action::Remove).await.press(Action::RemoveNow).await;
    assert_eq!(notice(&story), sentence("home-removed", &[("address", TENCHO)]));
    story.told("removal_with_a_locked_keychain");
}

#[tokio::test(start_paused = true)]
async fn nothing_is_revoked_or_deleted_while_another_run_does_not_let_go_of_the_account() {
    let mut story = with(&google(TARO), Login::OAuth).await;
    let world = story.world.clone();
    *world.consents.held_elsewhere.lock().unwrap() = Some(problem(ProblemCode::KeychainLocked, Stage::Keep));
    taro_stays(&mut story).await;
    *world.consents.held_elsewhere.lock().unwrap() = None;
    world.consents.revocations.then(Some(true));
    story.press(Action::Remove).await.press(Action::RemoveNow).await;
    assert!(world.vault.kept.lock().unwrap().is_empty());
}

#[tokio::test(start_paused = true)]
async fn what_was_begun_with_an_account_is_not_offered_again_once_it_is_gone() {
    let mut story = with(&hosting(TENCHO), Login::Password).await;
    let world = story.world.clone();
    story.press(Action::SignInAgain).await;
    assert!(world.files.state.lock().unwrap().is_some(), "a sudden end would lead back here");
    story.press(Action::Back).await.press(Action::Back).await;
    assert!(world.files.state.lock().unwrap().is_none(), "the person went back to the list");
    world.consents.revocations.then(None);
    story.press(Action::Remove).await.press(Action::RemoveNow).await;
    assert!(world.files.state.lock().unwrap().is_none());
}
