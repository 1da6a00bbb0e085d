//! The provider's other doors: its web interface where SMTP is closed, and a code where the browser will not do.

use std::time::Duration;

use contract::{Action, ConsentPhase, FieldId, ProblemCode, Route, Screen, Stage};

use super::fixtures::*;
use super::story::{Story, sentence};

#[tokio::test(start_paused = true)]
async fn smtp_is_closed_and_the_web_interface_is_open() {
    let mut story = Story::begin().await;
    let world = story.world.clone();
    world.finder.searches.then(Ok(microsoft(SAKURA)));
    gives_consent(&world, microsoft(SAKURA));
    world.mailer.turns.then(refused(ProblemCode::SmtpAuthOff, Stage::SignIn));
    story.press_with(Action::Continue, &[(FieldId::Address, SAKURA)]).await.press(Action::OpenBrowser).await;
    assert_eq!(story.code(), ProblemCode::SmtpAuthOff);
    let Screen::Problem { problem, steps, letter, .. } = story.screen() else { panic!("a card") };
    assert_eq!(problem.who, contract::Who::You, "nobody has to wait for the administrator");
    assert!(format!("{:?}", steps[0].args).contains("Microsoft"), "{steps:?}");
    assert!(!letter.is_empty(), "and who would rather have it mended finds the letter");

    gives_consent(&world, microsoft(SAKURA));
    world.mailer.turns.then(taken());
    story.press(Action::SendByWeb).await;
    assert!(matches!(story.screen(), Screen::Arrival { .. }), "{:?}", story.screen());
    {
        let works = world.consents.works.lock().unwrap();
        assert_eq!(works.iter().map(|work| work.route).collect::<Vec<_>>(), [Route::Smtp, Route::Graph]);
        let deliveries = world.mailer.deliveries.lock().unwrap();
        assert_eq!((deliveries[1].route, deliveries[1].server.port), (Route::Graph, 443));
        assert_eq!(deliveries[1].server.host, "graph.microsoft.com");
    }
    // One more test of the account takes the door that works.
    world.consents.accesses.then(Ok(access("fresh")));
    world.mailer.turns.then(taken());
    story.press(Action::NotYet).await.press(Action::SendAnother).await;
    assert_eq!(world.mailer.deliveries.lock().unwrap()[2].route, Route::Graph);
    story.told("smtp_closed_web_open");
}

#[tokio::test(start_paused = true)]
async fn a_code_is_typed_on_another_device() {
    let mut story = Story::begin().await;
    let world = story.world.clone();
    world.finder.searches.then(Ok(microsoft(SAKURA)));
    world.consents.opens.then(Ok(()));
    world.consents.finishes.after(Duration::from_secs(40), Ok(granted(microsoft(SAKURA))));
    world.mailer.turns.then(taken());
    story.press_with(Action::Continue, &[(FieldId::Address, SAKURA)]).await;
    story.press(Action::UseDeviceCode).await;
    let Screen::Consent { phase: ConsentPhase::Code { code, url, picture, .. }, .. } = story.screen() else {
        panic!("{:?}", story.screen())
    };
    assert_eq!((code.as_str(), url.as_str()), ("ABCD2345", "https://sign-in.example/device"));
    let rows: Vec<&str> = picture.split(' ').collect();
    assert!(rows.len() > 20 && rows.iter().all(|row| row.len() == rows.len()), "a square picture");
    assert!(world.browser.opened.lock().unwrap().is_empty(), "no browser is opened here unasked");
    story.press(Action::OpenBrowserAgain).await;
    assert_eq!(*world.browser.opened.lock().unwrap(), [url]);
    story.pass(40).await;
    assert!(matches!(story.screen(), Screen::Arrival { .. }), "{:?}", story.screen());
    assert_eq!(world.consents.open_doors(), 0);
    story.told("a_code_on_another_device");
}

#[tokio::test(start_paused = true)]
async fn waiting_for_a_code_can_be_stopped() {
    let mut story = Story::begin().await;
    let world = story.world.clone();
    world.finder.searches.then(Ok(microsoft(SAKURA)));
    world.consents.opens.then(Ok(()));
    world.consents.finishes.never();
    story.press_with(Action::Continue, &[(FieldId::Address, SAKURA)]).await;
    story.press(Action::UseDeviceCode).await.press(Action::Cancel).await;
    assert_eq!(story.code(), ProblemCode::ConsentStopped);
    assert_eq!(world.consents.open_doors(), 0, "nobody asks the provider any more");
}

#[tokio::test(start_paused = true)]
async fn a_report_is_saved_and_a_letter_is_opened() {
    let mut story = Story::begin().await;
    let world = story.world.clone();
    world.finder.searches.then(Ok(microsoft(SAKURA)));
    gives_consent(&world, microsoft(SAKURA));
    world.mailer.turns.then(refused(ProblemCode::SmtpAuthOff, Stage::SignIn));
    story.press_with(Action::Continue, &[(FieldId::Address, SAKURA)]).await.press(Action::OpenBrowser).await;
    story.press(Action::SaveReport).await;
    let Screen::Problem { notice: Some(notice), .. } = story.screen() else { panic!() };
    let before = sentence("report-saved", &[("place", "")]);
    assert!(words::plain(&notice.text).starts_with(&before), "{notice:?}");
    world.browser.opened.lock().unwrap().clear();
    story.press_on(Action::OpenLetter, "en").await;
    let opened = world.browser.opened.lock().unwrap().clone();
    let [link] = opened.as_slice() else { panic!("{opened:?}") };
    assert!(link.starts_with("mailto:?subject=") && link.contains("&body="), "{link}");
    assert!(link.is_ascii() && !link.contains(' ') && link.len() <= 1_900, "{link}");
}
