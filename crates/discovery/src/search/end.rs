//! What the search comes to.

use contract::{AccountKind, Evidence, EvidenceSource, MailboxServer, Trust, Verdict};
use providers::Provider;

use super::run::Search;
use crate::found::{Candidate, Discovered, Doubt, DoubtReason, Failure, Found, Reason};
use crate::names;
use crate::sources::{Rank, Settings, table};

impl Search<'_> {
    pub(super) fn conclude(self) -> Result<Discovered, Failure> {
        if self.no_mail {
            return Err(self.failure(Reason::TakesNoMail));
        }
        if let Some((rank, settings, _)) = self.best() {
            if let Some(file) = self.other_word(*rank, settings) {
                return Ok(self.doubt(DoubtReason::TwoAnswers, &[settings.clone(), file.clone()]));
            }
            let hint = self.hint.map(|(_, provider)| provider);
            return Ok(Discovered::Found(self.found(settings, Some(rank.source()), hint)));
        }
        if self.is_captive() {
            return Err(self.failure(Reason::CaptivePortal));
        }
        if let Some(name) = self.mail.hidden_by {
            return Ok(self.doubt(DoubtReason::Filter(name.to_owned()), &self.choices()));
        }
        if self.mail.services.len() > 1 {
            return Ok(self.doubt(DoubtReason::TwoAnswers, &self.mail.services));
        }
        // An MX host that nobody knows, and signs of Google or Microsoft behind it.
        let stranger =
            self.mail.hosts.first().filter(|host| !names::same_organisation(host, self.asking.domain));
        if let Some(host) = stranger.filter(|_| !self.signs.is_empty()) {
            let name = names::base(host).unwrap_or(host).to_owned();
            return Ok(self.doubt(DoubtReason::Filter(name), &self.choices()));
        }
        let reason = if self.no_such_domain {
            Reason::DomainNotFound
        } else if !self.somebody_answered {
            Reason::Offline
        } else if self.only_unprotected {
            Reason::OnlyUnprotected
        } else {
            Reason::NotFound
        };
        Err(self.failure(reason))
    }

    /// The domain's own file, where it leads to another service than the table does for the MX.
    fn other_word(&self, rank: Rank, settings: &Settings) -> Option<&Settings> {
        if rank != Rank::MxTable {
            return None;
        }
        let files = self.answers.iter().filter(|(rank, ..)| rank.is_own_file());
        let (_, file, _) = files.min_by_key(|(rank, ..)| *rank)?;
        (!file.agrees_with(settings)).then_some(file)
    }

    fn doubt(&self, reason: DoubtReason, choices: &[Settings]) -> Discovered {
        Discovered::Doubt(Doubt {
            reason,
            choices: choices.iter().map(|settings| self.found(settings, None, None)).collect(),
            evidence: self.evidence.clone(),
            elapsed_ms: self.elapsed_ms(),
        })
    }

    fn found(
        &self,
        settings: &Settings,
        named_by: Option<EvidenceSource>,
        hint: Option<&'static Provider>,
    ) -> Found {
        let provider = settings.provider.or(hint);
        let names = provider.map(table::names).or_else(|| settings.display_name.clone());
        let retrieval = self.retrieval(settings);
        let is_known = settings.verdict != Verdict::Unknown || settings.submission.is_empty();
        Found {
            kind: provider.map_or(AccountKind::Unknown, Provider::account_kind),
            provider,
            submission: submission(settings),
            retrieval_user_name: settings.retrieval_user_name.clone().filter(|_| !retrieval.is_empty()),
            retrieval,
            verdict: if is_known { settings.verdict } else { Verdict::Ready },
            named_by,
            display_name: names.as_ref().map(|names| names.en.clone()),
            display_name_ja: names.map(|names| names.ja),
            evidence: self.evidence.clone(),
            elapsed_ms: self.elapsed_ms(),
        }
    }

    /// The servers for reading at which the password may be shown. Nobody is asked about them, so one that only DNS names
    /// counts where it belongs to the mail domain, or to whoever gets the password for sending.
    fn retrieval(&self, settings: &Settings) -> Vec<MailboxServer> {
        let domain = self.asking.domain;
        let of_row =
            settings.provider.map(|provider| provider.mailbox_servers(domain, None)).unwrap_or_default();
        let first = settings.first_host();
        let mut servers = settings.retrieval.clone();
        servers.retain(|MailboxServer { server, .. }| {
            settings.retrieval_trust >= Trust::Domain
                || of_row.iter().any(|known| known.server.host == server.host)
                || names::same_organisation(&server.host, domain)
                || names::same_organisation(&server.host, first)
        });
        servers
    }

    fn failure(&self, reason: Reason) -> Failure {
        let evidence: Vec<Evidence> = self.evidence.clone();
        Failure { reason, evidence, elapsed_ms: self.elapsed_ms() }
    }
}

/// The servers for sending. Where the first is not reached the password goes to the next, so none is less believed than
/// the first, and where the person is asked about the first, none belongs to somebody else.
fn submission(settings: &Settings) -> Vec<Candidate> {
    let first = settings.first_host();
    let mut candidates = settings.submission.clone();
    candidates.retain(|next| match (settings.trust(), next.trust) {
        (Trust::Unproven, Trust::Unproven) => names::same_organisation(&next.server.host, first),
        (least, trust) => trust >= least,
    });
    candidates
}
