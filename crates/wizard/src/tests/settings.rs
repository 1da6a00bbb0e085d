//! The settings card: what stands on it is true for the account and the device, and never a secret.

use contract::{Arg, Route, Tone};

use super::*;
use crate::{CardFacts, Device, OauthOn, Page, Received, SecretSource};

const TARO: &str = "taro@gmail.com";
const KEIRI: &str = "keiri@company.example";

pub(super) fn account(address: &str, kind: AccountKind, host: &str, login: Login) -> Account {
    Account {
        id: address.into(),
        address: address.into(),
        kind,
        name: Brand::same("Provider"),
        provider: None,
        about: None,
        route: Route::Smtp,
        login,
        server: server(host, 587),
        user_name: address.into(),
        retrieval: vec![MailboxServer { protocol: Protocol::Imap, server: server("imap.example", 993) }],
        mailbox_user_name: "reader".into(),
        session_only: false,
        over_stored: false,
        by_relay: None,
        last: None,
        watch: None,
    }
}

fn google() -> Account {
    account(TARO, AccountKind::GooglePersonal, "smtp.gmail.com", Login::OAuth)
}

fn microsoft() -> Account {
    account(KEIRI, AccountKind::Microsoft365, "smtp.office365.com", Login::OAuth)
}

#[test]
fn the_wider_permission_is_asked_for_only_when_wanted_and_kept_nowhere() {
    let account = microsoft();
    let mut play = Play::with(vec![account.clone()], None, clients());
    play.press(Action::CheckReceiving).answer(facts(&account));
    play.press(Action::AllowReading);
    let Job::Consent(work) = play.job().1 else { panic!("{:?}", play.effects) };
    assert!(work.reading && work.address.as_deref() == Some(KEIRI) && work.personal == Some(false));
    let Screen::Consent { notice, .. } = play.screen() else { panic!("{:?}", play.screen()) };
    assert_eq!(notice.map(|text| text.id).as_deref(), Some("consent-for-reading"));
    play.answer(grant(KEIRI, 8));
    let Job::Receive { account: tried, secret } = play.job().1 else { panic!("{:?}", play.effects) };
    assert_eq!(secret, SecretSource::Pending(SecretRef(8)));
    assert_eq!(tried.retrieval[0].server.host, "imap.example");
    play.answer(News::Received(Received::Works));
    let Screen::Card { lead, .. } = play.screen() else { panic!("{:?}", play.screen()) };
    assert_eq!(lead.text.id, "card-receiving-works-once");
    play.press(Action::Back);
    assert!(play.effects.contains(&Effect::Forget(SecretRef(8))), "{:?}", play.effects);
    assert!(!play.effects.iter().any(|effect| matches!(effect, Effect::SaveAccount(_))));
}

#[test]
fn a_wider_permission_that_is_not_given_is_told_on_the_card() {
    let account = microsoft();
    let mut play = Play::with(vec![account.clone()], None, clients());
    play.press(Action::CheckReceiving).answer(facts(&account));
    play.press(Action::AllowReading);
    assert!(matches!(play.press(Action::Cancel).screen(), Screen::Card { .. }));
    play.press(Action::AllowReading);
    let no = problem(ProblemCode::ApprovalNeeded, Stage::Consent, &[]);
    play.answer(News::Consented(Err(Box::new(no))));
    let Screen::Card { lead, .. } = play.screen() else { panic!("{:?}", play.screen()) };
    assert_eq!((lead.text.id.as_str(), lead.tone), ("problem-approval-needed", Tone::No));
    play.press(Action::AllowReading).answer(grant("other@company.example", 9));
    let Screen::Card { lead, .. } = play.screen() else { panic!("{:?}", play.screen()) };
    assert_eq!(lead.text.id, "problem-other-account");
    assert!(play.effects.contains(&Effect::Forget(SecretRef(9))), "nobody uses it: {:?}", play.effects);
    let mut without = Play::with(vec![account.clone()], None, Clients::default());
    without.press(Action::CheckReceiving).answer(facts(&account));
    assert!(without.view().actions.iter().all(|view| view.action != Action::AllowReading));
}

fn maker(id: &str, oauth: OauthOn, password_max: Option<u16>) -> Device {
    Device { id: id.into(), name: Brand::same(id), oauth, password_max, ..Device::default() }
}

/// What the table would know: five makers, and the provider of the account.
fn facts(account: &Account) -> News {
    let both = OauthOn::SomeModels { with: vec!["microsoft".into(), "google".into()], models: "651i".into() };
    let (submission, retrieval) = match account.kind.provider() {
        "google" => (server("smtp.gmail.com", 465), server("imap.gmail.com", 993)),
        "microsoft365" | "microsoft365-china" | "outlook-personal" => {
            (server("smtp.office365.com", 587), server("outlook.office365.com", 993))
        }
        _ => return News::Gathered(Box::default()),
    };
    News::Gathered(Box::new(CardFacts {
        devices: vec![
            maker("short", OauthOn::NotFound, Some(20)),
            maker("never", OauthOn::None, None),
            maker("some", both, None),
            maker("unsure", OauthOn::Unknown, None),
        ],
        submission: Some(submission),
        retrieval: vec![MailboxServer { protocol: Protocol::Imap, server: retrieval }],
        password_page: true,
    }))
}

