//! Turns the TOML files of `data/` into sorted static tables, so that the shipped program parses nothing.
//!
//! Lives here: reading the files and telling cargo about them. Does not live here: what a row looks like
//! (`rows.rs`, `relays.rs`), what makes a row wrong (`check.rs`), the generated code (`write.rs`).

mod check;
mod checklists;
mod devices;
mod doors;
mod own_keys;
mod relays;
mod rows;
mod write;

use std::error::Error;
use std::path::Path;

fn main() -> Result<(), Box<dyn Error>> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    rerun_when_changed(&["data", "build"]);
    let out = std::env::var_os("OUT_DIR").ok_or("cargo sets OUT_DIR")?;
    let write = |name: &str, faults: Vec<String>, table: String| -> Result<(), Box<dyn Error>> {
        if faults.is_empty() {
            Ok(std::fs::write(Path::new(&out).join(name), table)?)
        } else {
            Err(faults.join("\n").into())
        }
    };
    let all = rows::read(&root.join("data"))?;
    let faults = check::faults(&all);
    // The table of a faulty row cannot be made.
    let table = if faults.is_empty() { write::tables(&all)? } else { String::new() };
    write("tables.rs", faults, table)?;
    let devices = devices::read(&root.join("data/devices.toml"))?;
    write("devices.rs", devices::faults(&devices), devices::table(&devices))?;
    let panels = own_keys::read(&root.join("data/own_keys.toml"))?;
    write("own_keys.rs", own_keys::faults(&panels), own_keys::table(&panels))?;
    let doors = doors::read(&root.join("data/doors.toml"))?;
    write("doors.rs", doors::faults(&doors), doors::table(&doors))?;
    let items = checklists::read(&root.join("data/checklists.toml"))?;
    write("checklists.rs", checklists::faults(&items), checklists::table(&items))?;
    Ok(())
}

#[expect(clippy::print_stdout, reason = "a build script speaks to cargo by its standard output")]
fn rerun_when_changed(folders: &[&str]) {
    for folder in folders {
        println!("cargo::rerun-if-changed={folder}");
    }
}
