//! Look-ups by domain and id: binary searches over the generated tables, no allocation for lower-case input.

use std::borrow::Cow;

use crate::provider::{Kind, Provider};
use crate::tables::{DOMAINS, PROVIDERS, UNDER};

/// Every provider, sorted by id.
pub fn all() -> &'static [Provider] {
    &PROVIDERS
}

/// The provider with this id.
pub fn by_id(id: &str) -> Option<&'static Provider> {
    PROVIDERS.binary_search_by(|row| row.id.cmp(id)).ok().and_then(|at| PROVIDERS.get(at))
}

/// The name of the provider with this id, as its mark writes it; empty where the table does not know it.
pub fn name(id: &str) -> &'static str {
    by_id(id).map_or("", |provider| provider.name)
}

/// The provider of a mail domain (A-labels; letter case does not matter): the domain itself, or one of the domains
/// under which a provider gives out names, such as `*.biglobe.ne.jp`.
pub fn by_domain(domain: &str) -> Option<&'static Provider> {
    let domain = lower(domain);
    if let Some(found) = find(&DOMAINS, &domain) {
        return Some(found);
    }
    let mut rest: &str = &domain;
    while let Some((_, parent)) = rest.split_once('.') {
        if let Some(found) = find(&UNDER, parent) {
            return Some(found);
        }
        rest = parent;
    }
    None
}

/// The provider whose fixed submission host this is; for a domain whose settings name that host. Where a personal and
/// an organisation's service share it, the organisation's, because a personal domain is found by [`by_domain`].
pub fn by_submission_host(host: &str) -> Option<&'static Provider> {
    let host = lower(host);
    if host.contains('{') {
        return None;
    }
    let personal = |row: &Provider| match row.kind {
        Kind::GooglePersonal | Kind::MicrosoftPersonal => true,
        Kind::GoogleWorkspace
        | Kind::Microsoft365
        | Kind::Microsoft365Gov
        | Kind::Microsoft365China
        | Kind::Mailbox
        | Kind::Closed => false,
    };
    let with_host = || PROVIDERS.iter().filter(|row| row.submission.iter().any(|server| server.name == host));
    with_host().find(|row| !personal(row)).or_else(|| with_host().next())
}

pub(crate) fn lower(domain: &str) -> Cow<'_, str> {
    let domain = domain.strip_suffix('.').unwrap_or(domain);
    if domain.bytes().any(|byte| byte.is_ascii_uppercase()) {
        Cow::Owned(domain.to_ascii_lowercase())
    } else {
        Cow::Borrowed(domain)
    }
}

fn find(table: &'static [(&'static str, u16)], domain: &str) -> Option<&'static Provider> {
    let at = table.binary_search_by(|(name, _)| (*name).cmp(domain)).ok()?;
    PROVIDERS.get(usize::from(table.get(at)?.1))
}
