//! `own_keys.toml`: its panels, what makes one wrong, and the table that is made of them.

use std::error::Error;
use std::fmt::Write as _;
use std::path::Path;

use serde::Deserialize;

use crate::check::{PICTURES, one_of, origin};
use crate::rows;
use crate::write::camel;

/// One panel.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct PanelRow {
    provider: String,
    name: String,
    page: Option<String>,
    #[serde(default)]
    clouds: Vec<[String; 2]>,
    steps: Vec<String>,
    #[serde(default)]
    copies: Vec<[String; 2]>,
    #[serde(default)]
    care: bool,
    hands_over: Option<String>,
    source: String,
    confidence: String,
    checked: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct PanelFile {
    panel: Vec<PanelRow>,
}

/// The rows, in the order of the file.
pub(crate) fn read(file: &Path) -> Result<Vec<PanelRow>, Box<dyn Error>> {
    Ok(rows::file::<PanelFile>(file)?.panel)
}

/// All that is wrong, one line a fault.
pub(crate) fn faults(rows: &[PanelRow]) -> Vec<String> {
    let mut faults = Vec::new();
    for (at, row) in rows.iter().enumerate() {
        let mut say =
            |what: String| faults.push(format!("own_keys.toml: {} {}: {what}", row.provider, row.name));
        origin(&row.source, &row.confidence, &row.checked, &mut say);
        one_of("provider", &row.provider, &["google", "microsoft"], &mut say);
        for [cloud, _] in &row.clouds {
            one_of("clouds", cloud, &["microsoft-gov", "microsoft-china"], &mut say);
        }
        for step in &row.steps {
            one_of("steps", step, &PICTURES, &mut say);
        }
        if let Some(what) = &row.hands_over {
            one_of("hands_over", what, &["file", "ids"], &mut say);
        }
        if row.steps.is_empty() {
            say("no steps".into());
        }
        let pages = row.page.iter().chain(row.clouds.iter().map(|[_, page]| page));
        if pages.into_iter().any(|page| !page.starts_with("https://")) {
            say("the page is not reached by https".into());
        }
        let last = rows.get(at + 1).is_none_or(|next| next.provider != row.provider);
        if last != row.hands_over.is_some() {
            say("the last panel, and no other, hands something over".into());
        }
    }
    faults
}

/// The text of `own_keys.rs`.
pub(crate) fn table(rows: &[PanelRow]) -> String {
    let mut out = format!(
        "// Generated from data/own_keys.toml.\npub(crate) static KEY_PANELS: [KeyPanel; {}] = [\n",
        rows.len()
    );
    for row in rows {
        let pictures: Vec<_> = row.steps.iter().map(|step| format!("StepPicture::{}", camel(step))).collect();
        let copies: Vec<_> = row.copies.iter().map(|[name, text]| format!("({name:?}, {text:?})")).collect();
        let clouds: Vec<_> =
            row.clouds.iter().map(|[cloud, page]| format!("({cloud:?}, {page:?})")).collect();
        let hands_over = row
            .hands_over
            .as_deref()
            .map_or("HandsOver::Nothing".to_owned(), |what| format!("HandsOver::{}", camel(what)));
        let _ = writeln!(
            out,
            "KeyPanel {{ provider: {:?}, name: {:?}, page: {:?}, clouds: &[{}], \
             steps: &[{}], copies: &[{}], care: {}, \
             hands_over: {hands_over} }},",
            row.provider,
            row.name,
            row.page,
            clouds.join(", "),
            pictures.join(", "),
            copies.join(", "),
            row.care,
        );
    }
    out.push_str("];\n");
    out
}
