//! A domain's settings: the records, and what signing in comes to with the secret that is stored.

use contract::{AccountKind, Action, Login, ProblemCode, RecordName, RecordState, Screen, Stage};
use secret::Secret;
use testkit::ports::World;
use wizard::{Account, Examined};

use super::fixtures::*;
use super::story::{Story, start};

async fn story(account: Account) -> Story {
    let world = World::default();
    world.vault.kept.lock().unwrap().insert(account.id.clone(), Secret::from("hidden-away"));
    let nothing =
        Examined { domain: "firma.example".into(), own: true, lines: Vec::new(), checklist: Vec::new() };
    world.finder.examined.then(nothing);
    Story::from(world, app::Start { accounts: vec![account], ..start() }).await
}

fn company() -> Account {
    Account { kind: AccountKind::Microsoft365, ..account(&hosting(TENCHO), Login::Password) }
}

fn no(code: ProblemCode, stage: Stage) -> app::ports::Refusal {
    app::ports::Refusal {
        problem: problem(code, stage),
        unreached: false,
        may_have_gone: false,
        token_refused: false,
    }
}

fn lines(story: &Story) -> Vec<(RecordName, RecordState)> {
    let Screen::Records { lines, looking: false, .. } = story.screen() else {
        panic!("{:?}", story.screen())
    };
    lines.iter().map(|line| (line.name, line.state)).collect()
}

#[tokio::test(start_paused = true)]
async fn signing_in_is_tried_and_nothing_is_sent() {
    let mut story = story(company()).await;
    let world = story.world.clone();
    world.mailer.sign_ins.then(Ok(()));
    world.mailbox.reached.then(true);
    story.press(Action::CheckRecords).await;
    let found = RecordState::Found;
    assert_eq!(lines(&story), [(RecordName::SignIn, found), (RecordName::Reading, found)]);
    let deliveries = world.mailer.deliveries.lock().unwrap().clone();
    assert!(matches!(&deliveries[..], [one] if one.message.is_empty()), "a sign-in, and no message");
    assert!(
        !story.published().iter().any(|view| view.contains("hidden-away")),
        "never a secret on the screen"
    );
}

#[tokio::test(start_paused = true)]
async fn a_refusal_is_told_by_its_name_and_a_closed_network_is_no_fault() {
    let mut story = story(company()).await;
    let world = story.world.clone();
    world.mailer.sign_ins.then(Err(no(ProblemCode::SmtpAuthOff, Stage::SignIn)));
    world.mailbox.reached.then(false);
    story.press(Action::CheckRecords).await;
    let expected = [(RecordName::SignIn, RecordState::Faulty), (RecordName::Reading, RecordState::Unseen)];
    assert_eq!(lines(&story), expected);
    let nothing =
        Examined { domain: "firma.example".into(), own: true, lines: Vec::new(), checklist: Vec::new() };
    world.finder.examined.then(nothing);
    world.mailer.sign_ins.then(Err(no(ProblemCode::NetworkBlocksMail, Stage::Connect)));
    world.mailbox.reached.then(false);
    story.press(Action::TryAgain).await;
    assert_eq!(lines(&story)[0], (RecordName::SignIn, RecordState::Unseen));
    // A permission is renewed at another server: nor does its silence make the sign-in a faulty one.
    for code in [ProblemCode::Offline, ProblemCode::CaptivePortal, ProblemCode::TokenTrouble] {
        let nothing =
            Examined { domain: "firma.example".into(), own: true, lines: Vec::new(), checklist: Vec::new() };
        world.finder.examined.then(nothing);
        world.mailer.sign_ins.then(Err(no(code, Stage::Token)));
        world.mailbox.reached.then(false);
        story.press(Action::TryAgain).await;
        assert_eq!(lines(&story)[0], (RecordName::SignIn, RecordState::Unseen), "{code:?}");
    }
}
