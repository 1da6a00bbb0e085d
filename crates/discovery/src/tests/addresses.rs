use proptest::prelude::*;

use crate::{Address, AddressError, fuzzing, read_address};

fn is_incomplete(typed: &str) -> bool {
    matches!(read_address(typed), Err(AddressError::Incomplete { .. }))
}

#[test]
fn what_people_type_is_folded() {
    for (typed, address) in [
        ("taro@example.jp", "taro@example.jp"),
        ("ｔａｒｏ＠ｅｘａｍｐｌｅ．ｊｐ", "taro@example.jp"),
        ("taro＠example。jp", "taro@example.jp"),
        ("taro@example｡jp", "taro@example.jp"),
        ("taro﹫example.jp", "taro@example.jp"),
        ("　taro@example.jp　", "taro@example.jp"),
        ("taro @ example.jp", "taro@example.jp"),
        ("taro@example. jp", "taro@example.jp"),
        ("taro. yamada@example.jp", "taro.yamada@example.jp"),
        ("taro@exam\u{200b}ple.jp\n", "taro@example.jp"),
        ("mailto:taro@example.jp?subject=a", "taro@example.jp"),
        ("MAILTO:taro@example.jp", "taro@example.jp"),
        ("taro@example.jp。", "taro@example.jp"),
        ("taro@example.jp！", "taro@example.jp"),
        ("'taro@example.jp'", "taro@example.jp"),
        ("\"taro@example.jp\"", "taro@example.jp"),
        ("taro@my−company.jp", "taro@my-company.jp"),
        ("taro@myーcompany.jp", "taro@my-company.jp"),
        ("taroーyamada@example.jp", "taro-yamada@example.jp"),
    ] {
        let read = read_address(typed).unwrap();
        assert_eq!(read.address, address, "{typed:?}");
        assert_eq!(read.changed, typed != address, "{typed:?}");
    }
    assert_eq!(read_address("o'neill@example.jp").unwrap().local, "o'neill");
    assert!(!read_address(" \r\n taro@example.jp\t\n").unwrap().changed, "copying leaves these");
}

#[test]
fn what_people_paste_is_freed_of_what_surrounds_it() {
    for typed in [
        "山田 太郎 <taro@example.jp>",
        "山田太郎＜taro@example.jp＞",
        "\"Yamada, Taro\" <taro@example.jp>,",
        "\"taro@home\" <taro@example.jp>",
        "taro@example.jp <taro@example.jp>",
        "Yamada <mailto:taro@example.jp>",
        "<<taro@example.jp>>",
        "「taro@example.jp」",
        "【taro@example.jp】",
        "メールは『taro@example.jp』です",
        "（taro@example.jp）",
        "(taro@example.jp)",
        "“taro@example.jp”",
        "山田太郎 taro@example.jp",
        "taro@example.jp (Yamada Taro)",
        "mailto:taro%40example.jp",
        "mailto:?to=taro%40example.jp&subject=a",
        "mailto:taro%EF%BC%A0example.jp",
    ] {
        let read = read_address(typed).unwrap();
        assert_eq!((read.address.as_str(), read.changed), ("taro@example.jp", true), "{typed}");
    }
}

#[test]
fn more_than_one_address_is_none() {
    for typed in [
        "taro@example.jp,hanako@example.jp",
        "taro@example.jp; hanako@example.jp",
        "taro@example.jp、hanako@example.jp",
        "taro@example.jp hanako@example.jp",
        "taro@example.jp\nhanako@example.jp",
        "A <taro@example.jp>, B <hanako@example.jp>",
        "taro@example.jp, B <hanako@example.jp>",
        "A <taro@example.jp>, hanako@example.jp",
        "「taro@example.jp」「hanako@example.jp」",
        "mailto:taro@example.jp,hanako@example.jp",
        "taro@example.jp@example.jp",
    ] {
        assert_eq!(read_address(typed), Err(AddressError::Incomplete { suggestion: None }), "{typed}");
    }
}

#[test]
fn a_space_that_could_hide_a_slip_is_not_dropped() {
    for typed in
        ["taro yamada@example.jp", "Taro Yamada taro@example.jp", "taro@example jp", "山田 太郎@example.jp"]
    {
        assert!(is_incomplete(typed), "{typed}");
    }
}

