//! The session from the first packet to the `250`.

use std::time::Duration;

use contract::{Security, Server, Stage};
use tls::{Secured, Tls, dial};
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::TcpStream;
use tokio::time::timeout;

use crate::capabilities::Capabilities;
use crate::envelope::{Envelope, for_the_line, with_final_dot};
use crate::stages::Stages;
use crate::wire::Wire;
use crate::{Accepted, Cause, Credentials, Failure, Point, Reply, Report, StageDetail, auth};

/// Never the computer's name: it is nobody's business, and a Japanese or underscored one is refused (`501 5.5.4`).
const HELLO: &[u8] = b"EHLO [127.0.0.1]\r\n";
/// A farewell is not worth more.
const FAREWELL: Duration = Duration::from_millis(500);

/// Filters look through a message before they answer its final dot; RFC 5321 section 4.5.3.2.6 gives them ten minutes.
/// Not so long here, because somebody sits in front of it.
const DATA: Duration = Duration::from_secs(90);

/// How long each step may take.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Name look-up and TCP, all addresses together.
    pub connect: Duration,
    /// The handshake of TLS; Windows may take 10 s to ask for revocations.
    pub tls: Duration,
    /// The greeting.
    pub greeting: Duration,
    /// The reply to a command.
    pub command: Duration,
    /// The message and the reply to its final dot.
    pub data: Duration,
}

impl Default for Limits {
    fn default() -> Self {
        let seconds = Duration::from_secs;
        Self {
            connect: seconds(10),
            tls: seconds(15),
            greeting: seconds(20),
            command: seconds(20),
            data: DATA,
        }
    }
}

/// One message and where it goes.
#[derive(Debug, Clone)]
pub struct Submission {
    /// The submission server.
    pub server: Server,
    /// Who signs in.
    pub credentials: Credentials,
    /// The own address.
    pub sender: String,
    /// Whom it goes to; most often the own address too.
    pub recipient: String,
    /// The whole message, headers first.
    pub message: Vec<u8>,
    /// How long each step may take.
    pub limits: Limits,
}

/// Hands the message over. `on` hears of each stage as it begins and ends.
///
/// Dropping the future closes the connection at once; after [`Event::HandingOver`] the message may then have gone.
///
/// # Errors
/// The first thing that went wrong. There is no second try with less protection, another mechanism or another port.
pub async fn submit(
    submission: &Submission,
    tls: &Tls,
    on: &mut (dyn FnMut(Report) + Send),
) -> Result<Accepted, Failure> {
    let mut session = Session::new(submission, tls, on);
    match session.run().await {
        Ok((reply, elapsed)) => Ok(Accepted { reply, timings: session.stages.timings(), elapsed }),
        Err(cause) => Err(session.failure(cause)),
    }
}

/// Signs in and says goodbye: nothing is sent, and sender, recipient and message are not looked at.
///
/// # Errors
/// The first thing that went wrong, as with [`submit`].
pub async fn sign_in(
    submission: &Submission,
    tls: &Tls,
    on: &mut (dyn FnMut(Report) + Send),
) -> Result<(), Failure> {
    let mut session = Session::new(submission, tls, on);
    session.only_sign_in().await.map_err(|cause| session.failure(cause))
}

struct Session<'a> {
    submission: &'a Submission,
    tls: &'a Tls,
    stages: Stages<'a>,
    point: Point,
    /// True once the message is on its way.
    left: bool,
}

impl<'a> Session<'a> {
    fn new(submission: &'a Submission, tls: &'a Tls, on: &'a mut (dyn FnMut(Report) + Send)) -> Self {
        Self { submission, tls, stages: Stages::new(on), point: Point::Before, left: false }
    }

    fn failure(&self, cause: Cause) -> Failure {
        Failure {
            stage: self.stages.running(),
            point: self.point,
            may_have_gone: self.left && !matches!(cause, Cause::Reply { .. }),
            finished: self.stages.finished(),
            cause,
        }
    }

    async fn only_sign_in(&mut self) -> Result<(), Cause> {
        self.stages.begin(Stage::Connect);
        self.submission.credentials.check()?;
        let (mut wire, offered) = self.secure_line().await?;
        self.sign_in(&mut wire, &offered).await?;
        wire.leave(b"QUIT\r\n", FAREWELL).await;
        Ok(())
    }

    async fn run(&mut self) -> Result<(Reply, Duration), Cause> {
        self.stages.begin(Stage::Connect);
        self.submission.credentials.check()?;
        for_the_line(&self.submission.sender)?;
        for_the_line(&self.submission.recipient)?;
        let (mut wire, offered) = self.secure_line().await?;
        self.sign_in(&mut wire, &offered).await?;
        let data_is_open = self.name_sender(&mut wire, &offered).await?;
        let reply = self.hand_over(&mut wire, data_is_open).await?;
        let elapsed = self.stages.elapsed();
        wire.leave(b"QUIT\r\n", FAREWELL).await;
        Ok((reply, elapsed))
    }

