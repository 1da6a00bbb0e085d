//! `devices.toml`: its rows, what makes one wrong, and the table that is made of them.

use std::error::Error;
use std::fmt::Write as _;
use std::path::Path;

use serde::Deserialize;

use crate::check::{one_of, origin};
use crate::rows;

/// What may be known about consent in the browser on a device.
const OAUTH: [&str; 4] = ["some-models", "none", "not-found", "unknown"];

/// One maker.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct DeviceRow {
    pub(crate) id: String,
    pub(crate) name: String,
    pub(crate) name_ja: Option<String>,
    pub(crate) path: String,
    pub(crate) server: [String; 2],
    pub(crate) port: [String; 2],
    pub(crate) security: [String; 2],
    pub(crate) user_name: [String; 2],
    pub(crate) password: [String; 2],
    pub(crate) sender: [String; 2],
    pub(crate) password_max: Option<u16>,
    pub(crate) oauth: String,
    #[serde(default)]
    pub(crate) oauth_with: Vec<String>,
    pub(crate) oauth_models: Option<String>,
    #[serde(default)]
    pub(crate) notes: Vec<String>,
    pub(crate) source: String,
    pub(crate) confidence: String,
    pub(crate) checked: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct DeviceFile {
    device: Vec<DeviceRow>,
}

/// The rows, in the order of the file.
pub(crate) fn read(file: &Path) -> Result<Vec<DeviceRow>, Box<dyn Error>> {
    Ok(rows::file::<DeviceFile>(file)?.device)
}

/// All that is wrong, one line a fault.
pub(crate) fn faults(rows: &[DeviceRow]) -> Vec<String> {
    let mut faults = Vec::new();
    for pair in rows.windows(2) {
        if let [one, other] = pair
            && one.id >= other.id
        {
            faults.push(format!("devices.toml: {} stands before {}", one.id, other.id));
        }
    }
    for row in rows {
        let mut say = |what: String| faults.push(format!("devices.toml: {}: {what}", row.id));
        origin(&row.source, &row.confidence, &row.checked, &mut say);
        one_of("oauth", &row.oauth, &OAUTH, &mut say);
        let mut wrong = |is: bool, what: &str| {
            if is {
                say(what.to_owned());
            }
        };
        wrong(row.oauth != "some-models" && !row.oauth_with.is_empty(), "oauth_with without oauth");
        wrong(
            row.oauth_with.iter().any(|with| with != "microsoft" && with != "google"),
            "oauth_with is not known",
        );
        wrong(row.name.is_empty() || row.path.is_empty(), "no name or no path");
        wrong(row.password_max.is_some_and(|most| most < 8), "password_max is too small to be true");
    }
    faults
}

/// The text of `devices.rs`.
pub(crate) fn table(rows: &[DeviceRow]) -> String {
    let mut out = format!(
        "// Generated from data/devices.toml.\npub(crate) static DEVICES: [Device; {}] = [\n",
        rows.len()
    );
    for row in rows {
        let oauth = match row.oauth.as_str() {
            "some-models" => format!(
                "OauthOn::SomeModels {{ with: &{:?}, models: {:?} }}",
                row.oauth_with,
                row.oauth_models.as_deref().unwrap_or_default()
            ),
            "none" => "OauthOn::None".to_owned(),
            "not-found" => "OauthOn::NotFound".to_owned(),
            _ => "OauthOn::Unknown".to_owned(),
        };
        let names = |pair: &[String; 2]| format!("Names {{ en: {:?}, ja: {:?} }}", pair[0], pair[1]);
        let _ = writeln!(
            out,
            "Device {{ id: {:?}, name: {}, path: {:?}, fields: FieldNames {{ server: {}, port: {}, security: {}, \
             user_name: {}, password: {}, sender: {} }}, password_max: {:?}, oauth: {oauth}, notes: &{:?} }},",
            row.id,
            names(&[row.name.clone(), row.name_ja.clone().unwrap_or_else(|| row.name.clone())]),
            row.path,
            names(&row.server),
            names(&row.port),
            names(&row.security),
            names(&row.user_name),
            names(&row.password),
            names(&row.sender),
            row.password_max,
            row.notes
        );
    }
    out.push_str("];\n");
    out
}
