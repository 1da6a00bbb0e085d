use std::time::{Duration, UNIX_EPOCH};

use super::two_days_before;

#[test]
fn dates_are_written_as_rfc_3501_wants_them() {
    for (seconds, date) in [
        (0, "1-Jan-1970"),
        (951_955_200, "29-Feb-2000"),
        (951_955_199, "28-Feb-2000"),
        (1_709_424_000, "1-Mar-2024"),
        (1_772_409_600, "28-Feb-2026"),
        (1_767_312_000, "31-Dec-2025"),
        (1_795_910_400, "27-Nov-2026"),
        (4_107_628_800, "28-Feb-2100"),
        (300_000_000_000, "31-Dec-9999"),
    ] {
        assert_eq!(two_days_before(UNIX_EPOCH + Duration::from_secs(seconds)), date, "{seconds}");
    }
}
