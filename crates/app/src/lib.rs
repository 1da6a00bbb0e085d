//! The controller: takes commands, runs the wizard's effects through ports, publishes Views.
//!
//! Lives here: the running of jobs (start, cancel, a panic that becomes a card), the pocket in which secrets wait,
//! the ports, and their real implementations (module [`real`]). Does not live here: the order of the steps (crate
//! `wizard`), the drawing (`ui`), the knowledge of providers, protocols and replies (the leaf crates).

pub mod border;
mod controller;
mod jobs;
mod letter;
mod pocket;
pub mod ports;
pub mod qr;
pub mod quiet;
pub mod real;
mod scrub;
pub mod settings;
mod token;
pub mod unfit;

pub use controller::{App, Start};
pub use jobs::run_alone;
pub use scrub::scrub;
