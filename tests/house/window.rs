//! What the web view may do: nothing but draw.

use super::tree::{files, json, text};

/// Ways to make markup or code out of text.
const MARKUP: [&str; 9] = [
    "{@html",
    "innerHTML",
    "outerHTML",
    "insertAdjacentHTML",
    "document.write",
    "createContextualFragment",
    "eval(",
    "new Function",
    "srcdoc",
];

#[test]
fn text_never_becomes_markup() {
    for file in files("ui/src", &[".ts", ".svelte"]) {
        for (number, line) in text(&file).lines().enumerate() {
            let found = MARKUP.iter().find(|way| line.contains(**way));
            assert_eq!(found, None, "{file}:{}", number + 1);
        }
    }
}

#[test]
fn the_window_is_closed_to_the_network() {
    let config = json("src-tauri/tauri.conf.json");
    let security = &config["app"]["security"];
    let policy = security["csp"].as_str().expect("a policy");
    assert!(policy.contains("default-src 'none'"), "{policy}");
    for part in policy.split(';').map(str::trim) {
        let mut words = part.split(' ');
        let name = words.next().unwrap_or_default();
        for source in words {
            let known = ["'none'", "'self'", "ipc:", "http://ipc.localhost"].contains(&source);
            assert!(known, "{name} lets {source} in");
        }
    }
    assert_eq!(security["freezePrototype"], true);
    assert_eq!(config["app"]["withGlobalTauri"], false);
    assert!(security["dangerousDisableAssetCspModification"].is_null());
}

#[test]
fn the_window_has_no_door_but_its_commands() {
    let config = json("src-tauri/tauri.conf.json");
    let windows = config["app"]["windows"].as_array().expect("windows");
    assert_eq!(windows.len(), 1, "one window");
    // Made in code, where it is given its rules for navigation; hidden until it is drawn.
    for off in [
        "create",
        "visible",
        "devtools",
        "dragDropEnabled",
        "generalAutofillEnabled",
        "allowLinkPreview",
        "browserExtensionsEnabled",
    ] {
        assert_eq!(windows[0][off], false, "{off}");
    }
    let security = &config["app"]["security"];
    assert_eq!(security["assetProtocol"]["enable"], false);
    assert_eq!(security["capabilities"], serde_json::json!(["main"]));
    assert_eq!(config["build"]["removeUnusedCommands"], true);
    assert!(
        config["plugins"].is_null(),
        "nothing that is configured from outside: no updater, no deep links"
    );
    let made = text("src-tauri/src/window.rs");
    for rule in [".on_navigation(is_ours)", "NewWindowResponse::Deny"] {
        assert!(made.contains(rule), "src-tauri/src/window.rs: {rule}");
    }
}

#[test]
fn what_ships_has_no_tools_for_looking_inside() {
    let workspace = text("Cargo.toml");
    let shell = text("src-tauri/Cargo.toml");
    for name in ["devtools", "isolation", "protocol-asset", "dynamic-acl"] {
        let quoted = format!("\"{name}\"");
        assert!(!workspace.contains(&quoted) && !shell.contains(&format!("tauri/{name}")), "{name}");
    }
    // Its window library would read every key that is pressed on an X11 display, in any program.
    assert!(
        !workspace.contains("\"x11\"") && !shell.contains("tauri/x11"),
        "no key of other programs is read"
    );
    let tauri = workspace.lines().find(|line| line.starts_with("tauri = ")).unwrap();
    assert!(tauri.contains("default-features = false"), "{tauri}");
    let mut more = files("src-tauri", &[".conf.json"]);
    more.retain(|file| !file.contains("/examples/"));
    assert_eq!(more, ["src-tauri/tauri.conf.json"], "a second file would replace whole lists of the first");
    let main = text("src-tauri/src/main.rs");
    assert!(
        main.contains("keep_to_itself(|_| {})"),
        "a panic's message may hold anything and is not written"
    );
}
