//! Every failure at every place where it could come up, whether it is likely there or not: a card's buttons lead somewhere.

use contract::{Action, Login, ProblemCode, Stage};
use wizard::{Found, Looked, News};

use super::cards::card;
use super::facts::{self, TENCHO};
use super::play::Play;
use super::problems::TOLD_ON_THEIR_SCREEN;
use super::steps;

/// The wizard makes these itself, each at its one place.
const AT_ONE_PLACE: [ProblemCode; 10] = [
    ProblemCode::AppPasswordUnavailable,
    ProblemCode::AppPasswordsForbidden,
    ProblemCode::ClosedInTheMiddle,
    ProblemCode::ClosedService,
    ProblemCode::ConsentStopped,
    ProblemCode::ListNotWritten,
    ProblemCode::NotAllowedHere,
    ProblemCode::OtherAccount,
    ProblemCode::SettingsFaulty,
    ProblemCode::StoppedWhileSending,
];

/// Accounts of the list, by each way to sign in.
fn listed() -> Vec<(Found, Login)> {
    vec![
        (facts::gmail(), Login::OAuth),
        (facts::gmail(), Login::AppPassword),
        (facts::microsoft(), Login::OAuth),
        (facts::icloud(), Login::AppPassword),
        (facts::shop(), Login::Password),
    ]
}

fn places(code: ProblemCode) -> Vec<(String, Play)> {
    let failure = || Box::new(card(code, Stage::SignIn));
    let mut plays = Vec::new();
    let mut searching = Play::new();
    searching.press_with(Action::Continue, &[(contract::FieldId::Address, TENCHO)]);
    searching.news(News::Found(Err(failure())));
    plays.push(("a search".to_owned(), searching));
    for found in [facts::gmail(), facts::microsoft()] {
        let name = found.name.en.clone();
        let mut play = steps::waiting(found, true);
        play.news(News::Consented(Err(failure())));
        plays.push((format!("a consent at {name}"), play));
    }
    for found in [facts::gmail(), facts::icloud(), facts::shop(), facts::microsoft()] {
        let name = found.name.en.clone();
        let mut play = steps::checking(found.clone());
        play.news(News::Sent(Err(failure())));
        plays.push((format!("a new account at {name}"), play));
        let mut play = steps::arriving(found, true);
        play.news(News::Looked(Looked::CameBack(failure())));
        plays.push((format!("a look at {name}"), play));
    }
    for (found, login) in listed() {
        let account = facts::account(&found, login, None);
        let id = account.id.clone();
        let mut play = Play::with(vec![account], None);
        play.press_on(Action::SendAnother, &id).news(News::Sent(Err(failure())));
        plays.push((format!("the account {id} by {login:?}"), play));
    }
    plays
}

#[test]
fn no_card_has_a_dead_button_wherever_it_comes_up() {
    let mut cards = 0;
    let mut dead = Vec::new();
    let elsewhere = |code: &&ProblemCode| TOLD_ON_THEIR_SCREEN.contains(code) || AT_ONE_PLACE.contains(code);
    for code in ProblemCode::ALL.iter().filter(|code| !elsewhere(code)) {
        for (place, play) in places(*code) {
            cards += 1;
            dead.extend(
                play.dead().into_iter().map(|action| format!("{}, {place}: {action:?}", code.name())),
            );
        }
    }
    assert!(cards > 1_000, "{cards} cards were looked at");
    assert!(dead.is_empty(), "{}", dead.join("\n"));
}
