//! The real window of the unmodified release program, on the pretend internet.
//!
//! `cargo xtask test` runs these inside `tests/pretend-internet/run.sh`; `TODOITA_APP` names the program. Pictures of
//! every screen go to `target/window`.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a test"
)]
#![allow(clippy::disallowed_methods, reason = "a test reads its own environment")]

mod acts;
mod checks;
mod closed;
mod consents;
mod daily;
mod detection;
mod driver;
mod failures;
mod home;
mod own_keys;
mod people;
mod records;
mod relays;
mod roads;
mod settings;
mod shell;
mod small;
mod stage;
mod states;
mod ways_out;
