//! Ids that are put together while the program runs. Each family with its source, where a member is made.

use std::collections::BTreeSet;

use contract::{EvidenceSource, Heard, ProblemCode, Stage, Who};

use super::ftl::root;

/// What has to be there in both languages, and what may be there.
pub(crate) struct Family {
    /// Where its ids are put together.
    pub(crate) source: &'static str,
    /// All its members.
    pub(crate) needed: Vec<String>,
    /// Members that a text need not have.
    pub(crate) allowed: Vec<String>,
}

fn needed(source: &'static str, needed: Vec<String>) -> Family {
    Family { source, needed, allowed: Vec::new() }
}

/// The table of families.
pub(crate) fn all() -> Vec<Family> {
    let lines = ["find", "connect", "secure", "sign-in", "sender", "hand-over", "keep"];
    let states = ["todo", "now", "done", "failed"];
    let codes = || ProblemCode::ALL.iter().map(|code| code.name());
    let ways = providers::all().iter().filter_map(|provider| provider.way_out);
    let letters = ProblemCode::ALL.iter().filter(|code| goes_to_the_administrator(**code));
    vec![
        needed("crates/contract/src/action.rs", each("action", &variants("Action"), "")),
        needed("crates/wizard/src/steps/check.rs", product("check", &lines, &states)),
        needed("crates/wizard/src/steps/card.rs, stage", each("stage", &variants("Stage"), "")),
        needed("ui, the card", each("who", &variants("Who"), "")),
        needed("ui, the card", each("certainty", &variants("Certainty"), "")),
        needed(
            "crates/contract/src/evidence.rs",
            EvidenceSource::ALL.map(|one| format!("source-{}", one.name())).to_vec(),
        ),
        needed(
            "crates/contract/src/evidence.rs",
            Heard::ALL.map(|one| format!("heard-{}", one.name())).to_vec(),
        ),
        needed(
            "crates/wizard/src/steps/settings.rs",
            ["mail-program", "printer", "wordpress", "program"]
                .map(|one| format!("action-for-{one}"))
                .to_vec(),
        ),
        needed(
            "crates/wizard/src/card/notes.rs, from crates/providers/data/devices.toml",
            device_notes().into_iter().map(|name| format!("card-note-{name}")).collect(),
        ),
        needed("crates/wizard/src/steps/own_key.rs, from crates/providers/data/own_keys.toml", own_keys()),
        needed("crates/contract/src/mail.rs", each("trust", &variants("Trust"), "")),
        needed("ui, the list of steps", each("step", &variants("StepName"), "")),
        Family {
            source: "crates/contract/src/problem.rs",
            needed: codes()
                .flat_map(|code| [format!("problem-{code}"), format!("problem-{code}-reason")])
                .collect(),
            allowed: codes().map(|code| format!("problem-{code}-steps")).collect(),
        },
        needed(
            "crates/wizard/src/steps/card.rs, letter",
            letters
                .flat_map(|code| ["subject", "body"].map(|part| format!("letter-{}-{part}", code.name())))
                .collect(),
        ),
        needed(
            "crates/wizard/src/steps/records.rs, letter",
            ["google", "microsoft", "relay"]
                .iter()
                .flat_map(|of| ["subject", "body"].map(|part| format!("letter-records-{of}-{part}")))
                .collect(),
        ),
        needed(
            "crates/wizard/src/steps/records.rs, from crates/providers/data/checklists.toml",
            ["google", "microsoft"]
                .iter()
                .flat_map(|provider| providers::checklist(provider))
                .map(|item| format!("record-ask-{}", item.name))
                .collect(),
        ),
        needed(
            "crates/wizard/src/steps/door.rs, from crates/providers/data/doors.toml",
            providers::doors()
                .iter()
                .flat_map(|door| {
                    let notes = (1..=door.notes).map(|at| at.to_string());
                    notes.chain(["lead".to_owned()]).map(|part| format!("card-door-{}-{part}", door.name))
                })
                .collect(),
        ),
        needed("crates/records and crates/app/src/jobs/examine.rs", records()),
        needed(
            "crates/cli/src/check.rs",
            ["found", "missing", "faulty", "unseen"].map(|state| format!("cli-check-{state}")).to_vec(),
        ),
        needed("crates/app/src/real/found.rs, from crates/providers/data", preparations()),
        needed(
            "crates/app/src/real/found.rs, from crates/providers/data",
            ways.map(|way| format!("way-out-{}", way.key())).collect::<BTreeSet<_>>().into_iter().collect(),
        ),
        needed(
            "crates/app/src/real/relays.rs, from crates/providers/data",
            providers::relays()
                .iter()
                .map(|relay| format!("relay-suits-{}", relay.suits))
                .collect::<BTreeSet<_>>()
                .into_iter()
                .collect(),
        ),
        needed("ui, a sending service", each("screen-relay-place", &variants("RelayPlaceKind"), "")),
        needed(
            "crates/app/src/real/consents.rs",
            product("page", &["done", "missing", "failed"], &["title", "body"]),
        ),
    ]
}

