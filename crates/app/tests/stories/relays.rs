//! A sending service of one's own: from the list to the message that was seen.

use app::ports::Credential;
use contract::{Action, FieldId, Login, ProblemCode, Screen, SecretSlot, Stage};
use secret::Secret;

use super::fixtures::*;
use super::story::Story;

const KEY: &str = "SG.a-key-that-nobody-has";

#[tokio::test(start_paused = true)]
async fn a_sending_service_to_another_mailbox() {
    let mut story = Story::begin().await;
    let world = story.world.clone();
    *world.finder.relays.lock().unwrap() =
        app::real::relays().into_iter().filter(|relay| relay.id == "sendgrid").collect();
    world.mailer.turns.then(refused(ProblemCode::RelayNotActive, Stage::HandOver));
    story.press_with(Action::UseRelay, &[(FieldId::Address, TENCHO)]).await;
    story.press_on(Action::ChooseRelay, "sendgrid").await.press(Action::OpenAppPasswordPage).await;
    assert_eq!(*world.browser.opened.lock().unwrap(), ["https://sendgrid.example/key"]);
    story.secret(SecretSlot::RelayKey, KEY).await;
    let fields = [(FieldId::Address, TENCHO), (FieldId::Place, "smtp"), (FieldId::Recipient, YAMA)];
    story.press_with(Action::ConnectAndSend, &fields).await;
    assert_eq!(story.code(), ProblemCode::RelayNotActive);
    world.mailer.turns.then(taken());
    story.press(Action::TryAgain).await;
    assert!(matches!(story.screen(), Screen::Arrival { looking: false, address, .. } if address == YAMA));
    {
        let deliveries = world.mailer.deliveries.lock().unwrap();
        let last = deliveries.last().unwrap();
        assert_eq!((last.server.host.as_str(), last.server.port), ("smtp.sendgrid.net", 465));
        assert_eq!((last.user_name.as_str(), last.login), ("apikey", Login::RelayKey));
        assert_eq!((last.address.as_str(), last.recipient.as_str()), (TENCHO, YAMA));
        let key = Secret::from(KEY);
        assert!(matches!(&last.credential, Credential::Password(secret) if *secret == key));
    }
    story.press(Action::Arrived).await.press(Action::Finish).await;
    assert_eq!(world.vault.kept.lock().unwrap().get(TENCHO), Some(&Secret::from(KEY)));
    let saved = serde_json::to_string(&*world.files.accounts.lock().unwrap()).unwrap();
    assert!(!saved.contains(KEY), "the key is in the keychain alone");
    assert!(story.published().iter().all(|view| !view.contains(KEY)));
    story.told("a_sending_service");
}
