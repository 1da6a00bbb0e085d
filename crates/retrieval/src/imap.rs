//! IMAP (RFC 3501, RFC 9051): one session, looking again and again.

use std::time::Duration;

use async_imap::error::Error;
use async_imap::imap_proto::{MailboxDatum, Response, Status};
use async_imap::{Authenticator, Client};
use contract::Security;
use submission::{Credentials, Mechanism};
use tls::Secured;
use zeroize::Zeroizing;

use crate::counted::Counted;
use crate::date::two_days_before;
use crate::folders::{Listed, Use};
use crate::lines::Lines;
use crate::search::{Place, Session, begins, refused, secrets, unwelcome, within};
use crate::wrapped::unwrapped;
use crate::{Cause, Folder, Point, Search, wider};

type Stream = Counted<Secured>;
pub(crate) type SignedIn = async_imap::Session<Stream>;

/// After so many looks the other folders are looked into, too.
const WIDER_AFTER: usize = 5;
/// Of a folder, so many messages are looked at in the end, whatever their day.
const NEWEST: u32 = 300;
/// One folder of the wide look gets this part of the time for all of them.
const FOLDERS: u32 = 4;
/// Who we are (RFC 2971), and nothing about the person or the computer.
const ID: &str = "ID (\"name\" \"Todoita\")";

/// The part of a folder that is searched. A server that keeps no headers at hand is not to read all mail for us.
pub(crate) enum Part {
    /// From this day on.
    Since(String),
    /// The newest. Where this computer's clock is days ahead, the server has not come to the day that we would name, and
    /// every folder is empty from then on.
    Newest,
}

impl Part {
    /// The part as a key of SEARCH (RFC 3501, 6.4.4) in a folder with so many messages; `None` where it has none.
    fn key(&self, there: u32) -> Option<String> {
        match self {
            Self::Since(day) => Some(format!("SINCE {day}")),
            Self::Newest => (there > 0).then(|| format!("{}:*", there.saturating_sub(NEWEST - 1).max(1))),
        }
    }
}

/// Signs in once and looks until the message is there or the patience is over; twice in that time, wider.
pub(crate) async fn look(session: &mut Session<'_>, search: &Search) -> Result<Option<Place>, Cause> {
    let limits = session.limits;
    let mut signed_in = enter(session).await?;
    session.point = Point::Search;
    let folders = within(limits.command, folders(&mut signed_in)).await?;
    let spam = folders.iter().find(|folder| folder.is(Use::Spam));
    let query = format!("HEADER Message-ID \"{}\"", search.message_id);
    let since = Part::Since(two_days_before(search.now));
    let wide = |part| wider::Wide { search, part, query: &query, limit: limits.command / FOLDERS };
    for round in 1_usize.. {
        let seen = at_first(&mut signed_in, spam, &since, &query, limits.command).await?;
        if seen.is_some() {
            return Ok(seen);
        }
        let last = !session.wait(search, search.every).await;
        if last || round == WIDER_AFTER {
            match within(limits.command, wide(&since).look(&mut signed_in, &folders)).await {
                Ok(None) => {}
                Ok(found) => return Ok(found),
                // What cannot be seen so wide was not seen: that is no failure of the looking.
                Err(_) if last => return Ok(None),
                Err(_) => signed_in = enter(session).await?,
            }
        }
        if last {
            break;
        }
        session.point = Point::Search;
    }
    let whatever_day = async {
        match at_first(&mut signed_in, spam, &Part::Newest, &query, limits.command).await? {
            None => wide(&Part::Newest).look(&mut signed_in, &folders).await,
            seen => Ok(seen),
        }
    };
    Ok(within(limits.command, whatever_day).await.unwrap_or_default())
}

