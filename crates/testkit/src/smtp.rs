//! A submission server on loopback that does what a test plans: real TCP, real TLS, scripted answers.

use std::collections::HashMap;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use rustls::ServerConfig;
use rustls::pki_types::CertificateDer;
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::{TcpListener, TcpStream};
use tokio::task::JoinHandle;
use tokio_rustls::TlsAcceptor;

use crate::line::{Lines, Next};
use crate::tls::{Authority, Flaw};

/// Where in the session an answer stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum At {
    /// Before the handshake of TLS, when it is due.
    Handshake,
    /// The greeting.
    Greeting,
    /// EHLO before TLS.
    Hello,
    /// STARTTLS.
    Starttls,
    /// EHLO within TLS.
    HelloSecured,
    /// The AUTH line.
    Auth,
    /// The first line after a `334`.
    AuthNext,
    /// The second line after a `334`.
    AuthLast,
    /// MAIL FROM.
    Mail,
    /// RCPT TO.
    Rcpt,
    /// DATA.
    Data,
    /// The final dot.
    Dot,
}

/// What the server does there, in place of what is usual.
#[derive(Debug, Clone)]
pub enum Answer {
    /// Sends these bytes as they are.
    Say(Vec<u8>),
    /// Sends these bytes and closes.
    SayAndClose(Vec<u8>),
    /// Sends the bytes one by one, with this pause after each.
    Drip(Vec<u8>, Duration),
    /// Says nothing and keeps the connection.
    Silent,
    /// Closes.
    Close,
    /// Sends one line that does not end.
    EndlessLine,
    /// Sends lines of one reply that does not end.
    EndlessReply,
}

impl Answer {
    /// One reply line; the line end is added.
    pub fn line(text: &str) -> Self {
        Self::Say(format!("{text}\r\n").into_bytes())
    }
}

/// How the server behaves.
#[derive(Debug, Clone)]
pub struct Plan {
    /// TLS from the first byte; else STARTTLS.
    pub implicit: bool,
    /// The lines of the EHLO reply before TLS, after the first, without `250`.
    pub plain_hello: Vec<String>,
    /// The same within TLS.
    pub hello: Vec<String>,
    /// What is wrong with the certificate.
    pub flaw: Flaw,
    /// Answers that differ from the usual ones.
    pub answers: HashMap<At, Answer>,
}

impl Plan {
    /// A well-behaved server with TLS from the first byte.
    pub fn tls() -> Self {
        let hello =
            ["PIPELINING", "8BITMIME", "SMTPUTF8", "SIZE 35882577", "AUTH PLAIN LOGIN XOAUTH2 OAUTHBEARER"];
        Self {
            implicit: true,
            plain_hello: vec!["STARTTLS".to_owned(), "PIPELINING".to_owned()],
            hello: hello.iter().map(ToString::to_string).collect(),
            flaw: Flaw::None,
            answers: HashMap::new(),
        }
    }

    /// A well-behaved server with STARTTLS.
    pub fn starttls() -> Self {
        Self { implicit: false, ..Self::tls() }
    }

    /// The same with these lines in the EHLO reply within TLS.
    #[must_use]
    pub fn offering(mut self, lines: &[&str]) -> Self {
        self.hello = lines.iter().map(ToString::to_string).collect();
        self
    }

    /// The same with another answer at one place.
    #[must_use]
    pub fn at(mut self, at: At, answer: Answer) -> Self {
        self.answers.insert(at, answer);
        self
    }

    /// The same with a flawed certificate.
    #[must_use]
    pub fn flawed(mut self, flaw: Flaw) -> Self {
        self.flaw = flaw;
        self
    }
}

/// What reached the server.
#[derive(Debug, Clone, Default)]
pub struct Log {
    /// Connections that were opened.
    pub connections: usize,
    /// Connections that have ended, by whichever side.
    pub ended: usize,
    /// Lines that came without TLS.
    pub plain: Vec<String>,
    /// Lines that came within TLS, without those of messages.
    pub secured: Vec<String>,
    /// How often the server had answered everything, and waited: the round trips of the conversation within TLS.
    pub flights: usize,
    /// Messages that were taken over, as they came (dots still stuffed, without the final one).
    pub messages: Vec<Vec<u8>>,
}

/// A running server; it ends when this is dropped.
#[derive(Debug)]
pub struct SmtpServer {
    /// Its port on 127.0.0.1.
    pub port: u16,
    /// The authority that signed its certificate, unless the certificate is flawed.
    pub root: CertificateDer<'static>,
    log: Arc<Mutex<Log>>,
    task: JoinHandle<()>,
}

impl SmtpServer {
    /// Starts a server that follows `plan` on every connection.
    pub async fn start(plan: Plan) -> Self {
        let authority = Authority::new("Testkit Authority");
        let config = authority.server(&plan.flaw);
        let listener = TcpListener::bind(("127.0.0.1", 0)).await.unwrap();
        let port = listener.local_addr().unwrap().port();
        let log = Arc::new(Mutex::new(Log::default()));
        let task = tokio::spawn(accept(listener, plan, config, Arc::clone(&log)));
        Self { port, root: authority.root(), log, task }
    }

    /// What has reached it so far.
    pub fn log(&self) -> Log {
        self.log.lock().unwrap().clone()
    }
}

impl Drop for SmtpServer {
    fn drop(&mut self) {
        self.task.abort();
    }
}

