//! The test programs: built once, found by name, run where they belong.

use std::path::PathBuf;

use serde_json::Value;

use crate::run::Run;
use crate::tree::Tree;

/// Tests of this package that need a world of their own: a window, servers, a display.
const ELSEWHERE: [&str; 4] =
    ["todoita-tests::window", "todoita-tests::journeys", "todoita-tests::detection", "todoita-tests::demo"];

/// All tests but those that need a world of their own.
pub(crate) fn run_crates(tree: &Tree) -> Result<Vec<String>, String> {
    let built = build(tree)?;
    let there = ELSEWHERE.iter().filter(|id| !built.listed["rust-binaries"][**id].is_null());
    let filter = there.fold("all()".to_owned(), |filter, id| format!("{filter} - binary_id(={id})"));
    nextest(tree, Run::cargo(tree, &["nextest", "run"]), &built, &filter).show()
}

/// One test program, run by `outer`, which makes its world. One test at a time: they share that world. The release
/// programs are what it tests.
pub(crate) fn run_inside(tree: &Tree, outer: Run, id: &str) -> Result<Vec<String>, String> {
    let programs = crate::release::programs(tree)?;
    if let Some(program) = [&programs.app, &programs.cli].into_iter().find(|program| !program.is_file()) {
        return Err(format!("{} is not built: the layer `release` comes before this one", program.display()));
    }
    let built = build(tree)?;
    if built.listed["rust-binaries"][id].is_null() {
        return Err(format!("there is no test program {id}"));
    }
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let outer = outer.arg(cargo).args(&["nextest", "run", "--test-threads", "1"]);
    let outer = outer
        .env("TODOITA_APP", programs.app)
        .env("TODOITA_CLI", programs.cli)
        .env("TODOITA_REQUIRE_PI", "1")
        .env("TODOITA_PICTURES", tree.target()?.join("window"));
    nextest(tree, outer, &built, &format!("binary_id(={id})")).show()
}

/// Where a test program was built.
pub(crate) fn path(tree: &Tree, id: &str) -> Result<PathBuf, String> {
    let built = build(tree)?;
    let path = built.listed["rust-binaries"][id]["binary-path"].as_str().map(PathBuf::from);
    path.ok_or_else(|| format!("there is no test program {id}"))
}

/// What nextest needs to run without building: inside the pretend internet there is no other network.
struct Built {
    listed: Value,
    binaries: PathBuf,
    workspace: PathBuf,
}

fn build(tree: &Tree) -> Result<Built, String> {
    crate::release::screens(tree)?;
    // The first run shows what is being built; the second is silent and only says where it is.
    Run::cargo(tree, &["nextest", "run", "--workspace", "--locked", "--no-run"]).show()?;
    let folder = tree.scratch("tests")?;
    let list = [
        "nextest",
        "list",
        "--workspace",
        "--locked",
        "--list-type",
        "binaries-only",
        "--message-format",
        "json",
    ];
    let listed = Run::cargo(tree, &list).text()?;
    let workspace = Run::cargo(tree, &["metadata", "--locked", "--format-version", "1"]).text()?;
    let built = Built {
        listed: serde_json::from_str(&listed).map_err(|error| format!("nextest list: {error}"))?,
        binaries: folder.join("binaries.json"),
        workspace: folder.join("workspace.json"),
    };
    let write = |path: &PathBuf, text: &str| {
        std::fs::write(path, text).map_err(|error| format!("{}: {error}", path.display()))
    };
    write(&built.binaries, &listed)?;
    write(&built.workspace, &workspace)?;
    Ok(built)
}

fn nextest(tree: &Tree, run: Run, built: &Built, filter: &str) -> Run {
    run.args(&["--profile", "ci", "-E", filter, "--binaries-metadata"])
        .arg(&built.binaries)
        .args(&["--cargo-metadata"])
        .arg(&built.workspace)
        .args(&["--workspace-remap"])
        .arg(tree.path(""))
}
