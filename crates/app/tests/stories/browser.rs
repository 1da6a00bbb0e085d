//! When the browser brings something else than a consent.

use std::sync::atomic::Ordering;
use std::time::Duration;

use contract::{Action, ConsentPhase, FieldId, ProblemCode, Screen, Stage};
use testkit::ports::LINK;

use super::fixtures::*;
use super::story::{Story, sentence};

/// The story of a typed address up to the open browser.
async fn at_the_browser() -> Story {
    let mut story = Story::begin().await;
    story.world.finder.searches.then(Ok(google(TARO)));
    story.world.consents.opens.then(Ok(()));
    story.press_with(Action::Continue, &[(FieldId::Address, TARO)]).await;
    story
}

#[tokio::test(start_paused = true)]
async fn consent_denied_then_given() {
    let mut story = at_the_browser().await;
    let world = story.world.clone();
    world.consents.waits.after(Duration::from_secs(2), Ok(()));
    world.consents.finishes.then(Err(problem(ProblemCode::ConsentDenied, Stage::Consent)));
    story.press(Action::OpenBrowser).await.pass(2).await;
    assert_eq!(story.code(), ProblemCode::ConsentDenied);
    assert_eq!(world.consents.open_doors(), 0);
    gives_consent(&world, google(TARO));
    world.mailer.turns.then(taken());
    world.consents.accesses.then(Ok(access("to-look")));
    world.mailbox.looks.never();
    story.press(Action::SignInAgain).await;
    assert!(matches!(story.screen(), Screen::Arrival { .. }));
    story.told("consent_denied_then_given");
}

#[tokio::test(start_paused = true)]
async fn a_box_left_unticked() {
    let mut story = at_the_browser().await;
    let world = story.world.clone();
    world.consents.waits.then(Ok(()));
    world.consents.finishes.then(Err(problem(ProblemCode::ScopeMissing, Stage::Consent)));
    story.press(Action::OpenBrowser).await;
    assert_eq!(story.code(), ProblemCode::ScopeMissing);
    assert!(story.offers(Action::SignInAgain));
    assert!(world.vault.kept.lock().unwrap().is_empty());
    story.told("a_box_left_unticked");
}

#[tokio::test(start_paused = true)]
async fn another_account_is_asked_about_then_used() {
    let mut story = at_the_browser().await;
    let world = story.world.clone();
    world.consents.waits.then(Ok(()));
    world.consents.finishes.then(Ok(granted(google("hanako@gmail.com"))));
    story.press(Action::OpenBrowser).await;
    assert_eq!(story.code(), ProblemCode::OtherAccount);
    assert_eq!(world.mailer.turns.begun(), 0, "nothing is sent before the answer");
    world.mailer.turns.then(taken());
    world.consents.accesses.then(Ok(access("to-look")));
    world.mailbox.looks.never();
    story.press(Action::UseThisAccount).await;
    assert_eq!(world.mailer.deliveries.lock().unwrap()[0].address, "hanako@gmail.com");
    assert!(world.vault.kept.lock().unwrap().contains_key("hanako@gmail.com"));
    story.told("another_account_then_used");
}

#[tokio::test(start_paused = true)]
async fn the_browser_does_not_open_and_nothing_comes_back_for_long() {
    let mut story = at_the_browser().await;
    let world = story.world.clone();
    world.browser.broken.store(true, Ordering::SeqCst);
    world.consents.waits.after(Duration::from_secs(3_000), Ok(()));
    world.consents.finishes.then(Ok(granted(google(TARO))));
    world.mailer.turns.then(taken());
    world.consents.accesses.then(Ok(access("to-look")));
    world.mailbox.looks.never();
    story.press(Action::OpenBrowser).await;
    let Screen::Consent { phase: ConsentPhase::Waiting { url, opened, .. }, notice, .. } = story.screen()
    else {
        panic!("{:?}", story.screen())
    };
    assert_eq!((url.as_str(), opened), (LINK, false), "the link stays on the screen");
    assert_eq!(
        said(&notice.unwrap()),
        "ブラウザーを開けませんでした。リンクをコピーして、ブラウザーに貼り付けてください。"
    );
    story.pass(19).await;
    assert!(notice_of(&story).starts_with("ブラウザーを"), "{}", notice_of(&story));
    story.pass(1).await;
    assert_eq!(notice_of(&story), sentence("consent-nothing-yet", &[]), "after twenty seconds");
    story.press(Action::OpenBrowserAgain).await;
    assert_eq!(*world.browser.opened.lock().unwrap(), [LINK, LINK]);
    story.pass(20 * 60 - 1).await;
    assert!(!story.offers(Action::KeepWaiting), "no time-out before twenty minutes");
    story.pass(1).await;
    assert!(notice_of(&story).starts_with("20分たちました。"), "{}", notice_of(&story));
    assert_eq!(world.consents.open_doors(), 1, "the door stays open all the same");
    story.press(Action::KeepWaiting).await.pass(20 * 60).await;
    assert!(story.offers(Action::KeepWaiting), "asked again after twenty minutes more");
    story.pass(600).await;
    assert!(matches!(story.screen(), Screen::Arrival { .. }), "a late answer is as good as an early one");
    story.told("the_browser_does_not_open");
}

fn notice_of(story: &Story) -> String {
    match story.screen() {
        Screen::Consent { notice, .. } => notice.as_ref().map(said).unwrap_or_default(),
        other => panic!("{other:?}"),
    }
}

/// The sentence as it is read.
fn said(text: &contract::Text) -> String {
    words::plain(text)
}

#[tokio::test(start_paused = true)]
async fn what_the_providers_page_says_is_named_and_words_unknown_end_no_waiting() {
    let mut story = at_the_browser().await;
    let world = story.world.clone();
    world.consents.waits.never();
    story.press(Action::OpenBrowser).await.pass(2).await;
    story.press_with(Action::NameTheError, &[(FieldId::PageText, " ")]).await;
    let Screen::Consent { notice: Some(notice), .. } = story.screen() else { panic!() };
    assert_eq!(said(&notice), sentence("consent-error-empty", &[]));
    story.press_with(Action::NameTheError, &[(FieldId::PageText, "なにかの文")]).await;
    let Screen::Consent { notice: Some(notice), .. } = story.screen() else { panic!() };
    assert_eq!(said(&notice), sentence("consent-error-unknown", &[]));
    assert_eq!(world.consents.open_doors(), 1, "still waiting");
    story.press_with(Action::NameTheError, &[(FieldId::PageText, "Error 400: admin_policy_enforced")]).await;
    assert_eq!(story.code(), ProblemCode::ApprovalNeeded);
    assert_eq!(world.consents.open_doors(), 0);
    story.told("an_error_page_is_named");
}

#[tokio::test(start_paused = true)]
async fn a_page_that_does_not_open_leaves_its_link() {
    let mut story = at_the_browser().await;
    let world = story.world.clone();
    world.browser.broken.store(true, Ordering::SeqCst);
    story.press(Action::UseAppPassword).await.press(Action::OpenAppPasswordPage).await;
    let told = story.view().unopened.expect("it is told");
    assert_eq!(told.link, world.browser.opened.lock().unwrap().last().cloned());
    assert!(said(&told.text).starts_with("ブラウザーを開けませんでした。"), "{told:?}");
    world.browser.broken.store(false, Ordering::SeqCst);
    story.press(Action::OpenAppPasswordPage).await;
    assert_eq!(story.view().unopened, None);
}
