//! Did it arrive: what is said of each look, the ways out, and what is left for the next start.

use super::*;
use crate::{Kept, Looked, SavedStep, Seen};

const TARO: &str = "taro@gmail.com";
const TOSHI: &str = "toshi@office.example";

/// Waiting for the message of an account that was just set up.
fn waiting(can_look: bool) -> Play {
    let mut play = Play::new();
    play.press(Action::SignInGoogle).answer(grant(TARO, 7));
    play.answer(News::Sent(Ok(sent(can_look)))).answer(News::Kept(Ok(Kept::Keychain)));
    play
}

/// The list with one account that was set up before.
fn listed(kind: AccountKind, address: &str) -> Play {
    let account = super::settings::account(address, kind, "smtp.gmail.com", Login::Password);
    Play::with(vec![account], None, clients())
}

fn notice(play: &Play) -> String {
    match play.screen() {
        Screen::Arrival { notice: Some(notice), looking: false, .. } => notice.id,
        other => panic!("{other:?}"),
    }
}

fn offers(play: &Play, action: Action) -> bool {
    play.view().actions.iter().any(|view| view.action == action)
}

/// What is written of the place where the person is, if anything was.
fn saved(play: &Play) -> Option<Option<SavedStep>> {
    play.effects.iter().rev().find_map(|effect| match effect {
        Effect::Save(saved) => Some(saved.as_ref().map(|saved| saved.step.clone())),
        _ => None,
    })
}

#[test]
fn only_a_mailbox_that_was_looked_into_is_said_not_to_show_it() {
    let off = problem(ProblemCode::ReadingSwitchedOff, Stage::SignIn, &[]);
    let refused = problem(ProblemCode::NotAccepted, Stage::SignIn, &[]);
    for (looked, said) in [
        (Looked::NotSeen, "problem-not-seen-yet-reason"),
        (Looked::Shut(None), "arrival-shut"),
        (Looked::Shut(Some(Box::new(refused))), "arrival-shut"),
        (Looked::Shut(Some(Box::new(off))), "problem-reading-switched-off-reason"),
    ] {
        let mut play = waiting(true);
        play.answer(News::Looked(looked));
        assert_eq!(notice(&play), said);
        assert!(offers(&play, Action::Arrived) && offers(&play, Action::LookAgain), "the person is asked");
    }
}

#[test]
fn a_look_that_was_none_is_no_miss() {
    let mut play = waiting(true);
    play.answer(News::Looked(Looked::Shut(None))).press(Action::LookAgain);
    play.answer(News::Looked(Looked::NotSeen));
    assert_eq!(notice(&play), "problem-not-seen-yet-reason", "no rule is suspected at the first look");
    play.press(Action::LookAgain).answer(News::Looked(Looked::NotSeen));
    assert_eq!(notice(&play), "problem-moved-elsewhere-reason");
}

#[test]
fn the_seconds_count_from_the_handing_over_and_are_never_negative() {
    // It was handed over at 1,000 ms.
    for (at, seconds) in [(5_000, 4), (1_999, 0), (400, 0), (86_401_000, 86_400)] {
        let mut play = waiting(true);
        play.answer(News::Looked(Looked::Seen(Seen { in_spam: false, at, folder: None })));
        let Screen::Done { details, .. } = play.screen() else { panic!("{:?}", play.screen()) };
        let place = details.iter().find(|detail| detail.value.id == "done-in-inbox").expect("the inbox");
        assert_eq!(place.value.args["seconds"], seconds.into());
    }
}

#[test]
fn nobody_has_to_say_that_it_arrived_to_get_out() {
    let mut play = waiting(false);
    assert!(!offers(&play, Action::Finish), "first the question");
    play.press(Action::NotYet).press(Action::Finish);
    let Screen::Home { accounts, .. } = play.screen() else { panic!("{:?}", play.screen()) };
    assert_eq!(accounts[0].last.id, "home-last-accepted", "and nothing is said that was not seen");
    assert_eq!(saved(&play), Some(None), "the next start does not ask to go on");
}

#[test]
fn what_did_not_arrive_leads_to_the_settings_of_the_domain_and_back() {
    let mut play = listed(AccountKind::Microsoft365, TOSHI);
    play.press(Action::SendAnother).answer(News::Sent(Ok(sent(true))));
    let (look, _) = play.job();
    play.press(Action::NotYet).press(Action::CheckRecords);
    assert!(play.effects.contains(&Effect::Cancel(look)));
    assert!(matches!(play.screen(), Screen::Records { .. }));
    play.press(Action::Back);
    assert!(matches!(play.screen(), Screen::Arrival { looking: false, .. }), "{:?}", play.screen());
    assert!(offers(&play, Action::Finish) && offers(&play, Action::LookAgain));
    let mut gmail = waiting(false);
    gmail.press(Action::NotYet);
    assert!(!offers(&gmail, Action::CheckRecords), "nobody's own domain");
}

#[test]
fn a_test_of_an_account_that_is_set_up_leaves_nothing_to_go_on_with() {
    let mut play = listed(AccountKind::GooglePersonal, TARO);
    play.press(Action::SendAnother);
    assert_eq!(saved(&play), Some(None));
    let mut failed = listed(AccountKind::GooglePersonal, TARO);
    let card = problem(ProblemCode::NotAccepted, Stage::SignIn, &[Action::TryAgain]);
    failed.press(Action::SendAnother).answer(News::Sent(Err(Box::new(card)))).press(Action::Back);
    assert_eq!(saved(&failed), Some(None));
    assert!(matches!(failed.screen(), Screen::Home { .. }));
    play.answer(News::Sent(Ok(sent(true))));
    assert!(matches!(play.screen(), Screen::Arrival { .. }));
    assert_eq!(saved(&play), Some(None));
}

#[test]
fn a_setting_up_that_was_left_before_the_arrival_is_told_as_what_it_is() {
    let mut play = waiting(true);
    let left = play.effects.iter().find_map(|effect| match effect {
        Effect::Save(Some(saved)) => Some(saved.as_ref().clone()),
        _ => None,
    });
    let left = left.expect("the state of a setting up is saved");
    let reached = |left: Saved| {
        let play = Play::with(Vec::new(), Some(left), clients());
        let Screen::Problem { problem, reason, .. } = play.screen() else { panic!("{:?}", play.screen()) };
        assert_eq!((problem.code, &reason.args), (ProblemCode::ClosedInTheMiddle, &problem.args));
        problem.args["reached"].clone()
    };
    assert_eq!(reached(left.clone()), "arrival".into());
    play = Play::with(
        vec![super::settings::account(TARO, AccountKind::GooglePersonal, "smtp.gmail.com", Login::OAuth)],
        Some(left.clone()),
        clients(),
    );
    let view = play.view();
    assert!(
        view.actions.iter().any(|view| view.label.id == "action-finish-unconfirmed"),
        "{:?}",
        view.actions
    );
    play.press(Action::StartOver);
    assert!(matches!(play.screen(), Screen::Home { .. }) && saved(&play) == Some(None));
    assert_eq!(reached(Saved { step: SavedStep::Connect, ..left.clone() }), "setting-up".into());
    let SavedStep::Arrival(mut account) = left.step.clone() else { panic!("{left:?}") };
    account.session_only = true;
    let left = Saved { step: SavedStep::Arrival(account), ..left };
    assert_eq!(reached(left.clone()), "setting-up".into());
    play = Play::with(Vec::new(), Some(left), clients());
    play.press(Action::Resume);
    assert!(matches!(play.screen(), Screen::Consent { .. }), "its secret is gone: {:?}", play.screen());
}
