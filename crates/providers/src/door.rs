//! Ways of sending that a company's administrator opens and that ask for no sign-in.

use contract::Security;

use crate::Names;

include!(concat!(env!("OUT_DIR"), "/doors.rs"));

/// One way of sending. It is explained, and never used by this program.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Door {
    /// Names its texts: `card-door-NAME-lead`, `card-door-NAME-1`, ...
    pub name: &'static str,
    /// What it is called.
    pub title: Names,
    /// The host; empty for the company's own MX host.
    pub host: &'static str,
    /// Ports, the best first.
    pub doors: &'static [(u16, Security)],
    /// How many sentences there are about it.
    pub notes: u8,
}

/// All of them.
pub fn doors() -> &'static [Door] {
    &DOORS
}
