//! One `<incomingServer>` or `<outgoingServer>`: kept, refused with a reason, or of a kind that does not matter here.

use contract::{Protocol, Security, UserName};

use super::placeholders::{self, Reader};
use super::tree::Element;
use super::{Authentication, Entry, Refusal, Refused};

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
pub(super) fn outgoing(element: &Element, reader: &Reader<'_>) -> Outcome {
    match lower(element.attribute("type")).as_deref() {
        None | Some("smtp" | "smtps" | "esmtp" | "submission" | "submissions") => {
            read(element, Kind::Smtp, reader)
        }
        Some(_) => Outcome::Passed,
    }
}

/// Reads an `<incomingServer>`.
pub(super) fn incoming(element: &Element, reader: &Reader<'_>) -> Outcome {
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
    read(element, Kind::Mailbox(protocol), reader)
}

fn read(element: &Element, kind: Kind, reader: &Reader<'_>) -> Outcome {
    let host = first(element, "hostname", |value| placeholders::host(value, reader.domain)).ok().flatten();
    let entry = match &host {
        Some(host) => entry(element, kind, host, reader),
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

fn entry(element: &Element, kind: Kind, host: &str, reader: &Reader<'_>) -> Result<Entry, Refusal> {
    let port = port(element)?;
    let security = match socket(element)? {
        Some(Socket::Plain) => return Err(Refusal::Unprotected),
        Some(Socket::Protected(security)) => security,
        Some(Socket::Tls) => match port {
            Some(25 | 2525 | 2587) => Security::Starttls,
            port => port.and_then(usual_security).unwrap_or(Security::Tls),
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
    let user_name = first(element, "username", |value| placeholders::user_name(value, reader))
        .map_err(|Garbled| Refusal::UnusableUserName)?
        .unwrap_or(UserName::Address);
    Ok(Entry { host: host.to_owned(), port, security, user_name, authentication })
}

/// There are values, and none can be read.
struct Garbled;

/// What can be read of the values of a name, in their order. A later one is there for programs that do not understand
/// the ones before. `None` where no value says anything.
fn all<T>(
    element: &Element,
    name: &str,
    read: impl Fn(&str) -> Option<T>,
) -> Result<Option<Vec<T>>, Garbled> {
    let mut said = element.all(name).filter(|found| found.is_garbled || !found.text().is_empty()).peekable();
    if said.peek().is_none() {
        return Ok(None);
    }
    let whole = said.filter(|found| !found.is_garbled && found.text().len() <= LONGEST_VALUE);
    let read: Vec<T> = whole.filter_map(|found| read(found.text())).collect();
    if read.is_empty() { Err(Garbled) } else { Ok(Some(read)) }
}

fn first<T>(element: &Element, name: &str, read: impl Fn(&str) -> Option<T>) -> Result<Option<T>, Garbled> {
    Ok(all(element, name, read)?.and_then(|values| values.into_iter().next()))
}

fn port(element: &Element) -> Result<Option<u16>, Refusal> {
    let port = first(element, "port", |value| {
        let value = crate::composed::nfkc(value);
        let is_number = value.bytes().all(|byte| byte.is_ascii_digit());
        value.parse::<u16>().ok().filter(|port| *port > 0 && is_number)
    });
    port.map_err(|Garbled| Refusal::BadPort)
}

/// Where a protected and an unprotected one are named, the protected one.
fn socket(element: &Element) -> Result<Option<Socket>, Refusal> {
    let all = all(element, "sockettype", kind_of_socket).map_err(|Garbled| Refusal::UnknownSecurity)?;
    let Some(mut all) = all else { return Ok(None) };
    let best = all.iter().position(|socket| !matches!(socket, Socket::Plain)).unwrap_or(0);
    Ok(Some(all.swap_remove(best)))
}

fn kind_of_socket(value: &str) -> Option<Socket> {
    match letters(value).as_str() {
        "ssl" | "ssltls" | "tlsssl" | "ssl3" | "sslv3" | "sslv23" | "smtps" | "imaps" | "pop3s"
        | "implicit" | "implicittls" | "implicitssl" => Some(Socket::Protected(Security::Tls)),
        "starttls" | "stls" | "tlsstarttls" | "starttlstls" | "alwaysstarttls" | "trystarttls"
        | "starttlsrequired" | "explicit" | "explicittls" | "explicitssl" => {
            Some(Socket::Protected(Security::Starttls))
        }
        "tls" | "tlsv1" | "tlsv11" | "tlsv12" | "tlsv13" | "sslstarttls" | "starttlsssl" => Some(Socket::Tls),
        "plain" | "none" | "no" | "off" | "cleartext" | "plaintext" | "unencrypted" => Some(Socket::Plain),
        _ => None,
    }
}

/// The ways to sign in, in the provider's order, each once. Unknown ones are passed over; where nothing is left, the
/// password is what nearly every server takes.
fn authentication(element: &Element) -> Vec<Authentication> {
    let mut ways = Vec::new();
    for value in element.all("authentication").take(MOST_WAYS) {
        let way = match letters(value.text()).as_str() {
            "passwordcleartext" | "passwordencrypted" | "password" | "plain" | "login" | "secure"
            | "crammd5" | "digestmd5" | "scramsha1" | "scramsha256" | "normal" | "normalpassword"
            | "cleartext" | "encrypted" | "encryptedpassword" | "basic" | "passwordplain" => {
                Authentication::Password
            }
            "oauth2" | "oauth20" | "oauth" | "xoauth2" | "oauthbearer" => Authentication::OAuth,
            "none" | "clientipaddress" | "smtpafterpop" | "smtpafterimap" | "tlsclientcert"
            | "sslclientcert" | "gssapi" | "kerberos" | "ntlm" | "external" | "anonymous" => {
                Authentication::Unusable
            }
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

/// The letters and digits of a word of the format, in lower case.
fn letters(value: &str) -> String {
    let value = crate::composed::nfkc(value);
    let known = value.chars().filter(|letter| letter.is_alphanumeric());
    known.take(LONGEST_VALUE).collect::<String>().to_ascii_lowercase()
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
