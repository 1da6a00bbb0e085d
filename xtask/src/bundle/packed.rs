//! Packs a Debian package tighter than dpkg-deb does: xz knows how calls look in programs for x86 (its filter `x86`), and
//! dpkg, which unpacks by the same library, reads that.

use std::path::Path;

use crate::run::Run;
use crate::tree::Tree;

/// Begins an archive of `ar` (deb(5)).
const MAGIC: &[u8] = b"!<arch>\n";

/// Before each member: name, time, owner, group, mode, size, each in its columns (ar(5)).
const HEADER: usize = 60;
const NAME: usize = 16;
const SIZE: std::ops::Range<usize> = 48..58;

/// Rewrites a package whose members are not packed.
pub(super) fn pack(tree: &Tree, plain: &Path, package: &Path, x86: bool) -> Result<(), String> {
    let told = |error: std::io::Error| format!("{}: {error}", plain.display());
    let archive = std::fs::read(plain).map_err(told)?;
    let mut rest = archive.strip_prefix(MAGIC).ok_or("no package of dpkg-deb")?;
    let mut packed = MAGIC.to_vec();
    while !rest.is_empty() {
        let (header, after) = rest.split_at_checked(HEADER).ok_or("a member without a whole header")?;
        let field = |range: std::ops::Range<usize>| {
            header.get(range).and_then(|bytes| std::str::from_utf8(bytes).ok()).map(str::trim)
        };
        let size = field(SIZE).and_then(|size| size.parse().ok()).ok_or("a member without a size")?;
        let (member, after) = after.split_at_checked(size).ok_or("half a member")?;
        rest = after.get(size % 2..).unwrap_or_default();
        let name = field(0..NAME).unwrap_or_default();
        let (name, member) = match name {
            "control.tar" => (format!("{name}.xz"), xz(tree, plain, member, false)?),
            "data.tar" => (format!("{name}.xz"), xz(tree, plain, member, x86)?),
            _ => (name.to_owned(), member.to_vec()),
        };
        packed.extend_from_slice(format!("{name:<NAME$}").as_bytes());
        packed.extend_from_slice(header.get(NAME..SIZE.start).unwrap_or_default());
        packed.extend_from_slice(format!("{:<10}`\n", member.len()).as_bytes());
        packed.extend_from_slice(&member);
        packed.resize(packed.len().next_multiple_of(2), b'\n');
    }
    std::fs::write(package, packed).map_err(told)
}

fn xz(tree: &Tree, beside: &Path, member: &[u8], x86: bool) -> Result<Vec<u8>, String> {
    let file = beside.with_extension("member");
    let packed = beside.with_extension("member.xz");
    let told = |error: std::io::Error| format!("{}: {error}", file.display());
    std::fs::write(&file, member).map_err(told)?;
    let filters: &[&str] = if x86 { &["--x86", "--lzma2=preset=9e"] } else { &["-9", "--extreme"] };
    Run::new(tree, "xz", &["--force", "--keep", "--threads=1"]).args(filters).arg(&file).text()?;
    let bytes = std::fs::read(&packed).map_err(told)?;
    for gone in [&file, &packed] {
        std::fs::remove_file(gone).map_err(told)?;
    }
    Ok(bytes)
}
