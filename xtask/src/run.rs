//! Running another program: shown, bounded in time, its closing lines kept.

use std::ffi::OsString;
use std::io::{BufRead, BufReader, Read};
use std::path::{Path, PathBuf};
use std::process::{Command, ExitStatus, Stdio};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use crate::report::closing_line;
use crate::tree::Tree;

/// What no chore takes longer than: a hanging one must not use up a whole run.
const LIMIT: Duration = Duration::from_secs(40 * 60);

/// What cargo sets for a program it runs and what would change the builds that are started from here.
const OF_THE_OUTER_CARGO: [&str; 4] =
    ["CARGO_MANIFEST_DIR", "CARGO_MANIFEST_PATH", "CARGO_PKG_NAME", "OUT_DIR"];

/// A program with its arguments.
pub(crate) struct Run {
    shown: String,
    command: Command,
}

impl Run {
    /// A program in the repository's folder.
    pub(crate) fn new(tree: &Tree, program: impl Into<OsString>, args: &[&str]) -> Self {
        let program = program.into();
        let shown = format!("{} {}", Path::new(&program).display(), args.join(" "));
        let mut command = Command::new(program);
        command.args(args).current_dir(tree.path("")).stdin(Stdio::null());
        for (name, _) in std::env::vars_os() {
            let name = name.to_string_lossy().into_owned();
            if OF_THE_OUTER_CARGO.contains(&name.as_str()) || name.starts_with("CARGO_PKG_") {
                command.env_remove(name);
            }
        }
        Self { shown, command }
    }

    /// The cargo that runs this chore.
    pub(crate) fn cargo(tree: &Tree, args: &[&str]) -> Self {
        let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
        let mut run = Self::new(tree, cargo, args);
        run.shown = format!("cargo {}", args.join(" "));
        run
    }

    /// npm in a folder of the repository.
    pub(crate) fn npm(tree: &Tree, folder: &str, args: &[&str]) -> Self {
        let npm = if cfg!(windows) { "npm.cmd" } else { "npm" };
        let mut run = Self::new(tree, npm, args);
        run.command.current_dir(tree.path(folder));
        run.shown = format!("npm {} (in {folder})", args.join(" "));
        run
    }

    /// With a variable of the environment.
    pub(crate) fn env(mut self, name: &str, value: impl Into<OsString>) -> Self {
        self.command.env(name, value.into());
        self
    }

    /// With one more argument that is a path.
    pub(crate) fn arg(mut self, path: impl Into<PathBuf>) -> Self {
        let path = path.into();
        self.shown = format!("{} {}", self.shown, path.display());
        self.command.arg(path);
        self
    }

    /// With more arguments.
    pub(crate) fn args(mut self, args: &[&str]) -> Self {
        self.shown = format!("{} {}", self.shown, args.join(" "));
        self.command.args(args);
        self
    }

    /// Runs it and gives what it wrote to standard output; nothing is shown.
    pub(crate) fn text(mut self) -> Result<String, String> {
        let output = self.command.output().map_err(|error| format!("{}: {error}", self.shown))?;
        if output.status.success() {
            return Ok(String::from_utf8_lossy(&output.stdout).into_owned());
        }
        let said = String::from_utf8_lossy(&output.stderr);
        Err(format!("{}: {}\n{}", self.shown, ended(output.status), said.trim()))
    }

    /// Runs it, shows what it writes, and gives its closing lines.
    pub(crate) fn show(mut self) -> Result<Vec<String>, String> {
        println!("$ {}", self.shown);
        self.command.stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = self.command.spawn().map_err(|error| format!("{}: {error}", self.shown))?;
        let closing = Arc::new(Mutex::new(Vec::new()));
        let readers = [
            child.stdout.take().map(|pipe| pass_on(pipe, Arc::clone(&closing), false)),
            child.stderr.take().map(|pipe| pass_on(pipe, Arc::clone(&closing), true)),
        ];
        let began = Instant::now();
        let status = loop {
            match child.try_wait() {
                Ok(Some(status)) => break status,
                Ok(None) if began.elapsed() < LIMIT => std::thread::sleep(Duration::from_millis(50)),
                Ok(None) => {
                    let _already_gone = child.kill();
                    return Err(format!("{}: stopped after {} minutes", self.shown, LIMIT.as_secs() / 60));
                }
                Err(error) => return Err(format!("{}: {error}", self.shown)),
            }
        };
        for reader in readers.into_iter().flatten() {
            let _panicked = reader.join();
        }
        let closing = std::mem::take(&mut *closing.lock().unwrap_or_else(PoisonError::into_inner));
        if status.success() {
            Ok(closing)
        } else {
            let lines = closing.iter().map(|line| format!("\n{line}")).collect::<String>();
            Err(format!("{}: {}{lines}", self.shown, ended(status)))
        }
    }

    /// Runs it with the terminal as its own, for a program that a person uses.
    pub(crate) fn hand_over(mut self) -> Result<(), String> {
        println!("$ {}", self.shown);
        let status = self.command.status().map_err(|error| format!("{}: {error}", self.shown))?;
        if status.success() { Ok(()) } else { Err(format!("{}: {}", self.shown, ended(status))) }
    }
}

fn ended(status: ExitStatus) -> String {
    status.code().map_or_else(|| "ended by a signal".to_owned(), |code| format!("exit code {code}"))
}

/// Shows a pipe line by line and keeps the lines that close a run of tests.
fn pass_on(
    pipe: impl Read + Send + 'static,
    closing: Arc<Mutex<Vec<String>>>,
    to_stderr: bool,
) -> JoinHandle<()> {
    std::thread::spawn(move || {
        let mut pipe = BufReader::new(pipe);
        let mut line = Vec::new();
        while pipe.read_until(b'\n', &mut line).is_ok_and(|read| read > 0) {
            let text = String::from_utf8_lossy(&line).trim_end_matches(['\n', '\r']).to_owned();
            if to_stderr {
                eprintln!("{text}");
            } else {
                println!("{text}");
            }
            if let Some(line) = closing_line(&text) {
                let mut kept = closing.lock().unwrap_or_else(PoisonError::into_inner);
                // A failure is told when it happens and once more at the end.
                if !line.starts_with("FAIL [") || !kept.contains(&line) {
                    kept.push(line);
                }
            }
            line.clear();
        }
    })
}
