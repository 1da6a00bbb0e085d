//! The rows of `tests/pretend-internet/domains/`; the head of the first file explains them. What only the pretend
//! internet needs of a row is not read here.

use std::path::{Path, PathBuf};

use serde::Deserialize;
use serde_json::{Value, json};

/// Stands for the part before the `@`, which nobody may hear of.
pub(crate) const SECRET: &str = "himitsu-no-namae";
/// In milliseconds, where a row does not say it. Twice what was seen, as the computers that run this are not fast.
const USUAL_LIMIT: u64 = 2500;

#[derive(Deserialize)]
struct Rows {
    domain: Vec<Row>,
}

/// A domain, and what has to come of it.
#[derive(Deserialize)]
pub(crate) struct Row {
    pub(crate) name: String,
    address: Option<String>,
    pub(crate) switch: Option<Switch>,
    /// What is decided within a tenth of a second depends on how busy the computer is.
    #[serde(default)]
    pub(crate) alone: bool,
    todo: Option<String>,
    pub(crate) expect: Expect,
}

/// What is done to the whole network.
#[derive(Clone, Copy, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Switch {
    NoNetwork,
    Dead,
    Captive,
}

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(crate) struct Expect {
    pub(crate) verdict: Option<String>,
    pub(crate) first: Option<String>,
    pub(crate) servers: Option<Vec<String>>,
    pub(crate) username: Option<String>,
    pub(crate) trust: Option<String>,
    pub(crate) provider: Option<String>,
    pub(crate) kind: Option<String>,
    pub(crate) name: Option<String>,
    pub(crate) suggestion: Option<String>,
    pub(crate) question: Option<Question>,
    pub(crate) problem: Option<String>,
    pub(crate) evidence: Vec<String>,
    pub(crate) never: Vec<String>,
    pub(crate) unsaid: Option<String>,
    ms: Option<Limit>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Question {
    pub(crate) reason: String,
    pub(crate) filter: Option<String>,
    pub(crate) choices: Vec<String>,
    #[serde(default)]
    pub(crate) any_order: bool,
}

#[derive(Clone, Copy, Deserialize)]
#[serde(untagged)]
enum Limit {
    AtMost(u64),
    Between(u64, u64),
}

/// Every row.
pub(crate) fn all() -> Vec<Row> {
    let mut files: Vec<PathBuf> =
        std::fs::read_dir(folder()).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    files.iter().flat_map(|file| read(file)).collect()
}

/// The rows of one file.
pub(crate) fn of(name: &str) -> Vec<Row> {
    read(&folder().join(name).with_extension("toml"))
}

impl Row {
    /// What is typed.
    pub(crate) fn address(&self) -> String {
        let form = self.address.clone().unwrap_or_else(|| format!("LOCAL@{}", self.name));
        form.replace("LOCAL", SECRET)
    }

    /// A text of the row with its abbreviations written out.
    pub(crate) fn full(&self, text: &str) -> String {
        let text = text.replace("LOCAL", SECRET);
        if text.starts_with(SECRET) { text } else { text.replace('@', &self.name) }
    }

    /// True where the program cannot do it yet.
    pub(crate) fn waits(&self) -> bool {
        self.todo.is_some()
    }

    /// Milliseconds: at least, at most.
    pub(crate) fn limits(&self) -> (u64, u64) {
        match self.expect.ms {
            None => (0, USUAL_LIMIT),
            Some(Limit::AtMost(most)) => (0, most),
            Some(Limit::Between(least, most)) => (least, most),
        }
    }
}

impl Switch {
    /// The call of the control door.
    pub(crate) fn path(self) -> &'static str {
        match self {
            Self::NoNetwork => "/network",
            Self::Dead => "/dead",
            Self::Captive => "/captive",
        }
    }

    /// What is said there.
    pub(crate) fn on(self) -> Value {
        match self {
            Self::NoNetwork => json!({ "up": false }),
            Self::Dead => json!({ "dead": true }),
            Self::Captive => json!({ "captive": true }),
        }
    }
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("pretend-internet/domains")
}

fn read(file: &Path) -> Vec<Row> {
    let text = std::fs::read_to_string(file).unwrap();
    let rows: Rows = toml::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
    rows.domain
}
