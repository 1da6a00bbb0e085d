//! A problem as JSON and as sentences: the same titles, reasons and remedies as on the card in the window.

use std::collections::BTreeMap;

use contract::{Action, Arg, Certainty, Problem, ProblemCode, Said, Stage, Text, Who};
use serde::Serialize;

use crate::exit::Exit;
use crate::say::Speaker;

/// The JSON form.
#[derive(Serialize)]
pub(crate) struct ProblemJson<'a> {
    code: ProblemCode,
    state: &'a str,
    stage: Stage,
    certainty: Certainty,
    who: Who,
    args: &'a BTreeMap<String, Arg>,
    said: Option<&'a Said>,
    remedies: &'a [Action],
    title: String,
    reason: Option<String>,
    steps: Vec<String>,
}

impl<'a> ProblemJson<'a> {
    pub(crate) fn new(problem: &'a Problem, speaker: &Speaker<'_>) -> Self {
        Self {
            code: problem.code,
            state: &problem.state,
            stage: problem.stage,
            certainty: problem.certainty,
            who: problem.who,
            args: &problem.args,
            said: problem.said.as_ref(),
            remedies: &problem.remedies,
            title: speaker.text(&about(problem, "")),
            reason: speaker.text_if_any(&about(problem, "-reason")),
            steps: steps(problem, speaker),
        }
    }
}

/// Says what a failure is: its name, who can mend it, why, and what can be done.
pub(crate) fn say(problem: &Problem, speaker: &Speaker<'_>) {
    speaker.plain(&format!("{} [{}]", speaker.text(&about(problem, "")), problem.state));
    if let Some(reason) = speaker.text_if_any(&about(problem, "-reason")) {
        speaker.plain(&reason);
    }
    for step in steps(problem, speaker) {
        speaker.plain(&format!("  - {step}"));
    }
    let who = match problem.who {
        Who::You => "you",
        Who::Administrator => "administrator",
        Who::Provider => "provider",
        Who::Wait => "wait",
        Who::Us => "us",
        Who::Unknown => "unknown",
    };
    speaker.line(&Text::new(format!("who-{who}")));
    let sure = problem.certainty == Certainty::Sure;
    speaker.line(&Text::new(if sure { "cli-certainty-sure" } else { "cli-certainty-likely" }));
    let remedies: Vec<String> = problem
        .remedies
        .iter()
        .map(|remedy| speaker.text(&Text::new(format!("action-{}", remedy.name()))))
        .collect();
    speaker.line(&Text::new("cli-buttons").with("buttons", remedies.join(" / ")));
}

/// Complains about a problem in sentences.
pub(crate) fn complain(problem: &Problem, speaker: &Speaker<'_>) -> Exit {
    let title = speaker.text(&about(problem, ""));
    speaker.complain_plainly(&format!("{title} [{}]", problem.state));
    if let Some(reason) = speaker.text_if_any(&about(problem, "-reason")) {
        speaker.complain_plainly(&reason);
    }
    if let Some(said) = &problem.said {
        let code = said.code.map(|code| code.to_string());
        let parts = [code, said.enhanced.clone(), Some(said.text.clone())];
        let said = parts.into_iter().flatten().collect::<Vec<_>>().join(" ");
        speaker.complain(&Text::new("cli-said").with("said", said));
    }
    for check in &problem.checks {
        speaker.complain(check);
    }
    let steps = steps(problem, speaker);
    if !steps.is_empty() {
        speaker.complain(&Text::new("cli-remedies"));
        for step in steps {
            speaker.complain_plainly(&format!("  - {step}"));
        }
    }
    Exit::of(problem)
}

/// The program itself failed.
pub(crate) fn internal(report: &str) -> Problem {
    let code = ProblemCode::Internal;
    Problem {
        code,
        state: code.state().to_owned(),
        stage: Stage::Address,
        certainty: Certainty::Sure,
        who: Who::Us,
        args: BTreeMap::from([("report".to_owned(), report.into())]),
        said: None,
        checks: Vec::new(),
        remedies: vec![Action::TryAgain],
    }
}

fn about(problem: &Problem, part: &str) -> Text {
    Text { id: format!("problem-{}{part}", problem.code.name()), args: problem.args.clone() }
}

fn steps(problem: &Problem, speaker: &Speaker<'_>) -> Vec<String> {
    let steps = speaker.text_if_any(&about(problem, "-steps")).unwrap_or_default();
    steps.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect()
}
