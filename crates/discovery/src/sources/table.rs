//! The table in the program: instant, asks nobody.

use contract::{EvidenceSource, Heard, Trust, UserName, Verdict};
use providers::{NameForm, Provider};

use super::{Names, Outcome, Rank, Report, Said, Settings, trust_of_name};
use crate::found::Candidate;

/// What the table says of the domain itself. `None` when it does not know the domain.
pub(crate) fn ask(domain: &str) -> Option<Report> {
    let provider = providers::by_domain(domain)?;
    let said = Said::new(EvidenceSource::DomainTable, domain, Heard::Provider, provider.id);
    let said = said.trusted(Trust::Table);
    let user_name = provider.user_name.user_name();
    Some(match settings(provider, domain, None, user_name) {
        Some(settings) => Report::new(Rank::Table, Outcome::Settings(settings), said),
        None => Report::new(Rank::Table, Outcome::Nothing, said).with_hint(provider),
    })
}

/// The settings of a row. `mx` is the MX host, with true when only the provider can run a host of that name. `None`
/// when the row's servers are not known.
pub(crate) fn settings(
    provider: &'static Provider,
    domain: &str,
    mx: Option<(&str, bool)>,
    user_name: UserName,
) -> Option<Settings> {
    let submission: Vec<Candidate> = provider
        .submission
        .iter()
        .filter_map(|host| {
            let server = host.server(domain, mx.map(|(host, _)| host))?;
            let trust = match mx {
                Some((_, own)) if host.needs_mx() && !own => trust_of_name(&server.host, domain),
                Some(_) | None => Trust::Table,
            };
            Some(Candidate { server, user_name: user_name.clone(), logins: provider.logins.to_vec(), trust })
        })
        .collect();
    if submission.is_empty() && provider.verdict != Verdict::Impossible {
        return None;
    }
    let is_of_mx = provider.retrieval.iter().any(|(_, host)| host.needs_mx());
    let retrieval_trust = match mx {
        Some((_, false)) if is_of_mx => Trust::Unproven,
        Some(_) | None => Trust::Table,
    };
    Some(Settings {
        submission,
        retrieval_trust,
        retrieval: provider.mailbox_servers(domain, mx.map(|(host, _)| host)),
        retrieval_user_name: provider.retrieval_user_name.map(NameForm::user_name),
        display_name: Some(names(provider)),
        provider: Some(provider),
        verdict: provider.verdict,
    })
}

/// The brand of a row.
pub(crate) fn names(provider: &Provider) -> Names {
    Names { en: provider.name.to_owned(), ja: provider.name_ja.unwrap_or(provider.name).to_owned() }
}
