//! The look when the patience is over: did the message come back, or is it in another folder?
//!
//! Only a notice about this very message is read, and of it the lines that say why.

use std::sync::LazyLock;
use std::time::Duration;

use async_imap::imap_proto::{AttributeValue, Response};
use base64::Engine as _;
use base64::alphabet::IMAP_MUTF7;
use base64::engine::GeneralPurpose;
use base64::engine::general_purpose::NO_PAD;

use crate::folders::{Listed, Use};
use crate::imap::{Part, SignedIn, ask, newest};
use crate::search::{Place, within};
use crate::{Cause, Folder, Search};

/// Folders that are searched besides, at most.
const MOST: usize = 30;
/// Of a notice, at most so many bytes are asked for. Exchange puts a page with pictures before the part that says why.
const NOTICE: usize = 128 * 1024;
/// Of its reason, at most so many letters are told.
const REASON: usize = 600;

/// The base64 of folder names (RFC 3501, 5.1.3).
static NAMES: LazyLock<GeneralPurpose> = LazyLock::new(|| GeneralPurpose::new(&IMAP_MUTF7, NO_PAD));

/// What is looked for in every folder.
pub(crate) struct Wide<'a> {
    pub(crate) search: &'a Search,
    /// Of each folder.
    pub(crate) part: &'a Part,
    /// The query for the message itself.
    pub(crate) query: &'a str,
    /// How long one folder may take.
    pub(crate) limit: Duration,
}

impl Wide<'_> {
    /// Looks for a notice that the message could not be delivered, then into every other folder. A folder that cannot be
    /// opened, or takes too long, is no reason to give up on the others.
    ///
    /// # Errors
    /// When nothing was found and a folder took too long, too: then answers are still on their way.
    pub(crate) async fn look(
        &self,
        session: &mut SignedIn,
        folders: &[Listed],
    ) -> Result<Option<Place>, Cause> {
        let notices = format!(
            "HEADER Content-Type \"delivery-status\" TEXT \"{0}\" NOT HEADER Message-ID \"{0}\"",
            self.search.message_id
        );
        let mut silent = None;
        let spam = folders.iter().filter(|one| one.is(Use::Spam)).map(Listed::name);
        for folder in ["INBOX"].into_iter().chain(spam) {
            let found = within(self.limit, newest(session, folder, self.part, &notices)).await;
            if let Some(notice) = passed_over(found, &mut silent)?.flatten() {
                let notice = text(session, notice).await?;
                if is_final(&notice) {
                    return Ok(Some(Place::Returned(diagnostic(&notice))));
                }
            }
        }
        for folder in folders.iter().filter(|one| one.is(Use::Other)).take(MOST) {
            let found = within(self.limit, newest(session, folder.name(), self.part, self.query)).await;
            if passed_over(found, &mut silent)?.flatten().is_some() {
                return Ok(Some(Place::In(Folder::Other(readable(folder.last_part())))));
            }
        }
        silent.map_or(Ok(None), Err)
    }
}

/// `None` for a folder that is passed over; silence is kept in mind.
fn passed_over<T>(found: Result<T, Cause>, silent: &mut Option<Cause>) -> Result<Option<T>, Cause> {
    match found {
        Ok(found) => Ok(Some(found)),
        Err(Cause::Refused { .. }) => Ok(None),
        Err(cause @ Cause::TimedOut { .. }) => {
            *silent = Some(cause);
            Ok(None)
        }
        Err(other) => Err(other),
    }
}

/// What can be read of a notice.
async fn text(session: &mut SignedIn, notice: u32) -> Result<String, Cause> {
    let mut text = String::new();
    ask(session, &format!("UID FETCH {notice} (BODY.PEEK[]<0.{NOTICE}>)"), &mut |answer| {
        let Response::Fetch(_, attributes) = answer else { return };
        for attribute in attributes {
            if let AttributeValue::BodySection { data: Some(data), .. } = attribute {
                text = String::from_utf8_lossy(data).into_owned();
            }
        }
    })
    .await?;
    Ok(text)
}

/// Whether it was given up (RFC 3464, 2.3.3). A server that goes on trying, or that has passed the message on, says so in a
/// notice of the same kind.
fn is_final(notice: &str) -> bool {
    let actions = || notice.lines().filter_map(|line| after(line, "Action:")?.split_whitespace().next());
    let is = |word: &str| actions().any(|action| action.eq_ignore_ascii_case(word));
    is("failed") || !["delayed", "relayed", "delivered", "expanded"].into_iter().any(is)
}

/// The lines that say why (RFC 3464, 2.3.6 and 2.3.4); empty where there are none.
fn diagnostic(notice: &str) -> String {
    field(notice, "Diagnostic-Code:").or_else(|| field(notice, "Status:")).unwrap_or_default()
}

/// A field with the lines that carry it on; `smtp;` in front is its type and no part of it.
fn field(notice: &str, name: &str) -> Option<String> {
    let mut lines = notice.lines().skip_while(|line| after(line, name).is_none());
    let first = after(lines.next()?, name)?.trim();
    let folded = lines.take_while(|line| line.starts_with([' ', '\t'])).map(str::trim);
    let whole = [first].into_iter().chain(folded).collect::<Vec<_>>().join(" ");
    let value =
        whole.split_once(';').filter(|(kind, _)| !kind.contains(' ')).map_or(&*whole, |(_, value)| value);
    Some(value.trim().chars().filter(|letter| !letter.is_control()).take(REASON).collect())
}

/// What stands behind the name of a field.
fn after<'a>(line: &'a str, name: &str) -> Option<&'a str> {
    let (begin, rest) = line.split_at_checked(name.len())?;
    begin.eq_ignore_ascii_case(name).then_some(rest)
}

/// A folder's name as people see it; what is no good modified UTF-7 stays as it is.
fn readable(name: &str) -> String {
    let mut out = String::new();
    let mut rest = name;
    while let Some((plain, coded)) = rest.split_once('&') {
        let Some((coded, after)) = coded.split_once('-') else { return name.to_owned() };
        out.push_str(plain);
        if coded.is_empty() {
            out.push('&');
        } else {
            let Ok(bytes) = NAMES.decode(coded) else { return name.to_owned() };
            let units: Vec<u16> =
                bytes.chunks_exact(2).map(|pair| u16::from_be_bytes([pair[0], pair[1]])).collect();
            let Ok(letters) = String::from_utf16(&units) else { return name.to_owned() };
            out.push_str(&letters);
        }
        rest = after;
    }
    out.push_str(rest);
    out.chars().filter(|letter| !letter.is_control()).collect()
}

#[cfg(test)]
mod tests;
