//! SPF: what is there, what is missing, and the line that is proposed.

use contract::{RecordLine, RecordName, RecordState};
use proptest::prelude::*;
use providers::{Dkim, Spf};

use super::world::World;
use super::{is, look};
use crate::SenderKind;

const KUMO: SenderKind = SenderKind::Relay { spf: Spf::Include("spf.kumo.example"), dkim: Dkim::Told };

async fn spf(records: &[&str], others: &[(&str, &str)], kind: SenderKind) -> RecordLine {
    let mut world = World::default().text("example.jp", "site-verification=abc");
    for record in records {
        world = world.text("example.jp", record);
    }
    for (name, text) in others {
        world = world.text(name, text);
    }
    look(&world, kind, RecordName::Spf).await
}

fn proposed(line: &RecordLine) -> (&str, bool) {
    let add = line.add.as_ref().expect("a line to add");
    assert_eq!((add.owner.as_str(), add.kind.as_str()), ("example.jp", "TXT"));
    (add.value.as_str(), add.instead)
}

#[tokio::test]
async fn a_sender_stands_in_it_himself_or_by_way_of_another() {
    let found = (RecordState::Found, "record-spf-found");
    let there = [("spf.kumo.example", "v=spf1 ip4:192.0.2.0/24 -all")];
    let line = spf(&["v=spf1 mx include:spf.kumo.example ~all"], &there, KUMO).await;
    assert_eq!(is(&line), found);
    assert_eq!(line.seen, ["v=spf1 mx include:spf.kumo.example ~all"]);
    let line = spf(&["V=SPF1 +INCLUDE:SPF.Kumo.Example. ~all"], &there, KUMO).await;
    assert_eq!(is(&line), found, "neither letter case nor a final dot matter");
    let house = [there[0], ("_spf.example.jp", "v=spf1 include:spf.kumo.example ?all")];
    assert_eq!(is(&spf(&["v=spf1 include:_spf.example.jp -all"], &house, KUMO).await), found);
    assert_eq!(is(&spf(&["v=spf1 redirect=_spf.example.jp"], &house, KUMO).await), found);
    // RFC 7208 section 6.1: a redirect beside `all` is not followed.
    let line = spf(&["v=spf1 redirect=_spf.example.jp -all"], &house, KUMO).await;
    assert_eq!(is(&line), (RecordState::Faulty, "record-spf-lacks"));
}

#[tokio::test]
async fn a_sender_who_is_not_in_it_is_written_in_before_the_end() {
    let kumo = ("spf.kumo.example", "v=spf1 -all");
    for (before, after) in [
        ("v=spf1 a mx ~all", "v=spf1 a mx include:spf.kumo.example ~all"),
        ("v=spf1 -all", "v=spf1 include:spf.kumo.example -all"),
        ("v=spf1", "v=spf1 include:spf.kumo.example"),
        // RFC 7208 section 5.1: what stands behind `all` counts for nothing.
        ("v=spf1 mx -all include:spf.kumo.example", "v=spf1 mx include:spf.kumo.example -all"),
        ("v=spf1 ~all a exp=why.example", "v=spf1 include:spf.kumo.example ~all a exp=why.example"),
        ("v=spf1 redirect=other.example", "v=spf1 include:spf.kumo.example redirect=other.example"),
    ] {
        let line = spf(&[before], &[kumo, ("other.example", "v=spf1 -all")], KUMO).await;
        assert_eq!(is(&line), (RecordState::Faulty, "record-spf-lacks"), "{before}");
        assert_eq!(proposed(&line), (after, true), "{before}");
    }
    let line = spf(&[], &[kumo], KUMO).await;
    assert_eq!(is(&line), (RecordState::Missing, "record-spf-missing"));
    assert_eq!(proposed(&line), ("v=spf1 include:spf.kumo.example ~all", false));
}

#[tokio::test]
async fn of_two_records_one_is_made() {
    let line = spf(&["v=spf1 mx -all", "v=spf1 include:spf.kumo.example mx ~all"], &[], KUMO).await;
    assert_eq!(is(&line), (RecordState::Faulty, "record-spf-two"));
    assert_eq!(line.seen.len(), 2);
    assert_eq!(proposed(&line), ("v=spf1 mx include:spf.kumo.example ~all", true));
    let line = spf(&["v=spf1 mx -all include:old.example", "v=spf1 ~all a exp=why.example"], &[], KUMO).await;
    assert_eq!(proposed(&line), ("v=spf1 mx exp=why.example include:spf.kumo.example ~all", true));
    let line = spf(&["v=spf1 redirect=a.example", "v=spf1 +all"], &[], KUMO).await;
    assert_eq!(proposed(&line), ("v=spf1 include:a.example include:spf.kumo.example ~all", true));
}

#[tokio::test]
async fn what_makes_a_record_worthless_is_named() {
    let line = spf(&["v=spf1 include:gone.example include:spf.kumo.example ~all"], &[], KUMO).await;
    assert_eq!(is(&line), (RecordState::Faulty, "record-spf-dead"));
    let line = spf(&["v=spf1 +all"], &[], SenderKind::Any).await;
    assert_eq!(is(&line), (RecordState::Faulty, "record-spf-open"));
    let chain: Vec<(String, String)> = (0..12)
        .map(|at| (format!("s{at}.example"), format!("v=spf1 include:s{}.example -all", at + 1)))
        .collect();
    let chain: Vec<(&str, &str)> = chain.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
    let line = spf(&["v=spf1 include:s0.example ~all"], &chain, SenderKind::Any).await;
    assert_eq!(is(&line), (RecordState::Faulty, "record-spf-many"));
    let ring = [("ring.example", "v=spf1 include:ring.example -all")];
    let line = spf(&["v=spf1 include:ring.example ~all"], &ring, SenderKind::Any).await;
    assert_eq!(is(&line), (RecordState::Faulty, "record-spf-many"), "a ring ends, too");
}

