//! The steps in their order, each in every state it can be seen in.

use contract::{Action, AddressHint, FieldId, Login, SecretSlot, Stage, Text, Tone};
use wizard::{
    Doubt, DoubtReason, Fit, Found, Glance, Kept, Looked, News, ReleaseNews, Saved, SearchPhase, Seen,
};

use super::Views;
use super::facts::{self, MOMO, NOW, TARO, TENCHO, YAMA};
use super::play::Play;

const LINK: &str = "https://accounts.google.com/o/oauth2/v2/auth?client_id=1234-example.apps.googleusercontent.com&\
                    redirect_uri=http%3A%2F%2F127.0.0.1%3A49231%2F&response_type=code&scope=https%3A%2F%2Fmail.google.com%2F";
const MICROSOFT_LINK: &str = "https://login.microsoftonline.com/organizations/oauth2/v2.0/authorize?\
    client_id=6f2c0c5e-0000-4000-8000-000000000000&redirect_uri=http%3A%2F%2Flocalhost%3A49231%2F&response_type=code&\
    scope=https%3A%2F%2Fgraph.microsoft.com%2FMail.Send%20offline_access";

pub(crate) fn add(views: &mut Views) {
    let mut keep = |name: &str, play: &Play| {
        let known = views.insert(name.to_owned(), play.view());
        assert!(known.is_none(), "two views called {name}");
    };
    home(&mut keep);
    about(&mut keep);
    address(&mut keep);
    question(&mut keep);
    consent(&mut keep);
    password(&mut keep);
    by_hand(&mut keep);
    relays(&mut keep);
    check(&mut keep);
    arrival(&mut keep);
    done(&mut keep);
}

type Keep<'a> = dyn FnMut(&str, &Play) + 'a;

/// After the settings of an address were found.
pub(crate) fn at(found: Found) -> Play {
    let mut play = Play::new();
    play.press_with(Action::Continue, &[(FieldId::Address, &found.address.clone())]);
    play.news(News::Found(Ok(Box::new(found))));
    play
}

/// Waiting for the browser.
pub(crate) fn waiting(found: Found, opened: bool) -> Play {
    let mut play = at(found);
    play.press(Action::OpenBrowser).news(News::Listening { url: LINK.into(), at: NOW, opened });
    play
}

/// The check of an account with consent, or with the password that its settings ask for.
pub(crate) fn checking(found: Found) -> Play {
    if found.logins.first() == Some(&Login::OAuth) {
        let mut play = waiting(found.clone(), true);
        play.news(facts::grant(found));
        return play;
    }
    let app = found.logins.first() == Some(&Login::AppPassword);
    let slot = if app { SecretSlot::AppPassword } else { SecretSlot::Password };
    let mut play = at(found);
    play.secret(slot, 16, Fit::Unknown).press(Action::ConnectAndSend);
    play
}

/// All stages up to and without `stage`.
pub(crate) fn up_to(play: &mut Play, stage: Stage) {
    let travel = [
        (Stage::Connect, 38),
        (Stage::Secure, 52),
        (Stage::SignIn, 214),
        (Stage::Sender, 47),
        (Stage::HandOver, 420),
    ];
    for (passed, ms) in travel.into_iter().filter(|(passed, _)| *passed < stage) {
        play.passes(passed, ms);
    }
}

/// The message is on its way and the secret is stored.
pub(crate) fn arriving(found: Found, can_look: bool) -> Play {
    let sent = facts::sent(&found, can_look);
    let mut play = checking(found);
    up_to(&mut play, Stage::Keep);
    play.news(News::Sent(Ok(sent))).news(News::Kept(Ok(Kept::Keychain)));
    play
}

fn home(keep: &mut Keep<'_>) {
    let accounts = vec![
        facts::account(&facts::gmail(), Login::OAuth, Some(facts::seen(false))),
        facts::account(&facts::shop(), Login::Password, None),
    ];
    let office = facts::account(&facts::microsoft(), Login::Password, Some(facts::seen(false)));
    keep("home-ending", &Play::with(vec![office], None));
    watched(keep, &accounts);
    let mut play = Play::with(accounts, None);
    keep("home", &play);
    play.press(Action::Remove);
    keep("home-removing", &play);
    play.press(Action::RemoveNow);
    keep("home-being-removed", &play);
    let removal =
        wizard::Removal { account: TARO.into(), revoked: Some(true), secrets_deleted: true, obstacle: None };
    play.news(News::Removed(removal));
    keep("home-removed", &play);
}

