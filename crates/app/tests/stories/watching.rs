//! The daily check: what it signs in with, what it tells, and what it leaves alone.

use std::sync::atomic::Ordering;
use std::time::Duration;

use app::ports::Refusal;
use app::quiet::{What, look_after};
use contract::{Action, Login, ProblemCode, Screen, Stage};
use secret::Secret;
use testkit::ports::{Turn, World};
use tokio::time::Instant;
use wizard::{Account, Looked, Watch};

use super::fixtures::*;
use super::story::{Story, start};

const DAY: u64 = 24 * 60 * 60 * 1000;

fn watched(account: Account) -> Account {
    Account { watch: Some(Watch::default()), ..account }
}

/// A world in which these accounts are set up, with their secrets, at the end of the first day.
fn world(accounts: &[Account]) -> World {
    let world = World::default();
    for account in accounts {
        world.vault.kept.lock().unwrap().insert(account.id.clone(), Secret::from("stored"));
    }
    *world.files.accounts.lock().unwrap() = accounts.to_vec();
    world.clock.at.store(DAY, Ordering::SeqCst);
    world
}

async fn a_day_later(world: &World) -> Vec<app::quiet::Notice> {
    world.clock.at.fetch_add(DAY, Ordering::SeqCst);
    look_after(&world.ports()).await
}

fn no(code: ProblemCode, token_refused: bool) -> Result<(), Refusal> {
    let problem = problem(code, Stage::SignIn);
    Err(Refusal { problem, unreached: false, may_have_gone: false, token_refused })
}

#[tokio::test(start_paused = true)]
async fn it_signs_in_sends_nothing_and_tells_a_new_failure_once() {
    let world =
        world(&[watched(account(&hosting(TENCHO), Login::Password)), account(&google(TARO), Login::OAuth)]);
    world.mailer.sign_ins.then(Ok(()));
    assert_eq!(a_day_later(&world).await, []);
    world.mailer.sign_ins.then(no(ProblemCode::NotAccepted, false));
    let told = a_day_later(&world).await;
    assert!(matches!(&told[..], [one] if one.address == TENCHO
        && matches!(&one.what, What::Trouble(problem) if problem.code == ProblemCode::NotAccepted)));
    world.mailer.sign_ins.then(no(ProblemCode::NotAccepted, false));
    assert_eq!(a_day_later(&world).await, [], "the person knows it");
    let deliveries = world.mailer.deliveries.lock().unwrap();
    assert_eq!(deliveries.len(), 3, "the other account is left alone");
    assert!(deliveries.iter().all(|delivery| delivery.message.is_empty() && delivery.address == TENCHO));
}

#[tokio::test(start_paused = true)]
async fn a_locked_keychain_is_left_alone_and_the_check_is_made_up_for() {
    let world = world(&[
        watched(account(&hosting(TENCHO), Login::Password)),
        watched(account(&google(TARO), Login::OAuth)),
    ]);
    world.vault.locked.store(true, Ordering::SeqCst);
    for _ in 0..3 {
        assert_eq!(a_day_later(&world).await, []);
    }
    assert_eq!(world.consents.accesses.begun(), 0, "no renewal read it either");
    assert!(world.mailer.deliveries.lock().unwrap().is_empty());
    world.vault.locked.store(false, Ordering::SeqCst);
    world.mailer.sign_ins.then(Ok(())).then(Ok(()));
    world.consents.accesses.then(Ok(access("fresh")));
    assert_eq!(look_after(&world.ports()).await, [], "it was still due");
    assert_eq!(world.mailer.deliveries.lock().unwrap().len(), 2);
}

#[tokio::test(start_paused = true)]
async fn a_network_that_lets_nobody_sign_in_is_not_told_however_long_it_lasts() {
    let world = world(&[watched(account(&google(TARO), Login::OAuth))]);
    for (code, looks) in
        [(ProblemCode::Offline, 4), (ProblemCode::CaptivePortal, 4), (ProblemCode::SignInPageBlocked, 1)]
    {
        for _ in 0..3 {
            let before = world.consents.accesses.begun();
            (0..looks).for_each(|_| {
                world.consents.accesses.then(Err(problem(code, Stage::Token)));
            });
            assert_eq!(a_day_later(&world).await, [], "{code:?}");
            assert_eq!(world.consents.accesses.begun(), before + looks, "{code:?}: it ends");
        }
    }
    world.consents.accesses.then(Err(problem(ProblemCode::PermissionEnded, Stage::Token)));
    assert_eq!(a_day_later(&world).await.len(), 1, "that one is about the account");
}

