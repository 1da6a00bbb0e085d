//! What the mailbox shows when the message is not where it should be.

use contract::{Action, FieldId, ProblemCode, Screen, SecretSlot, Stage};
use wizard::{Looked, Seen};

use super::fixtures::*;
use super::story::{Story, sentence};

async fn sent_to_icloud(story: &mut Story) {
    let world = story.world.clone();
    world.finder.searches.then(Ok(apple(MOMO)));
    world.mailer.turns.then(taken());
    story.press_with(Action::Continue, &[(FieldId::Address, MOMO)]).await;
    story.secret(SecretSlot::AppPassword, "abcdefghijklmnop").await.press(Action::ConnectAndSend).await;
}

#[tokio::test(start_paused = true)]
async fn a_rule_has_moved_it_and_the_last_screen_says_where() {
    let mut story = Story::begin().await;
    let moved = Seen { folder: Some("取引先".into()), ..IN_INBOX };
    story.world.mailbox.looks.then(Looked::Seen(moved));
    sent_to_icloud(&mut story).await;
    let Screen::Done { details, notice, .. } = story.screen() else { panic!("{:?}", story.screen()) };
    assert_eq!(notice, None);
    assert!(
        details
            .iter()
            .any(|detail| words::plain(&detail.value) == sentence("done-in-folder", &[("folder", "取引先")])),
        "{details:?}"
    );
    story.told("a_rule_has_moved_it");
}

#[tokio::test(start_paused = true)]
async fn it_came_back_with_a_reason_and_is_sent_again() {
    let mut story = Story::begin().await;
    let world = story.world.clone();
    world.mailbox.looks.then(Looked::CameBack(Box::new(problem(ProblemCode::CameBack, Stage::Arrive))));
    sent_to_icloud(&mut story).await;
    let Screen::Problem { problem: card, .. } = story.screen() else { panic!("{:?}", story.screen()) };
    assert_eq!((card.code, &card.args["address"]), (ProblemCode::CameBack, &MOMO.into()));
    world.mailer.turns.then(taken());
    world.mailbox.looks.then(Looked::Seen(IN_INBOX));
    story.press(Action::TryAgain).await;
    assert!(matches!(story.screen(), Screen::Done { .. }), "{:?}", story.screen());
    story.told("it_came_back");
}

#[tokio::test(start_paused = true)]
async fn a_mailbox_that_stays_shut_is_not_said_to_lack_it() {
    let mut story = Story::begin().await;
    let off = problem(ProblemCode::ReadingSwitchedOff, Stage::SignIn);
    story.world.mailbox.looks.then(Looked::Shut(Some(Box::new(off)))).then(Looked::Shut(None));
    sent_to_icloud(&mut story).await;
    let told = |story: &Story| match story.screen() {
        Screen::Arrival { looking: false, notice: Some(notice), .. } => words::plain(&notice),
        other => panic!("{other:?}"),
    };
    assert_eq!(told(&story), sentence("problem-reading-switched-off-reason", &[]));
    story.press(Action::LookAgain).await;
    assert_eq!(told(&story), sentence("arrival-shut", &[]));
    story.press(Action::NotYet).await.press(Action::Finish).await;
    assert!(matches!(story.screen(), Screen::Home { .. }));
    assert!(story.world.files.state.lock().unwrap().is_none(), "the next start does not ask to go on");
    story.told("a_mailbox_that_stays_shut");
}
