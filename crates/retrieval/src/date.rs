//! The date from which on a mailbox is searched.

use std::time::{Duration, SystemTime, UNIX_EPOCH};

/// Dates in a mailbox have no time of day and are those of the server's place (RFC 3501 section 6.4.4).
const BACK: Duration = Duration::from_secs(2 * 86_400);

/// The last second that can be written with four digits of a year.
const LAST: Duration = Duration::from_secs(253_402_300_799);

/// Two days before, as SINCE wants it: `29-Nov-2026`.
pub(crate) fn two_days_before(now: SystemTime) -> String {
    let since = now.duration_since(UNIX_EPOCH).unwrap_or_default().saturating_sub(BACK).min(LAST);
    // `Sun, 29 Nov 2026 19:00:00 GMT` (RFC 9110 section 5.6.7).
    let written = httpdate::fmt_http_date(UNIX_EPOCH + since);
    let date = written.split(' ').skip(1).take(3).collect::<Vec<_>>().join("-");
    date.trim_start_matches('0').to_owned()
}

#[cfg(test)]
mod tests;
