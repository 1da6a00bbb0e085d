//! Choosing a relay service.

use contract::{Action, ActionView, Place, RelayChoice, Screen, StepName, Text};

use super::{Address, Door, Relay, Step};
use crate::context::{Context, marks};
use crate::message::{Job, JobId, News};
use crate::relay::{self, Services};
use crate::wizard::{Face, Press};

/// The list of services.
#[derive(Debug, Clone)]
pub(crate) struct Relays {
    address: String,
    listed: Services,
    job: Option<JobId>,
}

/// Where a sending service is chosen; straight to the organisation's own, where it has decided on one.
pub(crate) fn relays(address: &str, context: &mut Context) -> Step {
    match context.policy.relay.clone() {
        Some(relay) => Step::Relay(Box::new(Relay::new(address.trim().to_owned(), relay))),
        None => Step::Relays(Relays::start(address, context)),
    }
}

impl Relays {
    /// The list for a sender's address, which may still be empty.
    fn start(address: &str, context: &mut Context) -> Self {
        let job = Some(context.start(Job::ListRelays));
        Self { address: address.trim().to_owned(), listed: Services::default(), job }
    }

    /// What stands in the address field when the person goes back.
    pub(crate) fn address(&self) -> &str {
        &self.address
    }

    #[expect(
        clippy::wildcard_enum_match_arm,
        reason = "only what the face lists gets here; all else leaves the step as it is"
    )]
    pub(crate) fn on_press(mut self, press: Press, _context: &mut Context) -> Step {
        match press.action {
            Action::Back => Step::Address(Address::with(self.address)),
            Action::ChooseRelay => {
                let chosen =
                    self.listed.relays.iter().position(|relay| Some(&relay.id) == press.target.as_ref());
                match chosen.map(|at| self.listed.relays.swap_remove(at)) {
                    Some(relay) => Step::Relay(Box::new(Relay::new(self.address, relay))),
                    None => Step::Relays(self),
                }
            }
            Action::ExplainDoor => {
                let chosen =
                    self.listed.doors.iter().position(|door| Some(&door.name) == press.target.as_ref());
                match chosen.map(|at| self.listed.doors.swap_remove(at)) {
                    Some(door) => Step::Door(Door::new(self.address, door)),
                    None => Step::Relays(self),
                }
            }
            _ => Step::Relays(self),
        }
    }

    #[expect(
        clippy::wildcard_enum_match_arm,
        reason = "only news of the jobs that this step began gets here"
    )]
    pub(crate) fn on_news(mut self, _id: JobId, news: News, _context: &mut Context) -> Step {
        match news {
            News::RelaysListed(mut services) => {
                self.job = None;
                services.relays.sort_by_key(|relay| relay.name.en.to_lowercase());
                self.listed = services;
                Step::Relays(self)
            }
            _ => Step::Relays(self),
        }
    }

    pub(crate) fn face(&self, context: &Context) -> Face {
        let mut actions: Vec<ActionView> = self
            .listed
            .relays
            .iter()
            .map(|relay| {
                let name = relay.name.in_language(context.language);
                let label = Text::new("action-choose-relay").with("provider", name);
                ActionView::new(Action::ChooseRelay, Place::Inline).on(&relay.id).labelled(label)
            })
            .collect();
        actions.extend(self.listed.doors.iter().map(|door| {
            let label = Text::new("as-it-is").with("value", door.title.in_language(context.language));
            ActionView::new(Action::ExplainDoor, Place::Inline).on(&door.name).labelled(label)
        }));
        actions.push(ActionView::new(Action::Back, Place::Back));
        let choice = |relay: &relay::Relay| RelayChoice {
            id: relay.id.clone(),
            suits: Text::new(relay.suits.clone()),
        };
        let explained = |door: &relay::Door| RelayChoice {
            id: door.name.clone(),
            suits: Text::new(format!("card-door-{}-lead", door.name)),
        };
        Face {
            steps: marks(StepName::Address),
            screen: Screen::Relays {
                choices: self.listed.relays.iter().map(choice).collect(),
                doors: self.listed.doors.iter().map(explained).collect(),
            },
            actions,
            announce: None,
        }
    }

    pub(crate) fn jobs(&self) -> Vec<JobId> {
        self.job.into_iter().collect()
    }
}