fn at(account: &Account) -> Play {
    Play::with(vec![account.clone()], None, clients())
}

fn card(account: &Account, purpose: &str, maker: Option<&str>) -> Play {
    let mut play = at(account);
    play.press_on(Action::ShowSettings, &account.id).answer(facts(account));
    play.press_on(Action::ForDevice, purpose);
    if let Some(maker) = maker {
        play.press_on(Action::OfMaker, maker);
    }
    play
}

/// The first sentence with its tone, the values that are typed, the notes.
fn read(play: &Play) -> (String, Tone, Vec<String>, Vec<String>) {
    let Screen::Card { lead, rows, notes, .. } = play.screen() else { panic!("{:?}", play.screen()) };
    let value = |arg: Option<&Arg>| match arg {
        Some(Arg::Word(word)) => word.clone(),
        other => panic!("{other:?}"),
    };
    let typed = rows.iter().filter(|row| row.exact).map(|row| value(row.value.args.get("value"))).collect();
    (lead.text.id, lead.tone, typed, notes.into_iter().map(|note| note.id).collect())
}

#[test]
fn an_account_with_a_password_has_the_settings_that_worked() {
    let shop = account("a@shop.example", AccountKind::Unknown, "mail.shop.example", Login::Password);
    let (lead, tone, typed, _) = read(&card(&shop, "printer", Some("other")));
    assert_eq!((lead.as_str(), tone), ("card-lead-same", Tone::Yes));
    assert_eq!(typed, ["mail.shop.example", "587", "STARTTLS", "a@shop.example", "a@shop.example"]);
    let mut play = card(&shop, "printer", Some("other"));
    assert!(!play.view().actions.iter().any(|view| view.action == Action::OpenAppPasswordPage));
    for screen in ["Question", "Question", "Home"] {
        play.press(Action::Back);
        assert!(format!("{:?}", play.screen()).starts_with(screen), "{:?}", play.screen());
    }
}

#[test]
fn google_by_consent_sends_devices_to_an_app_password_and_says_it_is_untried() {
    let mut play = card(&google(), "wordpress", None);
    let (lead, tone, _, notes) = read(&play);
    assert_eq!((lead.as_str(), tone), ("card-lead-untried", Tone::Care));
    assert!(notes.contains(&"card-note-wordpress".to_owned()));
    play.press(Action::OpenAppPasswordPage);
    assert!(
        play.effects.contains(&Effect::Open(Page::DevicePassword("google".into()))),
        "{:?}",
        play.effects
    );
}

#[test]
fn microsoft_by_consent_depends_on_the_device() {
    for (maker, lead, tone) in [
        ("some", "card-lead-consent-some", Tone::Care),
        ("never", "card-lead-consent-none-company", Tone::Care),
        ("short", "card-lead-consent-not-found-company", Tone::Care),
        ("unsure", "card-lead-consent-unknown", Tone::Care),
        ("other", "card-lead-consent-device", Tone::Care),
    ] {
        let (said, heard, _, notes) = read(&card(&microsoft(), "printer", Some(maker)));
        assert_eq!((said.as_str(), heard), (lead, tone), "{maker}");
        assert!(notes.contains(&"card-note-microsoft-ways".to_owned()), "{maker}: {notes:?}");
        assert!(!notes.contains(&"card-note-password-max".to_owned()), "no password is typed at {maker}");
    }
    // What devices sign in to is the first cloud, and its dates are not the others'.
    let china = Account { kind: AccountKind::Microsoft365China, ..microsoft() };
    let (said, _, _, notes) = read(&card(&china, "printer", Some("some")));
    assert_eq!(said, "card-lead-consent-unknown");
    assert!(!notes.iter().any(|note| note.starts_with("card-note-microsoft")), "{notes:?}");
    let (said, _, _, _) = read(&card(&china, "printer", Some("never")));
    assert_eq!(said, "card-lead-consent-none-company");
    // A personal account has no password to send with, and no model is known to take it.
    let personal = Account { kind: AccountKind::MicrosoftPersonal, ..microsoft() };
    let (said, _, _, notes) = read(&card(&personal, "printer", Some("some")));
    assert_eq!(said, "card-lead-consent-unknown");
    let (said, tone, _, _) = read(&card(&personal, "printer", Some("never")));
    assert_eq!((said.as_str(), tone), ("card-lead-consent-none", Tone::No));
    assert!(
        notes.contains(&"card-note-other-address".to_owned())
            && !notes.contains(&"card-note-models".to_owned())
    );
}

