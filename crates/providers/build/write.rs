//! The generated Rust: four sorted tables and the providers they point into. The rows were checked before.

use std::fmt::Write as _;

use crate::check;
use crate::relays;
use crate::rows::{PreparationRow, ProviderRow, Rows, SignRow};

/// The text of `tables.rs`.
pub(crate) fn tables(rows: &Rows) -> Result<String, String> {
    let mut out = String::from("// Generated from data/*.toml.\n");
    let place = |id: &str| rows.providers.iter().position(|(_, row)| row.id == id).unwrap_or_default();

    let _ = writeln!(out, "pub(crate) static PROVIDERS: [Provider; {}] = [", rows.providers.len());
    for (_, row) in &rows.providers {
        out += &provider(row, rows)?;
    }
    out += "];\n";

    let _ = writeln!(out, "pub(crate) static PANELS: [Panel; {}] = [", rows.panels.len());
    for row in &rows.panels {
        let pictures: Vec<String> =
            row.steps.iter().map(|step| format!("StepPicture::{}", camel(step))).collect();
        let _ = writeln!(
            out,
            "Panel {{ name: {:?}, steps: &[{}], before: {:?} }},",
            row.name,
            pictures.join(", "),
            row.before
        );
    }
    out += "];\n";

    let mut domains: Vec<(&String, usize)> = Vec::new();
    let mut under: Vec<(&String, usize)> = Vec::new();
    for (index, (_, row)) in rows.providers.iter().enumerate() {
        domains.extend(row.domains.iter().map(|domain| (domain, index)));
        under.extend(row.under.iter().map(|domain| (domain, index)));
    }
    pairs(&mut out, "DOMAINS", domains);
    pairs(&mut out, "UNDER", under);

    let mut patterns = Vec::new();
    for row in &rows.mx {
        let target = match (&row.provider, &row.gateway, &row.forwarder) {
            (Some(id), _, _) => {
                let name = row.user_name_words.as_ref().map(|words| user_name("told", Some(words)));
                format!("Target::Provider({}, {}, {})", place(id), row.own_host, some(name))
            }
            (None, Some(name), _) => format!("Target::Gateway({name:?})"),
            (None, None, name) => format!("Target::Forwarder({:?})", name.as_deref().unwrap_or_default()),
        };
        patterns.extend(row.patterns.iter().map(|pattern| (pattern, target.clone())));
    }
    // The pattern with more labels first, then the longer one: that is what "more exact" means here.
    patterns.sort_by_key(|(pattern, _)| {
        let labels = pattern.split('.').filter(|label| !label.is_empty()).count();
        (
            std::cmp::Reverse(labels),
            pattern.starts_with('.'),
            std::cmp::Reverse(pattern.len()),
            (*pattern).clone(),
        )
    });
    let _ = writeln!(out, "pub(crate) static MX: [(&str, Target); {}] = [", patterns.len());
    for (pattern, target) in patterns {
        let _ = writeln!(out, "({pattern:?}, {target}),");
    }
    out.push_str("];\n");
    signs(&mut out, "NS", &rows.signs, |row| &row.ns, &place);
    signs(&mut out, "PTR", &rows.signs, |row| &row.ptr, &place);
    out += &relays::table(&rows.relays)?;
    let _ = writeln!(out, "pub(crate) static POPULAR: &[&str] = &{:?};", rows.popular.domains);
    Ok(out)
}

fn signs(
    out: &mut String,
    name: &str,
    rows: &[SignRow],
    patterns: impl Fn(&SignRow) -> &Vec<String>,
    place: &impl Fn(&str) -> usize,
) {
    let _ = writeln!(out, "pub(crate) static {name}: &[(&str, u16, bool)] = &[");
    for row in rows {
        for pattern in patterns(row) {
            let _ = writeln!(out, "({pattern:?}, {}, {}),", place(&row.provider), row.is_host);
        }
    }
    out.push_str("];\n");
}

fn pairs(out: &mut String, name: &str, mut pairs: Vec<(&String, usize)>) {
    pairs.sort();
    let _ = writeln!(out, "pub(crate) static {name}: [(&str, u16); {}] = [", pairs.len());
    for (domain, index) in pairs {
        let _ = writeln!(out, "({domain:?}, {index}),");
    }
    out.push_str("];\n");
}

