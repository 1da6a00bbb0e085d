//! What other runs of the program write meanwhile, and a disk that takes nothing for a while.

use std::sync::atomic::Ordering;
use std::time::Duration;

use app::ports::{Credential, Files as _};
use app::quiet::{What, look_after};
use contract::{Action, FieldId, Login, ProblemCode, Screen, SecretSlot, Stage};
use secret::Secret;
use testkit::ports::World;
use wizard::{Account, Looked, Watch};

use super::fixtures::*;
use super::story::{Story, sentence, start};

const DAY: u64 = 24 * 60 * 60 * 1000;

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
    world.mailbox.looks.then(Looked::Seen(IN_INBOX));
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
    world.mailbox.looks.then(Looked::Seen(IN_INBOX));
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
    let notice = notice.as_ref().map(|notice| words::plain(&notice.text)).unwrap_or_default();
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
    world.mailbox.looks.then(Looked::Seen(IN_INBOX));
    world.files.full.store(true, Ordering::SeqCst);
    story.press_with(Action::Continue, &[(FieldId::Address, TENCHO)]).await;
    story.secret(SecretSlot::Password, "himitsu").await.press(Action::ConnectAndSend).await;
    assert!(matches!(story.screen(), Screen::Done { .. }));
    // Another run sets one up: what is not written yet is not lost in it.
    world.files.accounts.lock().unwrap().push(account(&google(TARO), Login::OAuth));
    story.look_again().await;
    assert_eq!(ids(&world), [TARO]);
    assert_eq!(
        story.view().unwritten.map(|text| words::plain(&text)),
        Some(sentence("problem-list-not-written-told", &[]))
    );
    story.press(Action::ShowTrouble).await;
    assert_eq!(story.code(), ProblemCode::ListNotWritten);
    story.press(Action::TryAgain).await;
    let Screen::Problem { notice, .. } = story.screen() else { panic!("no card") };
    assert_eq!(
        notice.as_ref().map(|notice| words::plain(&notice.text)),
        Some(sentence("problem-list-not-written-still", &[]))
    );
    world.files.full.store(false, Ordering::SeqCst);
    story.press(Action::TryAgain).await;
    assert!(matches!(story.screen(), Screen::Done { .. }));
    assert_eq!(story.view().unwritten, None);
    story.press(Action::Finish).await;
    assert_eq!(ids(&world), [TARO, TENCHO]);
    assert!(matches!(story.screen(), Screen::Home { accounts, .. } if accounts.len() == 2));
}

#[tokio::test(start_paused = true)]
async fn a_permission_that_a_full_disk_did_not_let_be_renewed_is_tried_again_from_its_card() {
    let world = World::default();
    let accounts = vec![account(&google(TARO), Login::OAuth)];
    world.files.full.store(true, Ordering::SeqCst);
    let mut story = Story::from(world.clone(), app::Start { accounts, ..start() }).await;
    // The list is not written either, and that has a card of its own.
    story.press(Action::WatchDaily).await;
    assert!(story.view().unwritten.is_some());
    let mut no_lock = problem(ProblemCode::ListNotWritten, Stage::Keep);
    no_lock.args.insert("what".into(), "permission".into());
    world.consents.accesses.then(Err(no_lock)).then(Ok(access("fresh")));
    story.press(Action::SendAnother).await;
    assert_eq!(story.code(), ProblemCode::ListNotWritten);
    world.mailer.turns.then(taken());
    world.mailbox.looks.never();
    story.press(Action::TryAgain).await;
    assert_eq!(world.mailer.turns.begun(), 1, "it is the renewal that is tried, not the list");
}

/// A world with the daily check on for these, at the end of the second day.
fn watched(accounts: &[Account]) -> World {
    let world = World::default();
    for account in accounts {
        world.vault.kept.lock().unwrap().insert(account.id.clone(), Secret::from("stored"));
    }
    let watched = accounts.iter().cloned();
    let watched = watched.map(|account| Account { watch: Some(Watch::default()), ..account });
    *world.files.accounts.lock().unwrap() = watched.collect();
    world.clock.at.store(2 * DAY, Ordering::SeqCst);
    world
}

