//! Small buttons: what is copied, what is saved, what the system is asked to open, and the ways back.

use serde_json::json;

use crate::checks;
use crate::roads::shown_code;
use crate::stage::{Keychain, Stage, log};

/// What lies on the clipboard, by pressing Ctrl+V in the address field.
fn pasted(stage: &mut Stage) -> String {
    stage.fill("#field-address", "\u{e009}v\u{e000}");
    stage.window().value("#field-address")
}

#[test]
fn b1_the_report_is_copied_and_saved_without_a_secret() {
    let Some(mut stage) = Stage::set("b1-report", Keychain::Unlocked) else { return };
    stage.search("tencho@shop.example");
    stage.send_with("Chigau-Pasuwado-9");
    stage.expect_problem("not-accepted");
    stage.window().click("details:has([data-action='save-report']) > summary").expect("what is folded away");
    stage.press("save-report");
    stage.says("報告を保存しました");
    let place = stage.home.join("todoita-report.txt");
    let text = std::fs::read_to_string(&place).unwrap_or_else(|error| panic!("{}: {error}", place.display()));
    assert!(text.contains("not-accepted") && text.contains("sv1.hosting.example"), "{text}");
    stage.press("copy-report");
    stage.says("コピーしました");
    checks::nowhere(&stage, &["Chigau-Pasuwado-9".to_owned()]);
    stage.press("back");
    stage.expect("address");
    let copied = pasted(&mut stage);
    let first = text.lines().next().expect("a report has lines");
    assert!(copied.contains(first), "{copied:?} is not {first:?}");
}

#[test]
fn b2_the_mailbox_is_opened_and_the_list_leads_everywhere_and_back() {
    let Some(mut stage) = Stage::set("b2-list", Keychain::Unlocked) else { return };
    stage.browser(&json!({ "do": "allow", "account": "sakura@outlook.jp" }));
    stage.press("sign-in-microsoft");
    stage.expect("arrival");
    stage.press("open-webmail");
    stage.opened("https://outlook.live.com/");
    stage.press("not-yet");
    stage.says("迷惑メール");
    stage.it_arrived();
    stage.finish();

    stage.press("remove");
    stage.press("keep");
    assert!(stage.window().offers("remove"), "nothing was removed");
    let entry = stage.home.join(".config/autostart/jp.todoita.Todoita.check.desktop");
    stage.press("watch-daily");
    stage.until("the daily check is on", |_| entry.exists());
    stage.press("stop-watching");
    stage.until("the daily check is off", |_| !entry.exists());
    stage.says("毎日の確認をやめました");

    stage.press("show-about");
    stage.expect("about");
    assert!(!stage.window().offers("ask-releases"), "this build knows no place to ask");
    stage.press("back");
    stage.expect("home");
    stage.press("add-account");
    stage.expect("address");
    stage.press("back");
    stage.expect("home");
    assert!(!stage.secret("sakura@outlook.jp").is_empty());
}

#[test]
fn b3_the_link_and_the_code_can_be_carried_elsewhere() {
    let Some(mut stage) = Stage::set("b3-copies", Keychain::Unlocked) else { return };
    stage.browser(&json!([{ "do": "do-nothing" }]));
    stage.open_the_browser("sakura@outlook.jp");
    stage.offered("copy-link");
    stage.press("copy-link");
    stage.says("コピーしました");
    stage.press("back");
    stage.expect("address");
    let link = pasted(&mut stage);
    assert!(link.starts_with("https://login.microsoftonline.com/") && link.contains("state="), "{link}");

    stage.search("sakura@outlook.jp");
    stage.expect("consent");
    stage.press("use-device-code");
    stage.offered("copy-code");
    stage.press("copy-code");
    stage.says("コピーしました");
    let shown = shown_code(&stage);
    stage.press("open-browser-again");
    stage.until("the page for the code", |_| {
        log("browser/opened.txt")
            .lines()
            .any(|line| line.ends_with("/devicelogin") || line.ends_with("/link"))
    });
    stage.press("back");
    stage.expect("address");
    let code = pasted(&mut stage);
    assert_eq!(code, shown);
}
