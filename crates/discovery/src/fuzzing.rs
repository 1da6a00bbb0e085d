//! The entries of the fuzz targets (folder `fuzz`) and of the replay of their corpus: any bytes in, and the promise that
//! was broken out. No part of the program calls them.

use std::net::IpAddr;

use contract::{Language, UserName};

use crate::chooser::{order_mx, order_srv};
use crate::config_file::{self, ConfigFile, Entry, LONGEST_BODY, Link, Localized, MOST_SERVERS};
use crate::{MxRecord, SrvRecord, names, read_address};

/// For whom the files are read.
const DOMAIN: &str = "example.jp";

/// Reads an autoconfig file.
///
/// # Errors
/// The promise that was broken.
pub fn autoconfig(body: &[u8]) -> Result<(), &'static str> {
    let Ok(file) = config_file::read(body, DOMAIN) else { return Ok(()) };
    keep("a longer body is refused", body.len() <= LONGEST_BODY)?;
    let within = file.outgoing.len() <= MOST_SERVERS
        && file.incoming.len() <= MOST_SERVERS
        && file.refused.len() <= 2 * MOST_SERVERS;
    keep("lists are bounded", within)?;
    keep("port 25 is never offered", file.outgoing.iter().all(|entry| entry.port != 25))?;
    for entry in file.outgoing.iter().chain(file.incoming.iter().map(|(_, entry)| entry)) {
        server(entry)?;
    }
    keep(
        "a refused host is a host or nothing",
        file.refused.iter().all(|one| one.host.is_empty() || is_host(&one.host)),
    )?;
    keep("domains are domains", file.domains.iter().all(|domain| is_host(domain)))?;
    words(&file)
}

/// Orders the SRV and MX records that these bytes make: priority, weight and port in two octets each, the length of the
/// name in one, and the name.
///
/// # Errors
/// The promise that was broken.
pub fn choose(bytes: &[u8]) -> Result<(), &'static str> {
    let records = records(bytes);
    let srv = order_srv(records.clone());
    keep("a port is one, and not 25", srv.iter().all(|record| record.port != 0 && record.port != 25))?;
    keep("a target is a name", srv.iter().all(|record| is_host(&record.target)))?;
    let in_order = srv
        .windows(2)
        .all(|pair| pair.first().map(|one| one.priority) <= pair.get(1).map(|two| two.priority));
    keep("priorities rise", in_order && srv.len() <= records.len())?;
    keep("the order of records does not matter", order_srv(records.iter().rev().cloned().collect()) == srv)?;
    keep("what is in order stays", order_srv(srv.clone()) == srv)?;
    let mail: Vec<MxRecord> = records
        .into_iter()
        .map(|record| MxRecord { preference: record.priority, exchange: record.target })
        .collect();
    let mx = order_mx(mail.clone());
    keep("an exchange is a name", mx.iter().all(|record| is_host(&record.exchange)))?;
    let in_order = mx
        .windows(2)
        .all(|pair| pair.first().map(|one| one.preference) <= pair.get(1).map(|two| two.preference));
    keep("preferences rise", in_order && mx.len() <= mail.len())?;
    keep("the order of records does not matter", order_mx(mail.into_iter().rev().collect()) == mx)?;
    keep("what is in order stays", order_mx(mx.clone()) == mx)
}

/// Reads what was pasted as an address.
///
/// # Errors
/// The promise that was broken.
pub fn address(text: &[u8]) -> Result<(), &'static str> {
    let Ok(read) = read_address(&String::from_utf8_lossy(text)) else { return Ok(()) };
    keep("the address is its parts", read.address == format!("{}@{}", read.local, read.domain))?;
    keep("the domain is one", is_host(&read.domain))?;
    keep("lengths hold", read.address.len() <= 254 && read.local.len() <= 64)?;
    keep("nothing invisible is left", !read.address.chars().any(char::is_control))?;
    keep("SMTPUTF8 is told", read.needs_smtputf8 != read.local.is_ascii())?;
    keep("the shown domain is the same", names::to_ascii(&read.domain_shown).as_ref() == Some(&read.domain))?;
    let again = read_address(&read.address);
    let is_same = again.is_ok_and(|again| again.address == read.address && !again.changed);
    keep("an address is read as itself", is_same)
}

fn records(bytes: &[u8]) -> Vec<SrvRecord> {
    let mut records = Vec::new();
    let mut rest = bytes;
    while let [p, q, w, x, y, z, length, tail @ ..] = rest {
        let (name, after) = tail.split_at(tail.len().min(usize::from(*length)));
        records.push(SrvRecord {
            priority: u16::from_be_bytes([*p, *q]),
            weight: u16::from_be_bytes([*w, *x]),
            port: u16::from_be_bytes([*y, *z]),
            target: String::from_utf8_lossy(name).into_owned(),
        });
        rest = after;
    }
    records
}

fn server(entry: &Entry) -> Result<(), &'static str> {
    keep("a host is a name", is_host(&entry.host))?;
    keep("a port is one", entry.port > 0)?;
    keep("there is a way to sign in", !entry.authentication.is_empty())?;
    let UserName::Template(form) = &entry.user_name else { return Ok(()) };
    if !form.contains(['{', '}']) {
        let is_line = !form.is_empty() && form.chars().count() <= 80 && !form.chars().any(char::is_control);
        return keep("what a user name is called is one short line", is_line);
    }
    let known = ["{address}", "{local}", "{domain}"];
    let rest = known.iter().fold(form.clone(), |rest, name| rest.replace(name, ""));
    let is_known =
        rest.len() < form.len() && !rest.contains(['{', '}']) && !rest.chars().any(char::is_control);
    keep("a template has known placeholders only", is_known)
}

fn words(file: &ConfigFile) -> Result<(), &'static str> {
    one_line(&file.display_name, 80)?;
    for link in file.enable.iter().chain(&file.documentation) {
        let Link { url, words } = link;
        keep(
            "a link leads to the web",
            url.get(..4).is_some_and(|start| start.eq_ignore_ascii_case("http")),
        )?;
        one_line(words, 400)?;
    }
    let sign_in = file.oauth.iter().flat_map(|block| [&block.auth_url, &block.token_url]);
    let is_protected =
        |url: &&String| url.get(..8).is_some_and(|start| start.eq_ignore_ascii_case("https://"));
    keep("sign-in is protected", sign_in.chain(&file.login_page).all(|url| is_protected(&url)))?;
    let plain = file.oauth.iter().flat_map(|block| [&block.issuer, &block.scope]);
    keep("an issuer is one line", !plain.flat_map(|text| text.chars()).any(char::is_control))?;
    keep("what is only POP has POP", !file.is_pop_only() || !file.incoming.is_empty())?;
    keep("what has no protection is refused", !file.has_unprotected() || !file.refused.is_empty())
}

fn one_line(words: &Localized, most: usize) -> Result<(), &'static str> {
    let lines = [Language::Ja, Language::En].into_iter().filter_map(|language| words.in_language(language));
    let mut lines = lines.map(|line| line.chars().count() <= most && !line.chars().any(char::is_control));
    keep("words are one short line", lines.all(|is_plain| is_plain))
}

/// A name, so neither an address in digits nor the computer itself.
fn is_host(name: &str) -> bool {
    names::is_host(name) && name.parse::<IpAddr>().is_err() && !name.ends_with(".localhost")
}

fn keep(promise: &'static str, is_kept: bool) -> Result<(), &'static str> {
    if is_kept { Ok(()) } else { Err(promise) }
}
