//! The sources that know something of a domain, one file each, and what they have in common.

pub(crate) mod dkim;
pub(crate) mod files;
pub(crate) mod mx;
pub(crate) mod ns;
pub(crate) mod openid;
pub(crate) mod pacc;
pub(crate) mod probe;
pub(crate) mod ptr;
mod report;
pub(crate) mod spf;
pub(crate) mod srv;
pub(crate) mod table;

use std::time::Duration;

use contract::{EvidenceSource, Heard, Login, MailboxServer, Server, Trust, UserName, Verdict};

use crate::found::Candidate;
use crate::names;
use crate::ports::{Answer, LookupFault, Page, Ports, WebFault};

pub(crate) use report::{Mail, Names, Outcome, Report, Said, Settings, Sign};

/// Somebody or something that can be asked about a domain.
pub(crate) trait Source: Send {
    /// How good its answer is.
    fn rank(&self) -> Rank;
    /// Asks, and reads the answer. Never longer than the limit of one request allows, question by question.
    fn ask<'a>(self: Box<Self>, asking: Asking<'a>) -> Answer<'a, Report>;
}

/// What every source is given.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Asking<'a> {
    /// The mail domain, lower case, A-labels.
    pub(crate) domain: &'a str,
    pub(crate) ports: Ports<'a>,
    /// How long one question may take.
    pub(crate) limit: Duration,
}

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
    /// A PACC document.
    Pacc,
    /// SRV records.
    Srv,
    /// The table, by MX, where the host is known from the MX alone.
    MxForm,
    /// `autoconfig.` of what stands behind the first label of the MX host.
    AutoconfigOfMxParent,
    /// `autoconfig.` of the MX host's base domain.
    AutoconfigOfMx,
    /// ISPDB, by what stands behind the first label of the MX host.
    IspdbOfMxParent,
    /// ISPDB, by the MX host's base domain.
    IspdbOfMx,
    /// Trying the usual names.
    Probe,
    /// The hosting company by the name of the mail host's address. A server that was seen and proved its name is better.
    Ptr,
    /// The hosting company by the domain's name servers.
    Ns,
    /// Whether Microsoft knows the domain. This and the next two are signs only.
    Openid,
    /// Who may send for the domain.
    Spf,
    /// Who signs for the domain.
    Dkim,
}

impl Rank {
    /// Who is asked at this rank.
    pub(crate) fn source(self) -> EvidenceSource {
        match self {
            Self::Table => EvidenceSource::DomainTable,
            Self::MxTable | Self::MxForm => EvidenceSource::Mx,
            Self::Autoconfig | Self::AutoconfigOfMxParent | Self::AutoconfigOfMx => {
                EvidenceSource::Autoconfig
            }
            Self::WellKnown => EvidenceSource::WellKnown,
            Self::Ispdb | Self::IspdbOfMxParent | Self::IspdbOfMx => EvidenceSource::Ispdb,
            Self::Pacc => EvidenceSource::Pacc,
            Self::Srv => EvidenceSource::Srv,
            Self::Ptr => EvidenceSource::Ptr,
            Self::Ns => EvidenceSource::Ns,
            Self::Probe => EvidenceSource::Probe,
            Self::Openid => EvidenceSource::OpenidConfiguration,
            Self::Spf => EvidenceSource::Spf,
            Self::Dkim => EvidenceSource::Dkim,
        }
    }

    /// A file that the domain itself keeps.
    pub(crate) fn is_own_file(self) -> bool {
        matches!(self, Self::Autoconfig | Self::WellKnown)
    }

    /// What the domain says of itself, or ISPDB of the domain: it decides also where a filter hides the mailbox.
    pub(crate) fn is_own_word(self) -> bool {
        (Self::Autoconfig..=Self::Srv).contains(&self)
    }

    /// A file that comes by https under a verified name.
    pub(crate) fn is_file(self) -> bool {
        (Self::Autoconfig..=Self::Pacc).contains(&self)
    }

    /// What comes by https under a verified name, or proves at least that somebody is there.
    pub(crate) fn is_by_https(self) -> bool {
        matches!(
            self.source(),
            EvidenceSource::Autoconfig
                | EvidenceSource::WellKnown
                | EvidenceSource::Ispdb
                | EvidenceSource::Pacc
                | EvidenceSource::OpenidConfiguration
        )
    }

    /// A weak sign, which orders the choices of a question and decides nothing.
    pub(crate) fn is_sign(self) -> bool {
        self >= Self::Openid
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

/// The settings that these candidates make; `None` without any. The service is that of the first one's host. The servers
/// for reading are believed as far as `retrieval_trust`.
fn settings(
    submission: Vec<Candidate>,
    retrieval: Vec<MailboxServer>,
    retrieval_trust: Trust,
    display_name: Option<Names>,
) -> Option<Settings> {
    let provider = providers::by_submission_host(&submission.first()?.server.host);
    Some(Settings {
        retrieval,
        retrieval_trust,
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

/// The same for a look-up, where silence is one of the faults.
async fn look_up<T>(
    limit: Duration,
    answer: impl Future<Output = Result<T, LookupFault>>,
) -> Result<T, LookupFault> {
    within(limit, answer).await.unwrap_or(Err(LookupFault::Network))
}

/// Fetches a file by https; a failure is the report of whoever asked.
async fn fetch(asking: Asking<'_>, url: &str, rank: Rank, asked: &str) -> Result<Page, Report> {
    let answer = within(asking.limit, asking.ports.web.get(url)).await;
    answer.unwrap_or(Err(WebFault::Network)).map_err(|fault| {
        let outcome = if fault == WebFault::Network { Outcome::Unreachable } else { Outcome::Nothing };
        let (answer, detail) = heard_of_fetch(fault);
        let host = url.trim_start_matches("https://").split('/').next().unwrap_or_default();
        Report::new(rank, outcome, Said::new(rank.source(), asked, answer, detail)).with_fault(host, fault)
    })
}

/// What a fetch that failed comes to.
fn heard_of_fetch(fault: WebFault) -> (Heard, &'static str) {
    match fault {
        WebFault::NoSuchHost => (Heard::Nothing, "no such host"),
        WebFault::Network => (Heard::NotReached, ""),
        WebFault::Refused => (Heard::Nothing, "no https"),
        WebFault::Certificate => (Heard::BadCertificate, ""),
        WebFault::CertificateDate => (Heard::BadCertificate, "out of date"),
        WebFault::Status(_) => (Heard::Nothing, "no such page"),
        WebFault::TooLarge => (Heard::Refused, "too-large"),
        WebFault::Redirect => (Heard::Refused, "redirect"),
        WebFault::PrivateAddress => (Heard::Refused, "private-address"),
        WebFault::Broken => (Heard::NotAConfiguration, "broken off"),
    }
}

/// What a look-up that failed comes to. A name that does not exist is an answer: there is nothing.
fn heard_of_lookup(fault: LookupFault) -> (Outcome, Heard, &'static str) {
    match fault {
        LookupFault::NoSuchName => (Outcome::Nothing, Heard::Nothing, ""),
        LookupFault::Network => (Outcome::Unreachable, Heard::NotReached, ""),
        // Without a network the computer's own stub resolver answers so: it proves nothing.
        LookupFault::Server => (Outcome::Unreachable, Heard::LookupFailed, ""),
        LookupFault::Unavailable => (Outcome::Unreachable, Heard::LookupFailed, "no resolver"),
    }
}
