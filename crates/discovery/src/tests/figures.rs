//! How long a search may take: with every look-up delayed by the same time, one tenth more than the longest chain of
//! questions that the answer needed; slow and wrong sources add nothing; and eight seconds are the end of all.

use std::sync::Mutex;
use std::time::Duration;

use contract::{EvidenceSource, Heard};
use tokio::time::Instant;

use super::world::{AUTOCONFIG, ISPDB, NEVER, WELL_KNOWN, World, file, tenant};
use crate::{Discovered, Failure, Limits, LookupFault, Ports, ProbeFault, Progress, WebFault, discover};

const DELAYS: [u64; 2] = [100, 500];
const SUBMISSIONS: &str = "_submissions._tcp.example.jp";
const OPENID: &str = "https://login.microsoftonline.com/example.jp/v2.0/.well-known/openid-configuration";

fn own() -> String {
    file("smtp.example.jp", "imap.example.jp")
}

fn world(mx: &[&str]) -> World {
    World::default().mx("example.jp", 0, mx)
}

/// What is known where, and how many questions have to be asked one after the other.
fn sets() -> Vec<(&'static str, u32, World)> {
    let srv = [(0, 0, 465, "smtp.example.jp")];
    vec![
        ("MX in the table", 1, world(&["smtp.google.com"])),
        ("autoconfig", 1, world(&["mx.example.jp"]).page(AUTOCONFIG, 0, &own())),
        ("well-known", 1, world(&["mx.example.jp"]).page(WELL_KNOWN, 0, &own())),
        ("ISPDB", 1, world(&["mx.example.jp"]).page(ISPDB, 0, &own())),
        ("SRV", 1, world(&["mx.example.jp"]).srv(SUBMISSIONS, 0, &srv)),
        ("SRV without MX", 1, World::default().srv(SUBMISSIONS, 0, &srv)),
        (
            "MX, ISPDB of its host",
            2,
            world(&["mx.hoster.example"]).page("https://v1.ispdb.net/hoster.example", 0, &own()),
        ),
        (
            "MX, autoconfig of its host",
            2,
            world(&["mx.hoster.example"]).page(
                "https://autoconfig.hoster.example/mail/config-v1.1.xml",
                0,
                &own(),
            ),
        ),
        ("nothing, usual name", 2, World::default().knock("smtp.example.jp", 465, 0, Ok(true))),
        ("MX, usual name", 2, world(&["mx.example.jp"]).knock("smtp.example.jp", 465, 0, Ok(true))),
        (
            "MX, address, its name",
            3,
            world(&["example.jp"]).address("example.jp", 0, &["11.22.33.44"]).pointer(
                "11.22.33.44",
                0,
                "sv1.xserver.jp",
            ),
        ),
        ("filter, autoconfig", 1, world(&["mx1.pphosted.com"]).page(AUTOCONFIG, 0, &own())),
        (
            "filter, signs, question",
            2,
            world(&["mx1.pphosted.com"]).page(OPENID, 0, &tenant("microsoftonline.com")),
        ),
        ("two services", 1, world(&["smtp.google.com", "x.mail.protection.outlook.com"])),
        ("MX and file part", 1, world(&["smtp.google.com"]).page(AUTOCONFIG, 0, &own())),
        ("nobody knows", 3, world(&["mx.example.jp"])),
        ("no such domain", 1, World::default().mx_fault("example.jp", 0, LookupFault::NoSuchName)),
        ("takes no mail", 1, world(&[""])),
    ]
}

fn elapsed(result: &Result<Discovered, Failure>) -> u32 {
    match result {
        Ok(Discovered::Found(found)) => found.elapsed_ms,
        Ok(Discovered::Doubt(doubt)) => doubt.elapsed_ms,
        Err(failure) => failure.elapsed_ms,
    }
}

#[tokio::test(start_paused = true)]
async fn no_longer_than_the_chain_of_questions() {
    for delay in DELAYS {
        for (name, chain, world) in sets() {
            let result = world.every(delay).search("example.jp").await;
            let floor = chain * u32::try_from(delay).unwrap();
            let took = elapsed(&result);
            assert!(took * 10 <= floor * 11, "{name} with {delay} ms: {took} ms, the chain is {floor} ms");
        }
    }
}

#[tokio::test(start_paused = true)]
async fn wrong_answers_add_nothing() {
    for delay in DELAYS {
        let wrong = [AUTOCONFIG, WELL_KNOWN].into_iter().fold(world(&["mx.example.jp"]), |world, url| {
            world.page(url, 0, "<html><body>Welcome to this hotel</body></html>")
        });
        let found = wrong.page(ISPDB, 0, &own()).every(delay).discover("example.jp").await.unwrap();
        assert_eq!(found.named_by, Some(EvidenceSource::Ispdb));
        assert!(u64::from(found.elapsed_ms) * 10 <= delay * 11, "{}", found.elapsed_ms);
    }
}

