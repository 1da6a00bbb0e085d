use contract::{Language, Security};

use super::{DOMAIN, GOOD, document, file, outgoing, refusals, smtp, text};
use crate::config_file::{ConfigFile, Refusal, read};

const GOOD_ONE: [(&str, u16, Security); 1] = [("good.example.jp", 465, Security::Tls)];

fn name(file: &ConfigFile) -> Option<&str> {
    file.display_name.in_language(Language::Ja)
}

#[test]
fn what_stands_in_front_is_passed_over() {
    let tidy = document(GOOD);
    for front in [
        "\u{feff}",
        "\n\n  ",
        "\u{feff}\n",
        "\u{feff}\u{feff}",
        "\0",
        "<br />\n<b>Warning</b>:  Undefined variable $mail in <b>/srv/www/auto.php</b> on line <b>7</b><br />\n",
        "Notice: Undefined index: emailaddress in /srv/www/auto.php on line 3\n",
        "PHP Deprecated: <a> & more\n",
    ] {
        let read = text(&format!("{front}{tidy}")).unwrap();
        assert_eq!(outgoing(&read), GOOD_ONE, "{front:?}");
    }
    for front in [
        "<!-- made by hand -->",
        "<?xml-stylesheet href=\"a.xsl\"?>",
        "<!-- <?xml version=\"1.0\"?> -->",
        "junk",
    ] {
        let bare = tidy.split_once('\n').unwrap().1;
        assert_eq!(outgoing(&text(&format!("{front}{bare}")).unwrap()), GOOD_ONE, "{front}");
    }
}

#[test]
fn what_stands_behind_or_is_missing_there_does_not_matter() {
    let tidy = document(GOOD);
    let cut = |end: &str| tidy.strip_suffix(end).unwrap().to_owned();
    for whole in [
        format!("{tidy}<!-- vanity domains: <a> & b -->"),
        format!("{tidy}<script>counter();</script>"),
        format!("{tidy}\n<!DOCTYPE html>"),
        cut("</clientConfig>"),
        cut("</emailProvider></clientConfig>"),
        cut("Config>"),
        cut("</outgoingServer></emailProvider></clientConfig>") + "</emailProvider></clientConfig>",
    ] {
        assert_eq!(outgoing(&text(&whole).unwrap()), GOOD_ONE, "{whole}");
    }
    // A server that breaks off may have a port that is only half there.
    let broken = cut("</authentication></outgoingServer></emailProvider></clientConfig>");
    assert!(outgoing(&text(&broken).unwrap()).is_empty());
}

#[test]
fn encodings_of_every_kind_are_borne() {
    let with = |name: &str| document(&format!("<displayName>{name}</displayName>{GOOD}"));
    let units =
        |text: &str, order: fn(u16) -> [u8; 2]| text.encode_utf16().flat_map(order).collect::<Vec<u8>>();
    let wide = with("会社");
    for body in [
        [&[0xff, 0xfe][..], &units(&wide, u16::to_le_bytes)].concat(),
        [&[0xfe, 0xff][..], &units(&wide, u16::to_be_bytes)].concat(),
        units(&wide, u16::to_le_bytes),
        units(&wide, u16::to_be_bytes),
        wide.replace("UTF-8", "Shift_JIS").into_bytes(),
        wide.replace("UTF-8", "ISO-8859-1").into_bytes(),
    ] {
        let read = read(&body, DOMAIN).unwrap();
        assert_eq!((outgoing(&read), name(&read)), (GOOD_ONE.to_vec(), Some("会社")));
    }
}

#[test]
fn words_that_cannot_be_decoded_are_dropped_and_the_servers_kept() {
    let with = |declared: &str, bytes: &[u8]| {
        let whole =
            document(&format!("<displayName>NAME</displayName>{GOOD}")).replace("\"UTF-8\"", declared);
        let (before, after) = whole.split_once("NAME").unwrap();
        [before.as_bytes(), bytes, after.as_bytes()].concat()
    };
    for (declared, bytes, wanted) in [
        ("\"ISO-8859-1\"", &b"M\xfcller"[..], Some("Müller")),
        ("'windows-1252'", b"M\xfcller \x96 \x80", Some("Müller – €")),
        ("\"utf-8\"", b"M\xfcller", None),
        ("\"Shift_JIS\"", b"\x89\xef\x8e\xd0 \x83\x5c \xb6", Some("会社 ソ ｶ")),
        ("'x-sjis'", b"\x87\x40\xef\xfc", None),
        ("'Windows-31J'", b"\x87\x40 \x81\x60", Some("① ～")),
        // Half a letter swallows no markup.
        ("\"Shift_JIS\"", b"\x89", None),
        ("\"EUC-JP\"", b"\xb2\xf1\xbc\xd2 \x8e\xb6", Some("会社 ｶ")),
        ("\"EUC-JP\"", b"\x8f\xb0\xa1", None),
        ("\"EUC-JP\"", b"\xb2", None),
        ("\"GB2312\"", b"\xbb\xe1\xc9\xe7", None),
        // These octets between the shifts are `<` and `&`.
        ("\"ISO-2022-JP\"", b"\x1b$B<R&O2q<R\x1b(B", Some("社ο会社")),
        ("\"ISO-2022-JP\"", b"\x1b(I6\x1b(J \x1b$@2q\x1b(B", Some("ｶ 会")),
        ("\"ISO-2022-JP\"", b"\x1b$(D0!\x1b(B", None),
        ("\"ISO-2022-JP\"", b"plain", Some("plain")),
    ] {
        let read = read(&with(declared, bytes), DOMAIN).unwrap();
        assert_eq!((outgoing(&read), name(&read)), (GOOD_ONE.to_vec(), wanted), "{declared}");
    }
}

