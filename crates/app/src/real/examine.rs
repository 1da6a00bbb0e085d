//! A domain's settings behind the port: whose they are, the look at them, and what is left to the administrator.

use contract::{Language, RecordLine, RecordName, RecordState, Text};
use discovery::{Ports, read_address};
use records::{SenderKind, examine};
use wizard::{Examination, Examined, Sender};

/// Looks at the domain, for one sender.
pub(super) async fn look(wanted: &Examination, language: Language, ports: Ports<'_>) -> Examined {
    let domain = match read_address(&wanted.address) {
        Ok(read) => read.domain,
        Err(_) => {
            let address = wanted.address.as_str();
            address.rsplit_once('@').map_or(address, |(_, domain)| domain).to_ascii_lowercase()
        }
    };
    let shown = discovery::shown(&domain);
    // Nobody but its owner can write into the records of a domain such as gmail.com.
    if let Some(owner) = providers::by_domain(&domain) {
        let text = Text::new("record-not-yours").with("domain", shown.as_str()).with("owner", owner.name);
        let lines = vec![RecordLine::new(RecordName::Spf, RecordState::Faulty, text)];
        return Examined { domain: shown, own: false, lines, checklist: Vec::new() };
    }
    let (kind, list) = match &wanted.sender {
        Sender::Google => (SenderKind::Google, "google"),
        Sender::Microsoft(kind) => (
            providers::by_id(kind.provider()).map_or(SenderKind::Any, |row| SenderKind::Microsoft(row.id)),
            "microsoft",
        ),
        Sender::Relay(id) => (SenderKind::of_relay(id), ""),
        Sender::Any => (SenderKind::Any, ""),
    };
    let name = wanted.name.in_language(language);
    let lines = examine(&domain, records::Sender { name, kind }, ports).await;
    let checklist = providers::checklist(list).map(|row| row.name.to_owned()).collect();
    Examined { domain: shown, own: true, lines, checklist }
}
