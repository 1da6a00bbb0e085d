//! Turns the list into one sorted text: every rule as A-labels, a line each, so that a look-up is a binary search over
//! lines, and packs it. Compiled into code the same list would weigh fifteen times as much.

#[path = "../../packaging/packed.rs"]
mod packed;

use std::path::PathBuf;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    println!("cargo::rerun-if-changed=data/public_suffix_list.dat");
    let list = std::fs::read_to_string("data/public_suffix_list.dat")?;
    let mut rules = Vec::new();
    for line in list.lines() {
        let rule = line.split_whitespace().next().unwrap_or_default();
        if rule.is_empty() || rule.starts_with("//") {
            continue;
        }
        let (mark, name) = match rule.strip_prefix('!') {
            Some(name) => ("!", name),
            None => match rule.strip_prefix("*.") {
                Some(name) => ("*", name),
                None => ("", rule),
            },
        };
        let name = idna::domain_to_ascii(name).map_err(|error| format!("{rule}: {error}"))?;
        rules.push(format!("{name}{mark}"));
    }
    if rules.len() < 8_000 {
        return Err(format!("only {} rules: this is not the whole list", rules.len()).into());
    }
    rules.sort_unstable();
    rules.dedup();
    let out = PathBuf::from(std::env::var_os("OUT_DIR").ok_or("no OUT_DIR")?);
    packed::pack(&out.join("rules.z"), format!("\n{}\n", rules.join("\n")).as_bytes())?;
    Ok(())
}
