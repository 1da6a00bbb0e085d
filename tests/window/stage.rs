//! The stage of one play: a person's home with a keychain, a display, the program's real window, and the doors by which
//! the pretend internet is told what to do and asked what it saw.

use std::fs;
use std::os::unix::process::CommandExt as _;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use serde_json::{Value, json};

use crate::driver::{Window, call};

/// How the keychain is when the program starts.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Keychain {
    Unlocked,
    Locked,
    None,
}

/// One play.
pub(crate) struct Stage {
    pub(crate) window: Option<Window>,
    pub(crate) home: PathBuf,
    /// The display, as `:101`.
    pub(crate) screen: String,
    pub(crate) clicks: usize,
    pub(crate) fields: usize,
    /// How much the log of names held when this play began.
    names_before: usize,
    name: String,
    /// Only failures are pictured: for plays that come by the same screens many times.
    pub(crate) in_haste: bool,
    pictures: usize,
    display: Child,
    driver: Child,
    port: u16,
    agent: ureq::Agent,
}

impl Stage {
    /// Sets the stage; the program's window is open at the end. `None` when this is not the pretend internet.
    pub(crate) fn set(name: &str, keychain: Keychain) -> Option<Self> {
        Self::set_with(name, keychain, Some(CLIENTS))
    }

    /// The same for a program that came without any client id.
    pub(crate) fn set_without_keys(name: &str, keychain: Keychain) -> Option<Self> {
        Self::set_with(name, keychain, None)
    }

    fn set_with(name: &str, keychain: Keychain, clients: Option<&str>) -> Option<Self> {
        let Some(run) = std::env::var_os("PI_RUN") else {
            assert!(std::env::var_os("TODOITA_REQUIRE_PI").is_none(), "not in the pretend internet");
            eprintln!("not in the pretend internet: tests/pretend-internet/run.sh starts it");
            return None;
        };
        let port = free_port();
        let home = PathBuf::from(run).join("homes").join(name);
        let _ = fs::remove_dir_all(&home);
        fs::create_dir_all(home.join(".config/todoita")).expect("a home");
        // As every desktop makes it for its people.
        fs::create_dir_all(home.join("Downloads")).expect("a folder for downloads");
        fs::write(home.join(".config/user-dirs.dirs"), "XDG_DOWNLOAD_DIR=\"$HOME/Downloads\"\n")
            .expect("its name");
        if let Some(clients) = clients {
            fs::write(home.join(".config/todoita/clients.toml"), clients).expect("clients.toml");
        }
        let screen = format!(":{}", 100 + port % 20_000);
        let display = Command::new("Xvfb")
            .args([&screen, "-screen", "0", "1280x900x24", "-nolisten", "tcp"])
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .process_group(0)
            .spawn()
            .expect("Xvfb");
        let driver = start_driver(&home, &screen, keychain, port);
        let agent = ureq::Agent::config_builder().http_status_as_error(false).build().new_agent();
        let names_before = log("dns.log").len();
        let mut stage = Self {
            names_before,
            window: None,
            home,
            screen,
            clicks: 0,
            fields: 0,
            name: name.into(),
            in_haste: false,
            pictures: 0,
            display,
            driver,
            port,
            agent,
        };
        stage.tell("/reset", &json!({}));
        stage.browser(&json!({ "do": "allow" }));
        stage.open();
        Some(stage)
    }

    /// Opens the program's window.
    pub(crate) fn open(&mut self) {
        let binary = PathBuf::from(std::env::var_os("TODOITA_APP").expect("TODOITA_APP names the program"));
        let window = Window::open(self.port, &binary).expect("the window opens");
        window
            .wait("a first screen", Duration::from_secs(15), |window| !window.screen().is_empty())
            .expect("drawn");
        self.window = Some(window);
    }

    /// Ends the program at once, as a power cut would.
    pub(crate) fn kill(&mut self) {
        let _ = Command::new("pkill").args(["-KILL", "-f", &self.binary()]).status();
        self.window = None;
        std::thread::sleep(Duration::from_millis(500));
    }

    /// Ends the program, and opens it anew where the keychain is another way.
    pub(crate) fn reopen_with(&mut self, keychain: Keychain) {
        self.kill();
        let _ = Command::new("kill").args(["-KILL", "--", &format!("-{}", self.driver.id())]).status();
        let _ = self.driver.wait();
        self.port = free_port();
        self.driver = start_driver(&self.home, &self.screen, keychain, self.port);
        self.open();
    }

