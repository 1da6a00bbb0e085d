//! Connecting, signing in, sending.

use std::time::Duration;

use contract::{Arg, Login, Problem, ProblemCode, Route, Server, Stage};
use tokio::sync::mpsc::unbounded_channel;
use tokio::time::sleep;
use wizard::{News, SecretSource, SendWork, Sent};

use super::{Work, credential};
use crate::ports::{Credential, Delivery, Letter, Refusal};
use crate::scrub;

/// A server that says "later" is asked once more after this long.
const LATER: Duration = Duration::from_secs(10);
/// One that names a longer time than this is not asked again: whoever comes before it only waits the longer.
const LONGEST: Duration = Duration::from_secs(30);

/// Sends one test message, and says where the mailbox can be looked into.
pub(crate) async fn run(send: &SendWork, work: &Work) {
    let result = attempt(send, work).await;
    (work.teller)(News::Sent(result.map_err(Box::new)));
}

async fn attempt(send: &SendWork, work: &Work) -> Result<Sent, Problem> {
    let oauth = send.login == Login::OAuth;
    let mut proof = credential(&send.secret, oauth, false, work).await?;
    let letter = work.ports.mailer.compose(send, work.language)?;
    let mut renewed = false;
    let mut waited = false;
    let mut servers = send.servers.iter().peekable();
    let mut first: Option<Problem> = None;
    while let Some(server) = servers.peek().copied() {
        let Err(mut refusal) = hand_over(send, server, &proof, &letter, work).await else {
            return Ok(sent(send, server, letter, work));
        };
        clean(&mut refusal.problem, &proof);
        // A password that was refused is never shown twice: too many failed sign-ins may lock the mailbox.
        if refusal.token_refused && oauth && !renewed {
            renewed = true;
            proof = credential(&send.secret, oauth, true, work).await?;
            continue;
        }
        let later = later(&refusal.problem).filter(|_| !waited && !refusal.may_have_gone);
        if let Some(later) = later {
            waited = true;
            sleep(later).await;
            continue;
        }
        let unreached = refusal.unreached;
        first.get_or_insert(refusal.problem.clone());
        servers.next();
        if !unreached {
            return Err(refusal.problem);
        }
    }
    Err(first.unwrap_or_else(|| diagnosis::problem(ProblemCode::SettingsNotFound, Stage::Find)))
}

/// When it may be tried once more, where that is soon.
fn later(problem: &Problem) -> Option<Duration> {
    let named = match problem.args.get("seconds") {
        Some(Arg::Number(seconds)) => Duration::from_secs(u64::try_from(*seconds).unwrap_or_default()),
        Some(Arg::Word(_)) | None => Duration::ZERO,
    };
    (problem.code == ProblemCode::AskedToWait && named <= LONGEST).then(|| named.max(LATER))
}

async fn hand_over(
    send: &SendWork,
    server: &Server,
    proof: &Credential,
    letter: &Letter,
    work: &Work,
) -> Result<(), Refusal> {
    let delivery = Delivery {
        server: server.clone(),
        user_name: send.user_name.clone(),
        credential: proof.clone(),
        address: send.address.clone(),
        recipient: send.recipient().to_owned(),
        message: letter.bytes.clone(),
        provider: send.provider.clone(),
        login: send.login,
        route: send.route,
        worked_before: matches!(send.secret, SecretSource::Stored(_)),
    };
    let (stages, mut heard) = unbounded_channel();
    let submission = work.ports.mailer.submit(delivery, stages);
    tokio::pin!(submission);
    loop {
        tokio::select! {
            biased;
            Some((stage, event)) = heard.recv() => (work.teller)(News::Stage { stage, event }),
            result = &mut submission => {
                while let Ok((stage, event)) = heard.try_recv() {
                    (work.teller)(News::Stage { stage, event });
                }
                return result;
            }
        }
    }
}

fn sent(send: &SendWork, server: &Server, letter: Letter, work: &Work) -> Sent {
    // A consent covers reading only where the scope is Google's whole mail scope; a wider one is never asked for.
    let covers_reading = send.login != Login::OAuth || send.provider == "google" && send.route == Route::Smtp;
    Sent {
        code: letter.code,
        message_id: letter.message_id,
        accepted_at: work.ports.clock.now_ms(),
        server: server.clone(),
        can_look: covers_reading && !send.retrieval.is_empty(),
    }
}

pub(crate) fn clean(problem: &mut Problem, proof: &Credential) {
    match proof {
        Credential::Password(secret) | Credential::Bearer(secret) => scrub(problem, secret),
    }
}
