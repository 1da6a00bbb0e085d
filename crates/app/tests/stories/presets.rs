//! What an organisation has decided for its computers, as its people meet it.

use contract::{Action, FieldId, Login, ProblemCode, Screen};
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
