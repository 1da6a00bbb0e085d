//! Windows: the program as it ships is built here, and every crate below the shell is tested under wine.
//!
//! What this does not show: the window itself, for there is no WebView2 under wine, and the compiler of Microsoft, which
//! builds what is released (.github/workflows/release.yml).

use std::path::{Path, PathBuf};

use super::{BELOW_THE_SHELL, cargo, folder, ready};
use crate::run::Run;
use crate::tree::Tree;

const TARGET: &str = "x86_64-pc-windows-gnu";
const PACKAGES: &str = "xtask/packages-windows.txt";

/// Where the release workflow has put the programs that were built on a Windows.
const BUILT: &str = "TODOITA_WINDOWS_PROGRAMS";

/// What was built for Windows.
pub(crate) struct Built {
    /// The window program.
    pub(crate) app: PathBuf,
    /// The command line.
    pub(crate) cli: PathBuf,
    /// What the window program needs beside it when it is built by this compiler.
    pub(crate) loader: Option<PathBuf>,
}

/// Builds both programs as they ship and weighs them; then every test below the shell, under wine. With `--tests`, the
/// tests alone; with `--programs`, the programs alone.
pub(crate) fn check(tree: &Tree, words: &[String]) -> Result<(), String> {
    let (programs_too, tests_too) = match words {
        [] => (true, true),
        [word] if word == "--tests" => (false, true),
        [word] if word == "--programs" => (true, false),
        _ => return Err("usage: cargo xtask check-windows [--tests | --programs]".to_owned()),
    };
    ready(tree, PACKAGES)?;
    if tests_too {
        tests(tree)?;
    }
    if programs_too {
        programs(tree)?;
        crate::size::weigh_windows(&built(tree)?)?;
    }
    Ok(())
}

/// The programs for Windows that were built, here or on a Windows.
pub(crate) fn built(tree: &Tree) -> Result<Built, String> {
    let folder = match std::env::var_os(BUILT) {
        Some(given) => PathBuf::from(given),
        None => folder(tree, "windows")?.join(TARGET).join("release"),
    };
    let loader = Some(folder.join("WebView2Loader.dll")).filter(|file| file.is_file());
    let built = Built { app: folder.join("todoita-app.exe"), cli: folder.join("todoita.exe"), loader };
    if let Some(missing) = [&built.app, &built.cli].into_iter().find(|program| !program.is_file()) {
        return Err(format!("{} is not built: cargo xtask check-windows --programs", missing.display()));
    }
    Ok(built)
}

/// A script that tries something under wine, on a drive C of its own.
pub(crate) fn under_wine(tree: &Tree, drive: &str, script: &Path, what: &Path) -> Result<Run, String> {
    let run = Run::new(tree, script, &[]).arg(what);
    Ok(run.env("WINEPREFIX", fresh(tree, drive)?).env("TODOITA_WINE_AIDS", aids(tree)?))
}

fn programs(tree: &Tree) -> Result<(), String> {
    let run = cargo(tree, "build", TARGET, &folder(tree, "windows")?);
    run.args(&["--release", "-p", "todoita-app", "-p", "cli"]).show().map(|_| ())
}

fn tests(tree: &Tree) -> Result<(), String> {
    let mut run = cargo(tree, "test", TARGET, &folder(tree, "windows")?).args(&["--no-fail-fast", "--tests"]);
    for package in BELOW_THE_SHELL {
        run = run.args(&["-p", package]);
    }
    let runner = tree.needed("tests/package/wine.sh", "it runs Windows programs")?;
    let closing = run
        .env("CARGO_TARGET_X86_64_PC_WINDOWS_GNU_RUNNER", runner)
        .env("WINEPREFIX", fresh(tree, "tests")?)
        .env("TODOITA_WINE_AIDS", aids(tree)?)
        // There is no cargo inside that could be asked where the snapshots are; drive Z is the root of this system.
        .env("INSTA_WORKSPACE_ROOT", format!("Z:{}", tree.path("").display()))
        // The real Credential Manager of this drive C: empty at first, and open as that of any person who is signed in.
        .env("TODOITA_TEST_KEYCHAIN", "unlocked")
        .show()?;
    println!("under wine: {} test programs", closing.len());
    Ok(())
}

/// A drive C, made anew: what an earlier run left must not help this one.
fn fresh(tree: &Tree, name: &str) -> Result<PathBuf, String> {
    let drive = folder(tree, "windows")?.join("wine").join(name);
    if drive.exists() {
        std::fs::remove_dir_all(&drive).map_err(|error| format!("{}: {error}", drive.display()))?;
    }
    std::fs::create_dir_all(&drive).map_err(|error| format!("{}: {error}", drive.display()))?;
    Ok(drive)
}

/// What this wine lacks, built from source.
fn aids(tree: &Tree) -> Result<PathBuf, String> {
    let aids = folder(tree, "windows")?.join("wine-aids");
    std::fs::create_dir_all(&aids).map_err(|error| format!("{}: {error}", aids.display()))?;
    let library = aids.join("bcryptprimitives.dll");
    if !library.is_file() {
        compile(tree, &["-shared"], "tests/package/process-prng.c", &library)?;
    }
    Ok(aids)
}

/// Builds a program of one file in C, which a trial needs.
pub(crate) fn small_program(tree: &Tree, source: &str, program: &Path) -> Result<PathBuf, String> {
    compile(tree, &[], source, program).map(|()| program.to_path_buf())
}

fn compile(tree: &Tree, how: &[&str], source: &str, made: &Path) -> Result<(), String> {
    let source = tree.needed(source, "a trial under wine needs it")?;
    let run = Run::new(tree, "x86_64-w64-mingw32-gcc", how).args(&["-O2", "-o"]).arg(made).arg(source);
    run.args(&["-ladvapi32"]).text().map(|_| ())
}
