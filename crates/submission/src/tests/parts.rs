//! The parsers and builders by themselves.

use std::collections::HashSet;
use std::time::{Duration, SystemTime};

use crate::capabilities::Capabilities;
use crate::envelope::{Envelope, for_the_line, with_final_dot};
use crate::message::{Content, build};
use crate::reply::Line;
use crate::{Cause, Enhanced, code};

#[test]
fn lines_are_read_with_tolerance() {
    let read = |text: &str| Line::read(text.as_bytes());
    let line = read("535-5.7.8 Username and Password not accepted").expect("a line");
    assert_eq!((line.code, line.is_last, line.enhanced), (535, false, Some(Enhanced(5, 7, 8))));
    assert_eq!(line.text, "Username and Password not accepted");
    assert_eq!(read("250").map(|line| line.is_last), Some(true));
    assert_eq!(read("550 5.7.139, text").and_then(|line| line.enhanced), Some(Enhanced(5, 7, 139)));
    for without in ["220 1.2.3.4 ready", "250 3.1.4 pi", "250 5.7 x", "250 5.7.8beta", "250 5.7.1234 x"] {
        assert_eq!(read(without).expect("a line").enhanced, None, "{without}");
    }
    for bad in ["", "25", "abc hello", "250_x", "100 continue", "600 x", "２５０ ok"] {
        assert_eq!(read(bad), None, "{bad}");
    }
}

#[test]
fn dots_are_doubled_and_line_ends_made_whole() {
    let cases: [(&[u8], &[u8]); 6] = [
        (b"a\r\n.\r\n..b\r\n", b"a\r\n..\r\n...b\r\n.\r\n"),
        (b"a\n.b\rc", b"a\r\n..b\r\nc\r\n.\r\n"),
        (b".", b"..\r\n.\r\n"),
        (b"", b".\r\n"),
        (b"a\r\n\r\n", b"a\r\n\r\n.\r\n"),
        (b"a\r\r\nb", b"a\r\n\r\nb\r\n.\r\n"),
    ];
    for (message, expected) in cases {
        assert_eq!(with_final_dot(message), expected, "{message:?}");
    }
}

#[test]
fn addresses_that_could_say_more_than_an_address_are_refused() {
    for bad in [
        "",
        "taro",
        "@example.jp",
        "taro@",
        "ta ro@example.jp",
        "taro>@example.jp",
        "taro@exa mple.jp",
        "taro\r\nRCPT TO:<x@y>@example.jp",
        "taro@example.jp>",
        "taro@[127.0.0.1]",
        "\"x y\"@example.jp",
    ] {
        assert_eq!(for_the_line(bad), Err(Cause::UnusableAddress), "{bad:?}");
    }
    assert_eq!(for_the_line("taro@例え.jp").as_deref(), Ok("taro@xn--r8jz45g.jp"));
    let long = |length: usize| format!("{}@example.jp", "t".repeat(length - "@example.jp".len()));
    assert!(for_the_line(&long(254)).is_ok());
    for length in [255, 256, 1_000] {
        assert_eq!(for_the_line(&long(length)), Err(Cause::UnusableAddress), "{length} octets");
    }
}

#[test]
fn dots_in_a_row_and_at_the_end_stand_in_quotes() {
    for (written, line) in [
        ("a..b.@docomo.ne.jp", "\"a..b.\"@docomo.ne.jp"),
        ("\"a..b.\"@docomo.ne.jp", "\"a..b.\"@docomo.ne.jp"),
        (".taro@ezweb.ne.jp", "\".taro\"@ezweb.ne.jp"),
        ("\"taro\"@example.jp", "taro@example.jp"),
        ("ta.ro@example.jp", "ta.ro@example.jp"),
    ] {
        let all = Capabilities::default();
        let envelope = Envelope::new(written, written, b"x", &all).expect("an envelope");
        assert_eq!(envelope.mail_from, format!("MAIL FROM:<{line}>\r\n"));
        assert_eq!(envelope.rcpt_to, format!("RCPT TO:<{line}>\r\n"));
        let content = Content {
            address: written,
            recipient: written,
            subject: "x",
            plain: "x",
            html: "<p>x</p>",
            date: SystemTime::UNIX_EPOCH,
        };
        let message = build(&content).expect("a message");
        let text = String::from_utf8(message.bytes).expect("ASCII");
        assert!(text.contains(&format!("From: {line}\r\n")), "{text}");
        assert!(text.contains(&format!("To: {line}\r\n")), "{text}");
    }
    for bad in ["\"a\"b..\"@docomo.ne.jp", "\"\"@docomo.ne.jp", "\"@docomo.ne.jp", "\"a b\"@docomo.ne.jp"] {
        assert_eq!(for_the_line(bad), Err(Cause::UnusableAddress), "{bad}");
    }
}

