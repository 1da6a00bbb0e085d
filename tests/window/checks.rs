//! What has to be true at the end of every road.

use std::path::Path;
use std::process::Command;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::Value;

use crate::stage::Stage;

/// The message lies in the mailbox, the secret in the keychain, the account on the list; nobody else was spoken to; no
/// secret is to be found anywhere; and the road was as short as promised.
pub(crate) fn arrived(stage: &mut Stage, address: &str, secrets: &[&str], clicks: usize, fields: usize) {
    let (used_clicks, used_fields) = (stage.clicks, stage.fields);
    println!("{address}: {used_clicks} clicks, {used_fields} fields");
    assert!(used_clicks <= clicks, "{used_clicks} clicks, {clicks} allowed");
    assert!(used_fields <= fields, "{used_fields} fields, {fields} allowed");

    let code = stage.code();
    let (folder, message) = stage.mail(address, &code);
    assert_eq!(folder, "INBOX");
    assert!(message.contains("Message-ID:") && message.contains("multipart/alternative"), "{message}");

    let stored = stage.secret(address);
    assert!(!stored.is_empty(), "another program finds the secret in the keychain");
    let mut planted: Vec<String> = secrets.iter().map(|secret| (*secret).to_owned()).collect();
    planted.extend(tokens(stage));
    nowhere(stage, &planted);

    stage.press("finish");
    stage.expect("home");
    assert!(stage.window().text().contains(address), "the account is on the list");
    nowhere(stage, &planted);
    only_expected_names(stage, address);
    let strays = stage.ask("/strays");
    assert_eq!(strays.as_array().map(Vec::len), Some(0), "somebody else was spoken to: {strays}");
}

/// Only names of the domain itself, of its provider and of the public directory were looked up, and nobody was told
/// what stands before the `@`.
fn only_expected_names(stage: &Stage, address: &str) {
    let (local, domain) = address.split_once('@').expect("an address");
    let of_the_provider: &[&str] = match domain {
        "gmail.com" | "workspace-company.example" => &["google.com", "gmail.com", "googleapis.com", "me.com"],
        "outlook.jp" | "ms-company.example" => {
            &["microsoftonline.com", "outlook.com", "office365.com", "graph.microsoft.com"]
        }
        "china-company.example" => {
            &["partner.microsoftonline.cn", "partner.outlook.cn", "microsoftgraph.chinacloudapi.cn"]
        }
        "agency.example" => &["microsoftonline.us", "office365.us", "graph.microsoft.us"],
        "icloud.com" => &["me.com"],
        // The second look: somebody else's certificate against the clock.
        "expired.example" => &["gmail.com"],
        "shop.example" => &["hosting.example", "sendgrid.net"],
        "wrongname.example" => &["hosting.example"],
        _ => &[],
    };
    let names = stage.names();
    assert!(!names.is_empty(), "the log of names is read");
    for name in &names {
        // Whose machine the domain's own mail host is: its address, turned round (PTR).
        let reverse = ["in-addr.arpa", "ip6.arpa"];
        let expected = std::iter::once(&domain).chain(of_the_provider).chain(&["ispdb.net"]).chain(&reverse);
        let known = expected.into_iter().any(|known| name == known || name.ends_with(&format!(".{known}")));
        assert!(known, "{name} was looked up for {domain}");
        assert!(!name.split('.').any(|label| label == local), "{name} tells the part before the @");
    }
    let web = crate::stage::log("web.log");
    assert!(
        !web.contains('@') && !web.contains("%40") && !web.contains("emailaddress"),
        "an address was sent"
    );
}

/// No spelling of a secret is in a file of the person, in the arguments or environment of a process, on the screen or
/// in the page.
pub(crate) fn nowhere(stage: &Stage, secrets: &[String]) {
    let page = stage.window().script("return document.documentElement.outerHTML + [...document.querySelectorAll('input')].map((field) => field.value).join(' ')");
    let page = page.ok().and_then(|page| page.as_str().map(str::to_owned)).unwrap_or_default();
    let processes = Command::new("bash")
        .args(["-c", "for p in /proc/[0-9]*; do if tr '\\0' '\\n' < $p/cmdline 2>/dev/null | head -1 | grep -q todoita; then cat $p/cmdline $p/environ; fi; done"])
        .output()
        .map(|output| String::from_utf8_lossy(&output.stdout).into_owned())
        .unwrap_or_default();
    for secret in secrets.iter().filter(|secret| secret.len() >= 6) {
        for spelling in spellings(secret) {
            assert!(!page.contains(&spelling), "a secret is in the page");
            assert!(!processes.contains(&spelling), "a secret is in a process's arguments or environment");
            for file in files(&stage.home) {
                // The keychain's own file is encrypted and is where it belongs; nothing else may hold it.
                let bytes = std::fs::read(&file).unwrap_or_default();
                let found = bytes.windows(spelling.len()).any(|window| window == spelling.as_bytes());
                assert!(!found, "a secret is in {}", file.display());
            }
        }
    }
}

/// The live tokens that the pretend providers have given out.
fn tokens(stage: &Stage) -> Vec<String> {
    let state = stage.ask("/oauth");
    let mut found = Vec::new();
    collect(&state, &mut found);
    found
}

fn collect(value: &Value, found: &mut Vec<String>) {
    match value {
        Value::Object(members) => {
            if let Some(Value::String(token)) = members.get("value") {
                found.push(token.clone());
            }
            members.values().for_each(|member| collect(member, found));
        }
        Value::Array(all) => all.iter().for_each(|member| collect(member, found)),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

fn spellings(secret: &str) -> Vec<String> {
    let percent: String =
        secret
            .bytes()
            .map(|byte| {
                if byte.is_ascii_alphanumeric() {
                    char::from(byte).to_string()
                } else {
                    format!("%{byte:02X}")
                }
            })
            .collect();
    vec![secret.to_owned(), STANDARD.encode(secret).trim_end_matches('=').to_owned(), percent]
}

fn files(folder: &Path) -> Vec<std::path::PathBuf> {
    let mut found = Vec::new();
    let Ok(entries) = std::fs::read_dir(folder) else { return found };
    for entry in entries.flatten() {
        let path = entry.path();
        match entry.file_type() {
            Ok(kind) if kind.is_dir() => found.extend(files(&path)),
            Ok(kind) if kind.is_file() => found.push(path),
            _ => {}
        }
    }
    found
}
