//! Refusals that a provider shows on a page of its own and sends nobody back from. The person reads the page that the
//! browser really shows, and tells the program what stands there.

use std::time::Duration;

use serde_json::{Value, json};

use crate::stage::{Keychain, Stage};

/// What stood on the pages that the browser has shown so far, one entry a visit.
fn pages() -> Vec<String> {
    let run = std::path::PathBuf::from(std::env::var_os("PI_RUN").expect("PI_RUN"));
    let lines = std::fs::read_to_string(run.join("browser/results.jsonl")).unwrap_or_default();
    lines
        .lines()
        .filter_map(|line| serde_json::from_str::<Value>(line).ok())
        .map(|visit| visit["text"].as_str().unwrap_or_default().to_owned())
        .collect()
}

/// Lets the provider refuse, reads its page, and tells the words.
fn refused(stage: &mut Stage, address: &str, consent: &str, code: &str, way: &str) {
    stage.tell("/account", &json!({ "account": address, "consent": consent }));
    let before = pages().len();
    stage.press(way);
    let shown = |_: &crate::driver::Window| pages().len() > before;
    stage.window().wait("the provider's page", Duration::from_secs(40), shown).unwrap();
    let words = pages().pop().unwrap();
    stage
        .window()
        .script("document.querySelectorAll('details').forEach((one) => (one.open = true))")
        .unwrap();
    stage.fill("#field-page-text", &words.replace('\n', " "));
    let centre = "document.querySelector('[data-action=name-the-error]').scrollIntoView({ block: 'center' })";
    stage.window().script(centre).unwrap();
    stage.press("name-the-error");
    stage.expect_problem(code);
}

/// Back to the screen before the browser, whatever the card offers.
fn once_more(stage: &mut Stage, address: &str) {
    stage.kill();
    stage.open();
    stage.expect_problem("closed-in-the-middle");
    stage.press("start-over");
    stage.expect("address");
    stage.search(address);
    stage.expect("consent");
}

fn all(stage: &mut Stage, address: &str, refusals: &[(&str, &str)]) {
    stage.in_haste = true;
    stage.browser(&json!({ "do": "allow", "account": address }));
    stage.search(address);
    stage.expect("consent");
    for (consent, code) in refusals {
        refused(stage, address, consent, code, "open-browser");
        once_more(stage, address);
    }
    stage.tell("/account", &json!({ "account": address, "consent": Value::Null }));
    stage.press("open-browser");
}

#[test]
fn s6_pages_of_google_that_lead_nowhere() {
    let Some(mut stage) = Stage::set("s6-google-pages", Keychain::Unlocked) else { return };
    let refusals = [
        ("admin-policy", "approval-needed"),
        ("org-internal", "other-organisations-door"),
        ("testing", "program-not-open"),
        ("cap", "program-not-open"),
        ("deleted-client", "registration-faulty"),
    ];
    all(&mut stage, "info@workspace-company.example", &refusals);
    stage.expect("done");
}

#[test]
fn s7_pages_of_microsoft_that_lead_nowhere() {
    let Some(mut stage) = Stage::set("s7-microsoft-pages", Keychain::Unlocked) else { return };
    let keiri = "keiri@ms-company.example";
    let refusals = [
        ("not-consented", "approval-needed"),
        ("admin-approval", "approval-needed"),
        ("single-tenant", "registration-faulty"),
        ("not-in-directory", "registration-faulty"),
        ("conditional-access", "sign-in-rule"),
    ];
    all(&mut stage, keiri, &refusals);
    stage.it_arrived();
    stage.finish();
    // AADSTS7000218 comes when the code is exchanged: no page tells it.
    let public = json!({ "status": 401, "type": "application/json", "times": 1, "body":
        "{\"error\":\"invalid_client\",\"error_description\":\"AADSTS7000218: The request body must contain the \
         following parameter: 'client_assertion' or 'client_secret'.\",\"error_codes\":[7000218]}" });
    stage.tell("/oauth", &json!({ "provider": "microsoft", "token_fail": public }));
    stage.press("sign-in-again");
    stage.expect("consent");
    stage.press("open-browser");
    stage.expect_problem("registration-faulty");
}
