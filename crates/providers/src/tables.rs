//! The tables that the build script makes of `data/*.toml`.

use contract::{Login, Protocol, Security, Verdict};

use crate::mx::Target;
use crate::provider::{Host, Kind, NameForm, Preparation, Provider, WayOut};
use crate::shape::{Letters, Shape};

include!(concat!(env!("OUT_DIR"), "/tables.rs"));
