//! Stories of people, played on the controller with fakes behind every port and a clock that a story moves. After each
//! step the View is written down; the snapshots show whole roads as they would be drawn.
//!
//! What is real here: the controller, its jobs, the pocket, the wizard. What is not: every port (crate `testkit`).
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::wildcard_enum_match_arm,
    reason = "a story names what it means"
)]

mod afterwards;
mod browser;
mod by_web;
mod fixtures;
mod keychain;
mod meanwhile;
mod own_key;
mod panics;
mod presets;
mod receiving;
mod records;
mod relays;
mod removal;
mod resume;
mod roads;
mod secrets;
mod sending;
mod stopping;
mod story;
mod watching;
