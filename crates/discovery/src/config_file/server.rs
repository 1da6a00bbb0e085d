//! One `<incomingServer>` or `<outgoingServer>`: kept, refused with a reason, or of a kind that does not matter here.

use contract::{Protocol, Security};

use super::tree::Element;
use super::{Authentication, Entry, Refusal, Refused, placeholders};

/// Longer values are broken.
const LONGEST_VALUE: usize = 300;
/// More ways to sign in than this are not read.
const MOST_WAYS: usize = 8;

/// What became of a server.
pub(super) enum Outcome {
    Outgoing(Entry),
    Incoming(Protocol, Entry),
    Refused(Refused),
    /// Another kind of server, such as Exchange or JMAP.
    Passed,
}

/// What a server speaks.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Smtp,
    Mailbox(Protocol),
}

/// A `<socketType>`.
enum Socket {
    Protected(Security),
    /// Some call STARTTLS so, and some what begins with TLS: the port tells.
    Tls,
    Plain,
}

/// Reads an `<outgoingServer>`.
pub(super) fn outgoing(element: &Element, domain: &str) -> Outcome {
    match lower(element.attribute("type")).as_deref() {
        None | Some("smtp" | "smtps" | "esmtp" | "submission" | "submissions") => {
            read(element, Kind::Smtp, domain)
        }
        Some(_) => Outcome::Passed,
    }
}

/// Reads an `<incomingServer>`.
pub(super) fn incoming(element: &Element, domain: &str) -> Outcome {
    let protocol = match lower(element.attribute("type")).as_deref() {
        Some("imap" | "imap4" | "imaps") => Protocol::Imap,
        Some("pop3" | "pop" | "pop3s") => Protocol::Pop3,
        Some(_) => return Outcome::Passed,
        None => match port(element) {
            Ok(Some(993 | 143)) => Protocol::Imap,
            Ok(Some(995 | 110)) => Protocol::Pop3,
            Ok(_) | Err(_) => return Outcome::Passed,
        },
    };
    read(element, Kind::Mailbox(protocol), domain)
}

fn read(element: &Element, kind: Kind, domain: &str) -> Outcome {
    let host = field(element, "hostname").ok().flatten().and_then(|value| placeholders::host(value, domain));
    let entry = match &host {
        Some(host) => entry(element, kind, host, domain),
        None => Err(Refusal::BadHost),
    };
    match (entry, kind) {
        (Ok(entry), Kind::Smtp) => Outcome::Outgoing(entry),
        (Ok(entry), Kind::Mailbox(protocol)) => Outcome::Incoming(protocol, entry),
        (Err(why), kind) => {
            let outgoing = kind == Kind::Smtp;
            Outcome::Refused(Refused { outgoing, host: host.unwrap_or_default(), why })
        }
    }
}

fn entry(element: &Element, kind: Kind, host: &str, domain: &str) -> Result<Entry, Refusal> {
    let port = port(element)?;
    let security = match socket(element)? {
        Some(Socket::Plain) => return Err(Refusal::Unprotected),
        Some(Socket::Protected(security)) => security,
        Some(Socket::Tls) => match port.and_then(usual_security) {
            Some(Security::Starttls) => Security::Starttls,
            Some(Security::Tls) | None => Security::Tls,
        },
        None => port.and_then(usual_security).ok_or(Refusal::UnknownSecurity)?,
    };
    let port = port.unwrap_or(usual_port(kind, security));
    if kind == Kind::Smtp && port == 25 {
        return Err(Refusal::ServerPort);
    }
    let authentication = authentication(element);
    if authentication.iter().all(|way| *way == Authentication::Unusable) {
        return Err(Refusal::UnusableAuthentication);
    }
    let user_name = match field(element, "username") {
        Ok(value) => placeholders::user_name(value.unwrap_or_default(), domain),
        Err(Garbled) => None,
    };
    let user_name = user_name.ok_or(Refusal::UnusableUserName)?;
    Ok(Entry { host: host.to_owned(), port, security, user_name, authentication })
}

