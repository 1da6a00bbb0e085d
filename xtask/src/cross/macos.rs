//! macOS: everything is type-checked. Nothing is linked here, so nothing of it is run.

use std::path::{Path, PathBuf};

use super::{cargo, folder, ready};
use crate::run::Run;
use crate::tree::Tree;

const TARGET: &str = "aarch64-apple-darwin";
const PACKAGES: &str = "xtask/packages-macos.txt";

/// Brings a C compiler with the headers of macOS; `ring` has C in it.
const ZIG: &str = "ziglang==0.17.1";

/// Cargo's C builds ask for Apple's own switches, which this compiler says in one word.
const COMPILER: &str = r#"#!/bin/sh
set -eu
skip=
for word do
    shift
    if [ -n "$skip" ]; then skip=; continue; fi
    case $word in
        --target=* | -mmacosx-version-min=*) ;;
        -arch | -isysroot) skip=yes ;;
        *) set -- "$@" "$word" ;;
    esac
done
exec "$(dirname "$0")/venv/bin/python" -m ziglang cc -target aarch64-macos "$@"
"#;

const ARCHIVER: &str = r#"#!/bin/sh
exec "$(dirname "$0")/venv/bin/python" -m ziglang ar "$@"
"#;

/// Type-checks the whole workspace that ships, with its tests.
pub(crate) fn check(tree: &Tree) -> Result<(), String> {
    ready(tree, PACKAGES)?;
    let folder = folder(tree, "macos")?;
    let compiler = compiler(tree, &folder)?;
    let headers = folder.join("no-sdk");
    std::fs::create_dir_all(&headers).map_err(|error| format!("{}: {error}", headers.display()))?;
    cargo(tree, "check", TARGET, &folder)
        .args(&["--workspace", "--exclude", "todoita-tests", "--exclude", "xtask", "--lib", "--bins"])
        .env("CC_aarch64_apple_darwin", compiler.join("cc"))
        .env("AR_aarch64_apple_darwin", compiler.join("ar"))
        .env("SDKROOT", headers)
        .show()?;
    println!("macOS: every crate that ships was type-checked for {TARGET}");
    Ok(())
}

/// The C compiler, installed into a folder of its own.
fn compiler(tree: &Tree, folder: &Path) -> Result<PathBuf, String> {
    let place = folder.join("compiler");
    std::fs::create_dir_all(&place).map_err(|error| format!("{}: {error}", place.display()))?;
    crate::python::with(tree, &place.join("venv"), ZIG, "ziglang")?;
    for (name, text) in [("cc", COMPILER), ("ar", ARCHIVER)] {
        let path = place.join(name);
        std::fs::write(&path, text).map_err(|error| format!("{}: {error}", path.display()))?;
        Run::new(tree, "chmod", &["755"]).arg(&path).text()?;
    }
    Ok(place)
}
