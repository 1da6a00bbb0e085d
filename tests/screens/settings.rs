//! The settings card for each kind of account and device, and receiving.

use contract::{AccountKind, Action, Login, Route};
use wizard::{Account, Brand, News, Received};

use super::facts::{self, KEIRI, MOMO, TARO, TENCHO};
use super::play::Play;
use super::{Views, replies};

pub(crate) fn add(views: &mut Views) {
    let mut keep = |name: &str, play: &Play| {
        let known = views.insert(name.to_owned(), play.view());
        assert!(known.is_none(), "two views called {name}");
    };
    let gmail = || facts::account(&facts::gmail(), Login::OAuth, Some(facts::seen(false)));
    let icloud = || facts::account(&facts::icloud(), Login::AppPassword, Some(facts::seen(false)));
    let microsoft = || facts::account(&facts::microsoft(), Login::OAuth, Some(facts::seen(false)));
    let shop = || facts::account(&facts::shop(), Login::Password, Some(facts::seen(false)));

    let mut play = with(icloud());
    play.press_on(Action::ShowSettings, MOMO).news(facts::gathered(&icloud()));
    keep("card-purpose", &play);
    play.press_on(Action::ForDevice, "printer");
    keep("card-maker", &play);
    play.press_on(Action::OfMaker, "epson");
    keep("card-icloud-epson", &play);
    keep("card-shop-mail-program", &card(shop(), TENCHO, "mail-program", None));
    keep("card-shop-other-maker", &card(shop(), TENCHO, "printer", Some("other")));
    keep("card-gmail-wordpress", &card(gmail(), TARO, "wordpress", None));
    keep("card-gmail-konica-minolta", &card(gmail(), TARO, "printer", Some("konica-minolta")));
    keep("card-microsoft-sharp", &card(microsoft(), KEIRI, "printer", Some("sharp")));
    keep("card-microsoft-qnap", &card(microsoft(), KEIRI, "printer", Some("qnap")));
    let personal = Account {
        kind: AccountKind::MicrosoftPersonal,
        name: Brand::same("Outlook.com"),
        server: facts::server("smtp-mail.outlook.com", 587),
        ..microsoft()
    };
    keep("card-outlook-epson", &card(personal, KEIRI, "printer", Some("epson")));
    let by_web = Account { route: Route::GmailApi, server: door(Route::GmailApi), ..gmail() };
    keep("card-gmail-by-web", &card(by_web, TARO, "program", None));
    let by_web = Account { route: Route::Graph, server: door(Route::Graph), ..microsoft() };
    keep("card-microsoft-by-web", &card(by_web, KEIRI, "printer", Some("ricoh")));

    let mut play = with(gmail());
    play.press_on(Action::CheckReceiving, TARO).news(facts::gathered(&gmail()));
    keep("receiving-trying", &play);
    play.news(News::Received(Received::Works));
    keep("receiving-works", &play);
    let mut play = with(shop());
    play.press_on(Action::CheckReceiving, TENCHO).news(facts::gathered(&shop()));
    play.news(News::Received(Received::Refused(Box::new(replies::reading_is_off()))));
    keep("receiving-off", &play);
    let mut play = with(microsoft());
    play.press_on(Action::CheckReceiving, KEIRI).news(facts::gathered(&microsoft()));
    keep("receiving-microsoft", &play);
}

fn with(account: Account) -> Play {
    Play::with(vec![account], None)
}

fn card(account: Account, address: &str, purpose: &str, maker: Option<&str>) -> Play {
    let mut play = with(account.clone());
    play.press_on(Action::ShowSettings, address).news(facts::gathered(&account));
    play.press_on(Action::ForDevice, purpose);
    if let Some(maker) = maker {
        play.press_on(Action::OfMaker, maker);
    }
    play
}

fn door(route: Route) -> contract::Server {
    route.server().expect("a web interface has one door")
}
