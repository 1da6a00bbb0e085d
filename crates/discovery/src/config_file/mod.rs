//! Reading an autoconfig file (draft-ietf-mailmaint-autoconfig, `config-v1.1.xml`), which a stranger may have written.
//!
//! Lives here: from bytes to servers and words. A document type is refused, depth, length and counts are bounded,
//! unknown elements are passed over, and one broken server never loses the good ones. Does not live here: what the
//! servers are worth (folder `sources`), and fetching the file (folder `system`).

mod encoding;
mod japanese;
mod placeholders;
mod provider;
mod server;
mod tree;
mod words;

use contract::{Protocol, Security, UserName};

pub(crate) use words::Localized;

/// A longer file is refused; the longest real ones have 20 KiB.
pub(crate) const LONGEST_BODY: usize = 256 * 1024;
/// More servers than this are not kept, of each direction.
pub(crate) const MOST_SERVERS: usize = 24;

/// What a file says.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct ConfigFile {
    /// The mail domains it is for, lower case, A-labels.
    pub(crate) domains: Vec<String>,
    pub(crate) display_name: Localized,
    /// Submission servers, the provider's favourite first.
    pub(crate) outgoing: Vec<Entry>,
    /// Mailbox servers, the provider's favourite first.
    pub(crate) incoming: Vec<(Protocol, Entry)>,
    /// Servers that were passed over, and why.
    pub(crate) refused: Vec<Refused>,
    /// What a person has to switch on first.
    pub(crate) enable: Vec<Link>,
    /// The provider's own pages about it.
    pub(crate) documentation: Vec<Link>,
    /// Where the mail is read in a browser (https).
    pub(crate) login_page: Option<String>,
    pub(crate) oauth: Option<OAuthBlock>,
}

impl ConfigFile {
    /// A submission server without protection was named (and passed over).
    pub(crate) fn has_unprotected(&self) -> bool {
        self.refused.iter().any(|refused| refused.outgoing && refused.why == Refusal::Unprotected)
    }

    /// The mailbox can be read by POP3 and not by IMAP.
    pub(crate) fn is_pop_only(&self) -> bool {
        !self.incoming.is_empty() && self.incoming.iter().all(|(protocol, _)| *protocol == Protocol::Pop3)
    }
}

/// One server that can be used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Entry {
    pub(crate) host: String,
    pub(crate) port: u16,
    pub(crate) security: Security,
    /// A fixed name is nobody's name in a file for everybody, and is read as the address.
    pub(crate) user_name: UserName,
    /// In the provider's order, never empty.
    pub(crate) authentication: Vec<Authentication>,
}

/// An `<authentication>` that a person can be helped with, or not.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Authentication {
    Password,
    OAuth,
    /// By the computer's address, by reading mail first, none at all: nothing a person can do here.
    Unusable,
}

/// A server that was passed over.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Refused {
    pub(crate) outgoing: bool,
    /// The host as far as it is one, otherwise empty.
    pub(crate) host: String,
    pub(crate) why: Refusal,
}

/// Why a server was passed over.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Refusal {
    /// `plain`: nothing protects the password (RFC 8314).
    Unprotected,
    /// Port 25 is for servers among themselves (RFC 6409).
    ServerPort,
    /// The host name is missing or none.
    BadHost,
    BadPort,
    /// A kind of protection that nobody knows, or none that could be told from the port.
    UnknownSecurity,
    /// Every way to sign in is one that a person can do nothing with.
    UnusableAuthentication,
    /// The user name is garbled, or made of something that is not known and more.
    UnusableUserName,
}

/// A page, and what the provider says of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Link {
    /// `https` or `http`, with a host name.
    pub(crate) url: String,
    pub(crate) words: Localized,
}

/// The `<oAuth2>` block. It is only as good as the place where the file came from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct OAuthBlock {
    /// A host name or an https address.
    pub(crate) issuer: String,
    pub(crate) scope: String,
    /// https.
    pub(crate) auth_url: String,
    /// https.
    pub(crate) token_url: String,
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
    /// Too many bytes.
    #[error("too long")]
    TooLong,
}

/// Reads a file for `domain` (lower case, A-labels).
pub(crate) fn read(body: &[u8], domain: &str) -> Result<ConfigFile, FileFault> {
    if body.len() > LONGEST_BODY {
        return Err(FileFault::TooLong);
    }
    let text = encoding::decode(body);
    let root = tree::parse(encoding::document(&text)?)?;
    Ok(provider::configuration(&root, domain))
}
