use contract::Language;

use super::{GOOD, file, text};
use crate::config_file::{ConfigFile, OAuthBlock};

fn both(file: &ConfigFile) -> (Option<&str>, Option<&str>) {
    (file.display_name.in_language(Language::Ja), file.display_name.in_language(Language::En))
}

fn beside(elements: &str) -> ConfigFile {
    text(&format!("<clientConfig><emailProvider>{GOOD}</emailProvider>{elements}</clientConfig>")).unwrap()
}

#[test]
fn words_are_taken_in_the_language_of_the_reader() {
    let name = |lang: &str, words: &str| format!("<displayName{lang}>{words}</displayName>");
    let (plain, ja) = (name("", "Post"), name(" xml:lang=\"ja-JP\"", "郵便"));
    let (en, de) = (name(" lang='en'", "Mail"), name(" lang=\"de\"", "Briefe"));
    for (names, wanted) in [
        (format!("{plain}{ja}{en}{de}"), (Some("郵便"), Some("Mail"))),
        (format!("{de}{en}{ja}"), (Some("郵便"), Some("Mail"))),
        (format!("{de}{plain}"), (Some("Post"), Some("Post"))),
        (format!("{de}{en}"), (Some("Mail"), Some("Mail"))),
        (format!("{de}{ja}"), (Some("郵便"), Some("Briefe"))),
        (ja, (Some("郵便"), Some("郵便"))),
        (name("", "%EMAILDOMAIN%"), (Some("example.jp"), Some("example.jp"))),
        (name("", "%REALNAME%"), (None, None)),
        (name("", " "), (None, None)),
    ] {
        assert_eq!(both(&file(&names)), wanted, "{names}");
    }
}

#[test]
fn words_are_one_plain_line() {
    let read = file("<displayName>Good\u{202e}knab\u{200b}\r\n&lt;b&gt;\u{7}</displayName>");
    assert_eq!(both(&read).0, Some("Goodknab <b>"));
    let long = file(&format!("<displayName>{}</displayName>", "あ".repeat(500)));
    assert_eq!(both(&long).0.map(|name| name.chars().count()), Some(80));
}

#[test]
fn what_has_to_be_switched_on_is_kept_with_its_page() {
    let enable = "<enable visiturl=\"https://example.jp/set?a=1&amp;b=2#pop\"><instruction>Switch it on.</instruction>\
                  <instruction lang=\"ja\">入れてください。</instruction></enable>\
                  <enableURL url=\"http://example.jp/old\">In the old way</enableURL>\
                  <enable visiturl=\"javascript:alert(1)\"><instruction>No.</instruction></enable>";
    for read in [beside(enable), file(enable)] {
        let links: Vec<_> = read
            .enable
            .iter()
            .map(|link| (link.url.as_str(), link.words.in_language(Language::Ja)))
            .collect();
        assert_eq!(
            links,
            [
                ("https://example.jp/set?a=1&b=2#pop", Some("入れてください。")),
                ("http://example.jp/old", Some("In the old way"))
            ]
        );
    }
}

#[test]
fn pages_of_the_provider_are_kept() {
    let pages = "<documentation url=\"https://example.jp/%E3%81%AE%E3%83%A1?lang=ja&x=1\"><descr>Help</descr>\
                 </documentation><instruction url=\"https://%EMAILDOMAIN%/help\"><descr lang=\"ja\">助け</descr>\
                 </instruction><documentation url=\"https://192.0.2.1/\"/><documentation url=\"https://a@b.example.jp/\"/>\
                 <documentation/><documentation url=\"ftp://example.jp/\"/>";
    let read = file(pages);
    let urls: Vec<_> = read.documentation.iter().map(|link| link.url.as_str()).collect();
    assert_eq!(urls, ["https://example.jp/%E3%81%AE%E3%83%A1?lang=ja&x=1", "https://example.jp/help"]);
    assert_eq!(read.documentation[1].words.in_language(Language::En), Some("助け"));
}

#[test]
fn the_page_for_reading_is_https() {
    let page = |url: &str| beside(&format!("<webMail><loginPage url=\"{url}\"/></webMail>")).login_page;
    assert_eq!(page("https://mail.%EMAILDOMAIN%/").as_deref(), Some("https://mail.example.jp/"));
    for refused in
        ["http://mail.example.jp/", "https://localhost/", "https://mail.example.jp:0/", "", "mail.example.jp"]
    {
        assert_eq!(page(refused), None, "{refused}");
    }
    let info = "<webMail><loginPageInfo url=\"https://m.example.jp\"><username>x</username></loginPageInfo></webMail>";
    assert_eq!(beside(info).login_page.as_deref(), Some("https://m.example.jp"));
}

#[test]
fn the_oauth_block_is_whole_or_nothing() {
    let block = |issuer: &str, auth: &str, token: &str| {
        format!(
            "<oAuth2><issuer>{issuer}</issuer><scope> a:mail  b </scope><authURL>{auth}</authURL>\
             <tokenURL>{token}</tokenURL><clientID>x</clientID></oAuth2>"
        )
    };
    let (auth, token) = ("https://login.example.jp/auth?x=1&amp;y", "https://login.example.jp/token");
    for issuer in ["login.example.jp", "https://login.example.jp/realm"] {
        let read = beside(&block(issuer, auth, token));
        let wanted = OAuthBlock {
            issuer: issuer.to_owned(),
            scope: "a:mail b".to_owned(),
            auth_url: "https://login.example.jp/auth?x=1&y".to_owned(),
            token_url: token.to_owned(),
        };
        assert_eq!(read.oauth, Some(wanted));
    }
    for broken in [
        block("login.example.jp", "http://login.example.jp/auth", token),
        block("login.example.jp", auth, "https://127.0.0.1/token"),
        block("", auth, token),
        block("&x;", auth, token),
        "<oAuth2/>".to_owned(),
    ] {
        let read = beside(&broken);
        assert_eq!((read.oauth, read.outgoing.len()), (None, 1), "{broken}");
    }
}
