//! DKIM selectors that Google and Microsoft give to their customers' domains; a sign and no proof.

use contract::{EvidenceSource, Heard};

use super::{Asking, Outcome, Rank, Report, Said, Sign, Source, look_up};
use crate::ports::{Answer, LookupFault};

/// Whoever signs also sends, but not always from the mailbox.
const WEIGHT: u8 = 2;
/// Where Microsoft's selectors point, and whose cloud that is.
const POINTS_TO: [(&str, &str); 4] = [
    (".onmicrosoft.com", "microsoft365"),
    (".dkim.mail.microsoft", "microsoft365"),
    (".onmicrosoft.us", "microsoft365-gov"),
    (".partner.onmschina.cn", "microsoft365-china"),
];

/// The selectors of the domain.
pub(crate) struct Dkim;

impl Source for Dkim {
    fn rank(&self) -> Rank {
        Rank::Dkim
    }

    fn ask<'a>(self: Box<Self>, asking: Asking<'a>) -> Answer<'a, Report> {
        Box::pin(ask(asking))
    }
}

/// Looks the three selectors up at once.
async fn ask(asking: Asking<'_>) -> Report {
    let Asking { domain, ports, limit } = asking;
    let [google, one, two] =
        ["google", "selector1", "selector2"].map(|selector| format!("{selector}._domainkey.{domain}"));
    let (key, first, second) = tokio::join!(
        look_up(limit, ports.resolver.texts(&google)),
        look_up(limit, ports.resolver.alias(&one)),
        look_up(limit, ports.resolver.alias(&two)),
    );
    let is_silent =
        |fault: Option<&LookupFault>| fault.is_some_and(|fault| *fault != LookupFault::NoSuchName);
    let nobody =
        is_silent(key.as_ref().err()) && is_silent(first.as_ref().err()) && is_silent(second.as_ref().err());
    let mut found: Vec<(&str, &'static str)> = Vec::new();
    if key.unwrap_or_default().iter().any(|text| dkim_key(text) == Some(true)) {
        found.push((&google, "google-workspace"));
    }
    let aliases = [(&one, first), (&two, second)];
    let microsoft = aliases
        .iter()
        .find_map(|(name, alias)| Some((name.as_str(), dkim_alias_of(alias.as_ref().ok()?.as_deref()?)?)));
    found.extend(microsoft);
    let said = |host: &str, answer, detail: &str| Said::new(EvidenceSource::Dkim, host, answer, detail);
    let nothing = format!("_domainkey.{domain}");
    let (outcome, heard) =
        if nobody { (Outcome::Unreachable, Heard::NotReached) } else { (Outcome::Nothing, Heard::Nothing) };
    let mut report = Report::new(Rank::Dkim, outcome, said(&nothing, heard, ""));
    if !found.is_empty() {
        report.said = found.iter().map(|(host, id)| said(host, Heard::Hint, id)).collect();
    }
    let signs =
        found.iter().filter_map(|(_, id)| Some(Sign { provider: providers::by_id(id)?, weight: WEIGHT }));
    let signs = signs.collect();
    report.with_signs(signs)
}

/// Whether a TXT record is a key (RFC 6376 section 3.6.1), and if so, whether it still holds: an empty one was revoked.
pub fn dkim_key(text: &str) -> Option<bool> {
    let mut tags = text.split(';').filter_map(|tag| tag.split_once('='));
    tags.find(|(name, _)| name.trim() == "p").map(|(_, key)| !key.trim().is_empty())
}

/// Whose selectors an alias belongs to, by the provider's id; for Microsoft's clouds alone.
pub fn dkim_alias_of(alias: &str) -> Option<&'static str> {
    let alias = alias.strip_suffix('.').unwrap_or(alias).to_ascii_lowercase();
    POINTS_TO.iter().find(|(ending, _)| alias.ends_with(ending)).map(|(_, id)| *id)
}
