//! What receivers do with mail that proves nothing (DMARC, RFC 7489): the domain's own word, or that of the domain
//! above it.

use contract::{DnsRecord, RecordLine, RecordName, RecordState};

use crate::Asking;

pub(crate) async fn line(asking: Asking<'_>) -> RecordLine {
    let mut owners = vec![asking.domain];
    // RFC 7489 section 6.6.3: a domain without a record has that of its organisation.
    owners.extend(suffixes::base(asking.domain).filter(|base| *base != asking.domain));
    for owner in owners {
        let name = format!("_dmarc.{owner}");
        let Ok(texts) = asking.texts(&name).await else { return asking.unseen(RecordName::Dmarc) };
        let records: Vec<&String> = texts.iter().filter(|text| is_dmarc(text)).collect();
        let (state, what) = match records.as_slice() {
            [] => continue,
            [one] => match policy(one, owner != asking.domain) {
                Some("none") => (RecordState::Found, "none"),
                Some("quarantine") => (RecordState::Found, "quarantine"),
                Some("reject") => (RecordState::Found, "reject"),
                _ => (RecordState::Faulty, "faulty"),
            },
            // With more than one, none of them counts (the same section).
            _ => (RecordState::Faulty, "two"),
        };
        let mut line = asking.line(RecordName::Dmarc, state, what);
        line.seen = records.iter().map(|record| format!("{name} TXT {record}")).collect();
        return line;
    }
    let mut line = asking.line(RecordName::Dmarc, RecordState::Missing, "missing");
    line.add = Some(DnsRecord {
        owner: format!("_dmarc.{}", asking.domain),
        kind: "TXT".to_owned(),
        value: "v=DMARC1; p=none".to_owned(),
        instead: false,
    });
    line
}

fn is_dmarc(text: &str) -> bool {
    text.split(';').next().and_then(|tag| tag.split_once('=')).is_some_and(|(name, value)| {
        name.trim().eq_ignore_ascii_case("v") && value.trim().eq_ignore_ascii_case("DMARC1")
    })
}

/// The policy, in small letters. Beneath the organisation's domain its `sp` comes before its `p` (section 6.3).
fn policy(record: &str, beneath: bool) -> Option<&'static str> {
    let tag = |wanted: &str| {
        let mut tags = record.split(';').filter_map(|tag| tag.split_once('='));
        tags.find(|(name, _)| name.trim() == wanted).map(|(_, value)| value)
    };
    // Without `p` it is no record, whatever else it says.
    let own = tag("p")?;
    let said = if beneath { tag("sp").unwrap_or(own) } else { own };
    ["none", "quarantine", "reject"].into_iter().find(|policy| said.trim().eq_ignore_ascii_case(policy))
}