#[tokio::test(start_paused = true)]
async fn a_computer_that_has_just_woken_up_is_given_time_to_find_its_network() {
    let world = world(&[watched(account(&hosting(TENCHO), Login::Password))]);
    world.mailer.sign_ins.then(no(ProblemCode::Offline, false)).then(Ok(()));
    assert_eq!(look_after(&world.ports()).await, []);
    let checked_at =
        world.files.accounts.lock().unwrap()[0].watch.as_ref().and_then(|watch| watch.checked_at);
    assert_eq!(checked_at, Some(DAY));
}

#[tokio::test(start_paused = true)]
async fn the_waiting_for_a_network_keeps_back_nothing_and_is_not_for_ever() {
    let two = [TENCHO, YAMA].map(|address| watched(account(&hosting(address), Login::Password)));
    let with = world(&two);
    with.mailer.sign_ins.then(no(ProblemCode::HostNotFound, false)).then(no(ProblemCode::NotAccepted, false));
    let began = Instant::now();
    assert_eq!(look_after(&with.ports()).await.len(), 1);
    assert!(began.elapsed() < Duration::from_secs(1), "what there is to tell is told");

    let slow = world(&two);
    for _ in 0..8 {
        slow.mailer.sign_ins.after(Duration::from_secs(4 * 60), no(ProblemCode::Offline, false));
    }
    let began = Instant::now();
    assert_eq!(look_after(&slow.ports()).await, []);
    assert!(began.elapsed() < Duration::from_secs(40 * 60), "Windows would end it: {:?}", began.elapsed());

    let gone = world(&two[..1]);
    gone.mailer.sign_ins.then(no(ProblemCode::Offline, false));
    tokio::join!(async { assert_eq!(look_after(&gone.ports()).await, []) }, async {
        tokio::time::sleep(Duration::from_secs(30)).await;
        gone.files.accounts.lock().unwrap().clear();
    });
    assert_eq!(gone.mailer.sign_ins.begun(), 1, "what was removed meanwhile is left alone");
}

#[tokio::test(start_paused = true)]
async fn a_second_check_on_the_same_day_does_nothing() {
    let world = world(&[watched(account(&hosting(TENCHO), Login::Password))]);
    world.mailer.sign_ins.then(Ok(()));
    a_day_later(&world).await;
    assert_eq!(look_after(&world.ports()).await, []);
    assert_eq!(world.mailer.deliveries.lock().unwrap().len(), 1);
}

#[tokio::test(start_paused = true)]
async fn a_token_is_renewed_once_before_anything_is_said() {
    let world = world(&[watched(account(&google(TARO), Login::OAuth))]);
    for token in ["old", "new"] {
        world.consents.accesses.then(Ok(access(token)));
    }
    world.mailer.sign_ins.then(no(ProblemCode::NotAccepted, true));
    world.mailer.sign_ins.then(Ok(()));
    assert_eq!(a_day_later(&world).await, []);
    assert_eq!(*world.consents.forgotten.lock().unwrap(), [TARO]);
}

#[tokio::test(start_paused = true)]
async fn a_password_at_microsoft_365_is_told_once_that_it_will_end() {
    let office = account(&microsoft(TENCHO), Login::Password);
    let office = Account { kind: contract::AccountKind::Microsoft365, ..office };
    let world = world(&[watched(office)]);
    world.mailer.sign_ins.then(Ok(()));
    let told = a_day_later(&world).await;
    assert!(matches!(&told[..], [one] if matches!(&one.what, What::Coming(_))), "{told:?}");
    world.mailer.sign_ins.then(Ok(()));
    assert_eq!(a_day_later(&world).await, []);
}