/// Runs the daily check. Something happens while the first account is signed in.
async fn check_while(world: &World, happens: impl FnOnce(&World)) -> Vec<app::quiet::Notice> {
    let ports = world.ports();
    let (notices, ()) = tokio::join!(look_after(&ports), async {
        tokio::time::sleep(Duration::from_secs(1)).await;
        happens(world);
    });
    notices
}

fn slowly(world: &World, end: Result<(), app::ports::Refusal>) {
    world.mailer.sign_ins.after(Duration::from_secs(10), end);
}

fn no() -> Result<(), app::ports::Refusal> {
    let problem = problem(ProblemCode::NotAccepted, Stage::SignIn);
    Err(app::ports::Refusal { problem, unreached: false, may_have_gone: false, token_refused: false })
}

#[tokio::test(start_paused = true)]
async fn the_check_takes_each_account_as_it_is_by_then() {
    let four = ["1@a.example", "2@a.example", "3@a.example", "4@a.example"];
    let four = four.map(|address| account(&hosting(address), Login::Password));
    let world = watched(&four);
    slowly(&world, Ok(()));
    world.mailer.sign_ins.then(Ok(()));
    let new = account(&hosting("5@a.example"), Login::Password);
    check_while(&world, |world| {
        let files = &world.files;
        assert!(files.save_accounts(std::slice::from_ref(&new), &[]));
        assert!(files.forget_account("2@a.example"));
        files.change_account("3@a.example", &mut |account| account.watch = None);
        files.change_account("4@a.example", &mut |account| account.server.host = "new.example".into());
    })
    .await;
    let asked: Vec<_> =
        world.mailer.deliveries.lock().unwrap().iter().map(|d| d.server.host.clone()).collect();
    assert_eq!(asked, ["sv1.hosting.example", "new.example"]);
    let checked: Vec<_> = kept(&world)
        .into_iter()
        .map(|account| (account.id, account.watch.is_some_and(|watch| watch.checked_at.is_some())))
        .collect();
    let (yes, no) = (true, false);
    let wanted = [("1@a.example", yes), ("3@a.example", no), ("4@a.example", yes), ("5@a.example", no)];
    assert_eq!(checked, wanted.map(|(id, checked)| (id.to_owned(), checked)), "and nobody is lost");
}

#[tokio::test(start_paused = true)]
async fn what_the_check_found_of_an_account_that_was_set_up_anew_is_let_go_of() {
    let world = watched(&[account(&hosting(TENCHO), Login::Password)]);
    slowly(&world, no());
    let told = check_while(&world, |world| {
        world.files.change_account(TENCHO, &mut |account| account.server.host = "new.example".into());
    });
    assert_eq!(told.await, []);
    assert_eq!(kept(&world)[0].watch, Some(Watch::default()), "it is due as before");
}

#[tokio::test(start_paused = true)]
async fn what_a_full_disk_did_not_let_the_check_write_down_is_not_told_but_checked_again() {
    let world = watched(&[account(&hosting(TENCHO), Login::Password)]);
    world.files.full.store(true, Ordering::SeqCst);
    world.mailer.sign_ins.then(no()).then(no()).then(no());
    for _ in 0..2 {
        assert_eq!(look_after(&world.ports()).await, [], "the list would say that all is well");
    }
    world.files.full.store(false, Ordering::SeqCst);
    assert_eq!(look_after(&world.ports()).await.len(), 1, "it was still due");
    assert!(kept(&world)[0].watch.as_ref().is_some_and(|watch| watch.trouble().is_some()));
}

#[tokio::test(start_paused = true)]
async fn a_panic_in_one_check_ends_no_other() {
    let two = [TENCHO, YAMA].map(|address| account(&hosting(address), Login::Password));
    let world = watched(&two);
    world.mailer.sign_ins.panics().then(no());
    let told = look_after(&world.ports()).await;
    assert!(matches!(&told[..], [one] if one.address == YAMA && matches!(one.what, What::Trouble(_))));
}
