//! The MX records: whether the domain takes mail at all, and whose servers take it.

use std::net::IpAddr;

use contract::{EvidenceSource, Heard, Trust};
use providers::MxMatch;

use super::{Asking, Mail, Outcome, Rank, Report, Said, Settings, Source, heard_of_lookup, look_up, table};
use crate::chooser;
use crate::ports::{Answer, LookupFault, MxRecord};

/// More hosts than this are not looked at.
const MOST_HOSTS: usize = 8;

/// The MX records of the domain.
pub(crate) struct Mx;

impl Source for Mx {
    fn rank(&self) -> Rank {
        Rank::MxTable
    }

    fn ask<'a>(self: Box<Self>, asking: Asking<'a>) -> Answer<'a, Report> {
        Box::pin(ask(asking))
    }
}

async fn ask(asking: Asking<'_>) -> Report {
    let Asking { domain, ports, limit } = asking;
    let mx = look_up(limit, ports.resolver.mx(domain));
    // Without MX the domain's own address takes its mail (RFC 5321 section 5.1); asked at the same time, so that it
    // costs no time of its own.
    let addresses = look_up(limit, ports.resolver.addresses(domain));
    tokio::pin!(mx, addresses);
    let mut own: Option<Result<Vec<IpAddr>, LookupFault>> = None;
    let records = loop {
        tokio::select! {
            biased;
            records = &mut mx => break records,
            found = &mut addresses, if own.is_none() => own = Some(found),
        }
    };
    match records {
        Err(LookupFault::NoSuchName) => report(domain, Outcome::NoSuchDomain, Heard::NoDomain, ""),
        Err(fault) => {
            let (outcome, answer, detail) = heard_of_lookup(fault);
            report(domain, outcome, answer, detail)
        }
        Ok(records) if records.is_empty() => {
            let own = match own {
                Some(own) => own,
                None => addresses.await,
            };
            without_mx(domain, own)
        }
        Ok(records) => read(domain, records),
    }
}

fn without_mx(domain: &str, own: Result<Vec<IpAddr>, LookupFault>) -> Report {
    match own {
        Err(LookupFault::NoSuchName) => report(domain, Outcome::NoSuchDomain, Heard::NoDomain, ""),
        Ok(addresses) if addresses.is_empty() => report(domain, Outcome::NoSuchDomain, Heard::NoDomain, ""),
        Ok(_) | Err(LookupFault::Network | LookupFault::Server | LookupFault::Unavailable) => {
            Report { mail: Some(Mail::default()), ..report(domain, Outcome::Nothing, Heard::NoMx, "") }
        }
    }
}

/// One service that an MX host names.
struct Service {
    host: String,
    id: &'static str,
    /// `None` when the row's servers are not known.
    settings: Option<Settings>,
}

fn read(domain: &str, records: Vec<MxRecord>) -> Report {
    if chooser::is_null_mx(&records) {
        return report(domain, Outcome::NoMail, Heard::NullMx, "");
    }
    let hosts: Vec<String> =
        chooser::order_mx(records).into_iter().map(|record| record.exchange).take(MOST_HOSTS).collect();
    let mut hidden: Option<(&String, Heard, &'static str)> = None;
    let mut services: Vec<Service> = Vec::new();
    for host in &hosts {
        match providers::by_mx(host) {
            Some(MxMatch::Gateway(name)) => hidden = hidden.or(Some((host, Heard::Filter, name))),
            Some(MxMatch::Forwarder(name)) => hidden = hidden.or(Some((host, Heard::Forwarding, name))),
            Some(MxMatch::Provider { provider, own_host, user_name })
                if services.iter().all(|other| other.id != provider.id) =>
            {
                let form = user_name.user_name();
                let settings = table::settings(provider, domain, Some((host, own_host)), form);
                services.push(Service { host: host.clone(), id: provider.id, settings });
            }
            Some(MxMatch::Provider { .. }) | None => {}
        }
    }
    if let Some((host, heard, name)) = hidden {
        return hidden_behind(host, heard, name, services);
    }
    if services.len() > 1 {
        return of_two_minds(services);
    }
    match services.pop() {
        Some(service) => of_one(service, hosts),
        None => unknown(hosts),
    }
}

/// A filter or forwarder says nothing of the mailbox. A second record beside it is a sign, no proof.
fn hidden_behind(host: &str, heard: Heard, name: &'static str, services: Vec<Service>) -> Report {
    let mut report = report(host, Outcome::Nothing, heard, name);
    report.said.extend(services.iter().map(said));
    let services = services.into_iter().filter_map(|service| service.settings).collect();
    report.mail = Some(Mail { hosts: Vec::new(), hidden_by: Some(name), services });
    report
}

fn of_two_minds(services: Vec<Service>) -> Report {
    let first = services.first().map(|service| service.host.clone()).unwrap_or_default();
    let mut report = report(&first, Outcome::Nothing, Heard::Provider, "");
    report.said = services.iter().map(said).collect();
    let mut known: Vec<Settings> = services.into_iter().filter_map(|service| service.settings).collect();
    if known.len() == 1 {
        // Of the others nothing can be used, so there is nothing to choose.
        report.outcome = known.pop().map_or(Outcome::Nothing, Outcome::Settings);
        return ranked(report);
    }
    report.mail = Some(Mail { services: known, ..Mail::default() });
    report
}

fn of_one(service: Service, hosts: Vec<String>) -> Report {
    let Service { host, id, settings } = service;
    match settings {
        Some(settings) => ranked(report(&host, Outcome::Settings(settings), Heard::Provider, id)),
        None => {
            let report = report(&host, Outcome::Nothing, Heard::Provider, id);
            let mail = Some(Mail { hosts, ..Mail::default() });
            Report { hint: providers::by_id(id), mail, ..report }
        }
    }
}

fn unknown(hosts: Vec<String>) -> Report {
    let first = hosts.first().cloned().unwrap_or_default();
    let mail = Some(Mail { hosts, ..Mail::default() });
    Report { mail, ..report(&first, Outcome::Nothing, Heard::UnknownHost, "") }
}

/// A host that the table has not is known from DNS alone.
fn ranked(mut report: Report) -> Report {
    let Outcome::Settings(settings) = &report.outcome else { return report };
    let unproven = settings.submission.iter().any(|candidate| candidate.trust < Trust::Table);
    report.rank = if unproven { Rank::MxForm } else { Rank::MxTable };
    let trust = if unproven { Trust::Unproven } else { Trust::Table };
    report.said.iter_mut().for_each(|said| said.trust = trust);
    report
}

fn said(service: &Service) -> Said {
    Said::new(EvidenceSource::Mx, &service.host, Heard::Provider, service.id)
}

fn report(host: &str, outcome: Outcome, answer: Heard, detail: &str) -> Report {
    Report::new(Rank::MxTable, outcome, Said::new(EvidenceSource::Mx, host, answer, detail))
}
