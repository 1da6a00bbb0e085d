//! The daily check: what is worth a word, and what the list of accounts shows.

use contract::{Action, Login, Problem, ProblemCode, Screen, Stage, Tone, Who};

use super::settings::account;
use super::{Play, clients};
use crate::problem::card;
use crate::{Account, Effect, Job, Msg, News, Watch};
use contract::AccountKind;

const TARO: &str = "taro@gmail.com";
const DAY: u64 = 24 * 60 * 60 * 1000;

fn failure(code: ProblemCode, stage: Stage, who: Who) -> Problem {
    card(code, stage, who, &[Action::SignInAgain])
}

fn ended() -> Problem {
    failure(ProblemCode::PermissionEnded, Stage::Token, Who::You)
}

#[test]
fn a_failure_is_told_once_and_another_one_again() {
    let mut watch = Watch::default();
    assert!(watch.is_due(DAY));
    assert_eq!(watch.take(Ok(()), DAY), None);
    assert!(!watch.is_due(DAY + DAY / 2) && watch.is_due(2 * DAY), "once a day");
    assert_eq!(watch.take(Err(ended()), 2 * DAY), Some(ended()));
    assert_eq!(watch.take(Err(ended()), 3 * DAY), None, "the person knows it");
    let other = failure(ProblemCode::NotAccepted, Stage::SignIn, Who::You);
    assert_eq!(watch.take(Err(other.clone()), 4 * DAY), Some(other));
    assert_eq!(watch.take(Ok(()), 5 * DAY), None);
    assert_eq!(watch.trouble(), None);
    assert_eq!(watch.take(Err(ended()), 6 * DAY), Some(ended()), "it came back");
    assert_eq!(watch.mended().trouble(), None);
}

#[test]
fn a_server_that_is_away_is_told_the_second_time() {
    let mut watch = Watch::default();
    let away = failure(ProblemCode::ServerSilent, Stage::Connect, Who::Provider);
    assert_eq!(watch.take(Err(away.clone()), DAY), None);
    assert_eq!(watch.trouble(), None, "nor does the list say so");
    assert_eq!(watch.take(Err(away.clone()), 2 * DAY), Some(away.clone()));
    assert_eq!(watch.take(Err(away), 3 * DAY), None);
}

#[test]
fn a_computer_that_is_not_online_has_not_looked() {
    for problem in [
        failure(ProblemCode::Offline, Stage::Connect, Who::You),
        failure(ProblemCode::CaptivePortal, Stage::Connect, Who::You),
        failure(ProblemCode::Offline, Stage::Token, Who::You),
        failure(ProblemCode::CaptivePortal, Stage::Token, Who::You),
        failure(ProblemCode::SignInPageBlocked, Stage::Token, Who::Administrator),
        failure(ProblemCode::KeychainLocked, Stage::Keep, Who::You),
    ] {
        let mut watch = Watch::default();
        watch.take(Err(ended()), DAY);
        let before = watch.clone();
        assert_eq!(watch.take(Err(problem), 2 * DAY), None);
        assert_eq!(watch, before, "and is due again at once");
    }
}

#[test]
fn a_clock_that_is_not_set_yet_is_told_the_second_time() {
    let mut watch = Watch::default();
    let wrong = failure(ProblemCode::ClockWrong, Stage::Token, Who::You);
    assert_eq!(watch.take(Err(wrong.clone()), DAY), None);
    assert_eq!(watch.take(Err(wrong.clone()), 2 * DAY), Some(wrong));
}

#[test]
fn a_clock_that_was_set_back_does_not_stop_the_checks() {
    let mut watch = Watch::default();
    watch.take(Ok(()), 100 * DAY);
    assert!(watch.is_due(DAY));
}

fn taro() -> Account {
    account(TARO, AccountKind::GooglePersonal, "smtp.gmail.com", Login::OAuth)
}

fn offered(play: &Play, action: Action) -> bool {
    play.view().actions.iter().any(|listed| listed.action == action)
}

#[test]
fn it_is_off_until_it_is_asked_for_and_ends_when_it_is_not_wanted() {
    let mut play = Play::with(vec![taro()], None, clients());
    assert!(!offered(&play, Action::StopWatching));
    play.press(Action::WatchDaily);
    assert!(matches!(play.effects[..], [Effect::Start { job: Job::Schedule { on: true }, .. }]));
    play.answer(News::Scheduled(true));
    assert!(play.wizard.accounts()[0].watch.is_some());
    play.press(Action::StopWatching);
    let off = |effect: &Effect| matches!(effect, Effect::Start { job: Job::Schedule { on: false }, .. });
    assert!(play.effects.iter().any(off), "{:?}", play.effects);
    assert!(play.wizard.accounts()[0].watch.is_none());
}

