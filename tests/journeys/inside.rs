//! The inside of the pretend internet: a person's home with a keychain, the program, and the door by which the
//! servers are told what to do.

use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use serde_json::{Value, json};

/// The clients that the pretend providers know.
const CLIENTS: &str = "[google]\nclient_id = \"pretend-google.apps.googleusercontent.com\"\n\
                       client_secret = \"GOCSPX-pretend\"\n[microsoft]\n\
                       client_id = \"11112222-bbbb-3333-cccc-4444dddd5555\"\n";

/// A person's home.
pub(crate) struct Home {
    folder: PathBuf,
}

/// How a call ended.
pub(crate) struct Ended {
    pub(crate) code: i32,
    pub(crate) out: String,
    pub(crate) err: String,
}

impl Ended {
    pub(crate) fn json(&self) -> Value {
        serde_json::from_str(&self.out)
            .unwrap_or_else(|error| panic!("{error}: {} {} ({})", self.out, self.err, self.code))
    }
}

/// An account as the window program writes it down: server, port, and where its mailbox is.
pub(crate) fn account(address: &str, kind: &Value, login: &str, smtp: (&str, u16), imap: &str) -> Value {
    let security = if smtp.1 == 465 { "tls" } else { "starttls" };
    let mailbox = json!({ "protocol": "imap", "host": imap, "port": 993, "security": "tls" });
    json!({
        "id": address, "address": address, "kind": kind, "name": { "en": "", "ja": "" }, "route": "smtp",
        "login": login, "server": { "host": smtp.0, "port": smtp.1, "security": security },
        "user_name": address, "mailbox_user_name": address,
        "retrieval": if imap.is_empty() { json!([]) } else { json!([mailbox]) },
        "session_only": false, "last": null,
    })
}

impl Home {
    /// A fresh home; `None` outside of the pretend internet.
    pub(crate) fn new(name: &str) -> Option<Self> {
        let Some(run) = std::env::var_os("PI_RUN") else {
            assert!(std::env::var_os("TODOITA_REQUIRE_PI").is_none(), "not in the pretend internet");
            eprintln!("not in the pretend internet: tests/pretend-internet/run.sh starts it");
            return None;
        };
        let folder = PathBuf::from(run).join("homes").join(format!("cli-{name}"));
        let _ = std::fs::remove_dir_all(&folder);
        std::fs::create_dir_all(folder.join(".config/todoita")).unwrap();
        std::fs::create_dir_all(folder.join(".local/share/todoita")).unwrap();
        std::fs::write(folder.join(".config/todoita/clients.toml"), CLIENTS).unwrap();
        Some(Self { folder })
    }

    /// Sets an account up, with its secret in the keychain.
    pub(crate) fn set_up(&self, account: &Value, secret: &str) {
        let file = self.folder.join(".local/share/todoita/accounts.json");
        std::fs::write(file, json!({ "version": 1, "accounts": [account] }).to_string()).unwrap();
        let store =
            "printf %s \"$PLANTED\" | secret-tool store --label=Todoita service Todoita username \"$0\"";
        let id = account["id"].as_str().unwrap();
        let ended = self.with_keychain("unlocked", &["bash", "-c", store, id], secret);
        assert_eq!(ended.code, 0, "{}", ended.err);
    }

    /// Sets an account at Google up, with a permission.
    pub(crate) fn set_up_google(&self, id: &str, refresh_token: &str) {
        let permission = json!({
            "v": 1, "provider": "google", "client_id": "pretend-google.apps.googleusercontent.com",
            "door": "common", "refresh_token": refresh_token,
        });
        let google = json!("google-personal");
        let account = account(id, &google, "oauth", ("smtp.gmail.com", 465), "imap.gmail.com");
        self.set_up(&account, &permission.to_string());
    }

    /// Calls the program where the keychain is open. Nothing that it says may hold the secret.
    pub(crate) fn call(&self, arguments: &[&str], secret: &str) -> Ended {
        self.call_where("unlocked", arguments, secret)
    }

    /// Calls the program with the keychain in a state.
    pub(crate) fn call_where(&self, keychain: &str, arguments: &[&str], secret: &str) -> Ended {
        let program = program();
        let line = [&[program.to_str().unwrap()], arguments].concat();
        let ended = self.with_keychain(keychain, &line, "");
        if !secret.is_empty() {
            assert!(!ended.out.contains(secret) && !ended.err.contains(secret), "the secret was said");
        }
        ended
    }

    /// What the keychain holds for an account, read by a second program.
    pub(crate) fn kept(&self, id: &str) -> String {
        self.with_keychain("unlocked", &["secret-tool", "lookup", "service", "Todoita", "username", id], "")
            .out
    }

    fn with_keychain(&self, state: &str, line: &[&str], planted: &str) -> Ended {
        let mut command = Command::new(pretend_internet().join("with-keyring.sh"));
        command.arg(state).args(line).env("KR_HOME", &self.folder).env("PLANTED", planted);
        ended(command.env("LC_ALL", "C.UTF-8").stdin(Stdio::null()).output().unwrap())
    }
}

/// Tells the pretend internet something.
pub(crate) fn tell(path: &str, what: &Value) {
    let said = ureq::post(format!("http://127.0.0.1:9900{path}")).send_json(what);
    assert!(said.is_ok(), "{path}: {said:?}");
}

/// Asks it something.
pub(crate) fn ask(path: &str) -> Value {
    let mut answer = ureq::get(format!("http://127.0.0.1:9900{path}")).call().unwrap();
    answer.body_mut().read_json().unwrap()
}

/// The message with this code, read from the mailbox by another program.
pub(crate) fn delivered(user: &str, code: &str) -> bool {
    let reader = pretend_internet().join("read-mail.py");
    let mut command = Command::new(reader);
    ended(command.args([user, code, "--wait", "5"]).output().unwrap()).code == 0
}

fn pretend_internet() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("pretend-internet")
}

/// The program: the one named, else the one that was built beside this test.
fn program() -> PathBuf {
    if let Some(named) = std::env::var_os("TODOITA_CLI") {
        return named.into();
    }
    let test = std::env::current_exe().unwrap();
    let program = test.parent().and_then(Path::parent).unwrap().join("todoita");
    assert!(program.exists(), "{} is not there: cargo build -p cli", program.display());
    program
}

fn ended(output: Output) -> Ended {
    Ended {
        code: output.status.code().unwrap(),
        out: String::from_utf8(output.stdout).unwrap(),
        err: String::from_utf8(output.stderr).unwrap(),
    }
}
