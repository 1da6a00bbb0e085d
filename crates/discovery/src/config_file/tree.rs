//! The elements of the document that mean something here, as a small tree. Names are compared without their prefix and
//! without case. Mistakes are borne as a browser bears them: what was not closed is closed by what follows.

use quick_xml::NsReader;
use quick_xml::events::{BytesRef, BytesStart, Event};
use quick_xml::name::{Namespace, QName, ResolveResult};

use super::FileFault;
use super::words::is_hidden;

/// Nested deeper than this, a file is refused; real ones need five.
const DEEPEST: usize = 16;
/// Longer texts make their element garbled.
const LONGEST_TEXT: usize = 4096;
/// Attributes after these are not looked at.
const MOST_ATTRIBUTES: usize = 32;
/// Longer attributes are not looked at.
const LONGEST_ATTRIBUTE: usize = 2048;

/// Elements that may stand in front of the document: the warnings of a script.
const MOST_IN_FRONT: usize = 64;

/// What a document begins with. Some leave the outer one out.
pub(super) const ROOTS: [&str; 2] = ["clientconfig", "emailprovider"];
/// Elements of a page, where the document should be.
const PAGE: [&str; 7] = ["html", "head", "body", "title", "meta", "script", "div"];
const SERVERS: [&str; 2] = ["incomingserver", "outgoingserver"];
const FIELDS: [&str; 5] = ["hostname", "port", "sockettype", "username", "authentication"];
const OTHERS: [&str; 18] = [
    "inputfield",
    "userinput",
    "emailprovider",
    "domain",
    "displayname",
    "enable",
    "enableurl",
    "instruction",
    "documentation",
    "descr",
    "webmail",
    "loginpage",
    "loginpageinfo",
    "oauth2",
    "issuer",
    "scope",
    "authurl",
    "tokenurl",
];
const ATTRIBUTES: [&str; 6] = ["type", "url", "visiturl", "lang", "key", "label"];

/// One element.
#[derive(Debug, Default)]
pub(super) struct Element {
    /// Lower case, without a prefix.
    name: String,
    attributes: Vec<(String, String)>,
    /// Its own text, not that of its children.
    text: String,
    /// It holds something that could not be read.
    pub(super) is_garbled: bool,
    /// Its end was there.
    pub(super) is_whole: bool,
    children: Vec<Element>,
}

impl Element {
    /// The children of a name, in their order.
    pub(super) fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a Element> {
        self.children.iter().filter(move |child| child.name == name)
    }

    /// Its own text without the spaces around it, and without what has no width there.
    pub(super) fn text(&self) -> &str {
        self.text.trim_matches(|letter: char| letter.is_whitespace() || is_hidden(letter))
    }

    /// An attribute's value; `None` when it is missing or empty.
    pub(super) fn attribute(&self, name: &str) -> Option<&str> {
        let found = self.attributes.iter().find(|(key, _)| key == name);
        found.map(|(_, value)| value.trim()).filter(|value| !value.is_empty())
    }

    /// An end tag of which the `<` was forgotten stands in the text.
    fn cut_end_tag(&mut self) {
        let text = self.text.trim_end();
        let end = format!("/{}>", self.name);
        if let Some(at) = text.len().checked_sub(end.len())
            && text.get(at..).is_some_and(|tail| tail.eq_ignore_ascii_case(&end))
        {
            self.text.truncate(at);
        }
    }

    fn is(&self, names: &[&str]) -> bool {
        names.contains(&self.name.as_str())
    }
}

/// Reads a document. Its root is `clientConfig`, whether it was there or not.
pub(super) fn parse(text: &str) -> Result<Element, FileFault> {
    let mut reader = NsReader::from_str(text);
    let config = reader.config_mut();
    config.expand_empty_elements = true;
    config.check_end_names = false;
    config.allow_unmatched_ends = true;
    config.allow_dangling_amp = true;
    let mut open = Open::default();
    // A file that breaks off may have said enough before.
    while let Ok(event) = reader.read_event() {
        match event {
            Event::Eof => break,
            Event::DocType(kind) => return Err(refused(&kind.xml10_content())),
            Event::Start(start) => {
                let (space, _) = reader.resolver().resolve_element(start.name());
                open.start(&start, space)?;
            }
            Event::End(end) => {
                let (space, _) = reader.resolver().resolve_element(end.name());
                open.end(&open.name(end.name(), space));
                if open.root.is_some() {
                    break;
                }
            }
            Event::Text(text) => open.text(&text.xml10_content()),
            Event::CData(text) => open.text(&text.xml10_content()),
            Event::GeneralRef(reference) => open.reference(&reference),
            Event::Empty(_) | Event::Comment(_) | Event::Decl(_) | Event::PI(_) => {}
        }
    }
    open.finish()
}

/// A page of the web is no file with something dangerous in it: it is no file of this kind at all.
pub(super) fn refused(document_type: &str) -> FileFault {
    let name: String = document_type.trim_start().chars().take_while(char::is_ascii_alphanumeric).collect();
    if name.eq_ignore_ascii_case("html") { FileFault::NotAConfiguration } else { FileFault::DocumentType }
}

/// The elements that are open, the root first.
#[derive(Default)]
struct Open {
    stack: Vec<Element>,
    root: Option<Element>,
    /// The namespace of the root.
    namespace: String,
    /// Elements that stood in front.
    in_front: usize,
}

