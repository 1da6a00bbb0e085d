//! Calling the program, with its time and its memory, and the door of the pretend internet.

use std::fs::{File, OpenOptions};
use std::io::Write;
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::sync::OnceLock;
use std::thread::sleep;
use std::time::{Duration, Instant};

use serde_json::Value;

use super::row::{self, Row};

/// The program ends by itself long before.
const PATIENCE: Duration = Duration::from_secs(20);

/// How a call went.
pub(crate) struct Answer {
    pub(crate) out: String,
    pub(crate) err: String,
    /// `Null` when nothing that can be read was said.
    pub(crate) json: Value,
    pub(crate) ms: u64,
    /// The most memory that it had at any time, in kilobytes.
    pub(crate) memory: u64,
}

impl Answer {
    /// Which server, which problem or which question it was, and who was heard.
    pub(crate) fn summary(&self) -> String {
        let json = &self.json;
        let heard = json["evidence"].as_array().map_or_else(String::new, |lines| {
            let line = |one: &Value| {
                let word = |key: &str| one[key].as_str().unwrap_or_default().to_owned();
                format!("{} {} {} @{}", word("source"), word("answer"), word("detail"), one["ms"])
            };
            lines.iter().map(line).collect::<Vec<_>>().join("; ")
        });
        let (first, code) = (&json["submission"][0], &json["problem"]["code"]);
        let wrong = if json.is_null() { self.err.trim() } else { "" };
        format!(
            "{} ms, {} kB: verdict {} provider {} first {}:{} trust {} problem {code} question {} [{heard}] {wrong}",
            self.ms,
            self.memory,
            json["verdict"],
            json["provider"],
            first["host"],
            first["port"],
            first["trust"],
            json["question"]
        )
    }
}

/// True inside of the pretend internet.
pub(crate) fn inside() -> bool {
    let inside = std::env::var_os("PI_RUN").is_some();
    if !inside {
        assert!(std::env::var_os("TODOITA_REQUIRE_PI").is_none(), "not in the pretend internet");
        eprintln!("not in the pretend internet: tests/pretend-internet/run.sh starts it");
    }
    inside
}

/// Where the pretend internet keeps its logs.
pub(crate) fn logs() -> PathBuf {
    std::env::var_os("PI_RUN").unwrap().into()
}

/// Tells the pretend internet something.
pub(crate) fn tell(path: &str, what: &Value) {
    let said = ureq::post(format!("http://127.0.0.1:9900{path}")).send_json(what);
    assert!(said.is_ok(), "{path}: {said:?}");
}

/// Asks it something.
pub(crate) fn told(path: &str) -> Value {
    let mut answer = ureq::get(format!("http://127.0.0.1:9900{path}")).call().unwrap();
    answer.body_mut().read_json().unwrap()
}

/// `todoita detect ADDRESS --json`, in a home of its own.
pub(crate) fn detect(row: &Row) -> Answer {
    let home = logs().join("homes").join(format!("detect-{}", row.name));
    std::fs::create_dir_all(&home).unwrap();
    // Files and no pipes: nobody has to read while the program runs.
    let (out, err) = (home.join("out.json"), home.join("err.txt"));
    let mut command = Command::new(program());
    command.args(["detect", &row.address(), "--json"]).env("HOME", &home).env("LC_ALL", "C.UTF-8");
    for name in ["XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "DBUS_SESSION_BUS_ADDRESS"] {
        command.env_remove(name);
    }
    command.stdin(Stdio::null()).stdout(File::create(&out).unwrap()).stderr(File::create(&err).unwrap());
    let start = Instant::now();
    let memory = watch(command.spawn().unwrap(), start);
    let ms = u64::try_from(start.elapsed().as_millis()).unwrap();
    let read = |path| String::from_utf8_lossy(&std::fs::read(path).unwrap()).into_owned();
    let (out, err) = (read(&out), read(&err));
    Answer { json: serde_json::from_str(&out).unwrap_or_default(), out, err, ms, memory }
}

/// What the program has when it has only looked into its table, in kilobytes.
pub(crate) fn easy_memory() -> u64 {
    static EASY: OnceLock<u64> = OnceLock::new();
    *EASY.get_or_init(|| {
        let rows = row::all();
        let easy = rows.iter().find(|row| row.name == "gmail.com").unwrap();
        // It is over so soon that one look may come too late.
        let most = (0..3).map(|_| detect(easy).memory).max().unwrap();
        assert!(most > 0, "the memory is seen");
        most
    })
}

/// One line a row, for people.
pub(crate) fn write_down(row: &Row, answer: &Answer) {
    let mut file = OpenOptions::new().create(true).append(true).open(logs().join("detection.txt")).unwrap();
    writeln!(file, "{}: {}", row.name, answer.summary()).unwrap();
}

/// Waits for the end; the most memory that was seen.
fn watch(mut child: Child, start: Instant) -> u64 {
    let mut memory = 0;
    while child.try_wait().unwrap().is_none() {
        memory = memory.max(peak(child.id()));
        if start.elapsed() > PATIENCE {
            child.kill().unwrap();
        }
        sleep(Duration::from_millis(5));
    }
    memory
}

fn peak(process: u32) -> u64 {
    let status = std::fs::read_to_string(format!("/proc/{process}/status")).unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    line.and_then(|line| line.trim().trim_end_matches(" kB").parse().ok()).unwrap_or_default()
}

/// The program: the one named, else the one that was built beside this test.
fn program() -> PathBuf {
    if let Some(named) = std::env::var_os("TODOITA_CLI") {
        return named.into();
    }
    let test = std::env::current_exe().unwrap();
    let program = test.parent().and_then(std::path::Path::parent).unwrap().join("todoita");
    assert!(program.exists(), "{} is not there: cargo build -p cli", program.display());
    program
}
