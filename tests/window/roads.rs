//! The provider's other doors, in the real window: its web interface where SMTP is closed, and a code typed elsewhere.

use serde_json::json;

use crate::checks;
use crate::stage::{Keychain, Stage};

/// The message by the calls that the pretend interface saw.
fn calls(stage: &Stage, call: &str) -> usize {
    let seen = stage.ask("/api");
    let all = seen["calls"].as_array().cloned().unwrap_or_default();
    all.iter().filter(|seen| seen["call"].as_str().is_some_and(|name| name.contains(call))).count()
}

#[test]
fn r1_smtp_is_off_in_the_company_and_graph_is_open() {
    let Some(mut stage) = Stage::set("r1-graph", Keychain::Unlocked) else { return };
    stage.browser(&json!([{ "do": "allow" }, { "do": "allow" }]));
    stage.tell("/account", &json!({ "account": "keiri@ms-company.example", "smtp_auth": "tenant-disabled" }));
    stage.open_the_browser("keiri@ms-company.example");
    stage.expect_problem("smtp-auth-off");
    stage.press("send-by-web");
    stage.it_arrived();
    assert_eq!(calls(&stage, "sendMail"), 1, "{}", stage.ask("/api"));
    // One click more than the straight road.
    checks::arrived(&mut stage, "keiri@ms-company.example", &["Keiri-no-Himitsu-6"], 4, 1);
}

#[test]
fn r2_the_network_lets_no_mail_out_and_gmails_api_is_open() {
    let Some(mut stage) = Stage::set("r2-gmail-api", Keychain::Unlocked) else { return };
    stage.browser(&json!([{ "do": "allow" }, { "do": "allow" }]));
    stage.tell("/blocked", &json!({ "host": "smtp.gmail.com" }));
    stage.open_the_browser("taro@gmail.com");
    stage.expect_within("problem", 60);
    stage.take_picture("blocked");
    stage.press("send-by-web");
    // The right to send is not the right to read: the person says whether it arrived.
    stage.it_arrived();
    assert_eq!(calls(&stage, "send"), 1, "{}", stage.ask("/api"));
    checks::arrived(&mut stage, "taro@gmail.com", &["Taro-no-Himitsu-1"], 5, 1);
}

#[test]
fn r3_a_code_is_typed_on_a_telephone() {
    let Some(mut stage) = Stage::set("r3-code", Keychain::Unlocked) else { return };
    stage.tell("/device/knobs", &json!({ "interval": 1 }));
    stage.search("sakura@outlook.jp");
    stage.expect("consent");
    stage.press("use-device-code");
    let code = shown_code(&stage);
    stage.take_picture("code");
    let typed =
        stage.tell("/device", &json!({ "user_code": code, "account": "sakura@outlook.jp", "do": "allow" }));
    assert!(typed["fault"].is_null(), "{typed}");
    stage.it_arrived();
    checks::arrived(&mut stage, "sakura@outlook.jp", &["Sakura-no-Himitsu-5"], 3, 1);
}

#[test]
fn r4_a_code_that_runs_out_and_another_one() {
    let Some(mut stage) = Stage::set("r4-code-expired", Keychain::Unlocked) else { return };
    stage.tell("/device/knobs", &json!({ "interval": 1, "expires_in": 3 }));
    stage.search("sakura@outlook.jp");
    stage.expect("consent");
    stage.press("use-device-code");
    stage.expect_problem("code-expired");
    stage.browser(&json!([{ "do": "allow" }]));
    stage.press("sign-in-again");
    stage.it_arrived();
    checks::arrived(&mut stage, "sakura@outlook.jp", &["Sakura-no-Himitsu-5"], 4, 1);
}

#[test]
fn r5_the_web_interface_after_a_restart() {
    let Some(mut stage) = Stage::set("r5-graph-restart", Keychain::Unlocked) else { return };
    let keiri = "keiri@ms-company.example";
    stage.browser(&json!([{ "do": "allow" }, { "do": "allow" }, { "do": "allow", "account": keiri }]));
    stage.tell("/account", &json!({ "account": keiri, "smtp_auth": "tenant-disabled" }));
    stage.open_the_browser(keiri);
    stage.expect_problem("smtp-auth-off");
    stage.press("send-by-web");
    stage.it_arrived();
    stage.send_another_after_a_restart();
    stage.it_arrived();
    assert_eq!(calls(&stage, "sendMail"), 2, "{}", stage.ask("/api"));
    stage.finish();
    // The permission is taken back: the same door is asked for again, and no other.
    stage.tell("/oauth/revoke", &json!({ "account": keiri }));
    stage.restart();
    stage.press("send-another");
    stage.expect_problem("permission-ended");
    stage.press("sign-in-again");
    stage.it_arrived();
    assert_eq!(calls(&stage, "sendMail"), 3, "{}", stage.ask("/api"));
}

/// The code on the screen, as a person reads it.
pub(crate) fn shown_code(stage: &Stage) -> String {
    for _ in 0..100 {
        let code = stage.window().script("return document.querySelector('.letters')?.textContent ?? ''");
        let code =
            code.ok().and_then(|code| code.as_str().map(|code| code.trim().to_owned())).unwrap_or_default();
        if !code.is_empty() {
            return code;
        }
        std::thread::sleep(std::time::Duration::from_millis(100));
    }
    panic!("no code is shown: {}", stage.window().text())
}
