use proptest::prelude::*;
use proptest::sample::{select, subsequence};

use super::{DOMAIN, GOOD, document, server, smtp, text};
use crate::config_file::{ConfigFile, read};
use crate::fuzzing;

/// Servers of which nothing is left to use.
fn broken() -> impl Strategy<Value = String> {
    select(vec![
        smtp("smtp.example.jp", "99999", "SSL"),
        smtp("127.0.0.1", "465", "SSL"),
        smtp("smtp.example.jp", "25", "plain"),
        smtp("smtp.example.jp", "465", "magic"),
        smtp("&x;", "465", "SSL"),
        smtp("", "", ""),
        server("imap", &[("hostname", "a b"), ("port", "993")]),
        server("pop3", &[("hostname", "pop.example.jp"), ("port", "110"), ("socketType", "plain")]),
        server("exchange", &[("hostname", "x.example.jp")]),
        "<outgoingServer type='smtp'/>".to_owned(),
        "<outgoingServer".to_owned() + " type='smtp' a a=' ></outgoingServer>' ></outgoingServer>",
        "<x><y/></x>".to_owned(),
        "<!-- & -->".to_owned(),
    ])
}

fn good() -> Vec<String> {
    vec![
        smtp("a.example.jp", "465", "SSL"),
        smtp("b.example.jp", "587", "STARTTLS"),
        server(
            "imap",
            &[("hostname", "imap.example.jp"), ("socketType", "SSL"), ("username", "%EMAILLOCALPART%")],
        ),
        server("pop3", &[("hostname", "pop.example.jp"), ("port", "995"), ("authentication", "OAuth2")]),
    ]
}

/// A file without what was refused.
fn kept(text_of: &str) -> ConfigFile {
    ConfigFile { refused: Vec::new(), ..text(text_of).unwrap() }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 512, ..ProptestConfig::default() })]

    #[test]
    fn no_bytes_panic(bytes in proptest::collection::vec(any::<u8>(), 0..2000)) {
        let _ = read(&bytes, DOMAIN);
        let framed = [b"<clientConfig><emailProvider>".as_slice(), &bytes, GOOD.as_bytes()].concat();
        prop_assert_eq!(fuzzing::autoconfig(&framed), Ok(()));
    }

    #[test]
    fn no_torn_file_breaks_a_promise(cut in 0usize..1400, put in "[<>&/!a-z\"'=;#x0-9 %{}-]{0,12}") {
        let whole = document(&format!("<displayName>A&amp;B</displayName>{}", good().concat()));
        let cut = cut.min(whole.len());
        let torn = format!("{}{put}{}", &whole[..cut], &whole[cut..]);
        prop_assert_eq!(fuzzing::autoconfig(torn.as_bytes()), Ok(()));
        prop_assert_eq!(fuzzing::autoconfig(&torn.as_bytes()[..cut]), Ok(()));
    }

    #[test]
    fn the_order_of_fields_does_not_matter(
        fields in Just(vec![
            "<hostname>a.example.jp</hostname>", "<port>465</port>", "<socketType>SSL</socketType>",
            "<username>%EMAILLOCALPART%</username>", "<authentication>OAuth2</authentication>", "<x><port>1</port></x>",
        ]).prop_shuffle(),
        parts in Just(vec![
            "<displayName>Ex</displayName>".to_owned(), "<domain>example.net</domain>".to_owned(), "<!-- -->".to_owned(),
            "<enable visiturl='https://example.jp/'/>".to_owned(), good()[2].clone(), "SERVER".to_owned(),
        ]).prop_shuffle(),
    ) {
        let tidy = "<displayName>Ex</displayName><domain>example.net</domain>\
            <enable visiturl='https://example.jp/'/><outgoingServer type='smtp'><hostname>a.example.jp</hostname>\
            <port>465</port><socketType>SSL</socketType><username>%EMAILLOCALPART%</username>\
            <authentication>OAuth2</authentication></outgoingServer>";
        let server = format!("<outgoingServer type='smtp'>{}</outgoingServer>", fields.concat());
        let shuffled = parts.concat().replace("SERVER", &server);
        prop_assert_eq!(kept(&document(&shuffled)), kept(&document(&format!("{tidy}{}", good()[2]))));
    }

    #[test]
    fn a_broken_server_never_loses_the_good_ones(
        (places, broken) in (subsequence(vec![0usize, 1, 2, 3, 4], 1..=5), broken()),
        spaces in "[ \n\t]{0,3}",
    ) {
        let mut servers = good();
        for place in places.into_iter().rev() {
            servers.insert(place, broken.clone());
        }
        prop_assert_eq!(kept(&document(&servers.join(&spaces))), kept(&document(&good().concat())));
    }

    #[test]
    fn whatever_is_written_is_read_back(
        host in "[a-z][a-z0-9-]{0,20}[a-z0-9]\\.example\\.(jp|com|co\\.jp)",
        port in (1u16..=65535).prop_filter("never offered", |port| *port != 25),
        (socket, security) in select(vec![
            ("SSL", contract::Security::Tls), ("STARTTLS", contract::Security::Starttls),
        ]),
    ) {
        let read = text(&document(&smtp(&host, &port.to_string(), socket))).unwrap();
        // The third and fourth place of a label may hold two hyphens only in A-labels.
        if crate::names::to_ascii(&host).is_some() {
            let entry = &read.outgoing[0];
            prop_assert_eq!((entry.host.as_str(), entry.port, entry.security), (host.as_str(), port, security));
        } else {
            prop_assert!(read.outgoing.is_empty());
        }
    }
}
