//! Waiting for the browser: the link is on screen from the first moment, and nothing ends before the person does.

use std::time::Duration;

use contract::Problem;
use tokio::time::sleep;
use wizard::{ConsentWork, Grant, News};

use super::Work;
use crate::ports::Granted;
use crate::qr;
use crate::token::Token;

/// After this long without an answer the screen says what may help.
const NOTHING_YET: Duration = Duration::from_secs(20);
/// After this long the person is asked whether to wait on; the waiting itself does not end.
const LONG_WAIT: Duration = Duration::from_secs(20 * 60);

/// Opens the door and the browser, waits, and checks what came back.
pub(crate) async fn run(consent: &ConsentWork, work: &Work) {
    if consent.by_code {
        return by_code(consent, work).await;
    }
    let mut door = match work.ports.consents.open(consent, work.language).await {
        Ok(door) => door,
        Err(problem) => return (work.teller)(News::Consented(Err(Box::new(problem)))),
    };
    let url = door.url().to_owned();
    let at = work.ports.clock.now_ms();
    // The link is shown before the browser is started: starting one may take seconds.
    (work.teller)(News::Listening { url: url.clone(), at, opened: true });
    let browser = std::sync::Arc::clone(&work.ports.browser);
    let teller = std::sync::Arc::clone(&work.teller);
    let opening = async move {
        if !browser.open(&url).await {
            teller(News::Listening { url, at, opened: false });
        }
        std::future::pending::<()>().await;
    };
    let reminders = async {
        sleep(NOTHING_YET).await;
        (work.teller)(News::NothingYet);
        loop {
            sleep(LONG_WAIT).await;
            (work.teller)(News::LongWait);
        }
    };
    let answer = tokio::select! {
        answer = door.wait() => answer,
        () = opening => return,
        () = reminders => return,
    };
    if let Err(problem) = answer {
        return (work.teller)(News::Consented(Err(Box::new(problem))));
    }
    (work.teller)(News::Checking);
    ended(door.finish().await, work);
}

/// Shows the code, and waits for it to be typed on whatever device the person has at hand.
async fn by_code(consent: &ConsentWork, work: &Work) {
    let door = match work.ports.consents.by_code(consent).await {
        Ok(door) => door,
        Err(problem) => return (work.teller)(News::Consented(Err(Box::new(problem)))),
    };
    let good_for = u64::try_from(door.good_for().as_millis()).unwrap_or(u64::MAX);
    (work.teller)(News::Code {
        code: door.code().to_owned(),
        url: door.page().to_owned(),
        picture: qr::picture(door.page()),
        until: work.ports.clock.now_ms().saturating_add(good_for),
    });
    ended(door.finish().await, work);
}

fn ended(outcome: Result<Granted, Problem>, work: &Work) {
    let outcome = outcome.map(|granted| {
        let access = Token::new(granted.access, work.ports.clock.now_ms());
        let secret = work.pocket.put(granted.permission, Some(access));
        Box::new(Grant { address: granted.address, secret, found: granted.found })
    });
    (work.teller)(News::Consented(outcome.map_err(Box::new)));
}
