//! The search itself: every source at once, ranked; the first good answer of the best rank wins and ends the rest.
//!
//! Lives here: who is asked and when (`run`), when enough is known (`decide`), whether the network itself answers for
//! everybody (`portal`), and what it all comes to (`end`). Does not live here: how a source is asked and read (folder
//! `sources`).

mod choices;
mod decide;
mod end;
mod portal;
mod run;

use std::time::Duration;

use crate::found::{Discovered, Failure};
use crate::ports::Ports;
use crate::sources::table;

/// What is being done, for a sentence on the screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Progress {
    /// Looking into the table.
    Table,
    /// Asking the DNS.
    Dns,
    /// Asking the domain's web server and ISPDB.
    Web,
    /// Trying the usual server names.
    Probe,
    /// It takes longer than usual.
    Slow,
}

/// How long things may take, and what is asked for at all.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// The whole search.
    pub total: Duration,
    /// One request.
    pub request: Duration,
    /// When [`Progress::Slow`] is told.
    pub slow: Duration,
    /// How long the domain's own word is waited for where the person would be asked without it.
    pub question: Duration,
    /// How long better sources are waited for: then the usual names are tried, and an answer from the DNS alone waits
    /// for no file any more.
    pub patience: Duration,
    /// Whether PACC documents are asked for, too: the draft still moves.
    pub pacc: bool,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            total: Duration::from_secs(8),
            // Where nobody else has an answer, a slow server is waited for to the end.
            request: Duration::from_secs(8),
            slow: Duration::from_secs(4),
            question: Duration::from_secs(3),
            patience: Duration::from_secs(1),
            pacc: false,
        }
    }
}

/// Searches the settings of a mail domain (lower case, A-labels, as in [`crate::Address::domain`]). Dropping the
/// future ends the search at once.
///
/// # Errors
/// [`Failure`] with its reason when nothing usable is known.
pub async fn discover(
    domain: &str,
    ports: Ports<'_>,
    limits: Limits,
    progress: &(dyn Fn(Progress) + Send + Sync),
) -> Result<Discovered, Failure> {
    let mut search = run::Search::new(domain, ports, limits, progress);
    progress(Progress::Table);
    if let Some(report) = table::ask(domain) {
        search.take(report);
    }
    if search.best().is_none() {
        search.run().await;
    }
    search.conclude()
}
