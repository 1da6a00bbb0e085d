//! DKIM and DMARC.

use contract::{RecordName, RecordState};
use providers::{Dkim, Spf};

use super::world::World;
use super::{is, look};
use crate::SenderKind;

const KEY: &str = "v=DKIM1; k=rsa; p=MIGfMA0GCSqGSIb3DQEBAQUAA4GNADCBiQKBgQC";

fn relay(names: &'static [&'static str], points_to: &'static [&'static str]) -> SenderKind {
    SenderKind::Relay { spf: Spf::NotNeeded, dkim: Dkim::Selectors { names, points_to } }
}

#[tokio::test]
async fn googles_key_stands_at_its_usual_place_or_perhaps_elsewhere() {
    let world = World::default().text("google._domainkey.example.jp", KEY);
    let line = look(&world, SenderKind::Google, RecordName::Dkim).await;
    assert_eq!(is(&line), (RecordState::Found, "record-dkim-found"));
    assert_eq!(line.seen, ["google._domainkey.example.jp TXT"]);
    let line = look(&World::default(), SenderKind::Google, RecordName::Dkim).await;
    assert_eq!((is(&line), line.add.clone()), ((RecordState::Missing, "record-dkim-missing-google"), None));
    let world = World::default().text("google._domainkey.example.jp", "v=DKIM1; p=");
    let line = look(&world, SenderKind::Google, RecordName::Dkim).await;
    assert_eq!(is(&line), (RecordState::Faulty, "record-dkim-revoked"));
}

#[tokio::test]
async fn microsofts_selectors_are_aliases_and_the_key_comes_when_it_is_switched_on() {
    let microsoft = SenderKind::Microsoft("microsoft365");
    let (one, target) =
        ("selector1._domainkey.example.jp", "selector1-example-jp._domainkey.x.onmicrosoft.com");
    let world = World::default().alias(one, target).text(target, KEY);
    let line = look(&world, microsoft, RecordName::Dkim).await;
    assert_eq!(is(&line), (RecordState::Found, "record-dkim-found"));
    assert_eq!(line.seen, [format!("{one} CNAME {target}")]);
    let line = look(&World::default().alias(one, target), microsoft, RecordName::Dkim).await;
    assert_eq!(is(&line), (RecordState::Faulty, "record-dkim-hollow"));
    let line = look(&World::default().alias(one, "dkim.other.example"), microsoft, RecordName::Dkim).await;
    assert_eq!(is(&line), (RecordState::Faulty, "record-dkim-elsewhere"));
    let line = look(&World::default(), microsoft, RecordName::Dkim).await;
    assert_eq!(is(&line), (RecordState::Missing, "record-dkim-missing-microsoft"));
    // The keys of one cloud are none of another's.
    let there = "selector1-example-jp._domainkey.x.partner.onmschina.cn";
    let world = World::default().alias(one, there).text(there, KEY);
    let china = look(&world, SenderKind::Microsoft("microsoft365-china"), RecordName::Dkim).await;
    assert_eq!(is(&china), (RecordState::Found, "record-dkim-found"));
    assert_eq!(
        is(&look(&world, microsoft, RecordName::Dkim).await),
        (RecordState::Faulty, "record-dkim-elsewhere")
    );
}

#[tokio::test]
async fn one_selector_of_a_service_is_enough() {
    let kind = relay(&["s1", "s2"], &[".kumo.example"]);
    let world = World::default()
        .alias("s2._domainkey.example.jp", "s2.domainkey.u1.kumo.example")
        .text("s2.domainkey.u1.kumo.example", KEY);
    assert_eq!(is(&look(&world, kind, RecordName::Dkim).await), (RecordState::Found, "record-dkim-found"));
    let world = World::default().mute("s1._domainkey.example.jp").mute("s2._domainkey.example.jp");
    assert_eq!(is(&look(&world, kind, RecordName::Dkim).await), (RecordState::Unseen, "record-no-answer"));
    let line = look(&World::default(), kind, RecordName::Dkim).await;
    assert_eq!(is(&line), (RecordState::Missing, "record-dkim-missing"));
    assert_eq!(line.text.args["name"], "s1._domainkey.example.jp".into());
    let own = SenderKind::Relay { spf: Spf::NotNeeded, dkim: Dkim::PerCustomer };
    let line = look(&World::default(), own, RecordName::Dkim).await;
    assert_eq!(is(&line), (RecordState::Unseen, "record-dkim-per-customer"));
}

#[tokio::test]
async fn the_policy_is_told_and_that_of_the_domain_above_holds_beneath() {
    let dmarc = |texts: &[&str]| {
        texts.iter().fold(World::default(), |world, text| world.text("_dmarc.example.jp", text))
    };
    for (texts, expected) in [
        (&["v=DMARC1; p=none; rua=mailto:d@example.jp"][..], (RecordState::Found, "record-dmarc-none")),
        (&["V=dmarc1 ; p = Quarantine"], (RecordState::Found, "record-dmarc-quarantine")),
        (&["v=DMARC1;p=reject"], (RecordState::Found, "record-dmarc-reject")),
        (&["v=DMARC1; rua=mailto:d@example.jp"], (RecordState::Faulty, "record-dmarc-faulty")),
        (&["v=DMARC1; p=none", "v=DMARC1; p=reject"], (RecordState::Faulty, "record-dmarc-two")),
        (&["v=spf1 -all"], (RecordState::Missing, "record-dmarc-missing")),
    ] {
        let line = look(&dmarc(texts), SenderKind::Any, RecordName::Dmarc).await;
        assert_eq!(is(&line), expected, "{texts:?}");
        let proposes = line.add.map(|add| (add.owner, add.value));
        let missing = expected.0 == RecordState::Missing;
        let proposal = ("_dmarc.example.jp".to_owned(), "v=DMARC1; p=none".to_owned());
        assert_eq!(proposes, missing.then_some(proposal), "{texts:?}");
    }
    let beneath = "v=DMARC1; p=reject; sp=quarantine";
    let line =
        look(&World::default().text("_dmarc.example.jp", beneath), SenderKind::Any, RecordName::Dmarc).await;
    assert_eq!(is(&line), (RecordState::Found, "record-dmarc-reject"));
    let world = World::default().text("_dmarc.example.jp", beneath);
    let sender = crate::Sender { name: "", kind: SenderKind::Any };
    let lines = crate::examine("shop.example.jp", sender, world.ports()).await;
    let line = lines.iter().find(|line| line.name == RecordName::Dmarc).unwrap();
    assert_eq!(is(line), (RecordState::Found, "record-dmarc-quarantine"));
}
