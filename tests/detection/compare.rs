//! An answer beside the row that it belongs to.

use serde_json::Value;

use super::ask::{self, Answer};
use super::row::{Question, Row};

/// The hostile bodies and all the rest may cost this much more than a look into the table, in kilobytes.
const MOST_MEMORY: u64 = 40 * 1024;

/// What is not as the row wants it.
pub(crate) fn compare(row: &Row, answer: &Answer) -> Vec<String> {
    let (expect, json) = (&row.expect, &answer.json);
    let mut wrong = Wrong(Vec::new());
    if json.is_null() {
        wrong.0.push("said nothing that can be read".to_owned());
        return wrong.0;
    }
    let full = |text: &Option<String>| text.as_deref().map(|text| row.full(text));
    wrong.same("verdict", &expect.verdict, &json["verdict"]);
    wrong.same("kind", &expect.kind, &json["kind"]);
    wrong.same("provider", &expect.provider, &json["provider"]);
    wrong.same("name", &expect.name, &json["name"]);
    wrong.same("suggestion", &full(&expect.suggestion), &json["suggestion"]);
    wrong.same("problem", &expect.problem, &json["problem"]["code"]);
    wrong.same("username", &expect.username, &json["submission"][0]["username"]);
    wrong.same("trust", &expect.trust, &json["submission"][0]["trust"]);
    let servers = servers(&json["submission"]);
    if let Some(first) = full(&expect.first) {
        wrong.equal("first", &first, servers.first().map_or("", String::as_str));
    }
    if let Some(wanted) = &expect.servers {
        let wanted: Vec<String> = wanted.iter().map(|server| row.full(server)).collect();
        wrong.equal("servers", &wanted.join(", "), &servers.join(", "));
    }
    if expect.problem.is_none() && !json["problem"].is_null() {
        wrong.0.push(format!("a problem: {}", json["problem"]["code"]));
    }
    match &expect.question {
        Some(question) => wrong.question(row, question, &json["question"]),
        None if !json["question"].is_null() && expect.verdict.is_some() => {
            wrong.0.push("a question".to_owned());
        }
        None => {}
    }
    evidence(row, json, &mut wrong);
    cost(row, answer, &mut wrong);
    wrong.0
}

fn evidence(row: &Row, json: &Value, wrong: &mut Wrong) {
    let lines = json["evidence"].as_array().cloned().unwrap_or_default();
    if lines.is_empty() {
        wrong.0.push("no evidence".to_owned());
    }
    let heard = |pattern: &str| {
        let pattern = row.full(pattern);
        let mut words = pattern.splitn(3, ' ');
        let wanted = ["source", "answer", "detail"].map(|key| (key, words.next()));
        lines.iter().any(|line| {
            wanted.iter().all(|(key, word)| word.is_none_or(|word| line[*key].as_str() == Some(word)))
        })
    };
    let expect = &row.expect;
    wrong.0.extend(expect.evidence.iter().filter(|one| !heard(one)).map(|one| format!("not heard: {one}")));
    wrong.0.extend(expect.never.iter().filter(|one| heard(one)).map(|one| format!("heard: {one}")));
    let untimed = lines.iter().any(|line| !line["ms"].is_u64() || !line["host"].is_string());
    if untimed {
        wrong.0.push("evidence without its host or its time".to_owned());
    }
}

fn cost(row: &Row, answer: &Answer, wrong: &mut Wrong) {
    let (least, most) = row.limits();
    if !(least..=most).contains(&answer.ms) {
        wrong.0.push(format!("{} ms, not {least} to {most}", answer.ms));
    }
    let easy = ask::easy_memory();
    if answer.memory > easy + MOST_MEMORY {
        wrong.0.push(format!("{} kB of memory, {easy} kB for an easy domain", answer.memory));
    }
    if let Some(text) = &row.expect.unsaid
        && (answer.out.contains(text.as_str()) || answer.err.contains(text.as_str()))
    {
        wrong.0.push(format!("said {text:?}"));
    }
}

fn servers(listed: &Value) -> Vec<String> {
    let say = |one: &Value| {
        let word = |key: &str| one[key].as_str().unwrap_or_default().to_owned();
        format!("{}:{} {}", word("host"), one["port"], word("security"))
    };
    listed.as_array().map(|listed| listed.iter().map(say).collect()).unwrap_or_default()
}

/// A choice by its kind, where that names the service; else by its first server.
fn choice(one: &Value) -> String {
    match one["kind"].as_str() {
        Some(kind) if kind != "unknown" && kind != "mailbox" => kind.to_owned(),
        Some(_) | None => one["submission"][0]["host"].as_str().unwrap_or_default().to_owned(),
    }
}

struct Wrong(Vec<String>);

impl Wrong {
    fn same(&mut self, what: &str, wanted: &Option<String>, got: &Value) {
        let Some(wanted) = wanted else { return };
        self.equal(what, wanted, got.as_str().unwrap_or_default());
    }

    fn equal(&mut self, what: &str, wanted: &str, got: &str) {
        if wanted != got {
            self.0.push(format!("{what} is {got:?}, not {wanted:?}"));
        }
    }

    fn question(&mut self, row: &Row, wanted: &Question, got: &Value) {
        if got.is_null() {
            self.0.push("no question".to_owned());
            return;
        }
        self.equal("reason", &wanted.reason, got["reason"].as_str().unwrap_or_default());
        self.same("filter", &wanted.filter, &got["filter"]);
        let mut choices: Vec<String> =
            got["choices"].as_array().map(|all| all.iter().map(choice).collect()).unwrap_or_default();
        let mut wants: Vec<String> = wanted.choices.iter().map(|one| row.full(one)).collect();
        if wanted.any_order {
            choices.sort();
            wants.sort();
        }
        self.equal("choices", &wants.join(", "), &choices.join(", "));
    }
}
