//! The search itself: every source at once, ranked; the first good answer of the best rank wins and ends the rest.

use std::time::Duration;

use contract::{AccountKind, Evidence, Verdict};
use futures_util::StreamExt;
use futures_util::stream::FuturesUnordered;
use providers::Provider;
use tokio::time::{Instant, sleep_until};

use crate::found::{Discovered, Failure, Found, Reason};
use crate::names;
use crate::ports::{Answer, Ports};
use crate::sources::{Outcome, Rank, Report, Settings, files, mx, probe, srv, table};

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

/// How long things may take.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// The whole search.
    pub total: Duration,
    /// One request.
    pub request: Duration,
    /// When [`Progress::Slow`] is told.
    pub slow: Duration,
    /// Trying names begins this late, or as soon as all others have failed.
    pub probe_after: Duration,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            total: Duration::from_secs(8),
            request: Duration::from_secs(3),
            slow: Duration::from_secs(4),
            probe_after: Duration::from_secs(1),
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
    let mut search = Search::new(domain, ports, limits, progress);
    progress(Progress::Table);
    if let Some(report) = table::ask(domain) {
        search.take(report);
    }
    if search.best.is_none() {
        search.run().await;
    }
    search.conclude()
}

struct Search<'a> {
    domain: &'a str,
    ports: Ports<'a>,
    limits: Limits,
    progress: &'a (dyn Fn(Progress) + Send + Sync),
    start: Instant,
    running: FuturesUnordered<Answer<'a, Report>>,
    /// The ranks that may still answer.
    pending: Vec<Rank>,
    best: Option<(Rank, Settings)>,
    hint: Option<&'static Provider>,
    mx_hosts: Vec<String>,
    evidence: Vec<Evidence>,
    probing: bool,
    somebody_answered: bool,
    no_such_domain: bool,
    no_mail: bool,
    only_unprotected: bool,
}

impl<'a> Search<'a> {
    fn new(
        domain: &'a str,
        ports: Ports<'a>,
        limits: Limits,
        progress: &'a (dyn Fn(Progress) + Send + Sync),
    ) -> Self {
        Self {
            domain,
            ports,
            limits,
            progress,
            start: Instant::now(),
            running: FuturesUnordered::new(),
            pending: Vec::new(),
            best: None,
            hint: None,
            mx_hosts: Vec::new(),
            evidence: Vec::new(),
            probing: false,
            somebody_answered: false,
            no_such_domain: false,
            no_mail: false,
            only_unprotected: false,
        }
    }

    async fn run(&mut self) {
        self.begin();
        let end = self.start + self.limits.total;
        let slow = self.start + self.limits.slow;
        let probe_at = self.start + self.limits.probe_after;
        let mut slow_told = false;
        loop {
            if self.pending.is_empty() {
                self.try_names();
            }
            if self.is_decided() {
                return;
            }
            let may_probe = self.may_probe();
            tokio::select! {
                Some(report) = self.running.next() => self.take(report),
                () = sleep_until(slow), if !slow_told => {
                    slow_told = true;
                    (self.progress)(Progress::Slow);
                }
                () = sleep_until(probe_at), if may_probe => self.try_names(),
                () = sleep_until(end) => return,
            }
        }
    }

    fn begin(&mut self) {
        let (domain, limit) = (self.domain, self.limits.request);
        let (resolver, web) = (self.ports.resolver, self.ports.web);
        (self.progress)(Progress::Dns);
        self.add(Rank::MxTable, Box::pin(mx::ask(domain, resolver, limit)));
        self.add(Rank::Srv, Box::pin(srv::ask(domain, resolver, limit)));
        (self.progress)(Progress::Web);
        self.add(Rank::Autoconfig, Box::pin(files::autoconfig(domain, web, limit)));
        self.add(Rank::WellKnown, Box::pin(files::well_known(domain, web, limit)));
        self.add(Rank::Ispdb, Box::pin(files::ispdb(domain, web, limit)));
    }

    fn add(&mut self, rank: Rank, answer: Answer<'a, Report>) {
        self.pending.push(rank);
        self.running.push(answer);
    }

