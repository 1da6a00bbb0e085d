//! The last resort: knocking at the usual names with verified certificates.

use std::time::Duration;

use contract::{EvidenceSource, Heard, Security, Server, Trust, UserName};
use futures_util::StreamExt;
use futures_util::stream::FuturesUnordered;
use tokio::time::{Instant, timeout_at};

use super::{Asking, Outcome, Rank, Report, Said, Source, candidate, settings, trust_of_name, within};
use crate::ports::{Answer, ProbeFault, SubmissionOffer};

/// So many MX hosts are tried.
const MOST_MX_HOSTS: usize = 2;
/// Better places are waited for so long at least: a greeting may take a while where nothing is wrong.
const LEAST_WAIT: Duration = Duration::from_secs(1);

type Knock = Result<SubmissionOffer, ProbeFault>;

/// The usual names of the domain, and these MX hosts.
pub(crate) struct Names {
    pub(crate) mx_hosts: Vec<String>,
}

impl Source for Names {
    fn rank(&self) -> Rank {
        Rank::Probe
    }

    fn ask<'a>(self: Box<Self>, asking: Asking<'a>) -> Answer<'a, Report> {
        Box::pin(async move { ask(&self.mx_hosts, asking).await })
    }
}

/// Tries `smtp.`, `mail.` and the MX hosts on 465 and 587, all at once. The first good one in that order wins; those
/// before it are waited for as long again as a good one took.
async fn ask(mx_hosts: &[String], asking: Asking<'_>) -> Report {
    let Asking { domain, ports, limit } = asking;
    let servers = servers(domain, mx_hosts);
    let mut running: FuturesUnordered<_> = servers
        .iter()
        .enumerate()
        .map(|(at, server)| async move {
            let knock = ports.probe.probe(&server.host, server.port, server.security);
            (at, within(limit, knock).await.unwrap_or(Err(ProbeFault::Network)))
        })
        .collect();
    let mut answers: Vec<Option<Knock>> = vec![None; servers.len()];
    let start = Instant::now();
    let mut until = start + limit;
    while let Ok(Some((at, knock))) = timeout_at(until, running.next()).await {
        if let Some(place) = answers.get_mut(at) {
            *place = Some(knock);
        }
        if is_decided(&answers) {
            break;
        }
        if is_good(knock) {
            // A better place that is much slower is dead, as a rule.
            until = until.min(Instant::now() + start.elapsed().max(LEAST_WAIT));
        }
    }
    drop(running);
    read(domain, &servers, &answers)
}

/// In the order of preference: TLS from the first byte before STARTTLS (RFC 8314 section 3.3).
fn servers(domain: &str, mx_hosts: &[String]) -> Vec<Server> {
    let mut hosts = vec![format!("smtp.{domain}"), format!("mail.{domain}")];
    hosts.extend(mx_hosts.iter().take(MOST_MX_HOSTS).cloned());
    let mut seen: Vec<String> = Vec::new();
    hosts.retain(|host| {
        let new = !seen.contains(host);
        seen.push(host.clone());
        new
    });
    let ports = [(465, Security::Tls), (587, Security::Starttls)];
    hosts
        .into_iter()
        .flat_map(|host| ports.map(|(port, security)| Server { host: host.clone(), port, security }))
        .collect()
}

/// True when a good answer has come and every better place has answered.
fn is_decided(answers: &[Option<Knock>]) -> bool {
    answers.iter().map_while(Option::as_ref).any(|knock| is_good(*knock))
}

fn is_good(knock: Knock) -> bool {
    knock.is_ok_and(|offer| offer.takes_password)
}

fn read(domain: &str, servers: &[Server], answers: &[Option<Knock>]) -> Report {
    let mut submission = Vec::new();
    let mut said = Vec::new();
    for (server, knock) in servers.iter().zip(answers).filter_map(|(server, knock)| Some((server, (*knock)?)))
    {
        let trust = trust_of_name(&server.host, domain);
        let (answer, detail) = match knock {
            Ok(SubmissionOffer { takes_password: true }) => {
                submission.extend(candidate(server.clone(), UserName::Address, true, trust));
                (Heard::Found, server.host.as_str())
            }
            Ok(SubmissionOffer { takes_password: false }) => (Heard::TakesNoPassword, ""),
            Err(fault) => heard(fault),
        };
        let asked = format!("{}:{}", server.host, server.port);
        let line = Said::new(EvidenceSource::Probe, asked, answer, detail);
        said.push(if knock.is_ok() { line.trusted(trust) } else { line });
    }
    let has = |fault: ProbeFault| answers.iter().flatten().any(|knock| *knock == Err(fault));
    let silent = answers.iter().flatten().all(|knock| *knock == Err(ProbeFault::Network));
    let outcome = match settings(submission, Vec::new(), Trust::Unproven, None) {
        Some(settings) => Outcome::Settings(settings),
        None if has(ProbeFault::Unprotected) => Outcome::Unprotected,
        None if silent => Outcome::Unreachable,
        None => Outcome::Nothing,
    };
    Report::of_many(Rank::Probe, outcome, said)
}

fn heard(fault: ProbeFault) -> (Heard, &'static str) {
    match fault {
        ProbeFault::NoSuchHost => (Heard::Nothing, "no such host"),
        ProbeFault::Closed => (Heard::Nothing, "closed"),
        ProbeFault::Network => (Heard::NotReached, ""),
        ProbeFault::Certificate => (Heard::BadCertificate, ""),
        ProbeFault::Unprotected => (Heard::OnlyUnprotected, ""),
        ProbeFault::PrivateAddress => (Heard::Refused, "private-address"),
        ProbeFault::NotSubmission => (Heard::NoUsableServer, "no submission server"),
    }
}
