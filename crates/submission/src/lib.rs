//! Handing one message over by SMTP, or by a provider's own API ([`api`]), stage by stage.
//!
//! Lives here: the sessions ([`submit`], [`api::submit_by_api`]), their typed [`Failure`]s, and the test message
//! ([`message`]). Does not live here: TLS itself (crate `tls`), what a failure means to a person (crate `diagnosis`),
//! texts (folder `locales`).
//!
//! # Stages
//! What belongs to which [`contract::Stage`] depends on when TLS begins, so that a failure always lies in the stage
//! that was reported as started last:
//!
//! | stage | TLS from the first byte | STARTTLS |
//! |---|---|---|
//! | `Connect` | look-up, TCP | look-up, TCP, greeting, EHLO |
//! | `Secure` | TLS, greeting, EHLO | STARTTLS, TLS, EHLO again |
//! | `SignIn` | AUTH | AUTH |
//! | `Sender` | MAIL FROM, RCPT TO | the same |
//! | `HandOver` | DATA, message, reply to the final dot | the same |
//!
//! # The floor of round trips
//! On port 465 with an initial response in AUTH and PIPELINING: TCP 1, TLS 1.3 1, greeting 1, EHLO 1, AUTH 1,
//! MAIL + RCPT + DATA 1, message 1: **seven**, the name look-up apart. Every one of them waits for words of the
//! server that the next depends on. A token whose AUTH line would pass 512 octets costs one more, PLAIN never does
//! in practice, LOGIN costs two more.

pub mod api;
mod auth;
mod capabilities;
pub mod code;
mod credentials;
mod envelope;
mod failure;
pub mod message;
mod reply;
mod report;
mod session;
mod stages;
mod wire;

#[cfg(test)]
mod tests;

pub use credentials::{Credentials, Mechanism};
pub use failure::{Cause, Failure, Point};
pub use reply::{Enhanced, Reply};
pub use report::{Accepted, Event, Report, StageDetail, Timing};
pub use session::{Limits, Submission, sign_in, submit};
