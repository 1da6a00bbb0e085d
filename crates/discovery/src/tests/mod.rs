//! Tests of folding, reading files and ranking, with scripted ports. Real servers: `system/tests`.

mod addresses;
mod any_order;
mod config_files;
mod corpus;
mod failures;
mod figures;
mod hosting;
mod look_alikes;
mod names;
mod portals;
mod questions;
mod ranking;
mod settings;
mod trust;
mod world;
