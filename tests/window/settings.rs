//! The settings card and receiving, in the real window.

use crate::checks;
use crate::stage::{Keychain, Stage};

#[test]
fn k1_the_card_of_an_icloud_account_for_a_printer() {
    let Some(mut stage) = Stage::set("k1-card", Keychain::Unlocked) else { return };
    stage.search("momo@icloud.com");
    stage.send_with("abcd-efgh-ijkl-mnop");
    stage.expect("done");
    stage.press("show-settings");
    stage.expect("question");
    stage.press_on("for-device", "printer");
    stage.press_on("of-maker", "epson");
    stage.expect("card");
    for said in [
        "エプソンの機器に入れる設定",
        "smtp.mail.me.com",
        "587",
        "STARTTLS",
        "認証用アカウント",
        "この機器だけのパスワード",
        "20 文字まで",
    ] {
        stage.says(said);
    }
    let text = stage.window().text();
    for secret in ["abcd-efgh-ijkl-mnop", "abcdefghijklmnop"] {
        assert!(!text.contains(secret), "never a secret on a card");
    }
    // Back to where the card was asked for.
    stage.press("back");
    stage.press("back");
    stage.press("back");
    stage.expect("done");
}

#[test]
fn k2_receiving_is_tried_for_gmail() {
    let Some(mut stage) = Stage::set("k2-receiving-gmail", Keychain::Unlocked) else { return };
    stage.browser(&serde_json::json!({ "do": "allow", "account": "taro@gmail.com" }));
    stage.press("sign-in-google");
    stage.expect("done");
    let names = stage.names().len();
    stage.press("check-receiving");
    stage.expect("card");
    stage.says("受信できます。");
    stage.says("imap.gmail.com");
    assert!(
        stage.names()[names..]
            .iter()
            .all(|name| name.ends_with("gmail.com") || name.ends_with("googleapis.com"))
    );
}

#[test]
fn k3_receiving_is_tried_for_a_hosting_company() {
    let Some(mut stage) = Stage::set("k3-receiving-hosting", Keychain::Unlocked) else { return };
    stage.search("tencho@shop.example");
    stage.send_with("Tencho-no-Himitsu-8");
    stage.expect("done");
    stage.finish();
    stage.press_on("check-receiving", "tencho@shop.example");
    stage.expect("card");
    stage.says("受信できます。");
    checks::nowhere(&stage, &["Tencho-no-Himitsu-8".to_owned()]);
}

#[test]
fn k4_microsoft_is_asked_for_the_wider_right_only_when_the_person_wants_it() {
    let Some(mut stage) = Stage::set("k4-receiving-microsoft", Keychain::Unlocked) else { return };
    stage.browser(&serde_json::json!({ "do": "allow", "account": "sakura@outlook.jp" }));
    stage.press("sign-in-microsoft");
    stage.it_arrived();
    stage.press("check-receiving");
    stage.expect("card");
    stage.says("受信は、ためしていません。");
    stage.says("IMAP.AccessAsUser.All");
    assert!(
        !stage.names().iter().any(|name| name.starts_with("outlook.office365.com")),
        "{:?}",
        stage.names()
    );
    let kept = stage.secret("sakura@outlook.jp");
    stage.browser(&serde_json::json!({ "do": "allow", "account": "sakura@outlook.jp" }));
    stage.press("allow-reading");
    stage.expect("consent");
    stage.expect("card");
    stage.says("受信できます。いま出してもらった");
    assert!(stage.names().iter().any(|name| name.starts_with("outlook.office365.com")));
    assert_eq!(stage.secret("sakura@outlook.jp"), kept, "the wider permission is kept nowhere");
    stage.press("back");
    stage.expect("done");
}
