//! The look at a domain's settings: who is asked about, the letter, and the way back.

use contract::{Arg, DnsRecord, RecordLine, RecordName, RecordState, Text};

use super::settings::account;
use super::*;
use crate::{ByRelay, Examination, Examined, Page, Relay, RelayUser, SecretSource, Sender, Services};

const KEIRI: &str = "keiri@company.example";

fn line(name: RecordName, state: RecordState, add: bool) -> RecordLine {
    let value = "v=spf1 include:_spf.google.com ~all".to_owned();
    let add =
        add.then(|| DnsRecord { owner: "company.example".into(), kind: "TXT".into(), value, instead: false });
    RecordLine { name, state, text: Text::new("record-mx-missing"), seen: Vec::new(), add }
}

fn examined(lines: Vec<RecordLine>) -> News {
    let checklist = vec!["google-dkim".to_owned()];
    News::Examined(Examined { domain: "company.example".into(), own: true, lines, checklist })
}

fn asked(play: &Play) -> Examination {
    match play.job().1 {
        Job::Examine(examination) => *examination,
        other => panic!("{other:?}"),
    }
}

fn home(account: Account) -> Play {
    Play::with(vec![account], None, clients())
}

#[test]
fn an_account_of_a_company_is_looked_at_with_its_own_secret() {
    let workspace = account(KEIRI, AccountKind::GoogleWorkspace, "smtp.gmail.com", Login::OAuth);
    let mut play = home(workspace.clone());
    play.press(Action::CheckRecords);
    assert!(matches!(play.screen(), Screen::Records { looking: true, .. }));
    let examination = asked(&play);
    assert_eq!(examination.sender, Sender::Google);
    assert_eq!(examination.account, Some((workspace, SecretSource::Stored(KEIRI.into()))));
    let missing = line(RecordName::Spf, RecordState::Missing, true);
    let good = line(RecordName::Mx, RecordState::Found, false);
    play.answer(examined(vec![good, missing]));
    let view = play.view();
    assert_eq!(view.announce.as_ref().map(|text| text.id.as_str()), Some("records-wrong"));
    let Screen::Records { domain, lines, looking, checklist, letter, .. } = view.screen else { panic!() };
    assert_eq!((domain.as_str(), lines.len(), looking), ("company.example", 2, false));
    assert_eq!(checklist, [Text::new("record-ask-google-dkim")]);
    assert_eq!(letter.iter().map(|letter| letter.language).collect::<Vec<_>>(), [Language::Ja, Language::En]);
    let Some(Arg::Word(records)) = letter[0].body.args.get("records") else { panic!("{letter:?}") };
    assert_eq!(records, "company.example TXT \"v=spf1 include:_spf.google.com ~all\"");
    let Some(Arg::Word(seen)) = letter[0].body.args.get("seen") else { panic!("{letter:?}") };
    assert_eq!(seen, "MX: found\nSPF: missing");
    play.press_on(Action::OpenLetter, "en");
    assert!(play.effects.contains(&Effect::Open(Page::Letter(Language::En))));
    play.press(Action::TryAgain);
    assert!(matches!(asked(&play).sender, Sender::Google));
    assert!(matches!(play.press(Action::Back).screen(), Screen::Home { .. }));
    assert!(play.effects.iter().any(|effect| matches!(effect, Effect::Cancel(_))), "the look is stopped");
}

#[test]
fn a_domain_that_is_not_ones_own_is_not_looked_at() {
    for kind in
        [AccountKind::GooglePersonal, AccountKind::MicrosoftPersonal, AccountKind::Mailbox("gmx".into())]
    {
        let play = home(account(KEIRI, kind.clone(), "smtp.example", Login::Password));
        let offered = play.view().actions.iter().any(|view| view.action == Action::CheckRecords);
        assert!(!offered, "{kind:?}");
    }
}

#[test]
fn where_nothing_was_seen_nothing_is_said_to_be_good() {
    let workspace = account(KEIRI, AccountKind::GoogleWorkspace, "smtp.gmail.com", Login::OAuth);
    for (states, said) in [
        (vec![RecordState::Unseen; 3], "records-nothing-seen"),
        (vec![RecordState::Found, RecordState::Unseen], "records-unseen"),
        (vec![RecordState::Found], "records-good"),
        (vec![RecordState::Unseen, RecordState::Missing], "records-wrong"),
    ] {
        let mut play = home(workspace.clone());
        let lines = states.iter().map(|state| line(RecordName::Spf, *state, false)).collect();
        play.press(Action::CheckRecords).answer(examined(lines));
        assert_eq!(play.view().announce.map(|text| text.id).as_deref(), Some(said), "{states:?}");
    }
}

fn relay() -> Relay {
    Relay {
        id: "kumo".into(),
        name: Brand::same("Kumo"),
        host: "smtp.kumo.example".into(),
        place: None,
        doors: vec![(465, Security::Tls)],
        user_name: RelayUser::Sender,
        key: Brand::same("key"),
        page: false,
        app_password: false,
        before: None,
        suits: "relay-suits-any-address".into(),
    }
}

#[test]
fn from_the_screen_of_a_service_and_back_with_the_key_still_there() {
    let mut play = Play::new();
    play.press(Action::UseRelay)
        .answer(News::RelaysListed(Services { relays: vec![relay()], doors: Vec::new() }));
    play.press_on(Action::ChooseRelay, "kumo");
    play.secret(SecretSlot::RelayKey, 7, true);
    play.press_with(Action::CheckRecords, &[(FieldId::Address, "not an address")]);
    assert!(matches!(play.screen(), Screen::Relay { error: Some(_), .. }));
    play.press_with(Action::CheckRecords, &[(FieldId::Address, KEIRI)]);
    let examination = asked(&play);
    assert_eq!((examination.sender, examination.account), (Sender::Relay("kumo".into()), None));
    assert!(!play.effects.contains(&Effect::Forget(SecretRef(7))), "the key is still needed");
    play.answer(examined(vec![line(RecordName::Spf, RecordState::Found, false)]));
    let Screen::Records { letter, .. } = play.screen() else { panic!() };
    assert!(letter.is_empty(), "nothing is to be asked of anybody");
    assert_eq!(play.view().announce.map(|text| text.id).as_deref(), Some("records-good"));
    assert!(matches!(play.press(Action::Back).screen(), Screen::Relay { address, .. } if address == KEIRI));
    play.press_with(Action::ConnectAndSend, &[(FieldId::Address, KEIRI)]);
    assert!(matches!(play.job().1, Job::Send(work) if work.secret == SecretSource::Pending(SecretRef(7))));
}

#[test]
fn a_card_about_the_domain_offers_it_and_is_there_again_afterwards() {
    let mut account = account(KEIRI, AccountKind::RelayService, "smtp.kumo.example", Login::RelayKey);
    account.by_relay = Some(Box::new(ByRelay { relay: relay(), place: String::new(), recipient: None }));
    let mut play = home(account);
    play.press(Action::SendAnother);
    let remedies = [Action::CheckRecords, Action::TryAgain];
    let refused = problem(ProblemCode::DomainNotApproved, Stage::HandOver, &remedies);
    play.answer(News::Sent(Err(Box::new(refused))));
    play.press(Action::CheckRecords);
    assert_eq!(asked(&play).sender, Sender::Relay("kumo".into()));
    play.answer(examined(vec![line(RecordName::Dkim, RecordState::Unseen, false)]));
    assert_eq!(play.view().announce.map(|text| text.id).as_deref(), Some("records-nothing-seen"));
    play.press(Action::Back);
    assert_eq!(play.code(), ProblemCode::DomainNotApproved);
}
