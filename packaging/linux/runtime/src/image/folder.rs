//! The lists of folders.

use std::io;

use super::bytes::Bytes;
use super::odd;
use super::pieces::{Pieces, Place};

/// A folder's length counts three bytes more than its list has.
const NOT_THERE: u32 = 3;

/// Lists of folders are no longer; the format itself allows more.
const LONGEST: u32 = 1 << 20;

/// A name in a folder.
pub(crate) struct Entry {
    pub(crate) name: Vec<u8>,
    /// The place of its inode.
    pub(crate) inode: u64,
    /// As the inode's, without its longer form: 1 folder, 2 file, 3 link.
    pub(crate) kind: u16,
}

pub(super) fn read(pieces: &Pieces, place: Place, length: u32) -> io::Result<Vec<Entry>> {
    if length > LONGEST {
        return Err(odd("a folder is too large"));
    }
    let mut place = place;
    let list = pieces.read(&mut place, length.saturating_sub(NOT_THERE) as usize)?;
    let mut left = list.len();
    let mut list = Bytes::new(&list);
    let mut entries = Vec::new();
    while left > 0 {
        let many = list.u32()?;
        let piece = list.u32()?;
        list.skip(4)?;
        left = left.saturating_sub(12);
        if many >= 256 {
            return Err(odd("a part of a folder is too large"));
        }
        for _ in 0..=many {
            let offset = list.u16()?;
            list.skip(2)?;
            let kind = list.u16()?;
            let longer = usize::from(list.u16()?);
            let name = list.take(longer + 1)?.to_vec();
            left = left.saturating_sub(8 + name.len());
            if name.len() > 255
                || name == b"."
                || name == b".."
                || name.iter().any(|byte| [b'/', 0].contains(byte))
            {
                return Err(odd("a name that no file can have"));
            }
            entries.push(Entry { name, inode: u64::from(piece) << 16 | u64::from(offset), kind });
        }
    }
    Ok(entries)
}
