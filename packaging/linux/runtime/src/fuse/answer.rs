//! Answers, written: a head of 16 bytes (`fuse_out_header`), and what the kind of question wants.

use rustix::io::Errno;

use crate::image::{Entry, Inode, Kind};

/// The version that is spoken here.
const MAJOR: u32 = 7;
const MINOR: u32 = 31;

/// Many readings at once, and many looks into one folder; what a link says and what is in a file does not change.
const ABLE: u32 = 1 | 1 << 18 | 1 << 23;
const KEEP: u32 = 1 << 1;

/// Nothing is written, yet the system wants to hear a number.
const MOST_WRITTEN: u32 = 4096;

/// Nothing changes while it is mounted, so what was told holds for a day, in seconds.
const HOLDS: u64 = 24 * 60 * 60;

const BLOCK: u32 = 4096;

/// Kinds of files in their modes, and in a folder's list.
const FOLDER: u32 = 0o040_000;
const FILE: u32 = 0o100_000;
const LINK: u32 = 0o120_000;

/// Only its owner writes, and this is never written: what else a mode says stays.
const MODES: u16 = 0o7555;

pub(super) struct Answer {
    error: i32,
    body: Vec<u8>,
}

impl Answer {
    fn new() -> Self {
        Self { error: 0, body: Vec::new() }
    }

    fn u32s(mut self, numbers: &[u32]) -> Self {
        numbers.iter().for_each(|number| self.body.extend_from_slice(&number.to_ne_bytes()));
        self
    }

    fn u64s(mut self, numbers: &[u64]) -> Self {
        numbers.iter().for_each(|number| self.body.extend_from_slice(&number.to_ne_bytes()));
        self
    }

    pub(super) fn error(error: Errno) -> Self {
        Self { error: -error.raw_os_error(), body: Vec::new() }
    }

    pub(super) fn bytes(bytes: &[u8]) -> Self {
        Self { error: 0, body: bytes.to_vec() }
    }

    /// `fuse_init_out`.
    pub(super) fn begin(minor: u32, ahead: u32) -> Self {
        // Two numbers of 16 bits, how many questions may wait, are left to the system by a nought.
        Self::new().u32s(&[MAJOR, MINOR.min(minor), ahead, ABLE, 0, MOST_WRITTEN, 1, 0]).u64s(&[0; 4])
    }

    /// `fuse_attr_out`.
    pub(super) fn about(inode: &Inode) -> Self {
        Self::new().u64s(&[HOLDS, 0]).attributes(inode)
    }

    /// `fuse_entry_out`.
    pub(super) fn entry(node: u64, inode: &Inode) -> Self {
        Self::new().u64s(&[node, 0, HOLDS, HOLDS, 0]).attributes(inode)
    }

    /// `fuse_attr`.
    fn attributes(self, inode: &Inode) -> Self {
        let (kind, size) = match &inode.kind {
            Kind::Folder { length, .. } => (FOLDER, u64::from(*length)),
            Kind::File(content) => (FILE, content.size),
            Kind::Link(to) => (LINK, to.len() as u64),
        };
        let at = u64::from(inode.modified);
        let mode = kind | u32::from(inode.mode & MODES);
        self.u64s(&[inode.number.into(), size, size.div_ceil(512), at, at, at]).u32s(&[
            0,
            0,
            0,
            mode,
            inode.links,
            0,
            0,
            0,
            BLOCK,
            0,
        ])
    }

    /// `fuse_open_out`.
    pub(super) fn open() -> Self {
        Self::new().u64s(&[0]).u32s(&[KEEP, 0])
    }

    /// `fuse_statfs_out`: nothing is free.
    pub(super) fn space() -> Self {
        Self::new().u64s(&[0; 5]).u32s(&[BLOCK, 255, BLOCK, 0, 0, 0, 0, 0, 0, 0])
    }

    /// One more name of a folder (`fuse_dirent`), if there is room; `next` is where the list goes on after it.
    pub(super) fn name(&mut self, next: u64, entry: &Entry, most: usize) -> bool {
        let kind = match entry.kind {
            1 => FOLDER,
            3 => LINK,
            _ => FILE,
        };
        // The number is one that the system does not rely on; it may not be a nought.
        let one = Self::new().u64s(&[entry.inode.saturating_add(1), next]);
        let mut one = one.u32s(&[entry.name.len() as u32, kind >> 12]).body;
        one.extend_from_slice(&entry.name);
        one.resize(one.len().next_multiple_of(8), 0);
        let fits = self.body.len() + one.len() <= most;
        if fits {
            self.body.extend_from_slice(&one);
        }
        fits
    }

    /// With its head, for the question that has this number.
    pub(super) fn finish(self, unique: u64) -> Vec<u8> {
        let length = 16 + self.body.len() as u32;
        let head = Self::new().u32s(&[length]);
        let mut all = head.body;
        all.extend_from_slice(&self.error.to_ne_bytes());
        all.extend_from_slice(&unique.to_ne_bytes());
        all.extend_from_slice(&self.body);
        all
    }
}
