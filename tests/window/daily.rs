//! The daily check as the system starts it, and the notification server of the desktop.

use std::fs;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use serde_json::Value;

use crate::stage::Stage;

impl Stage {
    /// Starts the program for the check alone, as the system does.
    pub(crate) fn begin_quiet_check(&self) -> Child {
        let bus = fs::read_to_string(self.home.join("bus")).expect("the bus's address");
        let program = std::env::var_os("TODOITA_APP").expect("TODOITA_APP names the program");
        Command::new(program)
            .arg("--quiet-check")
            .env("DBUS_SESSION_BUS_ADDRESS", bus.trim())
            .env("HOME", &self.home)
            .env("DISPLAY", &self.screen)
            .env("LANG", "ja_JP.UTF-8")
            .env("WEBKIT_DISABLE_DMABUF_RENDERER", "1")
            .env("NO_AT_BRIDGE", "1")
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .expect("the program starts")
    }

    /// The same, to its end: there is nothing to tell.
    pub(crate) fn check_quietly(&self) {
        let mut check = self.begin_quiet_check();
        self.until("the end of the check", |_| check.try_wait().expect("a process").is_some());
        assert!(check.wait().expect("a process").success());
        assert!(self.has_looked(), "{}", self.list());
    }

    fn list(&self) -> String {
        fs::read_to_string(self.data().join("accounts.json")).expect("accounts")
    }

    /// The program writes the list with spaces, and [`Stage::a_day_passes`] without.
    fn has_looked(&self) -> bool {
        self.list().contains("\"checked_at\": 1")
    }

    /// When something was last seen of the account.
    pub(crate) fn checked_at(&self) -> u64 {
        let kept: Value = serde_json::from_str(&self.list()).expect("JSON");
        kept["accounts"][0]["watch"]["checked_at"].as_u64().expect("a check")
    }

    /// Waits until a check has looked, on the day after the last one, and seen nothing of the account. It goes on waiting for
    /// a network then.
    pub(crate) fn looks_in_vain(&self) -> Child {
        self.a_day_passes();
        let before = self.checked_at();
        let mut check = self.begin_quiet_check();
        self.until("a look", Self::has_looked);
        assert!(check.try_wait().expect("a process").is_none(), "the check waits for the network");
        assert_eq!(self.checked_at(), before);
        check
    }

    /// The last check was yesterday.
    pub(crate) fn a_day_passes(&self) {
        let mut kept: Value = serde_json::from_str(&self.list()).expect("JSON");
        for account in kept["accounts"].as_array_mut().expect("accounts") {
            let at = account["watch"]["checked_at"].as_u64().expect("a check");
            account["watch"]["checked_at"] = (at - 86_400_000).into();
        }
        fs::write(self.data().join("accounts.json"), kept.to_string()).expect("written");
    }

    /// Starts a notification server on the display. It ends with the bus that it is on, if not before.
    pub(crate) fn start_notifications(&self) -> Child {
        let bus = fs::read_to_string(self.home.join("bus")).expect("the bus's address");
        let server = Command::new("dunst")
            .env("DBUS_SESSION_BUS_ADDRESS", bus.trim())
            .env("HOME", &self.home)
            .env("DISPLAY", &self.screen)
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .expect("dunst");
        self.until("a notification server", |stage| {
            stage.on_the_bus("dunstctl", &["count", "displayed"]).status.success()
        });
        server
    }

    /// How many notifications are shown now.
    pub(crate) fn notifications(&self) -> usize {
        let output = self.on_the_bus("dunstctl", &["count", "displayed"]);
        String::from_utf8_lossy(&output.stdout).trim().parse().unwrap_or(0)
    }

    /// Presses the notification that is shown.
    pub(crate) fn press_notification(&self) {
        let output = self.on_the_bus("dunstctl", &["action", "0"]);
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    }

    /// Whether a window of the program can be seen that belongs to another process than this one.
    pub(crate) fn window_beside(&self, process: u32) -> bool {
        let found = Command::new("pgrep").args(["-f", &self.binary()]).output().expect("pgrep");
        let found = String::from_utf8_lossy(&found.stdout).into_owned();
        let mut others = found.lines().filter_map(|line| line.parse().ok()).filter(|other| *other != process);
        others.any(|other| self.window_of(other))
    }

    /// Whether a window of this process can be seen.
    fn window_of(&self, process: u32) -> bool {
        let found = Command::new("xdotool")
            .args(["search", "--onlyvisible", "--pid", &process.to_string()])
            .env("DISPLAY", &self.screen)
            .output()
            .expect("xdotool");
        !found.stdout.is_empty()
    }

    /// Waits for something, at most half a minute.
    pub(crate) fn until(&self, what: &str, holds: impl FnMut(&Self) -> bool) {
        self.until_within(30, what, holds);
    }

    /// Waits for something, at most so many seconds.
    pub(crate) fn until_within(&self, seconds: u64, what: &str, mut holds: impl FnMut(&Self) -> bool) {
        let start = Instant::now();
        while !holds(self) {
            assert!(start.elapsed() < Duration::from_secs(seconds), "{what} did not come");
            std::thread::sleep(Duration::from_millis(200));
        }
    }
}
