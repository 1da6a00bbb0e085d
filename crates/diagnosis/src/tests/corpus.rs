//! Replies as the servers send them (`corpus/*.toml`), each with the state it has to lead to.

use contract::{Certainty, Stage};
use serde::Deserialize;

use super::{login, name, stage};
use crate::{Context, from_words};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    reply: Vec<Row>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Row {
    /// Provider, login, stage.
    from: [String; 3],
    state: String,
    raw: String,
}

const FILES: [&str; 7] = [
    include_str!("corpus/google-sign-in.toml"),
    include_str!("corpus/google-sending.toml"),
    include_str!("corpus/microsoft.toml"),
    include_str!("corpus/others.toml"),
    include_str!("corpus/servers.toml"),
    include_str!("corpus/clients.toml"),
    include_str!("corpus/near-misses.toml"),
];

fn rows() -> Vec<Row> {
    FILES
        .into_iter()
        .flat_map(|file| toml::from_str::<File>(file).expect("a readable corpus").reply)
        .collect()
}

fn state_of(row: &Row, raw: &str) -> String {
    let [provider, login, stage] = &row.from;
    name(provider, login, stage, raw).state
}

#[test]
fn every_reply_leads_to_its_state() {
    let rows = rows();
    assert!(rows.len() >= 250, "{} rows", rows.len());
    let wrong: Vec<String> = rows
        .iter()
        .filter(|row| state_of(row, &row.raw) != row.state)
        .map(|row| {
            format!("{:?} {:?} gives {} not {}", row.from, row.raw, state_of(row, &row.raw), row.state)
        })
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn what_people_paste_leads_to_its_state() {
    let rows: Vec<Row> = [include_str!("corpus/pasted.toml"), include_str!("corpus/pasted-2.toml")]
        .into_iter()
        .flat_map(|file| toml::from_str::<File>(file).expect("a readable corpus").reply)
        .collect();
    assert!(rows.len() >= 430, "{} rows", rows.len());
    let state = |row: &Row| {
        let [provider, login_name, stage_name] = &row.from;
        let stage = match stage_name.as_str() {
            "consent" => Stage::Consent,
            "token" => Stage::Token,
            "imap" | "pop" => Stage::Arrive,
            other => stage(other),
        };
        let context = Context { provider, login: login(login_name), ..Context::default() };
        from_words(&context, Some(stage), row.raw.as_bytes()).state
    };
    let wrong: Vec<String> = rows
        .iter()
        .filter(|row| state(row) != row.state)
        .map(|row| format!("{:?} {:?} gives {} not {}", row.from, row.raw, state(row), row.state))
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_same_replies_in_lower_case_and_folded_lead_to_the_same_state() {
    for row in rows() {
        for other in [row.raw.to_lowercase(), row.raw.replace('\n', " "), row.raw.replace('\n', "\r\n")] {
            assert_eq!(state_of(&row, &other), row.state, "{other:?}");
        }
    }
}

#[test]
fn a_library_s_wrapping_does_not_hide_the_reply() {
    let wrapped = [
        "smtplib.SMTPAuthenticationError: (535, b'5.7.8 Username and Password not accepted. For more information')",
        "Invalid login: 535-5.7.8 Username and Password not accepted. For more information, go to",
        "permanent error (535): 5.7.8 Username and Password not accepted",
        "connect to smtp.gmail.com port 587: AUTH failed: 535-5.7.8 Username and Password not accepted",
    ];
    for raw in wrapped {
        let problem = name("google", "app-password", "sign-in", raw);
        assert_eq!(problem.state, "S3", "{raw}");
        assert_eq!(problem.said.expect("words").code, Some(535), "{raw}");
    }
}

#[test]
fn googles_no_to_a_token_has_other_causes_too() {
    for stage in ["sign-in", "arrive"] {
        let code = if stage == "sign-in" { "535-5.7.8 " } else { "NO [AUTHENTICATIONFAILED] " };
        let problem = name("google", "oauth", stage, &format!("{code}Username and Password not accepted."));
        assert_eq!((problem.state.as_str(), problem.certainty), ("S4", Certainty::Likely), "{stage}");
    }
}
