//! `todoita check`: what real DNS says for a company at Google, one at Microsoft, and a relay service.

use serde_json::{Value, json};

use super::inside::Home;

fn check(home: &Home, arguments: &[&str]) -> (i32, Value) {
    let ended = home.call_where("none", &[&["check"], arguments, &["--json"]].concat(), "");
    (ended.code, ended.json())
}

fn states(checked: &Value) -> Vec<(String, String)> {
    let word = |one: &Value, name: &str| one[name].as_str().unwrap().to_owned();
    checked["lines"].as_array().unwrap().iter().map(|one| (word(one, "name"), word(one, "state"))).collect()
}

fn line<'a>(checked: &'a Value, name: &str) -> &'a Value {
    checked["lines"].as_array().unwrap().iter().find(|one| one["name"] == name).unwrap()
}

fn is(found: &[(String, String)], expected: &[(&str, &str)]) {
    let found: Vec<(&str, &str)> =
        found.iter().map(|(name, state)| (name.as_str(), state.as_str())).collect();
    assert_eq!(found, expected);
}

#[test]
fn a_company_at_google_with_two_spf_records() {
    let Some(home) = Home::new("check-google") else { return };
    let (code, checked) = check(&home, &["workspace-company.example"]);
    is(&states(&checked), &[("mx", "found"), ("spf", "faulty"), ("dkim", "found"), ("dmarc", "missing")]);
    assert_eq!((code, &checked["sender"]), (32, &json!("Google")));
    let spf = line(&checked, "spf");
    assert_eq!(spf["seen"].as_array().unwrap().len(), 2);
    let value = spf["add"]["value"].as_str().unwrap();
    assert!(
        value.contains("include:_spf.google.com") && value.contains(" mx ") && value.ends_with("~all"),
        "{value}"
    );
    assert_eq!(line(&checked, "dmarc")["add"]["owner"], "_dmarc.workspace-company.example");
    assert!(!checked["checklist"].as_array().unwrap().is_empty());
}

#[test]
fn a_company_in_microsofts_cloud_of_china_is_looked_at_there() {
    let Some(home) = Home::new("check-china") else { return };
    let (code, checked) = check(&home, &["china-company.example"]);
    let expected =
        [("mx", "found"), ("spf", "found"), ("dkim", "faulty"), ("dmarc", "missing"), ("tenant", "found")];
    is(&states(&checked), &expected);
    assert_eq!((code, &checked["sender"]), (32, &json!("Microsoft")));
    assert_eq!(line(&checked, "dkim")["text"].as_str().map(|text| text.contains("selector1")), Some(true));
}

#[test]
fn a_company_at_microsoft_whose_key_is_not_switched_on() {
    let Some(home) = Home::new("check-microsoft") else { return };
    let (code, checked) = check(&home, &["keiri@ms-company.example"]);
    let expected =
        [("mx", "found"), ("spf", "found"), ("dkim", "faulty"), ("dmarc", "found"), ("tenant", "found")];
    is(&states(&checked), &expected);
    assert_eq!(code, 32);
    let sentences = home.call_where("none", &["check", "ms-company.example", "--lang", "en"], "");
    assert!(sentences.out.contains("is not there yet"), "{}", sentences.out);
}

#[test]
fn relay_services_differ_in_what_they_ask_for() {
    let Some(home) = Home::new("check-relay") else { return };
    let (_, sendgrid) = check(&home, &["shop.example", "--relay", "sendgrid"]);
    is(&states(&sendgrid), &[("mx", "found"), ("spf", "found"), ("dkim", "found"), ("dmarc", "missing")]);
    let (_, mailjet) = check(&home, &["shop.example", "--relay", "mailjet"]);
    is(&states(&mailjet), &[("mx", "found"), ("spf", "faulty"), ("dkim", "missing"), ("dmarc", "missing")]);
    let add = &line(&mailjet, "spf")["add"];
    assert_eq!(add["value"], "v=spf1 mx include:spf.mailjet.com ~all");
    assert_eq!(add["instead"], true);
    let (_, gmail) = check(&home, &["taro@gmail.com", "--relay", "mailjet"]);
    is(&states(&gmail), &[("spf", "faulty")]);
}
