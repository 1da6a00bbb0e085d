//! Giving what one relay service needs: the sender, the key, and a place or a user name where it asks for them.

use contract::{
    AccountKind, Action, ActionView, FieldId, Login, Place, PlaceChoice, RelayPlace, RelayPlaceKind, Screen,
    SecretSlot, StepName, StepPicture, Text, Verdict,
};

use super::by_hand::{half_width, tidy_host};
use super::{Address, Behind, Check, Records, Step, relays};
use crate::context::{Context, marks};
use crate::examine::{Examination, Sender};
use crate::message::{Effect, JobId, News};
use crate::model::{Found, Page, Plan, SecretRef, SecretShape, SecretSource};
use crate::relay::{self, ByRelay, RelayUser};
use crate::wizard::{Face, Press};

/// The screen of one service.
#[derive(Debug, Clone)]
pub(crate) struct Relay {
    pub(crate) address: String,
    relay: relay::Relay,
    place: String,
    user_name: String,
    recipient: String,
    pub(crate) secret: Option<SecretRef>,
    shape: SecretShape,
    error: Option<(Text, Option<FieldId>)>,
}

impl Relay {
    pub(crate) fn new(address: String, relay: relay::Relay) -> Self {
        let place = match &relay.place {
            Some(relay::Place::Region(regions)) => {
                regions.first().map(|(id, _)| id.clone()).unwrap_or_default()
            }
            Some(relay::Place::Account | relay::Place::Host) | None => String::new(),
        };
        Self {
            address,
            relay,
            place,
            user_name: String::new(),
            recipient: String::new(),
            secret: None,
            shape: SecretShape::default(),
            error: None,
        }
    }

    /// The screen of a plan that was made before. The key has to be given once more.
    pub(crate) fn of(plan: &Plan, by: &ByRelay) -> Self {
        let mut step = Self::new(plan.found.address.clone(), by.relay.clone());
        step.place.clone_from(&by.place);
        step.recipient = by.recipient.clone().unwrap_or_default();
        if matches!(by.relay.user_name, RelayUser::Told(_)) {
            step.user_name = plan.user_name.clone().unwrap_or_default();
        }
        step
    }

