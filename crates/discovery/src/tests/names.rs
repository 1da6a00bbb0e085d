use crate::names::{base, is_host, same_organisation, to_ascii};

#[test]
fn hosts_are_told_from_other_text() {
    for name in ["example.jp", "a-b.example.co.jp", "EXAMPLE.JP", "xn--wgv71a119e.jp", "1.example.jp"] {
        assert!(is_host(name), "{name}");
    }
    for name in [
        "",
        "jp",
        "localhost",
        "127.0.0.1",
        "1.2",
        "a..jp",
        ".jp",
        "a.jp.",
        "-a.jp",
        "a-.jp",
        "a_b.jp",
        "a b.jp",
        "a.jp:25",
        "a\r\n.jp",
        "::1",
    ] {
        assert!(!is_host(name), "{name:?}");
    }
    assert!(!is_host(&format!("{}.jp", "a".repeat(64))));
    assert!(!is_host(&format!("{}jp", "abcdefg.".repeat(40))));
    assert_eq!(to_ascii("Mail.Example.JP.").as_deref(), Some("mail.example.jp"));
}

#[test]
fn organisations_are_told_by_the_public_suffix_list() {
    assert_eq!(base("mx1.mail.example.co.jp"), Some("example.co.jp"));
    assert!(same_organisation("mail.example.co.jp", "example.co.jp"));
    assert!(same_organisation("smtp.example.co.jp", "sales.example.co.jp"));
    assert!(!same_organisation("mail.other.co.jp", "example.co.jp"));
    assert!(!same_organisation("notexample.jp", "example.jp"));
    assert!(!same_organisation("example.jp.evil.com", "example.jp"));
}

#[test]
fn an_address_that_is_written_as_a_name_is_none() {
    for name in ["127.0.0.0x1", "0x7f.0x0.0x0.0x1", "a.0X7F", "1.2.3.4", "a.1"] {
        assert!(!is_host(name) && to_ascii(name).is_none(), "{name}");
    }
    assert!(is_host("0x7f.jp"));
}
