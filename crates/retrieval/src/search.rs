//! Looking again and again, until the message is there or the patience is over.

use std::time::{Duration, SystemTime};

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use contract::{MailboxServer, Protocol, Security, Server};
use secret::Secret;
use submission::{Credentials, Limits};
use tls::{Secured, Tls, dial};
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::TcpStream;
use tokio::time::{Instant, sleep, timeout};
use zeroize::Zeroizing;

use crate::counted::Counted;
use crate::lines::Lines;
use crate::{Cause, Failure, Point, imap, pop3};

/// POP3 needs a new sign-in for each look, and servers count those.
const POP3_PAUSE: Duration = Duration::from_secs(5);

/// What to look for, and where.
#[derive(Debug, Clone)]
pub struct Search {
    /// The mailbox's server.
    pub server: MailboxServer,
    /// Who signs in.
    pub credentials: Credentials,
    /// With its angle brackets.
    pub message_id: String,
    /// The time; what came more than two days before is not looked at, but for the newest messages at the end.
    pub now: SystemTime,
    /// How long to go on looking.
    pub patience: Duration,
    /// The pause between two looks.
    pub every: Duration,
    /// How long each step may take; those for SMTP serve here too.
    pub limits: Limits,
}

/// Where a message was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Folder {
    /// In the inbox.
    Inbox,
    /// In the spam folder.
    Spam,
    /// In another folder, by its name as people see it: a rule has moved it there.
    Other(String),
}

/// What the search showed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Finding {
    /// It is there.
    Seen {
        /// Where.
        folder: Folder,
    },
    /// A notice came that it could not be delivered (RFC 3464).
    CameBack {
        /// Why, in the words of the notice; empty where it has none.
        words: String,
    },
    /// It was not there as long as was looked.
    NotSeen,
}

/// What a look comes to.
#[derive(Debug)]
pub(crate) enum Place {
    In(Folder),
    /// It came back, with the words of the notice.
    Returned(String),
}

/// Looks for the message. Dropping the future closes the connection.
///
/// # Errors
/// When the mailbox cannot be looked into. That says nothing about the message.
pub async fn look(search: &Search, tls: &Tls) -> Result<Finding, Failure> {
    let mut session = Session::new(&search.server, &search.credentials, search.limits, tls);
    let found = session.look(search).await.map_err(|cause| Failure { point: session.point, cause })?;
    Ok(match found {
        Some(Place::In(folder)) => Finding::Seen { folder },
        Some(Place::Returned(words)) => Finding::CameBack { words },
        None => Finding::NotSeen,
    })
}

/// Signs in and opens the inbox, once. Nothing is read, nothing is marked. Dropping the future closes the connection.
///
/// # Errors
/// When the mailbox cannot be opened with these credentials.
pub async fn check(
    server: &MailboxServer,
    credentials: &Credentials,
    limits: Limits,
    tls: &Tls,
) -> Result<(), Failure> {
    let mut session = Session::new(server, credentials, limits, tls);
    let opened = match server.protocol {
        Protocol::Imap => imap::check(&mut session).await,
        Protocol::Pop3 => pop3::check(&mut session).await,
    };
    opened.map_err(|cause| Failure { point: session.point, cause })
}

/// Whether the server answers at all: a connection, and TLS with a certificate that is believed. No sign-in.
///
/// # Errors
/// When it does not.
pub async fn reach(server: &MailboxServer, limits: Limits, tls: &Tls) -> Result<(), Failure> {
    let nobody = Credentials::Password { user_name: String::new(), password: Secret::from("") };
    let mut session = Session::new(server, &nobody, limits, tls);
    let line = session.secure_line().await;
    line.map(drop).map_err(|cause| Failure { point: session.point, cause })
}

pub(crate) struct Session<'a> {
    pub(crate) server: &'a MailboxServer,
    pub(crate) credentials: &'a Credentials,
    pub(crate) limits: Limits,
    tls: &'a Tls,
    start: Instant,
    pub(crate) point: Point,
}

impl<'a> Session<'a> {
    fn new(server: &'a MailboxServer, credentials: &'a Credentials, limits: Limits, tls: &'a Tls) -> Self {
        Self { server, credentials, limits, tls, start: Instant::now(), point: Point::Before }
    }

    async fn look(&mut self, search: &Search) -> Result<Option<Place>, Cause> {
        if !is_message_id(&search.message_id) {
            return Err(Cause::UnusableMessageId);
        }
        match self.server.protocol {
            Protocol::Imap => imap::look(self, search).await,
            Protocol::Pop3 => {
                let mut known = pop3::Known::default();
                let (mut opened, mut looked) = (false, false);
                loop {
                    let failed = match pop3::look_once(self, &search.message_id, &mut known).await {
                        Ok(true) => return Ok(Some(Place::In(Folder::Inbox))),
                        Ok(false) => {
                            looked = true;
                            None
                        }
                        Err(cause) => Some(cause),
                    };
                    // The mailbox is known to open: what comes later ([IN-USE], [LOGIN-DELAY]) passes.
                    opened |= looked || self.point == Point::Search;
                    if !opened || !self.wait(search, search.every.max(POP3_PAUSE)).await {
                        return failed.filter(|_| !looked).map_or(Ok(None), Err);
                    }
                }
            }
        }
    }

