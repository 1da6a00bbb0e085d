//! A way of sending that a company's administrator opens: what it can, what it cannot, and what is typed in a device.

use contract::{Action, ActionView, AddressHint, CardRow, Place, Screen, Text, Tone};

use super::{Step, relays};
use crate::card::{exact, written};
use crate::context::Context;
use crate::message::{JobId, News};
use crate::relay;
use crate::wizard::{Face, Press};

/// The explanation of one way.
#[derive(Debug, Clone)]
pub(crate) struct Door {
    address: String,
    door: relay::Door,
}

impl Door {
    pub(crate) fn new(address: String, door: relay::Door) -> Self {
        Self { address, door }
    }

    /// What stands in the address field when the person goes back.
    pub(crate) fn address(&self) -> &str {
        &self.address
    }

    pub(crate) fn on_press(self, press: Press, context: &mut Context) -> Step {
        if press.action == Action::Back {
            return relays(&self.address, context);
        }
        Step::Door(self)
    }

    pub(crate) fn on_news(self, _id: JobId, _news: News, _context: &mut Context) -> Step {
        Step::Door(self)
    }

    pub(crate) fn face(&self, context: &Context) -> Face {
        let text = |part: &str| Text::new(format!("card-door-{}-{part}", self.door.name));
        let said = |label: &str, value: &str| CardRow {
            label: Text::new(label),
            field: String::new(),
            value: Text::new(value),
            exact: false,
        };
        let mut rows = vec![match self.door.host.as_str() {
            "" => said("card-server", "card-door-mx"),
            host => exact("card-server", "", host),
        }];
        if let Some((port, security)) = self.door.doors.first() {
            rows.push(exact("card-port", "", &port.to_string()));
            rows.push(exact("card-security", "", written(*security)));
        }
        rows.push(said("card-password", "card-door-no-password"));
        rows.push(said("card-sender", "card-door-sender"));
        let title = Text::new("as-it-is").with("value", self.door.title.in_language(context.language));
        let lead = AddressHint { text: text("lead"), tone: Tone::Care };
        Face {
            steps: Vec::new(),
            announce: Some(lead.text.clone()),
            screen: Screen::Card {
                title,
                address: self.address.clone(),
                lead,
                path: String::new(),
                rows,
                notes: (1..=self.door.notes).map(|at| text(&at.to_string())).collect(),
                trying: false,
            },
            actions: vec![ActionView::new(Action::Back, Place::Back)],
        }
    }

    pub(crate) fn jobs(&self) -> Vec<JobId> {
        Vec::new()
    }
}
