//! Who is asked, and when. One answer leads to the next question.

use std::time::Duration;

use contract::Evidence;
use futures_util::StreamExt;
use futures_util::stream::FuturesUnordered;
use providers::Provider;
use tokio::time::{Instant, sleep_until};

use super::decide::Wait;
use super::portal::Https;
use super::{Limits, Progress};
use crate::names;
use crate::ports::{Answer, Ports};
use crate::sources::dkim::Dkim;
use crate::sources::files::File;
use crate::sources::mx::Mx;
use crate::sources::ns::Ns;
use crate::sources::openid::Openid;
use crate::sources::pacc::Pacc;
use crate::sources::probe::Names;
use crate::sources::ptr::Ptr;
use crate::sources::spf::Spf;
use crate::sources::srv::Srv;
use crate::sources::{Asking, Mail, Outcome, Rank, Report, Settings, Sign, Source};

/// So long before the end nobody is waited for any more.
const LAST_WORD: Duration = Duration::from_millis(100);

pub(super) struct Search<'a> {
    pub(super) asking: Asking<'a>,
    pub(super) limits: Limits,
    progress: &'a (dyn Fn(Progress) + Send + Sync),
    pub(super) start: Instant,
    running: FuturesUnordered<Answer<'a, Report>>,
    /// Who may still answer.
    pub(super) pending: Vec<Rank>,
    /// Usable settings, with the time at which they came.
    pub(super) answers: Vec<(Rank, Settings, Instant)>,
    pub(super) mail: Mail,
    /// The best of who said it, when a service is known and its servers are not.
    pub(super) hint: Option<(Rank, &'static Provider)>,
    pub(super) signs: Vec<Sign>,
    pub(super) evidence: Vec<Evidence>,
    pub(super) https: Https,
    /// Since when only those may still answer who decide nothing.
    pub(super) quiet: Option<Instant>,
    pub(super) probing: bool,
    openid_asked: bool,
    pub(super) somebody_answered: bool,
    pub(super) no_such_domain: bool,
    pub(super) no_mail: bool,
    pub(super) only_unprotected: bool,
}

impl<'a> Search<'a> {
    pub(super) fn new(
        domain: &'a str,
        ports: Ports<'a>,
        limits: Limits,
        progress: &'a (dyn Fn(Progress) + Send + Sync),
    ) -> Self {
        Self {
            asking: Asking { domain, ports, limit: limits.request },
            limits,
            progress,
            start: Instant::now(),
            running: FuturesUnordered::new(),
            pending: Vec::new(),
            answers: Vec::new(),
            mail: Mail::default(),
            hint: None,
            signs: Vec::new(),
            evidence: Vec::new(),
            https: Https::default(),
            quiet: None,
            probing: false,
            openid_asked: false,
            somebody_answered: false,
            no_such_domain: false,
            no_mail: false,
            only_unprotected: false,
        }
    }

    pub(super) async fn run(&mut self) {
        self.begin();
        let end = self.start + self.limits.total;
        let slow = self.start + self.limits.slow;
        let probe_at = self.start + self.limits.patience;
        let mut slow_told = false;
        loop {
            if self.is_time_for_names() {
                self.try_names();
            }
            let until = match self.wait() {
                Wait::Decided => return,
                Wait::Until(time) => time.min(end),
                Wait::ForAnswers => end,
            };
            let may_probe = self.may_probe();
            tokio::select! {
                // Answers that are there go before a clock that has run out.
                biased;
                Some(report) = self.running.next() => self.take(report),
                () = sleep_until(slow), if !slow_told => {
                    slow_told = true;
                    (self.progress)(Progress::Slow);
                }
                () = sleep_until(probe_at), if may_probe => self.try_names(),
                () = sleep_until(until) => return,
            }
        }
    }

