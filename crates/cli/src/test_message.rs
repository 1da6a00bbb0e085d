//! `todoita test`: one test message with the stored secret, and a look into the mailbox where that is allowed.

use std::time::Instant;

use app::ports::Ports;
use app::settings::Settings;
use contract::{Problem, Server, Stage, Text};
use serde::Serialize;
use wizard::{Account, Job, LastTest, Looked, News, SecretSource, Seen, SendWork, Sent, StageEvent};

use crate::accounts::{arrived_word, named};
use crate::exit::Exit;
use crate::job::run;
use crate::problem::{self, ProblemJson};
use crate::say::Speaker;

#[derive(Serialize)]
struct TestJson<'a> {
    account: &'a str,
    address: &'a str,
    stages: &'a [StageJson],
    sent: Option<SentJson<'a>>,
    arrived: Option<&'static str>,
    after_s: Option<u32>,
    problem: Option<ProblemJson<'a>>,
    elapsed_ms: u64,
}

#[derive(Serialize)]
struct StageJson {
    stage: Stage,
    ms: u32,
    #[serde(skip_serializing_if = "String::is_empty")]
    detail: String,
}

#[derive(Serialize)]
struct SentJson<'a> {
    code: &'a str,
    message_id: &'a str,
    accepted_at: u64,
    server: &'a Server,
}

/// What came of the message.
enum Arrival {
    /// It was looked for.
    Looked(Looked),
    /// This sign-in may not read the mailbox.
    NotLooked,
}

/// Sends one test message, and looks for it.
pub(crate) async fn send(name: &str, settings: &Settings, ports: &Ports, speaker: &Speaker<'_>) -> Exit {
    let kept = app::real::load(&settings.folders.data);
    let Some(account) = named(&kept.accounts, name) else {
        return speaker.misuse(&Text::new("cli-account-unknown"));
    };
    let work = work(account);
    if !speaker.json() {
        speaker.line(&begin_text(&work));
    }
    let begun = Instant::now();
    let mut stages = Vec::new();
    let result = hand_over(work, ports, speaker, &mut stages).await;
    let arrival = match &result {
        Ok(sent) if sent.can_look => Some(look(account, sent, ports, speaker).await),
        Ok(_) => {
            if !speaker.json() {
                speaker.line(&Text::new("cli-test-not-looked"));
            }
            Some(Arrival::NotLooked)
        }
        Err(_) => None,
    };
    if let (Ok(sent), Some(arrival)) = (&result, &arrival) {
        remember(account, sent, arrival, ports);
    }
    let problem = result.as_ref().err().or(match &arrival {
        Some(Arrival::Looked(Looked::CameBack(problem) | Looked::Shut(Some(problem)))) => Some(problem),
        Some(
            Arrival::Looked(Looked::Seen(_) | Looked::NotSeen | Looked::Shut(None)) | Arrival::NotLooked,
        )
        | None => None,
    });
    if speaker.json() {
        speaker.object(&TestJson {
            account: &account.id,
            address: &account.address,
            stages: &stages,
            sent: result.as_ref().ok().map(sent_json),
            arrived: arrival.as_ref().map(word),
            after_s: result
                .as_ref()
                .ok()
                .zip(arrival.as_ref().and_then(seen))
                .map(|(sent, seen)| seen.after_s(sent)),
            problem: problem.map(|problem| ProblemJson::new(problem, speaker)),
            elapsed_ms: u64::try_from(begun.elapsed().as_millis()).unwrap_or(u64::MAX),
        });
    } else if let Some(problem) = problem {
        problem::complain(problem, speaker);
    }
    exit(problem, arrival.as_ref())
}

/// How the program ends. Why the mailbox could not be looked into is told besides; the sending was well.
fn exit(problem: Option<&Problem>, arrival: Option<&Arrival>) -> Exit {
    match (problem, arrival) {
        (_, Some(Arrival::Looked(Looked::Shut(_)))) => Exit::NotLooked,
        (Some(problem), _) => Exit::of(problem),
        (None, Some(Arrival::Looked(Looked::NotSeen))) => Exit::NotSeen,
        (None, Some(Arrival::Looked(Looked::Seen(_) | Looked::CameBack(_)) | Arrival::NotLooked) | None) => {
            Exit::Good
        }
    }
}

/// What is sent for an account of the list.
fn work(account: &Account) -> SendWork {
    SendWork {
        address: account.address.clone(),
        recipient: account.by_relay.as_ref().and_then(|by| by.recipient.clone()),
        servers: vec![account.server.clone()],
        user_name: account.user_name.clone(),
        login: account.login,
        provider: account.kind.provider().to_owned(),
        secret: SecretSource::Stored(account.id.clone()),
        retrieval: account.retrieval.clone(),
        route: account.route,
        by_command: true,
    }
}

async fn hand_over(
    work: SendWork,
    ports: &Ports,
    speaker: &Speaker<'_>,
    stages: &mut Vec<StageJson>,
) -> Result<Sent, Problem> {
    let job = Job::Send(Box::new(work));
    let mut result = Err(problem::internal("0"));
    run(job, ports, speaker, |news| match as_sending(news) {
        Sending::Finished { stage, ms, detail } => {
            if !speaker.json() {
                let text = Text::new(format!("check-{}-done", stage.name())).with("detail", detail.as_str());
                speaker.plain(&format!("  {} ({ms} ms)", speaker.text(&text)));
            }
            stages.push(StageJson { stage, ms, detail });
        }
        Sending::Ended(end) => result = end,
        Sending::Other => {}
    })
    .await;
    if let (Ok(sent), false) = (&result, speaker.json()) {
        speaker.line(&Text::new("cli-test-code").with("code", sent.code.as_str()));
    }
    result
}

