//! Reading lines and giving planned answers, for the scripted servers.

use tokio::io::{AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt};

use crate::smtp::Answer;

/// What the answer leads to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Next {
    /// The client owes something more (`334`, `354`).
    MoreToCome,
    /// The command is done.
    Done,
}

/// A stream that is read by lines. `None` from any call: the connection has ended.
pub(crate) struct Lines<S> {
    stream: S,
    buffer: Vec<u8>,
}

impl<S: AsyncRead + AsyncWrite + Unpin> Lines<S> {
    pub(crate) fn new(stream: S) -> Self {
        Self { stream, buffer: Vec::new() }
    }

    pub(crate) fn into_inner(self) -> S {
        self.stream
    }

    /// Nothing that came is left to be read: whoever reads on waits for the other side.
    pub(crate) fn is_empty(&self) -> bool {
        self.buffer.is_empty()
    }

    pub(crate) async fn read_line(&mut self) -> Option<String> {
        loop {
            if let Some(end) = self.buffer.iter().position(|byte| *byte == b'\n') {
                let line: Vec<u8> = self.buffer.drain(..=end).collect();
                return Some(String::from_utf8_lossy(&line).trim_end_matches(['\r', '\n']).to_owned());
            }
            self.fill().await?;
        }
    }

    pub(crate) async fn read_message(&mut self) -> Option<Vec<u8>> {
        const END: &[u8] = b"\r\n.\r\n";
        loop {
            if let Some(at) = self.buffer.windows(END.len()).position(|window| window == END) {
                let mut message: Vec<u8> = self.buffer.drain(..at + END.len()).collect();
                message.truncate(at + 2);
                return Some(message);
            }
            self.fill().await?;
        }
    }

    pub(crate) async fn say(&mut self, bytes: &[u8]) -> Option<()> {
        self.stream.write_all(bytes).await.ok()?;
        self.stream.flush().await.ok()
    }

    pub(crate) async fn answer(&mut self, answer: &Answer) -> Option<Next> {
        match answer {
            Answer::Say(bytes) => {
                self.say(bytes).await?;
                let more = bytes.starts_with(b"334") || bytes.starts_with(b"354");
                Some(if more { Next::MoreToCome } else { Next::Done })
            }
            Answer::SayAndClose(bytes) => {
                self.say(bytes).await?;
                self.stream.shutdown().await.ok()?;
                None
            }
            Answer::Drip(bytes, pause) => {
                for byte in bytes {
                    self.say(&[*byte]).await?;
                    tokio::time::sleep(*pause).await;
                }
                Some(Next::Done)
            }
            Answer::Silent => {
                while self.fill().await.is_some() {}
                None
            }
            Answer::Close => {
                self.stream.shutdown().await.ok()?;
                None
            }
            Answer::EndlessLine => loop {
                self.say(&[b'2'; 1_024]).await?;
            },
            Answer::EndlessReply => loop {
                self.say(b"250-and another line\r\n").await?;
            },
        }
    }

    async fn fill(&mut self) -> Option<()> {
        let mut chunk = [0; 4_096];
        let count = self.stream.read(&mut chunk).await.ok()?;
        if count == 0 {
            return None;
        }
        self.buffer.extend_from_slice(&chunk[..count]);
        Some(())
    }
}
