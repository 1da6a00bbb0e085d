//! The commands of the web view. Four lists name them, and a name that is missing in one of them fails only at run
//! time, or is open without need.

use std::collections::BTreeSet;

use super::tree::{files, json, text};

type Names = BTreeSet<String>;

#[test]
fn the_four_lists_are_equal() {
    let handler = handler();
    assert_eq!(handler.len(), 5, "{handler:?}: a new command is a decision, not an afterthought");
    assert_eq!(manifest(), handler, "src-tauri/build.rs and the handler");
    assert_eq!(granted(), handler, "src-tauri/capabilities/main.json and the handler");
    assert_eq!(called(), handler, "ui/src/host/tauri.ts and the handler");
}

/// `generate_handler![commands::attach, ...]`
fn handler() -> Names {
    let files = files("src-tauri/src", &[".rs"]);
    let lists: Vec<String> =
        files.iter().filter_map(|file| between(&text(file), "generate_handler![", "]")).collect();
    assert_eq!(lists.len(), 1, "one handler");
    let names =
        lists[0].split(',').map(|path| path.rsplit("::").next().unwrap_or_default().trim().to_owned());
    names.filter(|name| !name.is_empty()).collect()
}

/// `AppManifest::new().commands(&["attach", ...])`
fn manifest() -> Names {
    quoted(&between(&text("src-tauri/build.rs"), "commands(&[", "]").expect("a list in build.rs"), '"')
}

/// `"permissions": ["allow-attach", ...]`, in every capability there is.
fn granted() -> Names {
    let mut names = Names::new();
    for file in files("src-tauri/capabilities", &[]) {
        let capability = json(&file);
        assert!(capability.get("remote").is_none(), "{file}: no page from elsewhere is let in");
        for permission in capability["permissions"].as_array().expect("permissions") {
            let name = permission.as_str().and_then(|name| name.strip_prefix("allow-"));
            let name = name.unwrap_or_else(|| panic!("{file}: {permission} is none of our own commands"));
            names.insert(name.replace('-', "_"));
        }
    }
    names
}

/// `invoke('attach', ...)`
fn called() -> Names {
    let mut names = Names::new();
    for file in files("ui/src", &[".ts", ".svelte"]) {
        let text = text(&file);
        if file != "ui/src/host/tauri.ts" {
            assert!(!text.contains("@tauri-apps/"), "{file}: the shell is known to host/tauri.ts alone");
            continue;
        }
        for call in text.split("invoke").skip(1).filter_map(|rest| between(rest, "('", "'")) {
            names.insert(call);
        }
    }
    names
}

fn between(text: &str, from: &str, to: &str) -> Option<String> {
    let (_, rest) = text.split_once(from)?;
    Some(rest.split_once(to)?.0.to_owned())
}

fn quoted(list: &str, quote: char) -> Names {
    list.split(quote).skip(1).step_by(2).map(str::to_owned).collect()
}
