//! `data/codes.toml`: what each failure asks for.

use std::collections::BTreeMap;
use std::error::Error;

use contract::{Action, ProblemCode};
use serde::Deserialize;

use crate::parts::{Named, slice, words};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    who: Named<contract::Who>,
    remedies: Vec<Named<Action>>,
    #[serde(default)]
    args: Vec<String>,
    #[serde(default)]
    optional: Vec<String>,
}

pub(crate) fn compile(text: &str) -> Result<String, Box<dyn Error>> {
    let entries: BTreeMap<ProblemCode, Entry> = toml::from_str(text)?;
    let mut out = String::from("&[\n");
    for code in ProblemCode::ALL {
        let entry = entries.get(code).ok_or_else(|| format!("{} is missing", code.name()))?;
        if entry.remedies.is_empty() {
            return Err(format!("{} has no remedy", code.name()).into());
        }
        out.push_str(&format!(
            "    Card {{ code: contract::ProblemCode::{code:?}, who: {}, remedies: {}, args: {}, optional: {} }},\n",
            entry.who.path("Who"),
            slice(entry.remedies.iter().map(|action| action.path("Action"))),
            words(&entry.args),
            words(&entry.optional),
        ));
    }
    out.push(']');
    Ok(out)
}
