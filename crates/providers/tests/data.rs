//! Goes over the data files as they are written: what a stranger mends is checked here once more, beside the build.

#[path = "data/agreement.rs"]
mod agreement;
#[path = "../build/check.rs"]
mod check;
#[path = "../build/relays.rs"]
mod relays;
#[path = "../build/rows.rs"]
mod rows;
#[path = "data/verdicts.rs"]
mod verdicts;

use std::collections::BTreeSet;
use std::error::Error;
use std::path::Path;

use rows::Rows;

fn data() -> Result<Rows, Box<dyn Error>> {
    rows::read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("data"))
}

#[test]
fn every_row_is_right() {
    assert_eq!(check::faults(&data().unwrap()), Vec::<String>::new());
}

#[test]
fn a_faulty_relay_is_told() {
    let mut rows = data().unwrap();
    assert!(relays::table(&rows.relays).is_ok());
    let row = rows.relays.last_mut().unwrap();
    row.host = "smtp.{region}.example".into();
    row.doors = vec!["587 plain".into()];
    row.page = Some("http://relay.example/".into());
    row.user_name = "told".into();
    let faults = check::faults(&rows);
    for word in ["regions go with", "587 plain", "https alone", "user_name_words"] {
        assert!(faults.iter().any(|fault| fault.contains(word)), "{word}: {faults:?}");
    }
    assert!(relays::table(&rows.relays).is_err());
}

#[test]
fn every_row_has_source_confidence_and_date() {
    let rows = data().unwrap();
    assert!(rows.providers.len() > 200, "{}", rows.providers.len());
    let origins = rows.providers.iter().map(|(_, row)| (&row.source, &row.confidence, &row.checked));
    for (source, confidence, checked) in
        origins.chain(rows.mx.iter().map(|r| (&r.source, &r.confidence, &r.checked)))
    {
        assert!(
            !source.is_empty() && check::CONFIDENCES.contains(&confidence.as_str()) && checked.len() == 7
        );
    }
}

#[test]
fn no_domain_stands_twice() {
    let (mut seen, mut parents) = (BTreeSet::new(), BTreeSet::new());
    for (file, row) in &data().unwrap().providers {
        for domain in &row.domains {
            assert!(seen.insert(domain.clone()), "{file}: {domain}");
        }
        for parent in &row.under {
            assert!(parents.insert(parent.clone()), "{file}: under {parent}");
        }
    }
    assert!(seen.len() > 800, "{}", seen.len());
}

#[test]
fn where_sources_disagree_the_file_says_so() {
    let rows = data().unwrap();
    let says = |id: &str| rows.providers.iter().any(|(_, row)| row.id == id && row.disagreement.is_some());
    for id in [
        "yahoo",
        "icloud",
        "naver",
        "o2-pl",
        "wp-pl",
        "free-fr",
        "laposte",
        "goo",
        "gmx-com",
        "outlook-personal",
    ] {
        assert!(says(id), "{id}");
    }
}

#[test]
fn the_catalogue_of_faults_is_awake() {
    for (bad, why) in [
        ("smtp.example.jp 25 starttls", "port 25"),
        ("smtp.example.jp 0 tls", "port 0"),
        ("smtp.example.jp 465 plain", "neither"),
        ("smtp.Example.jp 465 tls", "host name"),
        ("smtp.example.jp 99999 tls", "no port"),
        ("smtp.example.jp", "is not"),
    ] {
        let fault = check::server(bad).unwrap_err();
        assert!(fault.contains(why), "{bad}: {fault}");
    }
    assert!(check::shape("16 runes").is_err() && check::shape("0 lower-letters").is_err());
    let mut rows = data().unwrap();
    let row = rows.providers.iter_mut().find(|(_, row)| row.id == "proton").unwrap();
    row.1.way_out = None;
    row.1.domains.push("gmail.com".to_owned());
    let faults = check::faults(&rows).join("\n");
    assert!(faults.contains("go together") && faults.contains("gmail.com stands at"), "{faults}");
}

#[test]
fn the_marks_stand_where_they_belong() {
    let rows = data().unwrap();
    let marked = |mark: fn(&rows::PreparationRow) -> bool| -> Vec<&str> {
        let has = |row: &&(String, rows::ProviderRow)| row.1.preparation.as_ref().is_some_and(mark);
        rows.providers.iter().filter(has).map(|(_, row)| row.id.as_str()).collect()
    };
    assert_eq!(marked(|row| row.mobile_line), ["au", "docomo"]);
    assert_eq!(marked(|row| row.administrator), ["google-workspace", "lark", "line-works"]);
    assert!(marked(|row| row.two_step).contains(&"icloud"));
    assert!(marked(|row| row.switch_on).contains(&"yahoo-japan"));
    assert!(marked(|row| row.paid_plan).contains(&"mail-com"));
    assert!(marked(|row| row.separate_password).contains(&"docomo"));
    for row in rows.mx.iter().filter(|row| row.own_host) {
        assert!(row.patterns.iter().all(|pattern| !pattern.contains('*')), "{:?}", row.patterns);
    }
}
