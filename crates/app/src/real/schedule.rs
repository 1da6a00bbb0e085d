//! The system's own clock starts the daily check: a timer of systemd or, where there is none, the list of what begins
//! with the desktop; an agent of launchd; a task of the Task Scheduler. Always for the one person, never as administrator.
//!
//! Lives here: what is written where, and which commands follow. Does not live here: the check (`crate::quiet`).

mod plan;

use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::sync::{Arc, Mutex, PoisonError};

use futures_util::future::BoxFuture;

use self::plan::{Deed, Kind, plan, stays, trace};
use super::files;
use crate::ports::Schedule;

pub(super) struct System {
    program: Option<PathBuf>,
    home: Option<PathBuf>,
    config: Option<PathBuf>,
    /// Held while something is turned on or off: what was begun is done to its end although nobody waits for it any more,
    /// and the next would run beside it.
    turn: Arc<Mutex<()>>,
}

impl System {
    pub(super) fn of_this_computer() -> Self {
        Self { program: program(), home: dirs::home_dir(), config: dirs::config_dir(), turn: Arc::default() }
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
            let turn = Arc::clone(&self.turn);
            let work = move || {
                let _turn = turn.lock().unwrap_or_else(PoisonError::into_inner);
                set(on, &places)
            };
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
    if on {
        return turn_on(kinds, places, &mut perform);
    }
    kinds.iter().for_each(|kind| take_back(*kind, places, &mut perform));
    true
}

/// By the first that works. What a failed one left is taken back, and nothing else: what was there before starts the check
/// of another account.
fn turn_on(kinds: &[Kind], places: &plan::Places, perform: &mut dyn FnMut(&Deed) -> bool) -> bool {
    kinds.iter().filter(|kind| stays(**kind, &places.program)).any(|kind| {
        let was_there = perform(&trace(*kind, places));
        let done = plan(*kind, true, places).iter().all(&mut *perform);
        if !done && !was_there {
            take_back(*kind, places, perform);
        }
        done
    })
}

/// Every deed is tried: what is not there need not be taken away.
fn take_back(kind: Kind, places: &plan::Places, perform: &mut dyn FnMut(&Deed) -> bool) {
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
        Deed::See(path) => path.exists(),
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
    let name = path.file_name().and_then(OsStr::to_str);
    path.parent().zip(name).is_some_and(|(folder, name)| files::put(folder, name, bytes).is_ok())
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
