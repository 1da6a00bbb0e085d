//! What the page is refused, tried from inside the real window: were the page ever to run a stranger's script, it could do
//! no more than the person can by pressing.

use std::time::Duration;

use serde_json::{Value, json};

use crate::stage::{Keychain, Stage};

/// Every way out, tried; the answers are left in `window.tried`.
const TRY: &str = r#"
const tried = {};
window.tried = null;
const shell = window.__TAURI_INTERNALS__;
const call = async (name, command, words) => {
  try { await shell.invoke(command, words); tried[name] = 'let in'; }
  catch (error) { tried[name] = 'refused'; }
};
const attempt = async (name, act) => {
  try { tried[name] = await act() ? 'let in' : 'refused'; } catch (error) { tried[name] = 'refused'; }
};
(async () => {
  await call('its own command', 'ui_ready', {});
  await call('an unlisted command', 'read_secret', {});
  await call('the version', 'plugin:app|version', {});
  await call('listening', 'plugin:event|listen', { event: 'x', target: { kind: 'Any' }, handler: 1 });
  await call('the window', 'plugin:window|close', { label: 'main' });
  await call('a web view', 'plugin:webview|create_webview_window', { options: { label: 'other', url: 'index.html' } });
  await call('remembering', 'plugin:window-state|save_window_state', { flags: 1 });
  await attempt('the global object', () => '__TAURI__' in window);
  await attempt('a changed prototype', () => { Object.prototype.caught = 1; return ({}).caught === 1; });
  await attempt('code out of text', () => (0, eval)('1') === 1);
  await attempt('a script in the page', () => {
    const script = document.createElement('script');
    script.textContent = 'window.ran = true';
    document.head.append(script);
    return window.ran === true;
  });
  await attempt('the network', () => fetch('http://127.0.0.1:9/', { mode: 'no-cors' }).then(() => true));
  await attempt('a picture from elsewhere', () => new Promise((done) => {
    const picture = new Image();
    picture.onload = () => done(true);
    picture.onerror = () => done(false);
    picture.src = 'https://www.google.com/favicon.ico';
  }));
  await attempt('a new window', () => window.open('https://www.google.com/') !== null);
  window.tried = tried;
})();
"#;

#[test]
fn c1_the_page_can_do_nothing_but_what_it_was_made_for() {
    let Some(stage) = Stage::set("c1-closed", Keychain::Unlocked) else { return };
    let window = stage.window();
    window.script(TRY).unwrap();
    let read = |window: &crate::driver::Window| window.script("return window.tried").unwrap_or(Value::Null);
    window.wait("every way is tried", Duration::from_secs(20), |window| read(window).is_object()).unwrap();
    let tried = read(window);
    let tried = tried.as_object().unwrap();
    assert_eq!(tried.len(), 14, "{tried:?}");
    for (way, answer) in tried {
        let wanted = if way == "its own command" { "let in" } else { "refused" };
        assert_eq!(answer, &json!(wanted), "{way}");
    }
    // Two ways to be led elsewhere.
    for lead in ["location.href = 'https://www.google.com/'", "location.assign('data:text/html,x')"] {
        let _ = window.script(lead);
        std::thread::sleep(Duration::from_millis(800));
        let place = window.script("return location.href").unwrap();
        assert!(place.as_str().unwrap().starts_with("tauri://localhost"), "{lead}: {place}");
        assert_eq!(window.screen(), "address", "{lead}");
    }
}

#[test]
fn c2_no_core_file_can_be_left() {
    let Some(stage) = Stage::set("c2-cores", Keychain::Unlocked) else { return };
    let limits = stage.limits();
    let line = limits.lines().find(|line| line.starts_with("Max core file size")).expect("a limit");
    let words: Vec<&str> = line.split_whitespace().collect();
    assert_eq!(words[4..6], ["0", "0"], "{line}");
}

#[test]
fn c3_without_a_display_it_says_so_and_ends() {
    let Some(stage) = Stage::set("c3-no-display", Keychain::Unlocked) else { return };
    let ended = std::process::Command::new(stage.binary())
        .env("HOME", &stage.home)
        .env_remove("WAYLAND_DISPLAY")
        .env("DISPLAY", ":4711")
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&ended.stderr).into_owned();
    assert_eq!((ended.status.code(), said.contains("no display")), (Some(1), true), "{said}");
}
