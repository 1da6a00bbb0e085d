//! From "Connect and send" to the `250` on 465, against the floor of round trips.
//!
//! The floor is seven: TCP, TLS 1.3, greeting, EHLO, AUTH, MAIL + RCPT + DATA, message. What one round trip costs is
//! measured in the same run with NOOP on a connection to the same server.

use std::time::{Duration, Instant, UNIX_EPOCH};

use contract::{Security, Server};
use submission::message::{Content, build};
use submission::{Credentials, Limits, Submission, submit};
use tokio::io::{AsyncBufReadExt as _, AsyncWriteExt as _, BufReader};

use crate::median;

const HOST: &str = "sv1.hosting.example";
const FLOOR: f64 = 7.0;
const RUNS: usize = 7;

pub(crate) fn run() {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    runtime.block_on(async {
        let tls = tls::Tls::system().expect("a trust store");
        let round_trip = round_trip(&tls).await;
        let mut times = Vec::new();
        for _ in 0..RUNS {
            times.push(send(&tls).await);
        }
        let time = median(times);
        let floor = FLOOR * round_trip;
        println!(
            "one round trip to {HOST}: {:.1} ms; floor of {FLOOR} round trips: {:.0} ms",
            round_trip * 1e3,
            floor * 1e3
        );
        println!(
            "sent in {:.0} ms (median of {RUNS}): {:.3} x the floor (wanted: at most 1.15)",
            time * 1e3,
            time / floor
        );
    });
}

async fn send(tls: &tls::Tls) -> f64 {
    let address = "tencho@shop.example";
    let content = Content {
        address,
        recipient: address,
        subject: "bench",
        plain: "bench",
        html: "<p>bench",
        date: UNIX_EPOCH + Duration::from_secs(1_795_500_000),
    };
    let submission = Submission {
        server: Server { host: HOST.into(), port: 465, security: Security::Tls },
        credentials: Credentials::Password {
            user_name: address.into(),
            password: "Tencho-no-Himitsu-8".into(),
        },
        sender: address.into(),
        recipient: address.into(),
        message: build(&content).expect("a message").bytes,
        limits: Limits::default(),
    };
    let start = Instant::now();
    submit(&submission, tls, &mut |_| {}).await.expect("250");
    start.elapsed().as_secs_f64()
}

async fn round_trip(tls: &tls::Tls) -> f64 {
    let dialled = tls::dial(HOST, 465, Duration::from_secs(10)).await.expect("a connection");
    let (stream, _) = tls.secure(dialled.stream, HOST).await.expect("a secure line");
    let mut stream = BufReader::new(stream);
    let mut line = String::new();
    stream.read_line(&mut line).await.unwrap();
    let mut times = Vec::new();
    for _ in 0..9 {
        let start = Instant::now();
        stream.get_mut().write_all(b"NOOP\r\n").await.unwrap();
        stream.get_mut().flush().await.unwrap();
        line.clear();
        stream.read_line(&mut line).await.unwrap();
        times.push(start.elapsed().as_secs_f64());
    }
    median(times)
}
