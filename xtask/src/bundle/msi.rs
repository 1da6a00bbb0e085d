//! The packages for group policy and Intune: one MSI a language, for everybody on a computer, made by wixl.
//!
//! Not by Tauri's own maker: that one runs on Windows alone, and this one can be tried under wine.

use std::path::{Path, PathBuf};

use super::version;
use crate::cross::{self, Built};
use crate::run::Run;
use crate::tree::Tree;

const LANGUAGES: [&str; 2] = ["en", "ja"];

/// Makes them from the programs for Windows that were built.
pub(super) fn make(tree: &Tree) -> Result<Vec<PathBuf>, String> {
    let Built { app, cli, loader } = cross::built_for_windows(tree)?;
    let folder = tree.scratch("msi")?.join("files");
    if folder.exists() {
        std::fs::remove_dir_all(&folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    }
    std::fs::create_dir_all(&folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    let lay = |from: &Path, name: &str| {
        let to = folder.join(name);
        std::fs::copy(from, &to).map(|_| ()).map_err(|error| format!("{}: {error}", from.display()))
    };
    lay(&app, "todoita-app.exe")?;
    lay(&cli, "todoita.exe")?;
    lay(&crate::third_party::write(tree)?, "THIRD-PARTY.md")?;
    for (file, name) in [
        ("packaging/windows/todoita.wxs", "todoita.wxs"),
        ("icons/icon.ico", "icon.ico"),
        ("icons/128x128.png", "todoita.png"),
        ("LICENSE-MIT", "LICENSE-MIT"),
        ("LICENSE-APACHE", "LICENSE-APACHE"),
    ] {
        lay(&tree.needed(file, "it is part of the package")?, name)?;
    }
    if let Some(loader) = loader {
        lay(&loader, "WebView2Loader.dll")?;
    }
    let script = tree.needed("packaging/windows/make-msi.sh", "it makes the package")?;
    let mut made = Vec::new();
    for language in LANGUAGES {
        let out = folder.with_file_name(format!("todoita_{}_x64_{language}.msi", version()));
        let run =
            Run::new(tree, "bash", &[]).arg(&script).arg(&folder).args(&[version(), language]).arg(&out);
        // Its file names and words are UTF-8.
        run.env("LC_ALL", "C.UTF-8").show()?;
        println!("{}", out.display());
        made.push(out);
    }
    Ok(made)
}

/// Installs one over the other and removes it, under wine.
pub(super) fn try_out(tree: &Tree, made: &[PathBuf]) -> Result<(), String> {
    let script = tree.needed("tests/package/try-msi.sh", "it tries the packages")?;
    let [english, japanese] = made else { return Err("there are two languages".to_owned()) };
    cross::under_wine(tree, "stranger-msi", &script, english)?.arg(japanese).show().map(|_| ())
}
