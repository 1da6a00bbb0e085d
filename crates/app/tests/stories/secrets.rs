//! Secrets planted as unique strings are found in no View, no file, no log and no state of the wizard, in no spelling.

use std::sync::Mutex;
use std::time::Duration;

use app::ports::{Access, Granted, Refusal};
use base64::Engine as _;
use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};
use contract::{Action, FieldId, ProblemCode, Said, SecretSlot, Stage};
use secret::Secret;
use testkit::ports::Turn;
use wizard::Looked;

use super::fixtures::*;
use super::story::Story;

const PASSWORD: &str = "Planted/Pass=word+7f3a91";
const SECOND: &str = "Planted/Second=word+0c2e45";
const APP_PASSWORD: &str = "plantedqwertzuio";
const PERMISSION: &str = "planted-permission/5b8d=e0";
const ACCESS: &str = "planted-access/9a4c=71";
const RENEWED: &str = "planted-renewed/2d6f=b3";
const ALL: [&str; 6] = [PASSWORD, SECOND, APP_PASSWORD, PERMISSION, ACCESS, RENEWED];

/// Everything that is logged, at every level: the controller logs the wizard's whole state there.
struct Log(Mutex<Vec<String>>);

impl log::Log for Log {
    fn enabled(&self, _: &log::Metadata<'_>) -> bool {
        true
    }

    fn log(&self, record: &log::Record<'_>) {
        self.0.lock().unwrap().push(record.args().to_string());
    }

    fn flush(&self) {}
}

static LOG: Log = Log(Mutex::new(Vec::new()));

fn spellings(secret: &str) -> Vec<String> {
    let percent = secret.bytes().map(|byte| match byte {
        b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => char::from(byte).to_string(),
        other => format!("%{other:02X}"),
    });
    let json = serde_json::to_string(secret).unwrap();
    let plain = format!("\0user\0{secret}");
    vec![
        secret.to_owned(),
        percent.collect(),
        json.trim_matches('"').to_owned(),
        STANDARD.encode(secret).trim_end_matches('=').to_owned(),
        URL_SAFE_NO_PAD.encode(secret),
        STANDARD.encode(plain),
    ]
}

/// A server that repeats what it was given, in every spelling.
fn echo(secret: &str, code: ProblemCode) -> Turn {
    let mut problem = problem(code, Stage::SignIn);
    problem.said = Some(Said {
        code: Some(535),
        enhanced: Some("5.7.8".into()),
        text: format!("no {secret} {} {}", STANDARD.encode(secret), spellings(secret)[1]),
    });
    problem.args.insert("host".into(), format!("host {secret}").into());
    refused_with(Refusal { problem, unreached: false, token_refused: false, may_have_gone: false })
}

fn plant(found: wizard::Found) -> Granted {
    Granted { permission: Secret::from(PERMISSION), access: Secret::from(ACCESS), ..granted(found) }
}

#[tokio::test(start_paused = true)]
async fn planted_secrets_are_found_nowhere() {
    log::set_logger(&LOG).unwrap();
    log::set_max_level(log::LevelFilter::Trace);
    let mut story = Story::begin().await;
    let world = story.world.clone();

    // A password that is refused, replaced and taken; then one that comes while the keychain is locked.
    world.finder.searches.then(Ok(hosting(TENCHO)));
    world.mailer.turns.then(echo(PASSWORD, ProblemCode::NotAccepted)).then(taken());
    world.mailbox.looks.after(Duration::from_secs(1), Looked::Seen(IN_INBOX));
    story.press_with(Action::Continue, &[(FieldId::Address, TENCHO)]).await;
    story.secret(SecretSlot::Password, PASSWORD).await.press(Action::ConnectAndSend).await;
    assert!(matches!(story.screen(), contract::Screen::Problem { problem, .. } if problem.said.is_some()));
    story.press(Action::ShowFields).await.secret(SecretSlot::Password, SECOND).await;
    *world.vault.trouble.lock().unwrap() = Some(problem(ProblemCode::KeychainLocked, Stage::Keep));
    story.press_with(Action::ConnectAndSend, &[(FieldId::Host, "sv1.hosting.example")]).await;
    *world.vault.trouble.lock().unwrap() = None;
    story.press(Action::UnlockKeychain).await.pass(1).await.press(Action::Finish).await;

    // An app password.
    world.finder.searches.then(Ok(apple(MOMO)));
    world.mailer.turns.then(echo(APP_PASSWORD, ProblemCode::NeedsAppPassword)).then(taken());
    world.mailbox.looks.then(Looked::NotSeen);
    story.press(Action::AddAccount).await.press_with(Action::Continue, &[(FieldId::Address, MOMO)]).await;
    story.secret(SecretSlot::AppPassword, APP_PASSWORD).await.press(Action::ConnectAndSend).await;
    story.press(Action::OpenAppPasswordPage).await;
    story.secret(SecretSlot::AppPassword, APP_PASSWORD).await.press(Action::ConnectAndSend).await;
    story.press(Action::Arrived).await.press(Action::Finish).await;

    // A consent whose access token is refused, and one that is renewed.
    for _ in 0..2 {
        world.consents.opens.then(Ok(()));
        world.consents.waits.then(Ok(()));
        world.consents.finishes.then(Ok(plant(google(TARO))));
    }
    world.mailer.turns.then(echo(ACCESS, ProblemCode::GooglePermissionLacksMail)).then(taken()).then(taken());
    world.mailbox.looks.then(Looked::Seen(IN_SPAM)).then(Looked::Seen(IN_SPAM));
    let renewed = || Access { token: Secret::from(RENEWED), renewed: Some(Secret::from(PERMISSION)) };
    world.consents.accesses.then(Ok(renewed())).then(Ok(renewed())).then(Ok(renewed()));
    story.press(Action::AddAccount).await.press(Action::SignInGoogle).await.press(Action::SignInAgain).await;
    story.press(Action::Finish).await;
    story.press(Action::SendAnother).await;

    let kept = world.vault.kept.lock().unwrap().clone();
    let expected = [(MOMO, APP_PASSWORD), (TARO, PERMISSION), (TENCHO, SECOND)];
    assert_eq!(kept.len(), expected.len());
    assert!(expected.iter().all(|(id, secret)| kept[*id] == Secret::from(*secret)), "they did come this far");
    assert_eq!(world.mailer.turns.begun(), 7, "and were used");

    let mut places: Vec<(&str, Vec<String>)> = vec![("View", story.published())];
    places.push(("file", world.files.written.lock().unwrap().clone()));
    places.push(("log", LOG.0.lock().unwrap().clone()));
    let delivered = world.mailer.deliveries.lock().unwrap().iter().map(|one| format!("{one:?}")).collect();
    places.push(("Debug of a delivery", delivered));
    for (place, texts) in places {
        assert!(texts.len() > 4, "{place}: something was looked at: {}", texts.len());
        for secret in ALL {
            for spelling in spellings(secret) {
                let found = texts.iter().find(|text| text.contains(&spelling));
                assert_eq!(found, None, "{place}: {spelling}");
            }
        }
    }
    let states = LOG.0.lock().unwrap().iter().filter(|line| line.starts_with("Wizard")).count();
    assert!(states > 20, "the state of the wizard was looked at: {states}");
}
