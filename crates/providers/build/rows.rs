//! The rows of the data files as they are written, and reading them from a folder.
//!
//! Used by the build script and by the test that goes over the data. No rule lives here.

use std::error::Error;
use std::path::Path;

use serde::Deserialize;
use serde::de::DeserializeOwned;

use crate::relays::{RelayFile, RelayRow};

/// Everything in the folder.
#[derive(Debug, Default)]
pub(crate) struct Rows {
    /// One row a service, with the name of the file it stands in.
    pub(crate) providers: Vec<(String, ProviderRow)>,
    /// One row a rule about MX hosts.
    pub(crate) mx: Vec<MxRow>,
    /// One row a panel: what a person does at a service, step by step.
    pub(crate) panels: Vec<PanelRow>,
    /// One row a hosting company that is known by NS or PTR.
    pub(crate) signs: Vec<SignRow>,
    /// One row a relay service.
    pub(crate) relays: Vec<RelayRow>,
    /// Domains that a typing mistake is compared with.
    pub(crate) popular: Popular,
}

/// One service.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct ProviderRow {
    pub(crate) id: String,
    pub(crate) name: String,
    pub(crate) name_ja: Option<String>,
    pub(crate) kind: String,
    pub(crate) domains: Vec<String>,
    #[serde(default)]
    pub(crate) under: Vec<String>,
    pub(crate) submission: Vec<String>,
    #[serde(default)]
    pub(crate) retrieval: Vec<String>,
    pub(crate) user_name: String,
    pub(crate) user_name_words: Option<String>,
    pub(crate) retrieval_user_name: Option<String>,
    #[serde(default)]
    pub(crate) logins: Vec<String>,
    pub(crate) verdict: String,
    pub(crate) way_out: Option<String>,
    pub(crate) ended: Option<String>,
    #[serde(default)]
    pub(crate) foreign_block: bool,
    pub(crate) webmail: Option<String>,
    pub(crate) source: String,
    pub(crate) confidence: String,
    #[serde(default)]
    pub(crate) from_memory: Vec<String>,
    pub(crate) checked: String,
    pub(crate) disagreement: Option<String>,
    pub(crate) note: Option<String>,
    pub(crate) preparation: Option<PreparationRow>,
}

/// What has to be done at the service first.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct PreparationRow {
    pub(crate) panel: String,
    pub(crate) app_panel: Option<String>,
    pub(crate) page: Option<String>,
    pub(crate) shape: Option<String>,
    pub(crate) two_step_page: Option<String>,
    #[serde(default)]
    pub(crate) two_step: bool,
    #[serde(default)]
    pub(crate) switch_on: bool,
    #[serde(default)]
    pub(crate) separate_password: bool,
    #[serde(default)]
    pub(crate) paid_plan: bool,
    #[serde(default)]
    pub(crate) administrator: bool,
    #[serde(default)]
    pub(crate) mobile_line: bool,
}

/// One row of `panels.toml`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct PanelRow {
    pub(crate) name: String,
    pub(crate) steps: Vec<String>,
    pub(crate) before: Option<String>,
    pub(crate) source: String,
    pub(crate) confidence: String,
    pub(crate) checked: String,
}

/// One rule about MX hosts.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct MxRow {
    pub(crate) patterns: Vec<String>,
    pub(crate) provider: Option<String>,
    pub(crate) gateway: Option<String>,
    pub(crate) forwarder: Option<String>,
    #[serde(default)]
    pub(crate) own_host: bool,
    pub(crate) user_name_words: Option<String>,
    pub(crate) source: String,
    pub(crate) confidence: String,
    pub(crate) checked: String,
}

/// One row of `hosting_signs.toml`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct SignRow {
    pub(crate) provider: String,
    pub(crate) ns: Vec<String>,
    pub(crate) ptr: Vec<String>,
    #[serde(default)]
    pub(crate) is_host: bool,
    pub(crate) source: String,
    pub(crate) confidence: String,
    pub(crate) checked: String,
}

/// `popular.toml`.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Popular {
    pub(crate) domains: Vec<String>,
    pub(crate) source: String,
    pub(crate) confidence: String,
    pub(crate) checked: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ProviderFile {
    provider: Vec<ProviderRow>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct PanelFile {
    panel: Vec<PanelRow>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct SignFile {
    sign: Vec<SignRow>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct MxFile {
    mx: Vec<MxRow>,
}

/// One file; a fault is told with its name.
pub(crate) fn file<T: DeserializeOwned>(path: &Path) -> Result<T, Box<dyn Error>> {
    let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    Ok(toml::from_str(&std::fs::read_to_string(path)?).map_err(|error| format!("{name}: {error}"))?)
}

/// Reads every `.toml` file of the folder, in the order of their names.
pub(crate) fn read(folder: &Path) -> Result<Rows, Box<dyn Error>> {
    let mut files = std::fs::read_dir(folder)?
        .map(|entry| entry.map(|entry| entry.path()))
        .collect::<Result<Vec<_>, _>>()?;
    files.retain(|path| path.extension().is_some_and(|ending| ending == "toml"));
    files.sort();
    let mut rows = Rows::default();
    for path in files {
        let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        match name.as_str() {
            // Another kind of thing, read by itself.
            "devices" | "own_keys" | "checklists" | "doors" => {}
            "mx" => rows.mx = file::<MxFile>(&path)?.mx,
            "panels" => rows.panels = file::<PanelFile>(&path)?.panel,
            "hosting_signs" => rows.signs = file::<SignFile>(&path)?.sign,
            "relays" => rows.relays = file::<RelayFile>(&path)?.relay,
            "popular" => rows.popular = file(&path)?,
            _ => {
                let read = file::<ProviderFile>(&path)?.provider;
                rows.providers.extend(read.into_iter().map(|row| (name.clone(), row)));
            }
        }
    }
    rows.providers.sort_by(|(_, one), (_, other)| one.id.cmp(&other.id));
    Ok(rows)
}
