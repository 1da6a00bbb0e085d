//! Names the commands of this program: only these exist for the web view, and each has to be granted by itself. And
//! packs the places where it has to know its own address, where the system can read that.

use std::process::Command;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let commands =
        tauri_build::AppManifest::new().commands(&["attach", "dispatch", "submit_secret", "ui_ready"]);
    tauri_build::try_build(tauri_build::Attributes::new().app_manifest(commands))?;
    if reads_packed_relocations() {
        println!("cargo::rustc-link-arg-bins=-Wl,-z,pack-relative-relocs");
    }
    Ok(())
}

/// glibc reads them (DT_RELR) since 2.36; an older one would start nothing. What is built here is meant for systems like
/// this one or newer ones, as its other symbols of glibc are too.
fn reads_packed_relocations() -> bool {
    let is = |name: &str, value: &str| std::env::var_os(name).is_some_and(|found| found == value);
    let at_home = std::env::var_os("HOST") == std::env::var_os("TARGET");
    if !(at_home && is("CARGO_CFG_TARGET_OS", "linux") && is("CARGO_CFG_TARGET_ENV", "gnu")) {
        return false;
    }
    let said = Command::new("ldd").arg("--version").output().map(|output| output.stdout).unwrap_or_default();
    let said = String::from_utf8_lossy(&said);
    let version = said.lines().next().and_then(|line| line.split_whitespace().next_back());
    let minor = version.and_then(|version| version.strip_prefix("2.")).and_then(|minor| minor.parse().ok());
    minor.is_some_and(|minor: u32| minor >= 36)
}
