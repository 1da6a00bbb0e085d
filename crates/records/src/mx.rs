//! Where mail for the domain goes (RFC 5321 section 5.1).

use contract::{RecordLine, RecordName, RecordState};
use providers::MxMatch;

use crate::{Asking, present, within};

pub(crate) async fn line(asking: Asking<'_>) -> RecordLine {
    let answer = present(within(asking.ports.resolver.mx(asking.domain)).await);
    let Ok(mut records) = answer else { return asking.unseen(RecordName::Mx) };
    records.sort_by(|one, other| (one.preference, &one.exchange).cmp(&(other.preference, &other.exchange)));
    let seen: Vec<String> =
        records.iter().map(|record| format!("{} {}", record.preference, record.exchange)).collect();
    let Some(first) = records.first() else {
        return asking.line(RecordName::Mx, RecordState::Missing, "missing");
    };
    // RFC 7505: the domain says that it takes no mail.
    let mut line = if first.exchange.is_empty() {
        asking.line(RecordName::Mx, RecordState::Faulty, "null")
    } else {
        let (what, place) = match providers::by_mx(&first.exchange) {
            Some(MxMatch::Provider { provider, .. }) => ("found", provider.name),
            Some(MxMatch::Gateway(name)) => ("filter", name),
            Some(MxMatch::Forwarder(name)) => ("forwarder", name),
            None => ("found", first.exchange.as_str()),
        };
        let mut line = asking.line(RecordName::Mx, RecordState::Found, what);
        line.text = line.text.with("place", place);
        line
    };
    line.seen = seen;
    line
}
