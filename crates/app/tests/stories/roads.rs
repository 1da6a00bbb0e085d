//! One story for each road that leads to "it arrived".

use std::time::Duration;

use app::ports::Credential;
use contract::{Action, FieldId, ProblemCode, Screen, SecretSlot, Stage, Text, Tone};
use secret::Secret;
use testkit::ports::LINK;
use wizard::{Glance, Looked, SearchPhase};

use super::fixtures::*;
use super::story::Story;

#[tokio::test(start_paused = true)]
async fn google_by_the_button() {
    let mut story = Story::begin().await;
    let world = story.world.clone();
    world.consents.opens.then(Ok(()));
    world.consents.waits.after(Duration::from_secs(3), Ok(()));
    world.consents.finishes.after(Duration::from_secs(1), Ok(granted(google(TARO))));
    world.mailer.turns.then(taken());
    world.consents.accesses.then(Ok(access("to-look")));
    world.mailbox.looks.after(Duration::from_secs(4), Looked::Seen(IN_INBOX));
    story.press(Action::SignInGoogle).await;
    assert_eq!(*world.browser.opened.lock().unwrap(), [LINK]);
    assert_eq!(world.consents.open_doors(), 1);
    story.pass(3).await.pass(1).await;
    assert!(matches!(story.screen(), Screen::Arrival { looking: true, .. }));
    assert_eq!(world.consents.open_doors(), 0, "the port is free again");
    story.pass(4).await;
    assert!(matches!(story.screen(), Screen::Done { arrived_at: 5_000, .. }));
    assert_eq!(story.presses, 1, "one press where the inbox may be read");

    let deliveries = world.mailer.deliveries.lock().unwrap().clone();
    assert_eq!(deliveries.len(), 1);
    let access = Secret::from("access-of-taro@gmail.com");
    assert!(matches!(&deliveries[0].credential, Credential::Bearer(token) if *token == access));
    let kept = world.vault.kept.lock().unwrap().get(TARO).cloned();
    assert_eq!(
        kept,
        Some(Secret::from("permission-of-taro@gmail.com")),
        "the lasting one, not the access token"
    );
    assert!(world.files.state.lock().unwrap().is_none(), "nothing is left to go on with");
    story.press(Action::Finish).await;
    assert_eq!(world.files.accounts.lock().unwrap().len(), 1);
    story.told("google_by_the_button");
}

#[tokio::test(start_paused = true)]
async fn an_address_then_consent() {
    let mut story = Story::begin().await;
    let world = story.world.clone();
    let hint = Text::new("hint-consent").with("provider", "Outlook.com");
    let hint = contract::AddressHint { text: hint, tone: Tone::Yes };
    *world.finder.glance.lock().unwrap() = Glance { hint: Some(hint), suggestion: None };
    *world.finder.phases.lock().unwrap() = vec![SearchPhase::Dns, SearchPhase::Web];
    world.finder.searches.after(Duration::from_secs(1), Ok(microsoft(SAKURA)));
    world.consents.opens.then(Ok(()));
    world.consents.waits.after(Duration::from_secs(2), Ok(()));
    world.consents.finishes.then(Ok(granted(microsoft(SAKURA))));
    world.mailer.turns.then(taken());
    story.type_address(SAKURA).await.press_with(Action::Continue, &[(FieldId::Address, SAKURA)]).await;
    story.pass(1).await.press(Action::OpenBrowser).await;
    {
        let works = world.consents.works.lock().unwrap();
        assert_eq!(works[0].address.as_deref(), Some(SAKURA), "the address is hinted at the sign-in page");
        assert_eq!((works[0].provider.as_str(), works[0].personal), ("microsoft", Some(true)));
    }
    story.pass(2).await;
    assert_eq!(world.mailbox.looks.begun(), 0, "no wider permission is asked for, so nobody looks");
    story.press(Action::Arrived).await;
    assert!(matches!(story.screen(), Screen::Done { .. }));
    assert_eq!(story.presses, 3);
    story.told("an_address_then_consent");
}