    fn begin(&mut self) {
        let domain = self.asking.domain;
        (self.progress)(Progress::Dns);
        self.ask(Mx);
        self.ask(Srv);
        (self.progress)(Progress::Web);
        self.ask(File::autoconfig(Rank::Autoconfig, domain));
        self.ask(File::well_known(domain));
        self.ask(File::ispdb(Rank::Ispdb, domain));
        if self.limits.pacc {
            self.ask(Pacc);
        }
    }

    fn ask(&mut self, source: impl Source + 'static) {
        let source: Box<dyn Source> = Box::new(source);
        self.pending.push(source.rank());
        // Who has not answered by the end is named in the report, too.
        let left = (self.start + self.limits.total).saturating_duration_since(Instant::now());
        let limit = self.asking.limit.min(left.saturating_sub(LAST_WORD));
        self.running.push(source.ask(Asking { limit, ..self.asking }));
    }

    /// Takes an answer in, and asks on where it leads further.
    pub(super) fn take(&mut self, report: Report) {
        let Report { asked, rank, outcome, said, mail, hint, signs, unfetched } = report;
        self.pending.retain(|rank| *rank != asked);
        if asked.is_by_https() {
            self.https.learn(unfetched);
        }
        let ms = self.elapsed_ms();
        self.evidence.extend(said.into_iter().map(|said| Evidence {
            source: said.source,
            host: said.host,
            answer: said.answer,
            detail: said.detail,
            trust: said.trust,
            ms,
        }));
        if let Some(provider) = hint
            && self.hint.is_none_or(|(before, _)| rank < before)
        {
            self.hint = Some((rank, provider));
        }
        // The table answers without any network.
        self.somebody_answered |= rank != Rank::Table && !matches!(outcome, Outcome::Unreachable);
        match outcome {
            Outcome::Settings(settings) => self.answers.push((rank, settings, Instant::now())),
            Outcome::NoSuchDomain => self.no_such_domain = true,
            Outcome::NoMail => self.no_mail = true,
            Outcome::Unprotected => self.only_unprotected = true,
            Outcome::Nothing | Outcome::Unreachable => {}
        }
        self.signs.extend(signs);
        if let Some(mail) = mail {
            self.mail = mail;
            self.ask_about_mail();
        }
        if self.signs.iter().any(|sign| sign.provider.id.starts_with("microsoft365")) {
            self.ask_microsoft();
        }
        if self.quiet.is_none() && self.is_quiet() {
            self.quiet = Some(Instant::now());
        }
    }

    /// Whoever may know more, once it is known where the mail goes in.
    fn ask_about_mail(&mut self) {
        let domain = self.asking.domain;
        if self.mail.hidden_by.is_some() {
            self.ask(Spf);
            self.ask(Dkim);
            return self.ask_microsoft();
        }
        if self.mail.services.len() > 1 {
            return;
        }
        let Some(first) = self.mail.hosts.first().cloned() else {
            self.ask(Ptr(domain.to_owned()));
            return self.ask(Ns);
        };
        for file in File::of_mx(&first, domain) {
            self.ask(file);
        }
        if names::same_organisation(&first, domain) {
            self.ask(Ptr(first));
            self.ask(Ns);
        } else if self.hint.is_none() {
            // Nobody knows whose host it is: it may be a filter as well.
            self.ask(Spf);
            self.ask(Dkim);
        }
    }

    fn ask_microsoft(&mut self) {
        if !self.openid_asked {
            self.openid_asked = true;
            self.ask(Openid);
        }
    }

    /// When the domain itself has nothing to say, its usual names are tried at once and not after a while.
    fn is_time_for_names(&self) -> bool {
        self.may_probe() && self.pending.iter().all(|rank| *rank > Rank::Srv)
    }

    fn try_names(&mut self) {
        if !self.may_probe() {
            return;
        }
        self.probing = true;
        (self.progress)(Progress::Probe);
        self.ask(Names { mx_hosts: self.mail.hosts.clone() });
    }

    pub(super) fn elapsed_ms(&self) -> u32 {
        u32::try_from(self.start.elapsed().as_millis()).unwrap_or(u32::MAX)
    }
}
