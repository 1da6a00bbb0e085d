//! Packages of Debian and Ubuntu. On other systems: what a person has to install.

use std::path::Path;

use crate::run::Run;
use crate::tree::Tree;

const LISTS: [&str; 2] = ["xtask/packages.txt", "tests/pretend-internet/packages.txt"];

/// Servers among the packages. They are used in a network of their own and not as services of this computer.
const SERVERS: [&str; 3] = ["dovecot", "knot", "postfix"];

/// While this file says 101, a package that is being installed starts no service (invoke-rc.d(8)).
const POLICY: &str = "/usr/sbin/policy-rc.d";

/// What every chore that builds or tests needs.
pub(crate) fn ready(tree: &Tree) -> Result<(), String> {
    ready_of(tree, &LISTS)
}

/// What these lists name.
pub(crate) fn ready_of(tree: &Tree, lists: &[&str]) -> Result<(), String> {
    if cfg!(target_os = "macos") {
        return Run::new(tree, "xcode-select", &["-p"])
            .text()
            .map(|_| ())
            .map_err(|_| "Xcode's command line tools are missing: run `xcode-select --install`".to_owned());
    }
    if cfg!(windows) {
        return Ok(()); // WebView2 comes with Windows; the build itself says when the C compiler is missing.
    }
    let wanted = wanted(tree, lists)?;
    if Run::new(tree, "dpkg-query", &["--version"]).text().is_err() {
        println!(
            "this is neither Debian nor Ubuntu: please see to it that there is something like\n  {}",
            wanted.join(" ")
        );
        return Ok(());
    }
    let missing = missing(tree, wanted);
    if missing.is_empty() {
        return Ok(());
    }
    if !super::is_root(tree) {
        return Err(format!(
            "packages are missing; please install them:\n  sudo apt-get install --no-install-recommends {}",
            missing.join(" ")
        ));
    }
    println!("installing {}", missing.join(" "));
    install(tree, &missing)
}

fn wanted(tree: &Tree, lists: &[&str]) -> Result<Vec<String>, String> {
    let mut names = Vec::new();
    for list in lists {
        let path = tree.needed(list, "it names the packages that are needed")?;
        let text = std::fs::read_to_string(path).map_err(|error| format!("{list}: {error}"))?;
        let lines = text.lines().map(|line| line.split('#').next().unwrap_or_default().trim().to_owned());
        names.extend(lines.filter(|name| !name.is_empty()));
    }
    names.sort();
    names.dedup();
    Ok(names)
}

fn missing(tree: &Tree, mut wanted: Vec<String>) -> Vec<String> {
    let form = "--showformat=${Package} ${db:Status-Status}\n";
    let listed = Run::new(tree, "dpkg-query", &["--show", form]).text().unwrap_or_default();
    let there: Vec<&str> = listed.lines().filter_map(|line| line.strip_suffix(" installed")).collect();
    // `one | other`: either will do, and the first is installed where neither is there.
    wanted.retain(|names| !names.split(" | ").any(|name| there.contains(&name)));
    wanted.iter_mut().for_each(|names| names.truncate(names.find(" | ").unwrap_or(names.len())));
    wanted
}

fn install(tree: &Tree, missing: &[String]) -> Result<(), String> {
    let brought: Vec<&str> =
        SERVERS.into_iter().filter(|server| missing.iter().any(|name| is_of(server, name))).collect();
    if missing.iter().any(|name| name == "postfix") {
        // Without an answer to this question the package's installation waits for a person.
        let answer =
            "echo 'postfix postfix/main_mailer_type select No configuration' | debconf-set-selections";
        Run::new(tree, "sh", &["-c", answer]).text()?;
    }
    let held_back = !brought.is_empty() && !Path::new(POLICY).exists();
    if held_back {
        let say_no = format!("printf '#!/bin/sh\\nexit 101\\n' > {POLICY} && chmod 755 {POLICY}");
        Run::new(tree, "sh", &["-c", &say_no]).text()?;
    }
    let mut args = vec!["install", "-y", "--no-install-recommends"];
    args.extend(missing.iter().map(String::as_str));
    let done = Run::new(tree, "apt-get", &["update", "-q"])
        .show()
        .and_then(|_| Run::new(tree, "apt-get", &args).env("DEBIAN_FRONTEND", "noninteractive").show());
    if held_back {
        std::fs::remove_file(POLICY).map_err(|error| format!("{POLICY}: {error}"))?;
        if Path::new("/run/systemd/system").exists() {
            let _not_a_service_here =
                Run::new(tree, "systemctl", &["disable", "--quiet"]).args(&brought).text();
        }
    }
    done.map(|_| ())
}

/// Whether a package brings the service of a server: `postfix` and `knot` themselves, `dovecot-core` for Dovecot.
fn is_of(server: &str, package: &str) -> bool {
    package == server || package.strip_suffix("-core") == Some(server)
}