impl Open {
    /// The name without its prefix; with it where the prefix stands for another namespace than the root's.
    fn name(&self, name: QName<'_>, space: ResolveResult<'_>) -> String {
        let is_foreign = name.prefix().is_some()
            && !self.stack.is_empty()
            && match space {
                ResolveResult::Bound(Namespace(space)) => space != self.namespace,
                ResolveResult::Unbound | ResolveResult::Unknown(_) => false,
            };
        let name = if is_foreign { name.into_inner() } else { name.local_name().into_inner() };
        name.to_ascii_lowercase()
    }

    fn start(&mut self, start: &BytesStart<'_>, space: ResolveResult<'_>) -> Result<(), FileFault> {
        let name = self.name(start.name(), space.clone());
        if self.stack.is_empty() {
            if !ROOTS.contains(&name.as_str()) {
                return self.pass_over(&name);
            }
            if let ResolveResult::Bound(Namespace(space)) = space {
                space.clone_into(&mut self.namespace);
            }
            if name != ROOTS[0] {
                self.stack.push(Element { name: ROOTS[0].to_owned(), ..Element::default() });
            }
        }
        self.close_forgotten(&name);
        if self.stack.len() >= DEEPEST {
            return Err(FileFault::TooDeep);
        }
        self.stack.push(Element { name, attributes: attributes(start), ..Element::default() });
        Ok(())
    }

    /// The warnings of a script between the declaration and the document are no part of it.
    fn pass_over(&mut self, name: &str) -> Result<(), FileFault> {
        self.in_front += 1;
        if PAGE.contains(&name) || self.in_front > MOST_IN_FRONT {
            return Err(FileFault::NotAConfiguration);
        }
        Ok(())
    }

    /// A server never stands in a server, nor a field in a field: somebody forgot to close the one before.
    fn close_forgotten(&mut self, name: &str) {
        if SERVERS.contains(&name) {
            if let Some(place) = self.stack.iter().position(|element| element.is(&SERVERS)) {
                self.close_down_to(place);
            }
        } else if FIELDS.contains(&name)
            && let Some(place) = self.stack.iter().position(|element| element.is(&FIELDS))
        {
            self.close_down_to(place);
        }
    }

    fn end(&mut self, name: &str) {
        if let Some(place) = self.stack.iter().rposition(|element| element.name == name) {
            self.close_down_to(place);
        }
    }

    fn text(&mut self, text: &str) {
        let Some(element) = self.stack.last_mut() else { return };
        if element.text.len() + text.len() <= LONGEST_TEXT {
            element.text.push_str(text);
        } else {
            element.is_garbled = true;
        }
    }

    fn reference(&mut self, reference: &BytesRef<'_>) {
        let name = reference.xml10_content();
        match character(&name) {
            Some(letter) => self.text(letter.encode_utf8(&mut [0; 4])),
            None => {
                self.text(&format!("&{name};"));
                if let Some(element) = self.stack.last_mut() {
                    element.is_garbled = true;
                }
            }
        }
    }

    fn close_down_to(&mut self, place: usize) {
        while self.stack.len() > place {
            self.close(true);
        }
    }

    fn close(&mut self, is_whole: bool) {
        let Some(mut element) = self.stack.pop() else { return };
        element.is_whole = is_whole;
        if element.is(&FIELDS) {
            element.cut_end_tag();
        }
        let is_known = element.is(&SERVERS) || element.is(&FIELDS) || element.is(&OTHERS);
        match self.stack.last_mut() {
            Some(parent) if is_known => parent.children.push(element),
            Some(_) => {}
            None => self.root = Some(element),
        }
    }

    fn finish(mut self) -> Result<Element, FileFault> {
        while !self.stack.is_empty() {
            self.close(false);
        }
        self.root.ok_or(FileFault::NotAConfiguration)
    }
}

fn attributes(start: &BytesStart<'_>) -> Vec<(String, String)> {
    let mut all = start.attributes();
    all.with_checks(false)
        .take(MOST_ATTRIBUTES)
        .filter_map(Result::ok)
        .filter(|found| found.value.len() <= LONGEST_ATTRIBUTE)
        .map(|found| (found.key.local_name().as_ref().to_ascii_lowercase(), resolved(&found.value)))
        .filter(|(name, _)| ATTRIBUTES.contains(&name.as_str()))
        .collect()
}

/// References in an attribute; an `&` that begins none stands for itself, as in many addresses of pages.
fn resolved(value: &str) -> String {
    let mut text = String::with_capacity(value.len());
    let mut rest = value;
    while let Some((before, after)) = rest.split_once('&') {
        text.push_str(before);
        let known = after.split_once(';').and_then(|(name, tail)| Some((character(name)?, tail)));
        let (letter, tail) = known.unwrap_or(('&', after));
        text.push(letter);
        rest = tail;
    }
    text.push_str(rest);
    text
}

/// A character reference or one of the five names of XML; other names are unknown, for there is no document type.
fn character(name: &str) -> Option<char> {
    let code = match name {
        "amp" => return Some('&'),
        "lt" => return Some('<'),
        "gt" => return Some('>'),
        "apos" => return Some('\''),
        "quot" => return Some('"'),
        // Of HTML, and harmless.
        "nbsp" => return Some('\u{a0}'),
        name => name.strip_prefix('#')?,
    };
    let (digits, radix) = match code.strip_prefix(['x', 'X']) {
        Some(digits) => (digits, 16),
        None => (code, 10),
    };
    let is_number = !digits.starts_with('+') && digits.len() <= 8;
    u32::from_str_radix(digits, radix).ok().filter(|_| is_number).and_then(char::from_u32)
}
