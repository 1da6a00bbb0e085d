//! Inodes: what a file, a folder or a link is, without its name.

use std::io;

use super::bytes::Bytes;
use super::odd;
use super::pieces::{Pieces, Place};

/// A size with this bit lies in the archive as it is; the bits below are the size.
const AS_IT_IS: u32 = 1 << 24;

/// No name or link is longer (`PATH_MAX` of Linux).
const LONGEST_LINK: u32 = 4096;

/// No file of an AppImage has more blocks.
const MOST_BLOCKS: u64 = 1 << 16;

/// No file lies at its end in a fragment.
const NO_FRAGMENT: u32 = u32::MAX;

/// What is known of a file, a folder or a link.
pub(crate) struct Inode {
    /// Its number.
    pub(crate) number: u32,
    /// Who may do what: the nine bits, and those before them.
    pub(crate) mode: u16,
    /// Seconds since 1970.
    pub(crate) modified: u32,
    /// How many names it has.
    pub(crate) links: u32,
    /// What it is.
    pub(crate) kind: Kind,
}

pub(crate) enum Kind {
    /// Where its list begins, and how long that is, with three bytes that are not there.
    Folder {
        piece: u32,
        offset: u16,
        length: u32,
    },
    File(Content),
    /// Where it leads.
    Link(Vec<u8>),
}

/// Where the bytes of a file are.
pub(crate) struct Content {
    pub(crate) size: u64,
    pub(super) start: u64,
    /// The sizes of its blocks as they lie in the archive.
    pub(super) blocks: Vec<u32>,
    /// Which fragment its end lies in, and where.
    pub(super) fragment: Option<(u32, u32)>,
}

/// How many bytes of the archive a block takes.
pub(super) fn weight(size: u32) -> u32 {
    size & (AS_IT_IS - 1)
}

/// Whether a block is packed.
pub(super) fn is_packed(size: u32) -> bool {
    size & AS_IT_IS == 0
}

pub(super) fn read(pieces: &Pieces, place: Place, block_size: u32) -> io::Result<Inode> {
    let mut place = place;
    let head = pieces.read(&mut place, 16)?;
    let mut head = Bytes::new(&head);
    let (kind, mode) = (head.u16()?, head.u16()?);
    head.skip(4)?;
    let (modified, number) = (head.u32()?, head.u32()?);
    let mut more = |many| pieces.read(&mut place, many);
    let (links, kind) = match kind {
        1 => {
            let body = more(16)?;
            let mut body = Bytes::new(&body);
            let (piece, links) = (body.u32()?, body.u32()?);
            let (length, offset) = (body.u16()?, body.u16()?);
            (links, Kind::Folder { piece, offset, length: length.into() })
        }
        8 => {
            let body = more(24)?;
            let mut body = Bytes::new(&body);
            let (links, length, piece) = (body.u32()?, body.u32()?, body.u32()?);
            body.skip(6)?;
            (links, Kind::Folder { piece, offset: body.u16()?, length })
        }
        2 => {
            let body = more(16)?;
            let mut body = Bytes::new(&body);
            let start = body.u32()?.into();
            let fragment = (body.u32()?, body.u32()?);
            (1, file(pieces, &mut place, block_size, start, body.u32()?.into(), fragment)?)
        }
        9 => {
            let body = more(40)?;
            let mut body = Bytes::new(&body);
            let (start, size) = (body.u64()?, body.u64()?);
            body.skip(8)?;
            let links = body.u32()?;
            let fragment = (body.u32()?, body.u32()?);
            (links, file(pieces, &mut place, block_size, start, size, fragment)?)
        }
        3 | 10 => {
            let body = more(8)?;
            let mut body = Bytes::new(&body);
            let (links, length) = (body.u32()?, body.u32()?);
            if length > LONGEST_LINK {
                return Err(odd("a link is too long"));
            }
            (links, Kind::Link(more(length as usize)?))
        }
        _ => return Err(odd("neither file, folder nor link")),
    };
    Ok(Inode { number, mode: mode & 0o7777, modified, links, kind })
}

fn file(
    pieces: &Pieces,
    place: &mut Place,
    block_size: u32,
    start: u64,
    size: u64,
    fragment: (u32, u32),
) -> io::Result<Kind> {
    let fragment = Some(fragment).filter(|(index, _)| *index != NO_FRAGMENT);
    let block_size = u64::from(block_size);
    let many = if fragment.is_some() { size / block_size } else { size.div_ceil(block_size) };
    if many > MOST_BLOCKS {
        return Err(odd("a file is too large"));
    }
    let sizes = pieces.read(place, many as usize * 4)?;
    let mut sizes = Bytes::new(&sizes);
    let blocks = (0..many).map(|_| sizes.u32()).collect::<io::Result<_>>()?;
    Ok(Kind::File(Content { size, start, blocks, fragment }))
}
