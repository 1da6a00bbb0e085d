//! Autoconfig files by https: at the domain itself, and in Mozilla's ISPDB. Only the domain is named to anybody.

use std::time::Duration;

use contract::{EvidenceSource, Heard, Language, MailboxServer, Server, Trust};

use super::{Names, Outcome, Rank, Report, Said, Settings, candidate, settings, within};
use crate::config_file::{self, Authentication, ConfigFile, Entry, FileFault, Localized};
use crate::found::Candidate;
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
    let said = |host: String, (answer, detail): (Heard, &str), trust| Said {
        source,
        host,
        answer,
        detail: detail.to_owned(),
        trust,
    };
    let page = match answer {
        Err(fault) => {
            let outcome = if fault == WebFault::Network { Outcome::Unreachable } else { Outcome::Nothing };
            return Report::new(rank, outcome, said(asked, heard(fault), Trust::Unproven));
        }
        Ok(page) => page,
    };
    let asked = gave(asked, &page);
    let trust = trust_of_page(rank, &page, domain);
    let file = match config_file::read(&page.body, domain) {
        Err(fault) => {
            return Report::new(rank, Outcome::Nothing, said(asked, heard_in_file(fault), Trust::Unproven));
        }
        Ok(file) => file,
    };
    let unprotected = file.has_unprotected();
    match read(file, trust) {
        Some(settings) => {
            let host = settings.first_host().to_owned();
            let said = said(asked, (Heard::Found, &host), trust);
            Report::new(rank, Outcome::Settings(settings), said)
        }
        None if unprotected => {
            Report::new(rank, Outcome::Unprotected, said(asked, (Heard::OnlyUnprotected, ""), trust))
        }
        None => Report::new(rank, Outcome::Nothing, said(asked, (Heard::NoUsableServer, ""), trust)),
    }
}

/// Who was asked, with the host that really gave the answer where a redirect led elsewhere.
fn gave(asked: String, page: &Page) -> String {
    if asked.starts_with(&page.host) { asked } else { format!("{asked} ({})", page.host) }
}

/// What a fetch that failed comes to.
pub(super) fn heard(fault: WebFault) -> (Heard, &'static str) {
    match fault {
        WebFault::NoSuchHost => (Heard::Nothing, "no such host"),
        WebFault::Network => (Heard::NotReached, ""),
        WebFault::Refused => (Heard::Nothing, "no https"),
        WebFault::Certificate => (Heard::BadCertificate, ""),
        WebFault::Status(_) => (Heard::Nothing, "no such page"),
        WebFault::TooLarge => (Heard::Refused, "too-large"),
        WebFault::Redirect => (Heard::Refused, "redirect"),
        WebFault::PrivateAddress => (Heard::Refused, "private-address"),
        WebFault::Broken => (Heard::NotAConfiguration, "broken off"),
    }
}

fn heard_in_file(fault: FileFault) -> (Heard, &'static str) {
    match fault {
        FileFault::NotAConfiguration => (Heard::NotAConfiguration, ""),
        FileFault::DocumentType => (Heard::Refused, "document-type"),
        FileFault::TooDeep => (Heard::Refused, "too-deep"),
        FileFault::TooLong => (Heard::Refused, "too-large"),
    }
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
    let read_as = file.incoming.first().map(|(_, entry)| entry.user_name.clone());
    let retrieval = file
        .incoming
        .iter()
        .map(|(protocol, entry)| MailboxServer { protocol: *protocol, server: server(entry) })
        .collect();
    let first_name = submission.first().map(|candidate| candidate.user_name.clone());
    let mut settings = settings(submission, retrieval, names(&file.display_name))?;
    settings.retrieval_user_name = read_as.filter(|name| Some(name) != first_name.as_ref());
    Some(settings)
}

fn outgoing(entry: &Entry, trust: Trust) -> Option<Candidate> {
    let takes = |way| entry.authentication.contains(&way);
    let takes_password = takes(Authentication::Password);
    if !takes_password && !takes(Authentication::OAuth) {
        return None;
    }
    candidate(server(entry), entry.user_name.clone(), takes_password, trust)
}

fn names(name: &Localized) -> Option<Names> {
    let en = name.in_language(Language::En)?.to_owned();
    let ja = name.in_language(Language::Ja).unwrap_or(&en).to_owned();
    Some(Names { en, ja })
}

fn server(entry: &Entry) -> Server {
    Server { host: entry.host.clone(), port: entry.port, security: entry.security }
}
