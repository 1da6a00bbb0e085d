//! What the mailbox shows when the message is not where it should be.

use contract::{Action, FieldId, ProblemCode, Screen, SecretSlot, Stage};
use wizard::Seen;

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
    story.world.mailbox.looks.then(Ok(Some(moved)));
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
    world.mailbox.looks.then(Err(Box::new(problem(ProblemCode::CameBack, Stage::Arrive))));
    sent_to_icloud(&mut story).await;
    let Screen::Problem { problem: card, .. } = story.screen() else { panic!("{:?}", story.screen()) };
    assert_eq!((card.code, &card.args["address"]), (ProblemCode::CameBack, &MOMO.into()));
    world.mailer.turns.then(taken());
    world.mailbox.looks.then(Ok(Some(IN_INBOX)));
    story.press(Action::TryAgain).await;
    assert!(matches!(story.screen(), Screen::Done { .. }), "{:?}", story.screen());
    story.told("it_came_back");
}