#[test]
fn behind_a_web_interface_the_card_shows_the_mail_server_and_says_that_it_did_not_send() {
    let route = Route::GmailApi;
    let web = Account { route, server: route.server().unwrap(), ..google() };
    let (lead, tone, typed, _) = read(&card(&web, "program", None));
    assert_eq!((lead.as_str(), tone), ("card-lead-web-google", Tone::Care));
    assert_eq!(typed[..3], ["smtp.gmail.com", "465", "SSL/TLS"]);
    let route = Route::Graph;
    let web = Account { route, server: route.server().unwrap(), ..microsoft() };
    let (lead, tone, typed, notes) = read(&card(&web, "printer", Some("never")));
    assert_eq!((lead.as_str(), tone), ("card-lead-web-microsoft", Tone::Care));
    assert_eq!(typed[..3], ["smtp.office365.com", "587", "STARTTLS"]);
    assert_eq!(notes[0], "card-lead-consent-none-company", "what is so by the mail server is said next");
    assert!(notes.contains(&"card-note-microsoft-closed".to_owned()));
}

#[test]
fn receiving_is_tried_with_the_same_sign_in_where_that_is_allowed() {
    let mut play = at(&google());
    play.press_on(Action::CheckReceiving, TARO).answer(facts(&google()));
    let (id, job) = play.job();
    let Job::Receive { account, secret } = job else { panic!("{job:?}") };
    assert_eq!(secret, SecretSource::Stored(TARO.into()));
    assert_eq!(account.retrieval[0].server.host, "imap.example");
    let (lead, _, typed, _) = read(&play);
    assert_eq!((lead.as_str(), typed[3].as_str()), ("card-receiving-now", "reader"));
    play.news(id, News::Received(Received::Works));
    assert_eq!(read(&play).0, "card-receiving-works");
    play.press(Action::TryAgain);
    let (id, _) = play.job();
    play.news(id, News::Received(Received::Untrusted));
    assert_eq!(read(&play).0, "card-receiving-untrusted");
    let off = problem(ProblemCode::ReadingSwitchedOff, Stage::SignIn, &[]);
    play.press(Action::TryAgain).answer(News::Received(Received::Refused(Box::new(off))));
    let (lead, _, _, notes) = read(&play);
    assert_eq!(lead, "problem-reading-switched-off");
    assert!(notes.contains(&"card-note-switch-reading".to_owned()));
}

#[test]
fn no_wider_right_is_asked_for() {
    let by_web = Account { route: Route::GmailApi, ..google() };
    for account in [microsoft(), by_web] {
        let mut play = at(&account);
        play.press_on(Action::CheckReceiving, &account.id).answer(facts(&account));
        assert!(
            !play.effects.iter().any(|effect| matches!(effect, Effect::Start { .. })),
            "{:?}",
            play.effects
        );
        let (lead, _, typed, notes) = read(&play);
        assert_eq!(lead, "card-receiving-only-sends");
        assert!(!typed.is_empty() && notes.contains(&"card-note-wider-right".to_owned()));
    }
    // A mailbox of which no server is known.
    let mut lost = account("a@shop.example", AccountKind::Unknown, "mail.shop.example", Login::Password);
    lost.retrieval.clear();
    let mut play = at(&lost);
    play.press_on(Action::CheckReceiving, &lost.id).answer(facts(&lost));
    assert_eq!(read(&play).0, "card-receiving-no-server");
}

#[test]
fn leaving_stops_the_try() {
    let mut play = at(&google());
    play.press_on(Action::CheckReceiving, TARO).answer(facts(&google()));
    let (id, _) = play.job();
    play.press(Action::Back);
    assert!(play.effects.contains(&Effect::Cancel(id)), "{:?}", play.effects);
}

#[test]
fn a_password_at_microsoft_365_is_told_when_it_ends_and_nothing_else_is() {
    for (kind, host, login, told) in [
        (AccountKind::Microsoft365, "smtp.office365.com", Login::Password, true),
        (AccountKind::Unknown, "SMTP.Office365.com", Login::Password, true),
        (AccountKind::Microsoft365, "smtp.office365.com", Login::OAuth, false),
        (AccountKind::Unknown, "office365.com.example", Login::Password, false),
        (AccountKind::Microsoft365Gov, "smtp.office365.us", Login::Password, false),
        (AccountKind::Microsoft365China, "smtp.partner.outlook.cn", Login::Password, false),
        (AccountKind::GooglePersonal, "smtp.gmail.com", Login::AppPassword, false),
    ] {
        let known = account("taro@corp.example", kind.clone(), host, login);
        let play = Play::with(vec![known], None, Clients::default());
        let Screen::Home { accounts, .. } = play.screen() else { panic!() };
        assert_eq!(accounts[0].coming.is_some(), told, "{kind:?} {host} {login:?}");
    }
}
