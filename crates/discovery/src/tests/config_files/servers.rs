use contract::Security;

use super::{DOMAIN, GOOD, file, outgoing, refusals, server, smtp, text};
use crate::config_file::{FileFault, MOST_SERVERS, Refusal, Refused, read};

const GOOD_ONE: [(&str, u16, Security); 1] = [("good.example.jp", 465, Security::Tls)];

#[test]
fn one_broken_server_does_not_lose_the_good_one() {
    use Refusal::{BadHost, BadPort, ServerPort, UnknownSecurity, Unprotected};
    for (broken, why) in [
        (smtp("smtp.example.jp", "99999", "SSL"), BadPort),
        (smtp("smtp.example.jp", "0", "SSL"), BadPort),
        (smtp("smtp.example.jp", "-465", "SSL"), BadPort),
        (smtp("smtp.example.jp", "+465", "SSL"), BadPort),
        (smtp("smtp.example.jp", "465 or so", "SSL"), BadPort),
        (smtp("smtp.exa\r\nmple.jp", "465", "SSL"), BadHost),
        (smtp("smtp.example.jp&nosuch;", "465", "SSL"), BadHost),
        (smtp("https://smtp.example.jp", "465", "SSL"), BadHost),
        (smtp("smtp.example.jp:465", "465", "SSL"), BadHost),
        (smtp("smtp.example.jp/", "465", "SSL"), BadHost),
        (smtp("smtp.example.jp, smtp2.example.jp", "465", "SSL"), BadHost),
        (smtp("%EMAILLOCALPART%.example.jp", "465", "SSL"), BadHost),
        (smtp("127.0.0.1", "465", "SSL"), BadHost),
        (smtp("127.0.0.0x1", "465", "SSL"), BadHost),
        (smtp("2130706433", "465", "SSL"), BadHost),
        (smtp("[::1]", "465", "SSL"), BadHost),
        (smtp("localhost", "465", "SSL"), BadHost),
        (smtp("mail.localhost", "465", "SSL"), BadHost),
        (smtp("", "465", "SSL"), BadHost),
        (smtp(&"a".repeat(5000), "465", "SSL"), BadHost),
        (smtp("smtp.example.jp", "465", "magic"), UnknownSecurity),
        (smtp("smtp.example.jp", "2525", ""), UnknownSecurity),
        (smtp("smtp.example.jp", "", ""), UnknownSecurity),
        (smtp("smtp.example.jp", "25", "STARTTLS"), ServerPort),
        (smtp("smtp.example.jp", "465", "plain"), Unprotected),
        (smtp("smtp.example.jp", "25", "plain"), Unprotected),
        (smtp("smtp.example.jp", "587", "none"), Unprotected),
        ("<outgoingServer type=\"smtp\"/>".to_owned(), BadHost),
        ("<outgoingServer><hostname>smtp.example.jp</hostname></outgoingServer>".to_owned(), UnknownSecurity),
    ] {
        for servers in [format!("{broken}{GOOD}"), format!("{GOOD}{broken}")] {
            let read = file(&servers);
            assert_eq!(outgoing(&read), GOOD_ONE, "{broken}");
            assert_eq!(refusals(&read), [why], "{broken}");
        }
    }
}

#[test]
fn what_nobody_can_fill_in_or_use_is_refused() {
    let with = |name, value| {
        server("smtp", &[("hostname", "s.example.jp"), ("port", "465"), ("socketType", "SSL"), (name, value)])
    };
    for user in
        ["%REALNAME%", "%USERNAME%", "a%REALNAME%b", "{local}", "%EMAILLOCALPART%}", "a&nbsp;b", "a\nb"]
    {
        let read = file(&format!("{}{GOOD}", with("username", user)));
        assert_eq!(outgoing(&read), GOOD_ONE, "{user}");
        assert_eq!(refusals(&read), [Refusal::UnusableUserName], "{user}");
    }
    for way in ["none", "client-IP-address", "SMTP-after-POP", "TLS-client-cert", "GSSAPI", "NTLM"] {
        let read = file(&format!("{}{GOOD}", with("authentication", way)));
        assert_eq!(outgoing(&read), GOOD_ONE, "{way}");
        let host = "s.example.jp".to_owned();
        let refused = Refused { outgoing: true, host, why: Refusal::UnusableAuthentication };
        assert_eq!(read.refused, [refused], "{way}");
    }
}

