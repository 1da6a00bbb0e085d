//! Who signed in: the claims of the ID token.
//!
//! The token came from the token endpoint over verified TLS, so its signature need not be checked (OpenID Connect
//! Core, 3.1.3.7, item 6); issuer and audience are.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde::Deserialize;

use crate::provider::{Client, Provider};

/// The tenant id of all personal Microsoft accounts.
const PERSONAL_TENANT: &str = "9188040d-6c67-4c5b-b112-36a304b66dad";

/// The account that was chosen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Identity {
    pub(crate) address: String,
    /// `Some(true)` for a personal account, `Some(false)` for one of an organisation.
    pub(crate) personal: Option<bool>,
}

#[derive(Deserialize)]
struct Claims {
    iss: String,
    aud: String,
    #[serde(default)]
    email: Option<String>,
    #[serde(default)]
    preferred_username: Option<String>,
    /// Google: the organisation's domain.
    #[serde(default)]
    hd: Option<String>,
    /// Microsoft: the tenant.
    #[serde(default)]
    tid: Option<String>,
}

/// Reads the claims; `None` when they are not for this client or name nobody.
pub(crate) fn read(token: &str, client: &Client) -> Option<Identity> {
    let payload = token.split('.').nth(1)?;
    let bytes = URL_SAFE_NO_PAD.decode(payload.trim_end_matches('=')).ok()?;
    let claims: Claims = serde_json::from_slice(&bytes).ok()?;
    if claims.aud != client.id || !client.provider.is_issuer(&claims.iss) {
        return None;
    }
    let is_address = |word: &String| {
        word.split_once('@').is_some_and(|(local, domain)| !local.is_empty() && domain.contains('.'))
            && word.len() <= 254
            && !word.chars().any(|letter| letter.is_control() || letter.is_whitespace())
    };
    let (first, second, personal) = match client.provider {
        Provider::Google => (claims.email, None, Some(claims.hd.is_none())),
        // A work account signs in by its user principal name, which is the mailbox in all but rare cases; a personal
        // account may sign in by an address of another provider.
        Provider::Microsoft(_) => {
            (claims.preferred_username, claims.email, claims.tid.map(|tenant| tenant == PERSONAL_TENANT))
        }
    };
    let address = first.filter(is_address).or_else(|| second.filter(is_address))?;
    Some(Identity { address, personal })
}
