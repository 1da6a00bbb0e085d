//! The archive as a file system that this program answers for (FUSE): one question of the system, one answer.
//! <https://docs.kernel.org/filesystems/fuse.html>; the forms are those of the kernel's `include/uapi/linux/fuse.h`.
//!
//! Lives here: the answers. Does not live here: how it is mounted (`mount`), what is in the archive (`crate::image`).

mod answer;
pub(crate) mod mount;
mod question;

use std::fs::File;
use std::io::{self, Read as _, Write as _};
use std::sync::Arc;

use rustix::io::Errno;

use self::answer::Answer;
use self::question::{Kind, Question};
use crate::image::{self, Image, Inode};

/// A question is never longer: nothing is written, and names have an end. The system asks for 8 KiB at least.
const LONGEST_QUESTION: usize = 64 * 1024;

/// More is never asked for in one reading.
const LONGEST_READ: usize = 1 << 20;

/// The system's number for the outermost folder. Every other number is the place of an inode, and two more.
const ROOT: u64 = 1;
const SHIFT: u64 = 2;

/// Answers until it is unmounted and nobody uses it any more.
pub(crate) fn serve(image: &Image, device: &File) {
    let mut buffer = vec![0; LONGEST_QUESTION];
    let mut device = device;
    loop {
        let read = match device.read(&mut buffer) {
            Ok(read) => read,
            Err(error) if again(&error) => continue,
            // The file system is gone (ENODEV), which is how it ends.
            Err(_) => return,
        };
        let Some(question) = buffer.get(..read).and_then(question::read) else { return };
        let Some(answer) = answer(image, &question) else { continue };
        // A question that was taken back wants no answer any more: that is an error of no account.
        let _taken_back = device.write(&answer.finish(question.unique));
    }
}

fn again(error: &io::Error) -> bool {
    [Errno::INTR, Errno::AGAIN, Errno::NOENT].contains(&Errno::from_io_error(error).unwrap_or(Errno::IO))
}

/// The answer, where one is wanted.
fn answer(image: &Image, question: &Question<'_>) -> Option<Answer> {
    let node = question.node;
    let answer = match &question.kind {
        Kind::Forget | Kind::Interrupt => return None,
        Kind::Begin { minor, ahead } => Ok(Answer::begin(*minor, *ahead)),
        Kind::Look { name } => look(image, node, name),
        Kind::About => inode(image, node).map(|inode| Answer::about(&inode)),
        Kind::Follow => inode(image, node).and_then(|inode| match &inode.kind {
            image::Kind::Link(to) => Ok(Answer::bytes(to)),
            image::Kind::Folder { .. } | image::Kind::File(_) => Err(Errno::INVAL),
        }),
        Kind::Open => Ok(Answer::open()),
        Kind::Read { offset, many } => inode(image, node).and_then(|inode| match &inode.kind {
            image::Kind::File(content) => {
                let bytes = image.read(content, *offset, (*many).min(LONGEST_READ)).map_err(|_| Errno::IO)?;
                Ok(Answer::bytes(&bytes))
            }
            image::Kind::Folder { .. } | image::Kind::Link(_) => Err(Errno::ISDIR),
        }),
        Kind::List { offset, many } => list(image, node, *offset, *many),
        Kind::Close | Kind::End => Ok(Answer::bytes(&[])),
        Kind::Space => Ok(Answer::space()),
        Kind::Other => Err(Errno::NOSYS),
    };
    Some(answer.unwrap_or_else(Answer::error))
}

fn inode(image: &Image, node: u64) -> Result<Arc<Inode>, Errno> {
    let reference = if node == ROOT { image.root() } else { node.checked_sub(SHIFT).ok_or(Errno::NOENT)? };
    image.inode(reference).map_err(|_| Errno::IO)
}

fn entries(image: &Image, node: u64) -> Result<Vec<image::Entry>, Errno> {
    let folder = inode(image, node)?;
    image
        .entries(&folder)
        .map_err(|error| if error.kind() == io::ErrorKind::NotADirectory { Errno::NOTDIR } else { Errno::IO })
}

fn look(image: &Image, node: u64, name: &[u8]) -> Result<Answer, Errno> {
    let entries = entries(image, node)?;
    let entry = entries.iter().find(|entry| entry.name == name).ok_or(Errno::NOENT)?;
    let node = entry.inode.checked_add(SHIFT).ok_or(Errno::IO)?;
    Ok(Answer::entry(node, &*inode(image, node)?))
}

fn list(image: &Image, node: u64, offset: u64, many: usize) -> Result<Answer, Errno> {
    let mut answer = Answer::bytes(&[]);
    for (index, entry) in entries(image, node)?.iter().enumerate().skip(offset as usize) {
        if !answer.name(index as u64 + 1, entry, many.min(LONGEST_READ)) {
            break;
        }
    }
    Ok(answer)
}
