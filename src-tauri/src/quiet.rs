//! The daily check, without a window: the system starts the program for it, and a notification opens the window.

#[cfg(all(unix, not(target_os = "macos")))]
mod desktop;
#[cfg(windows)]
mod toast;

use std::process::{Command, Stdio};
use std::sync::mpsc::{Sender, channel};
use std::time::Duration;

use app::quiet::{Notice, What, look_after};
use app::settings::Settings;
use contract::{Language, Text};
use words::Words;

/// A notification that nobody touches is left to the desktop after this long.
const PATIENCE: Duration = Duration::from_secs(60 * 60);

/// Checks the accounts that are due and tells what is new. True when the person wants to see the window.
pub(crate) fn check() -> bool {
    let settings = Settings::read();
    let Ok(ports) = app::real::ports(&settings) else { return false };
    let notices = tauri::async_runtime::block_on(look_after(&ports));
    let language = app::real::load(&settings.folders.data).language.unwrap_or(settings.language);
    tell(&notices, language)
}

/// Starts the window as a process of its own: the system that started this one may end it, as Windows does after an hour.
pub(crate) fn open_window() -> bool {
    let Some(program) = app::real::program() else { return false };
    let mut window = Command::new(program);
    window.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).spawn().is_ok()
}

/// One notification each; the first that is pressed opens the window.
fn tell(notices: &[Notice], language: Language) -> bool {
    let words = Words::of_the_message(language);
    let open = words.say(&Text::new("notice-open"));
    let (pressed, presses) = channel();
    for notice in notices {
        let (title, body) = match notice.what {
            What::Trouble(_) => ("notice-trouble", "notice-trouble-body"),
            What::Coming(_) => ("notice-coming", "notice-coming-body"),
        };
        let title = words.say(&Text::new(title).with("address", notice.address.as_str()));
        show(&title, &words.say(&Text::new(body)), &open, pressed.clone());
    }
    drop(pressed);
    presses.recv_timeout(PATIENCE).is_ok()
}

/// Where the desktop speaks the Desktop Notifications Specification, a press comes back.
#[cfg(all(unix, not(target_os = "macos")))]
pub(crate) fn show(title: &str, body: &str, open: &str, pressed: Sender<()>) {
    let Ok(shown) = desktop::show(title, body, open) else { return };
    std::thread::spawn(move || {
        if shown.wait() {
            let _ = pressed.send(());
        }
    });
}

#[cfg(windows)]
fn show(title: &str, body: &str, _open: &str, pressed: Sender<()>) {
    toast::show(title, body, pressed);
}

/// The words are arguments of the script and no part of it.
#[cfg(target_os = "macos")]
pub(crate) fn show(title: &str, body: &str, _open: &str, _pressed: Sender<()>) {
    let script =
        ["on run said", "display notification (item 2 of said) with title (item 1 of said)", "end run"];
    let lines = script.iter().flat_map(|line| ["-e", line]);
    let _ = Command::new("osascript").args(lines).args([title, body]).status();
}
