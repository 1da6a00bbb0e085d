//! How blocks are packed. Ours are packed in one way; another archive is refused.

use std::io::{self, Read as _};

use super::odd;

#[derive(Clone, Copy)]
pub(super) enum Way {
    AsItIs,
    Zlib,
}

impl Way {
    /// By the number in the archive's head.
    pub(super) fn by(number: u16) -> io::Result<Self> {
        match number {
            1 => Ok(Self::Zlib),
            _ => Err(odd("the archive is packed in a way that is not known here")),
        }
    }

    /// What these bytes are, which is at most so many.
    pub(super) fn unpack(self, packed: &[u8], most: usize) -> io::Result<Vec<u8>> {
        let mut bytes = Vec::with_capacity(most);
        match self {
            Self::AsItIs => bytes.extend_from_slice(packed),
            Self::Zlib => {
                let limit = most as u64 + 1;
                flate2::read::ZlibDecoder::new(packed).take(limit).read_to_end(&mut bytes)?;
            }
        }
        if bytes.len() > most { Err(odd("a block is too large, unpacked")) } else { Ok(bytes) }
    }
}
