//! Reading an autoconfig file (draft-ietf-mailmaint-autoconfig, `config-v1.1.xml`), which a stranger may have written.
//!
//! A document type is refused, depth and counts are bounded, unknown elements are passed over, and one broken server
//! never loses the good ones. What the servers are worth is not judged here.

use contract::{Protocol, Security};
use quick_xml::Reader;
use quick_xml::events::{BytesRef, Event};

use crate::names;

/// Nested deeper than this, a file is refused; real ones need five.
const DEEPEST: usize = 16;
/// More servers than this are not read.
const MOST_SERVERS: usize = 24;
/// Longer values than this make their server broken.
const LONGEST_VALUE: usize = 300;
/// The display name is cut to so many characters.
const LONGEST_NAME: usize = 80;

/// What a file says.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct ConfigFile {
    pub(crate) display_name: Option<String>,
    pub(crate) outgoing: Vec<Entry>,
    pub(crate) incoming: Vec<(Protocol, Entry)>,
    /// A server without protection was named (and passed over).
    pub(crate) has_unprotected: bool,
}

/// One server.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Entry {
    pub(crate) host: String,
    pub(crate) port: u16,
    pub(crate) security: Security,
    /// As it is written, placeholders included.
    pub(crate) user_name: Option<String>,
    pub(crate) authentication: Vec<Authentication>,
}

/// An `<authentication>` that can be of use.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Authentication {
    Password,
    OAuth,
    /// By the computer's address, by reading mail first, none at all: nothing a person can do here.
    Unusable,
}

/// The file cannot be used at all.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub(crate) enum FileFault {
    /// Not XML, or not an autoconfig file (an HTML page, for example).
    #[error("not a configuration file")]
    NotAConfiguration,
    /// It has a document type, which could hold entities.
    #[error("document type refused")]
    DocumentType,
    /// Nested too deep.
    #[error("nested too deep")]
    TooDeep,
}

/// Reads a file for `domain`.
pub(crate) fn read(body: &[u8], domain: &str) -> Result<ConfigFile, FileFault> {
    // Not always UTF-8; hosts and ports are ASCII in any case.
    let text = String::from_utf8_lossy(body);
    let mut reader = Reader::from_str(text.trim_start_matches('\u{feff}').trim_start());
    reader.config_mut().expand_empty_elements = true;
    let mut reading = Reading::new(domain);
    loop {
        let event = match reader.read_event() {
            Ok(event) => event,
            // A file that breaks off may have said enough before.
            Err(_) if !reading.file.outgoing.is_empty() => break,
            Err(_) => return Err(FileFault::NotAConfiguration),
        };
        match event {
            Event::Eof => break,
            Event::DocType(_) => return Err(FileFault::DocumentType),
            Event::Start(element) => {
                let kind = element
                    .try_get_attribute("type")
                    .ok()
                    .flatten()
                    .map(|found| found.value.trim().to_owned());
                reading.open(element.local_name().as_ref(), kind)?;
            }
            Event::End(_) => reading.close(),
            Event::Text(text) => reading.add(&text.xml10_content()),
            Event::CData(text) => reading.add(&text.xml10_content()),
            Event::GeneralRef(reference) => match character(&reference) {
                Some(letter) => reading.add(letter.encode_utf8(&mut [0; 4])),
                None => reading.spoil(),
            },
            Event::Empty(_) | Event::Comment(_) | Event::Decl(_) | Event::PI(_) => {}
        }
    }
    if reading.is_configuration { Ok(reading.file) } else { Err(FileFault::NotAConfiguration) }
}

/// A character reference or one of the five names of XML; any other name is unknown, for there is no document type.
fn character(reference: &BytesRef<'_>) -> Option<char> {
    if let Ok(Some(letter)) = reference.resolve_char_ref() {
        return Some(letter);
    }
    match reference.xml10_content().as_ref() {
        "amp" => Some('&'),
        "lt" => Some('<'),
        "gt" => Some('>'),
        "apos" => Some('\''),
        "quot" => Some('"'),
        _ => None,
    }
}

/// Where the reader stands and what it has.
struct Reading<'a> {
    domain: &'a str,
    path: Vec<String>,
    value: String,
    server: Option<Draft>,
    servers: usize,
    is_configuration: bool,
    file: ConfigFile,
}

/// A server while it is read; a field that cannot be used leaves `broken`.
#[derive(Default)]
struct Draft {
    outgoing: bool,
    kind: Option<String>,
    host: Option<String>,
    port: Option<u16>,
    security: Option<Security>,
    unprotected: bool,
    user_name: Option<String>,
    authentication: Vec<Authentication>,
    broken: bool,
}

