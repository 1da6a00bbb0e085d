//! Detection: the table, every look-up delayed by the same time against the chain of questions that the answer needed,
//! sources that never answer, and everything dead.
//!
//! The ports are scripted (`world.rs`), so that the figures are those of the search itself and not of a network.

mod world;

use std::hint::black_box;
use std::sync::Mutex;
use std::time::{Duration, Instant};

use discovery::{Discovered, Failure, Limits, Ports, Progress, discover};
use world::World;

use crate::median;

const TABLE_RUNS: usize = 20_000;
const DELAYS: [u64; 2] = [100, 500];
/// Wanted: at most so many times the chain.
const MOST: f64 = 1.1;

pub(crate) fn run() {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    runtime.block_on(async {
        table().await;
        for delay in DELAYS {
            delayed(delay).await;
        }
        dead().await;
    });
}

async fn table() {
    let world = World::new(Duration::ZERO);
    for domain in ["gmail.com", "outlook.jp", "docomo.ne.jp", "proton.me"] {
        let mut times = Vec::with_capacity(TABLE_RUNS);
        for _ in 0..TABLE_RUNS {
            let start = Instant::now();
            let found = search(black_box(domain), &world).await;
            times.push(start.elapsed().as_secs_f64());
            assert!(black_box(found).is_ok());
        }
        let time = median(times) * 1e6;
        println!("table hit, {domain}: {time:.1} microseconds (median of {TABLE_RUNS}; wanted: under 50)");
        assert!(time < 50.0, "{domain}");
    }
    assert_eq!(world.questions(), 0, "the table asks nobody");
}

async fn delayed(delay: u64) {
    println!("\nevery look-up delayed by {delay} ms (wanted: at most {MOST} x the chain)");
    println!("{:<44} {:>6} {:>8} {:>7}  result", "what is known where", "chain", "took", "ratio");
    let mut worst: f64 = 0.0;
    for (name, chain, script) in world::sets() {
        let world = script(World::new(Duration::from_millis(delay)));
        let start = Instant::now();
        let result = search("example.jp", &world).await;
        let took = start.elapsed().as_secs_f64() * 1e3;
        let floor = f64::from(chain) * delay as f64;
        println!("{name:<44} {floor:>3.0} ms {took:>5.0} ms {:>6.2}x  {}", took / floor, gist(&result));
        worst = worst.max(took / floor);
    }
    println!("the worst of them: {worst:.2} x");
    assert!(worst <= MOST, "{worst}");
}

async fn dead() {
    let world = World::silent();
    let told = Mutex::new(None);
    let start = Instant::now();
    let note = |step| {
        if step == Progress::Slow {
            *told.lock().unwrap() = Some(start.elapsed().as_secs_f64());
        }
    };
    // With requests that end by themselves, and with ones that only the end of the whole search stops.
    for request in [Limits::default().request, Duration::from_secs(60)] {
        *told.lock().unwrap() = None;
        let limits = Limits { request, ..Limits::default() };
        let ports = Ports { resolver: &world, web: &world, probe: &world };
        let start_here = start.elapsed().as_secs_f64();
        let failure = discover("example.jp", ports, limits, &note).await.unwrap_err();
        let took = start.elapsed().as_secs_f64() - start_here;
        let sentence = told.lock().unwrap().map(|at| at - start_here);
        println!(
            "\neverything dead, a request ends after {} s: {} after {took:.2} s (wanted: at most 8.0), a sentence {}",
            request.as_secs(),
            failure.reason,
            sentence.map_or_else(|| "not needed".to_owned(), |at| format!("after {at:.2} s (wanted: 4)")),
        );
        assert!(took < 8.05 && sentence.is_none_or(|at| at < 4.05));
        assert!(took < 4.05 || sentence.is_some());
    }
}

async fn search(domain: &str, world: &World) -> Result<Discovered, Failure> {
    discover(domain, Ports { resolver: world, web: world, probe: world }, Limits::default(), &|_| {}).await
}

fn gist(result: &Result<Discovered, Failure>) -> String {
    match result {
        Ok(Discovered::Found(found)) => {
            let host = found.submission.first().map_or("-", |first| first.server.host.as_str());
            format!("{host} (by {})", found.named_by.map_or("-", contract::EvidenceSource::name))
        }
        Ok(Discovered::Doubt(doubt)) => format!("a question, {} choices", doubt.choices.len()),
        Err(failure) => failure.reason.to_string(),
    }
}