    #[expect(
        clippy::wildcard_enum_match_arm,
        reason = "only what the face lists gets here; all else leaves the step as it is"
    )]
    pub(crate) fn on_press(mut self: Box<Self>, press: Press, context: &mut Context) -> Step {
        match press.action {
            Action::ConnectAndSend => {
                self.take(&press);
                match self.plan() {
                    Ok((plan, secret)) => {
                        let secret = SecretSource::Pending(secret);
                        Step::Check(Box::new(Check::start(plan, secret, context)))
                    }
                    Err((error, field)) => {
                        self.error = Some((Text::new(error), field));
                        Step::Relay(self)
                    }
                }
            }
            Action::OpenAppPasswordPage => {
                context.ask(Effect::Open(Page::RelayKey(self.relay.id.clone())));
                Step::Relay(self)
            }
            Action::CheckRecords => {
                self.take(&press);
                if !is_address(&self.address) {
                    self.error = Some((Text::new("error-relay-address"), Some(FieldId::Address)));
                    return Step::Relay(self);
                }
                let examination = Examination {
                    address: self.address.clone(),
                    sender: Sender::Relay(self.relay.id.clone()),
                    name: self.relay.name.clone(),
                    account: None,
                };
                Records::look(examination, Behind::Relay(self), context)
            }
            // The organisation has one service alone: before it comes the address.
            Action::Back if context.policy.relay.is_some() => Step::Address(Address::with(self.address)),
            Action::Back => relays(&self.address, context),
            _ => Step::Relay(self),
        }
    }

    pub(crate) fn on_secret(
        mut self: Box<Self>,
        slot: SecretSlot,
        secret: SecretRef,
        shape: SecretShape,
    ) -> Step {
        if slot == SecretSlot::RelayKey {
            self.secret = Some(secret);
            self.shape = shape;
            self.error = None;
        }
        Step::Relay(self)
    }

    pub(crate) fn on_news(self: Box<Self>, _id: JobId, _news: News, _context: &mut Context) -> Step {
        Step::Relay(self)
    }

    pub(crate) fn face(&self, context: &Context) -> Face {
        let language = context.language;
        let provider = self.relay.name.in_language(language);
        let key = self.relay.key.in_language(language);
        let line = |id: &str| Text::new(id).with("provider", provider).with("key", key);
        let mut actions = vec![ActionView::new(Action::ConnectAndSend, Place::Main)];
        if self.relay.page {
            let label = Text::new("action-open-preparation-page");
            actions.push(ActionView::new(Action::OpenAppPasswordPage, Place::Inline).labelled(label));
        }
        actions.push(ActionView::new(Action::CheckRecords, Place::Inline));
        actions.push(ActionView::new(Action::Back, Place::Back));
        // Who opens the service for the company hands its settings over, too.
        let paper = match self.relay.before.as_deref() {
            Some("relay-before-administrator") => "relay-step-paper-administrator",
            _ => "relay-step-paper",
        };
        let page = if self.relay.app_password { "relay-step-page-app-password" } else { "relay-step-page" };
        let steps: &[(&str, StepPicture)] = if self.relay.page {
            &[
                (page, StepPicture::Page),
                ("relay-step-make", StepPicture::Make),
                ("relay-step-copy", StepPicture::Copy),
            ]
        } else {
            &[(paper, StepPicture::Page), ("relay-step-type", StepPicture::Paste)]
        };
        let (error, wrong) = self.error.clone().unzip();
        Face {
            steps: marks(StepName::Connect),
            announce: error.clone(),
            screen: Screen::Relay {
                id: self.relay.id.clone(),
                provider: provider.to_owned(),
                address: self.address.clone(),
                recipient: self.recipient.clone(),
                place: self.relay.place.as_ref().map(|place| RelayPlace {
                    kind: match place {
                        relay::Place::Region(_) => RelayPlaceKind::Region,
                        relay::Place::Account => RelayPlaceKind::Account,
                        relay::Place::Host => RelayPlaceKind::Host,
                    },
                    value: self.place.clone(),
                    choices: match place {
                        relay::Place::Region(regions) => regions
                            .iter()
                            .map(|(id, name)| PlaceChoice {
                                id: id.clone(),
                                name: name.in_language(language).to_owned(),
                            })
                            .collect(),
                        relay::Place::Account | relay::Place::Host => Vec::new(),
                    },
                }),
                user_name_words: match &self.relay.user_name {
                    RelayUser::Told(words) => Some(words.in_language(language).to_owned()),
                    RelayUser::Fixed(_) | RelayUser::Sender => None,
                },
                user_name: self.user_name.clone(),
                key: key.to_owned(),
                slot: SecretSlot::RelayKey,
                steps: steps.iter().map(|(id, _)| line(id)).collect(),
                pictures: steps.iter().map(|(_, picture)| *picture).collect(),
                before: self.relay.before.as_deref().map(line),
                error,
                wrong: wrong.flatten(),
            },
            actions,
        }
    }

    pub(crate) fn jobs(&self) -> Vec<JobId> {
        Vec::new()
    }

    fn take(&mut self, press: &Press) {
        self.address = half_width(&press.field(FieldId::Address));
        self.recipient = half_width(&press.field(FieldId::Recipient));
        let place = press.field(FieldId::Place);
        self.place = match &self.relay.place {
            Some(relay::Place::Host) => tidy_host(&place),
            Some(relay::Place::Account) => place.trim().to_ascii_lowercase(),
            Some(relay::Place::Region(_)) | None => place,
        };
        self.user_name = press.field(FieldId::UserName).trim().to_owned();
        self.error = None;
    }

    /// The plan, or what is missing and in which field.
    fn plan(&self) -> Result<(Plan, SecretRef), (&'static str, Option<FieldId>)> {
        if !is_address(&self.address) {
            return Err(("error-relay-address", Some(FieldId::Address)));
        }
        if !self.recipient.is_empty() && !is_address(&self.recipient) {
            return Err(("error-relay-address", Some(FieldId::Recipient)));
        }
        if let Some(place) = &self.relay.place
            && !place.takes(&self.place)
        {
            let error = match place {
                relay::Place::Host => "error-host-shape",
                relay::Place::Region(_) | relay::Place::Account => "error-relay-place",
            };
            return Err((error, Some(FieldId::Place)));
        }
        let user_name = match &self.relay.user_name {
            RelayUser::Fixed(name) => name.clone(),
            RelayUser::Sender => self.address.clone(),
            RelayUser::Told(_) if self.user_name.is_empty() => {
                return Err(("error-user-name-empty", Some(FieldId::UserName)));
            }
            RelayUser::Told(_) => self.user_name.clone(),
        };
        let Some(secret) = self.secret.filter(|_| !self.shape.empty) else {
            return Err(("error-relay-key-empty", None));
        };
        let found = Found {
            kind: AccountKind::RelayService,
            name: self.relay.name.clone(),
            verdict: Verdict::Ready,
            logins: vec![Login::RelayKey],
            ..Found::nothing(&self.address)
        };
        let mut plan = Plan::new(found, Login::RelayKey);
        plan.servers = self.relay.servers(&self.place);
        plan.user_name = Some(user_name);
        let elsewhere = !self.recipient.is_empty() && !self.recipient.eq_ignore_ascii_case(&self.address);
        plan.by_relay = Some(Box::new(ByRelay {
            relay: self.relay.clone(),
            place: self.place.clone(),
            recipient: elsewhere.then(|| self.recipient.clone()),
        }));
        Ok((plan, secret))
    }
}

/// Whether it can be an address at all. Whether it is one, the service says.
fn is_address(text: &str) -> bool {
    let Some((local, domain)) = text.rsplit_once('@') else { return false };
    let odd =
        |letter: char| letter.is_whitespace() || letter.is_control() || "<>@,;:\\\"()[]".contains(letter);
    !local.is_empty()
        && !local.chars().any(odd)
        && domain.contains('.')
        && !domain.split('.').any(str::is_empty)
        && !domain.chars().any(odd)
        && text.len() <= 254
}
