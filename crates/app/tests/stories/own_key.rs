//! A registration of one's own: made by the hand, handed over, used at once.

use contract::{Action, FieldId, HandsOver, ProblemCode, Screen, SecretSlot, Stage};
use testkit::ports::{OWN_CLIENT, World};
use wizard::{Clients, KeyFault};

use super::fixtures::*;
use super::story::{Story, start};

/// A build without any client id.
async fn without_clients() -> Story {
    let mut start = start();
    start.clients = Clients::default();
    Story::from(World::default(), start).await
}

fn guide(story: &Story) -> (u8, u8, HandsOver, Option<String>) {
    match story.screen() {
        Screen::Guide { at, of, hands_over, error, .. } => {
            (at, of, hands_over, error.map(|text| words::plain(&text)))
        }
        other => panic!("not the guide: {other:?}"),
    }
}

#[tokio::test(start_paused = true)]
async fn a_google_key_is_made_and_the_browser_opens_with_it() {
    let mut story = without_clients().await;
    let world = story.world.clone();
    story.press(Action::SignInGoogle).await;
    assert_eq!(story.code(), ProblemCode::NoClientId);
    story.press(Action::MakeOwnKey).await;
    let (_, of, ..) = guide(&story);
    for at in 1..of {
        assert_eq!((guide(&story).0, guide(&story).2), (at, HandsOver::Nothing));
        story.press(Action::OpenKeyPage).await.press(Action::Continue).await;
    }
    assert_eq!(world.browser.opened.lock().unwrap().len(), usize::from(of) - 1);
    // Without a file, with a wrong one, with a keychain that stays shut: each is told, and nothing is lost.
    story.press(Action::TakeKey).await;
    assert_eq!(guide(&story).3.as_deref(), Some("まだ、ファイルがありません。"));
    for fault in [KeyFault::Web, KeyFault::Keychain] {
        *world.keys.fault.lock().unwrap() = Some(fault);
        story.secret(SecretSlot::KeyFile, "the file, planted").await.press(Action::TakeKey).await;
        assert!(guide(&story).3.is_some());
    }
    *world.keys.file.lock().unwrap() = Some("client_secret_1.json".into());
    story.press(Action::TakeKey).await;
    assert!(story.offers(Action::DeleteKeyFile) && !story.offers(Action::Back));
    story.press(Action::DeleteKeyFile).await;
    assert!(!story.offers(Action::DeleteKeyFile));
    gives_consent(&world, google(TARO));
    world.mailer.turns.then(taken());
    world.consents.accesses.then(Ok(access("to-look")));
    world.mailbox.looks.never();
    story.press(Action::Continue).await;
    assert!(matches!(story.screen(), Screen::Arrival { .. }), "{:?}", story.screen());
    assert!(story.published().iter().all(|view| !view.contains("planted")), "the file is in no View");
    story.told("own_google_key");
}

#[tokio::test(start_paused = true)]
async fn a_microsoft_key_is_typed_and_the_address_takes_its_road() {
    let mut story = without_clients().await;
    let world = story.world.clone();
    world.finder.searches.then(Ok(microsoft(SAKURA)));
    story.press_with(Action::Continue, &[(FieldId::Address, SAKURA)]).await;
    assert_eq!(story.code(), ProblemCode::NoClientId);
    story.press(Action::MakeOwnKey).await;
    while guide(&story).2 == HandsOver::Nothing {
        story.press(Action::Continue).await;
    }
    *world.keys.fault.lock().unwrap() = Some(KeyFault::TenantId);
    let ids = [(FieldId::ClientId, "6f2c0c5e-1111-4222-8333-0a0b0c0d0e0f"), (FieldId::TenantId, "corp")];
    story.press_with(Action::TakeKey, &ids).await;
    assert!(guide(&story).3.is_some_and(|error| error.contains("テナント")));
    story.press_with(Action::TakeKey, &ids[..1]).await;
    world.finder.searches.then(Ok(microsoft(SAKURA)));
    story.press(Action::Continue).await;
    assert!(matches!(story.screen(), Screen::Consent { .. }), "{:?}", story.screen());
    // The letter to the administrator names the key that is used.
    world.consents.opens.then(Ok(()));
    world.consents.waits.then(Ok(()));
    world.consents.finishes.then(Err(problem(ProblemCode::ApprovalNeeded, Stage::Consent)));
    story.press(Action::OpenBrowser).await;
    let Screen::Problem { letter, .. } = story.screen() else { panic!("{:?}", story.screen()) };
    assert!(words::plain(&letter[0].body).contains(OWN_CLIENT));
}

#[tokio::test(start_paused = true)]
async fn leaving_the_guide_keeps_the_address_and_forgets_the_file() {
    let mut story = without_clients().await;
    let world = story.world.clone();
    world.finder.searches.then(Ok(microsoft(SAKURA)));
    story.press_with(Action::Continue, &[(FieldId::Address, SAKURA)]).await;
    story.press(Action::MakeOwnKey).await.press(Action::Continue).await;
    assert_eq!(guide(&story).0, 2);
    story.press(Action::Back).await.press(Action::Back).await;
    let Screen::Address { value, .. } = story.screen() else { panic!("{:?}", story.screen()) };
    assert_eq!(value, SAKURA);
}