/// With the daily check: well, and not well.
fn watched(keep: &mut Keep<'_>, accounts: &[wizard::Account]) {
    let outcomes = [Ok(()), Err(facts::ended())];
    let mut watched = accounts.to_vec();
    for (account, outcome) in watched.iter_mut().zip(outcomes) {
        let mut watch = wizard::Watch::default();
        watch.take(outcome, facts::NOW + 86_400_000);
        account.watch = Some(watch);
    }
    keep("home-watched", &Play::with(watched, None));
    let mut play = Play::with(accounts.get(..1).unwrap_or_default().to_vec(), None);
    play.press(Action::WatchDaily).news(News::Scheduled(true));
    keep("home-watching", &play);
}

fn address(keep: &mut Keep<'_>) {
    let mut play = Play::new();
    keep("address", &play);
    play.type_address(TARO);
    let text = Text::new("hint-consent").with("provider", "Gmail");
    let hint = Some(AddressHint { text, tone: Tone::Yes });
    play.news(News::LookedUp(Glance { hint, suggestion: None }));
    keep("address-hint", &play);
    play.press_with(Action::Continue, &[(FieldId::Address, TENCHO)]);
    play.news(News::Searching(SearchPhase::Web));
    keep("address-searching", &play);
    play.news(News::Searching(SearchPhase::Slow));
    keep("address-searching-slow", &play);
    keep("address-suggestion", &suggesting());
    keep("address-error", &incomplete());
}

/// A likely spelling is offered.
pub(crate) fn suggesting() -> Play {
    let mut play = Play::new();
    play.type_address("taro@gmial.com");
    play.news(News::LookedUp(Glance { hint: None, suggestion: Some(TARO.into()) }));
    play
}

/// The address has no `@`.
pub(crate) fn incomplete() -> Play {
    let mut play = Play::new();
    play.press_with(Action::Continue, &[(FieldId::Address, "taro")]);
    let card = super::cards::card(contract::ProblemCode::AddressIncomplete, Stage::Address);
    play.news(News::Found(Err(Box::new(card))));
    play
}

fn question(keep: &mut Keep<'_>) {
    let asked = |doubt| {
        let mut play = Play::new();
        play.press_with(Action::Continue, &[(FieldId::Address, TENCHO)]);
        play.news(News::Doubted(Box::new(doubt)));
        play
    };
    keep("question-mailbox", &asked(facts::behind_a_filter()));
    let two = Doubt { reason: DoubtReason::TwoAnswers, ..facts::behind_a_filter() };
    keep("question-mailbox-two-answers", &asked(two));
    keep("question-organisation", &at(facts::elsewhere("hosting.example", &[], false)));
    keep("question-look-alike", &at(facts::elsewhere("sh\u{43e}p.example", &["\u{43e}"], true)));
}

fn consent(keep: &mut Keep<'_>) {
    keep("consent", &at(facts::gmail()));
    keep("consent-microsoft", &at(facts::microsoft()));
    let mut play = waiting(facts::gmail(), true);
    keep("consent-waiting", &play);
    play.news(News::NothingYet);
    keep("consent-waiting-notice", &play);
    play.news(News::Checking);
    keep("consent-checking", &play);
    let mut by_code = at(facts::microsoft());
    by_code.press(Action::UseDeviceCode).news(News::Code {
        code: "HK7QX4M2P".into(),
        url: "https://microsoft.com/devicelogin".into(),
        picture: app::qr::picture("https://microsoft.com/devicelogin"),
        until: NOW + 900_000,
    });
    keep("consent-code", &by_code);
    let mut by_web = checking(facts::microsoft());
    by_web.news(News::Sent(Err(Box::new(facts::smtp_auth_off()))));
    by_web.press(Action::SendByWeb).news(News::Listening {
        url: MICROSOFT_LINK.into(),
        at: NOW,
        opened: true,
    });
    keep("consent-by-web", &by_web);
    by_web.news(facts::grant(facts::microsoft()));
    keep("check-by-web", &by_web);
    let mut saved = checking(facts::microsoft());
    saved.news(News::Sent(Err(Box::new(facts::smtp_auth_off())))).press(Action::SaveReport);
    saved.news(News::ReportSaved(Some("C:\\Users\\taro\\Desktop\\todoita-report.txt".into())));
    keep("problem-report-saved", &saved);
    let mut by_button = Play::new();
    by_button.press(Action::SignInGoogle);
    keep("consent-starting", &by_button);
}

