//! What the tables have in common.

use std::error::Error;
use std::fmt::Debug;

use contract::Certainty;
use serde::Deserialize;
use serde::de::DeserializeOwned;

/// A value of one of the contract's enums by its name in JSON, as a Rust path.
#[derive(Debug, Deserialize)]
#[serde(transparent)]
pub(crate) struct Named<T>(pub(crate) T);

impl<T: Debug + DeserializeOwned> Named<T> {
    pub(crate) fn path(&self, name: &str) -> String {
        format!("contract::{name}::{:?}", self.0)
    }
}

/// A file that is a list of rules and nothing else.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Rules<R> {
    pub(crate) rule: Vec<R>,
}

/// How sure a rule is, as a Rust path.
pub(crate) fn certainty(likely: bool) -> String {
    let certainty = if likely { Certainty::Likely } else { Certainty::Sure };
    format!("contract::Certainty::{certainty:?}")
}

/// `&[a, b]` of Rust expressions.
pub(crate) fn slice(parts: impl IntoIterator<Item = String>) -> String {
    format!("&[{}]", parts.into_iter().collect::<Vec<_>>().join(", "))
}

/// `&["a", "b"]`.
pub(crate) fn words(words: &[String]) -> String {
    slice(words.iter().map(|word| format!("{word:?}")))
}

/// The same, after making sure that a comparison with lower-case text can succeed.
pub(crate) fn phrases(phrases: &[String]) -> Result<String, Box<dyn Error>> {
    match phrases.iter().find(|phrase| phrase.is_empty() || **phrase != phrase.to_lowercase()) {
        Some(phrase) => Err(format!("phrase {phrase:?} is empty or not lower case").into()),
        None => Ok(words(phrases)),
    }
}

/// `535` or `5xx` as a range.
pub(crate) fn number_range(text: &str) -> Result<String, Box<dyn Error>> {
    let range = match text.strip_suffix("xx") {
        Some(class) => {
            let class: u16 = class.parse()?;
            (class * 100, class * 100 + 99)
        }
        None => (text.parse()?, text.parse()?),
    };
    Ok(format!("{range:?}"))
}

/// All ranges as a slice.
pub(crate) fn number_ranges(texts: &[String]) -> Result<String, Box<dyn Error>> {
    Ok(slice(texts.iter().map(|text| number_range(text)).collect::<Result<Vec<_>, _>>()?))
}
