//! What is told while a submission runs, and at its good end.

use std::net::IpAddr;
use std::time::Duration;

use contract::Stage;
use tls::{Family, TlsVersion};

use crate::{Mechanism, Reply};

/// One piece of news.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Report {
    /// The stage it is about.
    pub stage: Stage,
    /// What happened.
    pub event: Event,
}

/// What happened in a stage.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Event {
    /// It began.
    Started,
    /// It ended well.
    Finished {
        /// How long it took.
        elapsed: Duration,
        /// What was learned.
        detail: StageDetail,
    },
    /// The message is leaving now: whoever stops after this cannot know whether it was sent.
    HandingOver,
}

/// What was learned in a stage.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum StageDetail {
    /// The server was reached.
    Connected {
        /// The address that answered.
        address: IpAddr,
        /// Its family.
        family: Family,
        /// The system would have used the other family, and nothing answered there in time.
        instead: bool,
    },
    /// The line is secure.
    Secured {
        /// The version in use.
        version: TlsVersion,
    },
    /// The server took the login.
    SignedIn {
        /// How it was shown.
        mechanism: Mechanism,
    },
    /// An API took the token.
    Authorised,
    /// Sender and recipient were taken.
    SenderAccepted,
    /// The message was taken over.
    HandedOver,
}

/// How long a stage took.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Timing {
    /// Which stage.
    pub stage: Stage,
    /// How long.
    pub elapsed: Duration,
}

/// The server took the message over: `250` to the final dot.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Accepted {
    /// Its reply, often with the queue's number.
    pub reply: Reply,
    /// The stages in their order.
    pub timings: Vec<Timing>,
    /// From the first packet to the `250`.
    pub elapsed: Duration,
}
