//! The figures of docs/performance.md, measured anew.

use crate::release;
use crate::run::Run;
use crate::setup::{self, Part};
use crate::tree::Tree;

/// How much is added to every round trip, milliseconds.
const DELAY: &str = "sv1.hosting.example=100";

/// Builds what is needed as it ships and measures: look-up, detection, sending, window, weight. `detect` alone needs
/// nothing but a compiler.
pub(crate) fn bench(tree: &Tree, parts: &[String]) -> Result<(), String> {
    match parts {
        [] => all(tree),
        [part] if part == "detect" => detect(tree),
        _ => Err("usage: cargo xtask bench [detect]".to_owned()),
    }
}

fn detect(tree: &Tree) -> Result<(), String> {
    example(tree, "todoita-tests", "bench")?;
    Run::new(tree, tree.program("release/examples", "bench")?, &["detect"]).show().map(|_| ())
}

fn all(tree: &Tree) -> Result<(), String> {
    setup::ready(tree, &[Part::Packages, Part::Node])?;
    release::build(tree)?;
    example(tree, "todoita-tests", "bench")?;
    example(tree, "todoita-app", "blank")?;
    let bench = tree.program("release/examples", "bench")?;
    let blank = tree.program("release/examples", "blank")?;
    let app = release::programs(tree)?.app;

    println!("\n-- the table of providers");
    Run::new(tree, bench.clone(), &["lookup"]).show()?;
    println!("\n-- detection, with scripted answers");
    Run::new(tree, bench.clone(), &["detect"]).show()?;
    println!("\n-- sending, with 100 ms more to every round trip");
    let pretend = tree.needed("tests/pretend-internet/run.sh", "it has the servers")?;
    Run::new(tree, pretend, &["--delay", DELAY]).arg(bench.clone()).args(&["send"]).show()?;
    println!("\n-- the window");
    Run::new(tree, "xvfb-run", &["-a", "-s", "-screen 0 1280x900x24", "dbus-run-session", "--"])
        .arg(bench)
        .args(&["window"])
        .env("TODOITA_APP", app)
        .env("TODOITA_BLANK", blank)
        .show()?;
    println!("\n-- the weight");
    crate::size::weigh(tree)?;
    Run::npm(tree, "ui", &["run", "--silent", "size"]).show().map(|_| ())
}

fn example(tree: &Tree, package: &str, name: &str) -> Result<(), String> {
    Run::cargo(tree, &["build", "--release", "--locked", "-p", package, "--example", name]).show().map(|_| ())
}
