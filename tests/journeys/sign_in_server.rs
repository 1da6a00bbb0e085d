//! The sign-in server cannot be reached: whether that is this computer's network, something in between, or the server.

use serde_json::{Value, json};

use super::inside::{Home, tell};

const TOKEN_SERVER: &str = "oauth2.googleapis.com";

#[test]
fn each_reason_has_its_own_card_and_the_permission_is_kept() {
    let Some(home) = Home::new("unreached") else { return };
    let (id, secret) = ("taro@gmail.com", "1//planted-refresh-token-of-no-use");
    home.set_up_google(id, secret);
    for (path, what, state, code) in [
        ("/network", json!({ "up": false }), "F1", "offline"),
        ("/dead", json!({ "dead": true }), "F1", "offline"),
        ("/captive", json!({ "captive": true }), "F2", "captive-portal"),
        ("/blocked", json!({ "host": TOKEN_SERVER, "blocked": true }), "O20", "token-trouble"),
        ("/dns", json!({ "name": TOKEN_SERVER, "fault": "nxdomain" }), "O16", "sign-in-page-blocked"),
    ] {
        tell(path, &what);
        let ended = home.call(&["test", id, "--json"], secret);
        tell("/reset", &json!({}));
        let result = ended.json();
        let problem = &result["problem"];
        assert_eq!((ended.code, &problem["state"]), (13, &json!(state)), "{what}: {result}");
        assert_eq!(problem["code"], code);
        assert_eq!((&result["sent"], &result["stages"]), (&Value::Null, &json!([])));
    }
    let ended = home.call(&["test", id, "--json"], secret);
    assert_eq!(
        ended.json()["problem"]["state"],
        "O19",
        "it is reached again, and says what it thinks of this one"
    );
    assert!(home.kept(id).contains(secret));
}
