//! The road of a sending service.

use super::*;
use crate::{Door, Place, Policy, Relay, RelayUser, Services};

fn relay(id: &str, place: Option<Place>, user_name: RelayUser) -> Relay {
    Relay {
        id: id.into(),
        name: Brand::same(id),
        host: if place.is_some() { "smtp.{place}.relay.example".into() } else { "smtp.relay.example".into() },
        place,
        doors: vec![(465, Security::Tls), (2525, Security::Starttls)],
        user_name,
        key: Brand::same("API key"),
        page: true,
        app_password: false,
        before: None,
        suits: "relay-suits-any-address".into(),
    }
}

fn relays() -> Vec<Relay> {
    let regions =
        vec![("tokyo".to_owned(), Brand::same("Tokyo")), ("osaka".to_owned(), Brand::same("Osaka"))];
    vec![
        relay("second", Some(Place::Region(regions)), RelayUser::Told(Brand::same("SMTP user"))),
        relay("First", None, RelayUser::Fixed("apikey".into())),
        relay("third", Some(Place::Account), RelayUser::Sender),
    ]
}

fn doors() -> Vec<Door> {
    vec![Door {
        name: "by-place".into(),
        title: Brand::same("By place"),
        host: String::new(),
        doors: vec![(25, Security::Starttls)],
        notes: 2,
    }]
}

fn chosen(id: &str) -> Play {
    let mut play = Play::new();
    play.press_with(Action::UseRelay, &[(FieldId::Address, " tencho@shop.example ")]);
    play.answer(News::RelaysListed(Services { relays: relays(), doors: doors() }));
    play.press_on(Action::ChooseRelay, id);
    play
}

fn send(play: &Play) -> crate::SendWork {
    match play.job().1 {
        Job::Send(work) => *work,
        other => panic!("{other:?}"),
    }
}

#[test]
fn the_services_stand_in_the_order_of_their_names() {
    let mut play = Play::new();
    play.press(Action::UseRelay).answer(News::RelaysListed(Services { relays: relays(), doors: doors() }));
    let Screen::Relays { choices, .. } = play.screen() else { panic!("{:?}", play.screen()) };
    assert_eq!(
        choices.iter().map(|choice| choice.id.as_str()).collect::<Vec<_>>(),
        ["First", "second", "third"]
    );
    assert!(matches!(play.press(Action::Back).screen(), Screen::Address { .. }));
}

#[test]
fn a_way_without_a_sign_in_is_explained_and_not_walked() {
    let mut play = Play::new();
    play.press(Action::UseRelay).answer(News::RelaysListed(Services { relays: relays(), doors: doors() }));
    play.press_on(Action::ExplainDoor, "by-place");
    let view = play.view();
    let Screen::Card { rows, notes, trying, .. } = view.screen else { panic!("{:?}", view.screen) };
    assert_eq!((rows.len(), notes.len(), trying), (5, 2, false));
    assert_eq!(rows[0].value.id, "card-door-mx", "the company's own host is not ours to know");
    assert_eq!(view.actions.iter().map(|view| view.action).collect::<Vec<_>>(), [Action::Back]);
    assert!(matches!(play.press(Action::Back).screen(), Screen::Relays { .. }));
}

#[test]
fn the_organisations_own_service_is_the_only_one() {
    let mut play = Play::new();
    let relay = relays().swap_remove(1);
    play.wizard = play.wizard.under(Policy { relay: Some(relay), ..Policy::default() });
    play.press_with(Action::UseRelay, &[(FieldId::Address, "tencho@shop.example")]);
    assert!(matches!(play.screen(), Screen::Relay { id, address, .. }
        if id == "First" && address == "tencho@shop.example"));
    assert!(matches!(play.press(Action::Back).screen(), Screen::Address { value, .. }
        if value == "tencho@shop.example"));
}

#[test]
fn a_fixed_user_name_is_filled_in_and_the_message_goes_to_the_sender() {
    let mut play = chosen("First");
    let Screen::Relay { address, user_name_words: None, place: None, .. } = play.screen() else {
        panic!("{:?}", play.screen())
    };
    assert_eq!(address, "tencho@shop.example");
    play.secret(SecretSlot::RelayKey, 1, true);
    play.press_with(Action::ConnectAndSend, &[(FieldId::Address, "tencho@shop.example")]);
    let work = send(&play);
    assert_eq!((work.user_name.as_str(), work.login, work.recipient), ("apikey", Login::RelayKey, None));
    let doors: Vec<_> = work.servers.iter().map(|server| (server.port, server.security)).collect();
    assert_eq!(doors, [(465, Security::Tls), (2525, Security::Starttls)]);
    assert_eq!(play.presses, 3);
}

