//! The JSON of `todoita detect` (docs/cli.schema.json).

use app::ports::Learned;
use contract::{
    AccountKind, Arg, Evidence, Login, Problem, Protocol, Server, Text, Trust, UserName, Verdict,
};
use serde::Serialize;
use wizard::{Choice, Doubt, DoubtReason, Found};

use super::{kind_word, preparation};
use crate::problem::ProblemJson;
use crate::say::Speaker;

#[derive(Serialize)]
struct FoundJson<'a> {
    address: &'a str,
    domain: &'a str,
    domain_shown: String,
    mixed_script: bool,
    needs_smtputf8: bool,
    suggestion: Option<&'a str>,
    kind: &'static str,
    provider: Option<&'a str>,
    name: Option<&'a str>,
    verdict: Verdict,
    way_out: Option<String>,
    submission: Vec<SubmissionJson<'a>>,
    retrieval: Vec<RetrievalJson<'a>>,
    preparation: Vec<String>,
    question: Option<QuestionJson<'a>>,
    evidence: &'a [Evidence],
    elapsed_ms: u32,
}

#[derive(Serialize)]
struct QuestionJson<'a> {
    reason: &'static str,
    filter: Option<&'a str>,
    choices: Vec<ChoiceJson<'a>>,
}

#[derive(Serialize)]
struct ChoiceJson<'a> {
    kind: &'static str,
    provider: Option<&'a str>,
    name: Option<&'a str>,
    place: &'a str,
    webmail: Option<&'static str>,
    verdict: Verdict,
    submission: Vec<SubmissionJson<'a>>,
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
    suggestion: Option<&'a str>,
    problem: ProblemJson<'a>,
    evidence: &'a [Evidence],
}

/// Says what was found.
pub(super) fn found(found: &Found, learned: &Learned, speaker: &Speaker<'_>) {
    let first = found.submission.first().map(|candidate| &candidate.user_name);
    let reading = found.retrieval_user_name.as_ref().or(first).unwrap_or(&UserName::Address);
    let retrieval = found.retrieval.iter().map(|mailbox| RetrievalJson {
        protocol: mailbox.protocol,
        server: &mailbox.server,
        username: user_name(reading),
    });
    speaker.object(&FoundJson {
        suggestion: found.suggestion.as_deref(),
        kind: kind_word(&found.kind),
        provider: provider(&found.kind, learned.provider),
        name: name(found, speaker),
        verdict: found.verdict,
        way_out: found.way_out.as_ref().and_then(|way| speaker.text_if_any(&Text::new(way.as_str()))),
        submission: submission(found, &learned.logins),
        retrieval: retrieval.collect(),
        preparation: preparation(found, speaker),
        evidence: &found.evidence,
        elapsed_ms: found.elapsed_ms,
        ..about(&found.address)
    });
}

/// Says what has to be asked before anything can be set up.
pub(super) fn question(doubt: &Doubt, speaker: &Speaker<'_>) {
    speaker.object(&asked(doubt, speaker));
}

fn asked<'a>(doubt: &'a Doubt, speaker: &Speaker<'_>) -> FoundJson<'a> {
    let (reason, filter) = match &doubt.reason {
        DoubtReason::Filter(name) => ("filter", Some(name.as_str())),
        DoubtReason::TwoAnswers => ("two-answers", None),
    };
    let choices = doubt.choices.iter().map(|choice| choice_json(choice, speaker)).collect();
    let first = doubt.choices.first().map(|choice| &choice.found);
    FoundJson {
        suggestion: first.and_then(|found| found.suggestion.as_deref()),
        question: Some(QuestionJson { reason, filter, choices }),
        evidence: &doubt.evidence,
        elapsed_ms: first.map_or(0, |found| found.elapsed_ms),
        ..about(&doubt.address)
    }
}

