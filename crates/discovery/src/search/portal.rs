//! Whether the network itself answers in everybody's place, as that of a hotel does before its page was opened.

use contract::{Evidence, EvidenceSource, Heard};

use super::run::Search;
use crate::sources::Rank;
use crate::sources::files::ISPDB;

/// So many hosts have to show a certificate that is not theirs. One alone may have a faulty one.
const LEAST_HOSTS: usize = 2;

impl Search<'_> {
    /// True when ISPDB, whose certificate is known to be good, showed a foreign one, others did too, and nobody was
    /// reached by https. A domain whose own hosts alone have faulty certificates is no such network.
    pub(super) fn is_captive(&self) -> bool {
        let by_https = || self.evidence.iter().filter(|line| is_by_https(line.source));
        let mut foreign: Vec<&str> = by_https().filter(|line| is_foreign(line)).map(host).collect();
        foreign.sort_unstable();
        foreign.dedup();
        foreign.contains(&ISPDB) && foreign.len() >= LEAST_HOSTS && !by_https().any(is_true_answer)
    }

    /// The same, once everybody has answered who could still prove the contrary.
    pub(super) fn is_surely_captive(&self) -> bool {
        self.best().is_none() && !self.pending.iter().any(|rank| is_first_asked(*rank)) && self.is_captive()
    }
}

fn is_by_https(source: EvidenceSource) -> bool {
    matches!(
        source,
        EvidenceSource::Autoconfig
            | EvidenceSource::WellKnown
            | EvidenceSource::Ispdb
            | EvidenceSource::OpenidConfiguration
    )
}

fn is_first_asked(rank: Rank) -> bool {
    rank.is_own_file() || rank == Rank::Ispdb
}

/// A certificate that only its days make worthless is no foreign one: the clock may be wrong.
fn is_foreign(line: &Evidence) -> bool {
    line.answer == Heard::BadCertificate && line.detail.is_empty()
}

/// Something came from the host that was asked.
fn is_true_answer(line: &Evidence) -> bool {
    let is_silence = line.answer == Heard::NotReached
        || (line.answer == Heard::Nothing && matches!(line.detail.as_str(), "no such host" | "no https"));
    line.answer != Heard::BadCertificate && !is_silence
}

/// The host that was asked; behind it in brackets may stand for whose sake.
fn host(line: &Evidence) -> &str {
    line.host.split(' ').next().unwrap_or_default()
}
