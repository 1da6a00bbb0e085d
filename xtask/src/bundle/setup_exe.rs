//! The installer for Windows: one setup.exe for both languages and for the person alone, made by NSIS.
//!
//! Not by Tauri's own maker: that one fetches a plug-in when it runs, and this one can be tried under wine.

use std::path::{Path, PathBuf};

use super::version;
use crate::cross::{self, Built};
use crate::run::Run;
use crate::tree::Tree;

/// Where the release workflow has put Microsoft's installer of WebView2, whose signature it has checked.
const WEBVIEW2: &str = "TODOITA_WEBVIEW2_SETUP";

/// Makes the installer from the programs for Windows that were built, and holds it to its weight.
pub(super) fn make(tree: &Tree) -> Result<PathBuf, String> {
    let Built { app, cli, loader } = cross::built_for_windows(tree)?;
    let others = crate::third_party::write(tree)?;
    let setup = tree.scratch("setup")?.join(format!("todoita_{}_x64-setup.exe", version()));
    let script = tree.needed("packaging/windows/setup.nsi", "it is the installer")?;
    let define = |name: &str, value: &Path| format!("-D{name}={}", value.display());
    let mut words = vec![
        "-V2".to_owned(),
        "-INPUTCHARSET".to_owned(),
        "UTF8".to_owned(),
        format!("-DVERSION={}", version()),
        define("ROOT", &tree.path("")),
        define("APP", &app),
        define("CLI", &cli),
        define("THIRD_PARTY", &others),
        define("OUT", &setup),
    ];
    words.extend(loader.as_deref().map(|file| define("LOADER", file)));
    if let Some(webview2) = std::env::var_os(WEBVIEW2) {
        words.push(define("WEBVIEW2", Path::new(&webview2)));
    }
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    Run::new(tree, "makensis", &words).arg(script).show()?;
    println!("{}", setup.display());
    if std::env::var_os(WEBVIEW2).is_none() {
        println!(
            "without the installer of WebView2: on a computer that lacks it, the program says where it is to be had"
        );
        crate::size::weigh_setup(&setup)?;
    }
    Ok(setup)
}

/// Installs, starts and removes it under wine.
pub(super) fn try_out(tree: &Tree, setup: &Path) -> Result<(), String> {
    let script = tree.needed("tests/package/try-setup.sh", "it tries the installer")?;
    cross::under_wine(tree, "stranger", &script, setup)?.show().map(|_| ())
}
