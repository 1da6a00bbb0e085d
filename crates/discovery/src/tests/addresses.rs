use proptest::prelude::*;

use crate::{AddressError, read_address};

#[test]
fn what_people_type_is_folded() {
    for (typed, address) in [
        ("taro@example.jp", "taro@example.jp"),
        ("ｔａｒｏ＠ｅｘａｍｐｌｅ．ｊｐ", "taro@example.jp"),
        ("taro＠example。jp", "taro@example.jp"),
        ("taro@example｡jp", "taro@example.jp"),
        ("　taro@example.jp　", "taro@example.jp"),
        ("taro @ example.jp", "taro@example.jp"),
        ("taro@exam\u{200b}ple.jp\n", "taro@example.jp"),
        ("mailto:taro@example.jp?subject=a", "taro@example.jp"),
        ("MAILTO:taro@example.jp", "taro@example.jp"),
        ("山田 太郎 <taro@example.jp>", "taro@example.jp"),
        ("山田太郎＜taro@example.jp＞", "taro@example.jp"),
        ("\"Yamada, Taro\" <taro@example.jp>,", "taro@example.jp"),
        ("taro@example.jp。", "taro@example.jp"),
        ("taro@my−company.jp", "taro@my-company.jp"),
        ("taro@myーcompany.jp", "taro@my-company.jp"),
    ] {
        let read = read_address(typed).unwrap();
        assert_eq!(read.address, address, "{typed:?}");
        assert_eq!(read.changed, typed != address, "{typed:?}");
    }
}

#[test]
fn case_is_kept_before_the_at_and_lowered_behind_it() {
    let read = read_address("Taro.Yamada@Example.JP").unwrap();
    assert_eq!(read.address, "Taro.Yamada@example.jp");
    assert!(!read.changed, "capital letters are nothing to tell a person about");
}

#[test]
fn an_international_domain_becomes_a_labels() {
    let read = read_address("taro@日本語.jp").unwrap();
    assert_eq!(read.domain, "xn--wgv71a119e.jp");
    assert!(!read.changed);
    assert_eq!(
        read_address("taro@サーバー.jp").unwrap().domain,
        "xn--nckzb0rj7c.jp".replace("xn--nckzb0rj7c", &label())
    );
}

/// The long-vowel mark belongs to the word here and is no hyphen.
fn label() -> String {
    idna::domain_to_ascii("サーバー").unwrap()
}

#[test]
fn old_carrier_addresses_are_whole() {
    for typed in ["a..b.@docomo.ne.jp", "taro-@ezweb.ne.jp", "t/a?ro@softbank.ne.jp"] {
        assert_eq!(read_address(typed).unwrap().address, typed);
    }
}

#[test]
fn half_an_address_is_incomplete() {
    for typed in [
        "",
        " ",
        "taro",
        "taro@",
        "@example.jp",
        "taro@example",
        "taro@.jp",
        "taro@192.168.0.1",
        "taro@[192.0.2.1]",
        "太郎@example.jp",
        "ta<ro@example.jp",
        "taro@exa_mple.jp",
        "taro@-example.jp",
        "taro@example..jp",
        "a@b@",
        "@@",
    ] {
        assert!(matches!(read_address(typed), Err(AddressError::Incomplete { .. })), "{typed:?}");
    }
    assert!(read_address(&format!("{}@example.jp", "a".repeat(65))).is_err());
    assert!(read_address(&"a".repeat(5000)).is_err());
}

#[test]
fn a_likely_mistake_is_offered_and_not_applied() {
    let read = read_address("taro@gmial.com").unwrap();
    assert_eq!(read.address, "taro@gmial.com");
    assert_eq!(read.suggestion.as_deref(), Some("taro@gmail.com"));
    assert_eq!(read_address("taro@gmail.com").unwrap().suggestion, None);
    assert_eq!(read_address("taro@example.jp").unwrap().suggestion, None);
    for typed in ["taro@docomo.ne,jp", "taro@docomo.ne、jp"] {
        let suggestion = Some("taro@docomo.ne.jp".to_owned());
        assert_eq!(read_address(typed), Err(AddressError::Incomplete { suggestion }), "{typed}");
    }
}

proptest! {
    #[test]
    fn nothing_typed_panics(typed in "\\PC{0,200}") {
        let _ = read_address(&typed);
    }

    #[test]
    fn what_is_read_is_read_again_unchanged(typed in "[a-zＡ-Ｚ0-9. 　]{1,20}[@＠][a-zａ-ｚ0-9.。-]{1,20}") {
        if let Ok(read) = read_address(&typed) {
            let again = read_address(&read.address).unwrap();
            prop_assert_eq!(&again.address, &read.address);
            prop_assert!(!again.changed);
            prop_assert!(read.address.is_ascii());
            prop_assert_eq!(read.address, [read.local, read.domain].join("@"));
        }
    }
}
