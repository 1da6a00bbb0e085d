//! The SPF record: who may send for the domain. One look-up, nothing is followed; a sign and no proof.

use contract::{EvidenceSource, Heard};

use super::{Asking, Outcome, Rank, Report, Said, Sign, Source, heard_of_lookup, look_up};
use crate::ports::Answer;

/// Some who may send are only the newsletter's.
const WEIGHT: u8 = 1;
/// More words than this are not read (RFC 7208 allows ten that cost a look-up).
const MOST_WORDS: usize = 64;
/// Whose record is included, and whose mailbox that may mean.
const INCLUDED: [(&str, &str); 4] = [
    ("_spf.google.com", "google-workspace"),
    ("spf.protection.outlook.com", "microsoft365"),
    ("spf.protection.office365.us", "microsoft365-gov"),
    ("spf.protection.partner.outlook.cn", "microsoft365-china"),
];

/// The SPF record of the domain.
pub(crate) struct Spf;

impl Source for Spf {
    fn rank(&self) -> Rank {
        Rank::Spf
    }

    fn ask<'a>(self: Box<Self>, asking: Asking<'a>) -> Answer<'a, Report> {
        Box::pin(ask(asking))
    }
}

async fn ask(asking: Asking<'_>) -> Report {
    let domain = asking.domain;
    let said = |answer, detail: &str| Said::new(EvidenceSource::Spf, domain, answer, detail);
    let texts = match look_up(asking.limit, asking.ports.resolver.texts(domain)).await {
        Ok(texts) => texts,
        Err(fault) => {
            let (outcome, answer, detail) = heard_of_lookup(fault);
            return Report::new(Rank::Spf, outcome, said(answer, detail));
        }
    };
    let ids = read(&texts);
    let signs = ids.iter().filter_map(|id| Some(Sign { provider: providers::by_id(id)?, weight: WEIGHT }));
    let mut report = Report::new(Rank::Spf, Outcome::Nothing, said(Heard::Nothing, ""));
    if !ids.is_empty() {
        report.said = ids.iter().map(|id| said(Heard::Hint, id)).collect();
    }
    report.with_signs(signs.collect())
}

fn read(texts: &[String]) -> Vec<&'static str> {
    let Some(record) = texts.iter().find(|text| is_spf(text)) else { return Vec::new() };
    let words: Vec<String> =
        record.split_ascii_whitespace().take(MOST_WORDS).map(str::to_ascii_lowercase).collect();
    let named = |name: &str| {
        words.iter().any(|word| {
            let word = word.trim_start_matches(['+', '?', '~']);
            let value = word.strip_prefix("include:").or_else(|| word.strip_prefix("redirect="));
            value.is_some_and(|value| value.strip_suffix('.').unwrap_or(value) == name)
        })
    };
    INCLUDED.iter().filter(|(name, _)| named(name)).map(|(_, id)| *id).collect()
}

/// What a domain's record includes for the mailboxes of a provider of the table; for Google and Microsoft alone.
pub fn spf_include(provider: &str) -> Option<&'static str> {
    INCLUDED.iter().find(|(_, id)| *id == provider).map(|(name, _)| *name)
}

fn is_spf(text: &str) -> bool {
    let mut words = text.split_ascii_whitespace();
    words.next().is_some_and(|word| word.eq_ignore_ascii_case("v=spf1"))
}

#[cfg(test)]
mod tests;
