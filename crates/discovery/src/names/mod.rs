//! Host and domain names.
//!
//! Lives here: what is one, which organisation it belongs to, how it is shown (`organisation`, with `scripts` and
//! `confusables`). Does not live here: whether two names can be taken for each other (`look_alike`).

pub(crate) mod confusables;
mod organisation;
mod scripts;

use std::net::IpAddr;

pub use organisation::shown;
pub use organisation::{OrganisationName, organisation};
pub(crate) use organisation::{is_mixed, unicode};

/// The name in lower case as A-labels (RFC 5890), when it is a domain with at least two labels.
pub(crate) fn to_ascii(name: &str) -> Option<String> {
    let ascii = idna::domain_to_ascii_strict(name.strip_suffix('.').unwrap_or(name)).ok()?;
    is_host(&ascii).then_some(ascii)
}

/// A host name of letters, digits and hyphens with at least two labels, no address in digits.
pub(crate) fn is_host(name: &str) -> bool {
    let labels_are_right = name.split('.').all(|label| {
        !label.is_empty()
            && label.len() <= 63
            && !label.starts_with('-')
            && !label.ends_with('-')
            && label.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
    });
    // Old resolvers take `127.0.0.0x1` for an address, too.
    let last_is_a_word = name.rsplit('.').next().is_some_and(|last| {
        last.bytes().any(|byte| byte.is_ascii_alphabetic())
            && !last.get(..2).is_some_and(|start| start.eq_ignore_ascii_case("0x"))
    });
    name.len() <= 253
        && name.contains('.')
        && labels_are_right
        && last_is_a_word
        && name.parse::<IpAddr>().is_err()
}

/// The registrable domain by the Public Suffix List: `mx1.example.co.jp` -> `example.co.jp`.
pub(crate) fn base(name: &str) -> Option<&str> {
    suffixes::base(name)
}

/// True when both names belong to one organisation: the same registrable domain, or one lies under the other.
pub(crate) fn same_organisation(host: &str, domain: &str) -> bool {
    let lies_under = host == domain || host.strip_suffix(domain).is_some_and(|rest| rest.ends_with('.'));
    lies_under || base(host).is_some_and(|host_base| base(domain) == Some(host_base))
}