#[test]
fn what_is_missing_is_said_at_its_field() {
    let mut play = chosen("second");
    let all = |address: &'static str, place: &'static str, user: &'static str, to: &'static str| {
        [
            (FieldId::Address, address),
            (FieldId::Place, place),
            (FieldId::UserName, user),
            (FieldId::Recipient, to),
        ]
    };
    for (fields, field) in [
        (all("", "tokyo", "u", ""), Some(FieldId::Address)),
        (all("tencho", "tokyo", "u", ""), Some(FieldId::Address)),
        (all("a b@shop.example", "tokyo", "u", ""), Some(FieldId::Address)),
        (all("tencho@shop.example", "tokyo", "u", "nobody"), Some(FieldId::Recipient)),
        (all("tencho@shop.example", "kyoto", "u", ""), Some(FieldId::Place)),
        (all("tencho@shop.example", "tokyo", " ", ""), Some(FieldId::UserName)),
        (all("tencho@shop.example", "tokyo", "u", ""), None),
    ] {
        play.press_with(Action::ConnectAndSend, &fields);
        let Screen::Relay { error: Some(_), wrong, .. } = play.screen() else {
            panic!("{:?}", play.screen())
        };
        assert_eq!(wrong, field, "{fields:?}");
    }
    play.secret(SecretSlot::RelayKey, 1, true);
    play.press_with(
        Action::ConnectAndSend,
        &all("ｔｅｎｃｈｏ＠shop.example", "osaka", "u", "hanako@other.example"),
    );
    let work = send(&play);
    assert_eq!(work.address, "tencho@shop.example");
    assert_eq!(work.recipient.as_deref(), Some("hanako@other.example"));
    assert_eq!(work.servers[0].host, "smtp.osaka.relay.example");
}

#[test]
fn an_account_name_is_one_label() {
    let mut play = chosen("third");
    play.secret(SecretSlot::RelayKey, 1, true);
    for wrong in ["", "a.b", "a/b", "-a", "evil.example#"] {
        let fields = [(FieldId::Address, "tencho@shop.example"), (FieldId::Place, wrong)];
        play.press_with(Action::ConnectAndSend, &fields);
        assert!(matches!(play.screen(), Screen::Relay { wrong: Some(FieldId::Place), .. }), "{wrong}");
    }
    let fields = [(FieldId::Address, "tencho@shop.example"), (FieldId::Place, " Shop ")];
    play.press_with(Action::ConnectAndSend, &fields);
    let work = send(&play);
    assert_eq!(work.servers[0].host, "smtp.shop.relay.example");
    assert_eq!(work.user_name, "tencho@shop.example");
}

#[test]
fn after_a_refusal_the_fields_are_as_they_were_and_the_key_is_asked_once_more() {
    let mut play = chosen("second");
    play.secret(SecretSlot::RelayKey, 1, true);
    let fields = [
        (FieldId::Address, "tencho@shop.example"),
        (FieldId::Place, "osaka"),
        (FieldId::UserName, "shop-user"),
        (FieldId::Recipient, "hanako@other.example"),
    ];
    play.press_with(Action::ConnectAndSend, &fields);
    play.answer(News::Sent(Err(Box::new(problem(
        ProblemCode::NotAccepted,
        Stage::SignIn,
        &[Action::ShowFields],
    )))));
    play.press(Action::ShowFields);
    let Screen::Relay { user_name, recipient, place: Some(place), .. } = play.screen() else {
        panic!("{:?}", play.screen())
    };
    assert_eq!(
        (user_name.as_str(), recipient.as_str(), place.value.as_str()),
        ("shop-user", "hanako@other.example", "osaka")
    );
    assert!(play.effects.contains(&Effect::Forget(SecretRef(1))), "{:?}", play.effects);
}

#[test]
fn the_arrival_is_asked_where_the_message_went_and_one_more_goes_there_too() {
    let mut play = chosen("First");
    play.secret(SecretSlot::RelayKey, 1, true);
    let fields = [(FieldId::Address, "tencho@shop.example"), (FieldId::Recipient, "hanako@other.example")];
    play.press_with(Action::ConnectAndSend, &fields);
    play.answer(News::Sent(Ok(sent(false)))).answer(News::Kept(Ok(crate::Kept::Keychain)));
    let Screen::Arrival { address, .. } = play.screen() else { panic!("{:?}", play.screen()) };
    assert_eq!(address, "hanako@other.example");
    assert!(play.view().actions.iter().all(|listed| listed.action != Action::OpenWebmail));
    play.press(Action::NotYet).press(Action::SendAnother);
    let work = send(&play);
    assert_eq!(
        (work.user_name.as_str(), work.recipient.as_deref()),
        ("apikey", Some("hanako@other.example"))
    );
}

#[test]
fn a_blocked_network_leads_to_the_services_with_other_doors() {
    let mut play = Play::new();
    play.press_with(Action::Continue, &[(FieldId::Address, "tencho@shop.example")]);
    let card = problem(ProblemCode::NetworkBlocksMail, Stage::Connect, &[Action::TryAgain, Action::UseRelay]);
    play.answer(News::Found(Err(Box::new(card))));
    play.press(Action::UseRelay).answer(News::RelaysListed(Services { relays: relays(), doors: doors() }));
    play.press_on(Action::ChooseRelay, "First");
    assert!(matches!(play.screen(), Screen::Relay { address, .. } if address == "tencho@shop.example"));
}
