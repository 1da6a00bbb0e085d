//! `data/replies.toml`: what a server's reply means.

use std::collections::BTreeMap;
use std::error::Error;

use contract::{Login, ProblemCode, Stage};
use serde::Deserialize;

use crate::parts::{Named, certainty, number_ranges, phrases, slice, words};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    interceptors: Vec<String>,
    hosts: BTreeMap<String, String>,
    rule: Vec<Rule>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Rule {
    code: Named<ProblemCode>,
    #[serde(default)]
    likely: bool,
    #[serde(default)]
    no_reply: bool,
    #[serde(default)]
    providers: Vec<String>,
    #[serde(default)]
    logins: Vec<Named<Login>>,
    #[serde(default)]
    stages: Vec<Named<Stage>>,
    #[serde(default)]
    points: Vec<String>,
    #[serde(default)]
    replies: Vec<String>,
    #[serde(default)]
    enhanced: Vec<String>,
    #[serde(default)]
    all: Vec<String>,
    #[serde(default)]
    any: Vec<String>,
}

pub(crate) fn compile(text: &str) -> Result<String, Box<dyn Error>> {
    let file: File = toml::from_str(text)?;
    let hosts = file.hosts.iter().map(|(host, provider)| format!("({host:?}, {provider:?})"));
    let mut out = format!(
        "/// Whose server a host is.\npub(crate) static HOSTS: &[(&str, &str)] = {};\n",
        slice(hosts)
    );
    out.push_str(&format!(
        "/// Makers of certificates of their own.\npub(crate) static INTERCEPTORS: &[&str] = {};\n",
        phrases(&file.interceptors)?
    ));
    out.push_str("/// The rules in their order.\npub(crate) static RULES: &[Rule] = &[\n");
    for rule in &file.rule {
        let points = rule.points.iter().map(|point| point_path(point)).collect::<Result<Vec<_>, _>>()?;
        let enhanced =
            rule.enhanced.iter().map(|code| enhanced_range(code)).collect::<Result<Vec<_>, _>>()?;
        out.push_str(&format!(
            "    Rule {{ code: {}, certainty: {}, no_reply: {}, providers: {}, logins: {}, \
             stages: {}, points: {}, replies: {}, enhanced: {}, all: {}, any: {} }},\n",
            rule.code.path("ProblemCode"),
            certainty(rule.likely),
            rule.no_reply,
            words(&rule.providers),
            slice(rule.logins.iter().map(|login| login.path("Login"))),
            slice(rule.stages.iter().map(|stage| stage.path("Stage"))),
            slice(points),
            number_ranges(&rule.replies)?,
            slice(enhanced),
            phrases(&rule.all)?,
            phrases(&rule.any)?,
        ));
    }
    out.push_str("];\n");
    Ok(out)
}

fn point_path(point: &str) -> Result<String, Box<dyn Error>> {
    match point {
        "mail-from" => Ok("submission::Point::MailFrom".to_owned()),
        "rcpt-to" => Ok("submission::Point::RcptTo".to_owned()),
        other => Err(format!("unknown point {other:?}").into()),
    }
}

/// `5.7.139` or `5.7.700-749` as class, subject, first and last detail.
fn enhanced_range(text: &str) -> Result<String, Box<dyn Error>> {
    let parts: Vec<&str> = text.split('.').collect();
    let [class, subject, detail] = parts.as_slice() else {
        return Err(format!("{text:?} is no enhanced code").into());
    };
    let (from, to) = detail.split_once('-').unwrap_or((detail, detail));
    let range: (u8, u16, u16, u16) = (class.parse()?, subject.parse()?, from.parse()?, to.parse()?);
    Ok(format!("{range:?}"))
}
