//! Mailbox servers on loopback that do what a test plans: IMAP and POP3 with real TCP and real TLS.

use std::collections::HashMap;
use std::sync::{Arc, Mutex};

use rustls::ServerConfig;
use rustls::pki_types::CertificateDer;
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::{TcpListener, TcpStream};
use tokio::task::JoinHandle;
use tokio_rustls::TlsAcceptor;

use crate::line::Lines;
use crate::smtp::Answer;
use crate::tls::{Authority, Flaw};

/// Which protocol is spoken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Speaks {
    /// IMAP.
    Imap,
    /// POP3.
    Pop3,
}

/// How the server behaves.
#[derive(Debug, Clone)]
pub struct Plan {
    /// The protocol.
    pub speaks: Speaks,
    /// TLS from the first byte; else STARTTLS or STLS.
    pub implicit: bool,
    /// What is offered within TLS: the words after `* CAPABILITY IMAP4rev1` or after `SASL`.
    pub offers: String,
    /// IMAP: what follows `* LIST ` in each line.
    pub folders: Vec<String>,
    /// The message that is there: its Message-ID, the folder it is in, and how many looks it takes to come.
    pub message: Option<(String, String, usize)>,
    /// IMAP: the day at the server, as SINCE has it; a search from any other day on finds nothing.
    pub today: Option<&'static str>,
    /// IMAP: the text of a notice in the inbox that the message could not be delivered.
    pub notice: Option<String>,
    /// Answers that differ from the usual ones, by the command's first word in upper case (`GREETING`, `NEXT` for a
    /// line after a challenge, `EXAMINE Unwanted` for one folder, with ` 2` behind it on the second connection only).
    /// `{tag}` stands for the command's tag.
    pub answers: HashMap<&'static str, Answer>,
    /// What is wrong with the certificate.
    pub flaw: Flaw,
}

impl Plan {
    /// A well-behaved IMAP server with TLS from the first byte.
    pub fn imap() -> Self {
        Self {
            speaks: Speaks::Imap,
            implicit: true,
            offers: "AUTH=PLAIN AUTH=XOAUTH2 AUTH=OAUTHBEARER".to_owned(),
            folders: vec![
                r#"(\HasNoChildren) "/" INBOX"#.to_owned(),
                r#"(\HasNoChildren \Junk) "/" "Unwanted""#.to_owned(),
            ],
            message: None,
            today: None,
            notice: None,
            answers: HashMap::new(),
            flaw: Flaw::None,
        }
    }

    /// A well-behaved POP3 server with TLS from the first byte.
    pub fn pop3() -> Self {
        Self { speaks: Speaks::Pop3, offers: "PLAIN XOAUTH2".to_owned(), ..Self::imap() }
    }

    /// The same with a message in a folder after so many looks.
    #[must_use]
    pub fn with_message(mut self, message_id: &str, folder: &str, looks: usize) -> Self {
        self.message = Some((message_id.to_owned(), folder.to_owned(), looks));
        self
    }

    /// The same with another answer to one command.
    #[must_use]
    pub fn at(mut self, command: &'static str, answer: Answer) -> Self {
        self.answers.insert(command, answer);
        self
    }
}

/// What reached the server.
#[derive(Debug, Clone, Default)]
pub struct Log {
    /// Connections that were opened.
    pub connections: usize,
    /// Lines that came without TLS.
    pub plain: Vec<String>,
    /// Lines that came within TLS.
    pub secured: Vec<String>,
    looks: usize,
}

/// A running server; it ends when this is dropped.
#[derive(Debug)]
pub struct MailboxServer {
    /// Its port on 127.0.0.1.
    pub port: u16,
    /// The authority that signed its certificate, unless the certificate is flawed.
    pub root: CertificateDer<'static>,
    log: Arc<Mutex<Log>>,
    task: JoinHandle<()>,
}

impl MailboxServer {
    /// Starts a server that follows `plan` on every connection.
    pub async fn start(plan: Plan) -> Self {
        let authority = Authority::new("Testkit Authority");
        let config = authority.server(&plan.flaw);
        let listener = TcpListener::bind(("127.0.0.1", 0)).await.unwrap();
        let port = listener.local_addr().unwrap().port();
        let log = Arc::new(Mutex::new(Log::default()));
        let mut session =
            Session { plan: Arc::new(plan), log: Arc::clone(&log), folder: String::new(), number: 0 };
        let task = tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                session.number += 1;
                session.log.lock().unwrap().connections += 1;
                tokio::spawn(session.clone().run(stream, Arc::clone(&config)));
            }
        });
        Self { port, root: authority.root(), log, task }
    }

    /// What has reached it so far.
    pub fn log(&self) -> Log {
        self.log.lock().unwrap().clone()
    }
}