#[test]
fn while_the_system_is_asked_nothing_else_is_asked_of_it() {
    let other = account("other@shop.example", AccountKind::Unknown, "h", Login::Password);
    let mut play = Play::with(vec![taro(), other.clone()], None, clients());
    let asks = [Action::WatchDaily, Action::StopWatching, Action::Remove, Action::TakeOffList];
    play.press(Action::WatchDaily);
    let (turning_on, _) = play.job();
    assert!(asks.iter().all(|ask| !offered(&play, *ask)));
    play.press_on(Action::WatchDaily, &other.id).press_on(Action::Remove, &other.id);
    assert_eq!(play.effects, [], "what is not listed changes nothing");
    assert!(offered(&play, Action::SendAnother), "and the list is not shut");
    play.news(turning_on, News::Scheduled(true));
    assert!(play.wizard.accounts()[0].watch.is_some(), "the first press is not lost");
    play.press(Action::StopWatching);
    let (turning_off, _) = play.job();
    assert!(asks.iter().all(|ask| !offered(&play, *ask)));
    play.news(turning_off, News::Scheduled(true));
    assert!(offered(&play, Action::WatchDaily) && offered(&play, Action::Remove));
}

#[test]
fn a_removal_that_is_asked_about_waits_for_the_system_too() {
    let other = account("other@shop.example", AccountKind::Unknown, "h", Login::Password);
    let mut play = Play::with(vec![taro(), other.clone()], None, clients());
    play.press_on(Action::Remove, &other.id).press_on(Action::WatchDaily, TARO);
    assert!(!offered(&play, Action::RemoveNow) && offered(&play, Action::Keep));
    play.answer(News::Scheduled(true));
    assert!(offered(&play, Action::RemoveNow));
    assert!(play.wizard.accounts()[0].watch.is_some());
}

#[test]
fn a_list_that_was_left_while_the_system_was_asked_is_whole_again() {
    let mut play = Play::with(vec![taro()], None, clients());
    play.tell(Msg::Unwritten(Some("folder".into())));
    play.press(Action::WatchDaily).press_on(Action::ShowTrouble, "");
    play.press(Action::Back);
    assert!(offered(&play, Action::WatchDaily) && offered(&play, Action::Remove));
}

#[test]
fn nothing_is_left_on_for_an_account_that_is_gone_by_then() {
    let other = account("other@shop.example", AccountKind::Unknown, "h", Login::Password);
    let mut play = Play::with(vec![taro(), other.clone()], None, clients());
    play.press(Action::WatchDaily);
    let (turning_on, _) = play.job();
    play.tell(Msg::Written(vec![other]));
    play.news(turning_on, News::Scheduled(true));
    assert!(matches!(play.effects[..], [Effect::Start { job: Job::Schedule { on: false }, .. }]));
}

#[test]
fn where_the_system_is_not_willing_nothing_is_promised() {
    let mut play = Play::with(vec![taro()], None, clients());
    play.press(Action::WatchDaily).answer(News::Scheduled(false));
    assert!(play.wizard.accounts()[0].watch.is_none());
    let Screen::Home { notice: Some(notice), .. } = play.view().screen else { panic!("no notice") };
    assert_eq!(notice.text.id, "home-watch-failed");
}

#[test]
fn a_secret_of_this_run_only_cannot_be_checked_later() {
    let account = Account { session_only: true, ..taro() };
    assert!(!offered(&Play::with(vec![account], None, clients()), Action::WatchDaily));
}

#[test]
fn what_was_found_is_on_the_list_and_its_card_leads_on() {
    let mut watch = Watch::default();
    watch.take(Err(ended()), DAY);
    let mut play = Play::with(vec![Account { watch: Some(watch), ..taro() }], None, clients());
    let Screen::Home { accounts, .. } = play.view().screen else { panic!("no list") };
    assert_eq!(accounts[0].watch.as_ref().map(|line| (line.at, line.tone)), Some((Some(DAY), Tone::No)));
    play.press(Action::ShowTrouble);
    let Screen::Problem { problem, .. } = play.view().screen else { panic!("no card") };
    assert_eq!(problem.code, ProblemCode::PermissionEnded);
    play.press(Action::SignInAgain);
    assert!(matches!(play.view().screen, Screen::Consent { .. }), "{:?}", play.view().screen);
}

#[test]
fn what_another_run_has_written_is_shown_and_nothing_else_changes() {
    let only_now = Account {
        session_only: true,
        ..account("now@shop.example", AccountKind::Unknown, "h", Login::Password)
    };
    let mut play = Play::with(vec![taro(), only_now.clone()], None, clients());
    let mut watch = Watch::default();
    watch.take(Err(ended()), DAY);
    let found = Account { watch: Some(watch), ..taro() };
    let other = account("other@shop.example", AccountKind::Unknown, "h", Login::Password);
    assert_eq!(play.wizard.update(Msg::Written(vec![other.clone(), found.clone()])), []);
    assert_eq!(play.wizard.accounts(), [found, only_now, other], "in the order that was shown");
    assert!(offered(&play, Action::ShowTrouble));

    play.press(Action::AddAccount);
    let before = play.view();
    play.wizard.update(Msg::Written(Vec::new()));
    assert_eq!(play.view(), before, "nobody is disturbed in the middle of something");
}

#[test]
fn where_another_run_removed_the_last_account_the_first_screen_comes() {
    let mut play = Play::with(vec![taro()], None, clients());
    play.wizard.update(Msg::Written(Vec::new()));
    assert!(matches!(play.view().screen, Screen::Address { .. }), "{:?}", play.view().screen);
}
