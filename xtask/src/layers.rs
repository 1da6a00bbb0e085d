//! The layers in their order: what is built early is used by what comes later.

use crate::layer::{Layer, Place};
use crate::run::Run;
use crate::setup::Part;
use crate::tree::Tree;
use crate::{binaries, bindings, release, size};

/// Where the pretend internet is.
const PRETEND: &str = "tests/pretend-internet";

/// Every layer.
pub(crate) const ALL: &[Layer] = &[
    Layer {
        name: "format",
        what: "rustfmt",
        needs: &[],
        place: Place::Anywhere,
        quick: true,
        run: |tree| Run::cargo(tree, &["fmt", "--all", "--check"]).show(),
    },
    Layer {
        name: "bindings",
        what: "the TypeScript types are those of the contract",
        needs: &[],
        place: Place::Anywhere,
        quick: true,
        run: bindings::check,
    },
    Layer {
        name: "licences",
        what: "what is built in of others may be handed out",
        needs: &[Part::Node],
        place: Place::Anywhere,
        quick: true,
        run: |tree| crate::third_party::write(tree).map(|_| Vec::new()),
    },
    Layer {
        name: "workflows",
        what: "the workflows of the forge, by zizmor and actionlint",
        needs: &[Part::Packages],
        place: Place::Linux,
        quick: true,
        run: crate::workflows::lint,
    },
    Layer {
        name: "ui-check",
        what: "svelte-check and tsc",
        needs: &[Part::Node],
        place: Place::Anywhere,
        quick: true,
        run: |tree| ui(tree, "check"),
    },
    Layer {
        name: "ui-test",
        what: "vitest",
        needs: &[Part::Node],
        place: Place::Anywhere,
        quick: true,
        run: |tree| ui(tree, "test"),
    },
    Layer {
        name: "ui-build",
        what: "the screens as they ship",
        needs: &[Part::Node],
        place: Place::Anywhere,
        quick: true,
        run: |tree| ui(tree, "build"),
    },
    Layer {
        name: "ui-size",
        what: "the screens' weight",
        needs: &[Part::Node],
        place: Place::Anywhere,
        quick: true,
        run: |tree| ui(tree, "size"),
    },
    Layer {
        name: "clippy",
        what: "the lints of every crate",
        needs: &[Part::Packages, Part::Node],
        place: Place::Anywhere,
        quick: true,
        run: clippy,
    },
    Layer {
        name: "crates",
        what: "unit tests, the rules of the house, golden views",
        needs: &[Part::Packages, Part::Nextest, Part::Node],
        place: Place::Anywhere,
        quick: true,
        run: binaries::run_crates,
    },
    Layer {
        name: "keychain",
        what: "a real keychain: open, locked, absent",
        needs: &[Part::Packages, Part::Nextest],
        place: Place::Linux,
        quick: true,
        run: keychain,
    },
    Layer {
        name: "pretend",
        what: "the pretend internet holds its promises",
        needs: &[Part::Packages, Part::Node],
        place: Place::Namespaces,
        quick: true,
        run: pretend,
    },
    Layer {
        name: "ui-golden",
        what: "every screen in a browser: axe, pictures, what a screen reader is told",
        needs: &[Part::Packages, Part::Node],
        place: Place::Linux,
        quick: true,
        run: |tree| Ok([ui(tree, "golden")?, ui(tree, "transcript")?].concat()),
    },
    Layer {
        name: "release",
        what: "the programs as they ship",
        needs: &[Part::Packages, Part::Node],
        place: Place::Anywhere,
        quick: false,
        run: release::build,
    },
    Layer {
        name: "size",
        what: "the program's weight",
        needs: &[],
        place: Place::Anywhere,
        quick: false,
        run: size::weigh,
    },
    Layer {
        name: "journeys",
        what: "the command line, on real servers",
        needs: &[Part::Packages, Part::Nextest, Part::Node],
        place: Place::Namespaces,
        quick: false,
        run: |tree| inside(tree, "todoita-tests::journeys"),
    },
    Layer {
        name: "detection",
        what: "domains that differ in how their settings are found",
        needs: &[Part::Packages, Part::Nextest, Part::Node],
        place: Place::Namespaces,
        quick: false,
        run: |tree| inside(tree, "todoita-tests::detection"),
    },
    Layer {
        name: "window",
        what: "journeys in the real window, on real servers",
        needs: &[Part::Packages, Part::Nextest, Part::Node],
        place: Place::Namespaces,
        quick: false,
        run: |tree| inside(tree, "todoita-tests::window"),
    },
];

fn clippy(tree: &Tree) -> Result<Vec<String>, String> {
    release::screens(tree)?;
    Run::cargo(tree, &["clippy", "--workspace", "--all-targets", "--locked", "--", "-D", "warnings"])
        .show()?;
    if tree.has_feature("todoita-app", "demo")? {
        // What no release build has in it is held to the same rules.
        let demo = ["clippy", "-p", "todoita-app", "--features", "demo", "--locked", "--", "-D", "warnings"];
        Run::cargo(tree, &demo).show()?;
    }
    Ok(Vec::new())
}

fn ui(tree: &Tree, script: &str) -> Result<Vec<String>, String> {
    tree.needed("ui/package.json", "the screens")?;
    Run::npm(tree, "ui", &["run", "--silent", script]).show()
}

/// The keychain's own tests, once for each state a keychain can be in.
fn keychain(tree: &Tree) -> Result<Vec<String>, String> {
    let with = tree.needed(&format!("{PRETEND}/with-keyring.sh"), "it prepares the keychains")?;
    let program = binaries::path(tree, "keychain::system")?;
    let mut closing = Vec::new();
    for state in ["unlocked", "locked", "none"] {
        let run = Run::new(tree, with.clone(), &[state]).arg(&program);
        closing.extend(run.env("TODOITA_TEST_KEYCHAIN", state).show()?);
    }
    Ok(closing)
}

fn pretend(tree: &Tree) -> Result<Vec<String>, String> {
    let run = tree.needed(&format!("{PRETEND}/run.sh"), "it starts the pretend internet")?;
    let prove = tree.needed(&format!("{PRETEND}/prove/prove.py"), "it proves the pretend internet")?;
    Run::new(tree, run, &[]).arg(prove).show()
}

/// The release programs among real servers. What is tested is what ships.
fn inside(tree: &Tree, id: &str) -> Result<Vec<String>, String> {
    let run = tree.needed(&format!("{PRETEND}/run.sh"), "it starts the pretend internet")?;
    binaries::run_inside(tree, Run::new(tree, run, &[]), id)
}
