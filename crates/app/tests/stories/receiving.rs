//! Receiving is tried with the sign-in that is there, and no further permission is asked for.

use contract::{AccountKind, Action, Login, ProblemCode, Screen, Stage};
use secret::Secret;
use testkit::ports::World;
use wizard::{Account, Looked, Received};

use super::fixtures::*;
use super::story::{Story, sentence, start};

async fn with(account: Account, secret: &str) -> Story {
    let world = World::default();
    world.vault.kept.lock().unwrap().insert(account.id.clone(), Secret::from(secret));
    Story::from(world, app::Start { accounts: vec![account], ..start() }).await
}

fn lead(story: &Story) -> String {
    let Screen::Card { lead, .. } = story.screen() else { panic!("{:?}", story.screen()) };
    let Some(contract::Arg::Word(said)) = lead.text.args.get("value") else { panic!("{lead:?}") };
    said.replace('\u{200b}', "")
}

#[tokio::test(start_paused = true)]
async fn with_the_stored_password() {
    let mut story = with(account(&hosting(TENCHO), Login::Password), "hidden-away").await;
    let world = story.world.clone();
    world.mailbox.checks.then(Received::Works);
    story.press(Action::CheckReceiving).await;
    assert_eq!(lead(&story), "受信できます。いま、同じサインインで受信箱を開けました。");
    let checked = world.mailbox.checked.lock().unwrap().clone();
    let [(account, app::ports::Credential::Password(password))] = &checked[..] else { panic!("{checked:?}") };
    assert_eq!((account.address.as_str(), password.expose_str()), (TENCHO, Some("hidden-away")));
    assert!(!story.published().iter().any(|view| view.contains("hidden-away")), "never a secret on a card");
}

#[tokio::test(start_paused = true)]
async fn a_no_has_the_name_that_the_diagnosis_has_for_it() {
    let mut story = with(account(&hosting(TENCHO), Login::Password), "hidden-away").await;
    let off = problem(ProblemCode::ReadingSwitchedOff, Stage::SignIn);
    story.world.mailbox.checks.then(Received::Refused(Box::new(off)));
    story.press(Action::CheckReceiving).await;
    assert_eq!(lead(&story), "メールを読む入口が、オフになっています");
}

#[tokio::test(start_paused = true)]
async fn a_mailbox_that_repeats_the_password_does_not_bring_it_onto_the_screen() {
    let mut story = with(account(&hosting(TENCHO), Login::Password), "hidden-away").await;
    let mut echo = problem(ProblemCode::NotAccepted, Stage::SignIn);
    echo.said =
        Some(contract::Said { code: None, enhanced: None, text: "no LOGIN tencho hidden-away".into() });
    story.world.mailbox.checks.then(Received::Refused(Box::new(echo)));
    story.press(Action::CheckReceiving).await;
    let published = story.published();
    assert!(published.iter().any(|view| view.contains("no LOGIN tencho")), "the words are shown");
    assert!(!published.iter().any(|view| view.contains("hidden-away")), "and the secret in them is not");
}

/// Google's no to an access token that has run out reads like one to the whole account.
fn spent() -> Box<contract::Problem> {
    Box::new(problem(ProblemCode::GooglePermissionLacksMail, Stage::SignIn))
}

#[tokio::test(start_paused = true)]
async fn a_refused_token_is_renewed_once_before_the_account_is_blamed() {
    let mut story = with(account(&google(TARO), Login::OAuth), "{}").await;
    let world = story.world.clone();
    world.consents.accesses.then(Ok(access("old"))).then(Ok(access("new")));
    world.mailbox.checks.then(Received::Refused(spent())).then(Received::Works);
    story.press(Action::CheckReceiving).await;
    assert_eq!(lead(&story), "受信できます。いま、同じサインインで受信箱を開けました。");
    assert_eq!(*world.consents.forgotten.lock().unwrap(), [TARO], "the refused one is not served again");
    let checked = world.mailbox.checked.lock().unwrap().clone();
    let tokens = checked.into_iter().map(|(_, credential)| match credential {
        app::ports::Credential::Bearer(token) => token,
        app::ports::Credential::Password(_) => panic!("a permission is no password"),
    });
    assert!(tokens.eq(["old", "new"].map(Secret::from)));

    world.consents.accesses.then(Ok(access("old"))).then(Ok(access("new")));
    world.mailbox.checks.then(Received::Refused(spent())).then(Received::Refused(spent()));
    story.press(Action::TryAgain).await;
    let said = sentence("problem-google-permission-lacks-mail", &[]).replace('\u{200b}', "");
    assert_eq!(lead(&story), said);
    assert_eq!(world.mailbox.checks.begun(), 4, "twice each, and no more");
}

#[tokio::test(start_paused = true)]
async fn a_no_that_no_token_helps_against_is_told_at_once() {
    let off = || Received::Refused(Box::new(problem(ProblemCode::ReadingSwitchedOff, Stage::SignIn)));
    let no = || Received::Refused(Box::new(problem(ProblemCode::NotAccepted, Stage::SignIn)));
    let mut story = with(account(&google(TARO), Login::OAuth), "{}").await;
    story.world.consents.accesses.then(Ok(access("token")));
    story.world.mailbox.checks.then(off());
    story.press(Action::CheckReceiving).await;
    assert_eq!(story.world.consents.accesses.begun(), 1);
    let mut story = with(account(&hosting(TENCHO), Login::Password), "hidden-away").await;
    story.world.mailbox.checks.then(no());
    story.press(Action::CheckReceiving).await;
    assert_eq!(story.world.mailbox.checks.begun(), 1, "a password that was refused is not shown twice");
}

#[tokio::test(start_paused = true)]
async fn a_refused_token_is_renewed_once_for_looking_too() {
    let mut story = with(account(&google(TARO), Login::OAuth), "{}").await;
    let world = story.world.clone();
    world.consents.accesses.then(Ok(access("sends"))).then(Ok(access("old"))).then(Ok(access("new")));
    world.mailer.turns.then(taken());
    world.mailbox.looks.then(Looked::Shut(Some(spent()))).then(Looked::Seen(IN_INBOX));
    story.press(Action::SendAnother).await;
    assert!(matches!(story.screen(), Screen::Done { .. }), "{:?}", story.screen());
    assert_eq!(*world.consents.forgotten.lock().unwrap(), [TARO]);
}

#[tokio::test(start_paused = true)]
async fn microsoft_is_not_asked_for_more() {
    let mut account = account(&google(TARO), Login::OAuth);
    account.kind = AccountKind::Microsoft365;
    let mut story = with(account, "{}").await;
    story.press(Action::CheckReceiving).await;
    assert_eq!(lead(&story), "受信は、ためしていません。とどいたが持っているのは、送るための許可だけです。");
    assert!(story.world.mailbox.checked.lock().unwrap().is_empty());
}

#[tokio::test(start_paused = true)]
async fn the_page_for_a_device_password_is_opened_from_the_card() {
    let mut story = with(account(&google(TARO), Login::OAuth), "{}").await;
    story.press(Action::ShowSettings).await;
    story.press_on(Action::ForDevice, "wordpress").await;
    story.press(Action::OpenAppPasswordPage).await;
    let opened = story.world.browser.opened.lock().unwrap().clone();
    assert_eq!(opened, ["https://provider.example/app-password"]);
}
