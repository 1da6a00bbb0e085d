//! From a mail domain to ranked candidate settings, with evidence.
//!
//! Lives here: folding and checking what was typed as an address, the sources that know something of a domain (each
//! its own file), ranking them, and the system's resolver and https client behind small ports. Does not live here:
//! the table of providers (crate `providers`), trying a password (crate `submission`).
//!
//! Only the domain leaves the machine, never the part before the `@`; there is no plain http and no unverified
//! certificate.

mod address;
mod chooser;
mod composed;
mod config_file;
mod found;
#[doc(hidden)]
pub mod fuzzing;
mod look_alike;
mod names;
mod ports;
mod search;
mod sources;
mod system;

pub use address::{Address, AddressError, read_address};
pub use found::{Candidate, Discovered, Doubt, DoubtReason, Failure, Found, Reason};
pub use look_alike::look_alike;
pub use names::{OrganisationName, organisation, shown};
pub use ports::{
    Answer, LookupFault, MxRecord, Page, Ports, Probe, ProbeFault, Resolver, SrvRecord, SubmissionOffer, Web,
    WebFault,
};
pub use search::{Limits, Progress, discover};
pub use sources::dkim::{dkim_alias_of, dkim_key};
pub use sources::openid::{tenant, tenant_url};
pub use sources::spf::spf_include;
pub use system::System;

#[cfg(test)]
mod tests;