fn provider(row: &ProviderRow, rows: &Rows) -> Result<String, String> {
    let hosts = |rows: &[String]| -> Result<String, String> {
        rows.iter().map(|text| host(text)).collect::<Result<Vec<_>, _>>().map(|rows| rows.join(", "))
    };
    let mailboxes = row
        .retrieval
        .iter()
        .map(|text| {
            let (protocol, rest) = text.split_once(' ').unwrap_or_default();
            Ok(format!("(Protocol::{}, {})", camel(protocol), host(rest)?))
        })
        .collect::<Result<Vec<_>, String>>()?;
    let retrieval_user = row.retrieval_user_name.as_ref().map(|form| user_name(form, None));
    let logins: Vec<String> = row
        .logins
        .iter()
        .map(|login| format!("Login::{}", if login == "oauth" { "OAuth".to_owned() } else { camel(login) }))
        .collect();
    let closed = row.way_out.as_ref().map(|way| match &row.ended {
        Some(date) => format!("WayOut::Ended {{ since: {date:?} }}"),
        None => format!("WayOut::{}", camel(way)),
    });
    let shape_certain = row.confidence != "memory"
        && !row.from_memory.iter().any(|text| text.starts_with("preparation") && !text.contains(':'));
    let preparation =
        row.preparation.as_ref().map(|row| preparation(row, rows, shape_certain)).transpose()?;
    Ok(format!(
        "Provider {{ id: {:?}, name: {:?}, name_ja: {:?}, kind: Kind::{}, submission: &[{}], retrieval: &[{}], \
         user_name: {}, retrieval_user_name: {}, logins: &[{}], verdict: Verdict::{}, preparation: {}, way_out: {}, \
         webmail: {:?} }},\n",
        row.id,
        row.name,
        row.name_ja,
        camel(&row.kind),
        hosts(&row.submission)?,
        mailboxes.join(", "),
        user_name(&row.user_name, row.user_name_words.as_deref()),
        some(retrieval_user),
        logins.join(", "),
        camel(&row.verdict),
        some(preparation),
        some(closed),
        row.webmail,
    ))
}

fn preparation(row: &PreparationRow, rows: &Rows, certain: bool) -> Result<String, String> {
    let shape = row.shape.as_ref().map(|text| {
        let (length, letters, every) = check::shape(text)?;
        Ok::<_, String>(format!(
            "Shape {{ length: {length}, letters: Letters::{}, hyphens_every: {every:?}, certain: {certain} }}",
            camel(letters)
        ))
    });
    let panel = |name: &String| {
        let at = rows.panels.iter().position(|panel| panel.name == *name).unwrap_or_default();
        format!("&PANELS[{at}]")
    };
    Ok(format!(
        "&Preparation {{ panel: {}, app_panel: {}, page: {:?}, two_step_page: {:?}, shape: {}, two_step: {}, switch_on: {}, separate_password: {}, \
         paid_plan: {}, administrator: {}, mobile_line: {} }}",
        panel(&row.panel),
        some(row.app_panel.as_ref().map(panel)),
        row.page,
        row.two_step_page,
        some(shape.transpose()?),
        row.two_step,
        row.switch_on,
        row.separate_password,
        row.paid_plan,
        row.administrator,
        row.mobile_line
    ))
}

fn host(text: &str) -> Result<String, String> {
    let (host, port, security) = check::server(text)?;
    Ok(format!("Host {{ name: {host:?}, port: {port}, security: Security::{} }}", camel(security)))
}

fn user_name(form: &str, words: Option<&str>) -> String {
    match form {
        "address" => "NameForm::Address".to_owned(),
        "local-part" => "NameForm::LocalPart".to_owned(),
        _ => format!("NameForm::Template({:?})", words.unwrap_or(form)),
    }
}

fn some(text: Option<String>) -> String {
    text.map_or_else(|| "None".to_owned(), |text| format!("Some({text})"))
}

/// `needs-preparation` -> `NeedsPreparation`.
pub(crate) fn camel(text: &str) -> String {
    text.split('-')
        .map(|word| {
            let mut letters = word.chars();
            letters
                .next()
                .map(|first| first.to_ascii_uppercase())
                .into_iter()
                .chain(letters)
                .collect::<String>()
        })
        .collect()
}
