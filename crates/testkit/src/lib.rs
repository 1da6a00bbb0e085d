//! Fakes of every port and scripted servers; for tests and the demonstration only
#![expect(clippy::unwrap_used, reason = "in a test's server a surprise has to end the test")]

#[cfg(feature = "demo")]
pub mod demo;
pub mod https;
mod line;
pub mod mailbox;
pub mod ports;
pub mod smtp;
pub mod tls;
