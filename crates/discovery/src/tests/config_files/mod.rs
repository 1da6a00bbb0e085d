//! Autoconfig files: usual ones (`usual`), servers that are refused (`servers`), untidy ones (`untidy`), words and
//! links (`words`), files as they are published (`wild`), and what holds for any (`properties`).

mod properties;
mod servers;
mod untidy;
mod usual;
mod wild;
mod words;

use contract::{Protocol, Security};

use crate::config_file::{ConfigFile, FileFault, Refusal, read};

/// The mail domain of these tests.
const DOMAIN: &str = "example.jp";

fn document(inside: &str) -> String {
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<clientConfig version=\"1.1\"><emailProvider id=\"example.jp\">\
         <domain>example.jp</domain>{inside}</emailProvider></clientConfig>"
    )
}

/// What a file with these elements in its provider says.
fn file(inside: &str) -> ConfigFile {
    text(&document(inside)).unwrap()
}

fn text(text: &str) -> Result<ConfigFile, FileFault> {
    read(text.as_bytes(), DOMAIN)
}

fn server(kind: &str, fields: &[(&str, &str)]) -> String {
    let (element, kind) = match kind {
        "smtp" => ("outgoingServer", kind),
        kind => ("incomingServer", kind),
    };
    let fields: String = fields.iter().map(|(name, value)| format!("<{name}>{value}</{name}>")).collect();
    format!("<{element} type=\"{kind}\">{fields}</{element}>")
}

fn smtp(host: &str, port: &str, socket: &str) -> String {
    server(
        "smtp",
        &[
            ("hostname", host),
            ("port", port),
            ("socketType", socket),
            ("username", "%EMAILADDRESS%"),
            ("authentication", "password-cleartext"),
        ],
    )
}

const GOOD: &str = "<outgoingServer type=\"smtp\"><hostname>good.example.jp</hostname><port>465</port>\
    <socketType>SSL</socketType><username>%EMAILADDRESS%</username>\
    <authentication>password-cleartext</authentication></outgoingServer>";

fn outgoing(file: &ConfigFile) -> Vec<(&str, u16, Security)> {
    file.outgoing.iter().map(|entry| (entry.host.as_str(), entry.port, entry.security)).collect()
}

fn incoming(file: &ConfigFile) -> Vec<(Protocol, &str, u16, Security)> {
    let entries = file.incoming.iter();
    entries.map(|(protocol, entry)| (*protocol, entry.host.as_str(), entry.port, entry.security)).collect()
}

fn refusals(file: &ConfigFile) -> Vec<Refusal> {
    file.refused.iter().map(|refused| refused.why).collect()
}
