//! What a domain's settings say, in the real window: real DNS, a real sign-in that sends nothing, a real door for reading.

use serde_json::json;

use crate::checks;
use crate::stage::{Keychain, Stage};

const KEY: &str = "SG.pretend.Kagi-no-Himitsu-16";

/// The state of each line on the screen.
fn states(stage: &Stage) -> Vec<String> {
    let script = "return [...document.querySelectorAll('main ol > li')].map((line) => \
                  line.querySelector('b').id.replace('record-', '') + ' ' + line.className.split(' ')[0])";
    let found = stage.window().script(script).unwrap();
    found.as_array().unwrap().iter().map(|one| one.as_str().unwrap().to_owned()).collect()
}

fn look(stage: &mut Stage) -> Vec<String> {
    stage.press("check-records");
    stage.expect("records");
    let done = |window: &crate::driver::Window| window.offers("try-again");
    stage.window().wait("looked", std::time::Duration::from_secs(20), done).unwrap();
    states(stage)
}

#[test]
fn n1_the_settings_of_a_company_at_google() {
    let Some(mut stage) = Stage::set("n1-records-google", Keychain::Unlocked) else { return };
    stage.browser(&json!({ "do": "allow", "account": "info@workspace-company.example" }));
    stage.press("sign-in-google");
    stage.expect("done");
    stage.finish();
    let found = look(&mut stage);
    let expected =
        ["mx found", "spf faulty", "dkim found", "dmarc missing", "sign-in found", "reading found"];
    assert_eq!(found, expected);
    stage.take_picture("google");
    let text = stage.window().text();
    assert!(
        text.contains("include:_spf.google.com") && text.contains("_dmarc.workspace-company.example"),
        "{text}"
    );
    stage.press("write-to-administrator");
    stage.take_picture("letter");
    let letter = stage.window().script("return document.querySelector('dialog').innerText").unwrap();
    assert!(letter.as_str().unwrap().contains("v=DMARC1; p=none"), "{letter}");
    checks::nowhere(&stage, &[]);
}

#[test]
fn n2_the_settings_for_a_sending_service_before_the_key_is_used() {
    let Some(mut stage) = Stage::set("n2-records-relay", Keychain::Unlocked) else { return };
    stage.press("use-relay");
    stage.expect("relays");
    stage.press_on("choose-relay", "sendgrid");
    stage.expect("relay");
    stage.fill("#field-address", "tencho@shop.example");
    stage.fill("#secret", KEY);
    let found = look(&mut stage);
    assert_eq!(found, ["mx found", "spf found", "dkim found", "dmarc missing"]);
    stage.take_picture("relay");
    stage.press("back");
    stage.expect("relay");
    stage.fill("#secret", KEY);
    stage.press("connect-and-send");
    stage.it_arrived();
    checks::nowhere(&stage, &[KEY.to_owned()]);
}
