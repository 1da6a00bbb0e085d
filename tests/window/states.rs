//! Failures that are really provoked, one after the other at one account: the server says what it says, the card names
//! it, and once the cause is gone its button leads on.

use serde_json::{Value, json};

use crate::checks;
use crate::stage::{Keychain, Stage};

const APP_PASSWORD: &str = "kuma neko tori hebi";

/// Where a server is told to say it, what it says, and the card that has to come.
struct Provoked {
    knob: &'static str,
    says: &'static str,
    card: &'static str,
}

const fn provoked(knob: &'static str, says: &'static str, card: &'static str) -> Provoked {
    Provoked { knob, says, card }
}

/// From the list of accounts: another test that fails, then the same once the cause is gone.
fn fails_and_heals(stage: &mut Stage, account: &str, provoked: &Provoked) {
    stage.tell("/account", &json!({ "account": account, provoked.knob: provoked.says }));
    stage.press("send-another");
    stage.expect_problem(provoked.card);
    let text = stage.window().text();
    assert!(!text.contains('{') && !text.contains("problem-"), "every word is there: {text}");
    stage.tell("/account", &json!({ "account": account, provoked.knob: Value::Null }));
    // Every card leads on by the same way or back to the list.
    if stage.window().offers("try-again") {
        stage.press("try-again");
    } else if stage.window().offers("back") || stage.window().offers("fix-address") {
        let way = if stage.window().offers("back") { "back" } else { "fix-address" };
        stage.press(way);
        if way == "fix-address" {
            stage.expect("address");
            stage.press("back");
        }
        stage.expect("home");
        stage.press("send-another");
    } else {
        panic!("{} leads nowhere: {text}", provoked.card);
    }
    stage.expect("done");
    stage.finish();
}

#[test]
fn s1_what_gmail_says() {
    let Some(mut stage) = Stage::set("s1-gmail", Keychain::Unlocked) else { return };
    stage.in_haste = true;
    let taro = "taro@gmail.com";
    stage.choose_app_password(taro);
    stage.send_with(APP_PASSWORD);
    stage.expect("done");
    stage.finish();
    for provoked in [
        provoked(
            "auth_reply",
            "534-5.7.9 Application-specific password required. For more information, go to\n534 5.7.9 https://support.google.com/mail/?p=InvalidSecondFactor - gsmtp",
            "google-needs-app-password",
        ),
        provoked(
            "auth_reply",
            "534-5.7.14 <https://accounts.google.com/signin/continue> Please log in via your web browser and\n534 5.7.14 then try again. - gsmtp",
            "google-confirm-identity",
        ),
        provoked(
            "auth_reply",
            "535-5.7.8 Username and Password not accepted. For more information, go to\n535 5.7.8 https://support.google.com/mail/?p=BadCredentials - gsmtp",
            "app-password-ended",
        ),
        provoked(
            "auth_reply",
            "454 4.7.0 Too many login attempts, please try again later. - gsmtp",
            "too-many-tries",
        ),
        provoked(
            "auth_reply",
            "454 4.7.0 Cannot authenticate due to a temporary system problem. Try again later. - gsmtp",
            "refused-for-now",
        ),
        provoked("auth_reply", "504 5.7.4 Unrecognized authentication type. - gsmtp", "no-common-method"),
        provoked(
            "mail_reply",
            "530-5.7.0 Authentication Required. For more information, go to\n530 5.7.0 https://support.google.com/mail/?p=WantAuthError - gsmtp",
            "not-signed-in",
        ),
        provoked(
            "mail_reply",
            "550-5.7.1 Invalid credentials for relay [203.0.113.5]. The IP address you've\n550 5.7.1 registered does not match the domain. - gsmtp",
            "relay-other-domain",
        ),
        provoked(
            "mail_reply",
            "550-5.7.0 Mail relay denied [203.0.113.5]. Invalid credentials for relay for one\n550 5.7.0 of the domains in: shop.example - gsmtp",
            "relay-place-unknown",
        ),
        provoked(
            "rcpt_reply",
            "550-5.1.1 The email account that you tried to reach does not exist.\n550 5.1.1 https://support.google.com/mail/?p=NoSuchUser - gsmtp",
            "own-address-refused",
        ),
        provoked(
            "rcpt_reply",
            "452 4.2.2 The recipient's inbox is out of storage space. - gsmtp",
            "mailbox-full",
        ),
        provoked(
            "rcpt_reply",
            "450 4.2.1 The user you are trying to contact is receiving mail too quickly. - gsmtp",
            "asked-to-wait",
        ),
        provoked(
            "data_reply",
            "550-5.4.5 Daily user sending limit exceeded. For more information on Gmail\n550 5.4.5 sending limits go to https://support.google.com/a/answer/166852 - gsmtp",
            "limit-reached",
        ),
        provoked(
            "data_reply",
            "550-5.7.1 Gmail has detected that this message is likely unsolicited mail.\n550 5.7.1 To reduce the amount of spam sent to Gmail it has been blocked. - gsmtp",
            "taken-for-spam",
        ),
        provoked(
            "data_reply",
            "550 5.7.26 This mail has been blocked because the sender is unauthenticated. - gsmtp",
            "domain-not-approved",
        ),
        provoked(
            "data_reply",
            "552 5.3.4 Your message exceeded Google's message size limits. - gsmtp",
            "too-large",
        ),
        provoked(
            "data_reply",
            "550-5.7.1 Messages missing a valid messageId header are not accepted. - gsmtp\n550 5.7.1 bye - gsmtp",
            "badly-built",
        ),
        provoked(
            "data_reply",
            "550-5.7.1 [203.0.113.5] The IP you're using to send mail is not authorized to\n550 5.7.1 send email directly to our servers. - gsmtp",
            "home-line-refused",
        ),
        provoked(
            "data_reply",
            "550 5.7.0 This message was blocked: account temporarily suspended due to abuse - gsmtp",
            "account-stopped",
        ),
        provoked("data_reply", "571 5.7.9 Nobody has ever said this before - gsmtp", "unknown-reply"),
    ] {
        fails_and_heals(&mut stage, taro, &provoked);
    }
    checks::nowhere(&stage, &[APP_PASSWORD.replace(' ', "")]);
}

