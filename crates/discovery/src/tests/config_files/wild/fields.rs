//! Servers whose fields are odd: what is read out of them, or why they are passed over.

use super::{SMTP, check, smtp, with};

#[test]
fn values_with_something_around_them() {
    let host = "smtp.example.jp<";
    check(vec![
        ("lines and tabs", with("465<", "\r\n\t465\r\n <"), &[SMTP]),
        ("a comment in front", with(host, "<!-- was old.example.jp -->smtp.example.jp<"), &[SMTP]),
        ("a comment behind", with("SSL<", "SSL<!-- or STARTTLS --><"), &[SMTP]),
        ("a comment with a tag", with("SSL<", "SSL<!-- see <incomingServer> & <port> --><"), &[SMTP]),
        ("a section", with("465<", "<![CDATA[ 465 ]]><"), &[SMTP]),
        ("a section for the name", with("%EMAILADDRESS%", "<![CDATA[%EMAILADDRESS%]]>"), &[SMTP]),
        ("references", with("SSL<", "&#83;&#x53;L<").replace("%EMAIL", "&#37;EMAIL"), &[SMTP]),
        ("a fixed space", with(host, "&#160;smtp.example.jp&nbsp;<"), &[SMTP]),
        (
            "pasted from a page",
            with("465<", "\u{200b}465\u{feff}<").replace("SSL<", "\u{a0}SSL\u{200e}<"),
            &[SMTP],
        ),
        ("wide digits and letters", with("465<", "４６５<").replace("SSL<", "ＳＳＬ<"), &[SMTP]),
        ("a wide space", with(host, "\u{3000}smtp.example.jp\u{3000}<"), &[SMTP]),
        ("a final dot", with(host, "smtp.example.jp.<"), &[SMTP]),
        ("capitals", with(host, "SMTP.Example.JP<"), &[SMTP]),
        ("zeros in front", with("465<", "0465<"), &[SMTP]),
        (
            "a bare &",
            with("<outgoing", "<displayName>A & B &copy; &nosuch; &</displayName><outgoing"),
            &[SMTP],
        ),
        (
            "a bare <",
            with("<outgoing", "<displayName>Mail <info@example.jp></displayName><outgoing"),
            &[SMTP],
        ),
        (
            "a & in an address",
            with("<outgoing", "<enable visiturl=\"https://a.example.jp/?ui=2&shva=1#a\"/><outgoing"),
            &[SMTP],
        ),
        ("an end tag without its slash", with("</port>", "<port>"), &[SMTP]),
        ("a bracket in the wrong place", with("<port>465</port>", "<port><465/port>"), &[SMTP]),
        ("an end tag without its bracket", with("SSL</", "SSL/"), &[SMTP]),
        ("markup in a value", with("465<", "<b>465</b>465<"), &[SMTP]),
        ("an unknown name in a host", with(host, "smtp.&host;.jp<"), &["-  BadHost"]),
        ("junk in a port", with("465<", "465 (SSL)<"), &["- smtp.example.jp BadPort"]),
        ("two ports in one", with("465<", "465,587<"), &["- smtp.example.jp BadPort"]),
        ("a number too large", with("465<", "4650000<"), &["- smtp.example.jp BadPort"]),
        ("a port with its host", with(host, "smtp.example.jp:465<"), &["-  BadHost"]),
        ("a template that nobody filled", with(host, "%SERVER/SMTP/HOST%<"), &["-  BadHost"]),
        ("another template", with(host, "{{HOSTNAME}}<"), &["-  BadHost"]),
        ("a host by MX", with(host, "%MX%<"), &["-  BadHost"]),
        ("a word for the host", with(host, "HOSTNAME<"), &["-  BadHost"]),
        ("the domain in the host", with(host, "smtp.%EMAILDOMAIN%<"), &[SMTP]),
        ("the domain in small letters", with(host, "smtp.%emaildomain%<"), &[SMTP]),
    ]);
}

