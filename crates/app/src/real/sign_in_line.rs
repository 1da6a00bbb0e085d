//! The second look after a sign-in server could not be reached: is it this computer's network, its clock, something in
//! between, or that server alone?
//!
//! Only after that failure, and never with anything about the person: a TLS handshake with well-known servers, the
//! sign-in servers among them, whose certificates are known to be good and to be renewed in time.

use std::time::Duration;

use contract::{Certainty, Problem, ProblemCode, Stage, Text};
use futures_util::future::join_all;
use oauth::Unreached;
use tls::{Tls, TlsFault, dial};
use tokio::time::timeout;

const TIME: Duration = Duration::from_secs(4);
/// Of different owners: none of them is away, out of date and filtered everywhere at the same time as the others.
const CONTROLS: [&str; 3] = ["v1.ispdb.net", "oauth2.googleapis.com", "login.microsoftonline.com"];
const HTTPS: u16 = 443;
/// So many servers have to show a certificate that is not theirs before the network is said to answer for everybody.
const LEAST_FOREIGN: usize = 2;

/// The servers that are looked at, and whose certificates are believed.
#[derive(Clone)]
pub(super) struct SignInLine {
    tls: Tls,
    controls: Vec<(String, u16)>,
}

/// What a server showed that had nothing to do with the failure.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Shown {
    /// A good certificate of its own.
    Good,
    /// A certificate that only its days make worthless, with the second that it stands or falls by.
    OutOfDate(Option<u64>),
    /// A certificate that is not its own, or no TLS at all.
    Foreign,
    /// The same, signed by a product that opens lines to read them.
    Opened,
    Nothing,
}

/// What the others show.
pub(super) struct Shows {
    pub(super) around: Around,
    /// The same of the clock, in a sentence.
    pub(super) clock: Option<Text>,
}

/// What all of them together show.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Around {
    /// The network is there, and the clock is right.
    Fine,
    /// The network answers in everybody's place.
    Portal,
    /// A device reads along.
    Opened(Certainty),
    ClockWrong,
    Silent,
}

impl SignInLine {
    pub(super) fn new(tls: Tls) -> Self {
        Self { tls, controls: CONTROLS.map(|host| (host.to_owned(), HTTPS)).into() }
    }

    /// Names why a sign-in server could not be reached, after a look at the others. At most four seconds.
    pub(super) async fn problem(&self, why: Unreached) -> Problem {
        let Shows { around, clock } = self.shows().await;
        let (code, certainty) = named(why, around);
        // A word about the clock is of weight where it is what the failure is about.
        let is_of_weight = match around {
            Around::ClockWrong => code == ProblemCode::ClockWrong,
            Around::Fine => why == Unreached::OutOfDate,
            Around::Portal | Around::Opened(_) | Around::Silent => false,
        };
        Problem {
            certainty,
            checks: clock.filter(|_| is_of_weight).into_iter().collect(),
            ..diagnosis::problem(code, Stage::Token)
        }
    }

    /// What the others show. At most four seconds.
    pub(super) async fn shows(&self) -> Shows {
        let shown = join_all(self.controls.iter().map(|(host, port)| self.shown(host, *port))).await;
        let said_by = |id: &str, wanted: fn(&Shown) -> bool| {
            let (host, _) = self.controls.get(shown.iter().position(wanted)?)?;
            Some(Text::new(id).with("host", host.as_str()))
        };
        let around = around(&shown);
        let clock = match around {
            Around::Fine => said_by("check-clock-right", |shown| *shown == Shown::Good),
            Around::ClockWrong => said_by("check-clock-wrong", |shown| out_of_date(shown).is_some()),
            Around::Portal | Around::Opened(_) | Around::Silent => None,
        };
        Shows { around, clock }
    }