#[test]
fn names_of_elements_are_compared_without_prefix_and_case() {
    let tidy = document(GOOD);
    let prefixed =
        tidy.replace("</", "</m:").replace("<", "<m:").replace("<m:/m:", "</m:").replace("<m:?", "<?");
    let declared = tidy.replace("<clientConfig", "<clientConfig xmlns='urn:x' xmlns:y=\"urn:y\"");
    let quoted = tidy.replace("\"smtp\"", "'smtp'").replace("type=", "y:class=\"x\"\n type = ");
    let loud = tidy.replace("clientConfig", "CLIENTCONFIG").replace("hostname", "HostName");
    for text_of in [prefixed, declared, quoted, loud, tidy.replace("type=\"smtp\"", "TYPE=\"SMTP\"")] {
        assert_eq!(outgoing(&text(&text_of).unwrap()), GOOD_ONE, "{text_of}");
    }
}

#[test]
fn unknown_elements_are_passed_over_at_any_depth() {
    let inner = "<x:new><hostname>evil.example.com</hostname><port>25</port></x:new>";
    let server = GOOD
        .replace(
            "<hostname>",
            &format!(
                "{inner}<password>x</password><pop3><hostname>a.example.com</hostname></pop3><hostname>"
            ),
        )
        .replace("</port>", "</port><restriction>client-IP-address</restriction>");
    let read =
        file(&format!("<calendar><username>%EMAILADDRESS%</username></calendar>{server}<a><b><c/></b></a>"));
    assert_eq!(outgoing(&read), GOOD_ONE);
    let hidden = format!("<wrapper>{GOOD}</wrapper><!-- {GOOD} -->");
    assert!(file(&hidden).outgoing.is_empty());
}

#[test]
fn values_are_read_through_comments_sections_and_references() {
    for host in [
        " \n good.example.jp\t",
        "good.example.jp.",
        "good<!-- the new one -->.example.jp",
        "<![CDATA[good.example.jp]]>",
        "go<![CDATA[od.example]]>.jp",
        "&#103;ood&#x2e;example.jp",
        "GOOD.example.jp",
        "ｇｏｏｄ．example。jp",
    ] {
        assert_eq!(outgoing(&file(&smtp(host, "0465", "SSL"))), GOOD_ONE, "{host}");
    }
    let twice = smtp(
        "</hostname><hostname/><hostname>good.example.jp</hostname><hostname>b.example.jp",
        "465",
        "SSL",
    );
    assert_eq!(outgoing(&file(&twice)), GOOD_ONE);
}

#[test]
fn slips_of_the_hand_lose_as_little_as_can_be() {
    let read = file(&format!("<displayName>Tea & Milk &amP; more</displayName>{GOOD}"));
    assert_eq!((outgoing(&read), name(&read)), (GOOD_ONE.to_vec(), Some("Tea & Milk &amP; more")));
    // A link with a bare `&`, and an end tag without its slash as in an old draft of the format.
    for slip in [
        "<documentation url=\"https://example.jp/?a=1&lang=ja\"/>",
        "<addressBook type=\"carddav\"><serverURL>https://example.jp/dav<serverURL></addressBook>",
        "<descr>one<br>two</descr>",
        "</descr>",
        "<descr a=b c d='>e</descr>' f=\"g\"></descr>",
    ] {
        let read = file(&format!("{slip}{GOOD}"));
        assert_eq!(outgoing(&read), GOOD_ONE, "{slip}");
    }
    let unclosed = GOOD.replace("</hostname>", "").replace("</socketType>", "");
    assert_eq!(outgoing(&file(&unclosed)), GOOD_ONE);
    let server = GOOD.replace("</outgoingServer>", "");
    assert_eq!(outgoing(&file(&format!("{server}{GOOD}"))).len(), 2);
    let read = file(&format!("{}{GOOD}", smtp("a&b.example.jp", "465", "SSL")));
    assert_eq!((outgoing(&read), refusals(&read)), (GOOD_ONE.to_vec(), vec![Refusal::BadHost]));
}
