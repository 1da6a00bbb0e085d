//! Following a record into those it names, as a receiver would, but no further than a receiver may.

use discovery::LookupFault;

use super::record::{Costly, Record, bare, is_include_of};
use crate::Asking;

/// Receivers give up after so many look-ups (RFC 7208 section 4.6.4).
pub(super) const MOST: usize = 10;

/// What was found on the way.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Walked {
    /// The wanted name is in it.
    pub(super) found: bool,
    /// So many look-ups it takes; the walk ends with the first one too many.
    pub(super) lookups: usize,
    /// It names a record that is not there, which makes all of it worthless (RFC 7208 sections 5.2 and 6.1).
    pub(super) dead: Option<String>,
    /// Somewhere nobody answered, so that what was not found may be there all the same.
    pub(super) silent: bool,
}

impl Walked {
    /// It takes more look-ups than receivers make.
    pub(super) fn too_many(&self) -> bool {
        self.lookups > MOST
    }
}

/// Walks the record and all it names. `wanted` is what to look for.
pub(super) async fn walk(asking: Asking<'_>, record: &Record, wanted: Option<&str>) -> Walked {
    let mut walked = Walked::default();
    let mut open = vec![record.clone()];
    while let Some(record) = open.pop() {
        for word in record.costly() {
            walked.found |= wanted.is_some_and(|name| is_include_of(word, name));
            walked.lookups += 1;
            if walked.too_many() {
                return walked;
            }
            let (Costly::Include(name) | Costly::Redirect(name)) = word else { continue };
            // What is put together from the sender's address is not known before he sends.
            if name.contains('%') {
                walked.silent = true;
                continue;
            }
            match named(asking, &bare(name).to_ascii_lowercase()).await {
                Ok(Some(next)) => open.push(next),
                Ok(None) => walked.dead = walked.dead.or_else(|| Some(bare(name).to_owned())),
                Err(_) => walked.silent = true,
            }
        }
    }
    walked
}

/// The record of a name; `None` where there is none.
async fn named(asking: Asking<'_>, name: &str) -> Result<Option<Record>, LookupFault> {
    Ok(asking.texts(name).await?.iter().find_map(|text| Record::read(text)))
}
