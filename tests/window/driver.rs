//! A WebDriver client (W3C WebDriver), as far as a test presses, types, reads and takes pictures.

use std::path::Path;
use std::time::{Duration, Instant};

use base64::Engine as _;
use serde_json::{Value, json};

/// One session with a real window.
pub(crate) struct Window {
    base: String,
    agent: ureq::Agent,
}

impl Window {
    /// Starts the program under WebKitWebDriver and waits for its window.
    pub(crate) fn open(port: u16, binary: &Path) -> Result<Self, String> {
        let agent = ureq::Agent::config_builder()
            .http_status_as_error(false)
            .timeout_global(Some(Duration::from_secs(60)))
            .build()
            .new_agent();
        let root = format!("http://127.0.0.1:{port}");
        let options = json!({ "binary": binary, "args": [] });
        let wanted = json!({ "capabilities": { "alwaysMatch": { "webkitgtk:browserOptions": options } } });
        let started = Instant::now();
        loop {
            match call(&agent, "POST", &format!("{root}/session"), Some(&wanted)) {
                Ok(value) => {
                    let id = value["sessionId"].as_str().ok_or("no session id")?.to_owned();
                    return Ok(Self { base: format!("{root}/session/{id}"), agent });
                }
                Err(error) if started.elapsed() > Duration::from_secs(20) => return Err(error),
                Err(_) => std::thread::sleep(Duration::from_millis(100)),
            }
        }
    }

    /// Runs a script in the page and gives what it returns.
    pub(crate) fn script(&self, script: &str) -> Result<Value, String> {
        self.post("execute/sync", &json!({ "script": script, "args": [] }))
    }

    /// The kind of screen that is shown, such as `consent`; empty while nothing is drawn.
    pub(crate) fn screen(&self) -> String {
        self.attribute("data-screen")
    }

    /// The code of the problem card that is shown.
    pub(crate) fn problem(&self) -> String {
        self.attribute("data-code")
    }

    /// All text of the screen.
    pub(crate) fn text(&self) -> String {
        let text = self.script("return document.body.innerText");
        text.ok().and_then(|text| text.as_str().map(str::to_owned)).unwrap_or_default()
    }

    /// Presses the button of an action: with the real pointer, so that what covers it would be noticed.
    pub(crate) fn press(&self, action: &str) -> Result<(), String> {
        self.click(&format!("[data-action='{action}']"))
    }

    /// What stands in a field.
    pub(crate) fn value(&self, field: &str) -> String {
        let value = self.script(&format!("return document.querySelector('{field}').value")).expect("a value");
        value.as_str().unwrap_or_default().to_owned()
    }

    /// Whether the button of an action is there.
    pub(crate) fn offers(&self, action: &str) -> bool {
        let script = format!("return !!document.querySelector(\"[data-action='{action}']\")");
        self.script(&script).is_ok_and(|there| there == json!(true))
    }

    /// Clicks on what a selector finds.
    pub(crate) fn click(&self, selector: &str) -> Result<(), String> {
        let element = self.find(selector)?;
        self.post(&format!("element/{element}/click"), &json!({})).map(|_| ())
    }

    /// Presses keys together, such as Ctrl and plus.
    pub(crate) fn chord(&self, held: &str, key: &str) -> Result<(), String> {
        let (down, up) = (
            |value: &str| json!({ "type": "keyDown", "value": value }),
            |value: &str| json!({ "type": "keyUp", "value": value }),
        );
        let actions = json!([down(held), down(key), up(key), up(held)]);
        let keys = json!({ "actions": [{ "type": "key", "id": "keyboard", "actions": actions }] });
        self.post("actions", &keys).map(|_| ())
    }

    /// Types into a field, key by key, in place of what stands there.
    pub(crate) fn type_into(&self, selector: &str, text: &str) -> Result<(), String> {
        let element = self.find(selector)?;
        self.post(&format!("element/{element}/clear"), &json!({}))?;
        self.post(&format!("element/{element}/value"), &json!({ "text": text })).map(|_| ())
    }

    /// Waits until something holds.
    pub(crate) fn wait(
        &self,
        what: &str,
        patience: Duration,
        holds: impl Fn(&Self) -> bool,
    ) -> Result<(), String> {
        let started = Instant::now();
        while !holds(self) {
            if started.elapsed() > patience {
                return Err(format!(
                    "{what}: not after {patience:?}; the screen is {:?} {:?}:\n{}",
                    self.screen(),
                    self.problem(),
                    self.text()
                ));
            }
            std::thread::sleep(Duration::from_millis(60));
        }
        Ok(())
    }

    /// Writes a picture of the window.
    pub(crate) fn picture(&self, path: &Path) -> Result<(), String> {
        // A page that has been still for a minute is not drawn, and its picture waits until it is: so something changes.
        let stir = "let left = 100; const stir = setInterval(() => {\
            document.documentElement.style.setProperty('--stirred', left--);\
            document.documentElement.style.outline = left % 2 ? '1px solid transparent' : '';\
            if (left < 0) clearInterval(stir); }, 20)";
        let _ = self.script(stir);
        let value = self.get("screenshot")?;
        let coded = value.as_str().ok_or("no picture")?;
        let bytes =
            base64::engine::general_purpose::STANDARD.decode(coded).map_err(|error| error.to_string())?;
        if let Some(folder) = path.parent() {
            std::fs::create_dir_all(folder).map_err(|error| error.to_string())?;
        }
        std::fs::write(path, bytes).map_err(|error| error.to_string())
    }

    fn attribute(&self, name: &str) -> String {
        let script = format!("return document.querySelector('main')?.getAttribute('{name}') ?? ''");
        let value = self.script(&script);
        value.ok().and_then(|value| value.as_str().map(str::to_owned)).unwrap_or_default()
    }

    fn find(&self, selector: &str) -> Result<String, String> {
        let wanted = json!({ "using": "css selector", "value": selector });
        let started = Instant::now();
        loop {
            match self.post("element", &wanted) {
                Ok(found) => {
                    let id =
                        found.as_object().and_then(|found| found.values().next()).and_then(Value::as_str);
                    return id.map(str::to_owned).ok_or_else(|| format!("{selector}: no element"));
                }
                Err(error) if started.elapsed() > Duration::from_secs(8) => {
                    return Err(format!("{selector}: {error}\n{}", self.text()));
                }
                Err(_) => std::thread::sleep(Duration::from_millis(60)),
            }
        }
    }

    fn get(&self, path: &str) -> Result<Value, String> {
        call(&self.agent, "GET", &format!("{}/{path}", self.base), None)
    }

    fn post(&self, path: &str, body: &Value) -> Result<Value, String> {
        call(&self.agent, "POST", &format!("{}/{path}", self.base), Some(body))
    }
}

impl Drop for Window {
    fn drop(&mut self) {
        let _ = call(&self.agent, "DELETE", &self.base, None);
    }
}

/// One call; the `value` of the answer.
pub(crate) fn call(
    agent: &ureq::Agent,
    method: &str,
    url: &str,
    body: Option<&Value>,
) -> Result<Value, String> {
    let answer = match (method, body) {
        ("POST", body) => agent.post(url).send_json(body.unwrap_or(&json!({}))),
        ("DELETE", _) => agent.delete(url).call(),
        _ => agent.get(url).call(),
    };
    let mut answer = answer.map_err(|error| error.to_string())?;
    let failed = answer.status().as_u16() >= 400;
    let value: Value = answer.body_mut().read_json().map_err(|error| error.to_string())?;
    if failed {
        return Err(value.to_string());
    }
    Ok(value.get("value").cloned().unwrap_or(value))
}
