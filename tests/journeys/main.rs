//! Journeys on the pretend internet: real names, real servers, real TLS, a real keychain, and the program as it ships.
//!
//! Outside of it these tests say so and pass, unless `TODOITA_REQUIRE_PI` is set. Inside:
//! `tests/pretend-internet/run.sh target/debug/deps/journeys-... --test-threads=1`, for one of them takes the network away;
//! `TODOITA_CLI` names another `todoita`.
#![allow(clippy::unwrap_used, clippy::panic, clippy::print_stderr, reason = "a surprise has to end the test")]

mod check;
mod detect;
mod inside;
mod keychain;
mod sign_in_server;
mod test_message;
