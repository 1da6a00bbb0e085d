//! When it goes wrong: each ends on the right card, and the card's button then leads to success.

use std::process::Command;
use std::time::Duration;

use serde_json::json;

use crate::checks;
use crate::stage::{Keychain, Stage};

const RIGHT: &str = "User-no-Himitsu-0";

/// Begins a consent for an address.
fn consent(name: &str, address: &str, plan: &serde_json::Value) -> Option<Stage> {
    let mut stage = Stage::set(name, Keychain::Unlocked)?;
    stage.browser(plan);
    stage.open_the_browser(address);
    Some(stage)
}

/// Goes on to the password screen and hands a password over.
fn password(name: &str, address: &str, secret: &str, keychain: Keychain) -> Option<Stage> {
    let mut stage = Stage::set(name, keychain)?;
    stage.search(address);
    stage.send_with(secret);
    Some(stage)
}

/// The whole end, without a budget: the way was longer on purpose.
fn arrived(stage: &mut Stage, address: &str) {
    stage.expect_within("done", 90);
    checks::arrived(stage, address, &[RIGHT], 99, 99);
}

/// A fault of a host: its card, then the fault is healed and the same is tried again.
fn healed(name: &str, domain: &str, code: &str) {
    let address = format!("user@{domain}");
    let Some(mut stage) = password(name, &address, RIGHT, Keychain::Unlocked) else { return };
    stage.expect_problem(code);
    checks::nowhere(&stage, &[RIGHT.to_owned()]);
    stage.tell("/faults", &json!({ "domain": domain, "healed": true }));
    stage.press("try-again");
    arrived(&mut stage, &address);
}

#[test]
fn f01_consent_denied() {
    let plan = json!([{ "do": "deny" }, { "do": "allow" }]);
    let Some(mut stage) = consent("f01-denied", "taro@gmail.com", &plan) else { return };
    stage.expect_problem("consent-denied");
    stage.press("sign-in-again");
    arrived(&mut stage, "taro@gmail.com");
}

#[test]
fn f02_a_box_left_unticked() {
    let plan = json!([{ "do": "untick-mail" }, { "do": "allow" }]);
    let Some(mut stage) = consent("f02-unticked", "taro@gmail.com", &plan) else { return };
    stage.expect_problem("scope-missing");
    stage.press("sign-in-again");
    arrived(&mut stage, "taro@gmail.com");
}

#[test]
fn f03_another_account_chosen() {
    let plan = json!({ "do": "other-account", "account": "hanako@gmail.com" });
    let Some(mut stage) = consent("f03-other-account", "taro@gmail.com", &plan) else { return };
    stage.expect_problem("other-account");
    let text = stage.window().text();
    assert!(text.contains("taro@gmail.com") && text.contains("hanako@gmail.com"), "{text}");
    stage.press("use-this-account");
    arrived(&mut stage, "hanako@gmail.com");
}

#[test]
fn f04_the_browser_is_closed_and_nothing_comes_back() {
    let plan = json!([{ "do": "do-nothing" }, { "do": "allow" }]);
    let Some(mut stage) = consent("f04-closed", "taro@gmail.com", &plan) else { return };
    let waiting = |window: &crate::driver::Window| window.text().contains("まだ返事がありません");
    stage.window().wait("the notice", Duration::from_secs(30), waiting).unwrap();
    stage.take_picture("nothing-yet");
    assert_eq!(stage.window().screen(), "consent", "nothing ends by itself");
    stage.press("open-browser-again");
    arrived(&mut stage, "taro@gmail.com");
}

#[test]
fn f05_a_wrong_app_password_at_google() {
    let Some(mut stage) = Stage::set("f05-google-password", Keychain::Unlocked) else { return };
    stage.choose_app_password("taro@gmail.com");
    stage.send_with("aaaa bbbb cccc dddd");
    stage.expect_problem("google-password-refused");
    assert!(
        stage.window().text().contains("BadCredentials") || stage.ask("/smtp").to_string().contains("535")
    );
    stage.press("open-app-password-page");
    stage.send_with("kuma neko tori hebi");
    arrived(&mut stage, "taro@gmail.com");
    assert_eq!(stage.secret("taro@gmail.com"), "kumanekotorihebi", "without the spaces that Google shows");
}

#[test]
fn f06_the_usual_password_at_icloud() {
    let Some(mut stage) = Stage::set("f06-icloud-usual", Keychain::Unlocked) else { return };
    stage.search("momo@icloud.com");
    stage.send_with("Momo-no-Himitsu-7");
    stage.offered("use-anyway");
    stage.take_picture("warned");
    stage.press("use-anyway");
    stage.expect_problem("needs-app-password");
    stage.press("open-app-password-page");
    stage.send_with("abcd-efgh-ijkl-mnop");
    arrived(&mut stage, "momo@icloud.com");
}

