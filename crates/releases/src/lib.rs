//! Whether there is a newer release, and whether whoever says so may be believed.
//!
//! A release is told by two small files at the publisher's: `latest.json` with its version and its page, and
//! `latest.json.minisig` with the publisher's signature of it (minisign, Ed25519). Nothing is believed that is not
//! signed, nothing older than what runs is told, and nothing is downloaded: the person opens the page.
//!
//! Lives here: judging these files, and what was built in. Does not live here: fetching them (crate `app`, on a press
//! alone). Without an address and a key that were built in there is no such question at all.

use std::cmp::Ordering;

use minisign_verify::{PublicKey, Signature};
use serde::Deserialize;

/// A file that is larger is none of these.
const LARGEST: usize = 64 * 1024;

/// Where the publisher tells of releases, and the key that proves that it is the publisher.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Feed<'a> {
    /// Address of `latest.json`, by https. The signature is at the same address with `.minisig`.
    pub url: &'a str,
    /// The public key, as minisign writes it: the second line of its file.
    pub key: &'a str,
}

/// The feed that was built in: `TODOITA_RELEASE_FEED` and `TODOITA_RELEASE_KEY` when the program was built. None when
/// either is missing.
pub fn built_in() -> Option<Feed<'static>> {
    match (option_env!("TODOITA_RELEASE_FEED"), option_env!("TODOITA_RELEASE_KEY")) {
        (Some(url), Some(key)) if url.starts_with("https://") && PublicKey::from_base64(key).is_ok() => {
            Some(Feed { url, key })
        }
        _ => None,
    }
}

/// What a believed file says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Told {
    /// What runs is the newest.
    Newest,
    /// There is a newer one.
    Newer {
        /// Its version, such as `0.2.0`.
        version: String,
        /// The page where it is told about and had from, at the publisher's own host.
        page: String,
    },
}

/// Why a file is not believed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Refused {
    /// There is no signature, or it is none.
    #[error("unsigned")]
    Unsigned,
    /// The signature is another key's, or of another file: something was changed.
    #[error("the signature does not fit")]
    SignatureMisfits,
    /// It is signed, and older than what runs.
    #[error("older than this version")]
    Older,
    /// It is signed, and cannot be read, or leads to another host.
    #[error("malformed")]
    Malformed,
}

#[derive(Deserialize)]
struct Manifest {
    version: String,
    page: String,
}

/// Judges what was fetched. `current` is the version that runs.
///
/// # Errors
/// [`Refused`] when it is not to be believed.
pub fn judge(feed: Feed<'_>, current: &str, manifest: &[u8], signature: &[u8]) -> Result<Told, Refused> {
    if manifest.len().max(signature.len()) > LARGEST {
        return Err(Refused::Malformed);
    }
    let key = PublicKey::from_base64(feed.key).map_err(|_| Refused::SignatureMisfits)?;
    let signature = std::str::from_utf8(signature).map_err(|_| Refused::Unsigned)?;
    let signature = Signature::decode(signature).map_err(|_| Refused::Unsigned)?;
    key.verify(manifest, &signature, false).map_err(|_| Refused::SignatureMisfits)?;
    let told: Manifest = serde_json::from_slice(manifest).map_err(|_| Refused::Malformed)?;
    let (Some(there), Some(here)) = (version(&told.version), version(current)) else {
        return Err(Refused::Malformed);
    };
    if host(&told.page).is_none() || host(&told.page) != host(feed.url) {
        return Err(Refused::Malformed);
    }
    match there.cmp(&here) {
        Ordering::Less => Err(Refused::Older),
        Ordering::Equal => Ok(Told::Newest),
        Ordering::Greater => Ok(Told::Newer { version: told.version, page: told.page }),
    }
}

/// Three numbers; anything else is no version of ours.
fn version(text: &str) -> Option<[u32; 3]> {
    let mut parts = text.split('.').map(|part| part.parse().ok().filter(|_| !part.starts_with('+')));
    let version = [parts.next()??, parts.next()??, parts.next()??];
    parts.next().is_none().then_some(version)
}

/// The host of an address by https.
fn host(url: &str) -> Option<&str> {
    let rest = url.strip_prefix("https://")?;
    let host = rest.split(['/', '?', '#']).next()?;
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'.' || byte == b'-';
    (!host.is_empty() && host.bytes().all(plain)).then_some(host)
}

#[cfg(test)]
mod tests;
