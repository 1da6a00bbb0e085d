//! Numbers out of bytes, little endian, as squashfs has them; an end that comes too early is an error.

use std::io;

use super::odd;

pub(super) struct Bytes<'a>(&'a [u8]);

impl<'a> Bytes<'a> {
    pub(super) fn new(bytes: &'a [u8]) -> Self {
        Self(bytes)
    }

    pub(super) fn take(&mut self, many: usize) -> io::Result<&'a [u8]> {
        let (taken, rest) = self.0.split_at_checked(many).ok_or_else(|| odd("the archive ends too early"))?;
        self.0 = rest;
        Ok(taken)
    }

    pub(super) fn skip(&mut self, many: usize) -> io::Result<()> {
        self.take(many).map(|_| ())
    }

    fn array<const N: usize>(&mut self) -> io::Result<[u8; N]> {
        let mut array = [0; N];
        array.copy_from_slice(self.take(N)?);
        Ok(array)
    }

    pub(super) fn u16(&mut self) -> io::Result<u16> {
        self.array().map(u16::from_le_bytes)
    }

    pub(super) fn u32(&mut self) -> io::Result<u32> {
        self.array().map(u32::from_le_bytes)
    }

    pub(super) fn u64(&mut self) -> io::Result<u64> {
        self.array().map(u64::from_le_bytes)
    }
}
