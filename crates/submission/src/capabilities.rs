//! What a server offers in its reply to EHLO (RFC 5321 section 4.1.1.1).

use crate::{Mechanism, Reply};

/// The extensions this client makes use of.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Capabilities {
    pub(crate) starttls: bool,
    pub(crate) pipelining: bool,
    pub(crate) eight_bit: bool,
    pub(crate) smtputf8: bool,
    /// The names after AUTH, upper case, in the server's order.
    pub(crate) mechanisms: Vec<String>,
}

impl Capabilities {
    /// Reads the reply; keywords in any case, and the old form `AUTH=LOGIN` too.
    pub(crate) fn read(reply: &Reply) -> Self {
        let mut found = Self::default();
        for line in reply.lines.iter().skip(1) {
            let line = line.to_ascii_uppercase();
            let mut words = line.split([' ', '\t', '=']).filter(|word| !word.is_empty());
            match words.next() {
                Some("STARTTLS") => found.starttls = true,
                Some("PIPELINING") => found.pipelining = true,
                Some("8BITMIME") => found.eight_bit = true,
                Some("SMTPUTF8") => found.smtputf8 = true,
                Some("AUTH") => {
                    for name in words {
                        if !found.mechanisms.iter().any(|known| known == name) {
                            found.mechanisms.push(name.to_owned());
                        }
                    }
                }
                Some(_) | None => {}
            }
        }
        found
    }

    pub(crate) fn offers(&self, mechanism: Mechanism) -> bool {
        self.mechanisms.iter().any(|name| name == mechanism.name())
    }
}
