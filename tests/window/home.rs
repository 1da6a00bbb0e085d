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
    stage.sakura_is_set_up();
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

/// The daily check is started by hand here, as the system would; what the system was told is looked at in its file. The
/// notification goes to a real notification server, and is pressed there.
#[test]
fn h3_the_daily_check_tells_a_new_failure_and_leads_to_its_card() {
    let Some(mut stage) = Stage::set("h3-daily", Keychain::Unlocked) else { return };
    stage.sakura_is_set_up();
    stage.finish();
    stage.press("watch-daily");
    let on = |window: &crate::driver::Window| window.text().contains("これから1日に1回");
    stage.window().wait("the daily check is on", std::time::Duration::from_secs(10), on).unwrap();
    stage.take_picture("watching");
    let entry = stage.home.join(".config/autostart/jp.todoita.Todoita.check.desktop");
    let entry = std::fs::read_to_string(entry).expect("the list of what begins with the desktop");
    assert!(entry.contains("--quiet-check"), "{entry}");
    stage.kill();

    let mut server = stage.start_notifications();
    stage.check_quietly();
    assert_eq!(stage.notifications(), 0, "all is well");
    // Days without a network, and days behind the page of one: nothing was seen of the account.
    for (switch, away, back) in [
        ("/captive", json!({ "captive": true }), json!({ "captive": false })),
        ("/network", json!({ "up": false }), json!({ "up": true })),
    ] {
        stage.tell(switch, &away);
        let mut first = stage.looks_in_vain();
        first.kill().and_then(|()| first.wait()).expect("an end");
        let mut check = stage.looks_in_vain();
        let before = stage.checked_at();
        stage.tell(switch, &back);
        // As on a computer that has just woken up: the network comes, and the check that waited for it looks once more.
        stage.until_within(90, "the second look", |_| check.try_wait().expect("a process").is_some());
        assert!(stage.checked_at() > before);
        assert_eq!(stage.notifications(), 0, "{switch}");
    }

    stage.tell("/oauth/revoke", &json!({ "account": "sakura@outlook.jp" }));
    stage.a_day_passes();
    let mut check = stage.begin_quiet_check();
    stage.until("a notification", |stage| stage.notifications() == 1);
    stage.press_notification();
    stage.until("the end of the check", |_| check.try_wait().expect("a process").is_some());
    stage.until("the window", |stage| stage.window_beside(check.id()));
    stage.kill();

    stage.on_the_bus("dunstctl", &["close-all"]);
    stage.a_day_passes();
    stage.check_quietly();
    assert_eq!(stage.notifications(), 0, "the same failure is told once");

    stage.open();
    stage.expect("home");
    stage.take_picture("found");
    assert!(stage.window().text().contains("毎日の確認: 問題が見つかりました"), "{}", stage.window().text());
    stage.press("show-trouble");
    stage.expect_problem("permission-ended");
    stage.press("sign-in-again");
    stage.it_arrived();
    stage.finish();
    assert!(!stage.window().text().contains("問題が見つかりました"), "{}", stage.window().text());

    // The same while the window is open: the press brings it to the front, and it shows what was found.
    stage.tell("/oauth/revoke", &json!({ "account": "sakura@outlook.jp" }));
    stage.a_day_passes();
    let mut check = stage.begin_quiet_check();
    stage.until("a notification", |stage| stage.notifications() == 1);
    assert!(!stage.window().text().contains("問題が見つかりました"), "{}", stage.window().text());
    stage.press_notification();
    stage.until("the end of the second start", |_| check.try_wait().expect("a process").is_some());
    stage.says("毎日の確認: 問題が見つかりました");
    let _ = server.kill();
    let _ = server.wait();
}

/// In place of a full disk, what the list is written by is in the way: also root cannot write then.
#[test]
fn h4_a_list_that_cannot_be_saved_is_told_and_saved_later() {
    let Some(mut stage) = Stage::set("h4-unwritten", Keychain::Unlocked) else { return };
    let lock = stage.data().join("accounts.json.lock");
    std::fs::create_dir_all(&lock).unwrap();
    stage.sakura_is_set_up();
    let said = |words: &'static str| move |window: &crate::driver::Window| window.text().contains(words);
    let soon = std::time::Duration::from_secs(10);
    stage.window().wait("it is told", soon, said("まだ保存できていません")).unwrap();
    stage.take_picture("told");
    stage.press("show-trouble");
    stage.expect_problem("list-not-written");
    stage.press("try-again");
    stage.window().wait("it is told again", soon, said("まだ保存できません")).unwrap();
    stage.take_picture("card");
    std::fs::remove_dir(&lock).unwrap();
    stage.press("try-again");
    stage.expect("done");
    // A screen reader hears one sentence in two seconds, so the last one stands a moment longer.
    let gone = |window: &crate::driver::Window| !window.text().contains("保存できていません");
    stage.window().wait("nothing of it is left", soon, gone).unwrap();
    let accounts = std::fs::read_to_string(stage.data().join("accounts.json")).unwrap();
    assert!(accounts.contains("sakura@outlook.jp"), "{accounts}");
}

/// The program is opened once more where no keychain runs, as when its package was removed.
#[test]
fn h5_without_a_keychain_an_account_is_taken_off_the_list() {
    let Some(mut stage) = Stage::set("h5-no-store", Keychain::Unlocked) else { return };
    stage.sakura_is_set_up();
    stage.finish();
    stage.reopen_with(Keychain::None);
    stage.expect("home");
    stage.press("remove");
    stage.press("remove-now");
    stage.says("パスワードの保管場所が見つかりません");
    stage.press("take-off-list");
    stage.says("一覧から消しました");
    let accounts = std::fs::read_to_string(stage.data().join("accounts.json")).unwrap();
    assert!(!accounts.contains("sakura@outlook.jp"), "{accounts}");
}

/// The permission has to be renewed first, and the network is away: that is said, and nothing of the provider.
#[test]
fn h6_one_more_test_while_the_network_is_away() {
    let Some(mut stage) = Stage::set("h6-away", Keychain::Unlocked) else { return };
    stage.sakura_is_set_up();
    stage.kill();
    stage.tell("/network", &json!({ "up": false }));
    stage.open();
    stage.expect("home");
    stage.press("send-another");
    stage.expect_problem("offline");
    stage.tell("/network", &json!({ "up": true }));
    stage.tell("/captive", &json!({ "captive": true }));
    stage.press("try-again");
    stage.expect_problem("captive-portal");
    stage.tell("/captive", &json!({ "captive": false }));
    stage.press("try-again");
    stage.it_arrived();
}
