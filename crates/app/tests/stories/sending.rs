//! When a server says no, says later, or cannot be reached.

use app::ports::{Credential, Refusal};
use contract::{Action, FieldId, Login, ProblemCode, Screen, SecretSlot, Stage};
use secret::Secret;
use testkit::ports::World;

use super::fixtures::*;
use super::story::{Story, start};

/// The story of a password up to the sending.
async fn sending(password: &str) -> Story {
    let mut story = Story::begin().await;
    story.world.finder.searches.then(Ok(hosting(TENCHO)));
    story.press_with(Action::Continue, &[(FieldId::Address, TENCHO)]).await;
    story.secret(SecretSlot::Password, password).await;
    story
}

fn tried(world: &World) -> Vec<u16> {
    world.mailer.deliveries.lock().unwrap().iter().map(|one| one.server.port).collect()
}

#[tokio::test(start_paused = true)]
async fn a_wrong_password_then_the_right_one() {
    let mut story = sending("wrong").await;
    let world = story.world.clone();
    world.mailer.turns.then(refused(ProblemCode::NotAccepted, Stage::SignIn)).then(taken());
    world.mailbox.looks.never();
    story.press(Action::ConnectAndSend).await;
    assert_eq!(story.code(), ProblemCode::NotAccepted);
    assert_eq!(tried(&world), [465], "a refused password is shown to no other door");
    assert!(world.vault.kept.lock().unwrap().is_empty(), "only what was proven is stored");
    story.press(Action::ShowFields).await.secret(SecretSlot::Password, "right").await;
    let Screen::ByHand { host, port, .. } = story.screen() else { panic!("{:?}", story.screen()) };
    story.press_with(Action::ConnectAndSend, &[(FieldId::Host, &host), (FieldId::Port, &port)]).await;
    assert!(matches!(story.screen(), Screen::Arrival { .. }));
    assert_eq!(world.vault.kept.lock().unwrap().get(TENCHO), Some(&Secret::from("right")));
    story.told("a_wrong_password_then_the_right_one");
}

#[tokio::test(start_paused = true)]
async fn the_next_server_is_tried_only_when_the_first_was_not_reached() {
    let mut story = sending("p").await;
    let world = story.world.clone();
    world.mailer.turns.then(unreached(ProblemCode::PortClosed)).then(taken());
    world.mailbox.looks.never();
    story.press(Action::ConnectAndSend).await;
    assert!(matches!(story.screen(), Screen::Arrival { .. }));
    assert_eq!(tried(&world), [465, 587]);

    let mut story = sending("p").await;
    let world = story.world.clone();
    world.mailer.turns.then(refused(ProblemCode::CertificateName, Stage::Secure));
    story.press(Action::ConnectAndSend).await;
    assert_eq!(story.code(), ProblemCode::CertificateName);
    assert_eq!(tried(&world), [465], "a wrong certificate is not passed over");
    story.told("a_wrong_certificate");
}

#[tokio::test(start_paused = true)]
async fn when_no_server_is_reached_the_first_failure_is_told() {
    let mut story = sending("p").await;
    let world = story.world.clone();
    world.mailer.turns.then(unreached(ProblemCode::ServerSilent)).then(unreached(ProblemCode::PortClosed));
    story.press(Action::ConnectAndSend).await;
    assert_eq!(story.code(), ProblemCode::ServerSilent);
    assert_eq!(tried(&world), [465, 587]);
    world.mailer.turns.then(unreached(ProblemCode::ServerSilent)).then(taken());
    world.mailbox.looks.never();
    story.press(Action::TryAgain).await;
    assert!(matches!(story.screen(), Screen::Arrival { .. }), "the same password, without asking again");
    story.told("no_server_is_reached");
}

#[tokio::test(start_paused = true)]
async fn asked_to_wait_it_tries_once_more_after_ten_seconds() {
    let mut story = sending("p").await;
    let world = story.world.clone();
    let later = || refused(ProblemCode::AskedToWait, Stage::HandOver);
    world.mailer.turns.then(later()).then(taken());
    world.mailbox.looks.never();
    story.press(Action::ConnectAndSend).await.pass(9).await;
    assert_eq!(tried(&world), [465]);
    story.pass(1).await;
    assert_eq!(tried(&world), [465, 465]);
    assert!(matches!(story.screen(), Screen::Arrival { .. }));
    story.told("asked_to_wait");

    let mut story = sending("p").await;
    let world = story.world.clone();
    world.mailer.turns.then(later()).then(later());
    story.press(Action::ConnectAndSend).await.pass(10).await;
    assert_eq!(story.code(), ProblemCode::AskedToWait);
    assert_eq!(world.mailer.turns.begun(), 2, "twice and no more");
}

