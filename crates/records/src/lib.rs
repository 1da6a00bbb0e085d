//! What a domain's records say about who may send for it: MX, SPF, DKIM, DMARC, and the tenant at Microsoft.
//!
//! Lives here: looking them up through the ports of a search, judging each for one sender, and the exact line that is
//! missing. Does not live here: the sentences (`records.ftl`), trying to sign in (crate `app`), the services' own facts
//! (crate `providers`).
//!
//! Only the domain leaves the machine. Nothing is said that was not seen: what nobody answered is
//! [`RecordState::Unseen`](contract::RecordState::Unseen).

mod dkim;
mod dmarc;
mod mx;
mod spf;
mod tenant;

use std::time::Duration;

use contract::{RecordLine, RecordName, RecordState, Text};
use discovery::{LookupFault, Ports};
use providers::{Dkim, Spf};

/// Patience with one look-up.
const PATIENCE: Duration = Duration::from_secs(5);

/// Who sends for the domain.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sender<'a> {
    /// What people call it; empty for none in particular.
    pub name: &'a str,
    /// What is known of its records.
    pub kind: SenderKind,
}

/// What is known of a sender's records.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SenderKind {
    /// Google Workspace.
    Google,
    /// Microsoft 365, by the id of its cloud's row in the table of providers.
    Microsoft(&'static str),
    /// A relay service.
    Relay {
        /// What it needs in the SPF record.
        spf: Spf,
        /// Where its DKIM key stands.
        dkim: Dkim,
    },
    /// None in particular: what is there is told, nothing is missed.
    Any,
}

impl SenderKind {
    /// A relay service of the table, by its id.
    pub fn of_relay(id: &str) -> Self {
        providers::relay(id).map_or(Self::Any, |row| Self::Relay { spf: row.spf, dkim: row.dkim })
    }
}

/// Looks at the domain's records, all at once; at most about ten seconds. `domain` is in A-labels.
pub async fn examine(domain: &str, sender: Sender<'_>, ports: Ports<'_>) -> Vec<RecordLine> {
    let asking = Asking { domain, sender, ports };
    let (mx, spf, dkim, dmarc, tenant) = tokio::join!(
        mx::line(asking),
        spf::line(asking),
        dkim::line(asking),
        dmarc::line(asking),
        tenant::line(asking),
    );
    [Some(mx), Some(spf), dkim, Some(dmarc), tenant].into_iter().flatten().collect()
}

/// What is looked for.
#[derive(Clone, Copy)]
struct Asking<'a> {
    domain: &'a str,
    sender: Sender<'a>,
    ports: Ports<'a>,
}

impl Asking<'_> {
    /// The TXT records of a name; none where the name is not there.
    async fn texts(&self, name: &str) -> Result<Vec<String>, LookupFault> {
        let found = present(within(self.ports.resolver.texts(name)).await)?;
        Ok(found.iter().map(|text| readable(text)).collect())
    }

    /// A sentence about this domain and this sender.
    fn say(&self, name: RecordName, what: &str) -> Text {
        Text::new(format!("record-{}-{what}", name.name()))
            .with("domain", self.domain)
            .with("provider", self.sender.name)
    }

    /// A line with its sentence, and nothing more.
    fn line(&self, name: RecordName, state: RecordState, what: &str) -> RecordLine {
        RecordLine::new(name, state, self.say(name, what))
    }

    /// Nobody answered.
    fn unseen(&self, name: RecordName) -> RecordLine {
        let text = Text::new("record-no-answer").with("domain", self.domain);
        RecordLine::new(name, RecordState::Unseen, text)
    }
}

/// Stands for what no record that is read here may hold.
const UNREADABLE: char = '\u{fffd}';

/// A text that can be shown: those of SPF, DKIM and DMARC are printable ASCII (RFC 7208 section 4.5, RFC 6376 section
/// 3.2), and a screen would obey some of the rest.
fn readable(text: &str) -> String {
    let shown = |letter: char| if matches!(letter, ' '..='~') { letter } else { UNREADABLE };
    text.chars().map(shown).collect()
}

async fn within<T>(answer: impl Future<Output = Result<T, LookupFault>>) -> Result<T, LookupFault> {
    tokio::time::timeout(PATIENCE, answer).await.unwrap_or(Err(LookupFault::Network))
}

/// A name that does not exist has no records: that is an answer, and no failure.
fn present<T: Default>(answer: Result<T, LookupFault>) -> Result<T, LookupFault> {
    match answer {
        Err(LookupFault::NoSuchName) => Ok(T::default()),
        other => other,
    }
}

#[cfg(test)]
mod tests;
