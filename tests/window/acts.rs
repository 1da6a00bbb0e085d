//! What a person does in more than one play.

use std::time::Duration;

use serde_json::json;

use crate::driver::Window;
use crate::stage::{Stage, log};

impl Stage {
    /// Types an address and goes on.
    pub(crate) fn search(&mut self, address: &str) {
        self.fill("#field-address", address);
        // Nobody types an address within the time of a double click, whose second half the page drops on a new screen.
        std::thread::sleep(Duration::from_millis(450));
        self.press("continue");
    }

    /// The same up to the open browser.
    pub(crate) fn open_the_browser(&mut self, address: &str) {
        self.search(address);
        self.expect("consent");
        self.press("open-browser");
    }

    /// Hands a password over and sends.
    pub(crate) fn send_with(&mut self, secret: &str) {
        self.expect("password");
        self.fill("#secret", secret);
        self.press("connect-and-send");
    }

    /// Says that the message arrived, where nobody else can see it.
    pub(crate) fn it_arrived(&mut self) {
        self.expect("arrival");
        self.press("arrived");
        self.expect("done");
    }

    /// Sakura sets her address up, by Microsoft's sign-in.
    pub(crate) fn sakura_is_set_up(&mut self) {
        self.browser(&json!({ "do": "allow", "account": "sakura@outlook.jp" }));
        self.press("sign-in-microsoft");
        self.it_arrived();
    }

    /// From the end of a road to the list of accounts.
    pub(crate) fn finish(&mut self) {
        self.press("finish");
        self.expect("home");
    }

    /// From an address at Google to the field for an app password.
    pub(crate) fn choose_app_password(&mut self, address: &str) {
        self.search(address);
        self.expect("consent");
        self.press("use-app-password");
    }

    /// Ends the program and opens it anew, at the list of accounts.
    pub(crate) fn restart(&mut self) {
        self.kill();
        self.open();
        self.expect("home");
    }

    /// From the end of a road through a restart to one more test.
    pub(crate) fn send_another_after_a_restart(&mut self) {
        self.finish();
        self.restart();
        self.press("send-another");
    }

    /// Waits until a button is there.
    pub(crate) fn offered(&self, action: &str) {
        let there = |window: &Window| window.offers(action);
        self.window().wait(action, Duration::from_secs(20), there).unwrap();
    }

    /// Waits until the system was asked to open a page or a letter that begins so.
    pub(crate) fn opened(&self, page: &str) {
        self.until(page, |_| log("browser/opened.txt").lines().any(|line| line.starts_with(page)));
    }
}