/// Looks where a message comes in: into the inbox and the spam folder.
async fn at_first(
    session: &mut SignedIn,
    spam: Option<&Listed>,
    part: &Part,
    query: &str,
    limit: Duration,
) -> Result<Option<Place>, Cause> {
    if within(limit, newest(session, "INBOX", part, query)).await?.is_some() {
        return Ok(Some(Place::In(Folder::Inbox)));
    }
    let Some(spam) = spam else { return Ok(None) };
    // A spam folder that cannot be opened is no reason to give up on the inbox.
    match within(limit, newest(session, spam.name(), part, query)).await {
        Ok(found) => Ok(found.map(|_| Place::In(Folder::Spam))),
        Err(Cause::Refused { .. }) => Ok(None),
        Err(other) => Err(other),
    }
}

/// Signs in, opens the inbox read-only, signs out.
pub(crate) async fn check(session: &mut Session<'_>) -> Result<(), Cause> {
    let limits = session.limits;
    let mut signed_in = enter(session).await?;
    session.point = Point::Search;
    within(limits.command, ask(&mut signed_in, "EXAMINE \"INBOX\"", &mut |_| {})).await?;
    // How the server says goodbye does not matter.
    drop(within(limits.command, ask(&mut signed_in, "LOGOUT", &mut |_| {})).await);
    Ok(())
}

async fn enter(session: &mut Session<'_>) -> Result<SignedIn, Cause> {
    let limits = session.limits;
    let mut lines = Lines::new(Counted::new(session.secure_line().await?));
    if session.server.server.security == Security::Tls {
        within(limits.greeting, greeting(&mut lines)).await?;
    }
    session.point = Point::SignIn;
    let offered = within(limits.command, capabilities(&mut lines)).await?;
    let (stream, true) = lines.into_stream() else { return Err(Cause::Malformed) };
    let mut signed_in = within(limits.command, sign_in(stream, &offered, session)).await?;
    if offered.iter().any(|known| known == "ID") {
        // NetEase opens no folder ("Unsafe Login") to a client that has not said what it is. The answer does not matter.
        drop(within(limits.command, ask(&mut signed_in, ID, &mut |_| {})).await);
    }
    Ok(signed_in)
}

/// Only `OK` lets us go on. PREAUTH would put us into a mailbox that nobody has proven to be ours.
async fn greeting(lines: &mut Lines<Stream>) -> Result<(), Cause> {
    let line = lines.line().await?;
    if begins(&line, "* OK") {
        Ok(())
    } else if begins(&line, "* PREAUTH") {
        Err(Cause::Preauth)
    } else {
        Err(unwelcome(&line))
    }
}

/// The capabilities within TLS, upper case; none from before count.
async fn capabilities(lines: &mut Lines<Stream>) -> Result<Vec<String>, Cause> {
    lines.send(b"C0 CAPABILITY\r\n").await?;
    let mut found = Vec::new();
    loop {
        let line = lines.line().await?;
        if begins(&line, "* CAPABILITY") {
            found.extend(line.split(' ').skip(2).map(str::to_ascii_uppercase));
        } else if begins(&line, "C0 OK") {
            return Ok(found);
        } else if !line.starts_with('*') || begins(&line, "* BYE") {
            return Err(unwelcome(&line));
        }
    }
}

async fn sign_in(stream: Stream, offered: &[String], session: &Session<'_>) -> Result<SignedIn, Cause> {
    let client = Client::new(stream);
    let server = &session.server.server;
    let credentials = &session.credentials;
    let offers = |name: &str| offered.iter().any(|known| known == name);
    let fitting = credentials
        .mechanisms()
        .into_iter()
        .find(|mechanism| *mechanism != Mechanism::Login && offers(&format!("AUTH={}", mechanism.name())));
    let outcome = match (fitting, credentials) {
        (Some(mechanism), _) => {
            let pieces = credentials
                .pieces(mechanism, &server.host, server.port)
                .map_err(|_| Cause::UnusableCredentials)?;
            client
                .authenticate(mechanism.name(), Answers { mechanism, first: pieces.into_iter().next() })
                .await
        }
        (None, Credentials::Password { user_name, password }) if !offers("LOGINDISABLED") => {
            let password = password.expose_str().ok_or(Cause::UnusableCredentials)?;
            client.login(user_name, password).await
        }
        (None, Credentials::Password { .. } | Credentials::Bearer { .. }) => {
            return Err(Cause::NoCommonMechanism);
        }
    };
    let secrets = secrets(credentials, &session.server.server);
    #[expect(clippy::wildcard_enum_match_arm, reason = "an enum that may grow")]
    outcome.map_err(|(error, _)| match error {
        Error::Io(error) => error.into(),
        Error::Bad(text) | Error::No(text) => refused(&unwrapped(&text), &secrets),
        Error::ConnectionLost => Cause::Closed,
        Error::Validate(_) => Cause::UnusableCredentials,
        // Parse errors, and whatever a later version may add.
        _ => Cause::Malformed,
    })
}

