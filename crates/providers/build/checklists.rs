//! `checklists.toml`: its rows, what makes one wrong, and the table that is made of them.

use std::error::Error;
use std::fmt::Write as _;
use std::path::Path;

use serde::Deserialize;

use crate::check::{one_of, origin};
use crate::rows;

/// One line of a checklist.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct ItemRow {
    provider: String,
    name: String,
    source: String,
    confidence: String,
    checked: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ItemFile {
    item: Vec<ItemRow>,
}

/// The rows, in the order of the file.
pub(crate) fn read(file: &Path) -> Result<Vec<ItemRow>, Box<dyn Error>> {
    Ok(rows::file::<ItemFile>(file)?.item)
}

/// All that is wrong, one line a fault.
pub(crate) fn faults(rows: &[ItemRow]) -> Vec<String> {
    let mut faults = Vec::new();
    for row in rows {
        let mut say = |what: String| faults.push(format!("checklists.toml: {}: {what}", row.name));
        origin(&row.source, &row.confidence, &row.checked, &mut say);
        one_of("provider", &row.provider, &["google", "microsoft"], &mut say);
        if rows.iter().filter(|other| other.name == row.name).count() > 1 {
            say("twice".into());
        }
    }
    faults
}

/// The text of `checklists.rs`.
pub(crate) fn table(rows: &[ItemRow]) -> String {
    let mut out = format!(
        "// Generated from data/checklists.toml.\npub(crate) static CHECKLISTS: [ChecklistItem; {}] = [\n",
        rows.len()
    );
    for row in rows {
        let _ = writeln!(out, "ChecklistItem {{ provider: {:?}, name: {:?} }},", row.provider, row.name);
    }
    out.push_str("];\n");
    out
}
