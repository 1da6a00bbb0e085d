use contract::{Language, Protocol, Security, UserName};

use super::{GOOD, file, incoming, outgoing, server, smtp, text};
use crate::config_file::Authentication;

#[test]
fn a_usual_file_is_read() {
    let read = file(&format!(
        "<displayName>Example &amp; 会社</displayName><displayShortName>Ex</displayShortName>\
         <incomingServer type=\"imap\"><hostname>imap.example.jp</hostname><port>993</port><socketType>SSL</socketType>\
         <username>%EMAILLOCALPART%</username><authentication>OAuth2</authentication></incomingServer>\
         <incomingServer type=\"exchange\"><hostname>x.example.jp</hostname><port>443</port><socketType>SSL</socketType>\
         </incomingServer>{}{}<documentation url=\"http://x\"><descr lang=\"ja\">説明</descr></documentation>",
        smtp("Smtp.Example.jp", " 465 ", "ssl"),
        smtp("smtp.%EMAILDOMAIN%", "587", "StartTLS"),
    ));
    assert_eq!(read.domains, ["example.jp"]);
    assert_eq!(read.display_name.in_language(Language::Ja), Some("Example & 会社"));
    assert_eq!(
        outgoing(&read),
        [("smtp.example.jp", 465, Security::Tls), ("smtp.example.jp", 587, Security::Starttls)]
    );
    assert_eq!(incoming(&read), [(Protocol::Imap, "imap.example.jp", 993, Security::Tls)]);
    let (_, imap) = &read.incoming[0];
    assert_eq!(imap.user_name, UserName::LocalPart);
    assert_eq!(imap.authentication, [Authentication::OAuth]);
    assert!(!read.has_unprotected() && read.refused.is_empty() && !read.is_pop_only());
}

#[test]
fn ways_to_sign_in_keep_the_providers_order() {
    use Authentication::{OAuth, Password};
    for (written, wanted) in [
        (&["OAuth2", "password-cleartext"][..], &[OAuth, Password][..]),
        (&["password-encrypted", "oauth2"], &[Password, OAuth]),
        (&["plain"], &[Password]),
        (&["LOGIN"], &[Password]),
        (&["CRAM-MD5"], &[Password]),
        (&["secure"], &[Password]),
        (&["password-encrypted", "password-cleartext"], &[Password]),
        (&["telepathy", "OAuth2"], &[OAuth]),
        (&["telepathy"], &[Password]),
        (&[""], &[Password]),
        (&[], &[Password]),
        (&["NTLM", "password-cleartext"], &[Authentication::Unusable, Password]),
    ] {
        let ways: String =
            written.iter().map(|way| format!("<authentication>{way}</authentication>")).collect();
        let read = file(&format!(
            "<outgoingServer type=\"smtp\"><hostname>a.example.jp</hostname><port>465</port>\
             <socketType>SSL</socketType>{ways}</outgoingServer>"
        ));
        assert_eq!(read.outgoing[0].authentication, wanted, "{written:?}");
    }
}

#[test]
fn user_names_have_every_form() {
    let template = |form: &str| UserName::Template(form.to_owned());
    for (written, wanted) in [
        ("%EMAILADDRESS%", UserName::Address),
        (" %emailaddress% ", UserName::Address),
        ("", UserName::Address),
        ("%EMAILLOCALPART%@%EMAILDOMAIN%", UserName::Address),
        ("%EMAILLOCALPART%@Example.JP", UserName::Address),
        ("%EMAILLOCALPART%", UserName::LocalPart),
        ("%EMAILLOCALPART%@mail.example.jp", template("{local}@mail.example.jp")),
        ("%EMAILLOCALPART%.%EMAILDOMAIN%", template("{local}.{domain}")),
        ("%EMAILLOCALPART%+%EMAILDOMAIN%", template("{local}+{domain}")),
        ("%EMAILLOCALPART%%%EMAILDOMAIN%", template("{local}%{domain}")),
        ("%EMAILDOMAIN%\\%EMAILLOCALPART%", template("{domain}\\{local}")),
        ("%EMAILLOCALPART%%EMAILDOMAIN%", template("{local}{domain}")),
        ("ex-%EMAILLOCALPART%", template("ex-{local}")),
        ("%EMAILDOMAIN%", template("{domain}")),
        // One name in a file for everybody is nobody's name.
        ("info", UserName::Address),
        ("100%", UserName::Address),
    ] {
        let read = file(&server(
            "smtp",
            &[("hostname", "a.example.jp"), ("port", "465"), ("socketType", "SSL"), ("username", written)],
        ));
        assert_eq!(read.outgoing[0].user_name, wanted, "{written}");
    }
}

