//! Bytes of the archive, unpacked: pieces of its tables (8 KiB) and blocks of its files. What was unpacked is kept: all
//! pieces, for there are few, and the last blocks.

use std::collections::{HashMap, VecDeque};
use std::fs::File;
use std::io;
use std::os::unix::fs::FileExt as _;
use std::sync::{Arc, Mutex, PoisonError};

use super::inode::{is_packed, weight};
use super::{odd, packed};

const PIECE: usize = 8192;

/// A piece with this bit in its head lies there as it is.
const AS_IT_IS: u16 = 1 << 15;

/// No table is read further at once: the list of blocks of the largest file fits.
const MOST_AT_ONCE: usize = 1 << 20;

/// How many blocks are kept. The system keeps what it was given besides.
const KEPT: usize = 32;

/// A place in a table: where its piece begins, and how far into it, unpacked.
#[derive(Clone, Copy)]
pub(super) struct Place {
    pub(super) piece: u64,
    pub(super) offset: usize,
}

struct Piece {
    bytes: Vec<u8>,
    next: u64,
}

pub(super) struct Pieces {
    file: File,
    base: u64,
    length: u64,
    way: packed::Way,
    pieces: Mutex<HashMap<u64, Arc<Piece>>>,
    blocks: Mutex<VecDeque<(u64, Arc<Vec<u8>>)>>,
}

impl Pieces {
    pub(super) fn new(file: File, base: u64) -> io::Result<Self> {
        let length = file.metadata()?.len().checked_sub(base).ok_or_else(|| odd("there is no archive"))?;
        let way = packed::Way::AsItIs;
        Ok(Self { file, base, length, way, pieces: Mutex::default(), blocks: Mutex::default() })
    }

    /// How the archive says that it is packed.
    pub(super) fn packed_by(&mut self, number: u16) -> io::Result<()> {
        self.way = packed::Way::by(number)?;
        Ok(())
    }

    /// How long the archive can be.
    pub(super) fn length(&self) -> u64 {
        self.length
    }

    /// Bytes as they lie there.
    pub(super) fn raw(&self, at: u64, many: usize) -> io::Result<Vec<u8>> {
        if at.checked_add(many as u64).is_none_or(|end| end > self.length) {
            return Err(odd("the archive ends too early"));
        }
        let mut bytes = vec![0; many];
        self.file.read_exact_at(&mut bytes, self.base + at)?;
        Ok(bytes)
    }

    /// Bytes of a table, from a place on, which moves behind them.
    pub(super) fn read(&self, place: &mut Place, many: usize) -> io::Result<Vec<u8>> {
        if many > MOST_AT_ONCE {
            return Err(odd("a table is too long"));
        }
        let mut all = Vec::with_capacity(many);
        while all.len() < many {
            let piece = self.piece(place.piece)?;
            let rest = piece.bytes.get(place.offset..).ok_or_else(|| odd("a place behind its piece"))?;
            let taken = rest.len().min(many - all.len());
            all.extend_from_slice(rest.get(..taken).unwrap_or_default());
            place.offset += taken;
            if taken == rest.len() {
                *place = Place { piece: piece.next, offset: 0 };
            }
        }
        Ok(all)
    }

    fn piece(&self, at: u64) -> io::Result<Arc<Piece>> {
        let known = self.pieces.lock().unwrap_or_else(PoisonError::into_inner).get(&at).cloned();
        if let Some(known) = known {
            return Ok(known);
        }
        let mut head = [0; 2];
        head.copy_from_slice(&self.raw(at, 2)?);
        let head = u16::from_le_bytes(head);
        let size = usize::from(head & !AS_IT_IS);
        let bytes = self.raw(at + 2, size)?;
        let bytes = if head & AS_IT_IS == 0 { self.way.unpack(&bytes, PIECE)? } else { bytes };
        // An empty piece would be followed for ever.
        if bytes.is_empty() || bytes.len() > PIECE {
            return Err(odd("a piece of a wrong size"));
        }
        let piece = Arc::new(Piece { bytes, next: at + 2 + size as u64 });
        self.pieces.lock().unwrap_or_else(PoisonError::into_inner).insert(at, Arc::clone(&piece));
        Ok(piece)
    }

    /// A block, of `most` bytes at most.
    pub(super) fn block(&self, at: u64, size: u32, most: u32) -> io::Result<Arc<Vec<u8>>> {
        let mut kept = self.blocks.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(index) = kept.iter().position(|(place, _)| *place == at) {
            let (place, bytes) = kept.remove(index).ok_or_else(|| odd("a block that was there"))?;
            kept.push_back((place, Arc::clone(&bytes)));
            return Ok(bytes);
        }
        drop(kept);
        if weight(size) > most {
            return Err(odd("a block is too large"));
        }
        let bytes = self.raw(at, weight(size) as usize)?;
        let bytes = if is_packed(size) { self.way.unpack(&bytes, most as usize)? } else { bytes };
        let bytes = Arc::new(bytes);
        let mut kept = self.blocks.lock().unwrap_or_else(PoisonError::into_inner);
        kept.push_back((at, Arc::clone(&bytes)));
        if kept.len() > KEPT {
            kept.pop_front();
        }
        Ok(bytes)
    }
}
