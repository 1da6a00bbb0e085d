//! The list of accounts: one more test, and the end of an account.

use serde_json::json;

use crate::checks;
use crate::stage::{Keychain, Stage};

#[test]
fn h1_one_more_test_then_removed_with_nothing_left() {
    let Some(mut stage) = Stage::set("h1-home", Keychain::Unlocked) else { return };
    stage.browser(&json!({ "do": "allow", "account": "taro@gmail.com" }));
    stage.press("sign-in-google");
    stage.expect("done");
    let first = stage.code();
    stage.finish();
    stage.press("send-another");
    stage.expect("done");
    let second = stage.code();
    assert_ne!(first, second, "each test has its own code");
    stage.mail("taro@gmail.com", &second);
    stage.finish();

    let permission = stage.secret("taro@gmail.com");
    assert!(permission.contains("refresh_token"));
    stage.press("remove");
    stage.take_picture("removing");
    stage.press("remove-now");
    let gone = |window: &crate::driver::Window| window.text().contains("許可も取り消しました");
    stage.window().wait("removed", std::time::Duration::from_secs(20), gone).unwrap();
    stage.take_picture("removed");
    assert_eq!(stage.secret("taro@gmail.com"), "", "the keychain holds nothing of it");
    let state = stage.ask("/oauth").to_string();
    let token =
        permission.split("\"refresh_token\":\"").nth(1).and_then(|rest| rest.split('"').next()).unwrap();
    assert!(!state.contains(token), "the provider has ended the permission");
    checks::nowhere(&stage, &[token.to_owned()]);
    let accounts = std::fs::read_to_string(stage.data().join("accounts.json")).unwrap();
    assert!(!accounts.contains("taro@gmail.com"), "{accounts}");
}

#[test]
fn h2_a_permission_that_the_person_ended_is_given_again() {
    let Some(mut stage) = Stage::set("h2-ended", Keychain::Unlocked) else { return };
    stage.browser(&json!({ "do": "allow", "account": "sakura@outlook.jp" }));
    stage.press("sign-in-microsoft");
    stage.it_arrived();
    stage.kill();
    stage.tell("/oauth/revoke", &json!({ "account": "sakura@outlook.jp" }));
    stage.open();
    stage.expect("home");
    stage.press("send-another");
    stage.expect_problem("permission-ended");
    assert!(!stage.secret("sakura@outlook.jp").is_empty(), "nothing is dropped by itself");
    stage.press("sign-in-again");
    stage.it_arrived();
}