#[tokio::test(start_paused = true)]
async fn it_is_turned_on_in_the_list_and_off_with_the_last_account() {
    let world = world(&[account(&google(TARO), Login::OAuth)]);
    let accounts = world.files.accounts.lock().unwrap().clone();
    let mut story = Story::from(world.clone(), app::Start { accounts, ..start() }).await;
    story.press(Action::WatchDaily).await;
    assert!(world.schedule.on.load(Ordering::SeqCst));
    assert!(world.files.accounts.lock().unwrap()[0].watch.is_some());
    world.consents.revocations.then(Some(true));
    story.press(Action::Remove).await.press(Action::RemoveNow).await;
    assert!(!world.schedule.on.load(Ordering::SeqCst), "nothing is left that would be checked");
    story.told("watching_then_removed");
}

#[tokio::test(start_paused = true)]
async fn what_the_check_found_is_in_an_open_window_when_it_comes_to_the_front() {
    let world = world(&[watched(account(&hosting(TENCHO), Login::Password))]);
    let accounts = world.files.accounts.lock().unwrap().clone();
    let mut story = Story::from(world.clone(), app::Start { accounts, ..start() }).await;
    world.mailer.sign_ins.then(no(ProblemCode::NotAccepted, false));
    let told = a_day_later(&world).await;
    assert_eq!(told.len(), 1);
    story.look_again().await;
    story.press(Action::ShowTrouble).await;
    story.told("found_while_the_window_was_open");
}

#[tokio::test(start_paused = true)]
async fn an_account_that_another_run_removed_does_not_come_back() {
    let (gone, stays) = (account(&google(TARO), Login::OAuth), account(&hosting(TENCHO), Login::Password));
    let world = world(&[gone.clone(), stays.clone()]);
    let mut story = Story::from(world.clone(), app::Start { accounts: vec![gone, stays], ..start() }).await;
    // `todoita remove`, while the window is open.
    world.files.accounts.lock().unwrap().remove(0);
    story.press(Action::WatchDaily).await;
    let kept: Vec<String> = world.files.accounts.lock().unwrap().iter().map(|kept| kept.id.clone()).collect();
    assert_eq!(kept, [TENCHO]);
}

/// `todoita remove`, while the window of a story waits for a test message of the account.
async fn removed_while_its_message_is_waited_for(world: &World) -> Story {
    let (gone, stays) = (account(&google(TARO), Login::OAuth), account(&hosting(TENCHO), Login::Password));
    let mut story = Story::from(world.clone(), app::Start { accounts: vec![gone, stays], ..start() }).await;
    world.consents.accesses.then(Ok(access("fresh")));
    story.press(Action::SendAnother).await;
    world.files.accounts.lock().unwrap().retain(|kept| kept.id != TARO);
    story
}

fn only_tencho_is_there(story: &Story) {
    let kept: Vec<String> =
        story.world.files.accounts.lock().unwrap().iter().map(|kept| kept.id.clone()).collect();
    assert_eq!(kept, [TENCHO]);
    assert!(matches!(story.screen(), Screen::Home { accounts, .. } if accounts.len() == 1));
    assert!(story.world.files.state.lock().unwrap().is_none());
}

#[tokio::test(start_paused = true)]
async fn nor_does_it_when_its_message_is_seen_or_said_to_have_arrived() {
    let taro = world(&[account(&google(TARO), Login::OAuth)]);
    taro.mailer.turns.then(taken());
    taro.consents.accesses.then(Ok(access("fresh")));
    taro.mailbox.looks.after(Duration::from_secs(5), Looked::Seen(IN_INBOX));
    let mut story = removed_while_its_message_is_waited_for(&taro).await;
    assert!(matches!(story.screen(), Screen::Arrival { .. }));
    story.pass(10).await;
    only_tencho_is_there(&story);

    let taro = world(&[account(&google(TARO), Login::OAuth)]);
    taro.mailer.turns.then(taken());
    taro.consents.accesses.then(Ok(access("fresh")));
    taro.mailbox.looks.never();
    let mut story = removed_while_its_message_is_waited_for(&taro).await;
    story.press(Action::Arrived).await;
    only_tencho_is_there(&story);
}

#[tokio::test(start_paused = true)]
async fn nor_does_it_when_it_was_removed_while_its_message_was_handed_over() {
    let taro = world(&[account(&google(TARO), Login::OAuth)]);
    taro.mailer.turns.then(Turn { wait: Some(Duration::from_secs(5)), ..taken() });
    let mut story = removed_while_its_message_is_waited_for(&taro).await;
    story.pass(10).await;
    only_tencho_is_there(&story);
}
