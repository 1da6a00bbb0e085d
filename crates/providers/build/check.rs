//! What makes a row of the data files wrong. Every fault is told with its place, all at once.

use std::collections::BTreeMap;

use crate::relays;
use crate::rows::{MxRow, PanelRow, PreparationRow, ProviderRow, Rows, SignRow};

pub(crate) const KINDS: [&str; 8] = [
    "google-personal",
    "google-workspace",
    "microsoft-personal",
    "microsoft-365",
    "microsoft-365-gov",
    "microsoft-365-china",
    "mailbox",
    "closed",
];
pub(crate) const LOGINS: [&str; 3] = ["oauth", "app-password", "password"];
pub(crate) const VERDICTS: [&str; 4] = ["ready", "needs-preparation", "impossible", "unknown"];
pub(crate) const WAYS_OUT: [&str; 3] = ["bridge", "own-program", "ended"];
pub(crate) const CONFIDENCES: [&str; 3] = ["read", "secondary", "memory"];
pub(crate) const LETTERS: [&str; 5] =
    ["lower-letters", "lower-letters-digits", "upper-letters-digits", "letters-digits", "printable"];
/// The drawings a step may have.
pub(crate) const PICTURES: [&str; 6] = ["page", "switch", "make", "copy", "paste", "code"];
/// More lines than this nobody follows.
const STEPS: std::ops::RangeInclusive<usize> = 2..=5;

/// All that is wrong, one line a fault.
pub(crate) fn faults(rows: &Rows) -> Vec<String> {
    let mut faults = Vec::new();
    let mut owner: BTreeMap<&str, &str> = BTreeMap::new();
    let mut previous = "";
    for (file, row) in &rows.providers {
        let mut say = |what: String| faults.push(format!("{file}.toml: {}: {what}", row.id));
        if row.id == previous {
            say("this id stands twice".to_owned());
        }
        previous = &row.id;
        provider(row, rows, &mut say);
        for domain in &row.domains {
            if let Some(other) = owner.insert(domain, &row.id) {
                say(format!("{domain} stands at {other} too"));
            }
        }
    }
    for row in &rows.panels {
        panel(row, rows, &mut |what| faults.push(format!("panels.toml: {}: {what}", row.name)));
    }
    for row in &rows.mx {
        mx(row, rows, &mut |what| faults.push(format!("mx.toml: {}: {what}", row.patterns.join(", "))));
    }
    for row in &rows.signs {
        sign(row, rows, &mut |what| faults.push(format!("hosting_signs.toml: {}: {what}", row.provider)));
    }
    let mut previous = "";
    for row in &rows.relays {
        let mut say = |what: String| faults.push(format!("relays.toml: {}: {what}", row.id));
        if row.id.as_str() <= previous {
            say("the ids stand in order, each once".to_owned());
        }
        previous = &row.id;
        relays::fault(row, &mut say);
        origin(&row.source, &row.confidence, &row.checked, &mut say);
    }
    let popular = &rows.popular;
    for domain in popular.domains.iter().filter(|domain| !owner.contains_key(domain.as_str())) {
        faults.push(format!("popular.toml: {domain} stands in no other file"));
    }
    origin(&popular.source, &popular.confidence, &popular.checked, &mut |what| {
        faults.push(format!("popular.toml: {what}"));
    });
    faults
}

/// `host port tls|starttls`, or what is wrong with it.
pub(crate) fn server(text: &str) -> Result<(&str, u16, &str), String> {
    let mut parts = text.split(' ');
    let (Some(host), Some(port), Some(security), None) =
        (parts.next(), parts.next(), parts.next(), parts.next())
    else {
        return Err(format!("`{text}` is not `host port tls|starttls`"));
    };
    let port: u16 = port.parse().map_err(|_| format!("`{port}` is no port"))?;
    if port == 0 || port == 25 {
        return Err(format!("port {port} is never offered"));
    }
    if !["tls", "starttls"].contains(&security) {
        return Err(format!("`{security}` is neither tls nor starttls"));
    }
    if !is_host(&host.replace("{domain}", "d.example").replace("{mx}", "m.example")) {
        return Err(format!("`{host}` is no host name"));
    }
    Ok((host, port, security))
}

