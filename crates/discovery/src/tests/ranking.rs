use contract::{AccountKind, EvidenceSource, Login, Trust};

use super::world::{AUTOCONFIG, ISPDB, WELL_KNOWN, World, file};
use crate::{Found, LookupFault, Progress, Reason};

fn host(found: &Found) -> &str {
    &found.submission[0].server.host
}

#[tokio::test(start_paused = true)]
async fn a_known_domain_asks_nobody() {
    let world = World::default();
    let found = world.discover("gmail.com").await.unwrap();
    assert_eq!((host(&found), found.kind.clone()), ("smtp.gmail.com", AccountKind::GooglePersonal));
    assert_eq!((found.submission[0].trust, found.elapsed_ms), (Trust::Table, 0));
    assert_eq!(found.evidence[0].source, EvidenceSource::DomainTable);
    assert_eq!(world.asked(), Vec::<String>::new());
    assert_eq!(world.progress(), [Progress::Table]);
}

#[tokio::test(start_paused = true)]
async fn exactly_these_questions_are_asked_and_only_the_domain_is_in_them() {
    let world = World::default();
    let _ = world.discover("example.jp").await;
    assert_eq!(
        world.asked(),
        [
            "A example.jp",
            "A example.jp",
            "MX example.jp",
            "NS example.jp",
            "PTR 11.22.33.44",
            "SRV _imap._tcp.example.jp",
            "SRV _imaps._tcp.example.jp",
            "SRV _pop3._tcp.example.jp",
            "SRV _pop3s._tcp.example.jp",
            "SRV _submission._tcp.example.jp",
            "SRV _submissions._tcp.example.jp",
            AUTOCONFIG,
            WELL_KNOWN,
            ISPDB,
            "mail.example.jp:465",
            "mail.example.jp:587",
            "smtp.example.jp:465",
            "smtp.example.jp:587",
        ]
    );
}

#[tokio::test(start_paused = true)]
async fn among_quick_answers_the_rank_decides_and_not_the_speed() {
    let world = World::default().page(ISPDB, 10, &file("ispdb.example.net", "imap.example.net")).page(
        AUTOCONFIG,
        90,
        &file("smtp.example.jp", "imap.example.jp"),
    );
    let found = world.discover("example.jp").await.unwrap();
    assert_eq!((host(&found), found.elapsed_ms), ("smtp.example.jp", 90));
    assert_eq!(found.named_by, Some(EvidenceSource::Autoconfig));
    assert_eq!(found.evidence.last().unwrap().source, EvidenceSource::Autoconfig);
}

#[tokio::test(start_paused = true)]
async fn what_only_dns_says_waits_a_second_for_a_file() {
    let world = World::default()
        .srv("_submissions._tcp.example.jp", 10, &[(0, 0, 465, "srv.example.jp")])
        .page(AUTOCONFIG, 900, &file("smtp.example.jp", "imap.example.jp"));
    let found = world.discover("example.jp").await.unwrap();
    assert_eq!((host(&found), found.elapsed_ms), ("smtp.example.jp", 900));

    let world = World::default()
        .srv("_submissions._tcp.example.jp", 10, &[(0, 0, 465, "srv.example.jp")])
        .page(AUTOCONFIG, 60_000, "");
    let found = world.discover("example.jp").await.unwrap();
    assert_eq!((host(&found), found.elapsed_ms), ("srv.example.jp", 1000));
}

#[tokio::test(start_paused = true)]
async fn the_best_answer_ends_the_rest_at_once() {
    let world = World::default()
        .mx("example.jp", 140, &["smtp.google.com"])
        .page(AUTOCONFIG, 2500, &file("smtp.example.jp", "imap.example.jp"))
        .page(ISPDB, 2600, &file("smtp.example.jp", "imap.example.jp"));
    let found = world.discover("example.jp").await.unwrap();
    assert_eq!(found.kind, AccountKind::GoogleWorkspace);
    assert!(found.elapsed_ms <= 154, "{}", found.elapsed_ms);
    assert_eq!(found.submission[0].logins, [Login::OAuth, Login::AppPassword]);
    let cancelled = world.cancelled();
    assert!(
        cancelled.contains(&AUTOCONFIG.to_owned()) && cancelled.contains(&ISPDB.to_owned()),
        "{cancelled:?}"
    );
    assert!(found.evidence.iter().all(|line| line.source != EvidenceSource::Ispdb), "it said nothing");
}

#[tokio::test(start_paused = true)]
async fn a_better_source_that_fails_lets_the_worse_one_win() {
    let world = World::default()
        .page(AUTOCONFIG, 70, "<html>")
        .page(WELL_KNOWN, 20, &file("wk.example.jp", "imap.example.jp"))
        .page(ISPDB, 10, &file("ispdb.example.net", "imap.example.net"));
    let found = world.discover("example.jp").await.unwrap();
    assert_eq!((host(&found), found.elapsed_ms), ("wk.example.jp", 70));
}

#[tokio::test(start_paused = true)]
async fn a_silent_source_costs_nothing() {
    let world = World::default().page(AUTOCONFIG, 60_000, "").page(
        ISPDB,
        200,
        &file("ispdb.example.net", "imap.example.net"),
    );
    let found = world.discover("example.jp").await.unwrap();
    assert_eq!(host(&found), "ispdb.example.net");
    assert!(found.elapsed_ms <= 220, "{}", found.elapsed_ms);
    assert_eq!(found.submission[0].trust, Trust::Domain);
}