#[test]
fn values_given_more_than_once() {
    let twice = |name: &str, first: &str, then: &str| {
        let usual = with("", "");
        let start = usual.find(&format!("<{name}>")).unwrap();
        let end = usual.find(&format!("</{name}>")).unwrap() + name.len() + 3;
        format!("{}<{name}>{first}</{name}><{name}>{then}</{name}>{}", &usual[..start], &usual[end..])
    };
    let starttls = "smtp smtp.example.jp:465 starttls address password";
    check(vec![
        ("a host to fall back to", twice("hostname", "smtp.example.jp", "b.example.jp"), &[SMTP]),
        ("a host that is none first", twice("hostname", "%MX%", "smtp.example.jp"), &[SMTP]),
        ("two ports", twice("port", "465", "7878"), &[SMTP]),
        ("a port that is none first", twice("port", "auto", "465"), &[SMTP]),
        ("a protection of the future first", twice("socketType", "DANE-2030", "SSL"), &[SMTP]),
        ("none and a protection", twice("socketType", "plain", "STARTTLS"), &[starttls]),
        ("a protection and none", twice("socketType", "STARTTLS", "plain"), &[starttls]),
        ("two that nobody knows", twice("socketType", "a", "b"), &["- smtp.example.jp UnknownSecurity"]),
        ("a name that nobody knows first", twice("username", "%REALNAME%", "%EMAILADDRESS%"), &[SMTP]),
        ("two names", twice("username", "%EMAILADDRESS%", "%EMAILLOCALPART%"), &[SMTP]),
        ("a broken one first", twice("hostname", "a&b;c", "smtp.example.jp"), &[SMTP]),
    ]);
}

#[test]
fn ways_of_protection_and_of_signing_in() {
    let socket =
        |port: &str, socket: &str| with("465<", &format!("{port}<")).replace("SSL<", &format!("{socket}<"));
    let way = |ways: &str| with("<authentication>password-cleartext</authentication>", ways);
    let at = |port: &str| -> &'static [&'static str] {
        match port {
            "587" => &["smtp smtp.example.jp:587 starttls address password"],
            "2587" => &["smtp smtp.example.jp:2587 starttls address password"],
            _ => &[SMTP],
        }
    };
    check(vec![
        ("TLS on 465", socket("465", "TLS"), at("465")),
        ("TLS on 587", socket("587", "tls"), at("587")),
        ("TLS on 2587", socket("2587", "TLS"), at("2587")),
        ("both names", socket("465", "SSL/TLS"), at("465")),
        ("a version", socket("465", "TLSv1.2"), at("465")),
        ("an old version", socket("465", "SSLv3"), at("465")),
        ("with spaces", socket("587", "Start TLS"), at("587")),
        ("in brackets", socket("587", "TLS (STARTTLS)"), at("587")),
        ("in capitals", socket("587", "StartTLS"), at("587")),
        ("implicit", socket("465", "implicit TLS"), at("465")),
        ("explicit", socket("587", "explicit"), at("587")),
        (
            "STARTTLS on 465",
            socket("465", "STARTTLS"),
            &["smtp smtp.example.jp:465 starttls address password"],
        ),
        ("SSL on 587", socket("587", "SSL"), &["smtp smtp.example.jp:587 tls address password"]),
        ("SSL on 443", socket("443", "SSL"), &["smtp smtp.example.jp:443 tls address password"]),
        ("none", socket("587", "plain"), &["- smtp.example.jp Unprotected"]),
        ("none in other words", socket("587", "Unencrypted"), &["- smtp.example.jp Unprotected"]),
        ("port 25", socket("25", "STARTTLS"), &["- smtp.example.jp ServerPort"]),
        ("empty", socket("587", ""), at("587")),
        (
            "OAuth first",
            way("<authentication>OAuth2</authentication><authentication>password-cleartext</authentication>"),
            &["smtp smtp.example.jp:465 tls address oauth+password"],
        ),
        (
            "another way of writing it",
            way("<authentication>OAuth 2.0</authentication>"),
            &["smtp smtp.example.jp:465 tls address oauth"],
        ),
        ("encrypted", way("<authentication>password-encrypted</authentication>"), &[SMTP]),
        (
            "old words",
            way("<authentication>secure</authentication><authentication>plain</authentication>"),
            &[SMTP],
        ),
        ("a word of a program", way("<authentication>Normal password</authentication>"), &[SMTP]),
        (
            "of the future",
            way("<authentication>passkey</authentication><authentication>login</authentication>"),
            &[SMTP],
        ),
        (
            "NTLM and a password",
            way("<authentication>NTLM</authentication><authentication>password-cleartext</authentication>"),
            &["smtp smtp.example.jp:465 tls address unusable+password"],
        ),
        (
            "by the address of the computer",
            way("<authentication>client-IP-address</authentication>"),
            &["- smtp.example.jp UnusableAuthentication"],
        ),
        (
            "by a certificate",
            way("<authentication>ssl-client-cert</authentication>"),
            &["- smtp.example.jp UnusableAuthentication"],
        ),
        (
            "after reading",
            way("<authentication>SMTP-after-POP</authentication>"),
            &["- smtp.example.jp UnusableAuthentication"],
        ),
        (
            "a condition besides",
            way("<authentication>plain</authentication><restriction>client-IP-address</restriction>"),
            &[SMTP],
        ),
        ("none said", way(""), &[SMTP]),
    ]);
}

