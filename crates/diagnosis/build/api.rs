//! `data/api.toml`: what the answers of the sending APIs mean.

use std::error::Error;

use contract::ProblemCode;
use serde::Deserialize;

use crate::parts::{Named, number_ranges, phrases, slice, words};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    rule: Vec<Rule>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Rule {
    code: Named<ProblemCode>,
    #[serde(default)]
    likely: bool,
    #[serde(default)]
    names: Vec<String>,
    #[serde(default)]
    statuses: Vec<String>,
    #[serde(default)]
    any: Vec<String>,
}

pub(crate) fn compile(text: &str) -> Result<String, Box<dyn Error>> {
    let file: File = toml::from_str(text)?;
    let mut rules = Vec::new();
    for rule in &file.rule {
        let certainty = if rule.likely { "Likely" } else { "Sure" };
        rules.push(format!(
            "Rule {{ code: {}, certainty: contract::Certainty::{certainty}, names: {}, statuses: {}, any: {} }}",
            rule.code.path("ProblemCode"),
            words(&rule.names),
            number_ranges(&rule.statuses)?,
            phrases(&rule.any)?,
        ));
    }
    Ok(slice(rules))
}
