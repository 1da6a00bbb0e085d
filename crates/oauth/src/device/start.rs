//! The answer to the request for a code (RFC 8628, 3.2), believed only as far as it can be shown to a person.

use std::time::Duration;

use oauth2::url::{Host, Url};
use secret::Secret;
use serde::Deserialize;

/// Where Microsoft lets codes be typed. The page is opened by hand: a foreign one would be a trap.
const PAGES: [&str; 7] = [
    "microsoft.com",
    "www.microsoft.com",
    "login.microsoft.com",
    "login.microsoftonline.com",
    "login.microsoftonline.us",
    "login.partner.microsoftonline.cn",
    "login.live.com",
];
/// Pauses between questions, seconds: the standard's where none is named, and the longest that is believed.
const INTERVAL: (u64, u64) = (5, 60);
/// Lives of a code, seconds: Microsoft's where none is named, and the longest that is believed.
const LIFE: (u64, u64) = (900, 3_600);

/// What the person has to see. The provider's own sentence about it is not kept: ours is in their language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DeviceStart {
    /// The code to be typed: capital letters, digits and hyphens, 4 to 20 of them.
    pub user_code: String,
    /// The page where it is typed; https, and one of the provider's own.
    pub verification_uri: String,
    /// How long it can be typed, counted from the answer.
    pub expires_in: Duration,
    /// The pause between two questions.
    pub interval: Duration,
}

#[derive(Deserialize)]
struct Form {
    device_code: String,
    user_code: String,
    #[serde(alias = "verification_url")]
    verification_uri: String,
    #[serde(default)]
    expires_in: Option<u64>,
    #[serde(default)]
    interval: Option<u64>,
}

/// Gives the device code apart: it is a secret, and the rest is shown.
pub(super) fn read(body: &[u8]) -> Option<(DeviceStart, Secret)> {
    let form: Form = serde_json::from_slice(body).ok()?;
    let code = form.user_code.trim();
    let fits = (4..=20).contains(&code.len())
        && code.bytes().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit() || byte == b'-');
    if !fits || form.device_code.is_empty() || !is_page(&form.verification_uri) {
        return None;
    }
    let start = DeviceStart {
        user_code: code.to_owned(),
        verification_uri: form.verification_uri,
        expires_in: Duration::from_secs(form.expires_in.unwrap_or(LIFE.0).min(LIFE.1)),
        interval: Duration::from_secs(form.interval.unwrap_or(INTERVAL.0).clamp(1, INTERVAL.1)),
    };
    Some((start, Secret::from(form.device_code)))
}

fn is_page(text: &str) -> bool {
    let Ok(url) = Url::parse(text) else { return false };
    let known = matches!(url.host(), Some(Host::Domain(host)) if PAGES.contains(&host));
    // As it is written, so that nothing hides in what a parser makes right.
    let plain =
        text.len() <= 100 && text.starts_with("https://") && text.bytes().all(|byte| byte.is_ascii_graphic());
    let bare = url.username().is_empty() && url.password().is_none() && url.port().is_none();
    known && plain && bare && !text.contains(['\\', '@', '?', '#'])
}
