//! `todoita check`: what a domain's settings say about sending.

use app::ports::{Finding, Ports};
use contract::{AccountKind, DnsRecord, RecordLine, RecordState, Stage, Text};
use serde::Serialize;
use wizard::{Brand, Examination, Examined, Sender};

use crate::exit::Exit;
use crate::say::Speaker;

/// Looks at the settings of a domain, or of the domain of an address, for whoever sends for it.
pub(crate) async fn check(domain: &str, relay: Option<&str>, ports: &Ports, speaker: &Speaker<'_>) -> Exit {
    let address = if domain.contains('@') { domain.to_owned() } else { format!("postmaster@{domain}") };
    let (sender, name) = match relay {
        Some(id) => match ports.finder.services().relays.into_iter().find(|relay| relay.id == id) {
            Some(relay) => (Sender::Relay(relay.id), relay.name),
            None => return speaker.misuse(&Text::new("cli-misuse-relay")),
        },
        None => found(&address, ports).await,
    };
    let wanted = Examination { address, sender, name, account: None };
    let examined = ports.finder.examine(&wanted, speaker.language()).await;
    if speaker.json() {
        speaker.object(&Json::new(&examined, &wanted.name, speaker));
    } else {
        say(&examined, speaker);
    }
    if examined.lines.iter().any(|line| line.state.is_wrong()) {
        Exit::Wanting
    } else if examined.lines.iter().all(|line| line.state == RecordState::Unseen) {
        Exit::Failed(Stage::Find)
    } else {
        Exit::Good
    }
}

/// Whoever the domain's mailboxes are at, where it is one whose records are known.
async fn found(address: &str, ports: &Ports) -> (Sender, Brand) {
    let (phases, _heard) = tokio::sync::mpsc::unbounded_channel();
    let kind = match ports.finder.find(address, phases).await {
        Ok(Finding::Found(found)) => found.kind,
        Ok(Finding::Doubt(_)) | Err(_) => AccountKind::Unknown,
    };
    wizard::sender(&kind, None).unwrap_or((Sender::Any, Brand::default()))
}

fn say(examined: &Examined, speaker: &Speaker<'_>) {
    for line in &examined.lines {
        let head = Text::new(format!("cli-check-{}", line.state.name())).with("name", line.name.name());
        speaker.plain(&format!("{} {}", speaker.text(&head), speaker.text(&line.text)));
        for seen in &line.seen {
            speaker.plain(&format!("    {seen}"));
        }
        if let Some(DnsRecord { owner, kind, value, instead }) = &line.add {
            speaker.indented(&Text::new(if *instead { "cli-check-instead" } else { "cli-check-add" }));
            speaker.plain(&format!("    {owner}. {kind} \"{value}\""));
        }
    }
    for name in &examined.checklist {
        let head = Text::new("cli-check-ask");
        let item = Text::new(format!("record-ask-{name}"));
        speaker.plain(&format!("{} {}", speaker.text(&head), speaker.text(&item)));
    }
}

#[derive(Serialize)]
struct Json<'a> {
    domain: &'a str,
    sender: &'a str,
    lines: Vec<LineJson<'a>>,
    checklist: Vec<String>,
}

#[derive(Serialize)]
struct LineJson<'a> {
    name: &'static str,
    state: &'static str,
    text: String,
    seen: &'a [String],
    add: Option<&'a DnsRecord>,
}

impl<'a> Json<'a> {
    fn new(examined: &'a Examined, name: &'a Brand, speaker: &Speaker<'_>) -> Self {
        let line = |line: &'a RecordLine| LineJson {
            name: line.name.name(),
            state: line.state.name(),
            text: speaker.text(&line.text),
            seen: &line.seen,
            add: line.add.as_ref(),
        };
        let ask = |name: &String| speaker.text(&Text::new(format!("record-ask-{name}")));
        Self {
            domain: &examined.domain,
            sender: name.in_language(speaker.language()),
            lines: examined.lines.iter().map(line).collect(),
            checklist: examined.checklist.iter().map(ask).collect(),
        }
    }
}