/// What is said besides of the devices of some makers.
fn device_notes() -> BTreeSet<&'static str> {
    providers::devices().iter().flat_map(|device| device.notes.iter().copied()).collect()
}

/// Whether the card of a code brings a letter.
pub(crate) fn goes_to_the_administrator(code: ProblemCode) -> bool {
    diagnosis::problem(code, Stage::SignIn).who == Who::Administrator
}

/// Every line of every panel, and what must be so before one of them.
/// What is said of a domain's records.
fn records() -> Vec<String> {
    let lines: [(&str, &[&str]); 6] = [
        ("mx", &["found", "filter", "forwarder", "missing", "null"]),
        (
            "spf",
            &[
                "found",
                "here",
                "not-needed",
                "told",
                "missing",
                "missing-told",
                "lacks",
                "two",
                "dead",
                "many",
                "open",
            ],
        ),
        (
            "dkim",
            &[
                "found",
                "missing",
                "missing-google",
                "missing-microsoft",
                "revoked",
                "hollow",
                "elsewhere",
                "per-customer",
                "told",
            ],
        ),
        ("dmarc", &["none", "quarantine", "reject", "faulty", "two", "missing"]),
        ("tenant", &["found", "missing"]),
        ("reading", &["found", "unseen"]),
    ];
    let said =
        lines.into_iter().flat_map(|(of, whats)| whats.iter().map(move |what| format!("record-{of}-{what}")));
    said.chain(["record-no-answer".to_owned()]).collect()
}

fn preparations() -> Vec<String> {
    let needed = providers::all().iter().filter_map(|provider| provider.preparation.as_ref());
    let ids = needed.flat_map(|needed| {
        let panels = std::iter::once(needed.panel).chain(needed.app_panel);
        panels.flat_map(|panel| {
            let before = needed.before(panel).map(|name| format!("prepare-before-{name}"));
            panel.lines().map(|(id, _)| id).chain(before)
        })
    });
    ids.collect::<BTreeSet<_>>().into_iter().collect()
}

/// The names of an enum of the contract, as its TypeScript type lists them.
fn variants(name: &str) -> Vec<String> {
    let file = root().join(format!("ui/src/generated/{name}.ts"));
    let text = std::fs::read_to_string(&file).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
    let code: String = text.lines().filter(|line| !line.trim_start().starts_with("//")).collect();
    let (_, list) = code.split_once('=').expect("a type");
    let names: Vec<String> = list.split('"').skip(1).step_by(2).map(str::to_owned).collect();
    assert!(!names.is_empty(), "{name} lists nothing");
    names
}

fn each(before: &str, names: &[String], after: &str) -> Vec<String> {
    names.iter().map(|name| format!("{before}-{name}{after}")).collect()
}

fn product(before: &str, names: &[&str], ends: &[&str]) -> Vec<String> {
    names.iter().flat_map(|name| ends.iter().map(move |end| format!("{before}-{name}-{end}"))).collect()
}

/// The texts of every panel on the way to a key of one's own.
fn own_keys() -> Vec<String> {
    let mut all = BTreeSet::new();
    for provider in ["google", "microsoft"] {
        all.insert(format!("own-key-{provider}-done"));
        for panel in providers::key_panels(provider) {
            let id = format!("own-key-{provider}-{}", panel.name);
            all.extend((1..=panel.steps.len()).map(|line| format!("{id}-{line}")));
            all.extend(panel.care.then(|| format!("{id}-care")));
            all.extend(panel.copies.iter().map(|(name, _)| format!("own-key-copy-{name}")));
            all.insert(id);
        }
    }
    all.into_iter().collect()
}
