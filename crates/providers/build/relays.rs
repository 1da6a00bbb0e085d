//! Relay services: their rows, what makes a row wrong, and the table that is made of them.

use std::fmt::Write as _;

use serde::Deserialize;

use crate::check::{is_host, one_of};

/// One relay service. The head of `data/relays.toml` says what each word means.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct RelayRow {
    pub(crate) id: String,
    pub(crate) name: String,
    pub(crate) name_ja: Option<String>,
    pub(crate) host: String,
    #[serde(default)]
    pub(crate) regions: Vec<String>,
    pub(crate) doors: Vec<String>,
    pub(crate) user_name: String,
    pub(crate) user_name_words: Option<String>,
    pub(crate) user_name_words_ja: Option<String>,
    pub(crate) key: String,
    pub(crate) key_ja: Option<String>,
    pub(crate) page: Option<String>,
    pub(crate) sender: String,
    pub(crate) suits: String,
    #[serde(default)]
    pub(crate) sandbox: bool,
    #[serde(default)]
    pub(crate) app_password: bool,
    pub(crate) spf: Option<String>,
    #[serde(default)]
    pub(crate) dkim: Vec<String>,
    #[serde(default)]
    pub(crate) dkim_points_to: Vec<String>,
    #[serde(default)]
    pub(crate) dkim_differs: bool,
    pub(crate) records_source: Option<String>,
    pub(crate) source: String,
    pub(crate) confidence: String,
    #[serde(default)]
    pub(crate) from_memory: Vec<String>,
    pub(crate) checked: String,
    pub(crate) note: Option<String>,
}

/// `relays.toml`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct RelayFile {
    pub(crate) relay: Vec<RelayRow>,
}

/// The kinds of `suits`.
pub(crate) const SUITS: [&str; 13] = [
    "any-address",
    "aws",
    "azure",
    "europe",
    "google-company",
    "its-address",
    "japan",
    "korea",
    "mailchimp",
    "many-doors",
    "microsoft-inside",
    "oracle",
    "own-domain",
];
/// The kinds of `sender`.
pub(crate) const SENDERS: [&str; 4] = ["address", "domain", "told", "administrator"];

/// What is wrong with one row. Where it comes from is looked at by the caller.
pub(crate) fn fault(row: &RelayRow, say: &mut dyn FnMut(String)) {
    let placeholders = ["{region}", "{account}", "{host}"];
    let used = placeholders.iter().filter(|name| row.host.contains(**name)).count();
    let plain = placeholders.iter().fold(row.host.clone(), |host, name| host.replace(name, "x.example"));
    if used > 1 || !is_host(&plain) {
        say(format!("`{}` is no host", row.host));
    }
    if row.regions.is_empty() == row.host.contains("{region}") {
        say("regions go with {region}".to_owned());
    }
    for region in &row.regions {
        let whole = match parts(region) {
            Some((id, english, japanese)) => {
                !english.is_empty() && !japanese.is_empty() && is_host(&row.host.replace("{region}", id))
            }
            None => false,
        };
        if !whole {
            say(format!("`{region}` is no `id | English | Japanese`"));
        }
    }
    if row.doors.is_empty() != (row.host == "{host}") {
        say("only where the host is not known the doors are not".to_owned());
    }
    row.doors.iter().filter_map(|text| door(text).err()).for_each(&mut *say);
    let fixed = row.user_name.strip_prefix('=').is_some_and(|name| !name.is_empty());
    if !fixed && row.user_name != "address" && (row.user_name != "told" || row.user_name_words.is_none()) {
        say("user_name: `=text`, address, or told with user_name_words".to_owned());
    }
    if row.key.is_empty() || row.name.is_empty() || row.note.as_deref() == Some("") {
        say("an empty word".to_owned());
    }
    if row.from_memory.iter().any(String::is_empty) {
        say("from_memory: an empty word".to_owned());
    }
    if row.page.as_ref().is_some_and(|page| !page.starts_with("https://")) {
        say("page: https alone".to_owned());
    }
    one_of("sender", &row.sender, &SENDERS, say);
    one_of("suits", &row.suits, &SUITS, say);
    records_fault(row, say);
}

