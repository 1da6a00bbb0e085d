//! The programs as they ship, and the screens inside them.

use std::path::{Path, PathBuf};

use crate::run::Run;
use crate::tree::Tree;

/// The shell and the command line.
const PACKAGES: [&str; 2] = ["todoita-app", "cli"];

/// Where the release programs are.
pub(crate) struct Programs {
    /// The window.
    pub(crate) app: PathBuf,
    /// The command line.
    pub(crate) cli: PathBuf,
}

/// Where the release programs are, built or not.
pub(crate) fn programs(tree: &Tree) -> Result<Programs, String> {
    Ok(Programs { app: tree.program("release", "todoita-app")?, cli: tree.program("release", "todoita")? })
}

/// Builds both programs with the screens inside, as the screens are now.
pub(crate) fn build(tree: &Tree) -> Result<Vec<String>, String> {
    tree.needed("ui/package.json", "the screens")?;
    Run::npm(tree, "ui", &["run", "--silent", "build"]).show()?;
    let mut args = vec!["build", "--release", "--locked"];
    for package in PACKAGES {
        args.extend(["-p", package]);
    }
    if tree.has_feature("todoita-app", "custom-protocol")? {
        args.extend(["--features", "todoita-app/custom-protocol"]);
    }
    let told = Run::cargo(tree, &args).env("CARGO_ENCODED_RUSTFLAGS", flags(tree)?).show()?;
    let programs = programs(tree)?;
    for program in [&programs.app, &programs.cli] {
        names_no_folder_of_ours(tree, program)?;
    }
    Ok(told)
}

/// Builds a package's program so that it needs no library of the system, not even glibc.
pub(crate) fn build_static(tree: &Tree, package: &str) -> Result<PathBuf, String> {
    // With the target named, the flag is not for what runs while it is built.
    let target = format!("{}-unknown-linux-gnu", std::env::consts::ARCH);
    let flags = [flags(tree)?.as_str(), "-Ctarget-feature=+crt-static"].join("\x1f");
    Run::cargo(tree, &["build", "--profile", "runtime", "--locked", "-p", package, "--target", &target])
        .env("CARGO_ENCODED_RUSTFLAGS", flags)
        .show()?;
    let program = tree.target()?.join(target).join("runtime").join(package);
    names_no_folder_of_ours(tree, &program)?;
    Ok(program)
}

fn names_no_folder_of_ours(tree: &Tree, program: &Path) -> Result<(), String> {
    [Some(tree.path("")), cargo_home()]
        .into_iter()
        .flatten()
        .try_for_each(|folder| names_not(program, &folder))
}

/// A program names no folder of the computer that built it.
fn names_not(program: &Path, folder: &Path) -> Result<(), String> {
    let bytes = std::fs::read(program).map_err(|error| format!("{}: {error}", program.display()))?;
    let folder = folder.join("").display().to_string();
    if String::from_utf8_lossy(&bytes).contains(&folder) {
        return Err(format!("{} names {folder}, where it was built", program.display()));
    }
    Ok(())
}

/// The flags of the environment, and no folder of this computer in what ships: a panic's place would name it, and the
/// same commit would make another program elsewhere.
fn flags(tree: &Tree) -> Result<String, String> {
    let said = |name| Some(std::env::var_os(name)?.to_string_lossy().into_owned());
    let words = |flags: String| flags.split_whitespace().map(str::to_owned).collect();
    let given: Vec<String> = said("CARGO_ENCODED_RUSTFLAGS")
        .map(|flags| flags.split('\x1f').map(str::to_owned).collect())
        .or_else(|| said("RUSTFLAGS").map(words))
        .unwrap_or_default();
    let mut flags: Vec<String> = given.into_iter().filter(|flag| !flag.is_empty()).collect();
    // What .cargo/config.toml says for this compiler; flags of the environment take its place.
    if cfg!(all(windows, target_env = "msvc")) {
        flags.push("-Ctarget-feature=+crt-static".to_owned());
    }
    // What unwinding needs to know of a function is shorter where a register keeps its frame (docs/adr/0008).
    if cfg!(all(target_os = "linux", target_arch = "x86_64")) {
        flags.push("-Cforce-frame-pointers=yes".to_owned());
    }
    let mut hide = |folder: &Path, name: &str| {
        flags.push(format!("--remap-path-prefix={}={name}", folder.join("").display()));
    };
    // Of two that fit, the later one counts.
    hide(&tree.path(""), "");
    hide(&tree.target()?, "target/");
    for registry in registries().unwrap_or_default() {
        hide(&registry, "");
    }
    Ok(flags.join("\x1f"))
}

/// Where Cargo keeps the sources of other people's crates.
fn registries() -> Option<Vec<PathBuf>> {
    let sources = std::fs::read_dir(cargo_home()?.join("registry/src")).ok()?;
    Some(sources.flatten().map(|entry| entry.path()).collect())
}

fn cargo_home() -> Option<PathBuf> {
    let given = std::env::var_os("CARGO_HOME").map(PathBuf::from);
    given.or_else(|| Some(std::env::home_dir()?.join(".cargo")))
}

/// Builds the screens where there are none: the shell takes them in at compile time, for lints and tests any will do.
pub(crate) fn screens(tree: &Tree) -> Result<(), String> {
    if tree.path("ui/dist/index.html").is_file() {
        return Ok(());
    }
    tree.needed("ui/package.json", "the screens")?;
    crate::setup::ready(tree, &[crate::setup::Part::Node])?;
    Run::npm(tree, "ui", &["run", "--silent", "build"]).show().map(|_| ())
}