fn provider(row: &ProviderRow, rows: &Rows, say: &mut dyn FnMut(String)) {
    if row.id.is_empty() || !row.id.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
    {
        say("an id has a-z, 0-9 and hyphens only".to_owned());
    }
    if row.name.trim().is_empty() || row.name_ja.as_ref().is_some_and(|name| name.trim().is_empty()) {
        say("a name is empty".to_owned());
    }
    one_of("kind", &row.kind, &KINDS, say);
    one_of("verdict", &row.verdict, &VERDICTS, say);
    row.logins.iter().for_each(|login| one_of("logins", login, &LOGINS, say));
    for domain in row.domains.iter().chain(&row.under).filter(|domain| !is_host(domain)) {
        say(format!("`{domain}` is no domain in lower case"));
    }
    for text in &row.submission {
        match server(text) {
            Ok((_, 465 | 587, _)) => {}
            Ok((_, port, _)) => say(format!("submission is at 465 or 587, not {port} (RFC 8314, RFC 6409)")),
            Err(fault) => say(fault),
        }
    }
    for text in &row.retrieval {
        match text.split_once(' ') {
            Some(("imap" | "pop3", rest)) => {
                if let Err(fault) = server(rest) {
                    say(fault);
                }
            }
            _ => say(format!("`{text}` does not begin with imap or pop3")),
        }
    }
    if (row.user_name == "told") != row.user_name_words.is_some() {
        say("user_name_words belongs to user_name = \"told\"".to_owned());
    }
    for form in std::iter::once(&row.user_name).chain(&row.retrieval_user_name) {
        if !["address", "local-part", "told"].contains(&form.as_str()) && !form.contains('{') {
            say(format!("`{form}` is no form of a user name"));
        }
    }
    shut(row, say);
    origin(&row.source, &row.confidence, &row.checked, say);
    if row.disagreement.iter().chain(&row.note).chain(&row.from_memory).any(|text| text.trim().is_empty()) {
        say("an empty remark".to_owned());
    }
    row.webmail
        .iter()
        .filter(|page| !page.starts_with("https://"))
        .for_each(|page| say(format!("`{page}`: https only")));
    row.preparation.iter().for_each(|row| preparation(row, rows, say));
}

/// A service that cannot be used has no servers and a way out; one that can has servers and logins.
fn shut(row: &ProviderRow, say: &mut dyn FnMut(String)) {
    let closed = row.kind == "closed";
    if closed != (row.verdict == "impossible") || closed != row.way_out.is_some() {
        say("closed, impossible and way_out go together".to_owned());
    }
    row.way_out.iter().for_each(|way| one_of("way_out", way, &WAYS_OUT, say));
    if (row.way_out.as_deref() == Some("ended")) != row.ended.is_some() {
        say("ended has its date".to_owned());
    }
    let usable = ["ready", "needs-preparation"].contains(&row.verdict.as_str());
    if usable == row.submission.is_empty() {
        say("servers stand exactly where the verdict is ready or needs-preparation".to_owned());
    }
    if row.foreign_block && row.verdict == "impossible" {
        say("foreign_block where nobody can sign in anyway".to_owned());
    }
    if usable && row.logins.is_empty() {
        say("no login".to_owned());
    }
    if (row.verdict == "needs-preparation") && row.preparation.is_none() {
        say("needs-preparation without a preparation".to_owned());
    }
}

fn preparation(row: &PreparationRow, rows: &Rows, say: &mut dyn FnMut(String)) {
    for name in std::iter::once(&row.panel).chain(&row.app_panel) {
        if !rows.panels.iter().any(|panel| panel.name == *name) {
            say(format!("there is no panel `{name}`"));
        }
    }
    row.page
        .iter()
        .chain(&row.two_step_page)
        .filter(|page| !page.starts_with("https://"))
        .for_each(|page| say(format!("`{page}`: https only")));
    row.shape.iter().filter_map(|text| shape(text).err()).for_each(say);
}

