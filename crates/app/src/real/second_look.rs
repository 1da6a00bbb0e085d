//! The second look after a failure: is it the port or the host, the clock or the certificate, the server or what is
//! in between?
//!
//! Only after something failed, and never with anything about the person: a TCP connection that is closed at once, or a
//! TLS handshake, with a well-known mail server or with the other port of the same server.

use std::time::Duration;

use contract::{Server, Stage, Text};
use diagnosis::Network;
use submission::{Cause, Failure};
use tls::{Tls, TlsFault, dial, dial_any};
use tokio::net::lookup_host;
use tokio::time::timeout;

const TIME: Duration = Duration::from_secs(4);
/// Both have 587; only the first has 465 too.
const CONTROLS: [&str; 2] = ["smtp.gmail.com", "smtp.mail.me.com"];
/// A clock that makes every certificate look wrong is off by days; how many cannot be seen.
const A_DAY: i64 = 86_400;

/// What the second look showed.
#[derive(Debug, Default)]
pub(super) struct SecondLook {
    pub(super) network: Network,
    /// Seconds by which the clock is off at least, where that was seen.
    pub(super) clock_off: Option<i64>,
    /// The same in sentences, for the card.
    pub(super) checks: Vec<Text>,
}

/// Looks again where that can settle what the failure means.
pub(super) async fn look(failure: &Failure, server: &Server, tls: &Tls) -> SecondLook {
    let cause = &failure.cause;
    let nobody_answered = matches!(cause, Cause::TimedOut { .. } | Cause::Unreachable | Cause::Refused);
    if nobody_answered && failure.stage == Stage::Connect && failure.finished.is_empty() {
        return port_or_host(server).await;
    }
    if matches!(cause, Cause::Tls(TlsFault::Expired { .. } | TlsFault::NotYetValid { .. })) {
        return clock(server, tls).await;
    }
    let unprotected = matches!(cause, Cause::NoStarttls | Cause::PlainAfterStarttls);
    if unprotected && providers::by_submission_host(&server.host).is_some() {
        let check = Text::new("check-starttls-known").with("host", server.host.as_str());
        return SecondLook { checks: vec![check], ..SecondLook::default() };
    }
    SecondLook::default()
}

/// A well-known server on the same port, and the other port of the same server, both at once.
async fn port_or_host(server: &Server) -> SecondLook {
    let port = if server.port == 587 { 587 } else { 465 };
    let (control, other) = tokio::join!(knock_at_a_control(server, port), knock_at_the_other_port(server));
    let mut seen = SecondLook::default();
    if let Some((host, answers)) = control {
        seen.network = if answers { Network::ControlAnswers } else { Network::ControlSilent };
        let id = if answers { "check-control-answers" } else { "check-control-silent" };
        seen.checks.push(Text::new(id).with("host", host).with("port", port.to_string()));
    }
    if let Some((port, answers)) = other {
        let id = if answers { "check-port-open" } else { "check-port-closed" };
        let text = Text::new(id).with("host", server.host.as_str()).with("port", port.to_string());
        seen.checks.push(text);
    }
    seen
}

async fn knock_at_a_control(server: &Server, port: u16) -> Option<(&'static str, bool)> {
    let host = control(server, port)?;
    Some((host, answers(host, port).await?))
}

async fn knock_at_the_other_port(server: &Server) -> Option<(u16, bool)> {
    let port = match server.port {
        465 => 587,
        587 => 465,
        _ => return None,
    };
    Some((port, answers(&server.host, port).await?))
}

/// A well-known server that is not the one that failed.
fn control(server: &Server, port: u16) -> Option<&'static str> {
    let has_it = |host: &&&str| port == 587 || **host == "smtp.gmail.com";
    CONTROLS.iter().filter(has_it).find(|host| **host != server.host).copied()
}

/// Whether the port answers; `None` where the name cannot even be looked up.
async fn answers(host: &str, port: u16) -> Option<bool> {
    let found = timeout(TIME, lookup_host((host, port))).await.ok()?.ok()?;
    let addresses: Vec<_> = found.collect();
    if addresses.is_empty() {
        return None;
    }
    // All addresses, and both families: a dead IPv6 is no closed port.
    Some(matches!(timeout(TIME, dial_any(addresses)).await, Ok(Ok(_))))
}

/// A certificate of somebody else that looks as wrong in time: then it is the clock. Google lets none run out.
async fn clock(server: &Server, tls: &Tls) -> SecondLook {
    let Some(host) = control(server, 465) else { return SecondLook::default() };
    let handshake = async {
        let tcp = dial(host, 465, TIME).await.ok()?.stream;
        Some(tls.secure(tcp, host).await.map(drop))
    };
    match timeout(TIME, handshake).await {
        Ok(Some(Err(TlsFault::Expired { .. } | TlsFault::NotYetValid { .. }))) => SecondLook {
            clock_off: Some(A_DAY),
            checks: vec![Text::new("check-clock-wrong").with("host", host)],
            ..SecondLook::default()
        },
        Ok(Some(Ok(()))) => SecondLook {
            clock_off: Some(0),
            checks: vec![Text::new("check-clock-right").with("host", host)],
            ..SecondLook::default()
        },
        Ok(Some(Err(_)) | None) | Err(_) => SecondLook::default(),
    }
}
