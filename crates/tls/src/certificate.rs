//! What a refused certificate says of itself: names, dates, issuer. For explaining only; nothing is trusted on it.

use rustls::pki_types::CertificateDer;

/// At most so many names are kept; a certificate may carry hundreds.
const MOST_NAMES: usize = 20;
/// At most so many characters of a name are kept.
const LONGEST_NAME: usize = 255;

/// The parts of a certificate (RFC 5280) that help to explain its refusal. All of it is the server's own word.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Certificate {
    /// DNS names it is for, at most 20.
    pub names: Vec<String>,
    /// First second of its validity, seconds since 1970.
    pub not_before: Option<u64>,
    /// Last second of its validity, seconds since 1970.
    pub not_after: Option<u64>,
    /// Common name, or else organisation, of who signed it.
    pub issuer: Option<String>,
}

impl Certificate {
    /// Reads what can be read; what cannot stays empty.
    pub(crate) fn read(der: &CertificateDer<'_>) -> Self {
        let names = webpki::EndEntityCert::try_from(der)
            .map(|certificate| {
                certificate
                    .valid_dns_names()
                    .filter(|name| name.len() <= LONGEST_NAME)
                    .take(MOST_NAMES)
                    .map(str::to_owned)
                    .collect()
            })
            .unwrap_or_default();
        let (not_before, not_after, issuer) = walk(der).unwrap_or_default();
        Self { names, not_before, not_after, issuer }
    }
}

type Found = (Option<u64>, Option<u64>, Option<String>);

/// Down to issuer and validity of the to-be-signed part (RFC 5280 section 4.1).
fn walk(der: &[u8]) -> Option<Found> {
    let (_, certificate, _) = element(der)?;
    let (_, mut rest, _) = element(certificate)?;
    if rest.first() == Some(&0xa0) {
        rest = element(rest)?.2;
    }
    let (_, _serial, rest) = element(rest)?;
    let (_, _algorithm, rest) = element(rest)?;
    let (_, issuer, rest) = element(rest)?;
    let (_, validity, _) = element(rest)?;
    let (kind, from, validity) = element(validity)?;
    let (until_kind, until, _) = element(validity)?;
    Some((seconds(kind, from), seconds(until_kind, until), issuer_name(issuer)))
}

/// One element: its tag, its content, and what follows it.
fn element(der: &[u8]) -> Option<(u8, &[u8], &[u8])> {
    let (&tag, rest) = der.split_first()?;
    let (&first, rest) = rest.split_first()?;
    let (length, rest) = if first < 0x80 {
        (usize::from(first), rest)
    } else {
        let count = usize::from(first & 0x7f);
        if count == 0 || count > 3 || rest.len() < count {
            return None;
        }
        let (digits, rest) = rest.split_at(count);
        (digits.iter().fold(0, |sum, digit| sum << 8 | usize::from(*digit)), rest)
    };
    (length <= rest.len()).then(|| (tag, &rest[..length], &rest[length..]))
}

/// UTCTime or GeneralizedTime, always in Z (RFC 5280 section 4.1.2.5).
fn seconds(tag: u8, text: &[u8]) -> Option<u64> {
    let text = std::str::from_utf8(text).ok()?;
    let digits = text.strip_suffix('Z')?;
    if !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let (year, rest) = match (tag, digits.len()) {
        (0x17, 12) => {
            let short: i64 = digits[..2].parse().ok()?;
            (if short < 50 { 2000 + short } else { 1900 + short }, &digits[2..])
        }
        (0x18, 14) => (digits[..4].parse().ok()?, &digits[4..]),
        _ => return None,
    };
    let part = |at: usize| rest.get(at..at + 2).and_then(|two| two.parse::<i64>().ok());
    let days = days_since_1970(year, part(0)?, part(2)?);
    u64::try_from(days * 86_400 + part(4)? * 3_600 + part(6)? * 60 + part(8)?).ok()
}

/// Days in the proleptic Gregorian calendar; years are counted from March so that leap days come last.
fn days_since_1970(year: i64, month: i64, day: i64) -> i64 {
    let year = if month <= 2 { year - 1 } else { year };
    let month_from_march = (month + 9) % 12;
    let day_of_year = (153 * month_from_march + 2) / 5 + day - 1;
    365 * year + year.div_euclid(4) - year.div_euclid(100) + year.div_euclid(400) + day_of_year - 719_468
}

/// The common name (2.5.4.3), or else the organisation (2.5.4.10).
fn issuer_name(mut names: &[u8]) -> Option<String> {
    let mut organisation = None;
    while let Some((_, set, rest)) = element(names) {
        names = rest;
        let Some((_, pair, _)) = element(set) else { continue };
        let Some((_, oid, value)) = element(pair) else { continue };
        let Some((_, value, _)) = element(value) else { continue };
        let text: String = String::from_utf8_lossy(value).chars().take(LONGEST_NAME).collect();
        match oid {
            [0x55, 0x04, 0x03] => return Some(text),
            [0x55, 0x04, 0x0a] => organisation = Some(text),
            _ => {}
        }
    }
    organisation
}

#[cfg(test)]
mod tests;
