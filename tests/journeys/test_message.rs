//! `todoita test`: to "it arrived", and to each stage at which it can end.

use serde_json::{Value, json};

use super::inside::{Home, account, delivered, tell};

const STAGES: [&str; 5] = ["connect", "secure", "sign-in", "sender", "hand-over"];

fn stages(result: &Value) -> Vec<&str> {
    result["stages"].as_array().unwrap().iter().map(|one| one["stage"].as_str().unwrap()).collect()
}

/// The exit code, the result, and the code of its problem.
fn test(home: &Home, id: &str, secret: &str) -> (i32, Value) {
    let ended = home.call(&["test", id, "--json"], secret);
    (ended.code, ended.json())
}

#[test]
fn a_message_arrives_and_is_written_down_and_the_account_can_be_removed() {
    let Some(home) = Home::new("arrives") else { return };
    let (id, secret) = ("tencho@shop.example", "Tencho-no-Himitsu-8");
    let host = "sv1.hosting.example";
    home.set_up(&account(id, &json!("unknown"), "password", (host, 465), host), secret);
    let (code, result) = test(&home, "TENCHO@shop.example", secret);
    assert_eq!((code, &result["problem"]), (0, &Value::Null), "{result}");
    assert_eq!((stages(&result), &result["arrived"]), (STAGES.to_vec(), &json!("inbox")));
    assert_eq!(result["stages"][1]["detail"], "TLS 1.3");
    let word = result["sent"]["code"].as_str().unwrap();
    assert!(delivered(id, word), "the message lies in the mailbox");
    let listed = home.call(&["accounts", "--json"], secret).json();
    assert_eq!(listed["accounts"][0]["last"]["code"], word);
    assert_eq!(listed["accounts"][0]["last"]["arrived"], "inbox");

    let text = home.call(&["test", id, "--lang", "en"], secret);
    assert_eq!(text.code, 0, "{}", text.err);
    assert!(text.out.contains("The line is encrypted (TLS 1.3)"), "{}", text.out);
    assert!(text.out.contains("It arrived in the inbox"), "{}", text.out);

    assert_eq!(home.kept(id), secret);
    let removed = home.call(&["remove", id, "--json"], secret);
    assert_eq!((removed.code, &removed.json()["removed"]), (0, &json!(true)));
    assert_eq!(home.kept(id), "", "the secret is gone from the keychain");
    assert_eq!(home.call(&["accounts", "--json"], secret).json(), json!({ "accounts": [] }));
}

#[test]
fn an_app_password_sends_at_google_and_at_apple() {
    let Some(home) = Home::new("app-password") else { return };
    let (id, secret) = ("hanako@gmail.com", "soraumikazemorid");
    let google = json!("google-personal");
    home.set_up(&account(id, &google, "app-password", ("smtp.gmail.com", 465), "imap.gmail.com"), secret);
    let (code, result) = test(&home, id, secret);
    assert_eq!((code, &result["arrived"]), (0, &json!("inbox")), "{result}");

    let (id, secret) = ("momo@icloud.com", "abcd-efgh-ijkl-mnop");
    let apple = json!({ "mailbox": "icloud" });
    let mut momo = account(id, &apple, "app-password", ("smtp.mail.me.com", 587), "imap.mail.me.com");
    momo["mailbox_user_name"] = json!("momo");
    home.set_up(&momo, secret);
    let (code, result) = test(&home, id, secret);
    assert_eq!((code, &result["arrived"]), (0, &json!("inbox")), "{result}");
}

#[test]
fn where_the_mailbox_may_not_be_read_the_person_looks() {
    let Some(home) = Home::new("not-looked") else { return };
    let (id, secret) = ("suzuki@example.jp", "Suzuki-no-Himitsu-9");
    home.set_up(&account(id, &json!("unknown"), "password", ("sv1.hosting.example", 587), ""), secret);
    let (code, result) = test(&home, id, secret);
    assert_eq!((code, &result["arrived"]), (0, &json!("not-looked")), "{result}");
    assert!(delivered(id, result["sent"]["code"].as_str().unwrap()));
}

