//! Files as they are published, with what is odd in them and an invented provider: what has to be read out of each.
//! Here what is odd of the document, in `fields` what is odd of a server.
//!
//! A server is written `KIND HOST:PORT SECURITY USERNAME WAYS`; one that is passed over `- HOST WHY`.

mod fields;

use contract::{Language, Protocol, Security, UserName};

use super::{DOMAIN, text};
use crate::config_file::{Authentication, ConfigFile, Entry, read};

const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
const SMTP: &str = "smtp smtp.example.jp:465 tls address password";

fn line(kind: &str, entry: &Entry) -> String {
    let security = match entry.security {
        Security::Tls => "tls",
        Security::Starttls => "starttls",
    };
    let user_name = match &entry.user_name {
        UserName::Address => "address",
        UserName::LocalPart => "local",
        UserName::Template(form) => form,
    };
    let ways = entry.authentication.iter().map(|way| match way {
        Authentication::Password => "password",
        Authentication::OAuth => "oauth",
        Authentication::Unusable => "unusable",
    });
    let ways: Vec<&str> = ways.collect();
    format!("{kind} {}:{} {security} {user_name} {}", entry.host, entry.port, ways.join("+"))
}

fn lines(file: &ConfigFile) -> Vec<String> {
    let outgoing = file.outgoing.iter().map(|entry| line("smtp", entry));
    let incoming = file
        .incoming
        .iter()
        .map(|(protocol, entry)| line(if *protocol == Protocol::Imap { "imap" } else { "pop3" }, entry));
    let refused = file.refused.iter().map(|refused| format!("- {} {:?}", refused.host, refused.why));
    outgoing.chain(incoming).chain(refused).collect()
}

/// A server with these fields.
fn smtp(fields: &str) -> String {
    format!("<outgoingServer type=\"smtp\">{fields}</outgoingServer>")
}

fn usual() -> String {
    smtp(
        "<hostname>smtp.example.jp</hostname><port>465</port><socketType>SSL</socketType>\
         <authentication>password-cleartext</authentication><username>%EMAILADDRESS%</username>",
    )
}

fn around(inside: &str) -> String {
    format!(
        "<clientConfig version=\"1.1\"><emailProvider id=\"example.jp\">{inside}</emailProvider></clientConfig>"
    )
}

/// The usual file with a part of it replaced.
fn with(part: &str, other: &str) -> String {
    let usual = format!("{HEAD}{}", around(&usual()));
    assert!(usual.contains(part), "{part}");
    usual.replace(part, other)
}

fn check(cases: Vec<(&str, String, &[&str])>) {
    for (odd, document, wanted) in cases {
        let read = text(&document).unwrap_or_else(|fault| panic!("{odd}: {fault}\n{document}"));
        assert_eq!(lines(&read), wanted, "{odd}\n{document}");
    }
}

#[test]
fn what_stands_around_the_document() {
    let notice =
        "<br />\n<b>Notice</b>:  Undefined index: domain in <b>/srv/a.php</b> on line <b>9</b><br />\n";
    let table = "<br /><font size='1'><table class='xdebug-error'><tr><th>( ! )</th></tr></table></font>\n";
    let comment = "<!-- \n  DOMAIN: example.jp # here\n -->\n";
    check(vec![
        ("no declaration", around(&usual()), &[SMTP]),
        ("a comment in front of the declaration", format!("{comment}{}", with("", "")), &[SMTP]),
        ("a declaration without its second mark", with("?>", ">"), &[SMTP]),
        ("such a declaration in front of a comment", with("?>\n", "><!-- a -->"), &[SMTP]),
        (
            "a name of a file",
            format!("# C:\\www\\a.xml\n# > https://example.jp/a.xml\n\n{}", with("", "")),
            &[SMTP],
        ),
        ("blank lines in front", format!("\r\n\r\n{}", with("", "")), &[SMTP]),
        (
            "the source of a script",
            format!("<?php header('Content-Type: text/xml'); ?>\n{}", around(&usual())),
            &[SMTP],
        ),
        ("a warning in front", format!("{notice}{}", with("", "")), &[SMTP]),
        ("a warning after the declaration", format!("{HEAD}{notice}{}", around(&usual())), &[SMTP]),
        ("a table of a warning after it", format!("{HEAD}{table}{}", around(&usual())), &[SMTP]),
        ("a style sheet", with("?>\n", "?>\n<?xml-stylesheet href=\"a.xsl\"?>\n<!-- a -->\n"), &[SMTP]),
        ("a counter behind", format!("{}<img src=x><script>a && b</script>", with("", "")), &[SMTP]),
        ("two documents", format!("{}{}", with("", ""), with("smtp.", "old.")), &[SMTP]),
        (
            "a long comment behind",
            format!("{}\n<!-- {} -->", with("", ""), "a.example, ".repeat(900)),
            &[SMTP],
        ),
        ("no outer element", format!("{HEAD}<emailProvider id=\"a\">{}</emailProvider>\n", usual()), &[SMTP]),
        (
            "no outer element and a warning",
            format!("{notice}<emailProvider>{}</emailProvider>", usual()),
            &[SMTP],
        ),
        ("no provider", format!("{HEAD}<clientConfig>{}</clientConfig>", usual()), &[SMTP]),
        ("an old version", with("\"1.1\"", "\"1.0\""), &[SMTP]),
        ("no version", with(" version=\"1.1\"", ""), &[SMTP]),
        (
            "servers beside the provider",
            format!(
                "<clientConfig><emailProvider><domain>example.jp</domain><incomingServer type='imap'><hostname>imap.example.jp\
                 </hostname><socketType>SSL</socketType></incomingServer></emailProvider>{}</clientConfig>",
                usual()
            ),
            &[SMTP, "imap imap.example.jp:993 tls address password"],
        ),
    ]);
}

