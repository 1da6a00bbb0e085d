//! Which folder is the one for spam.

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

/// Reads one entry of LIST: how much it looks like the spam folder, 2 for marked, 1 for a usual name.
pub(crate) fn likeness(entry: &MailboxListData<'_>) -> u8 {
    if entry.name_attributes.contains(&NameAttribute::NoSelect) {
        0
    } else if entry.name_attributes.iter().any(is_junk) {
        2
    } else {
        u8::from(has_usual_name(entry))
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

fn has_usual_name(entry: &MailboxListData<'_>) -> bool {
    let last = match entry.delimiter.as_deref() {
        Some(delimiter) if !delimiter.is_empty() => entry.name.rsplit(delimiter).next().unwrap_or_default(),
        Some(_) | None => &entry.name,
    };
    // Modified UTF-7 is case-sensitive; that another name has the same letters in another case is of no weight.
    USUAL.contains(&last.to_lowercase().as_str())
}
