//! The real ports against real servers on this computer (which only the tests' [`super::Reach`] allows).

mod asked;
mod https;
mod knocking;
mod names;
mod packed;
mod reaching;
mod server;
