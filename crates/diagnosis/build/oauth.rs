//! `data/oauth.toml`: what an authorisation server's answer means.

use std::error::Error;

use contract::ProblemCode;
use serde::Deserialize;

use crate::parts::{Named, Rules, certainty, number_ranges, phrases, slice, words};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Rule {
    code: Named<ProblemCode>,
    #[serde(default)]
    likely: bool,
    #[serde(default)]
    providers: Vec<String>,
    #[serde(default)]
    errors: Vec<String>,
    #[serde(default)]
    aadsts: Vec<u32>,
    #[serde(default)]
    statuses: Vec<String>,
    #[serde(default)]
    any: Vec<String>,
}

pub(crate) fn compile(text: &str) -> Result<String, Box<dyn Error>> {
    let file: Rules<Rule> = toml::from_str(text)?;
    let mut rules = Vec::new();
    for rule in &file.rule {
        rules.push(format!(
            "Rule {{ code: {}, certainty: {}, providers: {}, errors: {}, \
             aadsts: {}, statuses: {}, any: {} }}",
            rule.code.path("ProblemCode"),
            certainty(rule.likely),
            words(&rule.providers),
            words(&rule.errors),
            slice(rule.aadsts.iter().map(u32::to_string)),
            number_ranges(&rule.statuses)?,
            phrases(&rule.any)?,
        ));
    }
    Ok(slice(rules))
}
