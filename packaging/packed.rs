//! How what is packed into the programs is packed (docs/adr/0008). The build scripts that do so include this.

use std::io::Write as _;
use std::path::Path;

use flate2::Compression;
use flate2::write::DeflateEncoder;

/// Writes a file that holds the bytes, packed (DEFLATE, RFC 1951).
pub(crate) fn pack(path: &Path, bytes: &[u8]) -> std::io::Result<()> {
    let mut packed = DeflateEncoder::new(Vec::new(), Compression::best());
    packed.write_all(bytes)?;
    std::fs::write(path, packed.finish()?)
}
