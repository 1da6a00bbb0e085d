//! The first part of the AppImage: it finds the archive that lies behind it, makes its files readable and starts them.
//! After the type 2 of the AppImage specification (<https://github.com/AppImage/AppImageSpec/blob/master/draft.md>).
//!
//! Lives here: which way is gone. Does not live here: anything of Todoita's; what is started is the archive's `AppRun`.

#[cfg(target_os = "linux")]
mod elf;
#[cfg(target_os = "linux")]
mod fuse;
#[cfg(target_os = "linux")]
mod image;
#[cfg(target_os = "linux")]
mod place;
#[cfg(target_os = "linux")]
mod server;
#[cfg(target_os = "linux")]
mod start;
#[cfg(target_os = "linux")]
mod unpack;

use std::process::ExitCode;

#[cfg(target_os = "linux")]
fn main() -> ExitCode {
    start::main()
}

/// It is built with the rest of the workspace everywhere, and of use on Linux alone.
#[cfg(not(target_os = "linux"))]
fn main() -> ExitCode {
    ExitCode::FAILURE
}