fn panel(row: &PanelRow, rows: &Rows, say: &mut dyn FnMut(String)) {
    if rows.panels.iter().filter(|other| other.name == row.name).count() > 1 {
        say("this name stands twice".to_owned());
    }
    if !STEPS.contains(&row.steps.len()) {
        say(format!("{} steps", row.steps.len()));
    }
    row.steps.iter().for_each(|picture| one_of("steps", picture, &PICTURES, say));
    origin(&row.source, &row.confidence, &row.checked, say);
}

/// `16 lower-letters` or `16 lower-letters hyphens 4`, or what is wrong with it.
pub(crate) fn shape(text: &str) -> Result<(u8, &str, Option<u8>), String> {
    let parts: Vec<&str> = text.split(' ').collect();
    let (length, letters, every) = match parts.as_slice() {
        [length, letters] => (length, letters, None),
        [length, letters, "hyphens", every] => (length, letters, Some(every)),
        _ => return Err(format!("`{text}` is no shape")),
    };
    let number =
        |text: &&str| text.parse::<u8>().ok().filter(|n| *n > 0).ok_or(format!("`{text}` is no number"));
    if !LETTERS.contains(letters) {
        return Err(format!("`{letters}` is no set of letters"));
    }
    Ok((number(length)?, letters, every.map(number).transpose()?))
}

fn mx(row: &MxRow, rows: &Rows, say: &mut dyn FnMut(String)) {
    let named = [&row.provider, &row.gateway, &row.forwarder].iter().filter(|name| name.is_some()).count();
    if named != 1 {
        say("exactly one of provider, gateway, forwarder".to_owned());
    }
    if row.user_name_words.is_some() && row.provider.is_none() {
        say("user_name_words belongs to a provider".to_owned());
    }
    for id in row.provider.iter().filter(|id| !rows.providers.iter().any(|(_, row)| row.id == **id)) {
        say(format!("there is no provider `{id}`"));
    }
    row.patterns.iter().for_each(|text| pattern(text, say));
    origin(&row.source, &row.confidence, &row.checked, say);
}

fn sign(row: &SignRow, rows: &Rows, say: &mut dyn FnMut(String)) {
    if !rows.providers.iter().any(|(_, known)| known.id == row.provider) {
        say("there is no such provider".to_owned());
    }
    if row.ns.is_empty() && row.ptr.is_empty() {
        say("neither ns nor ptr".to_owned());
    }
    if row.is_host && row.ptr.is_empty() {
        say("is_host speaks of ptr".to_owned());
    }
    row.ns.iter().chain(&row.ptr).for_each(|text| pattern(text, say));
    origin(&row.source, &row.confidence, &row.checked, say);
}

fn pattern(text: &str, say: &mut dyn FnMut(String)) {
    let plain = text.strip_prefix('.').unwrap_or(text).replace(['#', '*'], "1");
    if !is_host(&plain) {
        say(format!("`{text}` is no pattern"));
    }
}

pub(crate) fn origin(source: &str, confidence: &str, checked: &str, say: &mut dyn FnMut(String)) {
    if source.trim().is_empty() {
        say("no source".to_owned());
    }
    one_of("confidence", confidence, &CONFIDENCES, say);
    let date = checked.split_once('-').filter(|(year, month)| {
        year.len() == 4
            && year.parse::<u16>().is_ok_and(|year| (2015..=2100).contains(&year))
            && month.len() == 2
            && month.parse::<u8>().is_ok_and(|month| (1..=12).contains(&month))
    });
    if date.is_none() {
        say(format!("`{checked}` is no year and month"));
    }
}

pub(crate) fn one_of(key: &str, value: &str, allowed: &[&str], say: &mut dyn FnMut(String)) {
    if !allowed.contains(&value) {
        say(format!("{key}: `{value}` is none of {}", allowed.join(", ")));
    }
}

pub(crate) fn is_host(text: &str) -> bool {
    text.len() <= 253
        && text.contains('.')
        && text.split('.').all(|label| {
            !label.is_empty()
                && label.len() <= 63
                && !label.starts_with('-')
                && !label.ends_with('-')
                && label.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
        })
}
