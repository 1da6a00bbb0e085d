//! The wizard as a pure state machine: `update(Msg) -> Vec<Effect>` and `view() -> View`.
//!
//! Lives here: the order of the steps, what is allowed in each, and what follows from every answer.
//! Does not live here: anything that waits, reads a clock, touches a file, a socket or a secret (crate `app`
//! runs the effects), and any text a person reads (folder `locales`).

mod account;
mod arrived;
mod card;
mod context;
mod device;
mod examine;
mod letter;
mod mask;
mod message;
mod model;
mod own_key;
mod policy;
mod problem;
mod program;
mod relay;
mod report;
mod steps;
mod watch;
mod wizard;
mod work;

pub use account::{About, Account, LastTest};
pub use arrived::{Looked, Seen, Sent};
pub use device::{CardFacts, Device, FieldNames, OauthOn, Received};
pub use examine::{Examination, Examined, Sender};
pub use message::{Effect, Job, JobId, Msg, News, SearchPhase, StageEvent};
pub use model::{
    Brand, Candidate, Choice, Doubt, DoubtReason, Fit, Found, Glance, Grant, Kept, Page, Panel, Plan,
    Preparation, Program, Removal, Saved, SavedStep, SecretRef, SecretShape, SecretSource, Stranger,
};
pub use own_key::{Clients, GivenKey, GuidePanel, KeyFault, TakenKey};
pub use policy::{HelpDesk, Policy};
pub use program::ReleaseNews;
pub use relay::{ByRelay, Door, Place, Relay, RelayUser, Services, is_host};
pub use steps::{coming, removed, sender};
pub use watch::{Watch, network_may_come};
pub use wizard::Wizard;
pub use work::{ConsentWork, SendWork};

#[cfg(test)]
mod tests;