#[test]
fn missing_parts_are_what_they_usually_are() {
    let host = ("hostname", "m.example.jp");
    for (kind, fields, port, security) in [
        ("smtp", vec![host, ("socketType", "SSL")], 465, Security::Tls),
        ("smtp", vec![host, ("socketType", "STARTTLS"), ("port", "")], 587, Security::Starttls),
        ("smtp", vec![host, ("port", "465")], 465, Security::Tls),
        ("smtp", vec![host, ("port", "587"), ("socketType", "")], 587, Security::Starttls),
        ("imap", vec![host, ("socketType", "SSL")], 993, Security::Tls),
        ("imap", vec![host, ("socketType", "STARTTLS")], 143, Security::Starttls),
        ("imap", vec![host, ("port", "993")], 993, Security::Tls),
        ("imap", vec![host, ("port", "143")], 143, Security::Starttls),
        ("pop3", vec![host, ("socketType", "SSL")], 995, Security::Tls),
        ("pop3", vec![host, ("socketType", "STARTTLS")], 110, Security::Starttls),
        ("pop3", vec![host, ("port", "995")], 995, Security::Tls),
        ("pop3", vec![host, ("port", "110")], 110, Security::Starttls),
    ] {
        let read = file(&server(kind, &fields));
        let mut entries = read.outgoing.iter().chain(read.incoming.iter().map(|(_, entry)| entry));
        let entry = entries.next().unwrap();
        assert_eq!((entry.port, entry.security), (port, security), "{kind} {fields:?}");
        assert_eq!(entry.user_name, UserName::Address);
    }
}

#[test]
fn protection_is_read_in_every_way_of_writing() {
    for (port, written, wanted) in [
        ("465", "SSL", Security::Tls),
        ("465", "Ssl", Security::Tls),
        ("465", " ssl/TLS ", Security::Tls),
        ("465", "TLS", Security::Tls),
        ("465", "tls", Security::Tls),
        ("587", "SSL", Security::Tls),
        ("2465", "TLS", Security::Tls),
        ("587", "STARTTLS", Security::Starttls),
        ("587", "StartTls", Security::Starttls),
        ("587", "start-tls", Security::Starttls),
        ("465", "STARTTLS", Security::Starttls),
        // Where STARTTLS stands by right, TLS alone means it.
        ("587", "TLS", Security::Starttls),
    ] {
        let read = file(&smtp("a.example.jp", port, written));
        assert_eq!(read.outgoing[0].security, wanted, "{port} {written}");
    }
}

#[test]
fn the_provider_that_names_the_domain_is_meant() {
    let provider = |domains: &str, host: &str| {
        format!("<emailProvider id=\"x\">{domains}{}</emailProvider>", smtp(host, "465", "SSL"))
    };
    let root =
        |inside: String| text(&format!("<clientConfig version=\"1.2\">{inside}</clientConfig>")).unwrap();
    let other = provider("<domain>example.com</domain>", "first.example.com");
    let named = provider("<domain>example.net</domain><domain> EXAMPLE.jp </domain>", "named.example.jp");
    let filled = provider("<domain>%EMAILDOMAIN%</domain>", "filled.example.jp");
    for (inside, host) in [
        (format!("{other}{named}"), "named.example.jp"),
        (format!("{other}{filled}{named}"), "filled.example.jp"),
        (format!("{other}{}", provider("", "second.example.jp")), "first.example.com"),
        (format!("<emailProvider/>{other}"), "first.example.com"),
        (GOOD.to_owned(), "good.example.jp"),
    ] {
        assert_eq!(outgoing(&root(inside))[0].0, host);
    }
}

#[test]
fn only_pop_is_told() {
    let pop = server("pop3", &[("hostname", "pop.example.jp"), ("port", "995"), ("socketType", "SSL")]);
    let imap = server("imap", &[("hostname", "imap.example.jp"), ("port", "993"), ("socketType", "SSL")]);
    let plain = server("imap", &[("hostname", "imap.example.jp"), ("port", "143"), ("socketType", "plain")]);
    assert!(file(&format!("{GOOD}{pop}")).is_pop_only());
    assert!(file(&format!("{GOOD}{pop}{plain}")).is_pop_only());
    assert!(!file(&format!("{GOOD}{pop}{imap}")).is_pop_only());
    assert!(!file(GOOD).is_pop_only());
}
