//! The JSON of `todoita detect` (docs/cli.schema.json).

use app::ports::Learned;
use contract::{
    AccountKind, Arg, Evidence, Login, Problem, Protocol, Server, Text, Trust, UserName, Verdict,
};
use serde::Serialize;
use wizard::Found;

use super::{kind_word, preparation};
use crate::problem::ProblemJson;
use crate::say::Speaker;

#[derive(Serialize)]
struct FoundJson<'a> {
    address: &'a str,
    domain: &'a str,
    suggestion: Option<&'a str>,
    kind: &'static str,
    provider: Option<&'a str>,
    name: Option<&'a str>,
    verdict: Verdict,
    way_out: Option<String>,
    submission: Vec<SubmissionJson<'a>>,
    retrieval: Vec<RetrievalJson<'a>>,
    preparation: Vec<String>,
    evidence: &'a [Evidence],
    elapsed_ms: u32,
}

#[derive(Serialize)]
struct SubmissionJson<'a> {
    #[serde(flatten)]
    server: &'a Server,
    username: &'a str,
    logins: &'a [Login],
    trust: Trust,
}

#[derive(Serialize)]
struct RetrievalJson<'a> {
    protocol: Protocol,
    #[serde(flatten)]
    server: &'a Server,
    username: &'a str,
}

#[derive(Serialize)]
struct NotFoundJson<'a> {
    domain: Option<&'a str>,
    problem: ProblemJson<'a>,
    evidence: &'a [Evidence],
}

/// Says what was found.
pub(super) fn found(found: &Found, learned: &Learned, speaker: &Speaker<'_>) {
    let name = found.name.in_language(speaker.language());
    let first = found.submission.first().map(|candidate| &candidate.user_name);
    let reading = found.retrieval_user_name.as_ref().or(first).unwrap_or(&UserName::Address);
    let submission = found.submission.iter().enumerate().map(|(at, candidate)| SubmissionJson {
        server: &candidate.server,
        username: user_name(&candidate.user_name),
        logins: learned.logins.get(at).unwrap_or(&found.logins),
        trust: candidate.trust,
    });
    let retrieval = found.retrieval.iter().map(|mailbox| RetrievalJson {
        protocol: mailbox.protocol,
        server: &mailbox.server,
        username: user_name(reading),
    });
    speaker.object(&FoundJson {
        address: &found.address,
        domain: found.address.rsplit_once('@').map_or("", |(_, domain)| domain),
        suggestion: found.suggestion.as_deref(),
        kind: kind_word(&found.kind),
        provider: provider(&found.kind, learned),
        name: Some(name).filter(|name| !name.is_empty()),
        verdict: found.verdict,
        way_out: found.way_out.as_ref().and_then(|way| speaker.text_if_any(&Text::new(way.as_str()))),
        submission: submission.collect(),
        retrieval: retrieval.collect(),
        preparation: preparation(found, speaker),
        evidence: &found.evidence,
        elapsed_ms: found.elapsed_ms,
    });
}

/// Says why nothing was found.
pub(super) fn not_found(problem: &Problem, learned: &Learned, speaker: &Speaker<'_>) {
    let domain = problem.args.get("domain").and_then(|domain| match domain {
        Arg::Word(word) => Some(word.as_str()),
        Arg::Number(_) => None,
    });
    let problem = ProblemJson::new(problem, speaker);
    speaker.object(&NotFoundJson { domain, problem, evidence: &learned.evidence });
}

/// The key of the rules for the roads that have one, else the id in the table.
fn provider<'a>(kind: &'a AccountKind, learned: &Learned) -> Option<&'a str> {
    match kind {
        AccountKind::GooglePersonal
        | AccountKind::GoogleWorkspace
        | AccountKind::MicrosoftPersonal
        | AccountKind::Microsoft365
        | AccountKind::Mailbox(_) => Some(kind.provider()),
        AccountKind::RelayService | AccountKind::Closed | AccountKind::Unknown => learned.provider,
    }
}

fn user_name(name: &UserName) -> &str {
    match name {
        UserName::Address => "address",
        UserName::LocalPart => "local-part",
        UserName::Template(form) => form,
    }
}