#[tokio::test(start_paused = true)]
async fn slow_sources_add_nothing_to_what_is_believed() {
    let silent = [AUTOCONFIG, WELL_KNOWN, ISPDB];
    for delay in DELAYS {
        for (knows, by) in [
            (AUTOCONFIG, EvidenceSource::Autoconfig),
            (WELL_KNOWN, EvidenceSource::WellKnown),
            (ISPDB, EvidenceSource::Ispdb),
        ] {
            let others = silent.iter().filter(|url| **url != knows);
            let world = others.fold(world(&["mx.example.jp"]), |world, url| world.page(url, NEVER, ""));
            let world = world.srv(SUBMISSIONS, NEVER, &[]).page(knows, 0, &own());
            let found = world.every(delay).discover("example.jp").await.unwrap();
            assert_eq!(found.named_by, Some(by));
            assert!(u64::from(found.elapsed_ms) * 10 <= delay * 11, "{knows}: {} ms", found.elapsed_ms);
        }
        let world = silent.iter().fold(world(&["smtp.google.com"]), |world, url| world.page(url, NEVER, ""));
        let found = world.every(delay).discover("example.jp").await.unwrap();
        assert!(u64::from(found.elapsed_ms) * 10 <= delay * 11, "MX: {} ms", found.elapsed_ms);
    }
}

#[tokio::test(start_paused = true)]
async fn what_only_dns_says_waits_for_a_silent_file_no_longer_than_a_second() {
    for delay in DELAYS {
        let world = world(&["mx.example.jp"]).page(AUTOCONFIG, NEVER, "");
        let world = world.srv(SUBMISSIONS, 0, &[(0, 0, 465, "smtp.example.jp")]);
        let found = world.every(delay).discover("example.jp").await.unwrap();
        assert_eq!((found.named_by, found.elapsed_ms), (Some(EvidenceSource::Srv), 1000));
    }
}

#[tokio::test(start_paused = true)]
async fn a_dead_better_place_costs_a_tried_name_as_long_again() {
    for delay in DELAYS {
        let world = world(&["mx.example.jp"]).knock("smtp.example.jp", 465, NEVER, Ok(true));
        let world = world.knock("mail.example.jp", 465, 0, Ok(true));
        let found = world.every(delay).discover("example.jp").await.unwrap();
        assert_eq!(found.named_by, Some(EvidenceSource::Probe));
        let most = 2 * delay + delay.max(1000);
        assert!(u64::from(found.elapsed_ms) * 10 <= most * 11, "{} ms", found.elapsed_ms);
    }
}

#[tokio::test(start_paused = true)]
async fn a_question_waits_for_a_dead_file_no_longer_than_three_seconds() {
    let world = world(&["mx1.pphosted.com"]).page(AUTOCONFIG, NEVER, "").page(WELL_KNOWN, NEVER, "");
    let result = world.every(100).search("example.jp").await;
    assert!(matches!(result, Ok(Discovered::Doubt(_))));
    assert!(elapsed(&result) <= 3100, "{}", elapsed(&result));
}

#[tokio::test(start_paused = true)]
async fn a_slow_server_is_waited_for_where_nobody_else_knows() {
    let found = World::default().page(AUTOCONFIG, 6000, &own()).discover("example.jp").await.unwrap();
    assert_eq!((found.named_by, found.elapsed_ms), (Some(EvidenceSource::Autoconfig), 6000));
}

#[tokio::test(start_paused = true)]
async fn everything_dead_is_told_at_four_seconds_and_ends_before_eight() {
    for limits in [Limits::default(), Limits { request: Duration::from_secs(60), ..Limits::default() }] {
        let world = World::default()
            .dns_fault(NEVER, LookupFault::Network)
            .web_fault(NEVER, WebFault::Network)
            .knock_fault(NEVER, ProbeFault::Network);
        let told = Mutex::new(Vec::new());
        let start = Instant::now();
        let note = |step| told.lock().unwrap().push((step, start.elapsed().as_millis()));
        let ports = Ports { resolver: &world, web: &world, probe: &world };
        let failure = discover("example.jp", ports, limits, &note).await.unwrap_err();
        let took = start.elapsed().as_millis();
        assert!((7800..=8000).contains(&took) && failure.elapsed_ms <= 8000, "{took}");
        let slow = told.lock().unwrap().contains(&(Progress::Slow, 4000));
        assert!(slow, "a sentence at four seconds: {told:?}");
        let silent: Vec<_> = failure.evidence.iter().map(|line| (line.source, line.answer)).collect();
        for source in [EvidenceSource::Autoconfig, EvidenceSource::Ispdb, EvidenceSource::Probe] {
            assert!(silent.contains(&(source, Heard::NotReached)), "who did not answer is named: {silent:?}");
        }
    }
}
