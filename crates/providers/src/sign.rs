//! Whose a name server or a mail host's address is, where the MX is the customer's own domain. The patterns are
//! explained at the head of `data/hosting_signs.toml`.

use crate::lookup::lower;
use crate::mx::matches;
use crate::provider::Provider;
use crate::tables::{NS, PROVIDERS, PTR};

/// What the name of an address says about the hosting company.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SignMatch {
    /// Which company.
    pub provider: &'static Provider,
    /// True when the name is itself the host that customers sign in at.
    pub is_host: bool,
}

/// The hosting company whose name server this is; letter case and a final dot do not matter.
pub fn by_ns(name: &str) -> Option<&'static Provider> {
    find(NS, name).map(|found| found.provider)
}

/// The hosting company to which the name of an address (PTR) belongs.
pub fn by_ptr(name: &str) -> Option<SignMatch> {
    find(PTR, name)
}

fn find(table: &'static [(&'static str, u16, bool)], name: &str) -> Option<SignMatch> {
    let name = lower(name);
    let (_, index, is_host) = table.iter().find(|(pattern, _, _)| matches(pattern, &name))?;
    Some(SignMatch { provider: PROVIDERS.get(usize::from(*index))?, is_host: *is_host })
}
