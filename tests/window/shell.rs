//! The shell around the page: what a page that was taken over could not do, and letters of any size.

use std::time::Duration;

use serde_json::{Value, json};

use crate::stage::{Keychain, Stage};
use crate::states::say_what_the_page_says;

/// Asks for a command as the page's own code does; what came of it.
fn asked(stage: &Stage, command: &str) -> String {
    let script = format!(
        "window.came = '';\n\
         window.__TAURI_INTERNALS__.invoke('{command}', {{}})\n\
         .then(() => {{ window.came = 'done'; }}, (why) => {{ window.came = 'refused: ' + why; }});"
    );
    stage.window().script(&script).expect("a page that runs");
    let came = |stage: &Stage| {
        let came = stage.window().script("return window.came").expect("a page that runs");
        came.as_str().unwrap_or_default().to_owned()
    };
    for _ in 0..100 {
        let said = came(stage);
        if !said.is_empty() {
            return said;
        }
        std::thread::sleep(Duration::from_millis(50));
    }
    "no answer".into()
}

#[test]
fn e1_the_page_can_do_nothing_but_its_five_commands() {
    let Some(mut stage) = Stage::set("e1-shell", Keychain::Unlocked) else { return };
    stage.expect("address");
    // One of its own, to see that the question is asked in the right way.
    assert_eq!(asked(&stage, "ui_ready"), "done");
    for command in [
        "plugin:webview|print",
        "plugin:webview|set_webview_zoom",
        "plugin:window|close",
        "plugin:event|listen",
        "plugin:path|resolve_directory",
        "plugin:app|version",
        "plugin:resources|close",
        "plugin:opener|open_url",
        "plugin:window-state|save_window_state",
        "read_file",
    ] {
        let came = asked(&stage, command);
        assert!(came.starts_with("refused: ") && !came.contains("missing required key"), "{command}: {came}");
    }
    // Neither this window nor a new one goes anywhere else, and no request leaves the page.
    let window = stage.window();
    let here = window.script("return location.href").unwrap();
    for way in [
        "location.href = 'https://mail.shop.example/'",
        "location.href = 'file:///etc/passwd'",
        "window.opened = window.open('https://mail.shop.example/')",
        "const a = document.createElement('a'); a.href = 'https://mail.shop.example/'; a.target = '_blank'; document.body.append(a); a.click()",
        "const f = document.createElement('iframe'); f.src = 'https://mail.shop.example/'; document.body.append(f)",
        "fetch('https://mail.shop.example/').catch(() => { window.fetched = 'refused' })",
    ] {
        let _ = window.script(way);
        std::thread::sleep(Duration::from_millis(300));
        assert_eq!(window.script("return location.href").unwrap(), here, "{way}");
        assert_eq!(window.screen(), "address", "{way}");
    }
    assert_eq!(window.script("return window.fetched ?? ''").unwrap(), json!("refused"));
    assert_eq!(window.script("return window.opened ?? null").unwrap(), Value::Null);
    let frozen = "try { Object.prototype.x = 1 } catch (e) {} return ({}).x === undefined";
    assert_eq!(window.script(frozen).unwrap(), json!(true));
    let evaluated = "try { eval('1'); return 'ran' } catch (e) { return 'refused' }";
    assert_eq!(window.script(evaluated).unwrap(), json!("refused"));
    assert_eq!(window.script("return '__TAURI__' in window").unwrap(), json!(false));
    let names = stage.names();
    assert!(!names.iter().any(|name| name.starts_with("mail.shop.example")), "{names:?}");
    // It is the program still.
    stage.press("sign-in-google");
    stage.expect("consent");
}

#[test]
fn e2_letters_of_any_size() {
    let Some(mut stage) = Stage::set("e2-zoom", Keychain::Unlocked) else { return };
    stage.expect("address");
    let width = |stage: &Stage| stage.window().script("return innerWidth").unwrap().as_f64().unwrap();
    let before = width(&stage);
    // Twice as large leaves 380 of the window's 760 pixels, near the 320 of WCAG 2.2, 1.4.10.
    for _ in 0..5 {
        stage.window().chord("\u{e009}", "+").unwrap();
    }
    let twice = |window: &crate::driver::Window| {
        window.script("return innerWidth").unwrap().as_f64().is_some_and(|now| now < before / 1.9)
    };
    stage.window().wait("twice as large", Duration::from_secs(5), twice).unwrap();
    stage.take_picture("twice");
    let aside = "return document.documentElement.scrollWidth > document.documentElement.clientWidth";
    assert_eq!(
        stage.window().script(aside).unwrap(),
        json!(false),
        "nothing is cut off, nothing has to be pushed aside"
    );
    stage.window().chord("\u{e009}", "0").unwrap();
    let whole = |window: &crate::driver::Window| {
        window.script("return innerWidth").unwrap().as_f64().is_some_and(|now| now > before * 0.99)
    };
    stage.window().wait("as it came", Duration::from_secs(5), whole).unwrap();
}

/// What a browser says of an error is pasted whole, in letters of three bytes each.
#[test]
fn e3_a_long_page_that_is_pasted_holds_nobody_fast() {
    let Some(mut stage) = Stage::set("e3-long", Keychain::Unlocked) else { return };
    stage.browser(&json!({ "do": "do-nothing" }));
    stage.press("sign-in-microsoft");
    stage.expect("consent");
    say_what_the_page_says(&mut stage, &"この組織では、このアプリを使えません。".repeat(40));
    stage.says("その文の意味は、わかりませんでした");
    stage.press("cancel");
    stage.expect_problem("consent-stopped");
}