#[tokio::test]
async fn where_receivers_would_give_up_nothing_is_missed_and_nothing_proposed() {
    let kumo = ("spf.kumo.example", "v=spf1 a mx -all");
    let many = (RecordState::Faulty, "record-spf-many");
    let eleven = "v=spf1 a:1.x a:2.x a:3.x a:4.x a:5.x a:6.x a:7.x a:8.x a:9.x mx a -all";
    let line = spf(&[eleven], &[kumo], KUMO).await;
    assert_eq!((is(&line), line.add.clone()), (many, None), "what stands behind the limit was not looked at");
    let eight = "v=spf1 a:1.x a:2.x a:3.x a:4.x a:5.x a:6.x mx a -all";
    let line = spf(&[eight], &[kumo], KUMO).await;
    assert_eq!((is(&line), line.add.clone()), (many, None), "with the sender it would be eleven");
    let line = spf(&[eight, "v=spf1 ip4:192.0.2.1 ~all"], &[kumo], KUMO).await;
    assert_eq!((is(&line), line.add.clone()), (many, None), "made one it would be eleven");
    let line = spf(&["v=spf1 a:1.x a:2.x a:3.x a:4.x a:5.x mx a -all"], &[kumo], KUMO).await;
    assert_eq!(is(&line), (RecordState::Faulty, "record-spf-lacks"), "ten are not too many");
    assert!(line.add.is_some());
}

#[tokio::test]
async fn behind_a_name_that_nobody_answers_for_nothing_is_missed() {
    let world = World::default().text("example.jp", "v=spf1 include:mute.example ~all").mute("mute.example");
    let line = look(&world, KUMO, RecordName::Spf).await;
    assert_eq!((is(&line), line.add.clone()), ((RecordState::Unseen, "record-no-answer"), None));
    let world =
        World::default().text("example.jp", "v=spf1 exists:%{i}.x.example include:%{d}.y.example -all");
    let line = look(&world, KUMO, RecordName::Spf).await;
    assert_eq!(is(&line), (RecordState::Unseen, "record-no-answer"), "a macro hides what it names");
}

#[tokio::test]
async fn a_service_that_needs_nothing_misses_nothing() {
    let none = SenderKind::Relay { spf: Spf::NotNeeded, dkim: Dkim::Told };
    assert_eq!(is(&spf(&[], &[], none).await), (RecordState::Found, "record-spf-not-needed"));
    assert_eq!(is(&spf(&["v=spf1 -all"], &[], none).await), (RecordState::Found, "record-spf-not-needed"));
    let told = SenderKind::Relay { spf: Spf::Told, dkim: Dkim::Told };
    assert_eq!(is(&spf(&[], &[], told).await), (RecordState::Missing, "record-spf-missing-told"));
    assert_eq!(is(&spf(&["v=spf1 mx -all"], &[], told).await), (RecordState::Unseen, "record-spf-told"));
    assert_eq!(
        is(&spf(&["v=spf1 mx -all"], &[], SenderKind::Any).await),
        (RecordState::Found, "record-spf-here")
    );
    let other = "v=spf10 mx -all";
    assert_eq!(is(&spf(&[other], &[], SenderKind::Any).await), (RecordState::Missing, "record-spf-missing"));
}

proptest! {
    /// Whatever stands there: there is a line, and what is proposed is one record with the sender in it.
    #[test]
    fn any_record_comes_to_a_line(words in proptest::collection::vec("[ -~]{0,24}", 0..8), twice in any::<bool>()) {
        let record = format!("v=spf1 {}", words.join(" "));
        let records = if twice { vec![record.as_str(), "v=spf1 mx ~all"] } else { vec![record.as_str()] };
        let runtime = tokio::runtime::Builder::new_current_thread().enable_time().build().unwrap();
        let line = runtime.block_on(spf(&records, &[], KUMO));
        prop_assert_eq!(line.seen.len(), records.len());
        if let Some(add) = line.add {
            prop_assert!(add.value.starts_with("v=spf1 "));
            let lower = add.value.to_ascii_lowercase();
            prop_assert!(lower.contains("include:spf.kumo.example"), "{}", lower);
        }
    }
}

/// A terminal obeys ESC, and U+202E turns the direction of writing.
#[tokio::test]
async fn what_a_screen_would_obey_is_neither_shown_nor_proposed() {
    let hostile = "v=spf1 \u{1b}]52;c;aGE=\u{7} a\u{202e} include:\u{1b}[2J.example ~all";
    for records in [&[hostile][..], &[hostile, "v=spf1 mx -all"]] {
        let line = spf(records, &[("\u{fffd}[2j.example", "v=spf1 -all")], KUMO).await;
        assert!(line.add.is_none(), "{line:?}");
        let all = format!("{:?} {:?}", line.seen, line.text);
        assert!(!all.contains("\\u{1b}") && !all.contains("202e"), "{all}");
        assert!(line.seen[0].starts_with("v=spf1 \u{fffd}]52;c;aGE=\u{fffd} a\u{fffd} "), "{:?}", line.seen);
    }
    let dead = spf(&["v=spf1 include:\u{1b}[2J.example ~all"], &[], SenderKind::Any).await;
    assert_eq!(dead.text.args["name"], contract::Arg::Word("\u{fffd}[2J.example".into()));
}
