//! The tables that the build script makes of `data/*.toml`.

use contract::{Login, Protocol, Security, StepPicture, Verdict};

use crate::device::Names;
use crate::mx::Target;
use crate::provider::{Host, Kind, NameForm, Panel, Preparation, Provider, WayOut};
use crate::relay::{Confirmed, Dkim, Region, Relay, RelayUser, Spf};
use crate::shape::{Letters, Shape};

include!(concat!(env!("OUT_DIR"), "/tables.rs"));