#[test]
fn a_mailbox_that_cannot_be_opened_is_not_said_to_lack_the_message() {
    let Some(home) = Home::new("could-not-look") else { return };
    let (id, secret) = ("tencho@shop.example", "Tencho-no-Himitsu-8");
    let gone = "mail.nohost.example";
    home.set_up(&account(id, &json!("unknown"), "password", ("sv1.hosting.example", 465), gone), secret);
    let (code, result) = test(&home, id, secret);
    assert_eq!((code, &result["arrived"]), (33, &json!("could-not-look")), "{result}");
    assert!(delivered(id, result["sent"]["code"].as_str().unwrap()), "it had arrived all the same");
}

#[test]
fn a_refused_password_ends_at_the_sign_in() {
    let Some(home) = Home::new("refused") else { return };
    let (id, secret) = ("suzuki@example.jp", "Machigai-no-Himitsu");
    let host = "sv1.hosting.example";
    home.set_up(&account(id, &json!("unknown"), "password", (host, 465), host), secret);
    let (code, result) = test(&home, id, secret);
    assert_eq!((code, &result["problem"]["state"]), (16, &json!("S10")), "{result}");
    assert_eq!(result["problem"]["said"]["code"], 535);
    assert_eq!((stages(&result), &result["sent"]), (STAGES[..2].to_vec(), &Value::Null));
    let text = home.call(&["test", id, "--lang", "ja"], secret);
    assert!(text.err.contains("[S10]") && text.err.contains("535"), "{}", text.err);
}

#[test]
fn a_line_that_is_not_safe_ends_before_the_password() {
    let Some(home) = Home::new("unsafe") else { return };
    let secret = "User-no-Himitsu-0";
    for (domain, port, exit, state) in [
        ("expired.example", 465, 15, "T1"),
        ("wrongname.example", 465, 15, "T2"),
        ("stripped.example", 587, 15, "T5"),
        ("refused.example", 465, 14, "C2"),
        ("nohost.example", 465, 14, "C1"),
    ] {
        let id = format!("user@{domain}");
        let host = format!("mail.{domain}");
        home.set_up(&account(&id, &json!("unknown"), "password", (&host, port), ""), secret);
        let (code, result) = test(&home, &id, secret);
        assert_eq!((code, &result["problem"]["state"]), (exit, &json!(state)), "{domain}: {result}");
        assert!(!stages(&result).contains(&"sign-in"), "{domain}");
    }
}

#[test]
fn spam_a_refused_recipient_a_refused_message_and_one_that_is_lost() {
    let Some(home) = Home::new("knobs") else { return };
    let (id, secret) = ("taro@gmail.com", "kumanekotorihebi");
    let google = json!("google-personal");
    home.set_up(&account(id, &google, "app-password", ("smtp.gmail.com", 465), "imap.gmail.com"), secret);
    let knob = |name: &str, value: Value| {
        tell("/account", &json!({ "account": id, name: value }));
        let result = test(&home, id, secret);
        tell("/account", &json!({ "account": id, name: null }));
        result
    };
    let (code, result) = knob("spam", json!(true));
    assert_eq!((code, &result["arrived"]), (0, &json!("spam")), "{result}");
    let (code, result) =
        knob("mail_reply", json!("550 5.7.60 Client does not have permissions to send as this sender"));
    assert_eq!((code, &result["problem"]["stage"]), (17, &json!("sender")), "{result}");
    let (code, result) = knob("data_reply", json!("552 5.2.2 The mailbox is full"));
    assert_eq!((code, &result["problem"]["stage"]), (18, &json!("hand-over")), "{result}");
    let (code, result) = knob("folder", json!("Suppliers"));
    assert_eq!((code, &result["arrived"]), (0, &json!("elsewhere")), "{result}");
    let (_, result) = knob("bounce", json!("550 5.7.1 Message rejected by the rules of example.com"));
    assert_eq!(
        (&result["arrived"], &result["problem"]["state"]),
        (&json!("came-back"), &json!("D3")),
        "{result}"
    );
    assert!(result["problem"].to_string().contains("rules of example.com"), "{result}");
    let (code, result) = knob("lose", json!(true));
    assert_eq!((code, &result["arrived"]), (30, &json!("not-seen")), "{result}");
    assert!(result["elapsed_ms"].as_u64().unwrap() > 55_000, "it was looked for");
}
