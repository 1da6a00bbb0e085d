use crate::{by_domain, clean_app_password};

#[test]
fn google_passwords_lose_their_spaces() {
    let shape = by_domain("gmail.com").unwrap().preparation.unwrap().shape.unwrap();
    for pasted in [
        "abcd efgh ijkl mnop",
        "abcdefghijklmnop",
        " abcd\u{a0}efgh\u{3000}ijkl\u{200b} mnop\r\n",
        "ａｂｃｄ efgh ijkl mnop",
    ] {
        assert_eq!(shape.clean(pasted), "abcdefghijklmnop", "{pasted:?}");
        assert!(shape.fits(pasted), "{pasted:?}");
    }
    for other in [
        "MyDogBarks2024",
        "abcdefghijklmno",
        "abcdefghijklmnopq",
        "abcd-efgh-ijkl-mnop",
        "",
        "あいうえおかきくけこさしすせそた",
    ] {
        assert!(!shape.fits(other), "{other:?}");
    }
}

#[test]
fn icloud_passwords_keep_their_hyphens() {
    let shape = by_domain("icloud.com").unwrap().preparation.unwrap().shape.unwrap();
    for pasted in ["abcd-efgh-ijkl-mnop", "abcd efgh ijkl mnop", "abcdefghijklmnop", "abcd－efgh‐ijkl–mnop\n"]
    {
        assert_eq!(shape.clean(pasted), "abcd-efgh-ijkl-mnop", "{pasted:?}");
        assert!(shape.fits(pasted), "{pasted:?}");
    }
    assert!(!shape.fits("my-usual-password"));
    assert_eq!(shape.clean("my-usual-password"), "my-usual-password", "what does not fit is left as it is");
}

#[test]
fn shapes_from_memory_are_marked() {
    let certain = |domain: &str| by_domain(domain).unwrap().preparation.unwrap().shape.unwrap().certain;
    assert!(certain("gmail.com") && certain("icloud.com") && certain("docomo.ne.jp"));
    assert!(!certain("fastmail.com") && !certain("att.net") && !certain("naver.com"));
}

#[test]
fn invisible_characters_go() {
    assert_eq!(clean_app_password("\u{feff}a\u{200d}b\u{202e}c\u{ad}\t"), "abc");
    assert_eq!(clean_app_password("Ｐａｓｓ！１"), "Pass!1");
}
