//! What holds on every road: no sequence panics, every view has a way on, late news changes nothing.

use proptest::prelude::*;

use super::*;
use crate::{Glance, Kept, Looked, Removal, SearchPhase, Seen, StageEvent};

/// One move of a person or of the world; numbers choose among what is possible.
#[derive(Debug, Clone)]
enum Move {
    Press(usize, String),
    Secret(bool, u64, bool),
    News(usize),
    Edit(String),
    Late(u64),
    Language,
}

fn moves() -> impl Strategy<Value = Vec<Move>> {
    let text = prop_oneof![Just("taro@gmail.com".to_owned()), Just(String::new()), ".{0,12}"];
    let one = prop_oneof![
        4 => (0..8usize, text.clone()).prop_map(|(index, text)| Move::Press(index, text)),
        1 => (any::<bool>(), 1..9u64, any::<bool>()).prop_map(|(app, number, fits)| Move::Secret(app, number, fits)),
        4 => (0..26usize).prop_map(Move::News),
        1 => text.prop_map(Move::Edit),
        1 => (0..40u64).prop_map(Move::Late),
        1 => Just(Move::Language),
    ];
    prop::collection::vec(one, 0..40)
}

fn news(choice: usize) -> News {
    let card = |code, stage, remedies: &[Action]| Box::new(problem(code, stage, remedies));
    match choice {
        0 => News::LookedUp(Glance { hint: None, suggestion: Some("a@gmail.com".into()) }),
        1 => News::Searching(SearchPhase::Slow),
        2 => News::Found(Ok(Box::new(gmail("taro@gmail.com")))),
        3 => News::Found(Ok(Box::new(found(
            "b@x.example",
            AccountKind::Unknown,
            "mail.x.example",
            &[Login::Password],
        )))),
        4 => News::Found(Ok(Box::new(found("b@x.example", AccountKind::Unknown, "", &[])))),
        5 => News::Found(Err(card(ProblemCode::SettingsNotFound, Stage::Find, &[Action::EnterServer]))),
        6 => News::Listening { url: "https://x.example".into(), at: 1, opened: false },
        7 => News::NothingYet,
        8 => News::LongWait,
        9 => News::Checking,
        10 => grant("taro@gmail.com", 70),
        11 => grant("other@gmail.com", 71),
        12 => News::Consented(Err(card(ProblemCode::ConsentDenied, Stage::Consent, &[Action::SignInAgain]))),
        13 => News::Stage { stage: Stage::HandOver, event: StageEvent::Started },
        14 => News::Stage {
            stage: Stage::Secure,
            event: StageEvent::Finished { ms: 3, detail: "TLS 1.3".into() },
        },
        15 => News::Sent(Ok(sent(true))),
        16 => News::Sent(Err(card(ProblemCode::NotAccepted, Stage::SignIn, &[Action::ShowFields]))),
        17 => News::Sent(Err(card(ProblemCode::NoStarttls, Stage::Secure, &[Action::TryOtherPort]))),
        18 => News::Kept(Ok(Kept::Keychain)),
        19 => News::Kept(Err(card(
            ProblemCode::KeychainLocked,
            Stage::Keep,
            &[Action::UnlockKeychain, Action::KeepForSession],
        ))),
        20 => News::Looked(Looked::Seen(Seen { in_spam: true, at: 9, folder: None })),
        21 => News::Looked(Looked::NotSeen),
        22 => News::Removed(Removal {
            account: "taro@gmail.com".into(),
            revoked: None,
            secrets_deleted: true,
            obstacle: None,
        }),
        23 => News::Gathered(Box::default()),
        24 => News::Received(crate::Received::Works),
        _ => News::Crashed { report: "r".into() },
    }
}

fn play(moves: &[Move], mut check: impl FnMut(&Play, &Move)) {
    let mut play = Play::new();
    let mut running = Vec::new();
    for step in moves {
        match step {
            Move::Press(index, text) => {
                let view = play.view();
                let listed = &view.actions[index % view.actions.len()];
                let fields = [FieldId::Address, FieldId::Host, FieldId::Port]
                    .map(|id| Field { id, text: text.clone() })
                    .to_vec();
                let (action, target) = (listed.action, listed.target.clone());
                play.tell(Msg::Said(Command::Press { action, target, fields }));
            }
            Move::Secret(app, number, fits) => {
                let slot = if *app { SecretSlot::AppPassword } else { SecretSlot::Password };
                play.secret(slot, *number, *fits);
            }
            Move::News(choice) => {
                if let Some(id) = running.last().copied() {
                    play.news(id, news(*choice));
                }
            }
            Move::Edit(text) => {
                let field = Field { id: FieldId::Address, text: text.clone() };
                play.tell(Msg::Said(Command::Edit { field }));
            }
            Move::Late(number) => {
                let before = play.view();
                play.news(JobId(10_000 + number), news(2));
                assert_eq!(before, play.view(), "news of a job that is not running changes nothing");
                assert!(play.effects.is_empty());
            }
            Move::Language => {
                play.tell(Msg::Said(Command::SetLanguage { language: Language::En }));
            }
        }
        for effect in &play.effects {
            if let Effect::Start { id, .. } = effect {
                running.push(*id);
            }
        }
        check(&play, step);
    }
}

proptest! {
    #[test]
    fn no_sequence_panics_and_every_view_has_a_way_on(moves in moves()) {
        play(&moves, |play, step| {
            let view = play.view();
            assert!(!view.actions.is_empty(), "{step:?} leads to a dead end: {view:?}");
            let mains = view.actions.iter().filter(|action| action.place == contract::Place::Main).count();
            assert!(mains <= 1, "one main button a screen: {view:?}");
        });
    }

    #[test]
    fn views_survive_the_border(moves in moves()) {
        play(&moves, |play, _| {
            let view = play.view();
            let json = serde_json::to_string(&view).expect("a view is JSON");
            let back: View = serde_json::from_str(&json).expect("and comes back");
            assert_eq!(view, back);
        });
    }

    #[test]
    fn back_restores_what_was_typed(local in "[a-z]{1,8}") {
        let address = format!("{local}@gmail.com");
        let mut play = Play::new();
        play.press_with(Action::Continue, &[(FieldId::Address, &address)]);
        play.answer(News::Found(Ok(Box::new(gmail(&address)))));
        play.press(Action::Back);
        let Screen::Address { value, .. } = play.screen() else { panic!() };
        prop_assert_eq!(value, address);
    }

    #[test]
    fn a_cancelled_job_is_never_left_running(moves in moves()) {
        let mut open = std::collections::BTreeSet::new();
        play(&moves, |play, step| {
            for effect in &play.effects {
                match effect {
                    Effect::Start { id, .. } => { open.insert(*id); }
                    Effect::Cancel(id) => { assert!(open.remove(id), "{step:?} cancels what is not running"); }
                    _ => {}
                }
            }
        });
    }
}