#[test]
fn s2_what_microsoft_says() {
    let Some(mut stage) = Stage::set("s2-microsoft", Keychain::Unlocked) else { return };
    stage.in_haste = true;
    let keiri = "keiri@ms-company.example";
    stage.browser(&json!({ "do": "allow", "account": keiri }));
    stage.open_the_browser(keiri);
    stage.it_arrived();
    stage.finish();
    for provoked in [
        provoked(
            "auth_reply",
            "535 5.7.139 Authentication unsuccessful, SmtpClientAuthentication is disabled for the Mailbox. Visit https://aka.ms/smtp_auth_disabled for more information. [TYCPR01CA0001.jpnprd01.prod.outlook.com]",
            "smtp-auth-off",
        ),
        provoked(
            "auth_reply",
            "535 5.7.139 Authentication unsuccessful, the request did not meet the criteria to be authenticated successfully. Contact your administrator. [TYCPR01CA0001.jpnprd01.prod.outlook.com]",
            "safety-rule",
        ),
        provoked(
            "auth_reply",
            "535 5.7.139 Authentication unsuccessful, basic authentication is disabled. [TYCPR01CA0001.jpnprd01.prod.outlook.com]",
            "microsoft-no-passwords",
        ),
        provoked(
            "data_reply",
            "554 5.2.252 SendAsDenied; keiri@ms-company.example not allowed to send as keiri@ms-company.example [Hostname=TYCPR01.jpnprd01.prod.outlook.com]",
            "sender-not-allowed",
        ),
        provoked(
            "data_reply",
            "432 4.3.2 Concurrent connections limit exceeded. Visit https://aka.ms/concurrent_sending for more information. [Hostname=TYCPR01.jpnprd01.prod.outlook.com]",
            "too-many-connections",
        ),
        provoked("data_reply", "550 5.1.8 Access denied, bad outbound sender AS(42004)", "account-stopped"),
        provoked(
            "data_reply",
            "550 5.7.515 Access denied, sending domain ms-company.example does not meet the required authentication level.",
            "domain-not-approved",
        ),
    ] {
        stage.tell("/account", &json!({ "account": keiri, provoked.knob: provoked.says }));
        stage.press("send-another");
        stage.expect_problem(provoked.card);
        stage.tell("/account", &json!({ "account": keiri, provoked.knob: Value::Null }));
        let way = if stage.window().offers("try-again") { "try-again" } else { "sign-in-again" };
        stage.press(way);
        stage.it_arrived();
        stage.finish();
    }
}

