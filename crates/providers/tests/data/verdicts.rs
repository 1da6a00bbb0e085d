//! Before any password every service has its verdict, and the words that go with it exist in both languages.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use crate::rows::{PanelRow, ProviderRow, Rows};
use crate::{check, data};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// The ids of every text of a language.
fn ids(language: &str) -> std::io::Result<BTreeSet<String>> {
    let mut ids = BTreeSet::new();
    for file in std::fs::read_dir(root().join("locales").join(language))? {
        let text = std::fs::read_to_string(file?.path())?;
        ids.extend(text.lines().filter_map(|line| line.split_once(" = ")).map(|(id, _)| id.to_owned()));
    }
    Ok(ids)
}

fn lines(panel: &PanelRow) -> impl Iterator<Item = String> {
    (1..=panel.steps.len()).map(|number| format!("prepare-{}-{number}", panel.name))
}

fn row<'a>(rows: &'a Rows, id: &str) -> Option<&'a ProviderRow> {
    rows.providers.iter().map(|(_, row)| row).find(|row| row.id == id)
}

#[test]
fn a_verdict_has_all_that_belongs_to_it() {
    for (_, row) in &data().unwrap().providers {
        let id = &row.id;
        match row.verdict.as_str() {
            "ready" => assert!(!row.submission.is_empty() && !row.logins.is_empty(), "{id}"),
            "needs-preparation" => {
                assert!(row.preparation.is_some(), "{id}");
                assert!(!row.submission.is_empty() && !row.logins.is_empty(), "{id}");
            }
            "impossible" => assert!(row.way_out.is_some() && row.submission.is_empty(), "{id}"),
            _ => assert!(row.submission.is_empty() && row.way_out.is_none(), "{id}"),
        }
    }
}

#[test]
fn the_words_of_every_verdict_exist_in_both_languages() {
    let rows = data().unwrap();
    for language in ["ja", "en"] {
        let ids = ids(language).unwrap();
        for (_, row) in &rows.providers {
            for id in row.way_out.iter().map(|way| format!("way-out-{way}")) {
                assert!(ids.contains(&id), "{language}: {} needs {id}", row.id);
            }
        }
        for panel in &rows.panels {
            let before = panel.before.iter().map(|name| format!("prepare-before-{name}"));
            for id in lines(panel).chain(before) {
                assert!(ids.contains(&id), "{language}: {} needs {id}", panel.name);
            }
        }
    }
}

#[test]
fn a_panel_has_as_many_lines_as_drawings() {
    let rows = data().unwrap();
    for language in ["ja", "en"] {
        let of_panels: BTreeSet<String> = rows.panels.iter().flat_map(lines).collect();
        let numbered = |id: &String| id.rsplit('-').next().is_some_and(|end| end.parse::<u8>().is_ok());
        let written =
            ids(language).unwrap().into_iter().filter(|id| id.starts_with("prepare-")).filter(numbered);
        assert_eq!(written.collect::<BTreeSet<_>>(), of_panels, "{language}");
    }
}

#[test]
fn no_panel_is_written_for_nobody() {
    let rows = data().unwrap();
    let preparations = rows.providers.iter().filter_map(|(_, row)| row.preparation.as_ref());
    let used: BTreeSet<&String> =
        preparations.flat_map(|row| std::iter::once(&row.panel).chain(&row.app_panel)).collect();
    for panel in &rows.panels {
        assert!(used.contains(&panel.name), "{}", panel.name);
    }
}

#[test]
fn a_panel_whose_password_is_made_there_ends_in_taking_it_over() {
    for panel in &data().unwrap().panels {
        let place = |picture: &str| panel.steps.iter().position(|step| step == picture);
        let (made, taken) = (place("make"), place("copy").max(place("paste")));
        assert!(taken.is_some() && made < taken, "{}: {:?}", panel.name, panel.steps);
    }
}

#[test]
fn services_where_an_app_password_is_another_road_have_a_panel_for_it() {
    for (_, row) in &data().unwrap().providers {
        let Some(needed) = &row.preparation else { continue };
        let roads = |login: &str| row.logins.iter().any(|one| one == login);
        if needed.app_panel.is_some() {
            assert!(roads("app-password") && roads("password"), "{}", row.id);
        }
    }
}

#[test]
fn faults_of_a_panel_are_told() {
    let mut rows = data().unwrap();
    rows.panels[0].steps = vec!["window".to_owned()];
    rows.panels[1].name = rows.panels[2].name.clone();
    let faults = check::faults(&rows).join("\n");
    for fault in ["1 steps", "`window` is none of", "this name stands twice", "there is no panel `icloud`"] {
        assert!(faults.contains(fault), "{fault}: {faults}");
    }
}

#[test]
fn submission_is_at_465_or_587_and_pages_are_https() {
    for (_, row) in &data().unwrap().providers {
        for text in &row.submission {
            let (_, port, _) = check::server(text).unwrap();
            assert!([465, 587].contains(&port), "{}: {text}", row.id);
        }
        let page = row.preparation.as_ref().and_then(|preparation| preparation.page.as_ref());
        for page in page.into_iter().chain(&row.webmail) {
            assert!(page.starts_with("https://"), "{}: {page}", row.id);
        }
    }
    let mut rows = data().unwrap();
    rows.providers[0].1.submission.push("smtp.example.jp 2525 starttls".to_owned());
    assert!(check::faults(&rows).join("\n").contains("465 or 587, not 2525"));
}

#[test]
fn blocks_from_abroad_stand_where_a_source_tells_of_them() {
    let rows = data().unwrap();
    let blocked: Vec<&str> =
        rows.providers.iter().filter(|(_, row)| row.foreign_block).map(|(_, row)| row.id.as_str()).collect();
    assert_eq!(blocked, ["onamae", "sakura", "sakura-initial", "sixcore", "xserver", "yahoo-japan", "ybb"]);
}

#[test]
fn user_names_that_are_neither_address_nor_local_part() {
    let rows = data().unwrap();
    for id in ["docomo", "au", "asahi-net", "kagoya", "commufa", "jca-net", "color-me-shop"] {
        assert!(
            row(&rows, id).unwrap().user_name == "told" && row(&rows, id).unwrap().user_name_words.is_some(),
            "{id}"
        );
    }
    assert_eq!(row(&rows, "iij4u").unwrap().user_name, "{local}.{domain}");
    assert_eq!(row(&rows, "iijmio").unwrap().user_name, "{local}.{domain}");
    assert_eq!(row(&rows, "alpha-mail").unwrap().user_name, "{local}%{domain}");
    let softbank = row(&rows, "softbank-i").unwrap();
    assert_eq!(
        (softbank.user_name.as_str(), softbank.retrieval_user_name.as_deref()),
        ("local-part", Some("address"))
    );
}

#[test]
fn memory_alone_is_rare_in_japan() {
    let rows = data().unwrap();
    let japan = || rows.providers.iter().filter(|(file, _)| file == "japan");
    let memory: Vec<&str> =
        japan().filter(|(_, row)| row.confidence == "memory").map(|(_, row)| row.id.as_str()).collect();
    assert!(memory.len() * 5 < japan().count(), "{memory:?}");
    for (_, row) in japan().filter(|(_, row)| row.confidence == "memory") {
        assert!(["unknown", "impossible"].contains(&row.verdict.as_str()), "{}", row.id);
    }
}
