//! `todoita detect` of domains whose settings are found in every way there is, and of some that have none.

use serde_json::{Value, json};

use super::inside::{Home, ask};

/// What was found, with the exit code.
fn detect(home: &Home, address: &str) -> (i32, Value) {
    let ended = home.call_where("none", &["detect", address, "--json"], "");
    (ended.code, ended.json())
}

fn servers(found: &Value) -> Vec<String> {
    let listed = found["submission"].as_array().unwrap();
    let say = |one: &Value| format!("{}:{}", one["host"].as_str().unwrap(), one["port"]);
    listed.iter().map(say).collect()
}

#[test]
fn companies_at_google_and_microsoft_are_known_by_their_mx() {
    let Some(home) = Home::new("mx") else { return };
    for (address, kind, provider, first, login) in [
        ("info@workspace-company.example", "google-workspace", "google", "smtp.gmail.com:465", "oauth"),
        ("jimu@old-workspace.example", "google-workspace", "google", "smtp.gmail.com:465", "oauth"),
        ("keiri@ms-company.example", "microsoft-365", "microsoft365", "smtp.office365.com:587", "oauth"),
    ] {
        let (code, found) = detect(&home, address);
        assert_eq!(
            (code, &found["kind"], &found["provider"]),
            (0, &json!(kind), &json!(provider)),
            "{address}"
        );
        assert_eq!(found["verdict"], "ready");
        assert_eq!(servers(&found)[0], first);
        assert_eq!(found["submission"][0]["logins"][0], login);
        assert!(found["evidence"].as_array().unwrap().iter().any(|one| one["source"] == "mx"));
    }
}

#[test]
fn what_a_domain_publishes_is_believed_and_what_only_dns_says_is_not() {
    let Some(home) = Home::new("published") else { return };
    for (address, source, trust) in [
        ("tencho@shop.example", "autoconfig", "domain"),
        ("kaicho@wellknown.example", "well-known", "domain"),
        ("shacho@ispdbonly.example", "ispdb", "domain"),
        ("bucho@srvonly.example", "srv", "unproven"),
        ("tenin@mxonly.example", "probe", "unproven"),
    ] {
        let (code, found) = detect(&home, address);
        assert_eq!(code, 0, "{address}: {found}");
        assert_eq!(servers(&found)[0], "sv1.hosting.example:465", "{address}");
        assert_eq!(found["submission"][0]["trust"], trust, "{address}");
        let evidence = found["evidence"].as_array().unwrap();
        assert!(evidence.iter().any(|one| one["source"] == source), "{address}: {source}");
    }
    let (_, pop) = detect(&home, "kacho@poponly.example");
    assert_eq!(pop["retrieval"][0]["protocol"], "pop3");
    let (_, stripped) = detect(&home, "user@stripped.example");
    assert_eq!(servers(&stripped), ["mail.stripped.example:587"]);
}

#[test]
fn what_cannot_be_found_ends_at_find_with_who_was_asked() {
    let Some(home) = Home::new("nothing") else { return };
    for (address, code, state) in [
        ("yama@lonely.example", "settings-not-found", "F3"),
        ("user@nullmx.example", "domain-takes-no-mail", "A5"),
        ("user@nowhere.example", "domain-not-found", "A4"),
    ] {
        let (exit, result) = detect(&home, address);
        assert_eq!((exit, &result["domain"]), (11, &json!(address.split_once('@').unwrap().1)));
        assert_eq!((&result["problem"]["code"], &result["problem"]["state"]), (&json!(code), &json!(state)));
        assert!(!result["evidence"].as_array().unwrap().is_empty(), "{address}");
    }
    let explained = home.call_where("none", &["detect", "user@nullmx.example", "--explain"], "");
    assert!(explained.out.contains("says that it takes no mail"), "{}", explained.out);
}

#[test]
fn only_the_domain_leaves_the_machine() {
    let Some(home) = Home::new("private") else { return };
    let before = ask("/strays");
    detect(&home, "jibun-dake-no-namae@shop.example");
    assert_eq!(ask("/strays"), before, "nobody else was contacted");
    let run = std::env::var_os("PI_RUN").unwrap();
    for log in ["dns.log", "web.log", "smtp.log"] {
        let text = std::fs::read(std::path::Path::new(&run).join(log)).unwrap_or_default();
        assert!(!String::from_utf8_lossy(&text).contains("jibun-dake-no-namae"), "{log}");
    }
}
