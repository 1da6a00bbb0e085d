//! The texts people read: the same ids and variables in both languages, none missing, none unused.

#![expect(clippy::expect_used, clippy::panic, reason = "a test that cannot go on says where and ends")]

mod families;
mod ftl;
mod glossary;
mod help;
mod literals;
mod pairs;
mod problems;
mod used;