async fn look(account: &Account, sent: &Sent, ports: &Ports, speaker: &Speaker<'_>) -> Arrival {
    if !speaker.json() {
        speaker.line(&Text::new("arrival-looking"));
    }
    let secret = SecretSource::Stored(account.id.clone());
    let job = Job::Look { account: Box::new(account.clone()), secret, sent: sent.clone() };
    // What ends without a word was no look.
    let mut ended = Looked::Shut(None);
    run(job, ports, speaker, |news| {
        if let News::Looked(looked) = news {
            ended = looked;
        }
    })
    .await;
    let arrival = Arrival::Looked(ended);
    if !speaker.json() {
        speaker.line(&arrival_text(&arrival, sent));
    }
    arrival
}

enum Sending {
    Finished { stage: Stage, ms: u32, detail: String },
    Ended(Result<Sent, Problem>),
    Other,
}

fn as_sending(news: News) -> Sending {
    match news {
        News::Stage { stage, event: StageEvent::Finished { ms, detail } } => {
            Sending::Finished { stage, ms, detail }
        }
        News::Sent(result) => Sending::Ended(result.map_err(|problem| *problem)),
        News::Crashed { report } => Sending::Ended(Err(problem::internal(&report))),
        News::Stage { event: StageEvent::Started, .. }
        | News::LookedUp(_)
        | News::RelaysListed(_)
        | News::Searching(_)
        | News::Found(_)
        | News::Doubted(_)
        | News::Listening { .. }
        | News::Code { .. }
        | News::ReportSaved(_)
        | News::NothingYet
        | News::LongWait
        | News::Checking
        | News::Removing
        | News::Consented(_)
        | News::Named(_)
        | News::Kept(_)
        | News::Looked(_)
        | News::Gathered(_)
        | News::Received(_)
        | News::Examined(_)
        | News::Parts(_)
        | News::Released(_)
        | News::Guide(_)
        | News::KeyTaken(_)
        | News::KeyFileDeleted(_)
        | News::Scheduled(_)
        | News::Removed(_) => Sending::Other,
    }
}

/// Writes the test down. A minute may have passed, and the window program may have written a later one.
fn remember(account: &Account, sent: &Sent, arrival: &Arrival, ports: &Ports) {
    let last = LastTest { sent: sent.clone(), seen: seen(arrival).cloned(), confirmed_at: None };
    ports.files.change_account(&account.id, &mut |kept| {
        if kept.last.as_ref().is_none_or(|kept| kept.sent.accepted_at <= sent.accepted_at) {
            kept.last = Some(last.clone());
        }
    });
}

fn sent_json(sent: &Sent) -> SentJson<'_> {
    SentJson {
        code: &sent.code,
        message_id: &sent.message_id,
        accepted_at: sent.accepted_at,
        server: &sent.server,
    }
}

fn begin_text(work: &SendWork) -> Text {
    let text = if work.is_to_itself() {
        Text::new("cli-test-begin")
    } else {
        Text::new("cli-test-begin-other").with("recipient", work.recipient())
    };
    text.with("address", work.address.as_str())
}

fn seen(arrival: &Arrival) -> Option<&Seen> {
    match arrival {
        Arrival::Looked(Looked::Seen(seen)) => Some(seen),
        Arrival::Looked(Looked::CameBack(_) | Looked::NotSeen | Looked::Shut(_)) | Arrival::NotLooked => None,
    }
}

fn word(arrival: &Arrival) -> &'static str {
    match arrival {
        Arrival::Looked(Looked::Seen(seen)) => arrived_word(seen),
        Arrival::Looked(Looked::CameBack(_)) => "came-back",
        Arrival::Looked(Looked::NotSeen) => "not-seen",
        Arrival::Looked(Looked::Shut(_)) => "could-not-look",
        Arrival::NotLooked => "not-looked",
    }
}

fn arrival_text(arrival: &Arrival, sent: &Sent) -> Text {
    match arrival {
        Arrival::Looked(Looked::Seen(Seen { folder: Some(folder), .. })) => {
            Text::new("cli-test-elsewhere").with("folder", folder.as_str())
        }
        Arrival::Looked(Looked::Seen(seen)) => {
            let id = if seen.in_spam { "cli-test-spam" } else { "cli-test-inbox" };
            Text::new(id).with("seconds", i32::try_from(seen.after_s(sent)).unwrap_or(i32::MAX))
        }
        Arrival::Looked(Looked::CameBack(_)) => Text::new("cli-test-came-back"),
        Arrival::Looked(Looked::NotSeen) => Text::new("cli-test-not-seen"),
        Arrival::Looked(Looked::Shut(_)) => Text::new("cli-test-could-not-look"),
        Arrival::NotLooked => Text::new("cli-test-not-looked"),
    }
}

#[cfg(test)]
mod tests;
