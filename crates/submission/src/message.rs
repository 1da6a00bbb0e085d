//! The test message: from the own address to the own address or another one, plain text and HTML, 7-bit on the line.

use std::time::SystemTime;

use lettre::address::Envelope;
use lettre::message::{Mailbox, Mailboxes, MultiPart, header};
use lettre::{Address, Message};

use crate::envelope::for_the_line;

/// What the message says, already in the reader's language.
#[derive(Debug, Clone, Copy)]
pub struct Content<'a> {
    /// The own address: From.
    pub address: &'a str,
    /// To; most often the same.
    pub recipient: &'a str,
    /// The subject, with the code in it.
    pub subject: &'a str,
    /// The words as plain text.
    pub plain: &'a str,
    /// The same as HTML.
    pub html: &'a str,
    /// The time for the Date header.
    pub date: SystemTime,
}

/// A message that is ready to go.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TestMessage {
    /// Headers and body with CRLF.
    pub bytes: Vec<u8>,
    /// The Message-ID with its angle brackets, by which a mailbox is searched.
    pub message_id: String,
}

/// Why no message came about.
#[derive(Debug, thiserror::Error)]
pub enum MessageFault {
    /// The address cannot stand in a header.
    #[error("address not usable")]
    Address,
    /// The system gave no random numbers.
    #[error("no random numbers: {0}")]
    Random(getrandom::Error),
    /// The library refused.
    #[error(transparent)]
    Build(#[from] lettre::error::Error),
}

/// Builds the message. Every one has its own Message-ID: a repeated one is held against the sender (Google `4.7.28`).
///
/// # Errors
/// When the address is not usable.
pub fn build(content: &Content<'_>) -> Result<TestMessage, MessageFault> {
    let from = address(content.address)?;
    let to = address(content.recipient)?;
    let mut random = [0; 16];
    getrandom::fill(&mut random).map_err(MessageFault::Random)?;
    let unique: String = random.iter().map(|byte| format!("{byte:02x}")).collect();
    let message_id = format!("<{unique}@{}>", from.domain());
    let stand_in = Address::new_dangerous("nobody", "example.invalid");
    let mut message = Message::builder()
        // The library reads From out of the headers again, with its own reader; so the real one is put in afterwards.
        .envelope(Envelope::new(Some(from.clone()), vec![to.clone()])?)
        .from(Mailbox::new(None, stand_in))
        .to(Mailbox::new(None, to))
        .subject(content.subject)
        .date(content.date)
        .message_id(Some(message_id.clone()))
        .multipart(MultiPart::alternative_plain_html(content.plain.to_owned(), content.html.to_owned()))?;
    message.headers_mut().set(header::From::from(Mailboxes::from(Mailbox::new(None, from))));
    Ok(TestMessage { bytes: message.formatted(), message_id })
}

/// An address as the envelope has it. The library's own reader refuses some that are in use.
fn address(text: &str) -> Result<Address, MessageFault> {
    let line = for_the_line(text).map_err(|_| MessageFault::Address)?;
    let (local, domain) = line.rsplit_once('@').ok_or(MessageFault::Address)?;
    Ok(Address::new_dangerous(local, domain))
}
