//! Taking replies apart.

use crate::Words;

fn read(raw: &str) -> (Option<u16>, Option<String>, String) {
    let words = Words::read(raw.as_bytes());
    (words.code, words.enhanced.map(|code| code.to_string()), words.text)
}

#[test]
fn codes_are_taken_off_however_they_are_written() {
    let whole = (Some(535), Some("5.7.8".to_owned()), "Not accepted. Go to https://example.com".to_owned());
    for raw in [
        "535-5.7.8 Not accepted. Go to\r\n535 5.7.8 https://example.com",
        "535-5.7.8 Not accepted. Go to 535 5.7.8 https://example.com",
        "535 5.7.8 Not accepted. Go to https://example.com",
        "535 5.7.8 Not accepted.\n   Go to\thttps://example.com  \n",
    ] {
        assert_eq!(read(raw), whole, "{raw:?}");
    }
}

#[test]
fn what_is_no_code_is_none() {
    assert_eq!(
        read("could not connect to 192.0.2.5 port 587"),
        (None, None, "could not connect to 192.0.2.5 port 587".to_owned())
    );
    assert_eq!(read("timed out after 5000 ms").0, None);
    assert_eq!(read("").0, None);
    assert_eq!(read("587 ways to fail").0, None);
    assert_eq!(read("535 5.7.8").2, "");
    assert_eq!(read("550 blocked by 5.188.1.2 and 1.5.7.8").1, None);
    assert_eq!(read("250 2.1.0 ok, then 550 5.1.1 no").1.as_deref(), Some("5.1.1"));
}
