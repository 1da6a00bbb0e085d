//! Packs the built screens for the window program (docs/adr/0008). Its build script includes this.

use std::error::Error;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use crate::packed;

/// Where the built screens are.
const SCREENS: &str = "../ui/dist";

/// Writes what `src/page.rs` includes: every file of the screens by its key, packed.
pub(crate) fn pack() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed={SCREENS}");
    let out = PathBuf::from(std::env::var_os("OUT_DIR").ok_or("no OUT_DIR")?);
    let mut files = Vec::new();
    collect(Path::new(SCREENS), &mut files)
        .map_err(|error| format!("{SCREENS}, the built screens: {error}"))?;
    files.sort();
    let mut list = String::new();
    for (number, file) in files.iter().enumerate() {
        packed::pack(&out.join(format!("page.{number}.z")), &std::fs::read(file)?)?;
        let inside = file.strip_prefix(SCREENS)?.iter().map(|part| part.to_string_lossy());
        let key: String = inside.flat_map(|part| ["/".to_owned(), part.into_owned()]).collect();
        writeln!(list, r#"({key:?}, include_bytes!(concat!(env!("OUT_DIR"), "/page.{number}.z"))),"#)?;
    }
    std::fs::write(out.join("page.rs"), format!("&[\n{list}]"))?;
    Ok(())
}

fn collect(folder: &Path, files: &mut Vec<PathBuf>) -> std::io::Result<()> {
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            collect(&path, files)?;
        } else {
            files.push(path);
        }
    }
    Ok(())
}
