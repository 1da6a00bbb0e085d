//! The seven people, each from the first screen to a message that lies in the mailbox.

use serde_json::json;

use crate::checks;
use crate::stage::{Keychain, Stage};

const HOST: &str = "#field-host";
const SECRET: &str = "#secret";

#[test]
fn p1_gmail_by_the_button() {
    let Some(mut stage) = Stage::set("p1-gmail-button", Keychain::Unlocked) else { return };
    stage.browser(&json!({ "do": "allow", "account": "taro@gmail.com" }));
    stage.expect("address");
    stage.press("sign-in-google");
    stage.expect("done");
    checks::arrived(&mut stage, "taro@gmail.com", &["Taro-no-Himitsu-1"], 1, 0);
}

#[test]
fn p2_a_company_on_google_workspace() {
    let Some(mut stage) = Stage::set("p2-workspace", Keychain::Unlocked) else { return };
    stage.open_the_browser("info@workspace-company.example");
    stage.expect("done");
    checks::arrived(&mut stage, "info@workspace-company.example", &["Info-no-Himitsu-3"], 3, 1);
}

#[test]
fn p3_outlook_jp() {
    let Some(mut stage) = Stage::set("p3-outlook-jp", Keychain::Unlocked) else { return };
    stage.open_the_browser("sakura@outlook.jp");
    stage.it_arrived();
    checks::arrived(&mut stage, "sakura@outlook.jp", &["Sakura-no-Himitsu-5"], 3, 1);
}

#[test]
fn p4_a_company_on_microsoft_365() {
    let Some(mut stage) = Stage::set("p4-microsoft-365", Keychain::Unlocked) else { return };
    stage.open_the_browser("keiri@ms-company.example");
    stage.it_arrived();
    checks::arrived(&mut stage, "keiri@ms-company.example", &["Keiri-no-Himitsu-6"], 3, 1);
}

#[test]
fn p5_icloud_with_an_app_password() {
    let Some(mut stage) = Stage::set("p5-icloud", Keychain::Unlocked) else { return };
    stage.search("momo@icloud.com");
    stage.expect("password");
    stage.press("open-app-password-page");
    stage.fill(SECRET, "abcd efgh ijkl mnop");
    stage.press("connect-and-send");
    stage.expect("done");
    assert_eq!(stage.secret("momo@icloud.com"), "abcd-efgh-ijkl-mnop", "kept as the provider shows it");
    checks::arrived(&mut stage, "momo@icloud.com", &["abcd-efgh-ijkl-mnop", "abcd efgh ijkl mnop"], 4, 2);
}

#[test]
fn p6_an_own_domain_at_a_hosting_company() {
    let Some(mut stage) = Stage::set("p6-hosting", Keychain::Unlocked) else { return };
    stage.search("tencho@shop.example");
    stage.send_with("Tencho-no-Himitsu-8");
    stage.expect("done");
    assert_eq!(stage.secret("tencho@shop.example"), "Tencho-no-Himitsu-8");
    checks::arrived(&mut stage, "tencho@shop.example", &["Tencho-no-Himitsu-8"], 3, 2);
}

#[test]
fn p7_an_own_domain_nobody_knows() {
    let Some(mut stage) = Stage::set("p7-by-hand", Keychain::Unlocked) else { return };
    stage.search("yama@lonely.example");
    stage.expect_problem("settings-not-found");
    stage.press("enter-server");
    stage.expect("by-hand");
    stage.fill(HOST, "relay7.lonely.example");
    stage.fill(SECRET, "Yama-no-Himitsu-15");
    stage.press("connect-and-send");
    stage.it_arrived();
    checks::arrived(&mut stage, "yama@lonely.example", &["Yama-no-Himitsu-15"], 4, 3);
}