    /// A TLS line, and what the server offers on it. Nothing learned before TLS is given on.
    async fn secure_line(&mut self) -> Result<(Wire<Secured>, Capabilities), Cause> {
        let Server { host, port, security } = &self.submission.server;
        let limits = self.submission.limits;
        self.point = Point::Dial;
        let dialled = dial(host, *port, limits.connect).await?;
        let detail = StageDetail::Connected {
            address: dialled.address,
            family: dialled.family,
            instead: dialled.instead,
        };
        let stream = match security {
            Security::Tls => {
                self.stages.finish(detail);
                self.stages.begin(Stage::Secure);
                dialled.stream
            }
            Security::Starttls => self.starttls(dialled.stream, detail).await?,
        };
        self.point = Point::Tls;
        let silent = Cause::TimedOut { waited: limits.tls };
        let handshake = timeout(limits.tls, self.tls.secure(stream, host));
        let (stream, version) = handshake.await.map_err(|_| silent)??;
        let mut wire = Wire::new(stream);
        if *security == Security::Tls {
            self.greeting(&mut wire).await?;
        }
        let offered = self.hello(&mut wire).await?;
        self.stages.finish(StageDetail::Secured { version });
        Ok((wire, offered))
    }

    /// Everything before TLS on a port that begins in plain text (RFC 3207).
    async fn starttls(&mut self, stream: TcpStream, detail: StageDetail) -> Result<TcpStream, Cause> {
        let mut wire = Wire::new(stream);
        self.greeting(&mut wire).await?;
        let offered = self.hello(&mut wire).await?;
        self.stages.finish(detail);
        self.stages.begin(Stage::Secure);
        self.point = Point::Starttls;
        if !offered.starttls {
            return Err(Cause::NoStarttls);
        }
        let reply = wire.ask(b"STARTTLS\r\n", self.submission.limits.command).await?;
        // Only 220 means "begin": on any other 2xx nobody on the other side does.
        if reply.code != 220 {
            return Err(refusal(reply));
        }
        wire.into_stream()
    }

    async fn greeting<S: AsyncRead + AsyncWrite + Unpin>(&mut self, wire: &mut Wire<S>) -> Result<(), Cause> {
        self.point = Point::Greeting;
        let reply = wire.listen(self.submission.limits.greeting).await?;
        if reply.code == 220 { Ok(()) } else { Err(refusal(reply)) }
    }

    async fn hello<S: AsyncRead + AsyncWrite + Unpin>(
        &mut self,
        wire: &mut Wire<S>,
    ) -> Result<Capabilities, Cause> {
        self.point = Point::Hello;
        let reply = wire.ask(HELLO, self.submission.limits.command).await?;
        if reply.code == 250 { Ok(Capabilities::read(&reply)) } else { Err(refusal(reply)) }
    }

    async fn sign_in(&mut self, wire: &mut Wire<Secured>, offered: &Capabilities) -> Result<(), Cause> {
        self.stages.begin(Stage::SignIn);
        self.point = Point::Auth;
        let Server { host, port, .. } = &self.submission.server;
        let credentials = &self.submission.credentials;
        let mechanism = credentials.choose(offered)?;
        auth::sign_in(wire, credentials, mechanism, (host, *port), self.submission.limits.command).await?;
        self.stages.finish(StageDetail::SignedIn { mechanism });
        Ok(())
    }

    /// MAIL FROM and RCPT TO; with PIPELINING (RFC 2920) DATA in the same packet. Gives whether DATA was answered.
    async fn name_sender(
        &mut self,
        wire: &mut Wire<Secured>,
        offered: &Capabilities,
    ) -> Result<Option<Reply>, Cause> {
        self.stages.begin(Stage::Sender);
        self.point = Point::MailFrom;
        let limit = self.submission.limits.command;
        let envelope = Envelope::new(
            &self.submission.sender,
            &self.submission.recipient,
            &self.submission.message,
            offered,
        )?;
        let Envelope { mail_from, rcpt_to } = &envelope;
        if !offered.pipelining {
            positive(wire.ask(mail_from.as_bytes(), limit).await?)?;
            self.point = Point::RcptTo;
            positive(wire.ask(rcpt_to.as_bytes(), limit).await?)?;
            self.stages.finish(StageDetail::SenderAccepted);
            return Ok(None);
        }
        let all = format!("{mail_from}{rcpt_to}DATA\r\n");
        positive(wire.ask(all.as_bytes(), limit).await?)?;
        self.point = Point::RcptTo;
        positive(wire.listen(limit).await?)?;
        self.stages.finish(StageDetail::SenderAccepted);
        self.stages.begin(Stage::HandOver);
        self.point = Point::Data;
        wire.listen(limit).await.map(Some)
    }

    async fn hand_over(&mut self, wire: &mut Wire<Secured>, answer: Option<Reply>) -> Result<Reply, Cause> {
        let limits = self.submission.limits;
        let answer = match answer {
            Some(answer) => answer,
            None => {
                self.stages.begin(Stage::HandOver);
                self.point = Point::Data;
                wire.ask(b"DATA\r\n", limits.command).await?
            }
        };
        if answer.code != 354 {
            return Err(refusal(answer));
        }
        self.point = Point::Message;
        self.stages.handing_over();
        self.left = true;
        let reply = wire.ask(&with_final_dot(&self.submission.message), limits.data).await?;
        if reply.code != 250 {
            return Err(refusal(reply));
        }
        self.stages.finish(StageDetail::HandedOver);
        Ok(reply)
    }
}

fn positive(reply: Reply) -> Result<(), Cause> {
    if reply.is_positive() { Ok(()) } else { Err(refusal(reply)) }
}

fn refusal(reply: Reply) -> Cause {
    Cause::Reply { reply, challenge: None }
}
