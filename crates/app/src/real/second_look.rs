//! The second look after a failure: is it the port or the host, the clock or the certificate, the server or what is
//! in between?
//!
//! Only after something failed, and never with anything about the person: a TCP connection that is closed at once, or a
//! TLS handshake, with a well-known mail server or with the other port of the same server.

use std::time::Duration;

use contract::{Server, Stage, Text};
use diagnosis::Network;
use futures_util::future::join_all;
use submission::api::{ApiCause, ApiFailure};
use submission::{Cause, Failure, Point};
use tls::{Tls, TlsFault, dial, dial_any};
use tokio::net::lookup_host;
use tokio::time::timeout;

use super::sign_in_line::{Around, Shows, SignInLine};

const TIME: Duration = Duration::from_secs(4);
/// Both have 587; only the first has 465 too.
const CONTROLS: [&str; 2] = ["smtp.gmail.com", "smtp.mail.me.com"];
/// Whose certificate is held against a clock: of different owners, and renewed in time by both.
const CLOCKS: [(&str, u16); 2] = [("smtp.gmail.com", 465), ("login.microsoftonline.com", 443)];
/// A clock that makes every certificate look wrong is off by days; how many cannot be seen.
const A_DAY: i64 = 86_400;

/// What the second look showed.
#[derive(Debug, Default)]
pub(super) struct SecondLook {
    pub(super) network: Network,
    /// Seconds by which the clock is off at least, where that was seen.
    pub(super) clock_off: Option<i64>,
    /// True where the network answers in everybody's place.
    pub(super) portal: bool,
    /// The same in sentences, for the card.
    pub(super) checks: Vec<Text>,
}

/// Looks again where that can settle what the failure means.
pub(super) async fn look(failure: &Failure, server: &Server, tls: &Tls) -> SecondLook {
    let cause = &failure.cause;
    // A firewall of this computer refuses by a fault of another kind.
    let nobody_answered =
        matches!(cause, Cause::TimedOut { .. } | Cause::Unreachable | Cause::Refused | Cause::Io(_));
    if nobody_answered && failure.stage == Stage::Connect && failure.finished.is_empty() {
        return port_or_host(server).await;
    }
    if *cause == Cause::HostNotFound {
        return SecondLook { network: names(server).await, ..SecondLook::default() };
    }
    if is_of_its_days(cause) {
        return clock(clock_of_another(server), tls).await;
    }
    let unprotected = matches!(cause, Cause::NoStarttls | Cause::PlainAfterStarttls);
    if unprotected && providers::by_submission_host(&server.host).is_some() {
        let check = Text::new("check-starttls-known").with("host", server.host.as_str());
        return SecondLook { checks: vec![check], ..SecondLook::default() };
    }
    SecondLook::default()
}

/// The same for a provider's web interface: all others have its port, and the sign-in was at one of them.
pub(super) async fn look_by_web(failure: &ApiFailure, line: &SignInLine) -> SecondLook {
    let ApiCause::Line(cause) = &failure.cause else { return SecondLook::default() };
    if !matches!(failure.point, Point::Dial | Point::Tls) {
        return SecondLook::default();
    }
    let Shows { around, clock } = line.shows().await;
    // What the others' certificates say of the clock is of no weight where the one that failed is not out of date.
    let (clock_off, checks) = match around {
        Around::Fine if is_of_its_days(cause) => (Some(0), clock.into_iter().collect()),
        Around::ClockWrong if is_of_its_days(cause) => (Some(A_DAY), clock.into_iter().collect()),
        Around::Fine | Around::ClockWrong | Around::Portal | Around::Opened(_) | Around::Silent => {
            (None, Vec::new())
        }
    };
    let network = match around {
        Around::Fine => Network::ControlAnswers,
        Around::Silent => Network::Down,
        Around::ClockWrong | Around::Portal | Around::Opened(_) => Network::Unknown,
    };
    SecondLook { network, clock_off, portal: around == Around::Portal, checks }
}

fn is_of_its_days(cause: &Cause) -> bool {
    matches!(cause, Cause::Tls(TlsFault::Expired { .. } | TlsFault::NotYetValid { .. }))
}

/// Whether any name is found at all.
async fn names(server: &Server) -> Network {
    let others = CONTROLS.iter().filter(|host| **host != server.host);
    if any_is_found(others.map(|host| (*host, 587))).await { Network::Unknown } else { Network::Down }
}

async fn any_is_found(places: impl Iterator<Item = (&str, u16)>) -> bool {
    let is_found = |place| async move {
        let found = timeout(TIME, lookup_host(place)).await;
        found.is_ok_and(|found| found.is_ok_and(|mut addresses| addresses.next().is_some()))
    };
    join_all(places.map(is_found)).await.contains(&true)
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

/// A server of somebody else than the one that failed.
fn clock_of_another(server: &Server) -> (&'static str, u16) {
    let [first, second] = CLOCKS;
    if first.0 == server.host { second } else { first }
}

/// A certificate of somebody else that looks as wrong in time: then it is the clock.
async fn clock((host, port): (&str, u16), tls: &Tls) -> SecondLook {
    let handshake = async {
        let tcp = dial(host, port, TIME).await.ok()?.stream;
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

#[cfg(test)]
mod tests;
