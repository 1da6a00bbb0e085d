//! The parts of a certificate by themselves: its dates decide whether a clock is said to be wrong.

use super::{element, issuer_name, seconds, walk};

const UTC: u8 = 0x17;
const GENERALIZED: u8 = 0x18;

#[test]
fn dates_are_counted_in_seconds_since_1970() {
    for (tag, text, wanted) in [
        (UTC, "700101000000Z", Some(0)),
        (UTC, "700102030405Z", Some(97_445)),
        (UTC, "000229123456Z", Some(951_827_696)),
        (UTC, "000301000000Z", Some(951_868_800)),
        (UTC, "010131000000Z", Some(980_899_200)),
        (UTC, "240229000000Z", Some(1_709_164_800)),
        (UTC, "261231235959Z", Some(1_798_761_599)),
        (UTC, "491231235959Z", Some(2_524_607_999)),
        (GENERALIZED, "20500101000000Z", Some(2_524_608_000)),
        (GENERALIZED, "21000228235959Z", Some(4_107_542_399)),
        (GENERALIZED, "21000301000000Z", Some(4_107_542_400)),
        (GENERALIZED, "99991231235959Z", Some(253_402_300_799)),
        // Two digits from 50 on are of the century before (RFC 5280, 4.1.2.5.1), and that is before 1970.
        (UTC, "500101000000Z", None),
        (UTC, "691231235959Z", None),
        (UTC, "7001010000Z", None),
        (UTC, "700101000000", None),
        (UTC, "700101000000+0900", None),
        (UTC, "70010100000xZ", None),
        (UTC, "20500101000000Z", None),
        (GENERALIZED, "700101000000Z", None),
        (0x16, "700101000000Z", None),
        (UTC, "", None),
    ] {
        assert_eq!(seconds(tag, text.as_bytes()), wanted, "{text}");
    }
}

#[test]
fn an_element_is_as_long_as_it_says_and_no_longer_than_what_is_there() {
    let long = |head: &[u8], length: usize| [head, &vec![7; length], &[1, 2]].concat();
    for (head, length) in [
        (&[4, 0][..], 0),
        (&[4, 0x7f], 127),
        (&[4, 0x81, 0x80], 128),
        (&[4, 0x82, 0x01, 0x02], 258),
        (&[4, 0x83, 0x01, 0x00, 0x03], 65_539),
    ] {
        let der = long(head, length);
        assert_eq!(element(&der), Some((4, &vec![7; length][..], &[1, 2][..])), "{head:?}");
        assert!(length == 0 || element(&der[..head.len() + length - 1]).is_none(), "{head:?}");
    }
    // Without an end, longer than any certificate, and cut off in the middle of the length.
    for bad in [&[][..], &[4], &[4, 0x80, 0, 0], &[4, 0x84, 0, 0, 0, 1, 7], &[4, 0x82, 1], &[4, 2, 7]] {
        assert_eq!(element(bad), None, "{bad:?}");
    }
}

fn wrapped(tag: u8, content: &[u8]) -> Vec<u8> {
    let length = u16::try_from(content.len()).unwrap().to_be_bytes();
    [&[tag, 0x82, length[0], length[1]], content].concat()
}

/// A relative distinguished name: the attribute 2.5.4.`kind`.
fn attribute(kind: u8, text: &str) -> Vec<u8> {
    let pair = [wrapped(6, &[0x55, 0x04, kind]), wrapped(0x0c, text.as_bytes())].concat();
    wrapped(0x31, &wrapped(0x30, &pair))
}

#[test]
fn an_issuer_is_called_by_its_common_name_or_else_by_its_organisation() {
    let (country, organisation, name) =
        (attribute(6, "JP"), attribute(10, "Example K.K."), attribute(3, "CA 1"));
    let read = |parts: &[&[u8]]| issuer_name(&parts.concat());
    assert_eq!(read(&[&country, &organisation, &name]).as_deref(), Some("CA 1"));
    assert_eq!(read(&[&name, &organisation]).as_deref(), Some("CA 1"));
    assert_eq!(read(&[&country, &organisation]).as_deref(), Some("Example K.K."));
    assert_eq!(read(&[&country]), None);
    assert_eq!(read(&[]), None);
    let empty = wrapped(0x31, &[]);
    assert_eq!(read(&[&empty, &organisation, &[0x31, 0x7f]]).as_deref(), Some("Example K.K."));
    assert_eq!(read(&[&attribute(3, &"x".repeat(1_000))]).map(|name| name.len()), Some(255));
}

#[test]
fn a_certificate_without_a_version_is_read_too() {
    let dates = [wrapped(UTC, b"700101000000Z"), wrapped(UTC, b"700102000000Z")].concat();
    let parts = |version: &[u8]| {
        let fields =
            [version, &wrapped(2, &[1]), &wrapped(0x30, &[]), &wrapped(0x30, &attribute(3, "CA 1"))].concat();
        wrapped(0x30, &wrapped(0x30, &[fields, wrapped(0x30, &dates)].concat()))
    };
    let wanted = Some((Some(0), Some(86_400), Some("CA 1".to_owned())));
    // Version 1 leaves its number out (RFC 5280, 4.1.2.1).
    assert_eq!(walk(&parts(&[])), wanted);
    assert_eq!(walk(&parts(&wrapped(0xa0, &wrapped(2, &[2])))), wanted);
    assert_eq!(walk(b"no certificate"), None);
}
