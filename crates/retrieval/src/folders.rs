//! What the folders are for.

use async_imap::imap_proto::MailboxListData;
use async_imap::types::NameAttribute;

/// Names in use where the server does not mark the folder (RFC 6154), lower case; the Japanese ones (迷惑メール,
/// 迷惑メールフォルダ, 迷惑メールフォルダー, スパム) also as they stand on the wire, in modified UTF-7
/// (RFC 3501 section 5.1.3).
const USUAL: &[&str] = &[
    "spam",
    "junk",
    "junk mail",
    "junk e-mail",
    "junk email",
    "bulk",
    "bulk mail",
    "迷惑メール",
    "&j,dg0tdhmpww6w-",
    "&j,dg0tdhmpww6zdvmkkw6zda-",
    "&j,dg0tdhmpww6zdvmkkw6zdampw-",
    "&mlkw0tdg-",
];

/// What a folder is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Use {
    /// The inbox.
    Inbox,
    /// Spam.
    Spam,
    /// Sent messages, drafts, or a choice of all messages once more: a message that is there need not have arrived.
    Own,
    /// Anything else.
    Other,
}

/// A folder that can be opened.
#[derive(Debug)]
pub(crate) struct Listed {
    name: String,
    delimiter: Option<String>,
    kind: Use,
}

/// Names of folders for one's own messages where the server does not mark them, lower case; the Japanese ones
/// (送信済み, 送信済みメール, 送信済みアイテム, 送信トレイ, 下書き) in modified UTF-7, lower case too.
const OWN: &[&str] = &[
    "sent",
    "sent mail",
    "sent messages",
    "sent items",
    "drafts",
    "draft",
    "outbox",
    "templates",
    "&kafp4w4imh8-",
    "&kafp4w4imh8w4td8mos-",
    "&kafp4w4imh8wojckmmyw4a-",
    "&kafp4tdimowwpa-",
    "&tgtm+dbn-",
];

impl Listed {
    /// The entries of LIST with how much each looks like the spam folder: the likeliest, of several the first, is it.
    pub(crate) fn all(entries: Vec<(Self, u8)>) -> Vec<Self> {
        let best = entries.iter().map(|(_, likeness)| *likeness).max().unwrap_or_default();
        let spam = entries.iter().position(|(_, likeness)| best > 0 && *likeness == best);
        let mark = |(at, (entry, _)): (usize, (Self, u8))| {
            if spam == Some(at) { Self { kind: Use::Spam, ..entry } } else { entry }
        };
        entries.into_iter().enumerate().map(mark).collect()
    }

    /// One entry, with how much it looks like the spam folder; `None` for one that cannot be opened.
    pub(crate) fn read(entry: &MailboxListData<'_>) -> Option<(Self, u8)> {
        let marked = |wanted: fn(&NameAttribute<'_>) -> bool| entry.name_attributes.iter().any(wanted);
        if entry.name.contains(['\r', '\n']) || entry.name_attributes.contains(&NameAttribute::NoSelect) {
            return None;
        }
        let (name, delimiter) = (unquoted(&entry.name), entry.delimiter.as_deref().map(unquoted));
        let last = last_part(&name, delimiter.as_deref()).to_lowercase();
        let kind = if name.eq_ignore_ascii_case("INBOX") {
            Use::Inbox
        } else if marked(is_own) || OWN.contains(&last.as_str()) {
            Use::Own
        } else {
            Use::Other
        };
        let likeness = likeness(entry, &last);
        Some((Self { name, delimiter, kind }, likeness))
    }

    /// Its name, as it stands on the wire.
    pub(crate) fn name(&self) -> &str {
        &self.name
    }

    /// The part of its name that people see in a list.
    pub(crate) fn last_part(&self) -> &str {
        last_part(&self.name, self.delimiter.as_deref())
    }

    /// Whether it is for that.
    pub(crate) fn is(&self, kind: Use) -> bool {
        self.kind == kind
    }
}

fn last_part<'a>(name: &'a str, delimiter: Option<&str>) -> &'a str {
    match delimiter {
        Some(delimiter) if !delimiter.is_empty() => name.rsplit(delimiter).next().unwrap_or_default(),
        Some(_) | None => name,
    }
}

#[expect(clippy::wildcard_enum_match_arm, reason = "an enum of another crate, with many attributes")]
fn is_own(attribute: &NameAttribute<'_>) -> bool {
    match attribute {
        NameAttribute::Sent | NameAttribute::Drafts | NameAttribute::All | NameAttribute::Flagged => true,
        // The last is Gmail's (RFC 8457), over what was sent as over what came.
        NameAttribute::Extension(other) => ["\\sent", "\\drafts", "\\all", "\\flagged", "\\important"]
            .iter()
            .any(|own| other.eq_ignore_ascii_case(own)),
        _ => false,
    }
}

/// What stands in quotes, as it is meant (RFC 3501, `quoted-specials`): the parser leaves it as it came. A name that came
/// otherwise and would not be possible in quotes stays as it is.
fn unquoted(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut letters = text.chars();
    while let Some(letter) = letters.next() {
        match letter {
            '\\' => match letters.next() {
                Some(special @ ('\\' | '"')) => plain.push(special),
                Some(_) | None => return text.to_owned(),
            },
            '"' => return text.to_owned(),
            other => plain.push(other),
        }
    }
    plain
}

/// Reads one entry of LIST: how much it looks like the spam folder, 2 for marked, 1 for a usual name.
fn likeness(entry: &MailboxListData<'_>, last: &str) -> u8 {
    if entry.name_attributes.contains(&NameAttribute::NoSelect) {
        0
    } else if entry.name_attributes.iter().any(is_junk) {
        2
    } else {
        // Modified UTF-7 is case-sensitive; that another name has the same letters in another case is of no weight.
        u8::from(USUAL.contains(&last))
    }
}

#[expect(clippy::wildcard_enum_match_arm, reason = "an enum of another crate, with many attributes")]
fn is_junk(attribute: &NameAttribute<'_>) -> bool {
    match attribute {
        NameAttribute::Junk => true,
        NameAttribute::Extension(other) => other.eq_ignore_ascii_case("\\junk"),
        _ => false,
    }
}
