//! Looking for the test message by IMAP or POP3.
//!
//! Lives here: [`look`], which searches inbox and spam folder for one Message-ID until it is there or the patience
//! is over (then, once, every other folder, and notices that it could not be delivered), and [`check`], which only signs in and opens the inbox. Does not live here: asking for a right to read
//! (never done for this), texts, and reading of any message but a notice about this
//! very one.
//!
//! A session reads at most 1 MiB. Mailboxes are opened read-only (EXAMINE), so nothing is marked as seen.
//! Where the spam folder is unknown, only the inbox is searched. POP3 has no other folder, and shows what is there at
//! sign-in only: hence a session for each look, at least five seconds apart.

mod counted;
mod date;
mod failure;
mod folders;
mod imap;
mod lines;
mod pop3;
mod search;
mod wider;
mod wrapped;

#[cfg(test)]
mod tests;

pub use failure::{Cause, Failure, Point};
pub use search::{Finding, Folder, Search, check, look, reach};
