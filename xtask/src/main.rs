//! The chores of this repository, one file each: `cargo xtask demo | test | gen | bundle ...`.
//!
//! Lives here: what is run, in which order, and how its result is told. Does not live here: any test (each has its own
//! runner) and anything of the product.

#![expect(clippy::print_stdout, clippy::print_stderr, reason = "a chore speaks on the terminal")]

mod bench;
mod binaries;
mod bindings;
mod bundle;
mod cross;
mod demo;
mod generate;
mod layer;
mod layers;
mod licences;
mod python;
mod release;
mod report;
mod run;
mod setup;
mod size;
mod test;
mod third_party;
mod tree;
mod workflows;

use std::process::ExitCode;

use tree::Tree;

const USAGE: &str = "\
usage: cargo xtask CHORE

  demo                     build the program with its embedded provider and open it;
                           without a display the whole journey is driven in a virtual one
  test [--quick] [--only LAYER]... [--list]
                           every layer of tests in order; installs what is missing
                           --quick: without the release build and all that needs it
  gen                      write what is made from other files: TypeScript types, golden views, icons
  bench [detect]           the figures of docs/performance.md, measured anew; with a word, that part alone
  size                     build the release programs and the screens, and weigh them
  bundle [deb | rpm | appimage | setup | msi]... [--built] [--try]
                           packages, deb when none is named; setup is the installer for Windows;
                           --try installs, starts and removes it where a stranger would
  check-windows [--tests | --programs]
                           the programs for Windows as they ship, and every crate's tests under wine (Debian 12)
  check-macos              type-check everything for macOS (Debian 12)
  setup                    install what the others need, and nothing else";

fn main() -> ExitCode {
    let mut words = std::env::args().skip(1);
    let chore = words.next().unwrap_or_default();
    let rest: Vec<String> = words.collect();
    let done = Tree::find().and_then(|tree| match chore.as_str() {
        "demo" => demo::demo(&tree),
        "test" => test::test(&tree, &rest),
        "bench" => bench::bench(&tree, &rest),
        "gen" => generate::generate(&tree),
        "size" => size::size(&tree),
        "bundle" => bundle::bundle(&tree, &rest),
        "check-windows" => cross::check_windows(&tree, &rest),
        "check-macos" => cross::check_macos(&tree),
        "setup" => setup::all(&tree),
        _ => Err(USAGE.to_owned()),
    });
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("\n{message}");
            ExitCode::FAILURE
        }
    }
}
