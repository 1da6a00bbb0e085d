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
    let setup = tree.scratch("setup")?.join(format!("todoita_{}_x64-setup.exe", version()));
    let webview2 = std::env::var_os(WEBVIEW2).map(PathBuf::from);
    pack(tree, webview2.as_deref(), &setup)?;
    println!("{}", setup.display());
    if webview2.is_none() {
        println!(
            "without the installer of WebView2: on a computer that lacks it, the program says where it is to be had"
        );
        crate::size::weigh_setup(&setup)?;
    }
    Ok(setup)
}

/// Packs the programs for Windows, and Microsoft's installer of WebView2 where it is there.
fn pack(tree: &Tree, webview2: Option<&Path>, setup: &Path) -> Result<(), String> {
    let Built { app, cli, loader } = cross::built_for_windows(tree)?;
    let others = crate::third_party::write(tree)?;
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
        define("OUT", setup),
    ];
    words.extend(loader.as_deref().map(|file| define("LOADER", file)));
    words.extend(webview2.map(|file| define("WEBVIEW2", file)));
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    Run::new(tree, "makensis", &words).arg(script).show().map(|_| ())
}

/// Installs, starts and removes it under wine; then another one, with a stand-in for Microsoft's installer inside.
pub(super) fn try_out(tree: &Tree, setup: &Path) -> Result<(), String> {
    let script = tree.needed("tests/package/try-setup.sh", "it tries the installer")?;
    let place = tree.scratch("setup")?;
    let stand_in =
        cross::small_program(tree, "tests/package/webview2-stand-in.c", &place.join("stand-in.exe"))?;
    let other = place.join("with-stand-in.exe");
    pack(tree, Some(&stand_in), &other)?;
    cross::under_wine(tree, "stranger", &script, setup)?.arg(other).show().map(|_| ())
}
