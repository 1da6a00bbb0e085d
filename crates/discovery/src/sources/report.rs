//! What a source reports: usable settings or why there are none, and what it heard on the way.

use contract::{EvidenceSource, Heard, MailboxServer, Trust, UserName, Verdict};
use providers::Provider;

use super::Rank;
use crate::found::Candidate;
use crate::ports::WebFault;

/// What one source has to say.
#[derive(Debug)]
pub(crate) struct Report {
    /// Who was asked, as it was waited for.
    pub(crate) asked: Rank,
    /// How good the answer is; the MX answer may be worth less than was waited for.
    pub(crate) rank: Rank,
    /// What it comes to.
    pub(crate) outcome: Outcome,
    /// For the report.
    pub(crate) said: Vec<Said>,
    /// What the MX records say besides.
    pub(crate) mail: Option<Mail>,
    /// The service, when it is known and its servers are not.
    pub(crate) hint: Option<&'static Provider>,
    /// Weak signs.
    pub(crate) signs: Vec<Sign>,
    /// The host that was to be reached by https, and why it was not or gave nothing.
    pub(crate) unfetched: Option<(String, WebFault)>,
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

/// Where the mail of the domain goes in, by its MX records.
#[derive(Debug, Clone, Default)]
pub(crate) struct Mail {
    /// MX hosts that may be asked and tried in turn, the preferred one first. None where they are a filter's or a
    /// forwarder's.
    pub(crate) hosts: Vec<String>,
    /// The name of a filter or forwarding service that takes the mail in.
    pub(crate) hidden_by: Option<&'static str>,
    /// The settings of every service that the records name, where they are not of one mind.
    pub(crate) services: Vec<Settings>,
}

/// A weak sign, and how much it weighs against others.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Sign {
    pub(crate) provider: &'static Provider,
    pub(crate) weight: u8,
}

/// Usable settings.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Settings {
    pub(crate) submission: Vec<Candidate>,
    pub(crate) retrieval: Vec<MailboxServer>,
    /// How far those for reading are believed, where their names do not speak for them.
    pub(crate) retrieval_trust: Trust,
    pub(crate) retrieval_user_name: Option<UserName>,
    pub(crate) display_name: Option<Names>,
    pub(crate) provider: Option<&'static Provider>,
    pub(crate) verdict: Verdict,
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
    pub(super) fn new(rank: Rank, outcome: Outcome, said: Said) -> Self {
        Self::of_many(rank, outcome, vec![said])
    }

    pub(super) fn of_many(rank: Rank, outcome: Outcome, said: Vec<Said>) -> Self {
        Self { asked: rank, rank, outcome, said, mail: None, hint: None, signs: Vec::new(), unfetched: None }
    }

    pub(super) fn with_hint(self, provider: &'static Provider) -> Self {
        Self { hint: Some(provider), ..self }
    }

    pub(super) fn with_fault(self, host: &str, fault: WebFault) -> Self {
        Self { unfetched: Some((host.to_owned(), fault)), ..self }
    }

    pub(super) fn with_signs(self, signs: Vec<Sign>) -> Self {
        Self { signs, ..self }
    }
}

impl Said {
    /// A line that nobody has to believe.
    pub(super) fn new(source: EvidenceSource, host: impl Into<String>, answer: Heard, detail: &str) -> Self {
        Self { source, host: host.into(), answer, detail: detail.to_owned(), trust: Trust::Unproven }
    }

    pub(super) fn trusted(self, trust: Trust) -> Self {
        Self { trust, ..self }
    }
}

impl Settings {
    /// The host of the first server for sending; empty where there is none.
    pub(crate) fn first_host(&self) -> &str {
        self.submission.first().map_or("", |first| first.server.host.as_str())
    }

    /// How far the first server is believed.
    pub(crate) fn trust(&self) -> Trust {
        self.submission.first().map_or(Trust::Table, |first| first.trust)
    }

    /// True when both lead to one service: the same row of the table, or a server in common.
    pub(crate) fn agrees_with(&self, other: &Self) -> bool {
        let same_row = match (self.provider, other.provider) {
            (Some(one), Some(two)) => one.id == two.id,
            (Some(_) | None, Some(_) | None) => false,
        };
        let hosts = |settings: &Self| -> Vec<String> {
            settings.submission.iter().map(|one| one.server.host.clone()).collect()
        };
        let theirs = hosts(other);
        same_row
            || hosts(self)
                .iter()
                .any(|one| theirs.iter().any(|two| crate::names::same_organisation(one, two)))
    }
}