fn password(keep: &mut Keep<'_>) {
    let mut play = at(facts::gmail());
    play.press(Action::UseAppPassword);
    keep("password-app-google", &play);
    play.press(Action::OpenAppPasswordPage).nothing_opens(Some("https://myaccount.google.com/apppasswords"));
    keep("password-app-google-not-opened", &play);
    let mut play = at(facts::icloud());
    keep("password-app-icloud", &play);
    play.secret(SecretSlot::AppPassword, 16, Fit::Fits);
    keep("password-app-icloud-fits", &play);
    keep("password-app-misfit", &misfit());
    let mut play = at(facts::shop());
    keep("password-ordinary", &play);
    play.press(Action::ConnectAndSend);
    keep("password-error", &play);
    // One of each kind of panel: a switch, a phone, a foreign page, two roads.
    for (name, id, address) in [
        ("password-switch-yahoo-japan", "yahoo-japan", "hana@yahoo.co.jp"),
        ("password-phone-docomo", "docomo", "hana@docomo.ne.jp"),
        ("password-app-qq", "qq", "ming@qq.com"),
        ("password-app-naver", "naver", "jisu@naver.com"),
        ("password-switch-gmx", "gmx", "lena@gmx.de"),
    ] {
        play = at(facts::listed(id, address));
        keep(name, &play);
    }
    play.press(Action::UseAppPassword);
    keep("password-app-gmx", &play);
}

/// What was pasted does not look like an app password.
pub(crate) fn misfit() -> Play {
    let mut play = at(facts::icloud());
    play.secret(SecretSlot::AppPassword, 9, Fit::Misfits).press(Action::ConnectAndSend);
    play
}

fn by_hand(keep: &mut Keep<'_>) {
    let mut play = Play::new();
    play.press_with(Action::Continue, &[(FieldId::Address, YAMA)]);
    let card = super::cards::card(contract::ProblemCode::SettingsNotFound, Stage::Find);
    play.news(News::Found(Err(Box::new(card)))).press(Action::EnterServer);
    keep("by-hand", &play);
    play.secret(SecretSlot::Password, 12, Fit::Unknown);
    play.press_with(Action::ConnectAndSend, &[(FieldId::Host, "relay7"), (FieldId::Port, "465")]);
    keep("by-hand-error", &play);
}

fn about(keep: &mut Keep<'_>) {
    let mut play = Play::new();
    play.press(Action::ShowAbout);
    // A few stand for all: the list is another one with every change of what is inside.
    let parts = ["tauri 2.12.0 (Apache-2.0 OR MIT)", "tokio 1.47.0 (MIT)", "svelte 5.0.0 (MIT)"];
    play.news(News::Parts(parts.map(str::to_owned).to_vec()));
    keep("about", &play);
    play.press(Action::AskReleases);
    let page = "https://releases.example/v0.2.0".to_owned();
    play.news(News::Released(ReleaseNews::Newer { version: "0.2.0".into(), page }));
    keep("about-newer", &play);
}

