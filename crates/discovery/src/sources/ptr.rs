//! The name of the mail host's address: whose machine it is, where the MX is the customer's own domain (Xserver, Sakura).

use std::net::IpAddr;

use contract::{EvidenceSource, Heard, Trust};
use providers::SignMatch;

use super::{Asking, Outcome, Rank, Report, Said, Source, heard_of_lookup, look_up, table};
use crate::names;
use crate::ports::Answer;
use crate::system::is_public;

/// So many addresses of the host are looked at.
const MOST_ADDRESSES: usize = 2;

/// The addresses of this host of the mail domain.
pub(crate) struct Ptr(pub(crate) String);

impl Source for Ptr {
    fn rank(&self) -> Rank {
        Rank::Ptr
    }

    fn ask<'a>(self: Box<Self>, asking: Asking<'a>) -> Answer<'a, Report> {
        Box::pin(async move { ask(&self.0, asking).await })
    }
}

async fn ask(host: &str, asking: Asking<'_>) -> Report {
    let resolver = asking.ports.resolver;
    let report = |outcome, answer, detail: &str| {
        Report::new(Rank::Ptr, outcome, Said::new(EvidenceSource::Ptr, host, answer, detail))
    };
    let mut addresses = match look_up(asking.limit, resolver.addresses(host)).await {
        Ok(addresses) => addresses,
        Err(fault) => {
            let (outcome, answer, detail) = heard_of_lookup(fault);
            return report(outcome, answer, detail);
        }
    };
    // Nobody is asked about the machines of the person's own network.
    let some = !addresses.is_empty();
    addresses.retain(|address| is_public(*address));
    if some && addresses.is_empty() {
        return report(Outcome::Nothing, Heard::Refused, "private-address");
    }
    // IPv4 first: that is the one to which companies give names.
    addresses.sort();
    addresses.truncate(MOST_ADDRESSES);
    let questions = addresses.into_iter().map(|address| names_of(address, asking));
    let mut found: Vec<(String, SignMatch)> = futures_util::future::join_all(questions)
        .await
        .into_iter()
        .flatten()
        .filter_map(|name| providers::by_ptr(&name).map(|sign| (name, sign)))
        .collect();
    found.sort_by(|(one, _), (other, _)| one.cmp(other));
    let Some((name, SignMatch { provider, is_host })) = found.into_iter().next() else {
        return report(Outcome::Nothing, Heard::Nothing, "");
    };
    // Only the company gives out such names, and the certificate has to bear it.
    let mx = is_host.then_some((name.as_str(), true));
    match table::settings(provider, asking.domain, mx, provider.user_name.user_name()) {
        Some(settings) => {
            let mut report = report(Outcome::Settings(settings), Heard::Provider, provider.id);
            report.said.iter_mut().for_each(|said| {
                said.trust = Trust::Table;
                said.host = format!("{host} ({name})");
            });
            report
        }
        None => report(Outcome::Nothing, Heard::Hint, provider.id),
    }
}

async fn names_of(address: IpAddr, asking: Asking<'_>) -> Vec<String> {
    let names = look_up(asking.limit, asking.ports.resolver.pointers(address)).await.unwrap_or_default();
    names.iter().filter_map(|name| names::to_ascii(name)).collect()
}
