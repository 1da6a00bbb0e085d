//! The file of a registration, as Google's console lets one download it.
//!
//! Only the id and the secret are taken. The addresses in it are not: where a consent goes is fixed in the program.

use secret::Secret;
use serde::Deserialize;
use serde::de::IgnoredAny;
use wizard::KeyFault;

/// The longest file that is read, bytes.
pub(super) const LONGEST: u64 = 64 * 1024;
/// How the ids of all clients end.
const ENDING: &str = ".apps.googleusercontent.com";

/// What is taken from a file.
pub(super) struct GoogleKey {
    /// The client id.
    pub(super) id: String,
    /// The secret that Google gives desktop programs.
    pub(super) secret: Secret,
}

#[derive(Deserialize)]
struct KeyFile {
    installed: Option<Installed>,
    web: Option<IgnoredAny>,
    #[serde(rename = "type")]
    kind: Option<IgnoredAny>,
}

#[derive(Deserialize)]
struct Installed {
    client_id: String,
    client_secret: Option<String>,
}

/// Reads a file.
///
/// # Errors
/// What is wrong with it; nothing of it is in the error.
pub(super) fn read(file: &[u8]) -> Result<GoogleKey, KeyFault> {
    if u64::try_from(file.len()).unwrap_or(u64::MAX) > LONGEST {
        return Err(KeyFault::TooLarge);
    }
    let text = file.strip_prefix(b"\xef\xbb\xbf").unwrap_or(file);
    let read: KeyFile = serde_json::from_slice(text).map_err(|_| KeyFault::NotAKey)?;
    let Some(installed) = read.installed else {
        return Err(match (read.web, read.kind) {
            (Some(_), _) => KeyFault::Web,
            (None, Some(_)) => KeyFault::ServiceAccount,
            (None, None) => KeyFault::NotAKey,
        });
    };
    let secret = installed.client_secret.map(Secret::from).ok_or(KeyFault::Odd)?;
    let name = installed.client_id.strip_suffix(ENDING).unwrap_or_default();
    let good_name = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_';
    let good_id = (1..=200).contains(&name.len()) && name.bytes().all(good_name);
    let good_secret = (1..=200).contains(&secret.len()) && secret.expose().iter().all(u8::is_ascii_graphic);
    if good_id && good_secret {
        Ok(GoogleKey { id: installed.client_id, secret })
    } else {
        Err(KeyFault::Odd)
    }
}
