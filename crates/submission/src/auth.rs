//! AUTH (RFC 4954), with everything a server may answer to it.

use std::time::Duration;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use tokio::io::{AsyncRead, AsyncWrite};
use zeroize::Zeroizing;

use crate::wire::Wire;
use crate::{Cause, Credentials, Mechanism, Reply};

/// A longer AUTH line is sent in two steps: servers cut or refuse it (RFC 4954 section 4, RFC 5321 section 4.5.3.1.4).
const LONGEST_COMMAND: usize = 512;
/// More of an error challenge is not kept.
const LONGEST_CHALLENGE: usize = 2_048;

/// Signs in.
///
/// # Errors
/// The final reply, or what kept it from coming.
pub(crate) async fn sign_in<S: AsyncRead + AsyncWrite + Unpin>(
    wire: &mut Wire<S>,
    credentials: &Credentials,
    mechanism: Mechanism,
    (host, port): (&str, u16),
    limit: Duration,
) -> Result<(), Cause> {
    let pieces = credentials.pieces(mechanism, host, port)?;
    let mut pieces: Vec<_> = pieces.iter().map(|piece| Zeroizing::new(STANDARD.encode(piece))).collect();
    let mut secrets = pieces.clone();
    secrets.push(Zeroizing::new(plain(credentials)));
    let outcome = dialogue(wire, mechanism, &mut pieces, limit).await;
    outcome.map_err(|cause| clean(cause, &secrets))
}

async fn dialogue<S: AsyncRead + AsyncWrite + Unpin>(
    wire: &mut Wire<S>,
    mechanism: Mechanism,
    pieces: &mut Vec<Zeroizing<String>>,
    limit: Duration,
) -> Result<(), Cause> {
    pieces.reverse();
    let mut reply = wire.ask(&first_line(mechanism, pieces), limit).await?;
    while reply.code == 334 {
        let Some(piece) = pieces.pop() else {
            return after_challenge(wire, mechanism, &reply, limit).await;
        };
        let line = Zeroizing::new([piece.as_bytes(), b"\r\n"].concat());
        reply = wire.ask(&line, limit).await?;
    }
    verdict(reply, None)
}

/// `AUTH NAME`, with the initial response where the line stays short enough. LOGIN has none.
fn first_line(mechanism: Mechanism, pieces: &mut Vec<Zeroizing<String>>) -> Zeroizing<Vec<u8>> {
    let name = mechanism.name();
    if let (Mechanism::Plain | Mechanism::Xoauth2 | Mechanism::Oauthbearer, Some(piece)) =
        (mechanism, pieces.last())
    {
        let line = Zeroizing::new(format!("AUTH {name} {}\r\n", piece.as_str()).into_bytes());
        if line.len() <= LONGEST_COMMAND {
            pieces.pop();
            return line;
        }
    }
    Zeroizing::new(format!("AUTH {name}\r\n").into_bytes())
}

/// A `334` when all has been said is an error in base64; only an answer to it brings the real reply
/// (RFC 7628 section 3.2.3; Google's XOAUTH2 page).
async fn after_challenge<S: AsyncRead + AsyncWrite + Unpin>(
    wire: &mut Wire<S>,
    mechanism: Mechanism,
    reply: &Reply,
    limit: Duration,
) -> Result<(), Cause> {
    let challenge = decoded(&reply.text());
    let answer: &[u8] = match mechanism {
        Mechanism::Xoauth2 => b"\r\n",
        Mechanism::Oauthbearer => b"AQ==\r\n",
        Mechanism::Plain | Mechanism::Login => b"*\r\n",
    };
    let last = wire.ask(answer, limit).await?;
    if last.code == 334 || last.is_positive() {
        // Neither is an end that any of the mechanisms knows: a login is not won by an error challenge.
        return Err(Cause::Malformed);
    }
    verdict(last, challenge)
}

fn verdict(reply: Reply, challenge: Option<String>) -> Result<(), Cause> {
    if reply.code == 235 { Ok(()) } else { Err(Cause::Reply { reply, challenge }) }
}

fn decoded(text: &str) -> Option<String> {
    let bytes = STANDARD.decode(text.trim()).ok()?;
    let text = String::from_utf8_lossy(&bytes);
    (!text.is_empty()).then(|| text.chars().take(LONGEST_CHALLENGE).collect())
}

fn plain(credentials: &Credentials) -> String {
    let secret = match credentials {
        Credentials::Password { password, .. } => password,
        Credentials::Bearer { token, .. } => token,
    };
    secret.expose_str().unwrap_or_default().to_owned()
}

fn clean(cause: Cause, secrets: &[Zeroizing<String>]) -> Cause {
    let words: Vec<&str> = secrets.iter().map(|secret| secret.as_str()).collect();
    let Cause::Reply { reply, challenge } = cause else { return cause };
    let challenge = challenge.map(|text| {
        words.iter().filter(|word| word.len() >= 4).fold(text, |text, word| text.replace(word, "***"))
    });
    Cause::Reply { reply: reply.without(&words), challenge }
}
