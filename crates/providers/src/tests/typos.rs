use std::time::Instant;

use proptest::prelude::*;

use crate::{by_domain, nearest_domain};

#[test]
fn mistakes_find_what_was_meant() {
    for (typed, meant) in [
        ("gmial.com", "gmail.com"),
        ("gmail.co", "gmail.com"),
        ("gamil.com", "gmail.com"),
        ("gmail.con", "gmail.com"),
        ("gmai.com", "gmail.com"),
        ("gmail.cm", "gmail.com"),
        ("gmailcom", "gmail.com"),
        ("gmail,com", "gmail.com"),
        ("gmail.co.jp", "gmail.com"),
        ("gmail.ne.jp", "gmail.com"),
        ("yahoo.co.jo", "yahoo.co.jp"),
        ("yaho.co.jp", "yahoo.co.jp"),
        ("yahoo.jp", "yahoo.co.jp"),
        ("yahoo.ne,jp", "yahoo.ne.jp"),
        ("hotmial.com", "hotmail.com"),
        ("hotmai.com", "hotmail.com"),
        ("hotmail.jp", "hotmail.co.jp"),
        ("outlok.jp", "outlook.jp"),
        ("outlook.co.jp", "outlook.jp"),
        ("docomo.ne,jp", "docomo.ne.jp"),
        ("dokomo.ne.jp", "docomo.ne.jp"),
        ("docomo.nejp", "docomo.ne.jp"),
        ("iclud.com", "icloud.com"),
        ("icloud.co.jp", "icloud.com"),
        ("ezweb.ne.jo", "ezweb.ne.jp"),
        ("aol.con", "aol.com"),
        ("ocn.ne,jp", "ocn.ne.jp"),
        ("gogglemial.com", "googlemail.com"),
        ("GMIAL.COM", "gmail.com"),
        ("gmail.coj", "gmail.com"),
        ("yahoo.cojp", "yahoo.co.jp"),
        ("yahoo.coj", "yahoo.co.jp"),
        ("yahoo.co.j", "yahoo.co.jp"),
        ("yahoo.co,jp", "yahoo.co.jp"),
        ("docomo.ne.j", "docomo.ne.jp"),
        ("ezweb.nejp", "ezweb.ne.jp"),
        ("sofbank.ne.jp", "softbank.ne.jp"),
        ("softbnak.ne.jp", "softbank.ne.jp"),
        ("softbank.ne.jo", "softbank.ne.jp"),
        ("i.softbank.jo", "i.softbank.jp"),
        ("i.sofbank.jp", "i.softbank.jp"),
        ("icloud.co", "icloud.com"),
        ("icluod.com", "icloud.com"),
        ("plala.orjp", "plala.or.jp"),
    ] {
        assert_eq!(nearest_domain(typed), Some(meant), "{typed}");
    }
}

#[test]
fn real_and_foreign_domains_are_left_alone() {
    for typed in [
        "gmail.com",
        "mail.com",
        "email.com",
        "ymail.com",
        "me.com",
        "yahoo.fr",
        "example.jp",
        "example.com",
        "line.me",
        "live.ie",
        "love.com",
        "line.jp",
        "web.dk",
        "free.jp",
        "softbank.co.jp",
        "softbank.jp",
        "i.softbank.jp",
        "i.example.jp",
        "docomo.jp",
        "nifty.co.jp",
        "biglobe.co.jp",
        "nttdocomo.co.jp",
        "ocn.com",
        "a.jp",
        "",
        "@",
        "sakura.ne.jp",
        "taro.sakura.ne.jp",
        "xserver.jp",
        "rakuten.co.jp",
    ] {
        assert_eq!(nearest_domain(typed), None, "{typed}");
    }
}

#[test]
fn it_is_cheap() {
    let start = Instant::now();
    for _ in 0..100 {
        let _ = nearest_domain("a-fairly-long-domain.example.co.jp");
        let _ = nearest_domain("gmial.com");
    }
    assert!(start.elapsed().as_millis() < 500, "{:?}", start.elapsed());
}

proptest! {
    #[test]
    fn what_is_offered_is_in_the_table(typed in "\\PC{0,60}") {
        if let Some(meant) = nearest_domain(&typed) {
            prop_assert!(by_domain(meant).is_some());
            prop_assert!(by_domain(&typed).is_none());
        }
    }
}