#[test]
fn unprotected_servers_are_noticed_and_passed_over() {
    let read = file(&smtp("smtp.example.jp", "587", "plain"));
    assert!(read.outgoing.is_empty() && read.has_unprotected());
    let incoming =
        server("imap", &[("hostname", "imap.example.jp"), ("port", "143"), ("socketType", "plain")]);
    assert!(!file(&format!("{incoming}{GOOD}")).has_unprotected(), "sending is protected");
}

#[test]
fn other_kinds_of_servers_do_not_matter() {
    let other = "<outgoingServer type=\"jmap\"><hostname>a.example.jp</hostname><port>443</port>\
                 <socketType>SSL</socketType></outgoingServer><incomingServer type=\"ews\"><hostname>b.example.jp\
                 </hostname></incomingServer><incomingServer><hostname>c.example.jp</hostname></incomingServer>";
    let read = file(&format!("{other}{GOOD}"));
    assert_eq!(outgoing(&read), GOOD_ONE);
    assert!(read.incoming.is_empty() && read.refused.is_empty());
}

#[test]
fn what_is_no_configuration_is_refused() {
    for (body, fault) in [
        ("<!doctype html><html><body>ようこそ</body></html>", FileFault::NotAConfiguration),
        (
            "<?xml version=\"1.0\"?>\n<!DOCTYPE html PUBLIC \"-//W3C//DTD XHTML 1.0 Strict//EN\" \"x\"><html/>",
            FileFault::NotAConfiguration,
        ),
        (
            "Notice: x\n<!DOCTYPE html>\n<p><?xml version=\"1.0\"?><clientConfig/>",
            FileFault::NotAConfiguration,
        ),
        ("<!DOCTYPE html><clientConfig/>", FileFault::NotAConfiguration),
        ("<!DOCTYPE htmlx><clientConfig/>", FileFault::DocumentType),
        ("<html><body>ようこそ<br></body></html>", FileFault::NotAConfiguration),
        ("<html><body><?xml version=\"1.0\"?><clientConfig/></body></html>", FileFault::NotAConfiguration),
        ("<Autodiscover><Response/></Autodiscover>", FileFault::NotAConfiguration),
        ("", FileFault::NotAConfiguration),
        ("Not found", FileFault::NotAConfiguration),
        ("{\"a\":1}", FileFault::NotAConfiguration),
        ("<!DOCTYPE clientConfig [<!ENTITY a \"b\">]><clientConfig/>", FileFault::DocumentType),
        ("<!DOCTYPE c SYSTEM \"file:///etc/passwd\"><clientConfig/>", FileFault::DocumentType),
        ("<?xml version=\"1.0\"?><!-- a --><!DOCTYPE clientConfig><clientConfig/>", FileFault::DocumentType),
        (
            "Warning: <!DOCTYPE c [<!ENTITY a \"b\">]><?xml version=\"1.0\"?><clientConfig/>",
            FileFault::DocumentType,
        ),
        ("<clientConfig><!DOCTYPE a></clientConfig>", FileFault::DocumentType),
    ] {
        assert_eq!(text(body), Err(fault), "{body}");
    }
}

#[test]
fn length_depth_and_number_are_bounded() {
    let deep = format!("<clientConfig>{}", "<a>".repeat(50_000));
    assert_eq!(text(&deep), Err(FileFault::TooDeep));
    assert_eq!(read(&vec![b' '; 256 * 1024 + 1], DOMAIN), Err(FileFault::TooLong));
    let many = file(&smtp("smtp.example.jp", "465", "SSL").repeat(1000));
    assert_eq!(many.outgoing.len(), MOST_SERVERS);
    let broken = smtp("smtp.example.jp", "465", "magic").repeat(500);
    let read = file(&format!("{broken}{GOOD}"));
    assert_eq!((outgoing(&read), read.refused.len()), (GOOD_ONE.to_vec(), 2 * MOST_SERVERS));
    let attributes: String = (0..20_000).map(|number| format!(" a{number}=\"1\"")).collect();
    let wide = format!("<clientConfig{attributes}><emailProvider>{GOOD}</emailProvider></clientConfig>");
    assert_eq!(outgoing(&text(&wide).unwrap()), GOOD_ONE);
}