/// The client's side of AUTHENTICATE.
struct Answers {
    mechanism: Mechanism,
    first: Option<Zeroizing<Vec<u8>>>,
}

impl Authenticator for Answers {
    type Response = Zeroizing<Vec<u8>>;

    /// The credentials first; a second challenge is an error that wants an answer (RFC 7628 section 3.2.3).
    fn process(&mut self, _challenge: &[u8]) -> Self::Response {
        self.first.take().unwrap_or_else(|| {
            Zeroizing::new(match self.mechanism {
                Mechanism::Oauthbearer => vec![1],
                Mechanism::Plain | Mechanism::Login | Mechanism::Xoauth2 => Vec::new(),
            })
        })
    }
}

/// All folders that can be opened.
async fn folders(session: &mut SignedIn) -> Result<Vec<Listed>, Cause> {
    let mut entries = Vec::new();
    let mut on = |answer: &Response<'_>| {
        if let Response::MailboxData(MailboxDatum::List(entry)) = answer {
            entries.extend(Listed::read(entry));
        }
    };
    match ask(session, "LIST \"\" \"*\"", &mut on).await {
        Ok(()) => Ok(Listed::all(entries)),
        // A server that lists no folders may still have an inbox.
        Err(Cause::Refused { .. }) => Ok(Vec::new()),
        Err(other) => Err(other),
    }
}

/// The newest message that a query finds in a part of a folder, which is opened read-only. EXAMINE anew each time: what
/// came since is seen by every server.
pub(crate) async fn newest(
    session: &mut SignedIn,
    folder: &str,
    part: &Part,
    query: &str,
) -> Result<Option<u32>, Cause> {
    let folder = folder.replace('\\', "\\\\").replace('"', "\\\"");
    let mut there = 0;
    ask(session, &format!("EXAMINE \"{folder}\""), &mut |answer| {
        if let Response::MailboxData(MailboxDatum::Exists(count)) = answer {
            there = *count;
        }
    })
    .await?;
    let Some(key) = part.key(there) else { return Ok(None) };
    let mut newest = None;
    ask(session, &format!("UID SEARCH {key} {query}"), &mut |answer| {
        if let Response::MailboxData(MailboxDatum::Search(numbers)) = answer {
            newest = newest.max(numbers.iter().max().copied());
        }
    })
    .await?;
    Ok(newest)
}

/// One command; its untagged answers go to `on`. The calls of async-imap take a lost connection, and a NO to SEARCH,
/// for an empty answer.
pub(crate) async fn ask(
    session: &mut SignedIn,
    command: &str,
    on: &mut (dyn FnMut(&Response<'_>) + Send),
) -> Result<(), Cause> {
    let tag = session.run_command(command).await.map_err(|_| Cause::Closed)?;
    loop {
        let answer = session.read_response().await?.ok_or(Cause::Closed)?;
        #[expect(clippy::wildcard_enum_match_arm, reason = "every other response is an untagged answer")]
        match answer.parsed() {
            Response::Done { tag: of, status: Status::Ok, .. } if *of == tag => return Ok(()),
            Response::Done { tag: of, outcome, .. } if *of == tag => {
                return Err(refused(outcome.information.as_deref().unwrap_or_default(), &[]));
            }
            Response::Data { status: Status::Bye, .. } => return Err(Cause::Closed),
            other => on(other),
        }
    }
}