impl Drop for MailboxServer {
    fn drop(&mut self) {
        self.task.abort();
    }
}

#[derive(Clone)]
struct Session {
    plan: Arc<Plan>,
    log: Arc<Mutex<Log>>,
    folder: String,
    number: usize,
}

impl Session {
    async fn run(self, stream: TcpStream, config: Arc<ServerConfig>) -> Option<()> {
        let greeting = match self.plan.speaks {
            Speaks::Imap => "* OK ready",
            Speaks::Pop3 => "+OK ready",
        };
        if self.plan.implicit {
            let stream = TlsAcceptor::from(config).accept(stream).await.ok()?;
            let mut lines = Lines::new(stream);
            self.answer(&mut lines, "GREETING", "", greeting).await?;
            return self.dialogue(lines).await;
        }
        let mut lines = Lines::new(stream);
        self.answer(&mut lines, "GREETING", "", greeting).await?;
        let line = lines.read_line().await?;
        self.log.lock().unwrap().plain.push(line.clone());
        let tag = line.split(' ').next().unwrap_or_default();
        match self.plan.speaks {
            Speaks::Imap => self.answer(&mut lines, "STARTTLS", tag, "{tag} OK go ahead").await?,
            Speaks::Pop3 => self.answer(&mut lines, "STLS", tag, "+OK go ahead").await?,
        }
        let stream = TlsAcceptor::from(config).accept(lines.into_inner()).await.ok()?;
        self.dialogue(Lines::new(stream)).await
    }

    async fn dialogue<S: AsyncRead + AsyncWrite + Unpin>(mut self, mut lines: Lines<S>) -> Option<()> {
        loop {
            let line = self.read(&mut lines).await?;
            match self.plan.speaks {
                Speaks::Imap => self.imap(&mut lines, &line).await?,
                Speaks::Pop3 => self.pop3(&mut lines, &line).await?,
            }
        }
    }

    async fn imap<S: AsyncRead + AsyncWrite + Unpin>(
        &mut self,
        lines: &mut Lines<S>,
        line: &str,
    ) -> Option<()> {
        let mut words = line.splitn(3, ' ');
        let tag = words.next().unwrap_or_default().to_owned();
        let verb = words.next().unwrap_or_default().to_ascii_uppercase();
        let rest = words.next().unwrap_or_default();
        match verb.as_str() {
            "CAPABILITY" => {
                let usual = format!("* CAPABILITY IMAP4rev1 {}\r\n{{tag}} OK done", self.plan.offers);
                self.answer(lines, "CAPABILITY", &tag, &usual).await
            }
            "AUTHENTICATE" => {
                self.answer(lines, "AUTHENTICATE", &tag, "+ ").await?;
                self.read(lines).await?;
                self.answer(lines, "NEXT", &tag, "{tag} OK signed in").await?;
                if self.plan.answers.get("NEXT").is_some_and(is_challenge) {
                    self.read(lines).await?;
                    self.answer(lines, "LAST", &tag, "{tag} NO failed").await?;
                }
                Some(())
            }
            "LOGIN" => self.answer(lines, "LOGIN", &tag, "{tag} OK signed in").await,
            "LIST" => {
                let list: String =
                    self.plan.folders.iter().map(|folder| format!("* LIST {folder}\r\n")).collect();
                self.answer(lines, "LIST", &tag, &format!("{list}{{tag}} OK done")).await
            }
            "EXAMINE" => {
                self.folder = rest.trim_matches('"').to_owned();
                let usual = "* FLAGS (\\Seen)\r\n* 3 EXISTS\r\n* 0 RECENT\r\n{tag} OK [READ-ONLY] done";
                let one = format!("EXAMINE {}", self.folder);
                let at = if self.plan.answers.contains_key(one.as_str()) { &one } else { "EXAMINE" };
                self.answer(lines, at, &tag, usual).await
            }
            "UID" if rest.starts_with("FETCH") => {
                let notice = self.plan.notice.clone().unwrap_or_default();
                let usual = format!(
                    "* 1 FETCH (UID 9 BODY[]<0> {{{}}}\r\n{notice})\r\n{{tag}} OK done",
                    notice.len()
                );
                self.answer(lines, "FETCH", &tag, &usual).await
            }
            "UID" if rest.contains("delivery-status") => {
                let there = self.plan.notice.is_some() && self.folder == "INBOX";
                let found = if there { " 4 9" } else { "" };
                self.answer(lines, "NOTICE", &tag, &format!("* SEARCH{found}\r\n{{tag}} OK done")).await
            }
            "UID" => {
                let found = if self.is_there(rest) { " 7" } else { "" };
                let usual = format!("* SEARCH{found}\r\n{{tag}} OK done");
                self.answer(lines, "SEARCH", &tag, &usual).await
            }
            _ => self.answer(lines, "OTHER", &tag, "{tag} BAD what?").await,
        }
    }