    /// Takes an answer in, and asks on where it leads further.
    fn take(&mut self, report: Report) {
        // The MX answer may come with another rank than it was waited for.
        let waited_for = if report.rank == Rank::MxForm { Rank::MxTable } else { report.rank };
        self.pending.retain(|rank| *rank != waited_for);
        let ms = u32::try_from(self.start.elapsed().as_millis()).unwrap_or(u32::MAX);
        self.evidence.extend(report.said.into_iter().map(|said| Evidence {
            source: said.source,
            host: said.host,
            answer: said.answer,
            detail: said.detail,
            trust: said.trust,
            ms,
        }));
        self.hint = self.hint.or(report.hint);
        // The table answers without any network.
        self.somebody_answered |=
            report.rank != Rank::Table && !matches!(report.outcome, Outcome::Unreachable);
        match report.outcome {
            Outcome::Settings(settings) => {
                if self.best.as_ref().is_none_or(|(rank, _)| report.rank < *rank) {
                    self.best = Some((report.rank, settings));
                }
            }
            Outcome::NoSuchDomain => self.no_such_domain = true,
            Outcome::NoMail => self.no_mail = true,
            Outcome::Unprotected => self.only_unprotected = true,
            Outcome::Nothing | Outcome::Unreachable => {}
        }
        if !report.mx_hosts.is_empty() {
            self.ask_about(report.mx_hosts);
        }
    }

    /// ISPDB knows hosting companies by the base domain of their MX hosts.
    fn ask_about(&mut self, mx_hosts: Vec<String>) {
        let (domain, web, limit) = (self.domain, self.ports.web, self.limits.request);
        let base = mx_hosts.first().and_then(|host| names::base(host));
        if let Some(base) = base.filter(|base| names::base(domain) != Some(base)) {
            let base = base.to_owned();
            self.add(Rank::IspdbOfMx, Box::pin(files::ispdb_of_mx(base, domain, web, limit)));
        }
        self.mx_hosts = mx_hosts;
    }

    fn may_probe(&self) -> bool {
        // Nobody is knocked at for a domain that is not there or takes no mail.
        !self.probing && self.best.is_none() && !self.no_such_domain && !self.no_mail
    }

    fn try_names(&mut self) {
        if !self.may_probe() {
            return;
        }
        self.probing = true;
        (self.progress)(Progress::Probe);
        let (domain, port, limit) = (self.domain, self.ports.probe, self.limits.request);
        let mx_hosts = std::mem::take(&mut self.mx_hosts);
        self.add(Rank::Probe, Box::pin(probe::ask(domain, mx_hosts, port, limit)));
    }

    fn is_decided(&self) -> bool {
        self.no_mail
            || self.pending.is_empty()
            || self.best.as_ref().is_some_and(|(best, _)| self.pending.iter().all(|rank| rank > best))
    }

    fn conclude(self) -> Result<Discovered, Failure> {
        let elapsed_ms = u32::try_from(self.start.elapsed().as_millis()).unwrap_or(u32::MAX);
        let evidence = self.evidence;
        let failed = |reason| Failure { reason, evidence: evidence.clone(), elapsed_ms };
        if self.no_mail {
            return Err(failed(Reason::TakesNoMail));
        }
        let Some((rank, settings)) = self.best else {
            return Err(failed(if self.no_such_domain {
                Reason::DomainNotFound
            } else if !self.somebody_answered {
                Reason::Offline
            } else if self.only_unprotected {
                Reason::OnlyUnprotected
            } else {
                Reason::NotFound
            }));
        };
        let provider = settings.provider.or(self.hint);
        let names = provider.map(table::names).or(settings.display_name);
        Ok(Discovered::Found(Found {
            named_by: Some(rank.source()),
            kind: provider.map_or(AccountKind::Unknown, Provider::account_kind),
            provider,
            submission: settings.submission,
            retrieval: settings.retrieval,
            retrieval_user_name: settings.retrieval_user_name,
            verdict: if settings.verdict == Verdict::Unknown { Verdict::Ready } else { settings.verdict },
            display_name: names.as_ref().map(|names| names.en.clone()),
            display_name_ja: names.map(|names| names.ja),
            evidence,
            elapsed_ms,
        }))
    }
}
