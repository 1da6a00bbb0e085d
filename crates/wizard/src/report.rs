//! The report a person can copy: typed fields only, addresses and user names hidden, no secret possible.

use contract::{Arg, CheckLine, Evidence, Problem};

use crate::mask::{Mask, masked, without_home};
use crate::model::{Plan, Program};

/// The report in plain lines. English keys on purpose: it is read by whoever helps.
pub(crate) fn report(
    problem: &Problem,
    plan: Option<&Plan>,
    lines: &[CheckLine],
    program: &Program,
) -> String {
    let mut out = vec![
        format!("Todoita {} ({})", program.version, program.system),
        format!("problem: {} ({})", problem.code.name(), problem.state),
        format!("stage: {}", problem.stage.name()),
        format!("certainty: {:?}", problem.certainty).to_lowercase(),
        format!("who: {:?}", problem.who).to_lowercase(),
    ];
    let mask = Mask::of(plan);
    for (name, value) in &problem.args {
        out.push(match value {
            // Whatever form of the address the provider wants here.
            Arg::Word(word) if name == "user-name" => format!("{name}: {}", masked(word)),
            // The way to it names the person to whom the computer belongs.
            Arg::Word(word) if name == "folder" => format!("{name}: {}", mask.over(&without_home(word))),
            Arg::Word(_) | Arg::Number(_) => format!("{name}: {}", shown(value, &mask)),
        });
    }
    if let Some(said) = &problem.said {
        let code = said.code.map(|code| code.to_string()).unwrap_or_default();
        let enhanced = said.enhanced.clone().unwrap_or_default();
        out.push(format!("server said: {code} {enhanced} {}", mask.over(&said.text)));
    }
    for check in &problem.checks {
        let values: Vec<String> = check.args.values().map(|value| shown(value, &mask)).collect();
        out.push(format!("{}: {}", check.id, values.join(" ")));
    }
    if let Some(plan) = plan {
        out.push(format!("address: {}", masked(&plan.found.address)));
        out.push(format!("kind: {}", plan.found.kind.provider()));
        out.push(format!("login: {}", plan.login.name()));
        for server in plan.servers() {
            out.push(format!("server: {}:{} {:?}", server.host, server.port, server.security).to_lowercase());
        }
        out.extend(plan.found.evidence.iter().map(evidence_line));
    }
    for line in lines {
        let ms = line.ms.map(|ms| format!(" {ms} ms")).unwrap_or_default();
        out.push(format!("- {}: {:?}{ms}", line.stage.name(), line.state).to_lowercase());
    }
    out.join("\n")
}

fn shown(value: &Arg, mask: &Mask) -> String {
    match value {
        Arg::Number(number) => number.to_string(),
        Arg::Word(word) => mask.over(word),
    }
}

fn evidence_line(evidence: &Evidence) -> String {
    let Evidence { source, host, answer, detail, trust: _, ms } = evidence;
    let space = if detail.is_empty() { "" } else { " " };
    format!("found by: {} {host} -> {}{space}{detail} ({ms} ms)", source.name(), answer.name())
}
