//! The order in which the records of a domain are used, and which of them are none. Pure: records in, records out.

use std::cmp::Reverse;

use crate::names;
use crate::ports::{MxRecord, SrvRecord};

/// Endings of names that never belong to a public host (RFC 6761, RFC 6762, RFC 7686, RFC 9476 and what stands beside
/// them).
const NOT_PUBLIC: [&str; 8] = ["local", "localhost", "internal", "lan", "home", "onion", "invalid", "arpa"];

/// The records that can be used, lower priority first, and among equals the heavier one first. RFC 2782 draws lots among
/// equals to balance the load; one person's wizard balances nothing, and the same answer twice is worth more.
pub(crate) fn order_srv(records: Vec<SrvRecord>) -> Vec<SrvRecord> {
    let mut records: Vec<SrvRecord> = records
        .into_iter()
        // Port 25 is for servers among themselves (RFC 6409).
        .filter(|record| record.port != 0 && record.port != 25)
        .filter_map(|record| Some(SrvRecord { target: public_host(&record.target)?, ..record }))
        .collect();
    records.sort_by(|one, other| {
        let key = |record: &SrvRecord| (record.priority, Reverse(record.weight));
        key(one).cmp(&key(other)).then_with(|| (&one.target, one.port).cmp(&(&other.target, other.port)))
    });
    // The same server again, further down.
    let mut kept: Vec<SrvRecord> = Vec::with_capacity(records.len());
    for record in records {
        if !kept.iter().any(|other| (&other.target, other.port) == (&record.target, record.port)) {
            kept.push(record);
        }
    }
    kept
}

/// True when the domain says that it does not offer the service: a target of the root (RFC 2782).
pub(crate) fn is_not_offered(records: &[SrvRecord]) -> bool {
    !records.is_empty() && records.iter().all(|record| is_root(&record.target))
}

/// The records with a host, lower preference first, and among equals by name, so that the order in which the resolver
/// shuffled them says nothing. Each host once.
pub(crate) fn order_mx(records: Vec<MxRecord>) -> Vec<MxRecord> {
    let mut records: Vec<MxRecord> = records
        .into_iter()
        .filter_map(|record| Some(MxRecord { exchange: public_host(&record.exchange)?, ..record }))
        .collect();
    records.sort_by(|one, other| (one.preference, &one.exchange).cmp(&(other.preference, &other.exchange)));
    let mut kept: Vec<MxRecord> = Vec::with_capacity(records.len());
    for record in records {
        if !kept.iter().any(|other| other.exchange == record.exchange) {
            kept.push(record);
        }
    }
    kept
}

/// True when the domain says that it takes no mail (RFC 7505). More than one record makes it void, but a domain of
/// which every exchange is the root takes none either.
pub(crate) fn is_null_mx(records: &[MxRecord]) -> bool {
    !records.is_empty() && records.iter().all(|record| is_root(&record.exchange))
}

fn is_root(name: &str) -> bool {
    name.is_empty() || name == "."
}

/// The name in lower case as A-labels, when it may be one of a public host.
fn public_host(name: &str) -> Option<String> {
    let host = names::to_ascii(name)?;
    let ending = host.rsplit('.').next().unwrap_or_default();
    (!NOT_PUBLIC.contains(&ending)).then_some(host)
}

#[cfg(test)]
mod tests;