#[test]
fn user_names_and_providers() {
    let name = |form: &str| with("%EMAILADDRESS%", form);
    let asked = |field: &str| name("%GUEST%").replace("<outgoing", &format!("{field}<outgoing"));
    let other = "<emailProvider id=\"b\"><domain>b.example</domain><outgoingServer type=\"smtp\"><hostname>b.example.com\
        </hostname><port>465</port><socketType>SSL</socketType></outgoingServer></emailProvider>";
    let broken = smtp("<hostname>smtp.example.jp</hostname><port>x</port><socketType>SSL</socketType>");
    let exchange = "<incomingServer type=\"exchange\"><hostname>o.example.jp</hostname><port>443</port>\
        <socketType>SSL</socketType><owaURL>https://o.example.jp/</owaURL></incomingServer>";
    let books = "<addressBook type=\"carddav\"><username>%EMAILADDRESS%</username><authentication>http-basic\
        </authentication><serverURL>https://d.example.jp/<serverURL></addressBook><chatServer type=\"xmpp\"><hostname>\
        x.example.jp</hostname><port>5223</port></chatServer><inputField key=\"USERNAME\"/>";
    check(vec![
        ("the part in front", name("%EMAILLOCALPART%"), &["smtp smtp.example.jp:465 tls local password"]),
        ("a suffix", name("%EMAILLOCALPART%-jp"), &["smtp smtp.example.jp:465 tls {local}-jp password"]),
        (
            "a dot",
            name("%EMAILLOCALPART%.%EMAILDOMAIN%"),
            &["smtp smtp.example.jp:465 tls {local}.{domain} password"],
        ),
        ("both halves", name("%EMAILLOCALPART%@%EMAILDOMAIN%"), &[SMTP]),
        (
            "another domain",
            name("%EMAILLOCALPART%@mail.example"),
            &["smtp smtp.example.jp:465 tls {local}@mail.example password"],
        ),
        ("filled in by the server", name("hanako@example.jp"), &[SMTP]),
        ("missing", name(""), &[SMTP]),
        ("not filled in", name("%USERNAME%"), &["- smtp.example.jp UnusableUserName"]),
        (
            "asked of the person",
            asked("<inputField key=\"GUEST\" label=\"Guest number\">1</inputField>"),
            &["smtp smtp.example.jp:465 tls Guest number password"],
        ),
        (
            "asked in the old way",
            asked("<userinput key=\"%GUEST%\">ご利用者\nID</userinput>"),
            &["smtp smtp.example.jp:465 tls ご利用者 ID password"],
        ),
        (
            "asked with our own marks",
            asked("<inputField key=\"GUEST\" label=\"{local}\"/>"),
            &["- smtp.example.jp UnusableUserName"],
        ),
        ("a mark forgotten", name("%EMAILADDRESS"), &[SMTP]),
        ("a mark forgotten there", name("%EmailLocalPart"), &["smtp smtp.example.jp:465 tls local password"]),
        ("a mark forgotten at the end", name("%EMAILLOCALPART%@%EMAILDOMAIN"), &[SMTP]),
        (
            "another provider first",
            with("<emailProvider", &format!("{other}<emailProvider")).replace(
                "id=\"example.jp\">",
                "id=\"example.jp\"><domain>a.example</domain><domain>EXAMPLE.jp.</domain>",
            ),
            &[SMTP],
        ),
        (
            "the domain by its placeholder",
            with("<emailProvider", &format!("{other}<emailProvider"))
                .replace("id=\"example.jp\">", "id=\"example.jp\"><domain>%EMAILDOMAIN%</domain>"),
            &[SMTP],
        ),
        (
            "a broken server first",
            with("<outgoing", &format!("{broken}<outgoing")),
            &[SMTP, "- smtp.example.jp BadPort"],
        ),
        (
            "a server that nobody closed",
            with("<outgoing", "<outgoingServer type=\"smtp\"><hostname>a.example.jp<outgoing"),
            &[SMTP, "- a.example.jp UnknownSecurity"],
        ),
        ("other kinds of servers", with("<outgoing", &format!("{exchange}{books}<outgoing")), &[SMTP]),
        ("a server in a comment", with("<outgoing", &format!("<!-- {broken} --><outgoing")), &[SMTP]),
    ]);
}
