//! Who may be shown the password without a question: nobody whom DNS alone names beside somebody who is believed.

use contract::Trust;

use super::world::{AUTOCONFIG, World, file};
use crate::Found;

fn sending(found: &Found) -> Vec<(&str, Trust)> {
    found.submission.iter().map(|one| (one.server.host.as_str(), one.trust)).collect()
}

fn reading(found: &Found) -> Vec<&str> {
    found.retrieval.iter().map(|one| one.server.host.as_str()).collect()
}

#[tokio::test(start_paused = true)]
async fn a_forged_record_for_reading_is_dropped_and_a_genuine_one_kept() {
    for (smtp, imap, kept) in [
        ("smtp.example.jp", "imap.attacker.example", false),
        ("smtp.example.jp", "imap.example.jp", true),
        ("smtp.gmail.com", "imap.attacker.example", false),
        ("smtp.gmail.com", "imap.gmail.com", true),
        ("smtp.hoster.example", "imap.attacker.example", false),
        ("smtp.hoster.example", "imap.hoster.example", true),
    ] {
        let world = World::default().srv("_submissions._tcp.example.jp", 5, &[(0, 0, 465, smtp)]).srv(
            "_imaps._tcp.example.jp",
            5,
            &[(0, 0, 993, imap)],
        );
        let found = world.discover("example.jp").await.unwrap();
        assert_eq!(sending(&found)[0].0, smtp);
        assert_eq!(reading(&found), if kept { vec![imap] } else { Vec::new() }, "{smtp} {imap}");
    }
}

#[tokio::test(start_paused = true)]
async fn a_file_of_somebody_else_names_no_server_for_reading() {
    for (imap, kept) in [("imap.other.example", false), ("imap.example.jp", true)] {
        let body = file("smtp.example.jp", imap);
        let world = World::default().page_from(AUTOCONFIG, 5, &body, "autoconfig.other.example");
        let found = world.discover("example.jp").await.unwrap();
        assert_eq!(sending(&found), [("smtp.example.jp", Trust::Domain)]);
        assert_eq!(reading(&found), if kept { vec![imap] } else { Vec::new() });
    }
    // The domain's own file may name whom it likes.
    let world = World::default().page(AUTOCONFIG, 5, &file("smtp.example.jp", "imap.other.example"));
    assert_eq!(reading(&world.discover("example.jp").await.unwrap()), ["imap.other.example"]);
}

#[tokio::test(start_paused = true)]
async fn a_consent_to_one_stranger_is_none_to_another() {
    let records = [
        (0, 0, 465, "a.stranger.example"),
        (5, 0, 465, "b.stranger.example"),
        (9, 0, 465, "c.attacker.example"),
    ];
    let world = World::default().srv("_submissions._tcp.example.jp", 5, &records);
    let found = world.discover("example.jp").await.unwrap();
    let kept = [("a.stranger.example", Trust::Unproven), ("b.stranger.example", Trust::Unproven)];
    assert_eq!(sending(&found), kept);
}
