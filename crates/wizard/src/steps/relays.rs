//! Choosing a relay service.

use contract::{Action, ActionView, Place, RelayChoice, Screen, StepName, Text};

use super::{Address, Relay, Step};
use crate::context::{Context, marks};
use crate::message::{Job, JobId, News};
use crate::relay;
use crate::wizard::{Face, Press};

/// The list of services.
#[derive(Debug)]
pub(crate) struct Relays {
    address: String,
    listed: Vec<relay::Relay>,
    job: Option<JobId>,
}

impl Relays {
    /// The list for a sender's address, which may still be empty.
    pub(crate) fn start(address: &str, context: &mut Context) -> Self {
        let job = Some(context.start(Job::ListRelays));
        Self { address: address.trim().to_owned(), listed: Vec::new(), job }
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
                let chosen = self.listed.iter().position(|relay| Some(&relay.id) == press.target.as_ref());
                match chosen.map(|at| self.listed.swap_remove(at)) {
                    Some(relay) => Step::Relay(Box::new(Relay::new(self.address, relay))),
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
            News::RelaysListed(mut relays) => {
                self.job = None;
                relays.sort_by_key(|relay| relay.name.en.to_lowercase());
                self.listed = relays;
                Step::Relays(self)
            }
            _ => Step::Relays(self),
        }
    }

    pub(crate) fn face(&self, context: &Context) -> Face {
        let mut actions: Vec<ActionView> = self
            .listed
            .iter()
            .map(|relay| {
                let name = relay.name.in_language(context.language);
                let label = Text::new("action-choose-relay").with("provider", name);
                ActionView::new(Action::ChooseRelay, Place::Inline).on(&relay.id).labelled(label)
            })
            .collect();
        actions.push(ActionView::new(Action::Back, Place::Back));
        let choice = |relay: &relay::Relay| RelayChoice {
            id: relay.id.clone(),
            suits: Text::new(relay.suits.clone()),
        };
        Face {
            steps: marks(StepName::Address),
            screen: Screen::Relays { choices: self.listed.iter().map(choice).collect() },
            actions,
            announce: None,
        }
    }

    pub(crate) fn jobs(&self) -> Vec<JobId> {
        self.job.into_iter().collect()
    }
}