#[tokio::test(start_paused = true)]
async fn asked_to_wait_for_a_named_time_it_does_not_come_before_it() {
    let named = |seconds: i32| {
        let mut problem = problem(ProblemCode::AskedToWait, Stage::HandOver);
        problem.args.insert("seconds".into(), seconds.into());
        refused_with(Refusal { problem, unreached: false, token_refused: false, may_have_gone: false })
    };
    let mut story = sending("p").await;
    let world = story.world.clone();
    world.mailer.turns.then(named(25)).then(taken());
    world.mailbox.looks.never();
    story.press(Action::ConnectAndSend).await.pass(24).await;
    assert_eq!(world.mailer.turns.begun(), 1);
    story.pass(1).await;
    assert_eq!(world.mailer.turns.begun(), 2);

    let mut story = sending("p").await;
    let world = story.world.clone();
    world.mailer.turns.then(named(31));
    story.press(Action::ConnectAndSend).await;
    assert_eq!(story.code(), ProblemCode::AskedToWait, "the person is told at once");
    assert_eq!(world.mailer.turns.begun(), 1);
}

#[tokio::test(start_paused = true)]
async fn a_message_that_may_have_gone_is_never_sent_once_more() {
    let mut story = sending("p").await;
    let world = story.world.clone();
    let problem = problem(ProblemCode::AskedToWait, Stage::HandOver);
    let refusal = Refusal { problem, unreached: false, token_refused: false, may_have_gone: true };
    world.mailer.turns.then(refused_with(refusal));
    story.press(Action::ConnectAndSend).await.pass(60).await;
    assert_eq!(story.code(), ProblemCode::AskedToWait);
    assert_eq!(world.mailer.turns.begun(), 1);
}

/// The story of an account that was set up with a consent.
async fn stored() -> Story {
    let world = World::default();
    world.vault.kept.lock().unwrap().insert(SAKURA.into(), Secret::from("stored-permission"));
    let accounts = vec![account(&microsoft(SAKURA), Login::OAuth)];
    Story::from(world, app::Start { accounts, ..start() }).await
}

#[tokio::test(start_paused = true)]
async fn a_refused_token_of_a_stored_permission_is_renewed_once() {
    let mut story = stored().await;
    let world = story.world.clone();
    world.consents.accesses.then(Ok(access("old"))).then(Ok(access("new")));
    world.mailer.turns.then(token_refused()).then(taken());
    story.press(Action::SendAnother).await;
    assert!(matches!(story.screen(), Screen::Arrival { .. }));
    let deliveries = world.mailer.deliveries.lock().unwrap().clone();
    let tokens = ["old", "new"].map(Secret::from);
    for (delivery, wanted) in deliveries.iter().zip(&tokens) {
        assert!(matches!(&delivery.credential, Credential::Bearer(token) if token == wanted));
    }
    assert_eq!(deliveries.len(), 2);
    assert_eq!(*world.consents.forgotten.lock().unwrap(), [SAKURA], "the refused one is not served again");
    story.told("a_refused_token_is_renewed");
}

#[tokio::test(start_paused = true)]
async fn a_token_refused_twice_is_a_card() {
    let mut story = stored().await;
    let world = story.world.clone();
    world.consents.accesses.then(Ok(access("old"))).then(Ok(access("new")));
    world.mailer.turns.then(token_refused()).then(token_refused());
    story.press(Action::SendAnother).await;
    assert_eq!(story.code(), ProblemCode::MicrosoftRefused);
    assert_eq!(world.consents.accesses.begun(), 2);
    assert!(world.vault.kept.lock().unwrap().contains_key(SAKURA), "nothing is dropped for that");
    story.told("a_token_refused_twice");
}

#[tokio::test(start_paused = true)]
async fn a_stored_password_that_is_refused_is_not_shown_twice() {
    let world = World::default();
    world.vault.kept.lock().unwrap().insert(TENCHO.into(), Secret::from("changed-meanwhile"));
    let accounts = vec![account(&hosting(TENCHO), Login::Password)];
    let mut story = Story::from(world.clone(), app::Start { accounts, ..start() }).await;
    let problem = problem(ProblemCode::NotAccepted, Stage::SignIn);
    world.mailer.turns.then(refused_with(Refusal {
        problem,
        unreached: false,
        token_refused: true,
        may_have_gone: false,
    }));
    story.press(Action::SendAnother).await;
    assert_eq!(story.code(), ProblemCode::NotAccepted);
    assert_eq!(world.mailer.turns.begun(), 1);
}

#[tokio::test(start_paused = true)]
async fn an_ended_permission_leads_to_a_new_sign_in() {
    let mut story = stored().await;
    let world = story.world.clone();
    world.consents.accesses.then(Err(problem(ProblemCode::PermissionEnded, Stage::Token)));
    story.press(Action::SendAnother).await;
    assert_eq!(story.code(), ProblemCode::PermissionEnded);
    assert_eq!(world.mailer.turns.begun(), 0);
    gives_consent(&world, microsoft(SAKURA));
    world.mailer.turns.then(taken());
    story.press(Action::SignInAgain).await;
    assert!(matches!(story.screen(), Screen::Arrival { .. }));
    let kept = world.vault.kept.lock().unwrap().get(SAKURA).cloned();
    assert_eq!(kept, Some(Secret::from("permission-of-sakura@outlook.jp")));
    story.told("an_ended_permission");
}
