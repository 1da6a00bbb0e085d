//! The package for Debian and Ubuntu: a folder as it will lie on the computer, packed by dpkg-deb.
//!
//! Not by Tauri's own maker: that one packs with gzip, which is twice the size.

use std::path::{Path, PathBuf};

use super::{commit_time, packed, version};
use crate::run::Run;
use crate::tree::Tree;

/// Texts: where they come from and where they lie.
const TEXTS: [(&str, &str); 6] = [
    ("packaging/linux/todoita.desktop", "usr/share/applications/Todoita.desktop"),
    ("packaging/linux/jp.todoita.Todoita.metainfo.xml", "usr/share/metainfo/jp.todoita.Todoita.metainfo.xml"),
    ("packaging/linux/copyright", "usr/share/doc/todoita/copyright"),
    ("LICENSE-MIT", "usr/share/doc/todoita/LICENSE-MIT"),
    ("LICENSE-APACHE", "usr/share/doc/todoita/LICENSE-APACHE"),
    ("icons/todoita.svg", "usr/share/icons/hicolor/scalable/apps/todoita-app.svg"),
];

const ICONS: [(&str, &str); 3] = [("32x32", "32x32"), ("128x128", "128x128"), ("128x128@2x", "256x256")];

/// Makes the package and holds it to its weight.
pub(super) fn make(tree: &Tree) -> Result<PathBuf, String> {
    let root = files(tree)?;
    control(tree, &root)?;
    let architecture = architecture(tree)?;
    let package = root.with_file_name(format!("todoita_{}_{architecture}.deb", version()));
    let plain = root.with_file_name("unpacked");
    // An older one is no use when this one fails.
    let _not_there = std::fs::remove_file(&package);
    Run::new(tree, "dpkg-deb", &["--root-owner-group", "-Znone", "--build"])
        .arg(&root)
        .arg(&plain)
        .env("SOURCE_DATE_EPOCH", commit_time(tree)?)
        .show()?;
    packed::pack(tree, &plain, &package, architecture == "amd64")?;
    std::fs::remove_file(&plain).map_err(|error| format!("{}: {error}", plain.display()))?;
    // What was packed is what dpkg reads.
    Run::new(tree, "dpkg-deb", &["--contents"]).arg(&package).text()?;
    println!("{}", package.display());
    crate::size::weigh_package("deb", &package)?;
    Ok(package)
}

/// The files of a package for Linux, in a folder, as they will lie on the computer.
pub(super) fn files(tree: &Tree) -> Result<PathBuf, String> {
    let programs = crate::release::programs(tree)?;
    let root = tree.scratch("deb")?.join("root");
    if root.exists() {
        std::fs::remove_dir_all(&root).map_err(|error| format!("{}: {error}", root.display()))?;
    }
    put(tree, &programs.app, &root.join("usr/bin/todoita-app"), "755")?;
    put(tree, &programs.cli, &root.join("usr/bin/todoita"), "755")?;
    for (from, to) in TEXTS {
        put(tree, &tree.needed(from, "it is part of the package")?, &root.join(to), "644")?;
    }
    for (from, size) in ICONS {
        let to = root.join(format!("usr/share/icons/hicolor/{size}/apps/todoita-app.png"));
        put(tree, &tree.needed(&format!("icons/{from}.png"), "an icon")?, &to, "644")?;
    }
    for page in ["todoita-app.1", "todoita.1"] {
        let to = root.join("usr/share/man/man1").join(page);
        put(tree, &tree.needed(&format!("packaging/linux/{page}"), "a manual page")?, &to, "644")?;
        Run::new(tree, "gzip", &["--best", "--no-name"]).arg(&to).text()?;
    }
    let others = crate::third_party::write(tree)?;
    let to = root.join("usr/share/doc/todoita/THIRD-PARTY.md");
    // As it is: the package packs it better than gzip would, and people can read it.
    put(tree, &others, &to, "644")?;
    Ok(root)
}

/// Installs, starts and removes it in a clean Debian, and does the main job with it there.
pub(super) fn try_out(tree: &Tree, package: &Path) -> Result<(), String> {
    crate::setup::ready(tree, &[crate::setup::Part::Packages, crate::setup::Part::Nextest])?;
    crate::setup::packages_of(tree, &["xtask/packages-stranger.txt"])?;
    let plays = crate::binaries::path(tree, "todoita-tests::window")?;
    let stranger = tree.needed("tests/package/try-deb.sh", "it tries the package")?;
    let run = Run::new(tree, stranger, &[]).arg(package).arg(tree.target()?.join("stranger"));
    run.env("PLAYS", plays).show().map(|_| ())
}

fn control(tree: &Tree, root: &Path) -> Result<(), String> {
    let form = tree.needed("packaging/linux/control", "it describes the package")?;
    let text = std::fs::read_to_string(&form).map_err(|error| format!("{}: {error}", form.display()))?;
    let weight =
        Run::new(tree, "du", &["--summarize", "--apparent-size", "--block-size=1024"]).arg(root).text()?;
    let text = text
        .replace("VERSION", version())
        .replace("ARCHITECTURE", &architecture(tree)?)
        .replace("KIBIBYTES", weight.split_whitespace().next().unwrap_or_default());
    let folder = root.join("DEBIAN");
    std::fs::create_dir_all(&folder)
        .and_then(|()| std::fs::write(folder.join("control"), text))
        .map_err(|error| format!("{}: {error}", folder.display()))
}

fn architecture(tree: &Tree) -> Result<String, String> {
    Run::new(tree, "dpkg", &["--print-architecture"]).text().map(|text| text.trim().to_owned())
}

fn put(tree: &Tree, from: &Path, to: &Path, mode: &str) -> Result<(), String> {
    Run::new(tree, "install", &["-D", "-m", mode]).arg(from).arg(to).text().map(|_| ())
}
