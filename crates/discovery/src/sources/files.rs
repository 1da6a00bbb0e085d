//! Autoconfig files by https: at the domain itself, and in Mozilla's ISPDB. Only the domain is named to anybody.

use std::time::Duration;

use contract::{EvidenceSource, MailboxServer, Server, Trust, UserName};

use super::{Outcome, Rank, Report, Said, Settings, candidate, settings, within};
use crate::config_file::{self, Authentication, ConfigFile, Entry};
use crate::names;
use crate::ports::{Page, Web, WebFault};

/// Mozilla's database of settings.
const ISPDB: &str = "v1.ispdb.net";

/// `https://autoconfig.DOMAIN/mail/config-v1.1.xml`.
pub(crate) async fn autoconfig(domain: &str, web: &dyn Web, limit: Duration) -> Report {
    let host = format!("autoconfig.{domain}");
    let url = format!("https://{host}/mail/config-v1.1.xml");
    ask(Rank::Autoconfig, EvidenceSource::Autoconfig, host, &url, domain, web, limit).await
}

/// `https://DOMAIN/.well-known/autoconfig/mail/config-v1.1.xml`.
pub(crate) async fn well_known(domain: &str, web: &dyn Web, limit: Duration) -> Report {
    let url = format!("https://{domain}/.well-known/autoconfig/mail/config-v1.1.xml");
    ask(Rank::WellKnown, EvidenceSource::WellKnown, domain.to_owned(), &url, domain, web, limit).await
}

/// `https://v1.ispdb.net/DOMAIN`.
pub(crate) async fn ispdb(domain: &str, web: &dyn Web, limit: Duration) -> Report {
    let url = format!("https://{ISPDB}/{domain}");
    ask(Rank::Ispdb, EvidenceSource::Ispdb, ISPDB.to_owned(), &url, domain, web, limit).await
}

/// The same for the base domain of the MX host: DNS alone ties it to the mail domain.
pub(crate) async fn ispdb_of_mx(base: String, domain: &str, web: &dyn Web, limit: Duration) -> Report {
    let url = format!("https://{ISPDB}/{base}");
    let host = format!("{ISPDB} ({base})");
    ask(Rank::IspdbOfMx, EvidenceSource::Ispdb, host, &url, domain, web, limit).await
}

async fn ask(
    rank: Rank,
    source: EvidenceSource,
    asked: String,
    url: &str,
    domain: &str,
    web: &dyn Web,
    limit: Duration,
) -> Report {
    let answer = within(limit, web.get(url)).await.unwrap_or(Err(WebFault::Network));
    let said = |answer: String, trust| Said { source, host: asked.clone(), answer, trust };
    match answer {
        Err(WebFault::Network) => {
            Report::new(rank, Outcome::Unreachable, said("not reached".to_owned(), Trust::Unproven))
        }
        Err(fault) => Report::new(rank, Outcome::Nothing, said(fault.to_string(), Trust::Unproven)),
        Ok(page) => {
            let trust = trust_of_page(rank, &page, domain);
            match config_file::read(&page.body, domain) {
                Err(fault) => Report::new(rank, Outcome::Nothing, said(fault.to_string(), Trust::Unproven)),
                Ok(file) => {
                    let unprotected = file.has_unprotected;
                    let (outcome, answer) = match read(file, trust) {
                        Some(settings) => (Outcome::Settings(settings), "found"),
                        None if unprotected => (Outcome::Unprotected, "only unprotected servers"),
                        None => (Outcome::Nothing, "no usable server"),
                    };
                    Report::new(rank, outcome, said(from(answer, &page, &asked), trust))
                }
            }
        }
    }
}

/// The answer, with the host that really gave it where a redirect led elsewhere.
fn from(answer: &str, page: &Page, asked: &str) -> String {
    if asked.starts_with(&page.host) { answer.to_owned() } else { format!("{answer} (at {})", page.host) }
}

/// What came by verified https from the mail domain or from ISPDB is the domain's word. What another organisation
/// gave after a redirect, or what DNS alone ties to the domain, is not.
fn trust_of_page(rank: Rank, page: &Page, domain: &str) -> Trust {
    let own = match rank {
        Rank::Autoconfig | Rank::WellKnown => names::same_organisation(&page.host, domain),
        Rank::Ispdb => page.host == ISPDB,
        Rank::Table | Rank::MxTable | Rank::Srv | Rank::MxForm | Rank::IspdbOfMx | Rank::Probe => false,
    };
    if own { Trust::Domain } else { Trust::Unproven }
}

fn read(file: ConfigFile, trust: Trust) -> Option<Settings> {
    let submission: Vec<_> = file.outgoing.iter().filter_map(|entry| outgoing(entry, trust)).collect();
    let incoming = file.incoming.into_iter().filter(|(_, entry)| user_name(entry).is_some());
    let mut read_as = None;
    let retrieval = incoming
        .map(|(protocol, entry)| {
            if read_as.is_none() {
                read_as = user_name(&entry);
            }
            MailboxServer { protocol, server: server(&entry) }
        })
        .collect();
    let first_name = submission.first().map(|candidate| candidate.user_name.clone());
    let mut settings = settings(submission, retrieval, file.display_name)?;
    settings.retrieval_user_name = read_as.filter(|name| Some(name) != first_name.as_ref());
    Some(settings)
}

fn outgoing(entry: &Entry, trust: Trust) -> Option<crate::found::Candidate> {
    let takes_password =
        entry.authentication.is_empty() || entry.authentication.contains(&Authentication::Password);
    let usable = takes_password || entry.authentication.contains(&Authentication::OAuth);
    if !usable {
        return None;
    }
    candidate(server(entry), user_name(entry)?, takes_password, trust)
}

fn server(entry: &Entry) -> Server {
    Server { host: entry.host.clone(), port: entry.port, security: entry.security }
}

/// The form of the user name; `None` when it holds something that is none.
fn user_name(entry: &Entry) -> Option<UserName> {
    let Some(form) = &entry.user_name else { return Some(UserName::Address) };
    if form.contains(['{', '}']) || form.chars().any(char::is_control) {
        return None;
    }
    let form = form
        .replace("%EMAILADDRESS%", "{address}")
        .replace("%EMAILLOCALPART%", "{local}")
        .replace("%EMAILDOMAIN%", "{domain}");
    match form.as_str() {
        "{address}" | "{local}@{domain}" => Some(UserName::Address),
        "{local}" => Some(UserName::LocalPart),
        form if form.contains('%') => None,
        // A fixed name in a file for everybody is nobody's name.
        form if !form.contains('{') => Some(UserName::Address),
        _ => Some(UserName::Template(form)),
    }
}