#[tokio::test(start_paused = true)]
async fn an_app_password() {
    let mut story = Story::begin().await;
    let world = story.world.clone();
    world.finder.searches.then(Ok(apple(MOMO)));
    world.mailer.turns.then(taken());
    world.mailbox.looks.after(Duration::from_secs(6), Looked::Seen(IN_SPAM));
    story.press_with(Action::Continue, &[(FieldId::Address, MOMO)]).await;
    story.press(Action::OpenAppPasswordPage).await;
    assert_eq!(*world.browser.opened.lock().unwrap(), ["https://provider.example/app-password"]);
    story.secret(SecretSlot::AppPassword, "abcd-efgh-ijkl-mnop").await.press(Action::ConnectAndSend).await;
    story.pass(6).await;
    assert!(matches!(story.screen(), Screen::Done { notice: Some(_), .. }), "in the spam folder");
    let sent = world.mailer.deliveries.lock().unwrap()[0].credential.clone();
    let tidied = Secret::from("abcdefghijklmnop");
    assert!(matches!(sent, Credential::Password(password) if password == tidied));
    assert_eq!(world.vault.kept.lock().unwrap().get(MOMO), Some(&tidied));
    assert_eq!(story.presses, 3);
    story.told("an_app_password");
}

#[tokio::test(start_paused = true)]
async fn an_app_password_of_another_shape_is_warned_about_and_not_blocked() {
    let mut story = Story::begin().await;
    let world = story.world.clone();
    world.finder.searches.then(Ok(apple(MOMO)));
    story.press_with(Action::Continue, &[(FieldId::Address, MOMO)]).await;
    story.secret(SecretSlot::AppPassword, "too-short").await.press(Action::ConnectAndSend).await;
    assert_eq!(world.mailer.turns.begun(), 0);
    world.mailer.turns.then(taken());
    world.mailbox.looks.never();
    story.press(Action::UseAnyway).await;
    assert!(matches!(story.screen(), Screen::Arrival { .. }));
    story.told("an_app_password_of_another_shape");
}

#[tokio::test(start_paused = true)]
async fn an_ordinary_password() {
    let mut story = Story::begin().await;
    let world = story.world.clone();
    world.finder.searches.after(Duration::from_secs(2), Ok(hosting(TENCHO)));
    world.mailer.turns.then(taken());
    world
        .mailbox
        .looks
        .after(Duration::from_secs(60), Looked::NotSeen)
        .after(Duration::from_secs(4), Looked::Seen(IN_INBOX));
    story.press_with(Action::Continue, &[(FieldId::Address, TENCHO)]).await.pass(2).await;
    story.press(Action::ConnectAndSend).await;
    assert_eq!(world.mailer.turns.begun(), 0, "without a password nothing is tried");
    story.secret(SecretSlot::Password, "tencho no himitsu ").await.press(Action::ConnectAndSend).await;
    let kept = world.vault.kept.lock().unwrap().get(TENCHO).cloned();
    assert_eq!(kept, Some(Secret::from("tencho no himitsu ")), "blanks may belong to a password");
    story.pass(60).await.press(Action::NotYet).await.press(Action::LookAgain).await.pass(4).await;
    assert!(matches!(story.screen(), Screen::Done { .. }));
    let looks = world.mailbox.asked.lock().unwrap();
    assert!(looks.iter().all(|look| look.message_id == "<1@todoita.example>" && look.user_name == TENCHO));
    drop(looks);
    story.told("an_ordinary_password");
}

#[tokio::test(start_paused = true)]
async fn by_hand() {
    let mut story = Story::begin().await;
    let world = story.world.clone();
    world
        .finder
        .searches
        .after(Duration::from_secs(8), Err(problem(ProblemCode::SettingsNotFound, Stage::Find)));
    *world.finder.phases.lock().unwrap() = vec![SearchPhase::Dns, SearchPhase::Web, SearchPhase::Probe];
    world.mailer.turns.then(unreached(ProblemCode::PortClosed)).then(taken());
    story.press_with(Action::Continue, &[(FieldId::Address, YAMA)]).await.pass(8).await;
    assert_eq!(story.code(), ProblemCode::SettingsNotFound);
    story.press(Action::EnterServer).await.secret(SecretSlot::Password, "yama-no-himitsu").await;
    story.press_with(Action::ConnectAndSend, &[(FieldId::Host, "smtp")]).await;
    assert!(matches!(story.screen(), Screen::ByHand { error: Some(_), .. }));
    story.press_with(Action::ConnectAndSend, &[(FieldId::Host, "Relay7.Lonely.example")]).await;
    {
        let deliveries = world.mailer.deliveries.lock().unwrap();
        let tried: Vec<_> =
            deliveries.iter().map(|one| (one.server.host.as_str(), one.server.port)).collect();
        assert_eq!(tried, [("relay7.lonely.example", 465), ("relay7.lonely.example", 587)]);
    }
    story.press(Action::Arrived).await.press(Action::Finish).await;
    let account = world.files.accounts.lock().unwrap()[0].clone();
    assert_eq!(account.server, server("relay7.lonely.example", 587), "the server that works is remembered");
    story.told("by_hand");
}
