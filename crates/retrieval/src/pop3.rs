//! POP3 (RFC 1939, RFC 5034): one session a look.

use std::collections::HashSet;
use std::time::Duration;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use contract::Security;
use submission::{Credentials, Mechanism};
use tls::Secured;
use zeroize::Zeroizing;

use crate::counted::Counted;
use crate::lines::Lines;
use crate::search::{Session, begins, refused, secrets, unwelcome, within};
use crate::{Cause, Point};

type Line = Lines<Counted<Secured>>;

/// The newest messages that are looked at; the test message is hardly older.
const NEWEST: u32 = 20;
/// The answer to QUIT is not worth more.
const FAREWELL: Duration = Duration::from_secs(1);
/// Most lines of one answer.
const MOST_LINES: usize = 2_000;

/// The messages that were looked at before, by their UIDL.
#[derive(Debug, Default)]
pub(crate) struct Known(HashSet<String>);

/// Signs in, looks at the newest messages and leaves. Nothing is fetched but headers, nothing is marked or deleted.
pub(crate) async fn look_once(
    session: &mut Session<'_>,
    message_id: &str,
    known: &mut Known,
) -> Result<bool, Cause> {
    let limits = session.limits;
    let (mut line, stat) = enter(session).await?;
    let count: u32 = word(&stat, 1).and_then(|count| count.parse().ok()).ok_or(Cause::Malformed)?;
    let oldest = count.saturating_sub(NEWEST) + 1;
    let mut found = false;
    for number in (oldest..=count).rev() {
        if within(limits.command, is_it(&mut line, number, message_id, known)).await? {
            found = true;
            break;
        }
    }
    leave(&mut line).await;
    Ok(found)
}

/// Signs in, looks how many messages there are, leaves.
pub(crate) async fn check(session: &mut Session<'_>) -> Result<(), Cause> {
    let (mut line, _) = enter(session).await?;
    leave(&mut line).await;
    Ok(())
}

/// Without QUIT the server may keep the mailbox locked for a while, and some do until they have answered it. What they
/// answer does not matter.
async fn leave(line: &mut Line) {
    drop(within(FAREWELL, say(line, "QUIT")).await);
}

/// Signs in; the answer to STAT is the proof that the mailbox is open.
async fn enter(session: &mut Session<'_>) -> Result<(Line, String), Cause> {
    let limits = session.limits;
    let mut line = Lines::new(Counted::new(session.secure_line().await?));
    if session.server.server.security == Security::Tls {
        within(limits.greeting, greeting(&mut line)).await?;
    }
    session.point = Point::SignIn;
    within(limits.command, sign_in(&mut line, session)).await?;
    session.point = Point::Search;
    let stat = within(limits.command, ask(&mut line, "STAT")).await?;
    Ok((line, stat))
}

async fn greeting(line: &mut Line) -> Result<(), Cause> {
    let first = line.line().await?;
    if begins(&first, "+OK") { Ok(()) } else { Err(unwelcome(&first)) }
}

async fn sign_in(line: &mut Line, session: &Session<'_>) -> Result<(), Cause> {
    let credentials = &session.credentials;
    let secrets = secrets(credentials, &session.server.server);
    let offered = mechanisms(line).await?;
    let fitting = credentials.mechanisms().into_iter().find(|mechanism| {
        *mechanism != Mechanism::Login && offered.iter().any(|name| name == mechanism.name())
    });
    let answer = match (fitting, credentials) {
        (Some(mechanism), _) => sasl(line, session, mechanism).await?,
        (None, Credentials::Password { user_name, password }) => {
            let password = password.expose_str().ok_or(Cause::UnusableCredentials)?;
            if user_name.contains(char::is_control) || password.contains(char::is_control) {
                return Err(Cause::UnusableCredentials);
            }
            let answer = say(line, &format!("USER {user_name}")).await?;
            if !begins(&answer, "+OK") {
                return Err(refused(&answer, &secrets));
            }
            say(line, &Zeroizing::new(format!("PASS {password}"))).await?
        }
        (None, Credentials::Bearer { .. }) => return Err(Cause::NoCommonMechanism),
    };
    if begins(&answer, "+OK") { Ok(()) } else { Err(refused(&answer, &secrets)) }
}

