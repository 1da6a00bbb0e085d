//! A PACC document (draft-ietf-mailmaint-pacc): settings as JSON by https from the mail domain. The draft still moves, so
//! it is asked for only where [`crate::Limits::pacc`] says so, and read with patience: hosts by protocol, or addresses
//! with a scheme. Every connection is TLS from the first byte, and the user name is the address.

use contract::{EvidenceSource, Heard, MailboxServer, Protocol, Security, Server, Trust, UserName};
use serde_json::Value;

use super::{
    Asking, Names, Outcome, Rank, Report, Said, Settings, Source, candidate, fetch, settings, trust_of_name,
};
use crate::names;
use crate::ports::Answer;

/// The name is shown; longer ones are cut.
const LONGEST_NAME: usize = 80;

/// The document of the domain.
pub(crate) struct Pacc;

impl Source for Pacc {
    fn rank(&self) -> Rank {
        Rank::Pacc
    }

    fn ask<'a>(self: Box<Self>, asking: Asking<'a>) -> Answer<'a, Report> {
        Box::pin(ask(asking))
    }
}

async fn ask(asking: Asking<'_>) -> Report {
    let domain = asking.domain;
    let host = format!("ua-auto-config.{domain}");
    let url = format!("https://{host}/.well-known/user-agent-configuration.json");
    let said = |answer, detail: &str| Said::new(EvidenceSource::Pacc, &host, answer, detail);
    let page = match fetch(asking, &url, Rank::Pacc, &host).await {
        Ok(page) => page,
        Err(report) => return report,
    };
    let own = names::same_organisation(&page.host, domain);
    let trust = if own { Trust::Domain } else { Trust::Unproven };
    match read(&page.body, domain, trust) {
        None => Report::new(Rank::Pacc, Outcome::Nothing, said(Heard::NotAConfiguration, "")),
        Some(None) => Report::new(Rank::Pacc, Outcome::Nothing, said(Heard::NoUsableServer, "")),
        Some(Some(settings)) => {
            let said = said(Heard::Found, settings.first_host()).trusted(trust);
            Report::new(Rank::Pacc, Outcome::Settings(settings), said)
        }
    }
}

/// `None` when it is no such document, `Some(None)` when it names no server that can be used.
fn read(body: &[u8], domain: &str, trust: Trust) -> Option<Option<Settings>> {
    let file: Value = serde_json::from_slice(body).ok()?;
    let protocols = file.get("protocols")?.as_object()?;
    let at = |names: [&str; 2], port| names.iter().find_map(|name| server(protocols.get(*name)?, port));
    let password = file.get("authentication").and_then(|ways| ways.get("password"));
    // Where nothing is said of passwords, they are what everybody has.
    let takes_password = password.is_none_or(|way| way != &Value::Bool(false) && !way.is_null());
    let submission = at(["smtp", "submissions"], 465)
        .and_then(|server| {
            let trust = trust.max(trust_of_name(&server.host, domain));
            candidate(server, UserName::Address, takes_password, trust)
        })
        .into_iter()
        .collect();
    let mailbox = |protocol, server: Option<Server>| server.map(|server| MailboxServer { protocol, server });
    let retrieval = mailbox(Protocol::Imap, at(["imap", "imaps"], 993))
        .into_iter()
        .chain(mailbox(Protocol::Pop3, at(["pop3", "pop3s"], 995)))
        .collect();
    let name = file.pointer("/info/provider/name").and_then(Value::as_str).and_then(plain);
    let names = name.map(|name| Names { en: name.clone(), ja: name });
    Some(settings(submission, retrieval, trust, names))
}

/// `{"host": "..."}`, `{"url": "submissions://..."}` or the address alone.
fn server(value: &Value, usual: u16) -> Option<Server> {
    let text = value.as_str().or_else(|| {
        let text = |name: &str| value.get(name).and_then(Value::as_str);
        text("host").or_else(|| text("url"))
    })?;
    let rest = text.split_once("://").map_or(text, |(_, rest)| rest);
    let authority = rest.split('/').next().unwrap_or_default();
    let (host, port) = match authority.rsplit_once(':') {
        Some((host, port)) => (host, port.parse().ok()?),
        None => (authority, usual),
    };
    let host = names::to_ascii(host)?;
    (port != 0 && port != 25).then_some(Server { host, port, security: Security::Tls })
}

fn plain(name: &str) -> Option<String> {
    let line: String = name
        .chars()
        .filter(|letter| {
            let turns = matches!(letter, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}');
            !letter.is_control() && !turns
        })
        .take(LONGEST_NAME)
        .collect();
    let line = line.trim();
    (!line.is_empty()).then(|| line.to_owned())
}

#[cfg(test)]
mod tests;
