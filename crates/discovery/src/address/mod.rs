//! What a person types or pastes as their address.
//!
//! Lives here: what is one, its canonical form, and what a person should be told about it. The folding stands in
//! `fold`, what surrounds a pasted address in `paste`, the part before the `@` in `local`. Does not live here: whether
//! anybody has that address.

mod fold;
mod local;
mod paste;

use crate::names;
use fold::straighten_dashes;

/// Longer input is no address; brackets and a name may stand around one.
const LONGEST_INPUT: usize = 1000;
/// RFC 5321 section 4.5.3.1.3 (256 octets with the brackets).
const LONGEST_ADDRESS: usize = 254;

/// A whole address.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Address {
    /// `local@domain`; the domain in lower case, as A-labels.
    pub address: String,
    /// The part before the `@`, in the case in which it was typed (NFC), quoted where it has to be (RFC 5321).
    pub local: String,
    /// The part after the `@`, lower case, A-labels (RFC 5890, UTS 46).
    pub domain: String,
    /// The domain as people write it, where that cannot be taken for another one; otherwise the A-labels.
    pub domain_shown: String,
    /// A label of the domain mixes scripts that no language mixes (UTS 39).
    pub mixed_script: bool,
    /// The part before the `@` is not ASCII: the server has to offer SMTPUTF8 (RFC 6531).
    pub needs_smtputf8: bool,
    /// True when something was folded or dropped, so that the person is told.
    pub changed: bool,
    /// The same address with a well-known domain in place of a likely mistake. Offered, never applied.
    pub suggestion: Option<String>,
}

/// Why the text is no address yet.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum AddressError {
    /// Something is missing or cannot stand there, or there is more than one address.
    #[error("not a whole address")]
    Incomplete {
        /// What was probably meant, when a well-known domain is near (`docomo.ne,jp`).
        suggestion: Option<String>,
    },
}

/// Reads what was typed or pasted: full-width characters (`＠`, `。`), spaces, `mailto:`, `Name <a@b>` and Japanese
/// brackets are folded.
///
/// # Errors
/// [`AddressError::Incomplete`] when no whole address is left, or more than one.
pub fn read_address(input: &str) -> Result<Address, AddressError> {
    let incomplete = |suggestion| AddressError::Incomplete { suggestion };
    if input.len() > LONGEST_INPUT {
        return Err(incomplete(None));
    }
    let pasted = paste::only_address(&fold::narrow(input)).ok_or(incomplete(None))?;
    let typed_domain = straighten_dashes(&pasted.domain);
    let Some(local) = local::canonical(&pasted.local) else { return Err(incomplete(None)) };
    let suggestion = providers::nearest_domain(&typed_domain).map(|near| format!("{local}@{near}"));
    let Some(domain) = names::to_ascii(&typed_domain) else { return Err(incomplete(suggestion)) };
    let address = format!("{local}@{domain}");
    if address.len() > LONGEST_ADDRESS {
        return Err(incomplete(None));
    }
    Ok(Address {
        // Spaces of the Japanese keyboard are told; those that copying leaves are not.
        changed: format!("{local}@{typed_domain}") != crate::composed::nfc(input.trim_ascii()),
        domain_shown: names::shown(&domain),
        mixed_script: names::is_mixed(&domain),
        needs_smtputf8: !local.is_ascii(),
        suggestion: suggestion.filter(|near| *near != address),
        address,
        local,
        domain,
    })
}
