//! Knocking at a submission port: connect, TLS, EHLO, see whether a password could be given, leave.

use contract::Security;
use tls::{DialFault, Tls, dial_any};
use tokio::io::{AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt};
use tokio::net::TcpStream;

use super::reach::{AddressFault, Reach};
use crate::ports::{Answer, Probe, ProbeFault, SubmissionOffer};

/// A greeting or an EHLO answer is far shorter.
const LONGEST_REPLY: usize = 16 * 1024;
/// The name of this computer is nobody's business here; RFC 5321 section 4.1.3 has the form.
const EHLO: &[u8] = b"EHLO [127.0.0.1]\r\n";

/// Submission ports as a port.
#[derive(Debug)]
pub(crate) struct Knocker {
    tls: Tls,
    reach: Reach,
}

impl Knocker {
    pub(crate) fn new(tls: Tls, reach: Reach) -> Self {
        Self { tls, reach }
    }

    async fn knock(&self, host: &str, port: u16, security: Security) -> Result<SubmissionOffer, ProbeFault> {
        let tcp = self.connect(host, port).await?;
        let (tcp, greeted) = match security {
            Security::Tls => (tcp, false),
            Security::Starttls => (start_tls(tcp).await?, true),
        };
        let (mut stream, _) = self.tls.secure(tcp, host).await.map_err(|_| ProbeFault::Certificate)?;
        if !greeted {
            expect(read_reply(&mut stream).await?.0, 220)?;
        }
        let features = ehlo(&mut stream).await?;
        // Politeness only: the answer is known already.
        let _ = stream.write_all(b"QUIT\r\n").await;
        let _ = stream.shutdown().await;
        Ok(SubmissionOffer { takes_password: takes_password(&features) })
    }

    async fn connect(&self, host: &str, port: u16) -> Result<TcpStream, ProbeFault> {
        let addresses = self.reach.addresses(host, port).await.map_err(|fault| match fault {
            AddressFault::NoSuchHost => ProbeFault::NoSuchHost,
            AddressFault::Network => ProbeFault::Network,
            AddressFault::Private => ProbeFault::PrivateAddress,
        })?;
        // By their digits: a second look-up of the name could lead to an address that may not be contacted.
        match dial_any(addresses).await {
            Ok(dialled) => Ok(dialled.stream),
            Err(DialFault::Refused) => Err(ProbeFault::Closed),
            Err(
                DialFault::NotFound
                | DialFault::LookupFailed
                | DialFault::Unreachable
                | DialFault::TimedOut { .. }
                | DialFault::Other(_),
            ) => Err(ProbeFault::Network),
        }
    }
}

impl Probe for Knocker {
    fn probe<'a>(
        &'a self,
        host: &'a str,
        port: u16,
        security: Security,
    ) -> Answer<'a, Result<SubmissionOffer, ProbeFault>> {
        Box::pin(self.knock(host, port, security))
    }
}

/// Up to the 220 that starts TLS; nothing may follow it (RFC 3207; command injection before TLS).
async fn start_tls(mut tcp: TcpStream) -> Result<TcpStream, ProbeFault> {
    expect(read_reply(&mut tcp).await?.0, 220)?;
    let features = ehlo(&mut tcp).await?;
    if !features.iter().any(|line| line.eq_ignore_ascii_case("STARTTLS")) {
        return Err(ProbeFault::Unprotected);
    }
    tcp.write_all(b"STARTTLS\r\n").await.map_err(|_| ProbeFault::NotSubmission)?;
    expect(read_reply(&mut tcp).await?.0, 220)?;
    Ok(tcp)
}

async fn ehlo(stream: &mut (impl AsyncRead + AsyncWrite + Unpin)) -> Result<Vec<String>, ProbeFault> {
    stream.write_all(EHLO).await.map_err(|_| ProbeFault::NotSubmission)?;
    let (code, lines) = read_reply(stream).await?;
    expect(code, 250)?;
    Ok(lines.into_iter().skip(1).collect())
}

fn expect(code: u16, wanted: u16) -> Result<(), ProbeFault> {
    if code == wanted { Ok(()) } else { Err(ProbeFault::NotSubmission) }
}

/// PLAIN or LOGIN; some servers still write `AUTH=`.
fn takes_password(features: &[String]) -> bool {
    features.iter().any(|line| {
        let mut words = line.split([' ', '=']).filter(|word| !word.is_empty());
        words.next().is_some_and(|word| word.eq_ignore_ascii_case("AUTH"))
            && words.any(|word| word.eq_ignore_ascii_case("PLAIN") || word.eq_ignore_ascii_case("LOGIN"))
    })
}

/// One whole reply: its code and its lines without code. More bytes than one reply are a fault: nobody speaks twice
/// here, and after STARTTLS it would be an attack.
async fn read_reply(stream: &mut (impl AsyncRead + Unpin)) -> Result<(u16, Vec<String>), ProbeFault> {
    let mut bytes = Vec::new();
    let mut chunk = [0; 1024];
    loop {
        let count = stream.read(&mut chunk).await.map_err(|_| ProbeFault::NotSubmission)?;
        if count == 0 || bytes.len() + count > LONGEST_REPLY {
            return Err(ProbeFault::NotSubmission);
        }
        bytes.extend_from_slice(chunk.get(..count).unwrap_or_default());
        if let Some(reply) = whole_reply(&bytes) {
            return reply;
        }
    }
}

/// `None` while the last line has not come.
fn whole_reply(bytes: &[u8]) -> Option<Result<(u16, Vec<String>), ProbeFault>> {
    if !bytes.ends_with(b"\n") {
        return None;
    }
    let text = String::from_utf8_lossy(bytes);
    let mut reply: Option<u16> = None;
    let mut lines = Vec::new();
    let mut ended = false;
    for line in text.lines() {
        let code = line
            .get(..3)
            .and_then(|digits| digits.parse::<u16>().ok())
            .filter(|code| (200..600).contains(code));
        let same = code.is_some() && reply.is_none_or(|before| Some(before) == code);
        if ended || !same {
            return Some(Err(ProbeFault::NotSubmission));
        }
        reply = code;
        ended = line.as_bytes().get(3) != Some(&b'-');
        lines.push(line.get(4..).unwrap_or_default().trim().to_owned());
    }
    match reply {
        Some(code) if ended => Some(Ok((code, lines))),
        Some(_) | None => None,
    }
}
