//! The name servers of the domain: a weak sign of the hosting company, where the MX is the domain's own.

use contract::{EvidenceSource, Heard, Trust};

use super::{Asking, Outcome, Rank, Report, Said, Source, heard_of_lookup, look_up, table, trust_of_name};
use crate::names;
use crate::ports::Answer;

/// The name servers of the registrable domain.
pub(crate) struct Ns;

impl Source for Ns {
    fn rank(&self) -> Rank {
        Rank::Ns
    }

    fn ask<'a>(self: Box<Self>, asking: Asking<'a>) -> Answer<'a, Report> {
        Box::pin(ask(asking))
    }
}

async fn ask(asking: Asking<'_>) -> Report {
    let domain = names::base(asking.domain).unwrap_or(asking.domain);
    let said = |host: &str, answer, detail: &str| Said::new(EvidenceSource::Ns, host, answer, detail);
    let mut servers = match look_up(asking.limit, asking.ports.resolver.name_servers(domain)).await {
        Ok(servers) => servers,
        Err(fault) => {
            let (outcome, answer, detail) = heard_of_lookup(fault);
            return Report::new(Rank::Ns, outcome, said(domain, answer, detail));
        }
    };
    servers.sort();
    let Some((server, provider)) = servers.iter().find_map(|name| Some((name, providers::by_ns(name)?)))
    else {
        return Report::new(Rank::Ns, Outcome::Nothing, said(domain, Heard::Nothing, ""));
    };
    let said = said(server, Heard::Hint, provider.id);
    // Only hosts that are the same for every customer: which of the company's servers it is, a name server cannot tell.
    let outcome = match table::settings(provider, asking.domain, None, provider.user_name.user_name()) {
        Some(mut settings) => {
            for candidate in &mut settings.submission {
                candidate.trust = candidate.trust.min(trust_of_name(&candidate.server.host, asking.domain));
            }
            Outcome::Settings(settings)
        }
        None => Outcome::Nothing,
    };
    Report::new(Rank::Ns, outcome, said.trusted(Trust::Unproven))
}
