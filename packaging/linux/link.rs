//! What the linker is told for the programs that ship, where it and the system understand it (docs/adr/0008). Both
//! build scripts include it.

use std::ffi::OsStr;
use std::process::Command;

/// Tells it to Cargo.
pub(crate) fn tell() {
    let is = |name: &str, value: &str| std::env::var_os(name).is_some_and(|found| found == value);
    let at_home = std::env::var_os("HOST") == std::env::var_os("TARGET");
    if !(at_home && is("CARGO_CFG_TARGET_OS", "linux") && is("CARGO_CFG_TARGET_ENV", "gnu")) {
        return;
    }
    if reads_packed_relocations() {
        println!("cargo::rustc-link-arg-bins=-Wl,-z,pack-relative-relocs");
    }
    // Functions of the same instructions are one. Rust's own linker for this target can do it, and only it is asked.
    if is("CARGO_CFG_TARGET_ARCH", "x86_64") && is("PROFILE", "release") && links_with_lld() {
        println!("cargo::rustc-link-arg-bins=-Wl,--icf=all");
    }
}

/// glibc reads them (DT_RELR) since 2.36; an older one would start nothing. What is built here is meant for systems like
/// this one or newer ones, as its other symbols of glibc are too.
fn reads_packed_relocations() -> bool {
    let said = said("ldd", &["--version"]);
    let version = said.lines().next().and_then(|line| line.split_whitespace().next_back());
    let minor = version.and_then(|version| version.strip_prefix("2.")).and_then(|minor| minor.parse().ok());
    minor.is_some_and(|minor: u32| minor >= 36)
}

/// For x86-64 Linux it is the linker by default since 1.90, unless flags say otherwise.
fn links_with_lld() -> bool {
    let flags = std::env::var_os("CARGO_ENCODED_RUSTFLAGS").unwrap_or_default();
    let flags = flags.to_string_lossy();
    let of_linking =
        flags.split('\x1f').any(|flag| flag.trim_start_matches("-C").trim_start().starts_with("link"));
    let version = said(std::env::var_os("RUSTC").unwrap_or_else(|| "rustc".into()), &["--version"]);
    let minor = version.strip_prefix("rustc 1.").and_then(|rest| rest.split('.').next()?.parse().ok());
    !of_linking && minor.is_some_and(|minor: u32| minor >= 90)
}

fn said(program: impl AsRef<OsStr>, args: &[&str]) -> String {
    let output = Command::new(program).args(args).output().map(|output| output.stdout).unwrap_or_default();
    String::from_utf8_lossy(&output).into_owned()
}
