use contract::{Protocol, Security};
use proptest::prelude::*;

use crate::config_file::{Authentication, ConfigFile, FileFault, read};

fn file(servers: &str) -> Result<ConfigFile, FileFault> {
    let text = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<clientConfig version=\"1.1\"><emailProvider id=\"example.jp\">\
         <domain>example.jp</domain><displayName>Example &amp; 会社</displayName>{servers}</emailProvider></clientConfig>"
    );
    read(text.as_bytes(), "example.jp")
}

fn outgoing(host: &str, port: &str, socket: &str) -> String {
    format!(
        "<outgoingServer type=\"smtp\"><hostname>{host}</hostname><port>{port}</port><socketType>{socket}</socketType>\
         <username>%EMAILADDRESS%</username><authentication>password-cleartext</authentication></outgoingServer>"
    )
}

fn hosts(file: &ConfigFile) -> Vec<(&str, u16, Security)> {
    file.outgoing.iter().map(|entry| (entry.host.as_str(), entry.port, entry.security)).collect()
}

#[test]
fn a_usual_file_is_read() {
    let read = file(&format!(
        "<incomingServer type=\"imap\"><hostname>imap.example.jp</hostname><port>993</port><socketType>SSL</socketType>\
         <username>%EMAILLOCALPART%</username><authentication>OAuth2</authentication></incomingServer>\
         <incomingServer type=\"exchange\"><hostname>x.example.jp</hostname><port>443</port><socketType>SSL</socketType>\
         </incomingServer>{}{}<documentation url=\"http://x\"><descr lang=\"ja\">説明</descr></documentation>",
        outgoing("Smtp.Example.jp", " 465 ", "ssl"),
        outgoing("smtp.%EMAILDOMAIN%", "587", "StartTLS"),
    ))
    .unwrap();
    assert_eq!(read.display_name.as_deref(), Some("Example & 会社"));
    assert_eq!(
        hosts(&read),
        [("smtp.example.jp", 465, Security::Tls), ("smtp.example.jp", 587, Security::Starttls)]
    );
    let (protocol, imap) = &read.incoming[0];
    assert_eq!((*protocol, imap.host.as_str(), read.incoming.len()), (Protocol::Imap, "imap.example.jp", 1));
    assert_eq!(imap.user_name.as_deref(), Some("%EMAILLOCALPART%"));
    assert_eq!(imap.authentication, [Authentication::OAuth]);
    assert!(!read.has_unprotected);
}

#[test]
fn one_broken_server_does_not_lose_the_good_one() {
    for broken in [
        outgoing("smtp.example.jp", "99999", "SSL"),
        outgoing("smtp.example.jp", "0", "SSL"),
        outgoing("smtp.example.jp", "465 or so", "SSL"),
        outgoing("smtp.exa\r\nmple.jp", "465", "SSL"),
        outgoing("smtp.example.jp&nbsp;", "465", "SSL"),
        outgoing("127.0.0.1", "465", "SSL"),
        outgoing("[::1]", "465", "SSL"),
        outgoing("localhost", "465", "SSL"),
        outgoing("", "465", "SSL"),
        outgoing("smtp.example.jp", "465", "magic"),
        outgoing("smtp.example.jp", "25", "STARTTLS"),
        outgoing(&"a".repeat(5000), "465", "SSL"),
        outgoing("smtp.example.jp", "465", "plain"),
        "<outgoingServer type=\"smtp\"/>".to_owned(),
        "<outgoingServer><hostname>smtp.example.jp</hostname></outgoingServer>".to_owned(),
        "<outgoingServer type=\"jmap\"><hostname>a.example.jp</hostname><port>443</port><socketType>SSL</socketType>\
         </outgoingServer>"
            .to_owned(),
    ] {
        let read = file(&format!("{broken}{}", outgoing("good.example.jp", "465", "SSL"))).unwrap();
        assert_eq!(hosts(&read), [("good.example.jp", 465, Security::Tls)], "{broken}");
    }
}

#[test]
fn unprotected_servers_are_noticed_and_passed_over() {
    let read = file(&outgoing("smtp.example.jp", "587", "plain")).unwrap();
    assert!(read.outgoing.is_empty() && read.has_unprotected);
}

#[test]
fn what_is_no_configuration_is_refused() {
    for (body, fault) in [
        ("<!doctype html><html><body>ようこそ</body></html>", FileFault::DocumentType),
        ("<html><body>ようこそ<br></body></html>", FileFault::NotAConfiguration),
        ("", FileFault::NotAConfiguration),
        ("Not found", FileFault::NotAConfiguration),
        ("{\"a\":1}", FileFault::NotAConfiguration),
        ("<!DOCTYPE clientConfig [<!ENTITY a \"b\">]><clientConfig/>", FileFault::DocumentType),
        ("<!DOCTYPE c SYSTEM \"file:///etc/passwd\"><clientConfig/>", FileFault::DocumentType),
    ] {
        assert_eq!(read(body.as_bytes(), "example.jp"), Err(fault), "{body}");
    }
}

#[test]
fn depth_and_number_are_bounded() {
    let deep = format!("<clientConfig>{}", "<a>".repeat(200_000));
    assert_eq!(read(deep.as_bytes(), "example.jp"), Err(FileFault::TooDeep));
    let many = file(&outgoing("smtp.example.jp", "465", "SSL").repeat(1000)).unwrap();
    assert_eq!(many.outgoing.len(), 24);
}

#[test]
fn a_byte_order_mark_and_a_broken_end_are_borne() {
    let whole = format!(
        "\u{feff}\n<clientConfig version=\"1.1\"><emailProvider>{}<displayName>Ex",
        outgoing("smtp.example.jp", "465", "SSL")
    );
    assert_eq!(read(whole.as_bytes(), "example.jp").unwrap().outgoing.len(), 1);
    let mut latin = b"<clientConfig><emailProvider><displayName>M\xfcller</displayName>".to_vec();
    latin.extend_from_slice(outgoing("smtp.example.jp", "465", "SSL").as_bytes());
    latin.extend_from_slice(b"</emailProvider></clientConfig>");
    assert_eq!(read(&latin, "example.jp").unwrap().outgoing.len(), 1);
}

#[test]
fn a_display_name_is_one_plain_line() {
    let body = "<clientConfig><emailProvider><displayName>Good\u{202e}knab\u{200b}\r\n&lt;b&gt;\
                </displayName></emailProvider></clientConfig>";
    assert_eq!(read(body.as_bytes(), "example.jp").unwrap().display_name.as_deref(), Some("Goodknab<b>"));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 512, ..ProptestConfig::default() })]
    #[test]
    fn no_bytes_panic(bytes in proptest::collection::vec(any::<u8>(), 0..2000)) {
        let _ = read(&bytes, "example.jp");
    }

    #[test]
    fn no_torn_file_panics(cut in 0usize..900, put in "[<>&/!a-z\"'=;#x0-9 -]{0,12}") {
        let whole = format!(
            "<clientConfig version=\"1.1\"><emailProvider id=\"x\"><displayName>A&amp;B</displayName>{}{}\
             </emailProvider></clientConfig>",
            outgoing("smtp.example.jp", "465", "SSL"), outgoing("a.example.jp", "587", "STARTTLS"),
        );
        let cut = cut.min(whole.len());
        let torn = format!("{}{put}{}", &whole[..cut], &whole[cut..]);
        if let Ok(file) = read(torn.as_bytes(), "example.jp") {
            for entry in file.outgoing {
                prop_assert!(crate::names::is_host(&entry.host) && entry.port != 25 && entry.port > 0);
            }
        }
    }
}