#[tokio::test(start_paused = true)]
async fn names_are_tried_only_when_nothing_else_is_known() {
    let world = World::default().page(AUTOCONFIG, 1500, &file("smtp.example.jp", "imap.example.jp")).page(
        ISPDB,
        800,
        &file("ispdb.example.net", "imap.example.net"),
    );
    world.discover("example.jp").await.unwrap();
    assert!(!world.progress().contains(&Progress::Probe));

    let world = World::default().knock("mail.example.jp", 587, 50, Ok(true));
    let found = world.discover("example.jp").await.unwrap();
    assert_eq!((host(&found), found.submission[0].server.port), ("mail.example.jp", 587));
    assert!(found.elapsed_ms < 200, "not a second's wait when all others have failed: {}", found.elapsed_ms);
    assert_eq!(world.progress(), [Progress::Table, Progress::Dns, Progress::Web, Progress::Probe]);
}

#[tokio::test(start_paused = true)]
async fn names_are_tried_after_a_second_while_others_are_silent() {
    let world = World::default().page(AUTOCONFIG, 60_000, "").knock("smtp.example.jp", 465, 100, Ok(true));
    let found = world.discover("example.jp").await.unwrap();
    assert_eq!(host(&found), "smtp.example.jp");
    assert!((1100..=1210).contains(&found.elapsed_ms), "{}", found.elapsed_ms);
}

/// As when its first datagram is lost.
#[tokio::test(start_paused = true)]
async fn a_tried_name_waits_for_the_mx_records() {
    let world = || World::default().knock("mail.example.jp", 465, 50, Ok(true)).page(AUTOCONFIG, 60_000, "");
    let failure = world().mx("example.jp", 1900, &[""]).discover("example.jp").await.unwrap_err();
    assert_eq!((failure.reason, failure.elapsed_ms), (Reason::TakesNoMail, 1900));
    let found = world().mx("example.jp", 1900, &["smtp.google.com"]).discover("example.jp").await.unwrap();
    assert_eq!(found.named_by, Some(EvidenceSource::Mx));
    let found =
        world().mx_fault("example.jp", 2000, LookupFault::Network).discover("example.jp").await.unwrap();
    assert_eq!(
        (host(&found), found.elapsed_ms),
        ("mail.example.jp", 2000),
        "what does not come is not waited for"
    );
    let found = world().mx("example.jp", 60_000, &["smtp.google.com"]).discover("example.jp").await.unwrap();
    assert_eq!((host(&found), found.elapsed_ms), ("mail.example.jp", 3000));
}

#[tokio::test(start_paused = true)]
async fn among_the_tried_names_the_order_decides_and_not_the_speed() {
    let world = World::default()
        .mx("example.jp", 5, &["mx.example.net"])
        .knock("smtp.example.jp", 465, 800, Ok(true))
        .knock("mail.example.jp", 465, 10, Ok(true))
        .knock("mx.example.net", 465, 10, Ok(true));
    let found = world.discover("example.jp").await.unwrap();
    let hosts: Vec<&str> = found.submission.iter().map(|candidate| candidate.server.host.as_str()).collect();
    assert_eq!(hosts, ["smtp.example.jp", "mail.example.jp"]);
    let trust: Vec<Trust> = found.submission.iter().map(|candidate| candidate.trust).collect();
    assert_eq!(trust, [Trust::Domain, Trust::Domain], "and the MX host of somebody else is believed less");
}

#[tokio::test(start_paused = true)]
async fn slowness_is_told_at_four_seconds_and_eight_are_the_end() {
    // One question leads to the next, each silent to the end of its own limit.
    let world = World::default()
        .mx("example.jp", 2900, &[])
        .page(AUTOCONFIG, 60_000, "")
        .knock_fault(2950, crate::ProbeFault::Closed);
    let failure = world.discover("example.jp").await.unwrap_err();
    assert!(failure.elapsed_ms <= 8000, "{}", failure.elapsed_ms);
    assert!(failure.elapsed_ms < 4000 || world.progress().contains(&Progress::Slow));

    let slow = crate::Limits { request: std::time::Duration::from_secs(60), ..crate::Limits::default() };
    let world = World::default().page(AUTOCONFIG, 60_000, "").knock_fault(60_000, crate::ProbeFault::Closed);
    let told = std::sync::Mutex::new(Vec::new());
    let start = tokio::time::Instant::now();
    let ports = crate::Ports { resolver: &world, web: &world, probe: &world };
    let note = |step| told.lock().unwrap().push((step, start.elapsed().as_millis()));
    let failure = crate::discover("example.jp", ports, slow, &note).await.unwrap_err();
    assert!((7800..=8000).contains(&failure.elapsed_ms), "{}", failure.elapsed_ms);
    assert!(told.lock().unwrap().contains(&(Progress::Slow, 4000)), "{told:?}");
    assert!(world.cancelled().contains(&AUTOCONFIG.to_owned()));
}

#[tokio::test(start_paused = true)]
async fn dropping_the_search_drops_every_question() {
    let world = World::default().page(AUTOCONFIG, 60_000, "").page(ISPDB, 60_000, "");
    let short = std::time::Duration::from_millis(100);
    assert!(tokio::time::timeout(short, world.discover("example.jp")).await.is_err());
    assert!(
        world.cancelled().contains(&AUTOCONFIG.to_owned()) && world.cancelled().contains(&ISPDB.to_owned())
    );
}
