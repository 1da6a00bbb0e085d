//! What the programs contain of others: every crate and every module of the screens, with the texts of their licences.
//!
//! Made for a package when it is made, from the sources that it was built from; it is not committed, for it says what
//! `Cargo.lock` says.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use serde_json::Value;

use crate::run::Run;
use crate::tree::Tree;

/// The programs that ship, with the first part of the AppImage.
const PROGRAMS: [&str; 3] = ["todoita-app", "cli", "appimage-runtime"];

/// How the files with a licence's text begin.
const TEXTS: [&str; 6] = ["license", "licence", "copying", "notice", "unlicense", "copyright"];

/// Longer files are no licence.
const LONGEST: u64 = 64 * 1024;

/// One thing of others.
struct Part {
    title: String,
    licence: String,
    home: String,
    folder: PathBuf,
    /// `cargo` or `npm`.
    registry: &'static str,
}

/// Where the list stands that the program shows of itself.
const SHOWN: &str = "crates/words/data/parts.txt";

/// One line a part, for the screen about the program.
fn shown(parts: &[Part]) -> String {
    parts.iter().fold(String::new(), |mut all, part| {
        let _ = writeln!(all, "{} ({})", part.title, expression(part));
        all
    })
}

/// Writes the list that the program shows of itself.
pub(crate) fn write_shown(tree: &Tree) -> Result<(), String> {
    let path = tree.path(SHOWN);
    std::fs::write(&path, shown(&all(tree)?)).map_err(|error| format!("{}: {error}", path.display()))
}

/// Writes the list, once to be read and once in the form of CycloneDX, where the makers of packages find it.
pub(crate) fn write(tree: &Tree) -> Result<PathBuf, String> {
    let parts = all(tree)?;
    let allowed = crate::licences::allowed(tree)?;
    if let Some(part) = parts.iter().find(|part| !crate::licences::fits(&part.licence, &allowed)) {
        return Err(format!("{}: the licence \"{}\" is not allowed by deny.toml", part.title, part.licence));
    }
    let kept = std::fs::read_to_string(tree.path(SHOWN)).unwrap_or_default();
    if kept != shown(&parts) {
        return Err(format!("{SHOWN} is not what Cargo.lock says: run `cargo xtask gen`"));
    }
    let path = tree.scratch("third-party")?.join("THIRD-PARTY.md");
    std::fs::write(&path, page(&parts)).map_err(|error| format!("{}: {error}", path.display()))?;
    let list = path.with_file_name("sbom.cdx.json");
    std::fs::write(&list, sbom(&parts)).map_err(|error| format!("{}: {error}", list.display()))?;
    println!("THIRD-PARTY.md and sbom.cdx.json: {} parts", parts.len());
    Ok(path)
}

/// Everything of others.
fn all(tree: &Tree) -> Result<Vec<Part>, String> {
    let mut parts = crates(tree)?;
    parts.extend(modules(tree)?);
    Ok(parts)
}

/// The licence as an expression of SPDX; some crates still write `A/B` for `A OR B`.
fn expression(part: &Part) -> String {
    part.licence.replace('/', " OR ")
}

fn page(parts: &[Part]) -> String {
    let mut page = "# What Todoita contains of others\n\n".to_owned();
    let mut texts: BTreeMap<String, Vec<&str>> = BTreeMap::new();
    for part in parts {
        let _ = writeln!(page, "- {}: {} {}", part.title, part.licence, part.home);
        for text in texts_in(&part.folder) {
            texts.entry(text).or_default().push(&part.title);
        }
    }
    for (text, of) in texts {
        let _ = write!(page, "\n## {}\n\n{}\n", of.join(", "), text.trim());
    }
    page
}

/// The list in the form of CycloneDX 1.6.
fn sbom(parts: &[Part]) -> String {
    let components = parts.iter().map(|part| {
        let (name, version) = part.title.rsplit_once(' ').unwrap_or((&part.title, ""));
        let purl = format!("pkg:{}/{}@{version}", part.registry, name.replace('@', "%40"));
        serde_json::json!({
            "type": "library", "bom-ref": purl, "name": name, "version": version, "purl": purl,
            "licenses": [{ "expression": expression(part) }],
        })
    });
    let list = serde_json::json!({
        "bomFormat": "CycloneDX", "specVersion": "1.6", "version": 1,
        "metadata": { "component": {
            "type": "application", "name": "todoita", "version": env!("CARGO_PKG_VERSION"),
            "licenses": [{ "expression": "MIT OR Apache-2.0" }],
        }},
        "components": components.collect::<Vec<_>>(),
    });
    format!("{list:#}\n")
}

