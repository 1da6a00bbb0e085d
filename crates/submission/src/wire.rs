//! Bytes on the line: whole replies in, whole commands out, each within its time and its size.

use std::time::Duration;

use tokio::io::{AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt};
use tokio::time::timeout;

use crate::reply::Line;
use crate::{Cause, Reply};

/// Longest line of a reply, octets (RFC 5321 asks for 512; real servers pass that).
const LONGEST_LINE: usize = 4_096;
/// Most lines of one reply.
const MOST_LINES: usize = 100;
/// Most octets of one reply.
const LARGEST_REPLY: usize = 65_536;

/// A connection that is read by replies.
pub(crate) struct Wire<S> {
    stream: S,
    /// What was read and not yet used. Never carried over into TLS.
    buffer: Vec<u8>,
}

impl<S: AsyncRead + AsyncWrite + Unpin> Wire<S> {
    pub(crate) fn new(stream: S) -> Self {
        Self { stream, buffer: Vec::new() }
    }

    /// The bare connection, to begin TLS on it.
    ///
    /// # Errors
    /// [`Cause::PlainAfterStarttls`] when anything lies behind the last reply (RFC 3207 section 6).
    pub(crate) fn into_stream(self) -> Result<S, Cause> {
        if self.buffer.is_empty() { Ok(self.stream) } else { Err(Cause::PlainAfterStarttls) }
    }

    /// Sends `bytes` and reads the reply to them.
    ///
    /// # Errors
    /// [`Cause::Malformed`] when a reply lies there that nobody asked for: all later ones would be taken for the
    /// wrong command's, and the `250` to RCPT for the `250` to the message.
    pub(crate) async fn ask(&mut self, bytes: &[u8], limit: Duration) -> Result<Reply, Cause> {
        if !self.buffer.is_empty() {
            return Err(Cause::Malformed);
        }
        let dialogue = async {
            self.send(bytes).await?;
            self.reply().await
        };
        within(limit, dialogue).await
    }

    /// Reads one more reply.
    pub(crate) async fn listen(&mut self, limit: Duration) -> Result<Reply, Cause> {
        within(limit, self.reply()).await
    }

    /// Sends a farewell and does not care what becomes of it.
    pub(crate) async fn leave(&mut self, bytes: &[u8], limit: Duration) {
        let farewell = async {
            self.send(bytes).await?;
            self.stream.shutdown().await.map_err(Cause::from)
        };
        // The message has been taken over: a farewell that fails changes nothing.
        drop(within(limit, farewell).await);
    }

    async fn send(&mut self, bytes: &[u8]) -> Result<(), Cause> {
        self.stream.write_all(bytes).await?;
        Ok(self.stream.flush().await?)
    }

    async fn reply(&mut self) -> Result<Reply, Cause> {
        let mut lines = Vec::new();
        let mut enhanced = None;
        let mut size = 0;
        loop {
            let line = self.line().await?;
            size += line.len();
            if size > LARGEST_REPLY || lines.len() == MOST_LINES {
                return Err(Cause::TooLong);
            }
            let line = Line::read(&line).ok_or(Cause::Malformed)?;
            enhanced = enhanced.or(line.enhanced);
            lines.push(line.text);
            if line.is_last {
                return Ok(Reply { code: line.code, enhanced, lines });
            }
        }
    }

    /// One line without its end; a bare LF ends one too.
    async fn line(&mut self) -> Result<Vec<u8>, Cause> {
        let mut searched = 0;
        loop {
            if let Some(at) = self.buffer[searched..].iter().position(|byte| *byte == b'\n') {
                let mut line: Vec<u8> = self.buffer.drain(..=searched + at).collect();
                line.pop();
                if line.last() == Some(&b'\r') {
                    line.pop();
                }
                return Ok(line);
            }
            searched = self.buffer.len();
            if searched > LONGEST_LINE {
                return Err(Cause::TooLong);
            }
            let mut chunk = [0; 2_048];
            let count = self.stream.read(&mut chunk).await?;
            if count == 0 {
                return Err(Cause::Closed);
            }
            self.buffer.extend_from_slice(&chunk[..count]);
        }
    }
}

async fn within<T>(limit: Duration, work: impl Future<Output = Result<T, Cause>>) -> Result<T, Cause> {
    timeout(limit, work).await.unwrap_or(Err(Cause::TimedOut { waited: limit }))
}