fn records_fault(row: &RelayRow, say: &mut dyn FnMut(String)) {
    let name = |name: &str| is_host(&name.replace('_', ""));
    if row.spf.as_ref().is_some_and(|spf| spf != "none" && !name(spf)) {
        say("spf: a name to include, or none".to_owned());
    }
    let label = |text: &String| !text.is_empty() && !text.contains('.');
    if !row.dkim.iter().all(label) || (row.dkim_differs && !row.dkim.is_empty()) {
        say("dkim: selectors, or dkim_differs".to_owned());
    }
    let ending = |text: &String| text.strip_prefix('.').unwrap_or(text).contains('.');
    if !row.dkim_points_to.iter().all(ending) || (row.dkim.is_empty() && !row.dkim_points_to.is_empty()) {
        say("dkim_points_to: endings of names, with dkim".to_owned());
    }
    let known = row.spf.is_some() || row.dkim_differs || !row.dkim.is_empty();
    if known != row.records_source.as_ref().is_some_and(|source| !source.is_empty()) {
        say("records_source goes with spf and dkim".to_owned());
    }
}

/// The generated table.
pub(crate) fn table(rows: &[RelayRow]) -> Result<String, String> {
    let mut out = String::new();
    let _ = writeln!(out, "pub(crate) static RELAYS: [Relay; {}] = [", rows.len());
    for row in rows {
        let regions: Vec<String> = row
            .regions
            .iter()
            .filter_map(|region| parts(region))
            .map(|(id, english, japanese)| {
                format!("Region {{ id: {id:?}, name: {} }}", names(english, Some(japanese)))
            })
            .collect();
        let doors = row.doors.iter().map(|text| door(text)).collect::<Result<Vec<_>, _>>()?;
        let doors: Vec<String> =
            doors.iter().map(|(port, security)| format!("({port}, Security::{security})")).collect();
        let words = row.user_name_words.as_deref().unwrap_or_default();
        let user_name = match (row.user_name.strip_prefix('='), row.user_name.as_str()) {
            (Some(name), _) => format!("RelayUser::Fixed({name:?})"),
            (None, "address") => "RelayUser::Sender".to_owned(),
            (None, _) => format!("RelayUser::Told({})", names(words, row.user_name_words_ja.as_deref())),
        };
        let sender = match row.sender.as_str() {
            "address" => "Confirmed::Address",
            "domain" => "Confirmed::Domain",
            "administrator" => "Confirmed::Administrator",
            _ => "Confirmed::Told",
        };
        let spf = match row.spf.as_deref() {
            Some("none") => "Spf::NotNeeded".to_owned(),
            Some(name) => format!("Spf::Include({name:?})"),
            None => "Spf::Told".to_owned(),
        };
        let dkim = match (row.dkim.is_empty(), row.dkim_differs) {
            (false, _) => {
                format!("Dkim::Selectors {{ names: &{:?}, points_to: &{:?} }}", row.dkim, row.dkim_points_to)
            }
            (true, true) => "Dkim::PerCustomer".to_owned(),
            (true, false) => "Dkim::Told".to_owned(),
        };
        let _ = writeln!(
            out,
            "Relay {{ id: {:?}, name: {}, host: {:?}, regions: &[{}], doors: &[{}], user_name: {user_name}, \
             key: {}, page: {:?}, sender: {sender}, suits: {:?}, sandbox: {}, app_password: {}, spf: {spf}, dkim: {dkim} }},",
            row.id,
            names(&row.name, row.name_ja.as_deref()),
            row.host,
            regions.join(", "),
            doors.join(", "),
            names(&row.key, row.key_ja.as_deref()),
            row.page,
            row.suits,
            row.sandbox,
            row.app_password,
        );
    }
    out.push_str("];\n");
    Ok(out)
}

fn names(english: &str, japanese: Option<&str>) -> String {
    format!("Names {{ en: {english:?}, ja: {:?} }}", japanese.unwrap_or(english))
}

fn parts(region: &str) -> Option<(&str, &str, &str)> {
    let mut parts = region.split(" | ");
    match (parts.next(), parts.next(), parts.next(), parts.next()) {
        (Some(id), Some(english), Some(japanese), None) => Some((id, english, japanese)),
        _ => None,
    }
}

/// `port tls|starttls`.
pub(crate) fn door(text: &str) -> Result<(u16, &'static str), String> {
    let wrong = || format!("`{text}` is no `port tls|starttls`");
    let (port, security) = text.split_once(' ').ok_or_else(wrong)?;
    let port = port.parse().ok().filter(|port| *port > 0).ok_or_else(wrong)?;
    match security {
        "tls" => Ok((port, "Tls")),
        "starttls" => Ok((port, "Starttls")),
        _ => Err(wrong()),
    }
}
