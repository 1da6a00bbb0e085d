//! The demonstration, driven from its first screen to its list of accounts; `cargo xtask demo` runs this where there is
//! no display. `TODOITA_DEMO_BIN` names the program, `TODOITA_DEMO_SHOTS` the folder for the pictures.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::print_stderr, reason = "a test")]
#![allow(clippy::disallowed_methods, reason = "a test reads its own environment")]

#[allow(dead_code, reason = "the journeys in the real window use more of it")]
#[path = "../window/driver.rs"]
mod driver;

use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use driver::Window;

struct Journey {
    window: Window,
    shots: PathBuf,
    taken: usize,
    driver: Child,
}

impl Drop for Journey {
    fn drop(&mut self) {
        let _ = self.driver.kill();
        let _ = self.driver.wait();
    }
}

impl Journey {
    fn begin() -> Option<Self> {
        let Some(program) = std::env::var_os("TODOITA_DEMO_BIN") else {
            eprintln!("no demonstration was built: `cargo xtask demo` does it");
            return None;
        };
        let shots =
            PathBuf::from(std::env::var_os("TODOITA_DEMO_SHOTS").unwrap_or_else(|| "target/demo".into()));
        let driver = Command::new("WebKitWebDriver")
            .arg("--port=14777")
            .env("TAURI_AUTOMATION", "true")
            .env("TAURI_WEBVIEW_AUTOMATION", "true")
            .env("LANG", "ja_JP.UTF-8")
            // The test itself answers for the person at the browser.
            .env("PATH", concat!(env!("CARGO_MANIFEST_DIR"), "/demo/bin:/usr/local/bin:/usr/bin:/bin"))
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .expect("WebKitWebDriver");
        let window = Window::open(14_777, &PathBuf::from(program)).expect("the window opens");
        Some(Self { window, shots, taken: 0, driver })
    }

    fn expect(&mut self, what: &str, holds: impl Fn(&Window) -> bool) {
        let waited = self.window.wait(what, Duration::from_secs(30), holds);
        // The screens come in softly: a moment, so that the picture shows them whole.
        std::thread::sleep(Duration::from_millis(700));
        self.taken += 1;
        let _ = self.window.picture(&self.shots.join(format!("{:02}-{what}.png", self.taken)));
        waited.unwrap_or_else(|error| panic!("{error}"));
    }

    fn screen(&mut self, name: &'static str) {
        self.expect(name, move |window| window.screen() == name);
    }

    fn problem(&mut self, code: &'static str) {
        self.expect(code, move |window| window.problem() == code);
    }

    fn press(&self, action: &str) {
        self.window.press(action).unwrap_or_else(|error| panic!("{action}: {error}"));
    }

    /// What a person presses on the sign-in page: the link on the screen is where it is.
    fn choose(&self, what: &str) {
        let link = self
            .window
            .script("return document.body.innerText.match(/http:\\/\\/127\\.0\\.0\\.1:\\d+\\//)?.[0] ?? ''");
        let link = link.expect("the page").as_str().unwrap_or_default().to_owned();
        let agent = ureq::Agent::config_builder().http_status_as_error(false).build().new_agent();
        let page = agent.get(&link).call().expect("the question").body_mut().read_to_string().expect("text");
        assert!(page.contains("練習用"), "the page says what it is: {page}");
        agent.get(&format!("{link}choose?{what}")).call().expect("the answer");
    }
}

#[test]
fn from_the_first_screen_to_two_accounts() {
    let Some(mut journey) = Journey::begin() else { return };
    journey.screen("address");
    journey.window.type_into("#field-address", "taro@gmail.com").expect("typed");
    journey.expect("hint", |window| window.text().contains("Gmail"));
    journey.press("continue");
    journey.screen("consent");
    journey.press("open-browser");
    journey.expect("waiting", |window| window.offers("copy-link"));
    journey.choose("mail=on&deny=1");
    journey.problem("consent-denied");
    journey.press("sign-in-again");
    journey.expect("waiting-again", |window| window.offers("copy-link"));
    journey.choose("mail=on&allow=1");
    journey.screen("done");
    journey.press("finish");
    journey.screen("home");

    journey.press("add-account");
    journey.screen("address");
    journey.window.type_into("#field-address", "momo@icloud.com").expect("typed");
    journey.press("continue");
    journey.screen("password");
    journey.window.type_into("#secret", "my-wrong-password").expect("typed");
    journey.press("connect-and-send");
    journey.expect("warned", |window| window.offers("use-anyway"));
    journey.press("use-anyway");
    journey.problem("needs-app-password");
    journey.press("show-fields");
    journey.screen("password");
    journey.window.type_into("#secret", "abcd efgh ijkl mnop").expect("typed");
    journey.press("connect-and-send");
    journey.screen("done");
    journey.press("finish");
    journey.expect("two-accounts", |window| window.text().contains("momo@icloud.com"));
}
