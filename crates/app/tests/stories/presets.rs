//! What an organisation has decided for its computers, as its people meet it.

use contract::{Action, FieldId, Login, Place, ProblemCode, Screen, Stage};
use testkit::ports::World;
use wizard::{Brand, HelpDesk, Policy};

use super::fixtures::*;
use super::story::{Story, start};

async fn under(policy: Policy) -> Story {
    let mut start = start();
    start.policy = policy;
    Story::from(World::default(), start).await
}

fn only(logins: &[Login]) -> Policy {
    Policy { logins: Some(logins.to_vec()), ..Policy::default() }
}

#[tokio::test(start_paused = true)]
async fn only_the_browser_is_allowed() {
    let mut story = under(only(&[Login::OAuth])).await;
    story.world.finder.searches.then(Ok(google(TARO)));
    story.press_with(Action::Continue, &[(FieldId::Address, TARO)]).await;
    assert!(matches!(story.screen(), Screen::Consent { .. }));
    assert!(!story.offers(Action::UseAppPassword), "what is not allowed is not offered");
    story.press(Action::Back).await;
    // An address that has no such way, and nothing else that is allowed.
    story.world.finder.searches.then(Ok(hosting(TENCHO)));
    story.press_with(Action::Continue, &[(FieldId::Address, TENCHO)]).await;
    assert_eq!(story.code(), ProblemCode::NotAllowedHere);
    story.told("only_the_browser_is_allowed");
}

#[tokio::test(start_paused = true)]
async fn the_browser_is_not_allowed() {
    let mut story = under(only(&[Login::AppPassword])).await;
    assert!(!story.offers(Action::SignInGoogle) && !story.offers(Action::SignInMicrosoft));
    story.world.finder.searches.then(Ok(google(TARO)));
    story.press_with(Action::Continue, &[(FieldId::Address, TARO)]).await;
    assert!(matches!(story.screen(), Screen::Password { .. }), "{:?}", story.screen());
    assert!(!story.offers(Action::SignInGoogle));
}

#[tokio::test(start_paused = true)]
async fn the_help_desk_is_on_every_card_and_letters_go_there() {
    let text = Brand { ja: "内線 1234 へ".into(), en: "Call 1234".into() };
    let help = Some(HelpDesk { text, address: "help@corp.example".into() });
    let mut story = under(Policy { help, ..only(&[]) }).await;
    story.world.finder.searches.then(Ok(google(TARO)));
    story.press_with(Action::Continue, &[(FieldId::Address, TARO)]).await;
    let Screen::Problem { help: Some(help), .. } = story.screen() else { panic!("{:?}", story.screen()) };
    assert_eq!(words::plain(&help), "内線 1234 へ");
    story.press_on(Action::OpenLetter, "ja").await;
    let opened = story.world.browser.opened.lock().unwrap().clone();
    assert!(opened[0].starts_with("mailto:help@corp.example?subject="), "{opened:?}");
}

#[tokio::test(start_paused = true)]
async fn a_faulty_file_is_told_first_and_the_way_goes_on() {
    let fault = Some(("/etc/todoita/todoita.toml".into(), 3));
    let mut story = under(Policy { fault, ..Policy::default() }).await;
    assert_eq!(story.code(), ProblemCode::SettingsFaulty);
    let Screen::Problem { reason, .. } = story.screen() else { panic!() };
    assert!(words::plain(&reason).contains("/etc/todoita/todoita.toml の 3 行目"), "{reason:?}");
    story.press(Action::StartOver).await;
    assert!(matches!(story.screen(), Screen::Address { .. }));
    story.told("a_faulty_file_is_told_first");
}

#[tokio::test(start_paused = true)]
async fn a_card_puts_the_first_way_that_is_allowed_in_the_place_of_the_main_button() {
    let mut story = under(only(&[Login::OAuth])).await;
    story.world.finder.searches.then(Ok(google(TARO)));
    story.world.consents.opens.then(Ok(()));
    story.world.consents.waits.then(Ok(()));
    story.world.consents.finishes.then(Err(problem(ProblemCode::ProgramNotOpen, Stage::Consent)));
    story.press_with(Action::Continue, &[(FieldId::Address, TARO)]).await.press(Action::OpenBrowser).await;
    assert_eq!(story.code(), ProblemCode::ProgramNotOpen);
    let main = story.view().actions.into_iter().find(|view| view.place == Place::Main);
    assert_eq!(
        main.map(|view| view.action),
        Some(Action::SignInAgain),
        "the app password is not allowed here"
    );
}

#[tokio::test(start_paused = true)]
async fn an_earlier_run_by_a_way_that_is_closed_now_ends_at_its_card() {
    let mut start = start();
    start.policy = only(&[Login::OAuth]);
    let plan = wizard::Plan::new(apple(MOMO), Login::AppPassword);
    start.saved = Some(wizard::Saved { plan, step: wizard::SavedStep::Connect });
    let mut story = Story::from(World::default(), start).await;
    story.press(Action::Resume).await;
    assert_eq!(story.code(), ProblemCode::NotAllowedHere);
}

#[tokio::test(start_paused = true)]
async fn what_an_earlier_run_left_outlives_a_faulty_file() {
    let mut start = start();
    start.policy = Policy { fault: Some(("todoita.toml".into(), 1)), ..Policy::default() };
    let plan = wizard::Plan::new(apple(MOMO), Login::AppPassword);
    start.saved = Some(wizard::Saved { plan, step: wizard::SavedStep::Connect });
    let mut story = Story::from(World::default(), start).await;
    assert_eq!(story.code(), ProblemCode::SettingsFaulty);
    story.press(Action::StartOver).await;
    assert_eq!(story.code(), ProblemCode::ClosedInTheMiddle);
    story.press(Action::Resume).await;
    assert!(matches!(story.screen(), Screen::Password { .. }), "{:?}", story.screen());
}
