//! MAIL FROM and RCPT TO, and the message as it goes over the line.

use crate::Cause;
use crate::capabilities::Capabilities;

/// The two lines that name sender and recipient.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Envelope {
    pub(crate) mail_from: String,
    pub(crate) rcpt_to: String,
}

impl Envelope {
    /// # Errors
    /// When the server does not offer what address or message need.
    pub(crate) fn new(
        sender: &str,
        recipient: &str,
        message: &[u8],
        offered: &Capabilities,
    ) -> Result<Self, Cause> {
        let address = for_the_line(sender)?;
        let recipient = for_the_line(recipient)?;
        let mut parameters = String::new();
        if !address.is_ascii() || !recipient.is_ascii() {
            if !offered.smtputf8 {
                return Err(Cause::AddressNeedsSmtpUtf8);
            }
            parameters.push_str(" SMTPUTF8");
        }
        if !message.is_ascii() {
            if !offered.eight_bit {
                return Err(Cause::MessageNeedsEightBit);
            }
            parameters.push_str(" BODY=8BITMIME");
        }
        Ok(Self {
            mail_from: format!("MAIL FROM:<{address}>{parameters}\r\n"),
            rcpt_to: format!("RCPT TO:<{recipient}>\r\n"),
        })
    }
}

/// The address with its domain in A-labels, and its local part in quotes where it is no dot-atom: Japanese carriers gave out
/// dots in a row and at the end, and take those so (RFC 5321 section 4.1.2).
///
/// # Errors
/// [`Cause::UnusableAddress`] for one that could not stand between angle brackets (RFC 5321 section 4.1.2).
pub(crate) fn for_the_line(address: &str) -> Result<String, Cause> {
    let (local, domain) = address.rsplit_once('@').ok_or(Cause::UnusableAddress)?;
    let local = local.strip_prefix('"').and_then(|rest| rest.strip_suffix('"')).unwrap_or(local);
    let bad =
        |letter: char| letter.is_control() || letter.is_whitespace() || "<>@,;:\\\"()[]".contains(letter);
    if local.is_empty() || local.chars().any(bad) || address.len() > 254 {
        return Err(Cause::UnusableAddress);
    }
    let domain = idna::domain_to_ascii_strict(domain).map_err(|_| Cause::UnusableAddress)?;
    if domain.is_empty() {
        return Err(Cause::UnusableAddress);
    }
    let is_dot_atom = local.split('.').all(|part| !part.is_empty());
    Ok(if is_dot_atom { format!("{local}@{domain}") } else { format!("\"{local}\"@{domain}") })
}

/// CRLF line ends, dots doubled at line starts, and the final dot (RFC 5321 sections 2.3.8 and 4.5.2).
pub(crate) fn with_final_dot(message: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(message.len() + message.len() / 40 + 5);
    let mut at_start = true;
    let mut bytes = message.iter().copied().peekable();
    while let Some(byte) = bytes.next() {
        match byte {
            b'\r' | b'\n' => {
                if byte == b'\r' && bytes.peek() == Some(&b'\n') {
                    bytes.next();
                }
                out.extend_from_slice(b"\r\n");
                at_start = true;
            }
            b'.' if at_start => {
                out.extend_from_slice(b"..");
                at_start = false;
            }
            other => {
                out.push(other);
                at_start = false;
            }
        }
    }
    if !at_start {
        out.extend_from_slice(b"\r\n");
    }
    out.extend_from_slice(b".\r\n");
    out
}
