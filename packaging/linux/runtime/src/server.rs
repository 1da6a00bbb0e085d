//! The process that stays beside the program: it answers for the mounted archive, or keeps the unpacked one, and takes
//! either away when the program has ended, however it ended.

use std::io::{self, Write as _};
use std::os::fd::OwnedFd;
use std::path::Path;

use rustix::event::{PollFd, PollFlags, poll};
use rustix::io::Errno;
use rustix::process::{Pid, PidfdFlags, pidfd_open, setsid};

use crate::image::Image;
use crate::{fuse, place, unpack};

/// Questions are answered by so many at once.
const ANSWERERS: usize = 4;

/// Makes the files of the archive readable, writes where they are to standard output, and waits for the end of `process`.
///
/// # Errors
/// When it can be neither mounted nor unpacked.
pub(crate) fn run(image: &Image, process: i32, may_mount: bool) -> io::Result<()> {
    // Before anything waits for it: the number is that of the process which started this one and waits.
    let process = Pid::from_raw(process).ok_or(io::ErrorKind::InvalidInput)?;
    let process = pidfd_open(process, PidfdFlags::empty())?;
    // Nothing that a person types in the terminal reaches this process.
    let _is_the_first_already = setsid();
    let at = place::new()?;
    let mounted = if may_mount { fuse::mount::mount(&at).ok() } else { None };
    let Some(mounted) = mounted else {
        let done = unpack::all(image, &at).and_then(|()| tell(&at));
        if done.is_ok() {
            wait(&process);
        }
        return std::fs::remove_dir_all(&at).and(done);
    };
    std::thread::scope(|scope| {
        for _ in 0..ANSWERERS {
            scope.spawn(|| fuse::serve(image, &mounted.device));
        }
        let told = tell(&at);
        if told.is_ok() {
            wait(&process);
        }
        // The program's own helpers may need a moment more: what they use stays theirs, and is answered until they ended.
        let gone = fuse::mount::unmount(&at);
        let removed = std::fs::remove_dir(&at);
        if !gone {
            // The answering would not end. With this process the socket ends, and fusermount has another try.
            std::process::exit(1);
        }
        told.and(removed)
    })
}

/// One line; whoever waits for it needs no more.
fn tell(at: &Path) -> io::Result<()> {
    let mut line = at.as_os_str().as_encoded_bytes().to_vec();
    line.push(b'\n');
    io::stdout().write_all(&line)
}

/// Until a process has ended.
fn wait(process: &OwnedFd) {
    let mut ends = [PollFd::new(process, PollFlags::IN)];
    while poll(&mut ends, None) == Err(Errno::INTR) {}
}
