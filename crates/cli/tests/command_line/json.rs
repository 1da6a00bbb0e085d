//! Results: what is in them, and that docs/cli.schema.json tells the truth about them.

use std::path::Path;

use serde_json::{Value, json};

use super::schema::check;
use super::{call, call_in};

fn detect(address: &str) -> Value {
    let ended = call(&["detect", address, "--json"]);
    assert_eq!((ended.code, ended.err.as_str()), (0, ""), "{address}");
    let found = ended.json();
    check("detected", &found);
    found
}

#[test]
fn domains_of_the_table_are_found_at_once() {
    let google = detect("taro@gmail.com");
    assert_eq!(google["domain"], "gmail.com");
    assert_eq!(google["kind"], "google-personal");
    assert_eq!(google["provider"], "google");
    assert_eq!(google["verdict"], "ready");
    let first = json!({
        "host": "smtp.gmail.com", "port": 465, "security": "tls", "username": "address",
        "logins": ["oauth", "app-password"], "trust": "table",
    });
    assert_eq!(google["submission"][0], first);
    let imap = json!({
        "protocol": "imap", "host": "imap.gmail.com", "port": 993, "security": "tls", "username": "address",
    });
    assert_eq!(google["retrieval"][0], imap);
    assert_eq!(google["evidence"][0]["source"], "domain-table");
    assert!(google["elapsed_ms"].as_u64().unwrap() < 1_000);

    let microsoft = detect("sakura@outlook.jp");
    assert_eq!(microsoft["kind"], "microsoft-personal");
    assert_eq!(microsoft["submission"][0]["port"], 587);
    assert_eq!(microsoft["submission"][0]["security"], "starttls");
    assert_eq!(microsoft["submission"][0]["logins"], json!(["oauth"]));

    let apple = detect("momo@icloud.com");
    assert_eq!((&apple["kind"], &apple["provider"]), (&json!("mailbox"), &json!("icloud")));
    assert_eq!(apple["submission"][0]["host"], "smtp.mail.me.com");
    assert_eq!(apple["submission"][0]["logins"], json!(["app-password"]));
    assert_eq!(apple["retrieval"][0]["username"], "local-part", "reading takes another user name there");
}

#[test]
fn a_closed_service_is_impossible_and_no_failure() {
    let proton = detect("a@proton.me");
    assert_eq!((&proton["verdict"], &proton["kind"]), (&json!("impossible"), &json!("closed")));
    assert_eq!(proton["provider"], "proton");
    assert_eq!(proton["submission"], json!([]));
    assert!(proton["way_out"].as_str().unwrap().contains("Bridge"));
}

#[test]
fn an_address_is_folded_and_a_spelling_only_offered() {
    let folded = detect("ｔａｒｏ＠ｇｍａｉｌ．ｃｏｍ");
    assert_eq!(folded["address"], "taro@gmail.com");
}

#[test]
fn an_incomplete_address_is_a_problem_with_the_code_of_its_stage() {
    let ended = call(&["detect", "taro", "--json"]);
    assert_eq!(ended.code, 10);
    let result = ended.json();
    check("not-found", &result);
    assert_eq!(result["domain"], Value::Null);
    assert_eq!(
        (&result["problem"]["code"], &result["problem"]["state"]),
        (&json!("address-incomplete"), &json!("A1"))
    );
    let japanese = call(&["detect", "taro", "--json", "--lang", "ja"]).json();
    assert_ne!(japanese["problem"]["title"], result["problem"]["title"], "texts follow the language");
    let text = call(&["detect", "taro"]);
    assert_eq!((text.code, text.out.as_str()), (10, ""));
    assert!(text.err.contains("[A1]"), "{}", text.err);
}

#[test]
fn an_explanation_names_who_was_asked() {
    let plain = call(&["detect", "taro@gmail.com"]);
    assert!(plain.out.contains("smtp.gmail.com port 465"), "{}", plain.out);
    assert!(!plain.out.contains("own list"));
    let explained = call(&["detect", "taro@gmail.com", "--explain"]);
    assert!(explained.out.contains("own list: gmail.com"), "{}", explained.out);
    assert!(explained.out.contains("It is a service that we know: google."), "{}", explained.out);
}

#[test]
fn without_accounts_the_list_is_empty() {
    let ended = call(&["accounts", "--json"]);
    check("accounts", &ended.json());
    assert_eq!((ended.code, ended.json()), (0, json!({ "accounts": [] })));
    assert!(call(&["accounts"]).out.contains("No account"));
}