    async fn pop3<S: AsyncRead + AsyncWrite + Unpin>(
        &mut self,
        lines: &mut Lines<S>,
        line: &str,
    ) -> Option<()> {
        let (verb, rest) = line.split_once(' ').unwrap_or((line, ""));
        match verb.to_ascii_uppercase().as_str() {
            "CAPA" => {
                let usual = format!("+OK\r\nTOP\r\nUIDL\r\nSASL {}\r\n.", self.plan.offers);
                self.answer(lines, "CAPA", "", &usual).await
            }
            "AUTH" => {
                self.answer(lines, "AUTH", "", "+ ").await?;
                self.read(lines).await?;
                self.answer(lines, "NEXT", "", "+OK signed in").await?;
                if self.plan.answers.get("NEXT").is_some_and(is_challenge) {
                    self.read(lines).await?;
                    self.answer(lines, "LAST", "", "-ERR failed").await?;
                }
                Some(())
            }
            "USER" => self.answer(lines, "USER", "", "+OK").await,
            "PASS" => self.answer(lines, "PASS", "", "+OK signed in").await,
            "STAT" => self.answer(lines, "STAT", "", "+OK 30 4711").await,
            "UIDL" => self.answer(lines, "UIDL", "", &format!("+OK {rest} unique-{rest}")).await,
            "TOP" => {
                let number: u32 = rest.split(' ').next().and_then(|number| number.parse().ok()).unwrap_or(0);
                let there = number == 30 && self.is_there("");
                let message_id = match &self.plan.message {
                    Some((message_id, _, _)) if there => message_id.clone(),
                    Some(_) | None => format!("<other-{number}@example.com>"),
                };
                let usual = format!(
                    "+OK\r\nReceived: by x\r\n\tfor y\r\nMessage-Id:\r\n {message_id}\r\nSubject: z\r\n\r\n."
                );
                self.answer(lines, "TOP", "", &usual).await
            }
            "QUIT" => {
                lines.say(b"+OK bye\r\n").await?;
                None
            }
            _ => self.answer(lines, "OTHER", "", "-ERR what?").await,
        }
    }

    /// Whether this look finds the message; looks into its own folder count.
    fn is_there(&self, query: &str) -> bool {
        let Some((message_id, folder, looks)) = &self.plan.message else { return false };
        let right_folder = self.plan.speaks == Speaks::Pop3 || *folder == self.folder;
        let right_query = self.plan.speaks == Speaks::Pop3 || query.contains(message_id.as_str());
        let too_early = self
            .plan
            .today
            .is_some_and(|today| query.contains("SINCE ") && !query.contains(&format!("SINCE {today} ")));
        if !right_folder || !right_query || too_early {
            return false;
        }
        let mut log = self.log.lock().unwrap();
        log.looks += 1;
        log.looks > *looks
    }

    async fn read<S: AsyncRead + AsyncWrite + Unpin>(&self, lines: &mut Lines<S>) -> Option<String> {
        let line = lines.read_line().await?;
        self.log.lock().unwrap().secured.push(line.clone());
        Some(line)
    }

    async fn answer<S: AsyncRead + AsyncWrite + Unpin>(
        &self,
        lines: &mut Lines<S>,
        at: &str,
        tag: &str,
        usual: &str,
    ) -> Option<()> {
        let usual = Answer::line(usual);
        let answers = &self.plan.answers;
        let now = answers.get(format!("{at} {}", self.number).as_str()).or_else(|| answers.get(at));
        let answer = match now.unwrap_or(&usual) {
            Answer::Say(bytes) => Answer::Say(String::from_utf8_lossy(bytes).replace("{tag}", tag).into()),
            other @ (Answer::SayAndClose(_)
            | Answer::Drip(..)
            | Answer::Silent
            | Answer::Close
            | Answer::EndlessLine
            | Answer::EndlessReply) => other.clone(),
        };
        lines.answer(&answer).await.map(drop)
    }
}

fn is_challenge(answer: &Answer) -> bool {
    matches!(answer, Answer::Say(bytes) if bytes.starts_with(b"+ "))
}
