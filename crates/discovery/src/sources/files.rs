//! Autoconfig files by https: at the domain itself, at the domain of its MX host, and in Mozilla's ISPDB. Only the
//! domain is named to anybody.

use contract::{Heard, Language, MailboxServer, Server, Trust};

use super::{
    Asking, Names, Outcome, Rank, Report, Said, Settings, Source, candidate, fetch, settings, trust_of_name,
};
use crate::config_file::{self, Authentication, ConfigFile, Entry, FileFault, Localized};
use crate::found::Candidate;
use crate::names;
use crate::ports::{Answer, Page};

/// Mozilla's database of settings.
pub(crate) const ISPDB: &str = "v1.ispdb.net";

/// One place where a file may be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct File {
    rank: Rank,
    /// The domain for whose sake the place is asked: the mail domain, or one of its MX host.
    about: String,
    url: String,
    /// For the report.
    asked: String,
}

impl File {
    /// `https://autoconfig.DOMAIN/mail/config-v1.1.xml`.
    pub(crate) fn autoconfig(rank: Rank, about: &str) -> Self {
        let asked = format!("autoconfig.{about}");
        Self { rank, about: about.to_owned(), url: format!("https://{asked}/mail/config-v1.1.xml"), asked }
    }

    /// `https://DOMAIN/.well-known/autoconfig/mail/config-v1.1.xml`.
    pub(crate) fn well_known(domain: &str) -> Self {
        let url = format!("https://{domain}/.well-known/autoconfig/mail/config-v1.1.xml");
        Self { rank: Rank::WellKnown, about: domain.to_owned(), url, asked: domain.to_owned() }
    }

    /// `https://v1.ispdb.net/DOMAIN`.
    pub(crate) fn ispdb(rank: Rank, about: &str) -> Self {
        let asked = if rank == Rank::Ispdb { ISPDB.to_owned() } else { format!("{ISPDB} ({about})") };
        Self { rank, about: about.to_owned(), url: format!("https://{ISPDB}/{about}"), asked }
    }

    /// The places that the MX host of a domain leads to (draft-ietf-mailmaint-autoconfig, 3.1 to 3.4): what stands
    /// behind its first label, and its registrable domain. Only DNS ties them to the mail domain.
    pub(crate) fn of_mx(host: &str, domain: &str) -> Vec<Self> {
        let Some(base) = names::base(host) else { return Vec::new() };
        let mut places = Vec::new();
        let parent = host.split_once('.').map(|(_, parent)| parent);
        // Within one organisation the parts of a host name lead nowhere new.
        let is_own = names::base(domain) == Some(base);
        if let Some(parent) = parent.filter(|parent| !is_own && *parent != base && parent.len() > base.len())
        {
            places.push(Self::autoconfig(Rank::AutoconfigOfMxParent, parent));
            places.push(Self::ispdb(Rank::IspdbOfMxParent, parent));
        }
        if base != domain {
            places.push(Self::autoconfig(Rank::AutoconfigOfMx, base));
            places.push(Self::ispdb(Rank::IspdbOfMx, base));
        }
        places
    }
}

impl Source for File {
    fn rank(&self) -> Rank {
        self.rank
    }

    fn ask<'a>(self: Box<Self>, asking: Asking<'a>) -> Answer<'a, Report> {
        Box::pin(async move { self.read(asking).await })
    }
}

impl File {
    async fn read(&self, asking: Asking<'_>) -> Report {
        let (domain, rank) = (asking.domain, self.rank);
        let said = |host: &str, answer, detail: &str| Said::new(rank.source(), host, answer, detail);
        let page = match fetch(asking, &self.url, rank, &self.asked).await {
            Err(report) => return report,
            Ok(page) => page,
        };
        let asked = gave(&self.asked, &page);
        // A file at the MX host's domain is one for that domain: its placeholders still mean the mail domain.
        let file = match config_file::read(&page.body, domain) {
            Err(fault) => {
                let (answer, detail) = heard_in_file(fault);
                return Report::new(rank, Outcome::Nothing, said(&asked, answer, detail));
            }
            Ok(file) => file,
        };
        let trust = self.trust(&page, domain);
        let unprotected = file.has_unprotected();
        let (outcome, answer, detail) = match settings_of(file, domain, trust) {
            Some(settings) => {
                let host = settings.first_host().to_owned();
                (Outcome::Settings(settings), Heard::Found, host)
            }
            None if unprotected => (Outcome::Unprotected, Heard::OnlyUnprotected, String::new()),
            None => (Outcome::Nothing, Heard::NoUsableServer, String::new()),
        };
        Report::new(rank, outcome, said(&asked, answer, &detail).trusted(trust))
    }

    /// What came by verified https from the mail domain or from ISPDB is the domain's word. What another organisation
    /// gave after a redirect, or what DNS alone ties to the domain, is not.
    fn trust(&self, page: &Page, domain: &str) -> Trust {
        let is_ispdb = self.url.starts_with("https://v1.ispdb.net/");
        let own = if is_ispdb {
            page.host == ISPDB && names::same_organisation(&self.about, domain)
        } else {
            names::same_organisation(&page.host, domain)
        };
        if own { Trust::Domain } else { Trust::Unproven }
    }
}

/// Who was asked, with the host that really gave the answer where a redirect led elsewhere.
fn gave(asked: &str, page: &Page) -> String {
    if asked.starts_with(&page.host) { asked.to_owned() } else { format!("{asked} ({})", page.host) }
}

fn heard_in_file(fault: FileFault) -> (Heard, &'static str) {
    match fault {
        FileFault::NotAConfiguration => (Heard::NotAConfiguration, ""),
        FileFault::DocumentType => (Heard::Refused, "document-type"),
        FileFault::TooDeep => (Heard::Refused, "too-deep"),
        FileFault::TooLong => (Heard::Refused, "too-large"),
    }
}

fn settings_of(file: ConfigFile, domain: &str, trust: Trust) -> Option<Settings> {
    let submission: Vec<_> =
        file.outgoing.iter().filter_map(|entry| outgoing(entry, domain, trust)).collect();
    let read_as = file.incoming.first().map(|(_, entry)| entry.user_name.clone());
    let retrieval = file
        .incoming
        .iter()
        .map(|(protocol, entry)| MailboxServer { protocol: *protocol, server: server(entry) })
        .collect();
    let first_name = submission.first().map(|candidate| candidate.user_name.clone());
    let mut settings = settings(submission, retrieval, trust, names(&file.display_name))?;
    settings.retrieval_user_name = read_as.filter(|name| Some(name) != first_name.as_ref());
    Some(settings)
}

fn outgoing(entry: &Entry, domain: &str, trust: Trust) -> Option<Candidate> {
    let takes = |way| entry.authentication.contains(&way);
    let takes_password = takes(Authentication::Password);
    if !takes_password && !takes(Authentication::OAuth) {
        return None;
    }
    // A host under the mail domain itself needs nobody's word.
    let trust = trust.max(trust_of_name(&entry.host, domain));
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
