//! The whole archive as files, where it cannot be mounted or where somebody asks for it.

use std::ffi::OsStr;
use std::fs::{DirBuilder, File, OpenOptions};
use std::io::{self, Write as _};
use std::os::unix::ffi::OsStrExt as _;
use std::os::unix::fs::{DirBuilderExt as _, OpenOptionsExt as _, PermissionsExt as _, symlink};
use std::path::Path;

use crate::image::{Content, Image, Inode, Kind};

/// Folders within folders, at most.
const DEEPEST: usize = 64;

/// A file is read in parts of this size.
const PART: usize = 1 << 20;

/// Unpacks everything into a folder that is there and empty.
///
/// # Errors
/// When the archive is damaged, or something cannot be written.
pub(crate) fn all(image: &Image, into: &Path) -> io::Result<()> {
    let root = image.inode(image.root())?;
    folder(image, &root, into, 0)
}

fn folder(image: &Image, inode: &Inode, into: &Path, depth: usize) -> io::Result<()> {
    if depth > DEEPEST {
        return Err(io::Error::new(io::ErrorKind::InvalidData, "folders within folders without an end"));
    }
    for entry in image.entries(inode)? {
        let path = into.join(OsStr::from_bytes(&entry.name));
        let inode = image.inode(entry.inode)?;
        match &inode.kind {
            Kind::Folder { .. } => {
                DirBuilder::new().mode(0o700).create(&path)?;
                folder(image, &inode, &path, depth + 1)?;
            }
            // What is there already is not written to: names come once.
            Kind::File(content) => {
                let file = OpenOptions::new().write(true).create_new(true).mode(0o600).open(&path)?;
                write(image, content, &file)?;
                // Nothing becomes another person's, whatever the archive says.
                let mode = u32::from(inode.mode & 0o755);
                file.set_permissions(std::fs::Permissions::from_mode(mode))?;
            }
            Kind::Link(to) => symlink(OsStr::from_bytes(to), &path)?,
        }
    }
    Ok(())
}

fn write(image: &Image, content: &Content, mut file: &File) -> io::Result<()> {
    let mut at = 0;
    while at < content.size {
        let part = image.read(content, at, PART)?;
        file.write_all(&part)?;
        at += part.len() as u64;
    }
    Ok(())
}
