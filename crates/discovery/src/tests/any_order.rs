//! In which order the answers come says nothing: where the sources do not contradict each other, any order and any
//! delay within the patience of the search give the same settings.

use contract::EvidenceSource;
use proptest::prelude::*;

use super::world::{AUTOCONFIG, ISPDB, WELL_KNOWN, World, file, tenant};
use crate::{Candidate, Discovered, DoubtReason, Failure, Found, Reason};

const OPENID: &str = "https://login.microsoftonline.com/example.jp/v2.0/.well-known/openid-configuration";
const SUBMISSIONS: &str = "_submissions._tcp.example.jp";

/// What the result is, without how it came to it.
#[derive(Debug, PartialEq, Eq)]
enum Gist {
    Found(Vec<Candidate>, Option<&'static str>, Option<EvidenceSource>),
    Doubt(DoubtReason, Vec<Vec<Candidate>>),
    Failure(Reason),
}

fn gist(result: Result<Discovered, Failure>) -> Gist {
    // Of the names that are tried, those behind the first good one are there when they happened to be quick.
    let first = |found: &Found| found.submission.iter().take(1).cloned().collect();
    let tried = |found: &Found| found.named_by == Some(EvidenceSource::Probe);
    let id = |found: &Found| found.provider.map(|provider| provider.id);
    match result {
        Ok(Discovered::Found(found)) => {
            let submission = if tried(&found) { first(&found) } else { found.submission.clone() };
            Gist::Found(submission, id(&found), found.named_by)
        }
        Ok(Discovered::Doubt(doubt)) => Gist::Doubt(doubt.reason, doubt.choices.iter().map(first).collect()),
        Err(failure) => Gist::Failure(failure.reason),
    }
}

/// A world of which these bits tell what is there, each answer after its own time.
fn world(there: &[bool], times: &[u64], mx: &[&str]) -> World {
    let body = file("smtp.example.jp", "imap.example.jp");
    let at = |place: usize| times[place];
    let mut world =
        World::default().mx("example.jp", at(0), mx).address("example.jp", at(1), &["11.22.33.44"]);
    for (place, url) in [AUTOCONFIG, WELL_KNOWN, ISPDB].into_iter().enumerate() {
        let text = if there[place] { body.as_str() } else { "<html>" };
        world = world.page(url, at(2 + place), text);
    }
    if there[3] {
        world = world.srv(SUBMISSIONS, at(5), &[(0, 0, 465, "smtp.example.jp")]);
    }
    if there[4] {
        world = world.knock("smtp.example.jp", 465, at(6), Ok(true)).knock(
            "mail.example.jp",
            587,
            at(7),
            Ok(true),
        );
    }
    if there[5] {
        world = world.page(OPENID, at(8), &tenant("microsoftonline.com"));
    }
    if there[6] {
        world = world.text("example.jp", at(9), "v=spf1 include:_spf.google.com ~all");
    }
    if there[7] {
        world = world.alias("selector1._domainkey.example.jp", at(10), "x.onmicrosoft.com");
    }
    world
}

fn run(world: World) -> Gist {
    let runtime =
        tokio::runtime::Builder::new_current_thread().enable_time().start_paused(true).build().unwrap();
    gist(runtime.block_on(world.search("example.jp")))
}

/// The first source in the order of ranks names the server; that alone may differ where a slow one is not waited for.
fn without_source(gist: Gist) -> Gist {
    match gist {
        Gist::Found(submission, provider, _) => Gist::Found(submission, provider, None),
        other @ (Gist::Doubt(..) | Gist::Failure(_)) => other,
    }
}

fn times(most: u64) -> impl Strategy<Value = Vec<u64>> {
    prop::collection::vec(0..most, 11)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, ..ProptestConfig::default() })]

    /// Up to a tenth of a second every source is heard, so even who is named as source does not change.
    #[test]
    fn quick_answers_in_any_order(there in prop::collection::vec(any::<bool>(), 8), one in times(90), two in times(90)) {
        for mx in [&["mx.example.jp"][..], &["mx1.pphosted.com"], &[], &["mx.hoster.example"]] {
            prop_assert_eq!(run(world(&there, &one, mx)), run(world(&there, &two, mx)), "{:?}", mx);
        }
    }

    /// Slower ones may be passed over, and the settings stay the same.
    #[test]
    fn slow_answers_in_any_order(there in prop::collection::vec(any::<bool>(), 8), one in times(900), two in times(900)) {
        // A server that is tried brings a second candidate; what is tried and when is told by the other tests.
        let there: Vec<bool> = there.iter().enumerate().map(|(place, is)| *is && place != 4).collect();
        for mx in [&["mx.example.jp"][..], &["mx1.pphosted.com"], &[]] {
            let gists = [&one, &two].map(|times| without_source(run(world(&there, times, mx))));
            let [one, two] = gists;
            prop_assert_eq!(one, two, "{:?}", mx);
        }
    }
}