    /// Waits for the next look; false when the patience is over before.
    pub(crate) async fn wait(&self, search: &Search, pause: Duration) -> bool {
        let left = search.patience.saturating_sub(self.start.elapsed());
        if left <= pause {
            return false;
        }
        sleep(pause).await;
        true
    }

    /// A TLS line. Whatever was said before TLS is forgotten.
    pub(crate) async fn secure_line(&mut self) -> Result<Secured, Cause> {
        let server = &self.server.server;
        let limits = self.limits;
        self.point = Point::Dial;
        let mut stream = dial(&server.host, server.port, limits.connect).await?.stream;
        if server.security == Security::Starttls {
            self.point = Point::Starttls;
            stream = within(limits.greeting, starttls(stream, self.server.protocol)).await?;
        }
        self.point = Point::Tls;
        let silent = Cause::TimedOut { waited: limits.tls };
        let handshake = timeout(limits.tls, self.tls.secure(stream, &server.host));
        let (stream, _) = handshake.await.map_err(|_| silent)??;
        self.point = Point::Greeting;
        Ok(stream)
    }
}

/// Puts a limit on one step.
pub(crate) async fn within<T>(
    limit: Duration,
    work: impl Future<Output = Result<T, Cause>>,
) -> Result<T, Cause> {
    timeout(limit, work).await.unwrap_or(Err(Cause::TimedOut { waited: limit }))
}

/// Greeting and STARTTLS (RFC 9051 section 6.2.1) or STLS (RFC 2595 section 4), byte-exact.
async fn starttls(stream: TcpStream, protocol: Protocol) -> Result<TcpStream, Cause> {
    let mut lines = Lines::new(Counted::new(stream));
    let (greeting, command, good) = match protocol {
        Protocol::Imap => ("* OK", "a STARTTLS\r\n", "a OK"),
        Protocol::Pop3 => ("+OK", "STLS\r\n", "+OK"),
    };
    let first = lines.line().await?;
    if !begins(&first, greeting) {
        return Err(if begins(&first, "* PREAUTH") { Cause::Preauth } else { unwelcome(&first) });
    }
    lines.send(command.as_bytes()).await?;
    let answer = last_line(&mut lines, protocol).await?;
    if !begins(&answer, good) {
        return Err(Cause::NoStarttls);
    }
    match lines.into_stream() {
        (stream, true) => Ok(stream.into_inner()),
        (_, false) => Err(Cause::PlainAfterStarttls),
    }
}

/// The line that ends the answer to STARTTLS; untagged ones before it are dropped.
async fn last_line<S: AsyncRead + AsyncWrite + Unpin>(
    lines: &mut Lines<S>,
    protocol: Protocol,
) -> Result<String, Cause> {
    loop {
        let line = lines.line().await?;
        if protocol == Protocol::Pop3 || !line.starts_with('*') {
            return Ok(line);
        }
        if begins(&line, "* BYE") {
            return Err(Cause::Closed);
        }
    }
}

/// A server that does not let us in, or that speaks something else.
pub(crate) fn unwelcome(line: &str) -> Cause {
    if begins(line, "* BYE") || begins(line, "-ERR") { refused(line, &[]) } else { Cause::Malformed }
}

/// A no in the server's words, without the secrets.
pub(crate) fn refused(line: &str, secrets: &[Zeroizing<String>]) -> Cause {
    let text = secrets.iter().filter(|secret| secret.len() >= 4).fold(line.to_owned(), |text, secret| {
        if text.contains(secret.as_str()) { text.replace(secret.as_str(), "***") } else { text }
    });
    Cause::Refused { text: text.chars().take(1_000).collect() }
}

/// What must not come back in a server's words: the secret, and every form in which it may go over the line, the longest
/// ones first.
pub(crate) fn secrets(credentials: &Credentials, server: &Server) -> Vec<Zeroizing<String>> {
    let secret = match credentials {
        Credentials::Password { password, .. } => password,
        Credentials::Bearer { token, .. } => token,
    };
    let raw = secret.expose_str().unwrap_or_default();
    let pieces = |mechanism| credentials.pieces(mechanism, &server.host, server.port).unwrap_or_default();
    let coded = credentials.mechanisms().into_iter().flat_map(pieces).map(|piece| STANDARD.encode(&piece));
    let quoted = raw.replace('\\', "\\\\").replace('"', "\\\"");
    coded.chain([quoted, raw.to_owned()]).map(Zeroizing::new).collect()
}

/// Whether a line begins with these words, in any case, and ends or goes on after them with a space.
pub(crate) fn begins(line: &str, words: &str) -> bool {
    line.get(..words.len()).is_some_and(|start| start.eq_ignore_ascii_case(words))
        && matches!(line.as_bytes().get(words.len()), None | Some(b' '))
}

/// Only what stands safely within quotes.
fn is_message_id(text: &str) -> bool {
    let inner = text.strip_prefix('<').and_then(|rest| rest.strip_suffix('>')).unwrap_or_default();
    inner.len() <= 250
        && inner.contains('@')
        && inner.bytes().all(|byte| byte.is_ascii_graphic() && !b"<>\"\\".contains(&byte))
}
