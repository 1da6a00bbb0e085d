//! `doors.toml`: its rows, what makes one wrong, and the table that is made of them.

use std::error::Error;
use std::fmt::Write as _;
use std::path::Path;

use serde::Deserialize;

use crate::check::{is_host, origin};
use crate::relays::door;
use crate::rows;

/// One way of sending.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct DoorRow {
    name: String,
    title: String,
    title_ja: String,
    host: String,
    doors: Vec<String>,
    notes: u8,
    source: String,
    confidence: String,
    checked: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct DoorFile {
    door: Vec<DoorRow>,
}

/// The rows, in the order of the file.
pub(crate) fn read(file: &Path) -> Result<Vec<DoorRow>, Box<dyn Error>> {
    Ok(rows::file::<DoorFile>(file)?.door)
}

/// All that is wrong, one line a fault.
pub(crate) fn faults(rows: &[DoorRow]) -> Vec<String> {
    let mut faults = Vec::new();
    for row in rows {
        let mut say = |what: String| faults.push(format!("doors.toml: {}: {what}", row.name));
        origin(&row.source, &row.confidence, &row.checked, &mut say);
        if !row.host.is_empty() && !is_host(&row.host) {
            say(format!("`{}` is no host", row.host));
        }
        if row.doors.is_empty() || row.notes == 0 || row.title.is_empty() || row.title_ja.is_empty() {
            say("something is missing".into());
        }
        row.doors.iter().filter_map(|text| door(text).err()).for_each(&mut say);
    }
    faults
}

/// The text of `doors.rs`.
pub(crate) fn table(rows: &[DoorRow]) -> String {
    let mut out =
        format!("// Generated from data/doors.toml.\npub(crate) static DOORS: [Door; {}] = [\n", rows.len());
    for row in rows {
        let doors: Vec<String> = row
            .doors
            .iter()
            .filter_map(|text| door(text).ok())
            .map(|(port, security)| format!("({port}, Security::{security})"))
            .collect();
        let _ = writeln!(
            out,
            "Door {{ name: {:?}, title: Names {{ en: {:?}, ja: {:?} }}, host: {:?}, doors: &[{}], notes: {} }},",
            row.name,
            row.title,
            row.title_ja,
            row.host,
            doors.join(", "),
            row.notes,
        );
    }
    out.push_str("];\n");
    out
}