#[test]
fn case_is_kept_before_the_at_and_lowered_behind_it() {
    let read = read_address("Taro.Yamada@Example.JP").unwrap();
    assert_eq!(read.address, "Taro.Yamada@example.jp");
    assert!(!read.changed, "capital letters are nothing to tell a person about");
}

#[test]
fn letters_outside_of_ascii_need_smtputf8() {
    for (typed, local) in [
        ("太郎@example.jp", "太郎"),
        ("δοκιμή@example.jp", "δοκιμή"),
        ("mu\u{308}ller@example.jp", "m\u{fc}ller"),
        ("ﾀﾛｳ@example.jp", "タロウ"),
        ("サーバー@example.jp", "サーバー"),
        ("\"太 郎\"@example.jp", "\"太 郎\""),
    ] {
        let read = read_address(typed).unwrap();
        assert_eq!((read.local.as_str(), read.needs_smtputf8), (local, true), "{typed}");
        assert_eq!(read.domain, "example.jp");
    }
    assert!(!read_address("taro@日本語.jp").unwrap().needs_smtputf8);
    for typed in ["太郎、@example.jp", "\u{e000}@example.jp", "太\u{3000}郎@example.jp", "「太郎@example.jp"]
    {
        assert!(
            read_address(typed).is_err() || !read_address(typed).unwrap().local.contains('「'),
            "{typed}"
        );
    }
}

#[test]
fn a_quoted_part_is_quoted_only_where_it_has_to_be() {
    for (typed, local) in [
        ("\"a b\"@example.jp", "\"a b\""),
        ("\"taro\"@example.jp", "taro"),
        ("\"ta\\ro\"@example.jp", "taro"),
        ("\"a\\ b\"@example.jp", "\"a b\""),
        ("\"a@b\"@example.jp", "\"a@b\""),
        ("\"a\\\"b\"@example.jp", "\"a\\\"b\""),
        ("\"a\\\\b\"@example.jp", "\"a\\\\b\""),
        ("\"a..b.\"@example.jp", "\"a..b.\""),
        ("Taro <\"a b\"@example.jp>", "\"a b\""),
        ("mailto:%22a%20b%22@example.jp", "\"a b\""),
    ] {
        assert_eq!(read_address(typed).unwrap().local, local, "{typed}");
    }
    for typed in ["\"\"@example.jp", "\"a\"b@example.jp", "a\"b\"@example.jp", "\"a\tb\"@example.jp"] {
        assert!(is_incomplete(typed), "{typed}");
    }
}

#[test]
fn an_international_domain_is_asked_as_a_labels_and_shown_as_written() {
    for (typed, domain, shown) in [
        ("taro@日本語.jp", "xn--wgv71a119e.jp", "日本語.jp"),
        ("taro@xn--wgv71a119e.jp", "xn--wgv71a119e.jp", "日本語.jp"),
        ("taro@BÜCHER.example", "xn--bcher-kva.example", "bücher.example"),
        ("taro@straße.example", "xn--strae-oqa.example", "straße.example"),
        ("taro@サーバー.jp", "xn--vckucxgb.jp", "サーバー.jp"),
        ("taro@почта.рф", "xn--80a1acny.xn--p1ai", "почта.рф"),
        ("taro@abc日本.jp", "xn--abc-v08fl0d.jp", "abc日本.jp"),
    ] {
        let read = read_address(typed).unwrap();
        assert_eq!((read.domain.as_str(), read.domain_shown.as_str()), (domain, shown), "{typed}");
        assert!(!read.mixed_script && !read.changed, "{typed}");
    }
}

#[test]
fn a_domain_that_can_be_taken_for_another_is_shown_as_a_labels() {
    for (typed, mixed) in [
        ("taro@gооgle.com", true),
        ("taro@аррӏе.com", false),
        ("taro@paypaⅼ.com", false),
        ("taro@ひらがな가.jp", true),
        ("taro@ｇooɡle.com", true),
    ] {
        let Ok(Address { domain, domain_shown, mixed_script, .. }) = read_address(typed) else {
            panic!("{typed}")
        };
        assert_eq!(domain, domain_shown, "{typed}");
        assert_eq!(mixed_script, mixed && !typed.contains('ɡ'), "{typed}");
    }
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
        "ta<ro@example.jp",
        "taro@exa_mple.jp",
        "taro@-example.jp",
        "taro@example..jp",
        "a@b@",
        "@@",
        "<>",
        "mailto:",
        "\"",
        "\"@example.jp",
    ] {
        assert!(is_incomplete(typed), "{typed:?}");
    }
}