    /// What the running program is limited to, as the system says it.
    pub(crate) fn limits(&self) -> String {
        let found = Command::new("pgrep").args(["-f", &self.binary()]).output().expect("pgrep");
        let first = String::from_utf8_lossy(&found.stdout).lines().next().map(str::to_owned);
        let process = first.expect("the program runs");
        fs::read_to_string(format!("/proc/{process}/limits")).expect("its limits")
    }

    pub(crate) fn window(&self) -> &Window {
        self.window.as_ref().expect("an open window")
    }

    /// Presses, and counts the press.
    pub(crate) fn press(&mut self, action: &str) {
        self.window().press(action).unwrap_or_else(|error| panic!("{action}: {error}"));
        self.clicks += 1;
    }

    /// Presses one of several buttons of the same name, and counts the press.
    pub(crate) fn press_on(&mut self, action: &str, target: &str) {
        let button = format!("[data-action='{action}'][data-target='{target}']");
        self.window().click(&button).unwrap_or_else(|error| panic!("{action} {target}: {error}"));
        self.clicks += 1;
    }

    /// Fills a field, and counts it.
    pub(crate) fn fill(&mut self, field: &str, text: &str) {
        self.window().type_into(field, text).unwrap_or_else(|error| panic!("{field}: {error}"));
        self.fields += 1;
    }

    /// Waits for a screen, then takes a picture of it.
    pub(crate) fn expect(&mut self, screen: &str) {
        self.expect_within(screen, 40);
    }

    pub(crate) fn expect_within(&mut self, screen: &str, seconds: u64) {
        let wanted = screen.to_owned();
        let waited =
            self.window().wait(screen, Duration::from_secs(seconds), |window| window.screen() == wanted);
        self.take_picture(screen);
        waited.unwrap_or_else(|error| panic!("{error}"));
    }

    /// Waits for a problem card.
    pub(crate) fn expect_problem(&mut self, code: &str) {
        let wanted = code.to_owned();
        // The reply to the final dot is waited for longest.
        let waited = self.window().wait(code, Duration::from_secs(110), |window| window.problem() == wanted);
        self.take_picture(&format!("problem-{code}"));
        waited.unwrap_or_else(|error| panic!("{error}"));
    }

    /// What the person at the browser will do.
    pub(crate) fn browser(&self, plan: &Value) {
        let run = PathBuf::from(std::env::var_os("PI_RUN").expect("PI_RUN"));
        fs::write(run.join("browser-plan.json"), plan.to_string()).expect("the plan");
    }

    /// Waits for a sentence. Line breaks of a page stand where the words allow them.
    pub(crate) fn says(&mut self, sentence: &str) {
        let there = |window: &Window| window.text().replace('\u{200b}', "").contains(sentence);
        let waited = self.window().wait(sentence, Duration::from_secs(40), there);
        self.take_picture("says");
        waited.unwrap_or_else(|error| panic!("{error}"));
    }

    /// Tells the pretend internet something.
    pub(crate) fn tell(&self, path: &str, body: &Value) -> Value {
        call(&self.agent, "POST", &format!("http://127.0.0.1:9900{path}"), Some(body))
            .expect("the control door")
    }

    /// Asks the pretend internet.
    pub(crate) fn ask(&self, path: &str) -> Value {
        call(&self.agent, "GET", &format!("http://127.0.0.1:9900{path}"), None).expect("the control door")
    }

    /// The code in the subject, read from the arrival or done screen's saved account.
    pub(crate) fn code(&self) -> String {
        let accounts = fs::read_to_string(self.data().join("accounts.json")).expect("accounts.json");
        let accounts: Value = serde_json::from_str(&accounts).expect("JSON");
        let last = accounts["accounts"].as_array().and_then(|all| all.last()).expect("an account");
        last["last"]["sent"]["code"].as_str().expect("a code").to_owned()
    }

    /// The names that the program has looked up in this play.
    pub(crate) fn names(&self) -> Vec<String> {
        let all = log("dns.log");
        let ours =
            all.get(self.names_before..).unwrap_or_default().lines().filter(|line| line.contains("/todoita"));
        ours.filter_map(|line| line.split_whitespace().nth(2).map(str::to_owned)).collect()
    }

    /// Where the program remembers what is no secret.
    pub(crate) fn data(&self) -> PathBuf {
        self.home.join(".local/share/todoita")
    }

    /// The message with a code, as an IMAP client reads it: from which folder, and the raw text.
    pub(crate) fn mail(&self, user: &str, code: &str) -> (String, String) {
        let read = |more: &[&str]| {
            let output = Command::new(pretend_internet().join("read-mail.py"))
                .args([user, code, "--wait", "20"])
                .args(more)
                .output()
                .expect("read-mail.py");
            assert!(output.status.success(), "no message {code} for {user}");
            String::from_utf8_lossy(&output.stdout).into_owned()
        };
        (read(&["--where"]).trim().to_owned(), read(&[]))
    }

