//! Looking at a domain's settings: its records, and for an account that was set up what signing in comes to.

use contract::{ProblemCode, Protocol, RecordLine, RecordName, RecordState, Route, Stage, Text};
use wizard::{Account, Examination, News, SecretSource};

use super::{Work, sign_in};

/// Looks at all of it, at once.
pub(crate) async fn run(examination: &Examination, work: &Work) {
    let records = work.ports.finder.examine(examination, work.language);
    let tried = async {
        match &examination.account {
            Some((account, secret)) => {
                let (sending, reading) = tokio::join!(sending(account, secret, work), reading(account, work));
                [Some(sending), reading].into_iter().flatten().collect()
            }
            None => Vec::new(),
        }
    };
    let (mut examined, tried) = tokio::join!(records, tried);
    examined.lines.extend::<Vec<RecordLine>>(tried);
    (work.teller)(News::Examined(examined));
}

/// Signing in to send, tried with the account's own secret. Nothing is sent.
async fn sending(account: &Account, secret: &SecretSource, work: &Work) -> RecordLine {
    let outcome = sign_in(account, secret, work).await;
    let (name, good) = if account.route == Route::Smtp {
        (RecordName::SignIn, (RecordState::Found, "record-sign-in-found"))
    } else if account.last.is_some() {
        // An access token says nothing of the door behind it; a message that went through does.
        (RecordName::Web, (RecordState::Found, "record-web-found"))
    } else {
        (RecordName::Web, (RecordState::Unseen, "record-web-unseen"))
    };
    let host = account.server.host.as_str();
    let (state, text) = match outcome {
        Ok(()) => (good.0, Text::new(good.1).with("host", host)),
        Err(problem)
            if matches!(problem.stage, Stage::Connect | Stage::Keep) || is_of_the_line(problem.code) =>
        {
            (RecordState::Unseen, Text::new("record-sign-in-unseen").with("host", host))
        }
        Err(problem) => {
            let title = Text { id: format!("problem-{}", problem.code.name()), args: problem.args.clone() };
            (RecordState::Faulty, title)
        }
    };
    RecordLine::new(name, state, text)
}

/// What says nothing of the sign-in: it was not come to.
fn is_of_the_line(code: ProblemCode) -> bool {
    [ProblemCode::Offline, ProblemCode::CaptivePortal, ProblemCode::ClockWrong, ProblemCode::TokenTrouble]
        .contains(&code)
}

/// Whether the door for receiving answers. Nobody signs in there.
async fn reading(account: &Account, work: &Work) -> Option<RecordLine> {
    let known = work.ports.finder.card_facts(account).retrieval;
    let servers = if account.retrieval.is_empty() { &known } else { &account.retrieval };
    // As the mailbox itself is read: IMAP where there is a choice.
    let imap = servers.iter().find(|server| server.protocol == Protocol::Imap);
    let server = imap.or(servers.first())?;
    let answers = work.ports.mailbox.reach(server).await;
    let (state, what) = if answers { (RecordState::Found, "found") } else { (RecordState::Unseen, "unseen") };
    let place = format!("{}:{}", server.server.host, server.server.port);
    let text = Text::new(format!("record-reading-{what}")).with("place", place);
    Some(RecordLine::new(RecordName::Reading, state, text))
}