#[test]
fn f07_microsoft_has_smtp_switched_off() {
    let plan = json!({ "do": "allow" });
    let Some(mut stage) = Stage::set("f07-smtp-auth-off", Keychain::Unlocked) else { return };
    stage.browser(&plan);
    stage.tell("/account", &json!({ "account": "keiri@ms-company.example", "smtp_auth": "tenant-disabled" }));
    stage.open_the_browser("keiri@ms-company.example");
    stage.expect_problem("smtp-auth-off");
    stage.press("write-to-administrator");
    std::thread::sleep(Duration::from_millis(400));
    stage.take_picture("letter");
    let text = stage.window().text();
    assert!(text.contains("Set-CASMailbox -Identity keiri@ms-company.example"), "{text}");
    assert!(text.contains("11112222-bbbb-3333-cccc-4444dddd5555"), "the letter names the program: {text}");
    stage.press("open-letter");
    stage.opened("mailto:?subject=");
    let _ = stage.window().script("document.querySelector('dialog')?.close()");
    stage.tell("/account", &json!({ "account": "keiri@ms-company.example", "smtp_auth": "ok" }));
    stage.press("try-again");
    stage.expect("arrival");
    stage.press("arrived");
    arrived(&mut stage, "keiri@ms-company.example");
}

#[test]
fn f08_a_certificate_that_has_run_out() {
    healed("f08-expired", "expired.example", "certificate-expired");
}

#[test]
fn f09_a_certificate_for_another_name() {
    healed("f09-wrong-name", "wrongname.example", "certificate-name");
}

#[test]
fn f10_a_certificate_that_nobody_vouches_for() {
    healed("f10-self-signed", "selfsigned.example", "certificate-unknown");
    healed("f10-unknown-authority", "unknownca.example", "certificate-unknown");
}

#[test]
fn f11_silent_after_connecting() {
    healed("f11-silent-connect", "silent-connect.example", "server-silent");
}

#[test]
fn f12_silent_after_its_greeting() {
    healed("f12-silent-greeting", "silent-greeting.example", "server-silent");
}

#[test]
fn f13_silent_after_the_message() {
    let name = "f13-silent-data";
    let Some(mut stage) = password(name, "user@silent-data.example", RIGHT, Keychain::Unlocked) else {
        return;
    };
    stage.expect_problem("server-silent");
    stage.says("送られたかもしれません");
    stage.tell("/faults", &json!({ "domain": "silent-data.example", "healed": true }));
    stage.press("try-again");
    arrived(&mut stage, "user@silent-data.example");
}

#[test]
fn f14_the_keychain_is_locked() {
    let name = "f14-locked";
    let secret = "Tencho-no-Himitsu-8";
    let Some(mut stage) = password(name, "tencho@shop.example", secret, Keychain::Locked) else { return };
    stage.expect_problem("keychain-locked");
    checks::nowhere(&stage, &[secret.to_owned()]);
    let opened = Command::new(concat!(env!("CARGO_MANIFEST_DIR"), "/pretend-internet/keyring-open.sh"))
        .env("KR_HOME", &stage.home)
        .status();
    assert!(opened.is_ok_and(|status| status.success()), "the person opens the keychain");
    stage.press("unlock-keychain");
    arrived(&mut stage, "tencho@shop.example");
}

#[test]
fn f15_there_is_no_keychain() {
    let name = "f15-no-keychain";
    let secret = "Tencho-no-Himitsu-8";
    let Some(mut stage) = password(name, "tencho@shop.example", secret, Keychain::None) else { return };
    stage.expect_problem("keychain-missing");
    stage.press("keep-for-session");
    stage.expect("done");
    assert!(stage.window().text().contains("保存していません"), "it is said plainly");
    checks::nowhere(&stage, &[secret.to_owned()]);
    stage.press("send-another");
    stage.expect("done");
}

#[test]
fn f16_killed_in_the_check_and_started_again() {
    let name = "f16-killed";
    let Some(mut stage) = password(name, "user@silent-data.example", RIGHT, Keychain::Unlocked) else {
        return;
    };
    stage.expect("check");
    std::thread::sleep(Duration::from_secs(2));
    stage.kill();
    stage.open();
    stage.expect_problem("closed-in-the-middle");
    checks::nowhere(&stage, &[RIGHT.to_owned()]);
    stage.tell("/faults", &json!({ "domain": "silent-data.example", "healed": true }));
    stage.press("resume");
    stage.send_with(RIGHT);
    arrived(&mut stage, "user@silent-data.example");
}

#[test]
fn f17_starttls_was_stripped() {
    let name = "f17-stripped";
    let Some(mut stage) = password(name, "user@stripped.example", RIGHT, Keychain::Unlocked) else { return };
    stage.expect_problem("no-starttls");
    checks::nowhere(&stage, &[RIGHT.to_owned()]);
    stage.press("try-other-port");
    arrived(&mut stage, "user@stripped.example");
}
