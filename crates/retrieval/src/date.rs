//! The date from which on a mailbox is searched.

use std::time::{Duration, SystemTime, UNIX_EPOCH};

/// Dates in a mailbox have no time of day and are those of the server's place (RFC 3501 section 6.4.4).
const BACK: Duration = Duration::from_secs(2 * 86_400);
const MONTHS: [&str; 12] =
    ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/// Two days before, as SINCE wants it: `29-Nov-2026`.
pub(crate) fn two_days_before(now: SystemTime) -> String {
    let since = now.duration_since(UNIX_EPOCH).unwrap_or_default().saturating_sub(BACK);
    let (mut year, mut day) = (1970_u64, since.as_secs() / 86_400);
    while day >= days(year).iter().sum() {
        day -= days(year).iter().sum::<u64>();
        year += 1;
    }
    let mut month = 0;
    for length in days(year) {
        if day < length {
            break;
        }
        day -= length;
        month += 1;
    }
    format!("{}-{}-{year}", day + 1, MONTHS.get(month).copied().unwrap_or("Dec"))
}

/// The days of each month.
fn days(year: u64) -> [u64; 12] {
    let is_leap = year.is_multiple_of(4) && !year.is_multiple_of(100) || year.is_multiple_of(400);
    [31, if is_leap { 29 } else { 28 }, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
}

#[cfg(test)]
mod tests;
