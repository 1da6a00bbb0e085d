//! What other runs of the program write meanwhile, and a disk that takes nothing for a while.

use std::sync::atomic::Ordering;

use app::ports::{Credential, Files as _};
use contract::{Action, FieldId, Login, ProblemCode, Screen, SecretSlot, Stage};
use secret::Secret;
use testkit::ports::World;
use wizard::{Account, Watch};

use super::fixtures::*;
use super::story::{Story, sentence, start};

fn kept(world: &World) -> Vec<Account> {
    world.files.accounts.lock().unwrap().clone()
}

fn ids(world: &World) -> Vec<String> {
    kept(world).into_iter().map(|account| account.id).collect()
}

/// An account that is stored was set up anew, with a secret for this run only.
async fn anew_for_this_run_only() -> Story {
    let world = World::default();
    world.vault.kept.lock().unwrap().insert(TENCHO.to_owned(), Secret::from("stored"));
    let stored = Account { user_name: "old".into(), ..account(&hosting(TENCHO), Login::Password) };
    let mut story = Story::from(world.clone(), app::Start { accounts: vec![stored], ..start() }).await;
    world.finder.searches.then(Ok(hosting(TENCHO)));
    world.mailer.turns.then(taken());
    world.mailbox.looks.then(Ok(Some(IN_INBOX)));
    *world.vault.trouble.lock().unwrap() = Some(problem(ProblemCode::KeychainLocked, Stage::Keep));
    story.press(Action::AddAccount).await.press_with(Action::Continue, &[(FieldId::Address, TENCHO)]).await;
    story.secret(SecretSlot::Password, "himitsu").await.press(Action::ConnectAndSend).await;
    story.press(Action::KeepForSession).await.press(Action::Finish).await;
    story
}

#[tokio::test(start_paused = true)]
async fn a_secret_for_this_run_only_leaves_the_stored_account_and_is_the_one_in_use() {
    let mut story = anew_for_this_run_only().await;
    let world = story.world.clone();
    let stored = kept(&world);
    assert!(matches!(&stored[..], [one] if one.user_name == "old" && !one.session_only), "{stored:?}");
    // Another run changes the stored one.
    assert!(world.files.change_account(TENCHO, &mut |account| account.watch = Some(Watch::default())));
    story.look_again().await;
    world.mailer.turns.then(taken());
    world.mailbox.looks.then(Ok(Some(IN_INBOX)));
    story.press(Action::SendAnother).await;
    let last = world.mailer.deliveries.lock().unwrap().last().cloned().unwrap();
    assert!(matches!(last.credential, Credential::Password(secret) if secret == Secret::from("himitsu")));
    assert_eq!(last.user_name, TENCHO, "a new secret goes to no old place");
}

#[tokio::test(start_paused = true)]
async fn with_an_account_of_this_run_only_goes_the_stored_one() {
    let mut story = anew_for_this_run_only().await;
    let world = story.world.clone();
    world.consents.revocations.then(None).then(None).then(None);
    story.press(Action::Remove).await.press(Action::RemoveNow).await;
    let Screen::Home { notice, .. } = story.screen() else { panic!("no list") };
    let notice = notice.as_ref().map(words::plain).unwrap_or_default();
    assert_eq!(notice, sentence("home-remove-failed", &[("address", TENCHO)]), "its secret is still there");
    *world.vault.trouble.lock().unwrap() = None;
    story.press(Action::Remove).await.press(Action::RemoveNow).await;
    assert!(world.vault.kept.lock().unwrap().is_empty() && kept(&world).is_empty());
}

#[tokio::test(start_paused = true)]
async fn what_a_full_disk_did_not_take_is_written_as_soon_as_it_does() {
    let mut story = Story::begin().await;
    let world = story.world.clone();
    world.finder.searches.then(Ok(hosting(TENCHO)));
    world.mailer.turns.then(taken());
    world.mailbox.looks.then(Ok(Some(IN_INBOX)));
    world.files.full.store(true, Ordering::SeqCst);
    story.press_with(Action::Continue, &[(FieldId::Address, TENCHO)]).await;
    story.secret(SecretSlot::Password, "himitsu").await.press(Action::ConnectAndSend).await;
    assert!(matches!(story.screen(), Screen::Done { .. }));
    // Another run sets one up: what is not written yet is not lost in it.
    world.files.accounts.lock().unwrap().push(account(&google(TARO), Login::OAuth));
    story.look_again().await;
    assert_eq!(ids(&world), [TARO]);
    world.files.full.store(false, Ordering::SeqCst);
    story.press(Action::Finish).await;
    assert_eq!(ids(&world), [TARO, TENCHO]);
    assert!(matches!(story.screen(), Screen::Home { accounts, .. } if accounts.len() == 2));
}