#[test]
fn parameters_are_asked_for_only_where_they_are_needed_and_offered() {
    let nothing = Capabilities::default();
    let all = Capabilities { smtputf8: true, eight_bit: true, ..Capabilities::default() };
    let plain = Envelope::new("taro@example.jp", "taro@example.jp", b"x", &all).expect("an envelope");
    assert_eq!(plain.mail_from, "MAIL FROM:<taro@example.jp>\r\n");
    assert_eq!(
        Envelope::new("太郎@example.jp", "太郎@example.jp", b"x", &nothing),
        Err(Cause::AddressNeedsSmtpUtf8)
    );
    let wide = "太".as_bytes();
    assert_eq!(
        Envelope::new("taro@example.jp", "taro@example.jp", wide, &nothing),
        Err(Cause::MessageNeedsEightBit)
    );
    let both = Envelope::new("太郎@example.jp", "太郎@example.jp", wide, &all).expect("an envelope");
    assert_eq!(both.mail_from, "MAIL FROM:<太郎@example.jp> SMTPUTF8 BODY=8BITMIME\r\n");
}

#[test]
fn the_test_message_is_7_bit_and_tells_its_id() {
    let content = Content {
        address: "taro@例え.jp",
        recipient: "taro@例え.jp",
        subject: "【とどいた】テストメール C7HK",
        plain: "このメールが見えたら、準備は終わりです。\nコード: C7HK",
        html: "<p>このメールが見えたら、準備は終わりです。</p>",
        date: SystemTime::UNIX_EPOCH + Duration::from_secs(1_795_500_000),
    };
    let message = build(&content).expect("a message");
    assert!(message.bytes.is_ascii());
    let text = String::from_utf8(message.bytes).expect("ASCII");
    assert!(text.lines().all(|line| line.len() <= 998));
    assert!(text.contains(&format!("Message-ID: {}\r\n", message.message_id)), "{text}");
    assert!(message.message_id.ends_with("@xn--r8jz45g.jp>"));
    for part in [
        "From: taro@xn--r8jz45g.jp",
        "To: taro@xn--r8jz45g.jp",
        "Date: Tue, 24 Nov 2026 ",
        "MIME-Version: 1.0",
        "multipart/alternative",
        "text/plain; charset=utf-8",
        "text/html; charset=utf-8",
        "Subject: =?utf-8?b?",
    ] {
        assert!(text.contains(part), "{part} is missing in {text}");
    }
    assert_ne!(build(&content).expect("a message").message_id, message.message_id);
}

#[test]
fn a_subject_with_line_ends_makes_no_header_of_its_own() {
    let content = Content {
        address: "taro@example.jp",
        recipient: "taro@example.jp",
        subject: "x\r\nBcc: victim@example.com",
        plain: "x",
        html: "x",
        date: SystemTime::UNIX_EPOCH,
    };
    if let Ok(message) = build(&content) {
        let text = String::from_utf8(message.bytes).expect("ASCII");
        assert!(!text.lines().any(|line| line.starts_with("Bcc:")), "{text}");
    }
}

#[test]
fn codes_are_four_clear_characters_and_all_of_them_come_up() {
    let codes: Vec<String> = (0..2_000).map(|_| code::generate().expect("random numbers")).collect();
    assert!(
        codes.iter().all(|code| code.len() == 4 && code.bytes().all(|byte| code::ALPHABET.contains(&byte)))
    );
    let letters: HashSet<u8> = codes.iter().flat_map(|code| code.bytes()).collect();
    assert_eq!(letters.len(), code::ALPHABET.len());
}
