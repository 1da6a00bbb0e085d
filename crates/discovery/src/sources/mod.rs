//! The sources that know something of a domain, one file each, and what they have in common.

pub(crate) mod files;
pub(crate) mod mx;
pub(crate) mod probe;
pub(crate) mod srv;
pub(crate) mod table;

use std::time::Duration;

use contract::{EvidenceSource, Heard, Login, MailboxServer, Server, Trust, UserName, Verdict};
use providers::Provider;

use crate::found::Candidate;
use crate::names;

/// Which answer is preferred; the first is the best. An answer wins when no better one can come any more.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Rank {
    /// The table, by domain.
    Table,
    /// The table, by MX, with hosts that stand in the table.
    MxTable,
    /// `autoconfig.DOMAIN`.
    Autoconfig,
    /// `.well-known/autoconfig`.
    WellKnown,
    /// ISPDB, by domain.
    Ispdb,
    /// SRV records.
    Srv,
    /// The table, by MX, where the host is known from the MX alone.
    MxForm,
    /// ISPDB, by the MX host's base domain.
    IspdbOfMx,
    /// Trying the usual names.
    Probe,
}

impl Rank {
    /// Who is asked at this rank.
    pub(crate) fn source(self) -> EvidenceSource {
        match self {
            Self::Table => EvidenceSource::DomainTable,
            Self::MxTable | Self::MxForm => EvidenceSource::Mx,
            Self::Autoconfig => EvidenceSource::Autoconfig,
            Self::WellKnown => EvidenceSource::WellKnown,
            Self::Ispdb | Self::IspdbOfMx => EvidenceSource::Ispdb,
            Self::Srv => EvidenceSource::Srv,
            Self::Probe => EvidenceSource::Probe,
        }
    }
}

/// What one source has to say.
#[derive(Debug)]
pub(crate) struct Report {
    /// How good the answer is.
    pub(crate) rank: Rank,
    /// What it comes to.
    pub(crate) outcome: Outcome,
    /// For the report.
    pub(crate) said: Vec<Said>,
    /// MX hosts that may be asked and tried in turn, the preferred one first.
    pub(crate) mx_hosts: Vec<String>,
    /// The service, when it is known and its servers are not.
    pub(crate) hint: Option<&'static Provider>,
}

#[derive(Debug)]
pub(crate) enum Outcome {
    Settings(Settings),
    /// Somebody answered, and there is nothing.
    Nothing,
    /// Only servers without protection.
    Unprotected,
    /// Nobody was reached.
    Unreachable,
    NoSuchDomain,
    NoMail,
}

/// Usable settings.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Settings {
    pub(crate) submission: Vec<Candidate>,
    pub(crate) retrieval: Vec<MailboxServer>,
    pub(crate) retrieval_user_name: Option<UserName>,
    pub(crate) display_name: Option<Names>,
    pub(crate) provider: Option<&'static Provider>,
    pub(crate) verdict: Verdict,
}

impl Settings {
    /// The host of the first server for sending; empty where there is none.
    pub(crate) fn first_host(&self) -> &str {
        self.submission.first().map_or("", |first| first.server.host.as_str())
    }
}

/// What a service or a domain is called.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Names {
    pub(crate) en: String,
    pub(crate) ja: String,
}

/// One line of evidence before its time is known.
#[derive(Debug, Clone)]
pub(crate) struct Said {
    pub(crate) source: EvidenceSource,
    pub(crate) host: String,
    pub(crate) answer: Heard,
    /// A host name, an id of the table or a fixed word; never a text of a server.
    pub(crate) detail: String,
    pub(crate) trust: Trust,
}

impl Report {
    fn new(rank: Rank, outcome: Outcome, said: Said) -> Self {
        Self { rank, outcome, said: vec![said], mx_hosts: Vec::new(), hint: None }
    }
}

/// A candidate at a host that somebody named. A host of the table brings the table's logins and trust; at any other
/// only the password that the source speaks of is left.
fn candidate(server: Server, user_name: UserName, takes_password: bool, trust: Trust) -> Option<Candidate> {
    if let Some(provider) = providers::by_submission_host(&server.host) {
        let logins = provider.logins.to_vec();
        return (!logins.is_empty()).then_some(Candidate { server, user_name, logins, trust: Trust::Table });
    }
    takes_password.then(|| Candidate { server, user_name, logins: vec![Login::Password], trust })
}

/// The settings that these candidates make; `None` without any. The service is that of the first one's host.
fn settings(
    submission: Vec<Candidate>,
    retrieval: Vec<MailboxServer>,
    display_name: Option<Names>,
) -> Option<Settings> {
    let provider = providers::by_submission_host(&submission.first()?.server.host);
    Some(Settings {
        retrieval,
        retrieval_user_name: None,
        display_name,
        verdict: provider.map_or(Verdict::Ready, |provider| provider.verdict),
        provider,
        submission,
    })
}

/// How far a host is believed that DNS or a guess named.
fn trust_of_name(host: &str, domain: &str) -> Trust {
    if names::same_organisation(host, domain) { Trust::Domain } else { Trust::Unproven }
}

/// Waits for an answer no longer than `limit`; `None` when it did not come.
async fn within<T>(limit: Duration, answer: impl Future<Output = T>) -> Option<T> {
    tokio::time::timeout(limit, answer).await.ok()
}
