//! The lines for domains of a scripted resolver: the fake behind the port answers as these tests say.

mod signing;
mod spf;
mod world;

use contract::{RecordLine, RecordName, RecordState};

use crate::{Sender, SenderKind, examine};
use world::World;

/// The line of one kind, for a sender.
async fn look(world: &World, kind: SenderKind, name: RecordName) -> RecordLine {
    let sender = Sender { name: "Kumo", kind };
    let lines = examine("example.jp", sender, world.ports()).await;
    lines.into_iter().find(|line| line.name == name).expect("a line of this kind")
}

fn is(line: &RecordLine) -> (RecordState, &str) {
    (line.state, line.text.id.as_str())
}

#[tokio::test]
async fn mail_goes_where_the_mx_says() {
    let world = World::default().mx("example.jp", &["aspmx.l.google.com", "alt1.aspmx.l.google.com"]);
    let line = look(&world, SenderKind::Google, RecordName::Mx).await;
    assert_eq!(is(&line), (RecordState::Found, "record-mx-found"));
    assert_eq!(line.seen, ["10 aspmx.l.google.com", "20 alt1.aspmx.l.google.com"]);
    let world = World::default().mx("example.jp", &["mx.kumo.example"]);
    let line = look(&world, SenderKind::Any, RecordName::Mx).await;
    assert_eq!(line.text.args["place"], "mx.kumo.example".into());
    let line = look(&World::default().mx("example.jp", &[""]), SenderKind::Any, RecordName::Mx).await;
    assert_eq!(is(&line), (RecordState::Faulty, "record-mx-null"));
    let line = look(&World::default(), SenderKind::Any, RecordName::Mx).await;
    assert_eq!(is(&line), (RecordState::Missing, "record-mx-missing"));
}

#[tokio::test]
async fn where_nobody_answers_nothing_is_missed() {
    let world = World::default().silent();
    let sender = Sender { name: "Microsoft", kind: SenderKind::Microsoft("microsoft365") };
    let lines = examine("example.jp", sender, world.ports()).await;
    assert_eq!(lines.len(), 5);
    for line in lines {
        assert_eq!(is(&line), (RecordState::Unseen, "record-no-answer"), "{:?}", line.name);
        assert_eq!((line.seen, line.add), (Vec::new(), None));
    }
}

#[tokio::test]
async fn a_tenant_is_told_by_its_id_and_only_of_microsoft() {
    let id = "11112222-bbbb-3333-cccc-4444dddd5555";
    let body = format!("{{\"issuer\":\"https://login.microsoftonline.com/{id}/v2.0\"}}");
    let url = "https://login.microsoftonline.com/example.jp/v2.0/.well-known/openid-configuration";
    let kind = SenderKind::Microsoft("microsoft365");
    let line = look(&World::default().page(url, &body), kind, RecordName::Tenant).await;
    assert_eq!(
        (is(&line), line.seen.clone()),
        ((RecordState::Found, "record-tenant-found"), vec![id.to_owned()])
    );
    let line = look(&World::default(), kind, RecordName::Tenant).await;
    assert_eq!(is(&line), (RecordState::Missing, "record-tenant-missing"));
    // Another cloud is asked at its own place.
    let url = url.replace("microsoftonline.com", "partner.microsoftonline.cn");
    let world = World::default().page(&url, &body);
    let line = look(&world, SenderKind::Microsoft("microsoft365-china"), RecordName::Tenant).await;
    assert_eq!(is(&line), (RecordState::Found, "record-tenant-found"));
    let url = "https://login.microsoftonline.com/example.jp/v2.0/.well-known/openid-configuration";
    let line = look(&World::default().page(url, "<html>"), kind, RecordName::Tenant).await;
    assert_eq!(is(&line), (RecordState::Unseen, "record-no-answer"));
    let world = World::default();
    let sender = Sender { name: "Google", kind: SenderKind::Google };
    let lines = examine("example.jp", sender, world.ports()).await;
    assert!(lines.iter().all(|line| line.name != RecordName::Tenant));
    assert!(world.fetched().is_empty(), "nobody but Microsoft's customers is asked about at Microsoft");
}
