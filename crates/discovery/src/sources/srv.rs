//! SRV records: `_submissions._tcp` (RFC 8314) before `_submission._tcp` (RFC 6186), and the same for reading.

use std::time::Duration;

use contract::{EvidenceSource, Heard, MailboxServer, Protocol, Security, Server, Trust, UserName};

use super::{Outcome, Rank, Report, Said, candidate, settings, trust_of_name, within};
use crate::names;
use crate::ports::{LookupFault, Resolver, SrvRecord};

/// More targets than this are not looked at.
const MOST_TARGETS: usize = 4;

/// Looks all four names up at once.
pub(crate) async fn ask(domain: &str, resolver: &dyn Resolver, limit: Duration) -> Report {
    let names =
        ["_submissions", "_submission", "_imaps", "_pop3s"].map(|name| format!("{name}._tcp.{domain}"));
    let (tls, starttls, imap, pop3) = tokio::join!(
        within(limit, resolver.srv(&names[0])),
        within(limit, resolver.srv(&names[1])),
        within(limit, resolver.srv(&names[2])),
        within(limit, resolver.srv(&names[3])),
    );
    let said = |answer: Heard, detail: String, trust| Said {
        source: EvidenceSource::Srv,
        host: format!("_submissions._tcp.{domain}"),
        answer,
        detail,
        trust,
    };
    let unreachable = |answer: &SrvAnswer| match answer {
        None | Some(Err(LookupFault::Network | LookupFault::Unavailable | LookupFault::Server)) => true,
        Some(Err(LookupFault::NoSuchName) | Ok(_)) => false,
    };
    if unreachable(&tls) && unreachable(&starttls) {
        return Report::new(Rank::Srv, Outcome::Unreachable, said(Heard::NotReached, String::new(), Trust::Unproven));
    }
    let not_offered =
        [&tls, &starttls].into_iter().flatten().flatten().flatten().any(|record| record.target.is_empty());
    let mut servers = targets(tls, Security::Tls);
    servers.extend(targets(starttls, Security::Starttls));
    let submission: Vec<_> = servers
        .into_iter()
        .filter_map(|server| {
            let trust = trust_of_name(&server.host, domain);
            candidate(server, UserName::Address, true, trust)
        })
        .collect();
    let mut retrieval = mailboxes(imap, Protocol::Imap);
    retrieval.extend(mailboxes(pop3, Protocol::Pop3));
    let trust = submission.first().map_or(Trust::Unproven, |candidate| candidate.trust);
    match settings(submission, retrieval, None) {
        Some(settings) => {
            let host = settings.first_host().to_owned();
            Report::new(Rank::Srv, Outcome::Settings(settings), said(Heard::Found, host, trust))
        }
        None => {
            let answer = if not_offered { Heard::NotOffered } else { Heard::Nothing };
            Report::new(Rank::Srv, Outcome::Nothing, said(answer, String::new(), Trust::Unproven))
        }
    }
}

type SrvAnswer = Option<Result<Vec<SrvRecord>, LookupFault>>;

/// In the order of RFC 2782, but the heavier of two equals always first: one person's wizard balances no load, and
/// the same answer twice is worth more.
fn targets(answer: SrvAnswer, security: Security) -> Vec<Server> {
    let mut records = answer.and_then(Result::ok).unwrap_or_default();
    records.sort_by_key(|record| (record.priority, std::cmp::Reverse(record.weight)));
    records
        .into_iter()
        .filter(|record| record.port != 0 && record.port != 25)
        .filter_map(|record| {
            Some(Server { host: names::to_ascii(&record.target)?, port: record.port, security })
        })
        .take(MOST_TARGETS)
        .collect()
}

fn mailboxes(answer: SrvAnswer, protocol: Protocol) -> Vec<MailboxServer> {
    targets(answer, Security::Tls).into_iter().map(|server| MailboxServer { protocol, server }).collect()
}
