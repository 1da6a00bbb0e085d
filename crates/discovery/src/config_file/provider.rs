//! The `<emailProvider>` that is meant, and what else the file says for people.

use super::placeholders::{self, Reader};
use super::server::{self, Outcome};
use super::tree::Element;
use super::words::{Localized, plain};
use super::{ConfigFile, Link, MOST_SERVERS, OAuthBlock};
use crate::names;

/// More domains than this are not kept; real files have up to sixty.
const MOST_DOMAINS: usize = 256;
/// More links than this are not kept.
const MOST_LINKS: usize = 8;
/// Longer links and scopes are dropped.
const LONGEST_LINK: usize = 1024;
/// Display names are cut to so many characters.
const LONGEST_NAME: usize = 80;
/// Other words are cut to so many characters.
const LONGEST_WORDS: usize = 400;

/// Everything that the document says for `domain`.
pub(super) fn configuration(root: &Element, domain: &str) -> ConfigFile {
    let provider = provider(root, domain);
    // Links and the rest stand in the provider or beside it.
    let places = if std::ptr::eq(provider, root) { vec![root] } else { vec![provider, root] };
    let mut file = ConfigFile {
        domains: domains(provider, domain),
        display_name: words(provider.all("displayname"), domain, LONGEST_NAME),
        enable: links(&places, &["enable", "enableurl"], "instruction", domain),
        documentation: links(&places, &["documentation", "instruction"], "descr", domain),
        login_page: login_page(&places, domain),
        oauth: oauth(&places),
        ..ConfigFile::default()
    };
    let reader = Reader { domain, asked: asked(&places) };
    for element in servers(&places, "outgoingserver") {
        add(&mut file, server::outgoing(element, &reader));
    }
    for element in servers(&places, "incomingserver") {
        add(&mut file, server::incoming(element, &reader));
    }
    file
}

/// The servers of the provider, or those beside it where it has none of that direction.
fn servers<'a>(places: &[&'a Element], name: &'a str) -> impl Iterator<Item = &'a Element> + use<'a> {
    let place = places.iter().copied().find(|place| place.all(name).next().is_some());
    place.into_iter().flat_map(|place| place.all(name)).filter(|element| element.is_whole)
}

/// What the person is asked for: `<inputField key="USERNAME" label="Customer number"/>`, in older files `<userinput>`.
fn asked(places: &[&Element]) -> Vec<(String, String)> {
    let fields = places.iter().flat_map(|place| place.all("inputfield").chain(place.all("userinput")));
    let asked = fields.filter_map(|field| {
        let label = field.attribute("label").unwrap_or_else(|| field.text());
        (!label.is_empty()).then(|| (field.attribute("key"), label))
    });
    asked
        .filter_map(|(key, label)| Some((key?.trim_matches('%').to_owned(), label.to_owned())))
        .take(MOST_LINKS)
        .collect()
}

fn add(file: &mut ConfigFile, outcome: Outcome) {
    match outcome {
        Outcome::Outgoing(entry) if file.outgoing.len() < MOST_SERVERS => file.outgoing.push(entry),
        Outcome::Incoming(protocol, entry) if file.incoming.len() < MOST_SERVERS => {
            file.incoming.push((protocol, entry));
        }
        Outcome::Refused(refused) if file.refused.len() < 2 * MOST_SERVERS => file.refused.push(refused),
        Outcome::Outgoing(_) | Outcome::Incoming(..) | Outcome::Refused(_) | Outcome::Passed => {}
    }
}

/// The first provider that names the domain, otherwise the first. Some files leave the element out.
fn provider<'a>(root: &'a Element, domain: &str) -> &'a Element {
    let names_it = |provider: &&Element| domains(provider, domain).iter().any(|name| name == domain);
    root.all("emailprovider")
        .find(names_it)
        .or_else(|| root.all("emailprovider").find(|provider| has_servers(provider)))
        .or_else(|| root.all("emailprovider").next())
        .filter(|provider| has_servers(provider) || !has_servers(root))
        .unwrap_or(root)
}

fn has_servers(element: &Element) -> bool {
    element.all("outgoingserver").chain(element.all("incomingserver")).next().is_some()
}

fn domains(provider: &Element, domain: &str) -> Vec<String> {
    let named = provider.all("domain").filter_map(|element| placeholders::words(element.text(), domain));
    named.filter_map(|name| names::to_ascii(&name)).take(MOST_DOMAINS).collect()
}

fn words<'a>(elements: impl Iterator<Item = &'a Element>, domain: &str, most: usize) -> Localized {
    let mut all = Localized::default();
    for element in elements {
        let filled = placeholders::words(element.text(), domain);
        if let Some(line) = filled.and_then(|text| plain(&text, most)) {
            all.add(element.attribute("lang"), line);
        }
    }
    all
}

fn links(places: &[&Element], names: &[&str], child: &str, domain: &str) -> Vec<Link> {
    let found = places.iter().flat_map(|place| names.iter().flat_map(|name| place.all(name)));
    let links = found.filter_map(|element| {
        let url = element.attribute("visiturl").or_else(|| element.attribute("url"))?;
        let mut said = words(element.all(child), domain, LONGEST_WORDS);
        if let Some(line) = plain(element.text(), LONGEST_WORDS).filter(|_| said == Localized::default()) {
            said.add(element.attribute("lang"), line);
        }
        Some(Link { url: address_of_page(url, domain, &["https://", "http://"])?, words: said })
    });
    links.take(MOST_LINKS).collect()
}

fn login_page(places: &[&Element], domain: &str) -> Option<String> {
    let web = places.iter().flat_map(|place| place.all("webmail"));
    let mut pages = web.flat_map(|web| web.all("loginpage").chain(web.all("loginpageinfo")));
    pages.find_map(|page| address_of_page(page.attribute("url")?, domain, &["https://"]))
}

/// All four parts, or nothing.
fn oauth(places: &[&Element]) -> Option<OAuthBlock> {
    places.iter().flat_map(|place| place.all("oauth2")).find_map(|block| {
        let part = |name| {
            let text = block.all(name).find(|part| !part.is_garbled && !part.text().is_empty())?.text();
            plain(text, LONGEST_LINK)
        };
        let issuer = part("issuer")?;
        let is_host = names::is_host(&issuer) || address_of_page(&issuer, "", &["https://"]).is_some();
        let address = |name| address_of_page(&part(name)?, "", &["https://"]);
        let (auth_url, token_url) = (address("authurl")?, address("tokenurl")?);
        is_host.then_some(OAuthBlock { issuer, scope: part("scope")?, auth_url, token_url })
    })
}

/// The address of a page of a host with a name: no other scheme, no user, nothing that has to be guessed.
fn address_of_page(value: &str, domain: &str, schemes: &[&str]) -> Option<String> {
    let url = placeholders::words(value, domain)?;
    let is_clean =
        url.bytes().all(|byte| byte.is_ascii_graphic()) && !url.contains(['<', '>', '"', '\\', '`']);
    if url.len() > LONGEST_LINK || !is_clean {
        return None;
    }
    let rest = schemes.iter().find_map(|scheme| {
        let start = url.get(..scheme.len())?;
        start.eq_ignore_ascii_case(scheme).then(|| url.get(scheme.len()..).unwrap_or_default())
    })?;
    let authority = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let (host, port) = authority.split_once(':').unwrap_or((authority, "443"));
    let port_is_one = port.parse::<u16>().is_ok_and(|port| port > 0);
    (names::is_host(host) && port_is_one).then_some(url)
}
