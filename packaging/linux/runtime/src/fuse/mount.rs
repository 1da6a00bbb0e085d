//! Mounting by the system's own fusermount3, which may do it for anybody: it opens the device and hands it over by a socket
//! (`_FUSE_COMMFD`, mount.fuse3(8)). Nothing here runs with more rights than the person has.

use std::fs::File;
use std::io::{self, IoSliceMut};
use std::mem::MaybeUninit;
use std::os::fd::OwnedFd;
use std::path::Path;
use std::process::{Command, Stdio};

use rustix::net::{
    AddressFamily, RecvAncillaryBuffer, RecvAncillaryMessage, RecvFlags, SocketFlags, SocketType, recvmsg,
    socketpair,
};

/// The same program, under its newer and its older name.
const NAMES: [&str; 2] = ["fusermount3", "fusermount"];

/// For reading, for this person alone, with the rights of files looked at by the system. Should this process be killed,
/// fusermount takes the mount away when it sees the socket closed.
const HOW: &str = "ro,nosuid,nodev,default_permissions,auto_unmount,fsname=todoita,subtype=appimage";

/// Where fusermount looks up what it may unmount. It mounts without it too, and nobody would take that away.
const LIST: &str = "/etc/mtab";

/// What is mounted: taken away at the latest when this is gone.
pub(crate) struct Mounted {
    /// On it the system asks.
    pub(crate) device: File,
    _until: OwnedFd,
}

/// Mounts.
///
/// # Errors
/// When the system has no such program, or it refuses.
pub(crate) fn mount(at: &Path) -> io::Result<Mounted> {
    if !Path::new(LIST).exists() {
        return Err(io::ErrorKind::Unsupported.into());
    }
    let mut last = io::Error::from(io::ErrorKind::NotFound);
    for name in NAMES {
        match by(name, at) {
            Ok(mounted) => return Ok(mounted),
            Err(error) => last = error,
        }
    }
    Err(last)
}

fn by(name: &str, at: &Path) -> io::Result<Mounted> {
    let (ours, theirs) = socketpair(AddressFamily::UNIX, SocketType::STREAM, SocketFlags::CLOEXEC, None)?;
    let mut child = Command::new(name)
        .args(["-o", HOW, "--"])
        .arg(at)
        // Its standard input is the socket: no other number is left open for it.
        .env("_FUSE_COMMFD", "0")
        .stdin(theirs)
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()?;
    match receive(&ours) {
        // It stays, and waits for the end of the socket.
        Some(device) => Ok(Mounted { device: File::from(device), _until: ours }),
        None => {
            child.wait()?;
            Err(io::ErrorKind::Unsupported.into())
        }
    }
}

fn receive(socket: &OwnedFd) -> Option<OwnedFd> {
    let mut space = [MaybeUninit::uninit(); rustix::cmsg_space!(ScmRights(1))];
    let mut ancillary = RecvAncillaryBuffer::new(&mut space);
    let mut byte = [0];
    recvmsg(socket, &mut [IoSliceMut::new(&mut byte)], &mut ancillary, RecvFlags::CMSG_CLOEXEC).ok()?;
    ancillary.drain().find_map(|message| {
        if let RecvAncillaryMessage::ScmRights(mut handed) = message { handed.next() } else { None }
    })
}

/// Takes it away; whoever still uses it keeps it until then.
pub(crate) fn unmount(at: &Path) -> bool {
    NAMES.iter().any(|name| {
        let mut command = Command::new(name);
        command.args(["-u", "-z", "-q", "--"]).arg(at);
        command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
        command.status().is_ok_and(|status| status.success())
    })
}