/// Always in two steps: the length of an initial response is limited (RFC 5034 section 4).
async fn sasl(line: &mut Line, session: &Session<'_>, mechanism: Mechanism) -> Result<String, Cause> {
    let server = &session.server.server;
    let pieces = session
        .credentials
        .pieces(mechanism, &server.host, server.port)
        .map_err(|_| Cause::UnusableCredentials)?;
    let mut answer = say(line, &format!("AUTH {}", mechanism.name())).await?;
    for piece in pieces {
        if !begins(&answer, "+") {
            return Ok(answer);
        }
        answer = say(line, &Zeroizing::new(STANDARD.encode(&piece))).await?;
    }
    if begins(&answer, "+") {
        // An error challenge: only an answer brings the real reply (RFC 7628 section 3.2.3).
        answer = say(line, if mechanism == Mechanism::Oauthbearer { "AQ==" } else { "" }).await?;
        if begins(&answer, "+OK") {
            return Err(Cause::Malformed);
        }
    }
    Ok(answer)
}

/// The names after SASL in the answer to CAPA (RFC 2449), upper case; none where CAPA is not known.
async fn mechanisms(line: &mut Line) -> Result<Vec<String>, Cause> {
    let answer = say(line, "CAPA").await?;
    if !begins(&answer, "+OK") {
        return Ok(Vec::new());
    }
    let lines = rest(line).await?;
    let sasl = lines.iter().find(|line| begins(line, "SASL"));
    Ok(sasl.map(|line| line.split(' ').skip(1).map(str::to_ascii_uppercase).collect()).unwrap_or_default())
}

async fn is_it(line: &mut Line, number: u32, message_id: &str, known: &mut Known) -> Result<bool, Cause> {
    let uidl = say(line, &format!("UIDL {number}")).await?;
    let unique = if begins(&uidl, "+OK") { word(&uidl, 2).map(str::to_owned) } else { None };
    if unique.as_ref().is_some_and(|unique| known.0.contains(unique)) {
        return Ok(false);
    }
    let answer = say(line, &format!("TOP {number} 0")).await?;
    if !begins(&answer, "+OK") {
        return Ok(false);
    }
    let header = rest(line).await?;
    known.0.extend(unique);
    Ok(names(&header, message_id))
}

/// Whether a header has this Message-ID; folded lines are joined (RFC 5322 section 2.2.3).
fn names(header: &[String], message_id: &str) -> bool {
    let mut value: Option<String> = None;
    for line in header {
        match &mut value {
            Some(value) if line.starts_with([' ', '\t']) => value.push_str(line),
            Some(_) => break,
            None => {
                let (name, rest) = line.split_once(':').unwrap_or_default();
                value = name.trim_end().eq_ignore_ascii_case("message-id").then(|| rest.to_owned());
            }
        }
    }
    value.is_some_and(|value| value.trim() == message_id)
}

async fn ask(line: &mut Line, command: &str) -> Result<String, Cause> {
    let answer = say(line, command).await?;
    if begins(&answer, "+OK") { Ok(answer) } else { Err(refused(&answer, &[])) }
}

async fn say(line: &mut Line, command: &str) -> Result<String, Cause> {
    let bytes = Zeroizing::new([command.as_bytes(), b"\r\n"].concat());
    line.send(&bytes).await?;
    line.line().await
}

/// The lines up to the final dot.
async fn rest(line: &mut Line) -> Result<Vec<String>, Cause> {
    let mut lines = Vec::new();
    loop {
        let next = line.line().await?;
        if next == "." {
            return Ok(lines);
        }
        if lines.len() == MOST_LINES {
            return Err(Cause::TooLong);
        }
        lines.push(next.strip_prefix('.').map(str::to_owned).unwrap_or(next));
    }
}

fn word(line: &str, at: usize) -> Option<&str> {
    line.split_ascii_whitespace().nth(at)
}
