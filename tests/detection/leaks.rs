//! What may leave the machine in a search: the domain, by https and DNS, to public addresses. Nothing else.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use super::ask::{logs, told};
use super::row::SECRET;

const LOGS: [&str; 7] =
    ["dns.log", "web.log", "smtp.log", "oauth.log", "postfix.log", "dovecot.log", "faces.log"];
/// What is said to a submission server before one knows who somebody is.
const HARMLESS: [&str; 3] = ["EHLO [127.0.0.1]", "STARTTLS", "QUIT"];

/// What the logs and the firewall have seen and should not have.
pub(crate) fn since_the_start() -> Vec<String> {
    let mut found = Vec::new();
    for log in LOGS {
        let text = read(log);
        let leaks = text.lines().filter(|line| spellings().iter().any(|one| line.contains(one.as_str())));
        found.extend(leaks.map(|line| format!("{log} holds the part before the @: {line}")));
    }
    let web = read("web.log");
    assert!(!web.is_empty() && !read("dns.log").is_empty(), "the logs are written");
    found.extend(
        web.lines().filter(|line| line.contains("emailaddress")).map(|line| format!("web.log: {line}")),
    );
    let smtp = read("smtp.log");
    let commands = smtp.lines().filter_map(|line| line.split("\tC\t").nth(1));
    found.extend(commands.filter(|said| !HARMLESS.contains(said)).map(|said| format!("smtp.log: {said}")));
    for path in ["/watched", "/strays"] {
        let tries = told(path);
        if tries.as_array().is_none_or(|tries| !tries.is_empty()) {
            found.push(format!("connections that nobody should make: {tries}"));
        }
    }
    found
}

/// The part before the `@`, and its Base64 at each of the three places where a letter can stand.
fn spellings() -> Vec<String> {
    let coded = (0..3).map(|before| {
        let text = STANDARD.encode(format!("{}{SECRET}", " ".repeat(before)));
        text[4..text.len() - 4].to_owned()
    });
    std::iter::once(SECRET.to_owned()).chain(coded).collect()
}

fn read(log: &str) -> String {
    String::from_utf8_lossy(&std::fs::read(logs().join(log)).unwrap_or_default()).into_owned()
}

#[test]
fn a_leak_is_seen_in_base64_too() {
    for before in ["", "a", "ab"] {
        let coded = STANDARD.encode(format!("{before}{SECRET}@shop.example"));
        assert!(spellings().iter().any(|one| coded.contains(one.as_str())), "{coded}");
    }
}
