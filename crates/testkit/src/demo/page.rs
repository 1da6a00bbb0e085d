//! The sign-in page of the demonstration. It says what it is.

use contract::Language;
use tokio::io::AsyncReadExt as _;
use tokio::net::TcpStream;

/// What was pressed on it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Chosen {
    /// Allow, with the box ticked.
    Allowed,
    /// Allow, without the box.
    Unticked,
    /// Not allowed.
    Denied,
}

const STYLE: &str = "body{font:17px/1.8 sans-serif;max-width:32rem;margin:12vh auto;padding:0 1rem;color:#20242e;background:#fbf8f2}\
h1{font-size:1.5rem}label{display:block;margin:1rem 0;padding:.8rem 1rem;border:1px solid #cfc6b5;border-radius:10px;background:#fff}\
button{font:inherit;padding:.6rem 1.6rem;margin-right:.8rem;border-radius:10px;border:1.5px solid #8f8674;background:#fff}\
button.main{background:#c23b28;border-color:#c23b28;color:#fff}small{color:#585d69}";

/// Reads a request; `None` for one that chooses nothing.
pub(super) async fn read(stream: &mut TcpStream) -> Option<Chosen> {
    let mut bytes = vec![0; 4096];
    let length = stream.read(&mut bytes).await.ok()?;
    let text = String::from_utf8_lossy(bytes.get(..length)?).into_owned();
    let target = text.split(' ').nth(1)?;
    match target.split_once('?')? {
        ("/choose", query) if query.contains("deny=") => Some(Chosen::Denied),
        ("/choose", query) if query.contains("mail=") => Some(Chosen::Allowed),
        ("/choose", _) => Some(Chosen::Unticked),
        _ => None,
    }
}

/// The question.
pub(super) fn question(language: Language, address: &str) -> String {
    let (title, note, tick, allow, deny) = match language {
        Language::Ja => (
            "練習用のサインイン",
            "このページは、とどいたの練習用です。本物の会社のページではありません。何も外に送りません。",
            "あなたの代わりにメールを送る",
            "許可",
            "キャンセル",
        ),
        Language::En => (
            "Sign-in for practice",
            "This page belongs to Todoita’s demonstration. It is not the page of a real company. Nothing leaves this computer.",
            "Send mail on your behalf",
            "Allow",
            "Cancel",
        ),
    };
    html(
        language,
        &format!(
            "<h1>{title}</h1><p><small>{note}</small></p><p><b>{address}</b></p><form action=\"/choose\">\
<label><input type=\"checkbox\" name=\"mail\" checked> {tick}</label>\
<button class=\"main\" id=\"allow\" name=\"allow\" value=\"1\">{allow}</button>\
<button id=\"deny\" name=\"deny\" value=\"1\">{deny}</button></form>"
        ),
    )
}

/// The end.
pub(super) fn end(language: Language, chosen: Chosen) -> String {
    let text = match (language, chosen) {
        (Language::Ja, Chosen::Allowed) => "許可を受け取りました。とどいたの画面にもどってください。",
        (Language::Ja, Chosen::Unticked | Chosen::Denied) => "とどいたの画面にもどってください。",
        (Language::En, Chosen::Allowed) => "Permission received. Go back to Todoita.",
        (Language::En, Chosen::Unticked | Chosen::Denied) => "Go back to Todoita.",
    };
    html(language, &format!("<h1>{text}</h1>"))
}

fn html(language: Language, body: &str) -> String {
    let page = format!(
        "<!doctype html><html lang=\"{}\"><meta charset=\"utf-8\"><title>Todoita</title><style>{STYLE}</style><body>{body}",
        language.tag()
    );
    format!(
        "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: {}\r\nConnection: close\r\n\r\n{page}",
        page.len()
    )
}
