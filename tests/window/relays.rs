//! A sending service, in the real window: from the first screen to the message in a mailbox, with refusals on the way.

use crate::checks;
use crate::stage::{Keychain, Stage};

const KEY: &str = "SG.pretend.Kagi-no-Himitsu-16";

/// Chooses SendGrid on the address screen and says who sends to whom.
fn fill_in(stage: &mut Stage, sender: &str, key: &str) {
    stage.press("use-relay");
    stage.expect("relays");
    stage.press_on("choose-relay", "sendgrid");
    stage.expect("relay");
    stage.fill("#field-address", sender);
    stage.fill("#field-recipient", "tencho@shop.example");
    stage.fill("#secret", key);
    stage.press("connect-and-send");
}

#[test]
fn v1_a_sending_service_with_a_wrong_key_first() {
    let Some(mut stage) = Stage::set("v1-relay", Keychain::Unlocked) else { return };
    fill_in(&mut stage, "tencho@shop.example", "SG.pretend.not-the-key");
    stage.expect("problem");
    stage.take_picture("wrong-key");
    stage.press("show-fields");
    stage.expect("relay");
    stage.fill("#secret", KEY);
    stage.press("connect-and-send");
    stage.it_arrived();
    checks::arrived(&mut stage, "tencho@shop.example", &[KEY], 7, 4);
}

#[test]
fn v2_a_sender_that_the_service_has_not_verified() {
    let Some(mut stage) = Stage::set("v2-relay-sender", Keychain::Unlocked) else { return };
    fill_in(&mut stage, "suzuki@example.jp", KEY);
    stage.expect_problem("sender-not-allowed");
    checks::nowhere(&stage, &[KEY.to_owned()]);
}

#[test]
fn v3_a_sending_service_after_a_restart() {
    let Some(mut stage) = Stage::set("v3-relay-restart", Keychain::Unlocked) else { return };
    fill_in(&mut stage, "tencho@shop.example", KEY);
    stage.it_arrived();
    stage.send_another_after_a_restart();
    stage.it_arrived();
    stage.finish();
    // The key is changed at the service: the account's own fields come back, with all but the key.
    let refused =
        "535 Authentication failed: The provided authorization grant is invalid, expired, or revoked";
    stage.tell("/account", &serde_json::json!({ "account": "apikey", "auth_reply": refused }));
    stage.press("send-another");
    stage.expect("problem");
    stage.take_picture("refused");
    stage.press("show-fields");
    stage.expect("relay");
    assert_eq!(stage.window().value("#field-address"), "tencho@shop.example");
    stage.tell("/account", &serde_json::json!({ "account": "apikey", "auth_reply": null }));
    stage.fill("#secret", KEY);
    stage.press("connect-and-send");
    stage.it_arrived();
}