fn relays(keep: &mut Keep<'_>) {
    let at = |id: &str| {
        let mut play = Play::new();
        play.press_with(Action::UseRelay, &[(FieldId::Address, TENCHO)]);
        play.news(News::RelaysListed(app::real::services())).press_on(Action::ChooseRelay, id);
        play
    };
    let mut play = Play::new();
    play.press(Action::UseRelay).news(News::RelaysListed(app::real::services()));
    keep("relays", &play);
    for door in ["google-relay-by-address", "microsoft-connector", "microsoft-direct-send"] {
        let mut play = Play::new();
        play.press(Action::UseRelay).news(News::RelaysListed(app::real::services()));
        keep(&format!("card-door-{door}"), play.press_on(Action::ExplainDoor, door));
    }
    keep("relay-google-workspace-relay", &at("google-workspace-relay"));
    keep("relay-microsoft-hve", &at("microsoft-hve"));
    keep("relay-sendgrid", &at("sendgrid"));
    keep("relay-amazon-ses", &at("amazon-ses"));
    keep("relay-customers-mail-cloud", &at("customers-mail-cloud"));
    keep("relay-baremail", &at("baremail"));
    let mut play = at("resend");
    play.press_with(Action::ConnectAndSend, &[(FieldId::Address, "tencho")]);
    keep("relay-error", &play);
}

fn check(keep: &mut Keep<'_>) {
    let mut play = checking(facts::gmail());
    keep("check-begins", &play);
    up_to(&mut play, Stage::SignIn);
    play.begins(Stage::SignIn);
    keep("check-signing-in", &play);
    let mut by_the_other_family = checking(facts::shop());
    up_to(&mut by_the_other_family, Stage::Connect);
    let detail = "IPv4".into();
    by_the_other_family
        .begins(Stage::Connect)
        .news(News::Stage { stage: Stage::Connect, event: wizard::StageEvent::Finished { ms: 290, detail } });
    keep("check-other-family", &by_the_other_family);
    let mut play = checking(facts::shop());
    up_to(&mut play, Stage::HandOver);
    play.begins(Stage::HandOver);
    keep("check-handing-over", &play);
    play.passes(Stage::HandOver, 420).news(News::Sent(Ok(facts::sent(&facts::shop(), true))));
    keep("check-keeping", &play);
}

fn arrival(keep: &mut Keep<'_>) {
    keep("arrival-asking", &arriving(facts::shop(), false));
    keep("arrival-looking", &arriving(facts::gmail(), true));
    let mut play = arriving(facts::gmail(), true);
    play.news(News::Looked(Looked::NotSeen));
    keep("arrival-not-seen", &play);
    play.press(Action::NotYet);
    keep("arrival-not-yet", &play);
    let mut own_domain = arriving(facts::microsoft(), false);
    own_domain.press(Action::NotYet);
    keep("arrival-not-yet-own-domain", &own_domain);
    let off = diagnosis::problem(contract::ProblemCode::ReadingSwitchedOff, Stage::SignIn);
    for (name, why) in [("arrival-shut", None), ("arrival-reading-off", Some(Box::new(off)))] {
        let mut play = arriving(facts::icloud(), true);
        play.news(News::Looked(Looked::Shut(why)));
        keep(name, &play);
    }
    keep("problem-closed-before-arrival", &Play::with(Vec::new(), Some(left_before_arrival())));
}

fn done(keep: &mut Keep<'_>) {
    let mut play = arriving(facts::gmail(), true);
    play.news(News::Looked(Looked::Seen(facts::seen(false))));
    keep("done-inbox", &play);
    let mut moved = arriving(facts::icloud(), true);
    let seen = Seen { folder: Some("取引先".into()), ..facts::seen(false) };
    moved.news(News::Looked(Looked::Seen(seen)));
    keep("done-elsewhere", &moved);
    keep("done-spam", &in_spam());
    let mut play = arriving(facts::shop(), false);
    play.press(Action::Arrived);
    keep("done-confirmed", &play);
}

/// Seen in the spam folder.
pub(crate) fn in_spam() -> Play {
    let mut play = arriving(facts::icloud(), true);
    play.news(News::Looked(Looked::Seen(facts::seen(true))));
    play
}

/// A state that an earlier run left behind while it waited for the message.
fn left_before_arrival() -> Saved {
    let account = facts::account(&facts::icloud(), Login::AppPassword, None);
    Saved { step: wizard::SavedStep::Arrival(Box::new(account)), ..left_behind() }
}

/// A state that an earlier run left behind while it was checking.
pub(crate) fn left_behind() -> Saved {
    let plan = wizard::Plan::new(facts::icloud(), Login::AppPassword);
    debug_assert_eq!(plan.found.address, MOMO);
    Saved { plan, step: wizard::SavedStep::Check }
}
