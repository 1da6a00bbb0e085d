//! The rules of the house, held by tests: who may know whom, how long a file may be, what a lock file may name.
//!
//! Every rule says what is wrong and where; none can be switched off for one file.

#![expect(clippy::expect_used, clippy::panic, reason = "a test that cannot go on says where and ends")]

mod arrows;
mod commands;
mod locks;
mod plays;
mod sizes;
mod tree;
mod window;
