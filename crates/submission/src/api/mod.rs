//! Handing one message over by the provider's own API: Gmail's or Microsoft Graph's.
//!
//! Lives here: the session ([`submit_by_api`]), the providers' doors ([`Api`]) and their answers ([`ApiAnswer`]). Does
//! not live here: consent and tokens (crate `oauth`), what an answer means to a person (crate `diagnosis`).
//!
//! # Stages
//! One request carries the token and the message, and one answer judges both:
//!
//! | stage | what belongs to it |
//! |---|---|
//! | `Connect` | look-up, TCP |
//! | `Secure` | TLS |
//! | `SignIn` | the request, up to an answer; it fails here where the answer is about the token or its rights |
//! | `HandOver` | every other answer |
//!
//! So [`Event::HandingOver`](crate::Event::HandingOver) comes while `SignIn` is running: the message leaves then.

mod answer;
mod door;
mod exchange;
mod failure;
mod session;

pub use answer::ApiAnswer;
pub use door::{Api, Cloud};
pub use failure::{ApiCause, ApiFailure};
pub use session::{ApiSubmission, submit_by_api};

#[cfg(test)]
mod tests;
