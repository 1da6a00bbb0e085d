//! Ways out of a wait, and the side doors of the main road: what a person presses who changes his mind.

use std::time::Duration;

use serde_json::json;

use crate::driver::Window;
use crate::stage::{Keychain, Stage};

const RIGHT: &str = "User-no-Himitsu-0";

#[test]
fn w1_a_search_is_stopped() {
    let Some(mut stage) = Stage::set("w1-search", Keychain::Unlocked) else { return };
    stage.tell("/dead", &json!({ "dead": true }));
    stage.search("tencho@shop.example");
    stage.press("cancel");
    stage.offered("continue");
    assert_eq!(
        stage.window().value("#field-address"),
        "tencho@shop.example",
        "nothing that was typed is lost"
    );
    stage.tell("/dead", &json!({ "dead": false }));
    stage.press("continue");
    stage.expect("password");
}

#[test]
fn w2_a_sign_in_is_stopped_and_begun_anew() {
    let Some(mut stage) = Stage::set("w2-sign-in", Keychain::Unlocked) else { return };
    stage.browser(&json!([{ "do": "do-nothing" }, { "do": "allow" }]));
    stage.open_the_browser("sakura@outlook.jp");
    stage.offered("copy-link");
    stage.press("cancel");
    stage.expect_problem("consent-stopped");
    stage.press("sign-in-again");
    stage.it_arrived();
    assert!(!stage.secret("sakura@outlook.jp").is_empty());
}

#[test]
fn w3_a_sending_is_stopped_before_the_message_and_in_it() {
    let Some(mut stage) = Stage::set("w3-sending", Keychain::Unlocked) else { return };
    stage.search("user@silent-greeting.example");
    stage.send_with(RIGHT);
    stage.expect("check");
    stage.press("cancel");
    stage.expect("password");
    stage.press("back");
    stage.expect("address");
    stage.search("user@silent-data.example");
    stage.send_with(RIGHT);
    stage.says("テストのメールを渡しています");
    stage.press("cancel");
    stage.expect_problem("stopped-while-sending");
    stage.tell("/faults", &json!({ "domain": "silent-data.example", "healed": true }));
    stage.press("show-fields");
    stage.expect("by-hand");
    assert_eq!(stage.window().value("#field-host"), "mail.silent-data.example");
    stage.fill("#secret", RIGHT);
    stage.press("connect-and-send");
    stage.expect_within("done", 60);
}

#[test]
fn w4_the_page_offers_no_app_passwords() {
    let Some(mut stage) = Stage::set("w4-page-says-no", Keychain::Unlocked) else { return };
    stage.choose_app_password("taro@gmail.com");
    stage.expect("password");
    stage.press("page-says-no");
    stage.expect_problem("app-password-unavailable");
    stage.press("open-two-step-page");
    stage.opened("https://myaccount.google.com/");
    stage.press("use-app-password");
    stage.send_with("kuma neko tori hebi");
    stage.expect_within("done", 60);
}

#[test]
fn w5_the_name_that_the_certificate_carries() {
    let Some(mut stage) = Stage::set("w5-name", Keychain::Unlocked) else { return };
    stage.search("user@othername.example");
    stage.send_with(RIGHT);
    stage.expect_problem("certificate-name");
    stage.press("use-certificate-name");
    stage.expect_within("done", 60);
    let accounts = std::fs::read_to_string(stage.data().join("accounts.json")).unwrap();
    assert!(accounts.contains("sv1.othername.example"), "{accounts}");
}

#[test]
fn w6_a_message_that_takes_its_time() {
    let Some(mut stage) = Stage::set("w6-slow-mail", Keychain::Unlocked) else { return };
    stage.tell("/account", &json!({ "account": "taro@gmail.com", "arrive_after_s": 100 }));
    stage.open_the_browser("taro@gmail.com");
    stage.expect("arrival");
    let there = |window: &Window| window.offers("look-again");
    stage.window().wait("the end of the looking", Duration::from_secs(110), there).unwrap();
    stage.take_picture("not-seen");
    stage.press("look-again");
    stage.expect_within("done", 90);
}

#[test]
fn w7_another_way_of_sending_is_explained() {
    let Some(mut stage) = Stage::set("w7-door", Keychain::Unlocked) else { return };
    stage.press("use-relay");
    stage.expect("relays");
    stage.press_on("explain-door", "google-relay-by-address");
    stage.expect("card");
    stage.press("back");
    stage.expect("relays");
    stage.press("back");
    stage.expect("address");
}

#[test]
fn w8_a_provider_that_takes_both_kinds_of_password() {
    let Some(mut stage) = Stage::set("w8-both", Keychain::Unlocked) else { return };
    stage.search("hans@free.de");
    stage.expect("password");
    stage.press("use-password");
    stage.press("use-app-password");
    stage.press("use-password");
    stage.expect("password");
    assert_eq!(stage.window().value("#secret"), "");
    assert!(stage.window().offers("use-app-password") && !stage.window().offers("page-says-no"));
}

#[test]
fn w9_after_a_restart_the_pages_of_the_provider_are_still_known() {
    let Some(mut stage) = Stage::set("w9-restart", Keychain::Unlocked) else { return };
    stage.choose_app_password("taro@gmail.com");
    stage.send_with("kuma neko tori hebi");
    stage.expect_within("done", 60);
    stage.finish();
    stage.restart();
    let ended = "535-5.7.8 Username and Password not accepted. For more information, go to\n535 5.7.8 https://support.google.com/mail/?p=BadCredentials - gsmtp";
    stage.tell("/account", &json!({ "account": "taro@gmail.com", "auth_reply": ended }));
    stage.press("send-another");
    stage.expect_problem("app-password-ended");
    stage.press("open-app-password-page");
    stage.expect("password");
    stage.opened("https://myaccount.google.com/apppasswords");
    stage.says("16文字");
    assert!(stage.window().offers("open-app-password-page") && stage.window().offers("page-says-no"));
    stage.tell("/account", &json!({ "account": "taro@gmail.com", "auth_reply": null }));
    stage.send_with("kuma neko tori hebi");
    stage.expect_within("done", 60);
}

#[test]
fn w10_after_a_restart_the_mailbox_of_an_own_domain_is_still_known() {
    let Some(mut stage) = Stage::set("w10-restart-company", Keychain::Unlocked) else { return };
    let keiri = "keiri@ms-company.example";
    stage.browser(&json!({ "do": "allow", "account": keiri }));
    stage.open_the_browser(keiri);
    stage.it_arrived();
    stage.send_another_after_a_restart();
    stage.expect("arrival");
    stage.press("open-webmail");
    stage.opened("https://outlook.office.com/");
}