/// An address of which nothing is known yet.
fn about(address: &str) -> FoundJson<'_> {
    let read = discovery::read_address(address).ok();
    let domain = address.rsplit_once('@').map_or("", |(_, domain)| domain);
    FoundJson {
        address,
        domain,
        domain_shown: read.as_ref().map_or_else(|| domain.to_owned(), |read| read.domain_shown.clone()),
        mixed_script: read.as_ref().is_some_and(|read| read.mixed_script),
        needs_smtputf8: read.is_some_and(|read| read.needs_smtputf8),
        suggestion: None,
        kind: kind_word(&AccountKind::Unknown),
        provider: None,
        name: None,
        verdict: Verdict::Unknown,
        way_out: None,
        submission: Vec::new(),
        retrieval: Vec::new(),
        preparation: Vec::new(),
        question: None,
        evidence: &[],
        elapsed_ms: 0,
    }
}

fn choice_json<'a>(choice: &'a Choice, speaker: &Speaker<'_>) -> ChoiceJson<'a> {
    let found = &choice.found;
    ChoiceJson {
        kind: kind_word(&found.kind),
        provider: provider(&found.kind, None),
        name: name(found, speaker),
        place: &choice.place,
        webmail: webmail(&found.kind),
        verdict: found.verdict,
        submission: submission(found, &[]),
    }
}

fn submission<'a>(found: &'a Found, logins: &'a [Vec<Login>]) -> Vec<SubmissionJson<'a>> {
    let one = |(at, candidate): (usize, &'a wizard::Candidate)| SubmissionJson {
        server: &candidate.server,
        username: user_name(&candidate.user_name),
        logins: logins.get(at).unwrap_or(&found.logins),
        trust: candidate.trust,
    };
    found.submission.iter().enumerate().map(one).collect()
}

fn name<'a>(found: &'a Found, speaker: &Speaker<'_>) -> Option<&'a str> {
    Some(found.name.in_language(speaker.language())).filter(|name| !name.is_empty())
}

/// Where the mailbox is in the browser.
fn webmail(kind: &AccountKind) -> Option<&'static str> {
    let id = match kind {
        AccountKind::GooglePersonal => "google",
        AccountKind::GoogleWorkspace => "google-workspace",
        AccountKind::MicrosoftPersonal => "outlook-personal",
        AccountKind::Microsoft365
        | AccountKind::Microsoft365Gov
        | AccountKind::Microsoft365China
        | AccountKind::Mailbox(_) => kind.provider(),
        AccountKind::RelayService | AccountKind::Closed | AccountKind::Unknown => return None,
    };
    providers::by_id(id)?.webmail
}

/// Says why nothing was found; the address may be a slip of the finger.
pub(super) fn not_found(
    problem: &Problem,
    suggestion: Option<&str>,
    learned: &Learned,
    speaker: &Speaker<'_>,
) {
    let domain = problem.args.get("domain").and_then(|domain| match domain {
        Arg::Word(word) => Some(word.as_str()),
        Arg::Number(_) => None,
    });
    let problem = ProblemJson::new(problem, speaker);
    speaker.object(&NotFoundJson { domain, suggestion, problem, evidence: &learned.evidence });
}

/// The key of the rules for the roads that have one, else the id in the table.
fn provider<'a>(kind: &'a AccountKind, id: Option<&'a str>) -> Option<&'a str> {
    match kind {
        AccountKind::GooglePersonal
        | AccountKind::GoogleWorkspace
        | AccountKind::MicrosoftPersonal
        | AccountKind::Microsoft365
        | AccountKind::Microsoft365Gov
        | AccountKind::Microsoft365China
        | AccountKind::Mailbox(_) => Some(kind.provider()),
        AccountKind::RelayService | AccountKind::Closed | AccountKind::Unknown => id,
    }
}

fn user_name(name: &UserName) -> &str {
    match name {
        UserName::Address => "address",
        UserName::LocalPart => "local-part",
        UserName::Template(form) => form,
    }
}

#[cfg(test)]
mod tests;
