use contract::{Login, Protocol, Security, Trust};

use super::read;

#[test]
fn hosts_and_addresses_are_read() {
    for smtp in [
        r#"{"host":"smtp.example.jp"}"#,
        r#"{"url":"submissions://smtp.example.jp"}"#,
        r#""submissions://SMTP.example.jp:465/""#,
    ] {
        let body = format!(
            r#"{{"protocols":{{"smtp":{smtp},"imap":{{"host":"imap.example.jp"}},"jmap":{{"url":"https://x"}}}},
            "authentication":{{"password":true}},"info":{{"provider":{{"name":"Example\u202e Mail"}}}}}}"#
        );
        let settings = read(body.as_bytes(), "example.jp", Trust::Domain).unwrap().unwrap();
        let first = &settings.submission[0];
        assert_eq!((first.server.host.as_str(), first.server.port), ("smtp.example.jp", 465), "{smtp}");
        assert_eq!(
            (first.server.security, first.logins.as_slice()),
            (Security::Tls, [Login::Password].as_slice())
        );
        assert_eq!(settings.retrieval[0].protocol, Protocol::Imap);
        assert_eq!(settings.display_name.unwrap().en, "Example Mail");
    }
}

#[test]
fn what_is_none_or_of_no_use() {
    for body in ["", "<html>", "[]", "{}", r#"{"protocols":[]}"#] {
        assert_eq!(read(body.as_bytes(), "example.jp", Trust::Domain), None, "{body}");
    }
    for smtp in [
        "\"127.0.0.1\"",
        "\"localhost\"",
        "{\"host\":\"a.example.jp:25\"}",
        "{\"host\":\"a.example.jp:99999\"}",
        "7",
    ] {
        let body = format!(r#"{{"protocols":{{"smtp":{smtp}}}}}"#);
        assert_eq!(read(body.as_bytes(), "example.jp", Trust::Domain), Some(None), "{smtp}");
    }
    let oauth = r#"{"protocols":{"smtp":"a.example.jp"},"authentication":{"password":false}}"#;
    assert_eq!(read(oauth.as_bytes(), "example.jp", Trust::Domain), Some(None));
}