/// Opens what is folded away and types the words of the browser's page.
pub(crate) fn say_what_the_page_says(stage: &mut Stage, words: &str) {
    stage.offered("name-the-error");
    stage
        .window()
        .script("document.querySelectorAll('details').forEach((one) => (one.open = true))")
        .unwrap();
    stage.fill("#field-page-text", words);
    // Above the footer that stays at the bottom.
    let centre = "document.querySelector('[data-action=name-the-error]').scrollIntoView({ block: 'center' })";
    stage.window().script(centre).unwrap();
    stage.press("name-the-error");
}

#[test]
fn s3_what_sign_in_pages_say() {
    let Some(mut stage) = Stage::set("s3-sign-in-pages", Keychain::Unlocked) else { return };
    stage.in_haste = true;
    let taro = "taro@gmail.com";
    stage.browser(&json!({ "do": "allow", "account": taro }));
    stage.search(taro);
    stage.expect("consent");
    // Google shows these on its own page and sends nobody back: the person tells what it says.
    stage.tell("/account", &json!({ "account": taro, "consent": "admin-policy" }));
    stage.press("open-browser");
    for (words, card) in [
        ("Error 400: admin_policy_enforced", "approval-needed"),
        ("アクセスをブロック: エラー 403: org_internal", "other-organisations-door"),
        ("Error 400: policy_enforced", "advanced-protection"),
    ] {
        say_what_the_page_says(&mut stage, words);
        stage.expect_problem(card);
        let way = if stage.window().offers("sign-in-again") { "sign-in-again" } else { "fix-address" };
        stage.press(way);
        if way == "fix-address" {
            stage.expect("address");
            stage.press("continue");
            stage.expect("consent");
            stage.press("open-browser");
        }
    }
    stage.tell("/account", &json!({ "account": taro, "consent": Value::Null }));
    let invalid = json!({ "status": 401, "body": "{\"error\":\"invalid_client\"}", "type": "application/json", "times": 1 });
    let busy = json!({ "status": 503, "body": "<html>busy</html>", "type": "text/html", "times": 1 });
    for (knob, broken, card, way) in [
        ("token_fail", invalid, "registration-faulty", "open-browser-again"),
        ("token_fail", busy, "token-trouble", "try-again"),
        ("omit_refresh", json!(true), "no-lasting-permission", "try-again"),
    ] {
        stage.tell("/oauth", &json!({ "provider": "google", knob: broken }));
        stage.press(way);
        stage.expect_problem(card);
        let healed = if knob == "token_fail" { Value::Null } else { json!(false) };
        stage.tell("/oauth", &json!({ "provider": "google", knob: healed }));
    }
    stage.press("sign-in-again");
    stage.expect("done");
}

#[test]
fn s4_what_is_wrong_with_a_domain() {
    let Some(mut stage) = Stage::set("s4-domains", Keychain::Unlocked) else { return };
    stage.in_haste = true;
    for (address, card) in [
        ("taro@nowhere.example", "domain-not-found"),
        ("taro@nullmx.example", "domain-takes-no-mail"),
        ("yama@lonely.example", "settings-not-found"),
    ] {
        stage.search(address);
        stage.expect_problem(card);
        assert!(stage.window().text().contains(address.split('@').next_back().expect("a domain")));
        let way = if stage.window().offers("fix-address") { "fix-address" } else { "back" };
        stage.press(way);
        stage.expect("address");
    }
    stage.tell("/network", &json!({ "up": false }));
    stage.search("tencho@shop.example");
    stage.expect_problem("offline");
    stage.tell("/network", &json!({ "up": true }));
    stage.press("try-again");
    stage.expect("password");
}

#[test]
fn s5_what_is_wrong_on_the_way() {
    let Some(mut stage) = Stage::set("s5-way", Keychain::Unlocked) else { return };
    stage.in_haste = true;
    for (domain, card, said) in [
        ("nohost.example", "host-not-found", ""),
        ("refused.example", "port-closed", "smtp.gmail.com"),
        ("blackhole.example", "server-silent", "smtp.gmail.com"),
    ] {
        stage.search(&format!("user@{domain}"));
        stage.send_with("User-no-Himitsu-0");
        stage.expect_problem(card);
        assert!(stage.window().text().contains(said), "what was checked is said: {}", stage.window().text());
        checks::nowhere(&stage, &["User-no-Himitsu-0".to_owned()]);
        stage.press("back");
        stage.expect("address");
    }
}