#[test]
fn names_and_namespaces() {
    let prefixed = with("", "").replace("</", "</ac:").replace('<', "<ac:").replace("<ac:/ac:", "</ac:");
    let prefixed =
        prefixed.replace("<ac:?", "<?").replace("<ac:clientConfig", "<ac:clientConfig xmlns:ac=\"urn:ac\"");
    let bare = prefixed.strip_prefix(HEAD).unwrap();
    let foreign = "<x:hostname xmlns:x=\"urn:other\">wrong.example.jp</x:hostname><x:port xmlns:x=\"urn:other\">25</x:port>";
    check(vec![
        ("a namespace", with("<clientConfig", "<clientConfig xmlns=\"urn:ac\""), &[SMTP]),
        ("a prefix everywhere", prefixed.clone(), &[SMTP]),
        ("a prefix after a warning", format!("Notice: a in b on line 3\n{bare}"), &[SMTP]),
        ("somebody else's elements", with("<hostname>", &format!("{foreign}<hostname>")), &[SMTP]),
        ("no namespace further in", with("<emailProvider", "<emailProvider xmlns=\"\""), &[SMTP]),
        ("a namespace further in", with("<emailProvider", "<emailProvider xmlns=\"urn:b\""), &[SMTP]),
        ("a prefix that nobody declared", with("hostname>", "n:hostname>"), &[SMTP]),
        (
            "a schema",
            with(
                "<clientConfig",
                "<clientConfig xmlns:xsi=\"urn:i\" xsi:noNamespaceSchemaLocation=\"a.xsd\"",
            ),
            &[SMTP],
        ),
        ("capitals", with("outgoingServer", "OUTGOINGSERVER").replace("port>", "Port>"), &[SMTP]),
        ("an attribute twice", with("type=\"smtp\"", "type=\"smtp\" type=\"imap\""), &[SMTP]),
        ("marks that a script escaped", with("\"", "\\\""), &[SMTP]),
        ("no kind of server", with(" type=\"smtp\"", ""), &[SMTP]),
        ("no quotes", with("type=\"smtp\"", "type=smtp"), &[SMTP]),
        ("spaces in a tag", with("</port>", "</port\n>").replace("<port>", "<port  >"), &[SMTP]),
    ]);
}

#[test]
fn encodings_that_are_declared_wrong_or_late() {
    let whole = with("<outgoing", "<displayName>NAME</displayName><outgoing");
    let named = |declared: &str, front: &str, bytes: &[u8]| {
        let whole = whole.replace("\"UTF-8\"", declared);
        let (before, after) = whole.split_once("NAME").unwrap();
        [front.as_bytes(), before.as_bytes(), bytes, after.as_bytes()].concat()
    };
    let (jis, sjis, euc) =
        (b"\x1b$B<R&O\x1b(B".as_slice(), b"\x89\xef\x8e\xd0".as_slice(), b"\xb2\xf1\xbc\xd2".as_slice());
    let late = format!("<!-- {} -->\n", "a ".repeat(400));
    for (odd, document, wanted) in [
        ("JIS under another name", named("\"UTF-8\"", "", jis), Some("社ο")),
        ("JIS as Shift_JIS", named("\"Shift_JIS\"", "", jis), Some("社ο")),
        ("JIS with its own", named("'iso-2022-jp'", "", jis), Some("社ο")),
        ("UTF-8 as JIS", named("\"ISO-2022-JP\"", "", "会社".as_bytes()), Some("会社")),
        ("UTF-8 as UTF-16", named("\"utf-16\"", "", "会社".as_bytes()), Some("会社")),
        ("UTF-8 as Windows-1252", named("\"windows-1252\"", "", "会社".as_bytes()), Some("会社")),
        ("no encoding said", named("\"\"", "", "会社".as_bytes()), Some("会社")),
        ("declared behind a comment", named("\"Shift_JIS\"", &late, sjis), Some("会社")),
        ("declared behind a warning", named("'EUC-JP'", "Notice: a in b on line 3\n", euc), Some("会社")),
        ("declared as something else", named("\"UTF-8\"", "", sjis), None),
        ("GB18030", named("\"GB18030\"", "", b"\x81\x30\x81\x30\xd6\xd0"), None),
        ("Windows-1251", named("\"windows-1251\"", "", b"\xcf\xee\xf7\xf2\xe0"), None),
        ("Windows-1250", named("'windows-1250'", "", b"po\x9ata"), None),
        ("Big5 with a bracket in a letter", named("\"Big5\"", "", b"\xa5\x5d\xb3\x7e"), None),
        (
            "a mark of UTF-8 that was encoded twice",
            named("\"UTF-8\"", "\u{ef}\u{bb}\u{bf}", b"Post"),
            Some("Post"),
        ),
    ] {
        let read = read(&document, DOMAIN).unwrap_or_else(|fault| panic!("{odd}: {fault}"));
        assert_eq!(lines(&read), [SMTP], "{odd}");
        assert_eq!(read.display_name.in_language(Language::Ja), wanted, "{odd}");
    }
}