    /// The stored secret, read by another program.
    pub(crate) fn secret(&self, account: &str) -> String {
        let output = self.on_the_bus("secret-tool", &["lookup", "service", "Todoita", "username", account]);
        String::from_utf8_lossy(&output.stdout).into_owned()
    }

    /// Runs another program of the same person: same home, same keychain.
    pub(crate) fn on_the_bus(&self, program: &str, args: &[&str]) -> std::process::Output {
        let bus = fs::read_to_string(self.home.join("bus")).expect("the bus's address");
        Command::new(program)
            .args(args)
            .env("DBUS_SESSION_BUS_ADDRESS", bus.trim())
            .env("HOME", &self.home)
            .output()
            .unwrap_or_else(|error| panic!("{program}: {error}"))
    }

    pub(crate) fn take_picture(&mut self, what: &str) {
        if self.in_haste && !what.starts_with("problem-") {
            return;
        }
        // The screens come in softly: a moment, so that the picture shows them whole.
        std::thread::sleep(Duration::from_millis(450));
        self.pictures += 1;
        let folder = pictures().join(&self.name);
        let path = folder.join(format!("{:02}-{what}.png", self.pictures));
        let _ = self.window().picture(&path);
    }

    /// The program's path, by which its process is found.
    pub(crate) fn binary(&self) -> String {
        std::env::var("TODOITA_APP").unwrap_or_default()
    }
}

impl Drop for Stage {
    fn drop(&mut self) {
        self.window = None;
        for child in [&mut self.driver, &mut self.display] {
            let _ = Command::new("kill").args(["-KILL", "--", &format!("-{}", child.id())]).status();
            let _ = child.wait();
        }
        let _ = Command::new("pkill").args(["-KILL", "-f", &self.binary()]).status();
    }
}

const CLIENTS: &str = r#"
[google]
client_id = "pretend-google.apps.googleusercontent.com"
client_secret = "GOCSPX-pretend"

[microsoft]
client_id = "11112222-bbbb-3333-cccc-4444dddd5555"
"#;

/// A port that nobody has, as the system gives it.
fn free_port() -> u16 {
    let listener = std::net::TcpListener::bind("127.0.0.1:0").expect("a port");
    listener.local_addr().expect("its address").port()
}

fn start_driver(home: &Path, display: &str, keychain: Keychain, port: u16) -> Child {
    let state = match keychain {
        Keychain::Unlocked => "unlocked",
        Keychain::Locked => "locked",
        Keychain::None => "none",
    };
    // The bus's address is written down, so that another program can ask the same keychain.
    let inner =
        "printf %s \"$DBUS_SESSION_BUS_ADDRESS\" > \"$KR_HOME/bus\"; exec WebKitWebDriver --port=\"$0\"";
    let with_keyring = pretend_internet().join("with-keyring.sh");
    // The program of a package lives in a clean Debian of its own, and so do the driver, the bus and the keychain then.
    let mut command = match std::env::var_os("TODOITA_WITHIN") {
        Some(within) => Command::new(within),
        None => Command::new("env"),
    };
    command
        .arg(with_keyring)
        .args([state, "bash", "-c", inner, &port.to_string()])
        .env("KR_HOME", home)
        .env("DISPLAY", display)
        .env("LANG", "ja_JP.UTF-8")
        .env("TAURI_AUTOMATION", "true")
        .env("TAURI_WEBVIEW_AUTOMATION", "true")
        .env("WEBKIT_DISABLE_DMABUF_RENDERER", "1")
        .env("NO_AT_BRIDGE", "1")
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        // The bus, the keychain, the driver and the program end with the play, all of them: a driver left over would
        // answer the next one.
        .process_group(0)
        .spawn()
        .expect("with-keyring.sh")
}

/// What a log of the pretend internet holds.
pub(crate) fn log(name: &str) -> String {
    let run = PathBuf::from(std::env::var_os("PI_RUN").expect("PI_RUN"));
    fs::read(run.join(name)).map(|bytes| String::from_utf8_lossy(&bytes).into_owned()).unwrap_or_default()
}

fn pretend_internet() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("pretend-internet")
}

/// Where pictures of the real window go.
pub(crate) fn pictures() -> PathBuf {
    let target = std::env::var_os("TODOITA_PICTURES").map(PathBuf::from);
    target.unwrap_or_else(|| Path::new(env!("CARGO_MANIFEST_DIR")).join("../target/window"))
}
