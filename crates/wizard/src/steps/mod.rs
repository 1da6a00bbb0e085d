//! The steps, one file each, and the roads between them.

mod about;
mod address;
mod arrival;
mod by_hand;
mod card;
mod check;
mod connect;
mod consent;
mod done;
mod door;
mod home;
mod own_key;
mod password;
mod question;
mod records;
mod relay;
mod relays;
mod settings;
mod trouble;

use contract::{Evidence, Field, SecretSlot};

pub(crate) use self::about::About;
pub(crate) use self::address::Address;
pub(crate) use self::arrival::Arrival;
pub(crate) use self::by_hand::ByHand;
pub(crate) use self::check::Check;
pub(crate) use self::connect::{connect, route};
pub(crate) use self::consent::Consent;
pub(crate) use self::done::Done;
pub use self::done::coming;
pub(crate) use self::door::Door;
pub(crate) use self::home::Home;
pub use self::home::removed;
pub(crate) use self::own_key::OwnKey;
pub(crate) use self::password::Password;
pub(crate) use self::question::Question;
pub use self::records::sender;
pub(crate) use self::records::{Records, has_records};
pub(crate) use self::relay::Relay;
pub(crate) use self::relays::{Relays, relays};
pub(crate) use self::settings::{Behind, Settings};
pub(crate) use self::trouble::{From, Trouble};

use crate::context::Context;
use crate::message::{JobId, News};
use crate::model::{Saved, SecretRef, SecretShape, SecretSource};
use crate::problem;
use crate::wizard::{Face, Press};

/// Where the person is.
#[derive(Debug, Clone)]
pub(crate) enum Step {
    Home(Home),
    Address(Address),
    Question(Box<Question>),
    Consent(Consent),
    Password(Password),
    ByHand(ByHand),
    Relays(Relays),
    Relay(Box<Relay>),
    Door(Door),
    Check(Box<Check>),
    Arrival(Box<Arrival>),
    Done(Box<Done>),
    Settings(Box<Settings>),
    Records(Box<Records>),
    OwnKey(Box<OwnKey>),
    About(Box<About>),
    Trouble(Box<Trouble>),
}

/// Sends a call to the step that is there. Each step answers every kind of message: a new kind is a new method here,
/// and so a decision in every file of this folder.
macro_rules! in_step {
    ($step:expr, $inner:ident => $call:expr) => {
        match $step {
            Step::Home($inner) => $call,
            Step::Address($inner) => $call,
            Step::Question($inner) => $call,
            Step::Consent($inner) => $call,
            Step::Password($inner) => $call,
            Step::ByHand($inner) => $call,
            Step::Relays($inner) => $call,
            Step::Relay($inner) => $call,
            Step::Door($inner) => $call,
            Step::Check($inner) => $call,
            Step::Arrival($inner) => $call,
            Step::Done($inner) => $call,
            Step::Settings($inner) => $call,
            Step::Records($inner) => $call,
            Step::OwnKey($inner) => $call,
            Step::About($inner) => $call,
            Step::Trouble($inner) => $call,
        }
    };
}

impl Step {
    /// The first screen of a run.
    pub(crate) fn first(context: &Context, saved: Option<Saved>) -> Self {
        if let Some(saved) = saved {
            let problem = problem::closed_in_the_middle(&saved);
            return Self::Trouble(Box::new(Trouble::new(problem, From::Before(Box::new(saved)))));
        }
        if context.accounts.is_empty() {
            Self::Address(Address::default())
        } else {
            Self::Home(Home::default())
        }
    }

    /// Stands in for the step while it reacts; never shown.
    pub(crate) fn nowhere() -> Self {
        Self::Home(Home::default())
    }

    pub(crate) fn on_press(self, press: Press, context: &mut Context) -> Self {
        in_step!(self, step => step.on_press(press, context))
    }

    pub(crate) fn on_edit(self, field: Field, context: &mut Context) -> Self {
        match self {
            Self::Address(step) => step.on_edit(field, context),
            other @ (Self::Home(_)
            | Self::Question(_)
            | Self::Consent(_)
            | Self::Password(_)
            | Self::ByHand(_)
            | Self::Relays(_)
            | Self::Door(_)
            | Self::Relay(_)
            | Self::Check(_)
            | Self::Arrival(_)
            | Self::Done(_)
            | Self::Settings(_)
            | Self::Records(_)
            | Self::OwnKey(_)
            | Self::About(_)
            | Self::Trouble(_)) => other,
        }
    }

