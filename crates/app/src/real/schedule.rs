//! The system's own clock starts the daily check: a timer of systemd or, where there is none, the list of what begins
//! with the desktop; an agent of launchd; a task of the Task Scheduler. Always for the one person, never as administrator.
//!
//! Lives here: what is written where, and which commands follow. Does not live here: the check (`crate::quiet`).

mod plan;

use std::path::{Path, PathBuf};
use std::process::Stdio;

use futures_util::future::BoxFuture;

use self::plan::{Deed, Kind, plan, stays};
use crate::ports::Schedule;

pub(super) struct System {
    program: Option<PathBuf>,
    home: Option<PathBuf>,
    config: Option<PathBuf>,
}

impl System {
    pub(super) fn of_this_computer() -> Self {
        Self { program: program(), home: dirs::home_dir(), config: dirs::config_dir() }
    }
}

/// Where this program can be started anew, also later.
pub fn program() -> Option<PathBuf> {
    // An AppImage runs from a place that is gone afterwards; it says where it really is.
    std::env::var_os("APPIMAGE").map(PathBuf::from).or_else(|| std::env::current_exe().ok())
}

impl Schedule for System {
    fn set(&self, on: bool) -> BoxFuture<'_, bool> {
        Box::pin(async move {
            let (Some(program), Some(home), Some(config)) =
                (self.program.clone(), self.home.clone(), self.config.clone())
            else {
                return false;
            };
            let places =
                plan::Places { program, home, config, temporary: std::env::temp_dir(), user: user() };
            let work = move || set(on, &places);
            tokio::task::spawn_blocking(work).await.unwrap_or(false)
        })
    }
}

/// The person's number, by which launchd knows whose agent it is.
fn user() -> u32 {
    #[cfg(unix)]
    {
        rustix::process::getuid().as_raw()
    }
    #[cfg(not(unix))]
    {
        0
    }
}

fn set(on: bool, places: &plan::Places) -> bool {
    let kinds: &[Kind] = match std::env::consts::OS {
        "windows" => &[Kind::TaskScheduler],
        "macos" => &[Kind::Launchd],
        _ => &[Kind::Systemd, Kind::Desktop],
    };
    if !on {
        kinds.iter().for_each(|kind| take_back(*kind, places));
        return true;
    }
    // The first that works; what a failed one left is taken back.
    kinds.iter().any(|kind| {
        let done = stays(*kind, &places.program) && plan(*kind, true, places).iter().all(perform);
        if !done {
            take_back(*kind, places);
        }
        done
    })
}

/// Every deed is tried: what is not there need not be taken away.
fn take_back(kind: Kind, places: &plan::Places) {
    for deed in plan(kind, false, places) {
        perform(&deed);
    }
}

fn perform(deed: &Deed) -> bool {
    match deed {
        Deed::Write(path, text) => write(path, text.as_bytes()),
        Deed::WriteWide(path, text) => {
            let wide: Vec<u8> =
                "\u{feff}".encode_utf16().chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect();
            write(path, &wide)
        }
        Deed::Delete(path) => std::fs::remove_file(path).is_ok(),
        Deed::Run(program, arguments) => succeeds(program, arguments),
        Deed::Try(program, arguments) => {
            succeeds(program, arguments);
            true
        }
    }
}

/// Runs a program of the system, unseen.
pub(super) fn succeeds(program: &str, arguments: &[String]) -> bool {
    let mut command = std::process::Command::new(program);
    command.args(arguments).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    hide(&mut command);
    command.status().is_ok_and(|status| status.success())
}

fn write(path: &Path, bytes: &[u8]) -> bool {
    let folder = path.parent().is_some_and(|folder| std::fs::create_dir_all(folder).is_ok());
    folder && std::fs::write(path, bytes).is_ok()
}

/// No black window of a console flashes up.
#[cfg(windows)]
fn hide(command: &mut std::process::Command) {
    use std::os::windows::process::CommandExt as _;
    const CREATE_NO_WINDOW: u32 = 0x0800_0000;
    command.creation_flags(CREATE_NO_WINDOW);
}

#[cfg(not(windows))]
fn hide(_: &mut std::process::Command) {}

#[cfg(test)]
mod tests;
