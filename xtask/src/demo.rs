//! The program with its embedded provider: no account is needed and nothing leaves the computer.

use std::path::Path;

use crate::run::Run;
use crate::setup::{self, Part};
use crate::tree::Tree;

/// Builds it and opens it; without a display it is driven in a virtual one, and pictures are left.
pub(crate) fn demo(tree: &Tree) -> Result<(), String> {
    let display = has_display();
    let needs: &[Part] =
        if display { &[Part::Packages, Part::Node] } else { &[Part::Packages, Part::Node, Part::Nextest] };
    setup::ready(tree, needs)?;
    tree.needed("ui/package.json", "the screens")?;
    Run::npm(tree, "ui", &["run", "--silent", "build"]).show()?;
    let mut features = "demo".to_owned();
    if tree.has_feature("todoita-app", "custom-protocol")? {
        features.push_str(",custom-protocol");
    }
    Run::cargo(tree, &["build", "--locked", "-p", "todoita-app", "--features", &features]).show()?;
    let program = tree.program("debug", "todoita-app")?;
    if display {
        println!("\nThe window opens now. Everything in it is made up; no message leaves this computer.");
        return Run::new(tree, program, &[]).hand_over();
    }
    journey(tree, &program)
}

fn has_display() -> bool {
    let named = |name| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    !cfg!(target_os = "linux") || named("DISPLAY") || named("WAYLAND_DISPLAY")
}

fn journey(tree: &Tree, program: &Path) -> Result<(), String> {
    println!("\nThere is no display: the journey is driven in a virtual one.");
    let pictures = tree.target()?.join("demo");
    let broken = |error: std::io::Error| format!("{}: {error}", pictures.display());
    if pictures.exists() {
        std::fs::remove_dir_all(&pictures).map_err(broken)?;
    }
    std::fs::create_dir_all(&pictures).map_err(broken)?;
    let home = tree.scratch("demo")?;
    std::fs::remove_dir_all(&home).map_err(broken)?;
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    Run::new(tree, "xvfb-run", &["-a", "-s", "-screen 0 1280x900x24", "dbus-run-session", "--"])
        .arg(cargo)
        .args(&["nextest", "run", "--locked", "-p", "todoita-tests", "--test", "demo"])
        .env("TODOITA_DEMO_BIN", program)
        .env("TODOITA_DEMO_SHOTS", &pictures)
        // What an earlier run remembered would change the first screen.
        .env("XDG_CONFIG_HOME", home.join("config"))
        .env("XDG_DATA_HOME", home.join("data"))
        .env("XDG_CACHE_HOME", home.join("cache"))
        .show()?;
    let mut left: Vec<_> =
        std::fs::read_dir(&pictures).map_err(broken)?.flatten().map(|file| file.path()).collect();
    left.retain(|path| path.extension().is_some_and(|end| end == "png"));
    left.sort();
    if left.is_empty() {
        return Err(format!("the journey left no pictures in {}", pictures.display()));
    }
    println!("\nPictures of the journey:");
    left.iter().for_each(|path| println!("  {}", path.display()));
    Ok(())
}