    pub(crate) fn on_secret(
        self,
        slot: SecretSlot,
        secret: SecretRef,
        shape: SecretShape,
        _context: &mut Context,
    ) -> Self {
        match self {
            Self::Password(step) => step.on_secret(slot, secret, shape),
            Self::ByHand(step) => step.on_secret(slot, secret, shape),
            Self::OwnKey(step) => step.on_secret(slot, secret, shape),
            Self::Relay(step) => step.on_secret(slot, secret, shape),
            other @ (Self::Home(_)
            | Self::Address(_)
            | Self::Question(_)
            | Self::Consent(_)
            | Self::Relays(_)
            | Self::Door(_)
            | Self::Check(_)
            | Self::Arrival(_)
            | Self::Done(_)
            | Self::Settings(_)
            | Self::Records(_)
            | Self::About(_)
            | Self::Trouble(_)) => other,
        }
    }

    pub(crate) fn on_news(self, id: JobId, news: News, context: &mut Context) -> Self {
        if let News::Crashed { report } = &news {
            let from = self.origin();
            return Self::Trouble(Box::new(Trouble::new(problem::internal(report), from)));
        }
        in_step!(self, step => step.on_news(id, news, context))
    }

    pub(crate) fn face(&self, context: &Context) -> Face {
        in_step!(self, step => step.face(context))
    }

    /// The jobs this step waits for; all others are cancelled when it is entered.
    pub(crate) fn jobs(&self) -> Vec<JobId> {
        in_step!(self, step => step.jobs())
    }

    /// The secrets this step still needs; all others are let go.
    pub(crate) fn secrets(&self) -> Vec<SecretRef> {
        match self {
            Self::Password(step) => step.secret.into_iter().collect(),
            Self::ByHand(step) => step.secret.into_iter().collect(),
            Self::Relay(step) => step.secret.into_iter().collect(),
            Self::Check(step) => pending(&step.secret),
            Self::OwnKey(step) => step.secret.into_iter().collect(),
            Self::Trouble(step) => step.secrets(),
            Self::Records(step) => step.secrets(),
            Self::Settings(step) => step.secret.into_iter().collect(),
            Self::Home(_)
            | Self::Address(_)
            | Self::Question(_)
            | Self::Consent(_)
            | Self::Relays(_)
            | Self::Door(_)
            | Self::Arrival(_)
            | Self::Done(_)
            | Self::About(_) => Vec::new(),
        }
    }

    /// Where the settings come from that this step is about.
    pub(crate) fn evidence(&self) -> &[Evidence] {
        match self {
            Self::Question(step) => step.evidence(),
            Self::Consent(step) => step.plan.as_ref().map_or(&[], |plan| &plan.found.evidence),
            Self::Password(step) => &step.plan.found.evidence,
            Self::ByHand(step) => &step.plan.found.evidence,
            Self::Home(_)
            | Self::Address(_)
            | Self::Relays(_)
            | Self::Door(_)
            | Self::Relay(_)
            | Self::Check(_)
            | Self::Arrival(_)
            | Self::Done(_)
            | Self::Settings(_)
            | Self::Records(_)
            | Self::OwnKey(_)
            | Self::About(_)
            | Self::Trouble(_) => &[],
        }
    }

    /// What to go back to when the step itself broke.
    fn origin(self) -> From {
        match self {
            Self::Address(step) => From::Address { value: step.value },
            Self::Question(step) => From::Address { value: step.address() },
            Self::Consent(step) => {
                From::Consent { provider: step.provider, plan: step.plan.map(Box::new), grant: None }
            }
            Self::Password(step) => From::Connect { plan: Box::new(step.plan) },
            Self::ByHand(step) => From::Connect { plan: Box::new(step.plan) },
            Self::Relays(step) => From::Address { value: step.address().to_owned() },
            Self::Door(step) => From::Address { value: step.address().to_owned() },
            Self::Relay(step) => From::Address { value: step.address },
            Self::Check(step) => From::Connect { plan: Box::new(step.plan) },
            Self::Trouble(step) => step.from,
            Self::OwnKey(step) => From::Address { value: step.address() },
            Self::Home(_)
            | Self::About(_)
            | Self::Arrival(_)
            | Self::Done(_)
            | Self::Settings(_)
            | Self::Records(_) => From::Address { value: String::new() },
        }
    }
}

pub(crate) fn pending(source: &SecretSource) -> Vec<SecretRef> {
    match source {
        SecretSource::Pending(secret) => vec![*secret],
        SecretSource::Stored(_) => Vec::new(),
    }
}
