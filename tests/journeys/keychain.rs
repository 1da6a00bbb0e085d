//! The keychain and the permission in it, as the command line meets them.

use serde_json::{Value, json};

use super::inside::{Home, account};

#[test]
fn a_locked_keychain_ends_at_keep_and_nothing_is_sent() {
    let Some(home) = Home::new("locked") else { return };
    let (id, secret) = ("tencho@shop.example", "Tencho-no-Himitsu-8");
    let host = "sv1.hosting.example";
    home.set_up(&account(id, &json!("unknown"), "password", (host, 465), host), secret);
    let ended = home.call_where("locked", &["test", id, "--json"], secret);
    let result = ended.json();
    assert_eq!((ended.code, &result["problem"]["state"]), (19, &json!("K1")), "{result}");
    assert_eq!((&result["sent"], &result["stages"]), (&Value::Null, &json!([])));

    let removal = home.call_where("locked", &["remove", id, "--json"], secret);
    assert_eq!((removal.code, &removal.json()["removed"]), (19, &json!(false)));
    let absent = home.call_where("none", &["remove", id, "--json"], secret);
    assert_eq!((absent.code, &absent.json()["problem"]["state"]), (19, &json!("K3")));
    assert_eq!(home.kept(id), secret, "and it is still there");
}

#[test]
fn a_permission_that_has_ended_ends_at_the_token() {
    let Some(home) = Home::new("ended") else { return };
    let (id, secret) = ("taro@gmail.com", "1//planted-refresh-token-that-has-ended");
    home.set_up_google(id, secret);
    let ended = home.call(&["test", id, "--json"], secret);
    let result = ended.json();
    assert_eq!((ended.code, &result["problem"]["state"]), (13, &json!("O19")), "{result}");
    assert!(home.kept(id).contains(secret), "it is not dropped: the person signs in again");
}
