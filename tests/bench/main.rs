//! The figures of docs/performance.md, each as a ratio against a reference in the same run.
//!
//! `cargo xtask bench` builds what is needed and runs the four parts: `lookup` and `detect` anywhere, `send` inside the pretend
//! internet with 100 ms added to every round trip, `window` under Xvfb.
#![allow(
    clippy::print_stdout,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "it prints, and ends at a surprise"
)]
#![allow(clippy::disallowed_methods, reason = "it reads its own environment")]

mod detect;
mod lookup;
mod send;
mod window;

fn main() {
    let part = std::env::args().nth(1).unwrap_or_default();
    match part.as_str() {
        "lookup" => lookup::run(),
        "detect" => detect::run(),
        "send" => send::run(),
        "window" => window::run(),
        _ => panic!("lookup, detect, send or window"),
    }
}

/// The middle of some measurements.
fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values[values.len() / 2]
}
