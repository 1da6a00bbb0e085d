//! Who may send for the domain (SPF, RFC 7208): what stands there, whether the sender is in it, and the line that
//! would be right.

mod record;
mod walk;

use contract::{DnsRecord, RecordLine, RecordName, RecordState};
use discovery::spf_include;
use providers::Spf;

use self::record::{Record, merged};
use self::walk::{MOST, walk};
use crate::{Asking, SenderKind, UNREADABLE};

/// What the record has to hold.
#[derive(Clone, Copy)]
enum Wanted {
    /// This name, in itself or by way of another.
    Include(&'static str),
    /// Nothing for this sender.
    Nothing,
    /// The sender says it to its customer.
    Told,
    /// There is no sender in particular.
    Any,
}

fn wanted(kind: SenderKind) -> Wanted {
    let of = |provider| spf_include(provider).map_or(Wanted::Any, Wanted::Include);
    match kind {
        SenderKind::Google => of("google-workspace"),
        SenderKind::Microsoft(cloud) => of(cloud),
        SenderKind::Relay { spf: Spf::Include(name), .. } => Wanted::Include(name),
        SenderKind::Relay { spf: Spf::NotNeeded, .. } => Wanted::Nothing,
        SenderKind::Relay { spf: Spf::Told, .. } => Wanted::Told,
        SenderKind::Any => Wanted::Any,
    }
}

pub(crate) async fn line(asking: Asking<'_>) -> RecordLine {
    let Ok(texts) = asking.texts(asking.domain).await else { return asking.unseen(RecordName::Spf) };
    let records: Vec<Record> = texts.iter().filter_map(|text| Record::read(text)).collect();
    let wanted = wanted(asking.sender.kind);
    let mut line = match records.as_slice() {
        [] => absent(asking, wanted),
        [one] => judged(asking, one, wanted).await,
        several => two(asking, several, wanted).await,
    };
    line.seen = records.iter().map(Record::written).collect();
    line
}

/// Without a record nobody is allowed and nobody forbidden.
fn absent(asking: Asking<'_>, wanted: Wanted) -> RecordLine {
    match wanted {
        Wanted::Nothing => asking.line(RecordName::Spf, RecordState::Found, "not-needed"),
        Wanted::Told => asking.line(RecordName::Spf, RecordState::Missing, "missing-told"),
        Wanted::Any => asking.line(RecordName::Spf, RecordState::Missing, "missing"),
        Wanted::Include(name) => {
            let mut line = asking.line(RecordName::Spf, RecordState::Missing, "missing");
            line.add = proposed(asking, &Record::only(name), false);
            line
        }
    }
}

/// RFC 7208 section 4.5: with more than one, none of them counts. One of all their words may be too long a way.
async fn two(asking: Asking<'_>, records: &[Record], wanted: Wanted) -> RecordLine {
    let mut one = merged(records);
    if let Wanted::Include(name) = wanted {
        one = one.including(name);
    }
    if walk(asking, &one, None).await.too_many() {
        return asking.line(RecordName::Spf, RecordState::Faulty, "many");
    }
    let count = i32::try_from(records.len()).unwrap_or(i32::MAX);
    let mut line = asking.line(RecordName::Spf, RecordState::Faulty, "two");
    line.text = line.text.with("count", count);
    line.add = proposed(asking, &one, true);
    line
}

async fn judged(asking: Asking<'_>, record: &Record, wanted: Wanted) -> RecordLine {
    let name = match wanted {
        Wanted::Include(name) => Some(name),
        Wanted::Nothing | Wanted::Told | Wanted::Any => None,
    };
    let walked = walk(asking, record, name).await;
    let faulty = |what| asking.line(RecordName::Spf, RecordState::Faulty, what);
    if let Some(dead) = walked.dead {
        let mut line = faulty("dead");
        line.text = line.text.with("name", dead);
        return line;
    }
    if record.lets_anybody() {
        return faulty("open");
    }
    match (name, walked.found) {
        _ if walked.too_many() => faulty("many"),
        (Some(_), false) if walked.silent => asking.unseen(RecordName::Spf),
        (Some(name), false) => {
            // A line with which receivers would give up is not proposed.
            let more = walk(asking, &Record::only(name), None).await;
            if walked.lookups + more.lookups > MOST {
                return faulty("many");
            }
            let mut line = faulty("lacks");
            line.add = proposed(asking, &record.including(name), true);
            line
        }
        (Some(_), true) => asking.line(RecordName::Spf, RecordState::Found, "found"),
        (None, _) => match wanted {
            Wanted::Nothing => asking.line(RecordName::Spf, RecordState::Found, "not-needed"),
            Wanted::Told => asking.line(RecordName::Spf, RecordState::Unseen, "told"),
            Wanted::Include(_) | Wanted::Any => asking.line(RecordName::Spf, RecordState::Found, "here"),
        },
    }
}

/// `None` where a line would carry on what nobody can read.
fn proposed(asking: Asking<'_>, record: &Record, instead: bool) -> Option<DnsRecord> {
    let (owner, value) = (asking.domain.to_owned(), record.written());
    (!value.contains(UNREADABLE)).then(|| DnsRecord { owner, kind: "TXT".to_owned(), value, instead })
}
