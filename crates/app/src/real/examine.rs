//! A domain's settings behind the port: whose they are, the look at them, and what is left to the administrator.

use contract::{Language, RecordLine, RecordName, RecordState, Text};
use discovery::{Ports, read_address};
use records::{SenderKind, examine};
use wizard::{Brand, Examined, Sender};

/// Looks at the domain of an address, for one sender.
pub(super) async fn look(
    address: &str,
    sender: &Sender,
    name: &Brand,
    language: Language,
    ports: Ports<'_>,
) -> Examined {
    let domain = match read_address(address) {
        Ok(read) => read.domain,
        Err(_) => address.rsplit_once('@').map_or(address, |(_, domain)| domain).to_ascii_lowercase(),
    };
    of_domain(&domain, sender, name.in_language(language), ports).await
}

async fn of_domain(domain: &str, sender: &Sender, name: &str, ports: Ports<'_>) -> Examined {
    let shown = discovery::shown(domain);
    // Nobody but its owner can write into the records of a domain such as gmail.com.
    if let Some(owner) = providers::by_domain(domain) {
        let text = Text::new("record-not-yours").with("domain", shown.as_str()).with("owner", owner.name);
        let line = RecordLine {
            name: RecordName::Spf,
            state: RecordState::Faulty,
            text,
            seen: Vec::new(),
            add: None,
        };
        return Examined { domain: shown, own: false, lines: vec![line], checklist: Vec::new() };
    }
    let (kind, list) = match sender {
        Sender::Google => (SenderKind::Google, "google"),
        Sender::Microsoft => (SenderKind::of_provider("microsoft365"), "microsoft"),
        Sender::Relay(id) => (SenderKind::of_relay(id), ""),
        Sender::Any => (SenderKind::Any, ""),
    };
    let lines = examine(domain, records::Sender { name, kind }, ports).await;
    let checklist = providers::checklist(list).map(|row| row.name.to_owned()).collect();
    Examined { domain: shown, own: true, lines, checklist }
}
