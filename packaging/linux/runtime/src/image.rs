//! The archive: a squashfs 4.0 file system (<https://docs.kernel.org/filesystems/squashfs.html>), read and never written.
//!
//! Lives here: what is in it, and a file's bytes. What a damaged archive can make long has a limit, and nothing that it
//! says is believed without a look. Does not live here: how its files reach the system (`crate::fuse`, `crate::unpack`).

mod bytes;
mod folder;
mod inode;
mod packed;
mod pieces;

use std::collections::HashMap;
use std::fs::File;
use std::io;
use std::sync::{Arc, Mutex, PoisonError};

use self::bytes::Bytes;
pub(crate) use self::folder::Entry;
pub(crate) use self::inode::{Content, Inode, Kind};
use self::pieces::{Pieces, Place};

const HEAD: usize = 96;
const MAGIC: u32 = 0x7371_7368;

/// The largest blocks that the format knows, in bytes.
const LARGEST_BLOCK: u32 = 1 << 20;

/// More files than this AppImage can have.
const MOST_INODES: u32 = 1 << 16;

/// An archive in a file.
pub(crate) struct Image {
    pieces: Pieces,
    block_size: u32,
    root: u64,
    inode_table: u64,
    folder_table: u64,
    fragments: Vec<Fragment>,
    inodes: Mutex<HashMap<u64, Arc<Inode>>>,
}

/// Where the ends of files lie together.
struct Fragment {
    start: u64,
    size: u32,
}

impl Image {
    /// The archive that begins at `base` and reaches to the end of the file.
    ///
    /// # Errors
    /// When it is none, or one that is packed in another way.
    pub(crate) fn open(file: File, base: u64) -> io::Result<Self> {
        let mut pieces = Pieces::new(file, base)?;
        let head = pieces.raw(0, HEAD)?;
        let mut head = Bytes::new(&head);
        let is = head.u32()?;
        let inodes = head.u32()?;
        head.skip(4)?;
        let block_size = head.u32()?;
        let fragments = head.u32()?;
        let packed = head.u16()?;
        head.skip(6)?;
        let version = (head.u16()?, head.u16()?);
        if is != MAGIC || version != (4, 0) {
            return Err(odd("there is no archive"));
        }
        if !(4096..=LARGEST_BLOCK).contains(&block_size) || inodes > MOST_INODES || fragments > inodes {
            return Err(odd("the archive's head is damaged"));
        }
        pieces.packed_by(packed)?;
        let root = head.u64()?;
        if head.u64()? > pieces.length() {
            return Err(odd("the file is not whole: get it once more"));
        }
        head.skip(16)?;
        let inode_table = head.u64()?;
        let folder_table = head.u64()?;
        let fragment_table = head.u64()?;
        let fragments = read_fragments(&pieces, fragment_table, fragments as usize)?;
        let inodes = Mutex::default();
        Ok(Self { pieces, block_size, root, inode_table, folder_table, fragments, inodes })
    }

    /// The outermost folder's inode.
    pub(crate) fn root(&self) -> u64 {
        self.root
    }

    /// An inode by its place: 32 bits say which piece, 16 where in it.
    ///
    /// # Errors
    /// When there is none of a kind that an AppImage has: folder, file, link.
    pub(crate) fn inode(&self, reference: u64) -> io::Result<Arc<Inode>> {
        let known = self.inodes.lock().unwrap_or_else(PoisonError::into_inner).get(&reference).cloned();
        if let Some(known) = known {
            return Ok(known);
        }
        let start = self.inode_table.checked_add(reference >> 16).ok_or_else(|| odd("an inode's place"))?;
        let place = Place { piece: start, offset: (reference & 0xffff) as usize };
        let inode = Arc::new(inode::read(&self.pieces, place, self.block_size)?);
        let mut inodes = self.inodes.lock().unwrap_or_else(PoisonError::into_inner);
        inodes.insert(reference, Arc::clone(&inode));
        Ok(inode)
    }

    /// What a folder holds, by name.
    ///
    /// # Errors
    /// When it is none, or damaged.
    pub(crate) fn entries(&self, folder: &Inode) -> io::Result<Vec<Entry>> {
        let Kind::Folder { piece, offset, length } = folder.kind else {
            return Err(io::ErrorKind::NotADirectory.into());
        };
        let start = self.folder_table.checked_add(piece.into()).ok_or_else(|| odd("a folder's place"))?;
        folder::read(&self.pieces, Place { piece: start, offset: offset.into() }, length)
    }

    /// Bytes of a file from `offset` on: as many as are asked for, or as there are.
    ///
    /// # Errors
    /// When the archive is damaged there, or its file cannot be read.
    pub(crate) fn read(&self, content: &Content, offset: u64, wanted: usize) -> io::Result<Vec<u8>> {
        let end = offset.saturating_add(wanted as u64).min(content.size);
        let mut at = offset;
        let mut all = Vec::new();
        while at < end {
            let index = (at / u64::from(self.block_size)) as usize;
            let within = (at % u64::from(self.block_size)) as usize;
            let block = self.block(content, index)?;
            let many = (end - at).min(u64::from(self.block_size) - within as u64) as usize;
            match block {
                Some((bytes, from)) => {
                    let begin = from + within;
                    let part = bytes.get(begin..begin + many).ok_or_else(|| odd("a block is too short"))?;
                    all.extend_from_slice(part);
                }
                None => all.resize(all.len() + many, 0),
            }
            at += many as u64;
        }
        Ok(all)
    }

    /// One block of a file, and where in these bytes it begins; none where nothing but noughts was there.
    fn block(&self, content: &Content, index: usize) -> io::Result<Option<(Arc<Vec<u8>>, usize)>> {
        if let Some(size) = content.blocks.get(index) {
            let before = content.blocks.iter().take(index).map(|size| u64::from(inode::weight(*size))).sum();
            let start = content.start.checked_add(before).ok_or_else(|| odd("a block's place"))?;
            return match inode::weight(*size) {
                0 => Ok(None),
                _ => Ok(Some((self.pieces.block(start, *size, self.block_size)?, 0))),
            };
        }
        let (index, offset) = content.fragment.ok_or_else(|| odd("a file without its end"))?;
        let fragment = self.fragments.get(index as usize).ok_or_else(|| odd("an end that is not there"))?;
        let bytes = self.pieces.block(fragment.start, fragment.size, self.block_size)?;
        Ok(Some((bytes, offset as usize)))
    }
}

/// The table of fragments: a list of places, each of a piece with up to 512 lines.
fn read_fragments(pieces: &Pieces, table: u64, many: usize) -> io::Result<Vec<Fragment>> {
    const LINE: usize = 16;
    const LINES: usize = 512;
    let places = pieces.raw(table, many.div_ceil(LINES) * 8);
    let places = if many == 0 { Vec::new() } else { places? };
    let mut places = Bytes::new(&places);
    let mut fragments = Vec::new();
    while fragments.len() < many {
        let here = (many - fragments.len()).min(LINES);
        let lines = pieces.read(&mut Place { piece: places.u64()?, offset: 0 }, here * LINE)?;
        let mut lines = Bytes::new(&lines);
        for _ in 0..here {
            fragments.push(Fragment { start: lines.u64()?, size: lines.u32()? });
            lines.skip(4)?;
        }
    }
    Ok(fragments)
}

fn odd(what: &str) -> io::Error {
    io::Error::new(io::ErrorKind::InvalidData, what)
}

#[cfg(test)]
mod tests;