/// The crates beneath the programs, on every system: what is needed to build and to test them is not in them.
fn crates(tree: &Tree) -> Result<Vec<Part>, String> {
    let text = Run::cargo(tree, &["metadata", "--format-version", "1", "--locked"]).text()?;
    let all: Value = serde_json::from_str(&text).map_err(|error| format!("cargo metadata: {error}"))?;
    let by_id: BTreeMap<&str, &Value> =
        list(&all["packages"]).filter_map(|package| Some((package["id"].as_str()?, package))).collect();
    let nodes: BTreeMap<&str, &Value> =
        list(&all["resolve"]["nodes"]).filter_map(|node| Some((node["id"].as_str()?, node))).collect();
    let named = |id: &&str| {
        by_id.get(*id).is_some_and(|package| PROGRAMS.contains(&package["name"].as_str().unwrap_or_default()))
    };
    let mut next: Vec<&str> = by_id.keys().copied().filter(named).collect();
    let mut seen = BTreeSet::new();
    while let Some(id) = next.pop() {
        if !seen.insert(id) {
            continue;
        }
        let uses = nodes.get(id).into_iter().flat_map(|node| list(&node["deps"]));
        let built_in =
            uses.filter(|dependency| list(&dependency["dep_kinds"]).any(|kind| kind["kind"].is_null()));
        next.extend(built_in.filter_map(|dependency| dependency["pkg"].as_str()));
    }
    let mut parts: Vec<Part> = seen
        .into_iter()
        .filter_map(|id| by_id.get(id))
        .filter(|package| !package["source"].is_null())
        .map(|package| {
            let word = |key: &str| package[key].as_str().unwrap_or_default().to_owned();
            let folder =
                Path::new(&word("manifest_path")).parent().map(Path::to_path_buf).unwrap_or_default();
            Part {
                title: format!("{} {}", word("name"), word("version")),
                licence: word("license"),
                home: word("repository"),
                folder,
                registry: "cargo",
            }
        })
        .collect();
    parts.sort_by(|one, other| one.title.cmp(&other.title));
    Ok(parts)
}

/// The modules that the screens run with.
fn modules(tree: &Tree) -> Result<Vec<Part>, String> {
    let ours = tree.path("ui/package.json");
    let names = json(&ours)?["dependencies"].as_object().map(|all| all.keys().cloned().collect::<Vec<_>>());
    names
        .unwrap_or_default()
        .into_iter()
        .map(|name| {
            let folder = tree.path("ui/node_modules").join(&name);
            let about = json(&folder.join("package.json"))?;
            let word = |key: &str| about[key].as_str().unwrap_or_default().to_owned();
            Ok(Part {
                title: format!("{name} {}", word("version")),
                licence: word("license"),
                home: word("homepage"),
                folder,
                registry: "npm",
            })
        })
        .collect()
}

fn texts_in(folder: &Path) -> Vec<String> {
    let files = std::fs::read_dir(folder).into_iter().flatten().flatten();
    let mut paths: Vec<PathBuf> = files
        .filter(|file| file.metadata().is_ok_and(|about| about.is_file() && about.len() <= LONGEST))
        .map(|file| file.path())
        .filter(|path| {
            let name = path.file_name().unwrap_or_default().to_string_lossy().to_lowercase();
            TEXTS.iter().any(|start| name.starts_with(start))
        })
        .collect();
    paths.sort();
    let text = |path: PathBuf| {
        std::fs::read(path).map(|bytes| String::from_utf8_lossy(&bytes).replace('\r', "")).ok()
    };
    paths.into_iter().filter_map(text).collect()
}

fn json(path: &Path) -> Result<Value, String> {
    let text = std::fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))?;
    serde_json::from_str(&text).map_err(|error| format!("{}: {error}", path.display()))
}

fn list(value: &Value) -> impl Iterator<Item = &Value> {
    value.as_array().into_iter().flatten()
}