impl<'a> Reading<'a> {
    fn new(domain: &'a str) -> Self {
        Self {
            domain,
            path: Vec::new(),
            value: String::new(),
            server: None,
            servers: 0,
            is_configuration: false,
            file: ConfigFile::default(),
        }
    }

    fn open(&mut self, name: &str, kind: Option<String>) -> Result<(), FileFault> {
        if self.path.len() >= DEEPEST {
            return Err(FileFault::TooDeep);
        }
        if self.path.is_empty() {
            if name != "clientConfig" {
                return Err(FileFault::NotAConfiguration);
            }
            self.is_configuration = true;
        }
        self.path.push(name.to_owned());
        self.value.clear();
        if self.is_at(&["clientConfig", "emailProvider", "incomingServer"])
            || self.is_at(&["clientConfig", "emailProvider", "outgoingServer"])
        {
            self.servers += 1;
            self.server = Some(Draft { outgoing: name == "outgoingServer", kind, ..Draft::default() });
        }
        Ok(())
    }

    fn close(&mut self) {
        let value = std::mem::take(&mut self.value);
        let value = value.trim();
        if self.is_at(&["clientConfig", "emailProvider", "displayName"]) && self.file.display_name.is_none() {
            self.file.display_name = plain(value);
        }
        let closed = self.path.pop().unwrap_or_default();
        match self.path.len() {
            3 => self.field(&closed, value),
            2 => self.finish(),
            _ => {}
        }
    }

    fn add(&mut self, text: &str) {
        if self.value.len() + text.len() <= LONGEST_VALUE {
            self.value.push_str(text);
        } else {
            self.spoil();
        }
    }

    fn spoil(&mut self) {
        if let Some(server) = &mut self.server {
            server.broken = true;
        }
    }

    fn is_at(&self, path: &[&str]) -> bool {
        self.path.iter().map(String::as_str).eq(path.iter().copied())
    }

    fn field(&mut self, name: &str, value: &str) {
        let domain = self.domain;
        let Some(server) = &mut self.server else { return };
        match name {
            "hostname" => match host(value, domain) {
                Some(host) => server.host = Some(host),
                None => server.broken = true,
            },
            "port" => match value.parse::<u16>() {
                Ok(port) if port > 0 => server.port = Some(port),
                Ok(_) | Err(_) => server.broken = true,
            },
            "socketType" => match value.to_ascii_lowercase().as_str() {
                "ssl" | "tls" => server.security = Some(Security::Tls),
                "starttls" => server.security = Some(Security::Starttls),
                "plain" => server.unprotected = true,
                _ => server.broken = true,
            },
            "username" => server.user_name = Some(value.to_owned()),
            "authentication" => server.authentication.push(match value.to_ascii_lowercase().as_str() {
                "oauth2" => Authentication::OAuth,
                "none" | "client-ip-address" | "smtp-after-pop" | "tls-client-cert" | "gssapi" | "ntlm" => {
                    Authentication::Unusable
                }
                _ => Authentication::Password,
            }),
            _ => {}
        }
    }

    fn finish(&mut self) {
        let Some(draft) = self.server.take() else { return };
        if draft.broken || self.servers > MOST_SERVERS {
            return;
        }
        if draft.unprotected {
            self.file.has_unprotected |= draft.outgoing;
            return;
        }
        let (Some(host), Some(port), Some(security)) = (draft.host, draft.port, draft.security) else {
            return;
        };
        let entry =
            Entry { host, port, security, user_name: draft.user_name, authentication: draft.authentication };
        match (draft.outgoing, draft.kind.as_deref().unwrap_or_default()) {
            // Port 25 is for servers among themselves (RFC 6409).
            (true, "smtp") if port != 25 => self.file.outgoing.push(entry),
            (false, "imap") => self.file.incoming.push((Protocol::Imap, entry)),
            (false, "pop3") => self.file.incoming.push((Protocol::Pop3, entry)),
            _ => {}
        }
    }
}

fn host(value: &str, domain: &str) -> Option<String> {
    names::to_ascii(&value.replace("%EMAILDOMAIN%", domain)).filter(|host| host.len() <= 253)
}

/// One line without controls and without characters that turn the direction of writing.
fn plain(text: &str) -> Option<String> {
    let line: String = text
        .chars()
        .filter(|letter| {
            !letter.is_control()
                && !matches!(letter, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
        })
        .take(LONGEST_NAME)
        .collect();
    let line = line.trim();
    (!line.is_empty()).then(|| line.to_owned())
}
