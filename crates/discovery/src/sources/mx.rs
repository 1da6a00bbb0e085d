//! The MX records: whether the domain takes mail at all, and whose servers take it.

use std::time::Duration;

use contract::{EvidenceSource, Heard, Trust};
use providers::MxMatch;

use super::{Outcome, Rank, Report, Said, table, within};
use crate::names;
use crate::ports::{LookupFault, MxRecord, Resolver};

/// More hosts than this are not looked at.
const MOST_HOSTS: usize = 8;

/// Looks the MX records up and reads them against the table.
pub(crate) async fn ask(domain: &str, resolver: &dyn Resolver, limit: Duration) -> Report {
    match within(limit, resolver.mx(domain)).await {
        None | Some(Err(LookupFault::Network)) => report(domain, Outcome::Unreachable, Heard::NotReached, ""),
        Some(Err(LookupFault::Unavailable)) => report(domain, Outcome::Unreachable, Heard::LookupFailed, "no resolver"),
        // Without a network the computer's own stub resolver answers so: it proves nothing.
        Some(Err(LookupFault::Server)) => report(domain, Outcome::Unreachable, Heard::LookupFailed, ""),
        Some(Err(LookupFault::NoSuchName)) => report(domain, Outcome::NoSuchDomain, Heard::NoDomain, ""),
        Some(Ok(records)) if records.is_empty() => match within(limit, resolver.has_address(domain)).await {
            Some(Ok(false) | Err(LookupFault::NoSuchName)) => {
                report(domain, Outcome::NoSuchDomain, Heard::NoDomain, "")
            }
            Some(Ok(true) | Err(LookupFault::Network | LookupFault::Server | LookupFault::Unavailable))
            | None => report(domain, Outcome::Nothing, Heard::NoMx, ""),
        },
        Some(Ok(records)) => read(domain, records),
    }
}

fn read(domain: &str, mut records: Vec<MxRecord>) -> Report {
    records.sort_by_key(|record| record.preference);
    // RFC 7505: a single record for the root.
    if records.iter().all(|record| record.exchange.is_empty()) {
        return report(domain, Outcome::NoMail, Heard::NullMx, "");
    }
    let hosts: Vec<String> =
        records.iter().filter_map(|record| names::to_ascii(&record.exchange)).take(MOST_HOSTS).collect();
    let Some((host, owner)) = hosts.iter().find_map(|host| Some((host, providers::by_mx(host)?))) else {
        let first = hosts.first().cloned().unwrap_or_default();
        return Report { mx_hosts: hosts, ..report(&first, Outcome::Nothing, Heard::UnknownHost, "") };
    };
    match owner {
        MxMatch::Gateway(name) => report(host, Outcome::Nothing, Heard::Filter, name),
        MxMatch::Forwarder(name) => report(host, Outcome::Nothing, Heard::Forwarding, name),
        MxMatch::Provider { provider, own_host, user_name } => {
            match table::settings(provider, domain, Some((host, own_host)), user_name.user_name()) {
                Some(settings) => {
                    let unproven = settings.submission.iter().any(|candidate| candidate.trust < Trust::Table);
                    let rank = if unproven { Rank::MxForm } else { Rank::MxTable };
                    let mut report = report(host, Outcome::Settings(settings), Heard::Provider, provider.id);
                    report.rank = rank;
                    report.said.iter_mut().for_each(|said| {
                        said.trust = if unproven { Trust::Unproven } else { Trust::Table };
                    });
                    report
                }
                None => Report { hint: Some(provider), ..report(host, Outcome::Nothing, Heard::Provider, provider.id) },
            }
        }
    }
}

fn report(host: &str, outcome: Outcome, answer: Heard, detail: &str) -> Report {
    let said = Said {
        source: EvidenceSource::Mx,
        host: host.to_owned(),
        answer,
        detail: detail.to_owned(),
        trust: Trust::Unproven,
    };
    Report::new(Rank::MxTable, outcome, said)
}
