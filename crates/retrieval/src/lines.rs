//! A stream that is read by lines.

use tokio::io::{AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt};

use crate::Cause;

/// Longest line, octets.
const LONGEST_LINE: usize = 8_192;

/// Lines in, bytes out.
pub(crate) struct Lines<S> {
    stream: S,
    buffer: Vec<u8>,
}

impl<S: AsyncRead + AsyncWrite + Unpin> Lines<S> {
    pub(crate) fn new(stream: S) -> Self {
        Self { stream, buffer: Vec::new() }
    }

    /// The bare stream, and whether everything that was read from it has been used.
    pub(crate) fn into_stream(self) -> (S, bool) {
        (self.stream, self.buffer.is_empty())
    }

    pub(crate) async fn send(&mut self, bytes: &[u8]) -> Result<(), Cause> {
        self.stream.write_all(bytes).await?;
        Ok(self.stream.flush().await?)
    }

    /// One line without its end.
    pub(crate) async fn line(&mut self) -> Result<String, Cause> {
        loop {
            if let Some(at) = self.buffer.iter().position(|byte| *byte == b'\n') {
                let line: Vec<u8> = self.buffer.drain(..=at).collect();
                return Ok(String::from_utf8_lossy(&line).trim_end_matches(['\r', '\n']).to_owned());
            }
            if self.buffer.len() > LONGEST_LINE {
                return Err(Cause::TooLong);
            }
            let mut chunk = [0; 4_096];
            let count = self.stream.read(&mut chunk).await?;
            if count == 0 {
                return Err(Cause::Closed);
            }
            self.buffer.extend_from_slice(&chunk[..count]);
        }
    }
}