async fn accept(listener: TcpListener, plan: Plan, config: Arc<ServerConfig>, log: Arc<Mutex<Log>>) {
    while let Ok((stream, _)) = listener.accept().await {
        log.lock().unwrap().connections += 1;
        let session = Session { plan: plan.clone(), log: Arc::clone(&log) };
        let (config, log) = (Arc::clone(&config), Arc::clone(&log));
        tokio::spawn(async move {
            session.run(stream, config).await;
            log.lock().unwrap().ended += 1;
        });
    }
}

struct Session {
    plan: Plan,
    log: Arc<Mutex<Log>>,
}

/// Whether the session goes on.
type Going = Option<()>;

impl Session {
    async fn run(self, stream: TcpStream, config: Arc<ServerConfig>) -> Going {
        if self.plan.implicit {
            return self.secured(stream, config, true).await;
        }
        let mut lines = Lines::new(stream);
        self.answer(&mut lines, At::Greeting, "220 mail.test ESMTP").await?;
        loop {
            let line = lines.read_line().await?;
            self.log.lock().unwrap().plain.push(line.clone());
            match verb(&line).as_str() {
                "EHLO" => {
                    self.answer(&mut lines, At::Hello, &hello(&self.plan.plain_hello)).await?;
                }
                "STARTTLS" => {
                    self.answer(&mut lines, At::Starttls, "220 2.0.0 go ahead").await?;
                    return self.secured(lines.into_inner(), config, false).await;
                }
                "QUIT" => return lines.say(b"221 bye\r\n").await,
                _ => lines.say(b"530 5.7.0 Must issue a STARTTLS command first\r\n").await?,
            }
        }
    }

    async fn secured(self, stream: TcpStream, config: Arc<ServerConfig>, greet: bool) -> Going {
        let mut raw = Lines::new(stream);
        if let Some(answer) = self.plan.answers.get(&At::Handshake) {
            raw.answer(answer).await?;
        }
        let stream = TlsAcceptor::from(config).accept(raw.into_inner()).await.ok()?;
        let mut lines = Lines::new(stream);
        if greet {
            self.answer(&mut lines, At::Greeting, "220 mail.test ESMTP").await?;
        }
        loop {
            let line = self.read(&mut lines).await?;
            match verb(&line).as_str() {
                "EHLO" => {
                    self.answer(&mut lines, At::HelloSecured, &hello(&self.plan.hello)).await?;
                }
                "AUTH" => self.auth(&mut lines, &line).await?,
                "MAIL" => {
                    self.answer(&mut lines, At::Mail, "250 2.1.0 sender ok").await?;
                }
                "RCPT" => {
                    self.answer(&mut lines, At::Rcpt, "250 2.1.5 recipient ok").await?;
                }
                "DATA" => self.data(&mut lines).await?,
                "QUIT" => return lines.say(b"221 2.0.0 bye\r\n").await,
                _ => lines.say(b"500 5.5.1 what?\r\n").await?,
            }
        }
    }

    async fn auth<S: AsyncRead + AsyncWrite + Unpin>(&self, lines: &mut Lines<S>, line: &str) -> Going {
        let upper = line.to_ascii_uppercase();
        let initial = upper.split(' ').count() > 2;
        let usual = match (initial, upper.contains(" LOGIN")) {
            (true, false) => "235 2.7.0 accepted",
            (false, false) => "334 ",
            (true | false, true) => "334 VXNlcm5hbWU6",
        };
        if self.answer(lines, At::Auth, usual).await? != Next::MoreToCome {
            return Some(());
        }
        self.read(lines).await?;
        let usual = if upper.contains(" LOGIN") { "334 UGFzc3dvcmQ6" } else { "235 2.7.0 accepted" };
        if self.answer(lines, At::AuthNext, usual).await? != Next::MoreToCome {
            return Some(());
        }
        self.read(lines).await?;
        self.answer(lines, At::AuthLast, "235 2.7.0 accepted").await.map(drop)
    }

    async fn data<S: AsyncRead + AsyncWrite + Unpin>(&self, lines: &mut Lines<S>) -> Going {
        if self.answer(lines, At::Data, "354 go ahead").await? != Next::MoreToCome {
            return Some(());
        }
        self.wait(lines);
        let message = lines.read_message().await?;
        self.log.lock().unwrap().messages.push(message);
        self.answer(lines, At::Dot, "250 2.0.0 queued as 4711").await.map(drop)
    }

    async fn read<S: AsyncRead + AsyncWrite + Unpin>(&self, lines: &mut Lines<S>) -> Option<String> {
        self.wait(lines);
        let line = lines.read_line().await?;
        self.log.lock().unwrap().secured.push(line.clone());
        Some(line)
    }

    fn wait<S: AsyncRead + AsyncWrite + Unpin>(&self, lines: &Lines<S>) {
        self.log.lock().unwrap().flights += usize::from(lines.is_empty());
    }

    async fn answer<S: AsyncRead + AsyncWrite + Unpin>(
        &self,
        lines: &mut Lines<S>,
        at: At,
        usual: &str,
    ) -> Option<Next> {
        match self.plan.answers.get(&at) {
            Some(answer) => lines.answer(answer).await,
            None => lines.answer(&Answer::line(usual)).await,
        }
    }
}

fn verb(line: &str) -> String {
    line.split(' ').next().unwrap_or_default().to_ascii_uppercase()
}

fn hello(lines: &[String]) -> String {
    let mut reply = vec!["mail.test".to_owned()];
    reply.extend(lines.iter().cloned());
    let last = reply.len() - 1;
    let reply = reply.iter().enumerate().map(|(at, line)| {
        let separator = if at == last { ' ' } else { '-' };
        format!("250{separator}{line}")
    });
    reply.collect::<Vec<_>>().join("\r\n")
}
