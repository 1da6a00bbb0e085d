//! Tests of folding, reading files and ranking, with scripted ports. Real servers: `system/tests`.

mod addresses;
mod config_files;
mod failures;
mod names;
mod ranking;
mod settings;
mod world;
