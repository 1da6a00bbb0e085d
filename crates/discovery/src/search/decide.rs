//! When enough is known. A better answer is waited for as long as it is worth it, and a slow source adds nothing.
//!
//! The figures: with every look-up as slow as the others the search takes no longer than the longest chain of questions
//! that the answer needed, and one tenth more at most.

use std::time::Duration;

use contract::Trust;
use tokio::time::Instant;

use super::run::Search;
use crate::sources::{Rank, Settings};

/// A believed answer waits this part of the time that it took itself, so that those who are just as fast are heard.
const TWENTIETH: u32 = 20;
/// Up to here everybody is heard: nobody notices a tenth of a second, and among answers that are all quick their rank
/// decides and not the jitter.
const NOT_NOTICED: Duration = Duration::from_millis(100);

/// What the search waits for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Wait {
    /// Nothing.
    Decided,
    /// Answers, but not longer than this.
    Until(Instant),
    /// Answers, as long as the limits allow.
    ForAnswers,
}

impl Search<'_> {
    /// The best usable settings so far. Where a filter hides the mailbox, or the MX records are of two minds, only the
    /// domain's own word counts.
    pub(super) fn best(&self) -> Option<&(Rank, Settings, Instant)> {
        let counts = |rank: Rank| !self.is_hidden() || rank.is_own_word();
        self.answers.iter().filter(|(rank, ..)| counts(*rank)).min_by_key(|(rank, ..)| *rank)
    }

    /// True when the MX records do not tell where the mailbox is.
    pub(super) fn is_hidden(&self) -> bool {
        self.mail.hidden_by.is_some() || self.mail.services.len() > 1
    }

    pub(super) fn wait(&self) -> Wait {
        if self.no_mail || self.pending.is_empty() || self.is_surely_captive() {
            return Wait::Decided;
        }
        match self.best() {
            // A lost datagram must not let a name that was merely tried speak for a domain at Google, or one without mail.
            Some((Rank::Probe, ..)) if self.pending.contains(&Rank::MxTable) => {
                Wait::Until(self.start + self.limits.question)
            }
            Some((rank, settings, at)) if self.is_beaten_by_pending(*rank) => {
                Wait::Until(self.deadline(*rank, settings, *at))
            }
            Some(_) => Wait::Decided,
            None if self.mail.services.len() > 1 && self.mail.hidden_by.is_none() && self.is_quiet() => {
                Wait::Decided
            }
            // Where a question is the answer, signs and tried names get as long as all others took, and a while at least.
            None if self.is_hidden() => Wait::Until(match self.quiet {
                Some(quiet) => quiet + (quiet - self.start).max(self.limits.patience),
                None => self.start + self.limits.question,
            }),
            // Where there is no other answer, a slow server is waited for to the end.
            None => Wait::ForAnswers,
        }
    }

    /// True when those who may still answer can only order the choices of a question, or add one.
    pub(super) fn is_quiet(&self) -> bool {
        let decides = |rank: Rank| {
            if self.is_hidden() { rank.is_own_word() } else { !rank.is_sign() }
        };
        !self.pending.iter().any(|rank| decides(*rank))
    }

    pub(super) fn may_probe(&self) -> bool {
        // Nobody is knocked at for a domain that is not there, takes no mail, or has its mail at services that we know.
        let is_at_services = self.mail.services.len() > 1 && self.mail.hidden_by.is_none();
        !self.probing && self.best().is_none() && !self.no_such_domain && !self.no_mail && !is_at_services
    }

    /// Whether somebody may still answer who is believed more, or who may disagree.
    fn is_beaten_by_pending(&self, best: Rank) -> bool {
        self.pending.iter().any(|rank| *rank < best || (best == Rank::MxTable && rank.is_own_file()))
    }

    /// How long better answers are waited for. What was believed anyway waits only for those who are just as fast; what
    /// the person would be asked about, or what knows no user names, waits a while for a file of the domain.
    fn deadline(&self, rank: Rank, settings: &Settings, at: Instant) -> Instant {
        let took = at - self.start;
        let soon = (at + took / TWENTIETH).max(self.start + NOT_NOTICED);
        let is_complete = rank.is_file() || rank == Rank::MxTable;
        if is_complete && settings.trust() > Trust::Unproven {
            soon
        } else {
            soon.max(self.start + self.limits.patience)
        }
    }
}
