//! The key of the signature (DKIM, RFC 6376): whether it stands where the sender's signatures point to.

use contract::{RecordLine, RecordName, RecordState};
use discovery::{LookupFault, dkim_alias_of, dkim_key};
use providers::Dkim;

use crate::{Asking, SenderKind, present, within};

/// What an alias of a selector may point to.
#[derive(Clone, Copy)]
enum PointsTo {
    /// The key itself stands there, under no alias that would have to be looked at.
    Anything,
    /// The names of one of Microsoft's clouds, by its row.
    Microsoft(&'static str),
    /// Names with these endings.
    Endings(&'static [&'static str]),
}

impl PointsTo {
    fn is(self, alias: &str) -> bool {
        match self {
            Self::Anything => true,
            Self::Microsoft(cloud) => dkim_alias_of(alias) == Some(cloud),
            Self::Endings(endings) => {
                let alias = alias.to_ascii_lowercase();
                endings.iter().any(|ending| alias.ends_with(ending))
            }
        }
    }
}

/// The line; none where no sender in particular is asked about, because the selectors are not known then.
pub(crate) async fn line(asking: Asking<'_>) -> Option<RecordLine> {
    Some(match asking.sender.kind {
        SenderKind::Google => at(asking, &["google"], PointsTo::Anything).await,
        SenderKind::Microsoft(cloud) => {
            at(asking, &["selector1", "selector2"], PointsTo::Microsoft(cloud)).await
        }
        SenderKind::Relay { dkim: Dkim::Selectors { names, points_to }, .. } => {
            let points_to =
                if points_to.is_empty() { PointsTo::Anything } else { PointsTo::Endings(points_to) };
            at(asking, names, points_to).await
        }
        SenderKind::Relay { dkim: Dkim::PerCustomer, .. } => {
            asking.line(RecordName::Dkim, RecordState::Unseen, "per-customer")
        }
        SenderKind::Relay { dkim: Dkim::Told, .. } => {
            asking.line(RecordName::Dkim, RecordState::Unseen, "told")
        }
        SenderKind::Any => return None,
    })
}

/// What one selector comes to, worst first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Stands {
    /// Nobody answered.
    Silent,
    /// Nothing is there.
    Nowhere,
    /// An alias of somebody else's name.
    Elsewhere,
    /// The right alias, and no key behind it.
    Hollow,
    /// A key that was taken back (RFC 6376 section 3.6.1: an empty `p=`).
    Revoked,
    /// A key.
    Key,
}

async fn at(asking: Asking<'_>, selectors: &[&str], points_to: PointsTo) -> RecordLine {
    let mut best = None;
    let mut seen = Vec::new();
    for selector in selectors {
        let name = format!("{selector}._domainkey.{}", asking.domain);
        let (stands, words) = one(asking, &name, points_to).await;
        seen.extend(words);
        best = best.max(Some(stands));
    }
    let name = format!("{}._domainkey.{}", selectors.first().copied().unwrap_or_default(), asking.domain);
    let (state, what) = match best {
        Some(Stands::Key) => (RecordState::Found, "found"),
        Some(Stands::Revoked) => (RecordState::Faulty, "revoked"),
        Some(Stands::Hollow) => (RecordState::Faulty, "hollow"),
        Some(Stands::Elsewhere) => (RecordState::Faulty, "elsewhere"),
        Some(Stands::Nowhere) => (RecordState::Missing, missing(asking.sender.kind)),
        Some(Stands::Silent) | None => return asking.unseen(RecordName::Dkim),
    };
    let mut line = asking.line(RecordName::Dkim, state, what);
    line.text = line.text.with("name", name);
    line.seen = seen;
    line
}

fn missing(kind: SenderKind) -> &'static str {
    match kind {
        SenderKind::Google => "missing-google",
        SenderKind::Microsoft(_) => "missing-microsoft",
        SenderKind::Relay { .. } | SenderKind::Any => "missing",
    }
}

async fn one(asking: Asking<'_>, name: &str, points_to: PointsTo) -> (Stands, Option<String>) {
    let alias = async {
        match points_to {
            PointsTo::Anything => Ok(None),
            PointsTo::Microsoft(_) | PointsTo::Endings(_) => present(alias_of(asking, name).await),
        }
    };
    let (alias, texts) = tokio::join!(alias, asking.texts(name));
    let alias = alias.unwrap_or_default();
    if let Some(other) = alias.as_ref().filter(|alias| !points_to.is(alias)) {
        return (Stands::Elsewhere, Some(format!("{name} CNAME {other}")));
    }
    let shown = alias.as_ref().map(|alias| format!("{name} CNAME {alias}"));
    let Ok(texts) = texts else { return (Stands::Silent, shown) };
    let keys: Vec<bool> = texts.iter().filter_map(|text| dkim_key(text)).collect();
    let stands = if keys.contains(&true) {
        Stands::Key
    } else if !keys.is_empty() {
        Stands::Revoked
    } else if alias.is_some() {
        Stands::Hollow
    } else {
        Stands::Nowhere
    };
    let shown = shown.or_else(|| (!keys.is_empty()).then(|| format!("{name} TXT")));
    (stands, shown)
}

async fn alias_of(asking: Asking<'_>, name: &str) -> Result<Option<String>, LookupFault> {
    within(asking.ports.resolver.alias(name)).await
}