/// A value that cannot be read.
struct Garbled;

/// The first value of a name that says anything.
fn field<'a>(element: &'a Element, name: &'a str) -> Result<Option<&'a str>, Garbled> {
    let Some(found) = element.all(name).find(|found| found.is_garbled || !found.text().is_empty()) else {
        return Ok(None);
    };
    if found.is_garbled || found.text().len() > LONGEST_VALUE { Err(Garbled) } else { Ok(Some(found.text())) }
}

fn port(element: &Element) -> Result<Option<u16>, Refusal> {
    let Some(value) = field(element, "port").map_err(|Garbled| Refusal::BadPort)? else { return Ok(None) };
    let is_number = value.bytes().all(|byte| byte.is_ascii_digit());
    match value.parse::<u16>() {
        Ok(port) if port > 0 && is_number => Ok(Some(port)),
        Ok(_) | Err(_) => Err(Refusal::BadPort),
    }
}

fn socket(element: &Element) -> Result<Option<Socket>, Refusal> {
    let value = field(element, "sockettype").map_err(|Garbled| Refusal::UnknownSecurity)?;
    let Some(value) = value else { return Ok(None) };
    let letters: String =
        value.chars().filter(|letter| !matches!(letter, ' ' | '-' | '_' | '/' | '.')).collect();
    match letters.to_ascii_lowercase().as_str() {
        "ssl" | "ssltls" | "tlsssl" => Ok(Some(Socket::Protected(Security::Tls))),
        "starttls" => Ok(Some(Socket::Protected(Security::Starttls))),
        "tls" | "tlsv1" | "tlsv11" | "tlsv12" | "tlsv13" => Ok(Some(Socket::Tls)),
        "plain" | "none" | "no" | "off" | "cleartext" => Ok(Some(Socket::Plain)),
        _ => Err(Refusal::UnknownSecurity),
    }
}

/// The ways to sign in, in the provider's order, each once. Unknown ones are passed over; where nothing is left, the
/// password is what nearly every server takes.
fn authentication(element: &Element) -> Vec<Authentication> {
    let mut ways = Vec::new();
    for value in element.all("authentication").take(MOST_WAYS) {
        let way = match value.text().to_ascii_lowercase().as_str() {
            "password-cleartext" | "password-encrypted" | "password" | "plain" | "login" | "secure"
            | "cram-md5" | "digest-md5" => Authentication::Password,
            "oauth2" | "xoauth2" | "oauthbearer" => Authentication::OAuth,
            "none" | "client-ip-address" | "smtp-after-pop" | "tls-client-cert" | "gssapi" | "kerberos"
            | "ntlm" | "external" | "anonymous" => Authentication::Unusable,
            _ => continue,
        };
        if !ways.contains(&way) {
            ways.push(way);
        }
    }
    if ways.is_empty() {
        ways.push(Authentication::Password);
    }
    ways
}

/// What stands on a port by RFC 8314 and, for the older ones, by the RFC of each protocol.
fn usual_security(port: u16) -> Option<Security> {
    match port {
        465 | 993 | 995 => Some(Security::Tls),
        587 | 143 | 110 => Some(Security::Starttls),
        _ => None,
    }
}

fn usual_port(kind: Kind, security: Security) -> u16 {
    match (kind, security) {
        (Kind::Smtp, Security::Tls) => 465,
        (Kind::Smtp, Security::Starttls) => 587,
        (Kind::Mailbox(Protocol::Imap), Security::Tls) => 993,
        (Kind::Mailbox(Protocol::Imap), Security::Starttls) => 143,
        (Kind::Mailbox(Protocol::Pop3), Security::Tls) => 995,
        (Kind::Mailbox(Protocol::Pop3), Security::Starttls) => 110,
    }
}

fn lower(value: Option<&str>) -> Option<String> {
    value.map(str::to_ascii_lowercase)
}
