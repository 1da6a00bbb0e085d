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
