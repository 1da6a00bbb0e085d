//! SRV records: `_submissions._tcp` (RFC 8314) before `_submission._tcp` (RFC 6186), and the same for reading.

use contract::{EvidenceSource, Heard, MailboxServer, Protocol, Security, Server, Trust, UserName};

use super::{
    Asking, Outcome, Rank, Report, Said, Source, candidate, heard_of_lookup, look_up, settings, trust_of_name,
};
use crate::chooser;
use crate::ports::{Answer, LookupFault, SrvRecord};

/// More targets of one name than this are not looked at.
const MOST_TARGETS: usize = 4;

/// The SRV records of the domain.
pub(crate) struct Srv;

impl Source for Srv {
    fn rank(&self) -> Rank {
        Rank::Srv
    }

    fn ask<'a>(self: Box<Self>, asking: Asking<'a>) -> Answer<'a, Report> {
        Box::pin(ask(asking))
    }
}

type Records = Result<Vec<SrvRecord>, LookupFault>;

/// Looks all six names up at once.
async fn ask(asking: Asking<'_>) -> Report {
    let Asking { domain, ports, limit } = asking;
    let names = ["_submissions", "_submission", "_imaps", "_imap", "_pop3s", "_pop3"]
        .map(|name| format!("{name}._tcp.{domain}"));
    let at = |place: usize| look_up(limit, ports.resolver.srv(&names[place]));
    let (tls, starttls, imaps, imap, pop3s, pop3) = tokio::join!(at(0), at(1), at(2), at(3), at(4), at(5));

    let said =
        |place: usize, answer, detail: &str| Said::new(EvidenceSource::Srv, &names[place], answer, detail);
    if let (Err(fault), Err(_)) = (&tls, &starttls)
        && *fault != LookupFault::NoSuchName
    {
        let (outcome, answer, detail) = heard_of_lookup(*fault);
        return Report::new(Rank::Srv, outcome, said(0, answer, detail));
    }
    let none = Vec::new();
    let is_not_offered = chooser::is_not_offered(tls.as_ref().unwrap_or(&none))
        || chooser::is_not_offered(starttls.as_ref().unwrap_or(&none));
    let first = targets(tls, Security::Tls);
    let place = usize::from(first.is_empty());
    let submission = first
        .into_iter()
        .chain(targets(starttls, Security::Starttls))
        .filter_map(|server| {
            let trust = trust_of_name(&server.host, domain);
            candidate(server, UserName::Address, true, trust)
        })
        .collect();
    let retrieval = [
        (imaps, Protocol::Imap, Security::Tls),
        (imap, Protocol::Imap, Security::Starttls),
        (pop3s, Protocol::Pop3, Security::Tls),
        (pop3, Protocol::Pop3, Security::Starttls),
    ]
    .into_iter()
    .flat_map(|(records, protocol, security)| {
        targets(records, security).into_iter().map(move |server| MailboxServer { protocol, server })
    })
    .collect();
    match settings(submission, retrieval, Trust::Unproven, None) {
        Some(settings) => {
            let said = said(place, Heard::Found, settings.first_host()).trusted(settings.trust());
            Report::new(Rank::Srv, Outcome::Settings(settings), said)
        }
        None => {
            let answer = if is_not_offered { Heard::NotOffered } else { Heard::Nothing };
            Report::new(Rank::Srv, Outcome::Nothing, said(0, answer, ""))
        }
    }
}

fn targets(records: Records, security: Security) -> Vec<Server> {
    chooser::order_srv(records.unwrap_or_default())
        .into_iter()
        .take(MOST_TARGETS)
        .map(|record| Server {
            host: record.target,
            port: record.port,
            security: at_port(record.port, security),
        })
        .collect()
}

/// On the ports that have only one meaning, the port is believed and not the name of the service.
fn at_port(port: u16, named: Security) -> Security {
    match port {
        465 | 993 | 995 => Security::Tls,
        587 | 143 | 110 => Security::Starttls,
        _ => named,
    }
}
