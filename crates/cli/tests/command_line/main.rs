//! The built program, as a script calls it. No network is needed: the addresses are those of the table, or none.
#![expect(clippy::unwrap_used, clippy::panic, reason = "a surprise has to end the test")]

mod json;
mod misuse;
mod schema;

use std::path::Path;
use std::process::{Command, Output};

/// How a call ended.
pub(crate) struct Ended {
    pub(crate) code: i32,
    pub(crate) out: String,
    pub(crate) err: String,
}

impl Ended {
    pub(crate) fn json(&self) -> serde_json::Value {
        serde_json::from_str(&self.out).unwrap_or_else(|error| panic!("{error}: {}", self.out))
    }
}

/// Calls the program with an empty folder.
pub(crate) fn call(arguments: &[&str]) -> Ended {
    let folder = tempfile::tempdir().unwrap();
    call_in(folder.path(), arguments)
}

/// Calls the program with its files in a folder, in English unless the arguments say otherwise.
pub(crate) fn call_in(folder: &Path, arguments: &[&str]) -> Ended {
    let output: Output = Command::new(env!("CARGO_BIN_EXE_todoita"))
        .args(arguments)
        .env("XDG_DATA_HOME", folder)
        .env("XDG_CONFIG_HOME", folder)
        .env("HOME", folder)
        .env("LC_ALL", "en_US.UTF-8")
        .env_remove("DBUS_SESSION_BUS_ADDRESS")
        .output()
        .unwrap();
    Ended {
        code: output.status.code().unwrap(),
        out: String::from_utf8(output.stdout).unwrap(),
        err: String::from_utf8(output.stderr).unwrap(),
    }
}

/// While it waits for words on its standard input.
#[cfg(target_os = "linux")]
#[test]
fn it_leaves_no_core_file() {
    let mut waiting = Command::new(env!("CARGO_BIN_EXE_todoita"))
        .arg("diagnose")
        .stdin(std::process::Stdio::piped())
        .stdout(std::process::Stdio::null())
        .spawn()
        .unwrap();
    let file = format!("/proc/{}/limits", waiting.id());
    let limit = || {
        let limits = std::fs::read_to_string(&file).unwrap();
        let line = limits.lines().find(|line| line.starts_with("Max core file size")).unwrap();
        line.split_whitespace().nth(4).unwrap().to_owned()
    };
    let done = (0..100).any(|_| {
        std::thread::sleep(std::time::Duration::from_millis(20));
        limit() == "0"
    });
    drop(waiting.stdin.take());
    waiting.wait().unwrap();
    assert!(done, "{file}");
}
