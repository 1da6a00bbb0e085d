//! The way to a key of one's own, panel by panel, and what may be wrong with what is handed over.

use contract::{Action, FieldId, HandsOver, Screen, SecretSlot, Stage};
use wizard::{Fit, KeyFault, News, TakenKey};

use super::Views;
use super::facts::{self, YAMA};
use super::play::Play;

pub(crate) fn add(views: &mut Views) {
    let mut keep = |name: &str, play: &Play| {
        let known = views.insert(name.to_owned(), play.view());
        assert!(known.is_none(), "two views called {name}");
    };
    let mut play = Play::unregistered();
    play.press(Action::SignInGoogle).press(Action::MakeOwnKey);
    panels("google", &mut play, &mut keep);
    play.press(Action::TakeKey);
    keep("own-key-google-no-file", &play);
    play.secret(SecretSlot::KeyFile, 2_000, Fit::Unknown);
    keep("own-key-google-file-read", &play);
    play.press(Action::TakeKey).news(News::KeyTaken(Err(KeyFault::Web)));
    keep("own-key-google-web", &play);
    let taken = TakenKey {
        client: "1234-example.apps.googleusercontent.com".into(),
        file: Some("client_secret_1234-example.apps.googleusercontent.com.json".into()),
    };
    play.secret(SecretSlot::KeyFile, 2_000, Fit::Unknown);
    play.press(Action::TakeKey).news(News::KeyTaken(Ok(taken)));
    keep("own-key-google-done", &play);
    play.press(Action::DeleteKeyFile).news(News::KeyFileDeleted(true));
    keep("own-key-google-deleted", &play);

    let mut play = Play::unregistered();
    play.press_with(Action::Continue, &[(FieldId::Address, YAMA)]);
    play.news(News::Found(Ok(Box::new(facts::microsoft())))).press(Action::MakeOwnKey);
    panels("microsoft", &mut play, &mut keep);
    play.press(Action::TakeKey).news(News::KeyTaken(Err(KeyFault::ClientId)));
    keep("own-key-microsoft-wrong-id", &play);
    let client = "11112222-bbbb-3333-cccc-4444dddd5555".to_owned();
    play.press(Action::TakeKey).news(News::KeyTaken(Ok(TakenKey { client, file: None })));
    keep("own-key-microsoft-done", &play);

    for found in [facts::government(), facts::china()] {
        let mut play = Play::unregistered();
        play.press_with(Action::Continue, &[(FieldId::Address, &found.address)]);
        let place = found.kind.provider().replace("microsoft365", "microsoft");
        play.news(News::Found(Ok(Box::new(found)))).press(Action::MakeOwnKey);
        play.news(News::Guide(app::real::key_guide(&place)));
        keep(&format!("own-key-{place}-register"), &play);
    }

    let mut ended = Play::own_google();
    ended.press_with(Action::Continue, &[(FieldId::Address, facts::TARO)]);
    ended.news(News::Found(Ok(Box::new(facts::gmail())))).press(Action::OpenBrowser);
    let problem = diagnosis::problem(contract::ProblemCode::PermissionEnded, Stage::Token);
    ended.news(News::Consented(Err(Box::new(problem))));
    keep("own-key-still-testing", &ended);
}

fn panels(provider: &str, play: &mut Play, keep: &mut impl FnMut(&str, &Play)) {
    let panels = app::real::key_guide(provider);
    let names: Vec<_> = panels.iter().map(|panel| panel.name.clone()).collect();
    play.news(News::Guide(panels));
    for name in names {
        keep(&format!("own-key-{provider}-{name}"), play);
        let Screen::Guide { hands_over, .. } = play.view().screen else { panic!("not the guide") };
        if hands_over == HandsOver::Nothing {
            play.press(Action::Continue);
        }
    }
}
