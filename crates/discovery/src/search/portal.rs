//! Whether the network itself answers in everybody's place, as that of a hotel does before its page was opened.

use std::collections::BTreeSet;

use super::run::Search;
use crate::ports::WebFault;
use crate::sources::Rank;
use crate::sources::files::ISPDB;

/// So many hosts have to show a certificate that is not theirs. One alone may have a faulty one.
const LEAST_HOSTS: usize = 2;

/// What was seen of the hosts that were to be reached by https.
#[derive(Debug, Default)]
pub(super) struct Https {
    /// Those that showed a certificate which is not theirs.
    foreign: BTreeSet<String>,
    /// Something came from a host that was asked.
    reached: bool,
}

impl Https {
    /// Takes in what one host came to; `None` when it gave something.
    pub(super) fn learn(&mut self, unfetched: Option<(String, WebFault)>) {
        match unfetched {
            Some((host, WebFault::Certificate)) => {
                self.foreign.insert(host);
            }
            // A certificate that only its days make worthless is no foreign one: the clock may be wrong.
            Some((
                _,
                WebFault::CertificateDate | WebFault::NoSuchHost | WebFault::Network | WebFault::Refused,
            )) => {}
            Some((
                _,
                WebFault::Status(_)
                | WebFault::TooLarge
                | WebFault::Redirect
                | WebFault::PrivateAddress
                | WebFault::Broken,
            ))
            | None => self.reached = true,
        }
    }
}

impl Search<'_> {
    /// True when ISPDB, whose certificate is known to be good, showed a foreign one, others did too, and nobody was
    /// reached by https. A domain whose own hosts alone have faulty certificates is no such network.
    pub(super) fn is_captive(&self) -> bool {
        let Https { foreign, reached } = &self.https;
        foreign.contains(ISPDB) && foreign.len() >= LEAST_HOSTS && !reached
    }

    /// The same, once everybody has answered who could still prove the contrary.
    pub(super) fn is_surely_captive(&self) -> bool {
        self.best().is_none() && !self.pending.iter().any(|rank| is_first_asked(*rank)) && self.is_captive()
    }
}

fn is_first_asked(rank: Rank) -> bool {
    rank.is_own_file() || rank == Rank::Ispdb
}