/// An accounts file as the window program writes it.
fn fill(folder: &Path) {
    let server = json!({ "host": "sv1.hosting.example", "port": 465, "security": "tls" });
    let accounts = json!({ "version": 1, "accounts": [{
        "id": "tencho@shop.example", "address": "Tencho@shop.example", "kind": "unknown",
        "name": { "en": "Hosting", "ja": "ホスティング" }, "route": "smtp", "login": "password",
        "server": server, "user_name": "tencho@shop.example", "mailbox_user_name": "tencho@shop.example",
        "retrieval": [{ "protocol": "imap", "host": "sv1.hosting.example", "port": 993, "security": "tls" }],
        "session_only": false,
        "last": {
            "sent": {
                "code": "K7Q2", "message_id": "<1@shop.example>", "accepted_at": 1_700_000_000_000_u64,
                "server": server, "can_look": true,
            },
            "seen": { "in_spam": true, "after_s": 4, "at": 1_700_000_004_000_u64 }, "confirmed_at": null,
        },
    }]});
    let folder = folder.join("todoita");
    std::fs::create_dir_all(&folder).unwrap();
    std::fs::write(folder.join("accounts.json"), accounts.to_string()).unwrap();
}

#[test]
#[cfg_attr(windows, ignore = "the folders of a person there are not chosen by variables")]
fn accounts_are_listed_with_their_last_test() {
    let folder = tempfile::tempdir().unwrap();
    fill(folder.path());
    let listed = call_in(folder.path(), &["accounts", "--json"]).json();
    check("accounts", &listed);
    let account = &listed["accounts"][0];
    assert_eq!(account["id"], "tencho@shop.example");
    assert_eq!((&account["login"], &account["server"]["port"]), (&json!("password"), &json!(465)));
    assert_eq!((&account["last"]["arrived"], &account["last"]["after_s"]), (&json!("spam"), &json!(4)));
    let text = call_in(folder.path(), &["accounts", "--lang", "ja"]).out;
    assert!(text.contains("ホスティングのパスワード") && text.contains("迷惑メール"), "{text}");
}

#[test]
#[cfg_attr(windows, ignore = "the folders of a person there are not chosen by variables")]
fn without_a_keychain_a_test_ends_at_keep_and_nothing_is_changed() {
    let folder = tempfile::tempdir().unwrap();
    fill(folder.path());
    let before = std::fs::read(folder.path().join("todoita/accounts.json")).unwrap();
    let ended = call_in(folder.path(), &["test", "TENCHO@shop.example", "--json"]);
    let result = ended.json();
    check("test", &result);
    assert_eq!(ended.code, 19, "{result}");
    assert_eq!(result["problem"]["code"], "keychain-missing");
    assert_eq!(
        (&result["sent"], &result["arrived"], &result["stages"]),
        (&Value::Null, &Value::Null, &json!([]))
    );
    assert_eq!(std::fs::read(folder.path().join("todoita/accounts.json")).unwrap(), before);
}

#[test]
#[cfg_attr(windows, ignore = "the folders of a person there are not chosen by variables")]
fn without_a_keychain_nothing_is_called_removed() {
    let folder = tempfile::tempdir().unwrap();
    fill(folder.path());
    let before = call_in(folder.path(), &["accounts", "--json"]).json();
    let ended = call_in(folder.path(), &["remove", "tencho@shop.example", "--json"]);
    let result = ended.json();
    check("removed", &result);
    assert_eq!(
        (ended.code, &result["removed"]),
        (19, &json!(false)),
        "its secret may be in a keychain out of reach"
    );
    assert_eq!(result["problem"]["code"], "keychain-missing");
    assert_eq!(call_in(folder.path(), &["accounts", "--json"]).json(), before);
}

#[test]
fn words_of_servers_are_named() {
    let reply =
        "535 5.7.139 Authentication unsuccessful, SmtpClientAuthentication is disabled for the Tenant.";
    for (options, state, code) in [
        (
            &["--provider", "microsoft365", "--login", "oauth", "--stage", "sign-in"][..],
            "S5",
            "smtp-auth-off",
        ),
        (&["--provider", "microsoft365"][..], "S5", "smtp-auth-off"),
        (&["--login", "none", "--lang", "en"][..], "S5", "smtp-auth-off"),
    ] {
        let ended = call(&[&["diagnose", "--json", "--reply", reply], options].concat());
        assert_eq!((ended.code, ended.err.as_str()), (0, ""));
        let named = ended.json();
        check("diagnosed", &named);
        assert_eq!((&named["state"], &named["code"]), (&json!(state), &json!(code)));
        assert_eq!((&named["who"], &named["certainty"]), (&json!("administrator"), &json!("sure")));
        assert!(!named["title"].as_str().unwrap().is_empty() && named["remedies"].as_array().is_some());
    }
    let unknown = call(&["diagnose", "--json", "--stage", "hand-over", "--reply", "571 zzz"]).json();
    check("diagnosed", &unknown);
    assert_eq!(unknown["state"], "unknown");
    let page = call(&[
        "diagnose",
        "--json",
        "--provider",
        "google",
        "--stage",
        "consent",
        "--reply",
        "Error 403: org_internal",
    ]);
    assert_eq!(page.json()["state"], "O10");
    let spoken = call(&["diagnose", "--lang", "en", "--reply", "535 5.7.8 authentication failed"]);
    assert!(spoken.out.contains("[S10]") && spoken.out.contains("the mail server"), "{}", spoken.out);
    let piped = call(&["diagnose", "--json"]).json();
    assert_eq!(piped["state"], "unknown", "nothing at all is no failure");
}