#[test]
fn lengths_hold() {
    assert!(read_address(&format!("{}@example.jp", "a".repeat(64))).is_ok());
    assert!(is_incomplete(&format!("{}@example.jp", "a".repeat(65))));
    assert!(is_incomplete(&format!("{}@example.jp", "あ".repeat(22))));
    let long = format!("{}.jp", "abcdefg.".repeat(30));
    assert!(is_incomplete(&format!("{}@{}", "a".repeat(20), long.replace("..", "."))));
    assert!(is_incomplete(&format!("a@{}.jp", "a".repeat(64))));
    assert!(is_incomplete(&"a".repeat(5000)));
    assert!(is_incomplete(&format!("{}taro@example.jp", " ".repeat(2000))));
}

#[test]
fn a_likely_mistake_is_offered_and_not_applied() {
    let read = read_address("taro@gmial.com").unwrap();
    assert_eq!(read.address, "taro@gmial.com");
    assert_eq!(read.suggestion.as_deref(), Some("taro@gmail.com"));
    assert_eq!(read_address("taro@gmail.com").unwrap().suggestion, None);
    assert_eq!(read_address("taro@example.jp").unwrap().suggestion, None);
    assert_eq!(read_address("太郎@gmial.com").unwrap().suggestion.as_deref(), Some("太郎@gmail.com"));
    for typed in ["taro@docomo.ne,jp", "taro@docomo.ne、jp", "taro@docomo.nejp"] {
        let suggestion = match read_address(typed) {
            Ok(read) => read.suggestion,
            Err(AddressError::Incomplete { suggestion }) => suggestion,
        };
        assert_eq!(suggestion.as_deref(), Some("taro@docomo.ne.jp"), "{typed}");
    }
    assert_eq!(read_address("ta ro@gmial.com"), Err(AddressError::Incomplete { suggestion: None }));
}

/// Pieces of which pasted addresses are made.
fn pasted() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        proptest::sample::select(vec![
            "@",
            "＠",
            "<",
            ">",
            "＜",
            "\"",
            "\\",
            "'",
            "mailto:",
            "%40",
            "%",
            "?to=",
            ",",
            "、",
            "。",
            "「",
            "」",
            "(",
            ")",
            " ",
            "\u{3000}",
            "\n",
            ".",
            "ー",
            "-",
            "\u{200b}",
            "\u{301}",
            "太郎",
            "ｶﾞ",
            "example.jp",
            "gmial.com",
            "日本.jp",
            "xn--",
            "taro",
        ])
        .prop_map(str::to_owned),
        "[a-zA-Zａ-ｚ0-9.@ ]{1,6}",
        "\\PC{1,3}",
    ];
    proptest::collection::vec(piece, 1..12).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 512, ..ProptestConfig::default() })]

    #[test]
    fn nothing_typed_breaks_a_promise(typed in "\\PC{0,200}", pasted in pasted()) {
        prop_assert_eq!(fuzzing::address(typed.as_bytes()), Ok(()));
        prop_assert_eq!(fuzzing::address(pasted.as_bytes()), Ok(()), "{:?}", pasted);
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

    /// Letters and digits never vanish without a word.
    #[test]
    fn what_vanishes_is_told(typed in pasted()) {
        if let Ok(read) = read_address(&typed) {
            let count = |text: &str| text.chars().filter(|letter| letter.is_alphanumeric()).count();
            let kept = count(&read.local) + count(&idna::domain_to_unicode(&read.domain).0);
            prop_assert!(read.changed || kept >= count(&typed), "{:?} {:?}", typed, read);
        }
    }

    #[test]
    fn any_quoted_part_is_its_own_canonical_form(content in "[ -~]{1,40}") {
        let typed = format!("\"{}\"@example.jp", content.replace('\\', "\\\\").replace('"', "\\\""));
        let read = read_address(&typed).unwrap();
        let bare = read.local.strip_prefix('"').and_then(|rest| rest.strip_suffix('"'));
        let back = bare.map_or(read.local.clone(), |bare| bare.replace("\\\"", "\"").replace("\\\\", "\\"));
        prop_assert_eq!(back, content);
    }
}