    async fn shown(&self, host: &str, port: u16) -> Shown {
        let handshake = async {
            let tcp = dial(host, port, TIME).await.ok()?.stream;
            Some(self.tls.secure(tcp, host).await.map(drop))
        };
        match timeout(TIME, handshake).await {
            Ok(Some(outcome)) => of_handshake(outcome),
            Ok(None) | Err(_) => Shown::Nothing,
        }
    }
}

fn of_handshake(outcome: Result<(), TlsFault>) -> Shown {
    match outcome {
        Ok(()) => Shown::Good,
        Err(TlsFault::Expired { not_after }) => Shown::OutOfDate(not_after),
        Err(TlsFault::NotYetValid { not_before }) => Shown::OutOfDate(not_before),
        Err(TlsFault::UnknownIssuer { issuer: Some(issuer) }) if diagnosis::intercepts(&issuer) => {
            Shown::Opened
        }
        Err(
            TlsFault::UnknownIssuer { .. }
            | TlsFault::WrongName { .. }
            | TlsFault::Revoked
            | TlsFault::BadCertificate { .. }
            | TlsFault::NotTls,
        ) => Shown::Foreign,
        Err(TlsFault::TooOld | TlsFault::Closed | TlsFault::NoTrustStore { .. } | TlsFault::Other { .. }) => {
            Shown::Nothing
        }
    }
}

fn out_of_date(shown: &Shown) -> Option<Option<u64>> {
    match shown {
        Shown::OutOfDate(date) => Some(*date),
        Shown::Good | Shown::Foreign | Shown::Opened | Shown::Nothing => None,
    }
}

fn around(shown: &[Shown]) -> Around {
    let dates: Vec<Option<u64>> = shown.iter().filter_map(out_of_date).collect();
    // The certificates of different owners are not all of one second: then it is one certificate, that of a device.
    let of_one_device = dates.len() > 1 && dates.iter().all(|date| date.is_some() && *date == dates[0]);
    let foreign = shown.iter().filter(|shown| **shown == Shown::Foreign).count();
    let foreign = if of_one_device { foreign + dates.len() } else { foreign };
    if shown.contains(&Shown::Opened) {
        Around::Opened(Certainty::Sure)
    } else if shown.contains(&Shown::Good) {
        Around::Fine
    } else if foreign >= LEAST_FOREIGN {
        Around::Portal
    } else if !dates.is_empty() {
        Around::ClockWrong
    } else if foreign > 0 {
        Around::Opened(Certainty::Likely)
    } else {
        Around::Silent
    }
}

/// "Not online" is said only where nobody else answered either.
fn named(why: Unreached, around: Around) -> (ProblemCode, Certainty) {
    use Certainty::{Likely, Sure};
    match (around, why) {
        (Around::Opened(certainty), _) => (ProblemCode::SignInPageBlocked, certainty),
        (Around::Portal, _) => (ProblemCode::CaptivePortal, Likely),
        (Around::ClockWrong, Unreached::Foreign) => (ProblemCode::SignInPageBlocked, Likely),
        (Around::ClockWrong, Unreached::OutOfDate | Unreached::NameNotFound | Unreached::NoConnection) => {
            (ProblemCode::ClockWrong, Sure)
        }
        (Around::Fine, Unreached::Foreign | Unreached::OutOfDate) => (ProblemCode::SignInPageBlocked, Sure),
        // Others are found by the same look-up: something keeps this one name back.
        (Around::Fine, Unreached::NameNotFound) => (ProblemCode::SignInPageBlocked, Likely),
        (Around::Fine, Unreached::NoConnection) => (ProblemCode::TokenTrouble, Likely),
        (Around::Silent, Unreached::Foreign) => (ProblemCode::SignInPageBlocked, Likely),
        // Neither provider lets its certificate run out.
        (Around::Silent, Unreached::OutOfDate) => (ProblemCode::ClockWrong, Likely),
        (Around::Silent, Unreached::NameNotFound | Unreached::NoConnection) => (ProblemCode::Offline, Likely),
    }
}

#[cfg(test)]
pub(super) mod tests;
