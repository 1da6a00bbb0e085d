//! What the browser shows at the end: one of three pages, in the person's language. Static, self-contained, no script,
//! nothing from elsewhere.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest as _, Sha256};

/// One page.
#[derive(Debug, Clone, Default)]
pub struct Page {
    /// Its heading.
    pub title: String,
    /// Its sentences.
    pub body: String,
}

/// The three pages and what is common to them.
#[derive(Debug, Clone, Default)]
pub struct Pages {
    /// The language's tag, `ja` or `en`.
    pub language: String,
    /// All is well.
    pub done: Page,
    /// Something is missing; go back to the program.
    pub missing: Page,
    /// It was not completed.
    pub failed: Page,
    /// That the tab can be closed.
    pub close: String,
}

const STYLE: &str = ":root{color-scheme:light dark;--p:#fbf8f2;--i:#20242e;--j:#585d69;--s:#c23b28}\
@media(prefers-color-scheme:dark){:root{--p:#15171c;--i:#f1ede4;--j:#aeaca5;--s:#ef7a63}}\
body{margin:0;min-height:100vh;display:grid;place-items:center;background:var(--p);color:var(--i);\
font:17px/1.75 \"Hiragino Sans\",\"Yu Gothic UI\",\"BIZ UDPGothic\",Meiryo,\"Noto Sans CJK JP\",system-ui,sans-serif}\
main{max-width:34rem;padding:2rem}svg{width:72px;height:72px;color:var(--s)}\
h1{font:700 1.7rem/1.45 \"Hiragino Mincho ProN\",\"Yu Mincho\",\"BIZ UDPMincho\",\"Noto Serif CJK JP\",Georgia,serif;margin:.6rem 0}\
p{margin:0 0 1rem}small{color:var(--j);font-size:.9rem}";

const ENVELOPE: &str = "<svg viewBox=\"0 0 32 32\" aria-hidden=\"true\" fill=\"none\" stroke=\"currentColor\" \
stroke-width=\"2\"><rect x=\"3\" y=\"8\" width=\"26\" height=\"18\" rx=\"2.5\"/>\
<path d=\"M4 10l12 9 12-9\" stroke-linejoin=\"round\"/></svg>";

impl Pages {
    /// A page as it is sent, head and all.
    pub(crate) fn response(&self, page: &Page) -> String {
        let title = escape(&page.title);
        let html = format!(
            "<!doctype html><html lang=\"{}\"><head><meta charset=\"utf-8\">\
<meta name=\"viewport\" content=\"width=device-width\"><title>{title}</title><style>{STYLE}</style></head>\
<body><main>{ENVELOPE}<h1>{title}</h1><p>{}</p><small>{}</small></main></body></html>",
            escape(&self.language),
            escape(&page.body),
            escape(&self.close),
        );
        let hash = STANDARD.encode(Sha256::digest(STYLE));
        format!(
            "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: {}\r\n\
Content-Security-Policy: default-src 'none'; style-src 'sha256-{hash}'; frame-ancestors 'none'; base-uri 'none'; \
form-action 'none'\r\nCache-Control: no-store\r\nReferrer-Policy: no-referrer\r\nX-Content-Type-Options: nosniff\r\n\
Connection: close\r\n\r\n{html}",
            html.len()
        )
    }
}

fn escape(text: &str) -> String {
    text.chars().fold(String::with_capacity(text.len()), |mut out, letter| {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            other => out.push(other),
        }
        out
    })
}
