use proptest::prelude::*;

use crate::{OrganisationName, look_alike, organisation};

/// The pieces with odd ones in brackets.
fn marked(name: &OrganisationName) -> String {
    name.pieces.iter().map(|(text, odd)| if *odd { format!("[{text}]") } else { text.clone() }).collect()
}

fn organisation_of(name: &str) -> OrganisationName {
    organisation(&idna::domain_to_ascii(name).unwrap())
}

#[test]
fn an_organisation_is_its_registrable_domain() {
    for (host, ascii, unicode) in [
        ("smtp.mail.example.co.jp", "example.co.jp", "example.co.jp"),
        ("SMTP.Example.COM.", "example.com", "example.com"),
        ("mail.xn--wgv71a119e.jp", "xn--wgv71a119e.jp", "日本語.jp"),
        ("co.jp", "co.jp", "co.jp"),
        ("localhost", "localhost", "localhost"),
        ("mail.xn--a.jp", "xn--a.jp", "xn--a.jp"),
        ("", "", ""),
    ] {
        let name = organisation(host);
        assert_eq!((name.ascii.as_str(), name.unicode.as_str()), (ascii, unicode), "{host}");
        assert_eq!(marked(&name), unicode, "nothing odd in {host}");
    }
}

#[test]
fn what_can_deceive_is_marked() {
    for (name, wanted) in [
        ("gооgle.com", "g[оо]gle.com"),
        ("аррӏе.com", "[аррӏе].com"),
        ("почтa.рф", "почт[a].рф"),
        ("почта.рф", "почта.рф"),
        ("g〇〇gle.jp", "g[〇〇]gle.jp"),
        ("〇一.jp", "〇一.jp"),
        ("paypaɩ.com", "paypa[ɩ].com"),
        ("日本google.jp", "日本google.jp"),
        ("サーバー.jp", "サーバー.jp"),
        ("myーbank.jp", "my[ー]bank.jp"),
        ("bücher.example", "bücher.example"),
        ("日本가.jp", "日本가.jp"),
        ("ひら가.jp", "ひら[가].jp"),
    ] {
        assert_eq!(marked(&organisation_of(name)), wanted);
    }
}

#[test]
fn names_that_are_taken_for_each_other() {
    for (one, other) in [
        ("example.jp", "examp1e.jp"),
        ("example.jp", "exarnple.jp"),
        ("example.jp", "exаmple.jp"),
        ("example.jp", "examplé.jp"),
        ("example.jp", "ex-ample.jp"),
        ("example.jp", "exampel.jp"),
        ("example.jp", "exmple.jp"),
        ("example.jp", "exaample.jp"),
        ("example.jp", "exanple.jp"),
        ("example.jp", "example.com"),
        ("example.co.jp", "example-co.jp"),
        ("mail.example.co.jp", "smtp.example.jp"),
        ("vvorld.com", "world.com"),
        ("g00gle.com", "google.com"),
        ("ｇｏｏgle.com", "goog1e.com"),
        ("nic.jp", "n1c.jp"),
        ("paypal.com", "paypai.com"),
    ] {
        assert!(look_alike(one, other) && look_alike(other, one), "{one} {other}");
    }
}

#[test]
fn names_that_are_not() {
    for (one, other) in [
        ("example.jp", "example.jp"),
        ("mail.example.jp", "smtp.Example.JP"),
        ("example.jp", "another.jp"),
        ("example.jp", "google.com"),
        ("abc.com", "abd.com"),
        ("abc.com", "abc.jp"),
        ("docomo.ne.jp", "softbank.ne.jp"),
        ("outlook.com", "office365.com"),
        ("日本.jp", "日木.jp"),
        ("example.jp", "examination.jp"),
        ("", "example.jp"),
        ("", ""),
    ] {
        assert!(!look_alike(one, other), "{one} {other}");
    }
}

proptest! {
    #[test]
    fn it_is_the_same_from_both_sides(one in "\\PC{0,20}", other in "[a-z0-9.-]{0,20}", host in "[a-zа-я0-9.ー漢-]{0,30}") {
        prop_assert_eq!(look_alike(&one, &other), look_alike(&other, &one));
        prop_assert_eq!(look_alike(&host, &other), look_alike(&other, &host));
        prop_assert!(!look_alike(&one, &one) && !look_alike(&host, &host));
    }

    #[test]
    fn a_name_is_never_cut(host in "\\PC{0,80}") {
        let name = organisation(&host);
        let joined: String = name.pieces.iter().map(|(text, _)| text.as_str()).collect();
        prop_assert_eq!(&joined, &name.unicode);
        prop_assert!(host.to_ascii_lowercase().trim_end_matches('.').ends_with(&name.ascii));
        prop_assert!(name.pieces.windows(2).all(|pair| pair[0].1 != pair[1].1));
        prop_assert_eq!(&organisation(&name.ascii).ascii, &name.ascii);
    }

    #[test]
    fn one_slip_in_a_long_name_is_seen(name in "[a-hj-km-np-z]{6,12}", place in 0usize..12, letter in "[a-h]") {
        let mut slipped = name.clone();
        slipped.insert_str(place.min(name.len()), &letter);
        prop_assert!(look_alike(&format!("{name}.jp"), &format!("{slipped}.jp")), "{}", slipped);
    }
}
