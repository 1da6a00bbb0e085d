//! Making a registration of one's own, one panel at a time, and handing it over.

use contract::{
    Action, ActionView, AddressHint, Detail, FieldId, HandsOver, Place, Screen, SecretSlot, StepName, Text,
    Tone,
};

use super::address::sign_in;
use super::{Address, Step};
use crate::context::{Context, marks};
use crate::message::{Effect, Job, JobId, News};
use crate::model::{Page, SecretRef, SecretShape};
use crate::own_key::{GivenKey, GuidePanel, TakenKey, family};
use crate::problem::brand;
use crate::wizard::{Face, Press};

/// The way to a registration of one's own.
#[derive(Debug, Clone)]
pub(crate) struct OwnKey {
    provider: String,
    /// The address that is set up; empty where none was typed yet.
    address: String,
    panels: Vec<GuidePanel>,
    at: usize,
    pub(crate) secret: Option<SecretRef>,
    shape: SecretShape,
    /// What is running: asking for the panels, taking the registration, or deleting the file.
    job: Option<JobId>,
    /// What is wrong, and with which field.
    error: Option<(Text, Option<FieldId>)>,
    taken: Option<TakenKey>,
    /// What became of the downloaded file.
    deleted: Option<bool>,
}

impl OwnKey {
    /// The first panel.
    pub(crate) fn start(provider: &str, address: String, context: &mut Context) -> Step {
        let job = context.start(Job::Guide { provider: provider.to_owned() });
        Step::OwnKey(Box::new(Self {
            provider: provider.to_owned(),
            address,
            panels: Vec::new(),
            at: 0,
            secret: None,
            shape: SecretShape::default(),
            job: Some(job),
            error: None,
            taken: None,
            deleted: None,
        }))
    }

    /// The address, for the way back.
    pub(crate) fn address(&self) -> String {
        self.address.clone()
    }

    #[expect(
        clippy::wildcard_enum_match_arm,
        reason = "only what the face lists gets here; all else leaves the step as it is"
    )]
    pub(crate) fn on_press(mut self: Box<Self>, press: Press, context: &mut Context) -> Step {
        match press.action {
            Action::Continue if self.taken.is_some() => return self.sign_in(context),
            Action::Continue => self.at += 1,
            Action::Back if self.at == 0 => return Step::Address(Address::with(self.address)),
            Action::Back => {
                self.at -= 1;
                self.error = None;
            }
            Action::OpenKeyPage => {
                let panel = self.panels.get(self.at).map(|panel| panel.name.clone()).unwrap_or_default();
                context.ask(Effect::Open(Page::OwnKey { provider: self.provider.clone(), panel }));
            }
            Action::TakeKey => self.take(&press, context),
            Action::DeleteKeyFile => self.job = Some(context.start(Job::DeleteKeyFile)),
            _ => {}
        }
        Step::OwnKey(self)
    }

    pub(crate) fn on_secret(
        mut self: Box<Self>,
        slot: SecretSlot,
        secret: SecretRef,
        shape: SecretShape,
    ) -> Step {
        if slot == SecretSlot::KeyFile && self.hands_over() == HandsOver::File {
            self.secret = Some(secret);
            self.shape = shape;
            self.error = None;
        }
        Step::OwnKey(self)
    }

    #[expect(
        clippy::wildcard_enum_match_arm,
        reason = "only news of the jobs that this step began gets here"
    )]
    pub(crate) fn on_news(mut self: Box<Self>, _id: JobId, news: News, context: &mut Context) -> Step {
        self.job = None;
        match news {
            News::Guide(panels) => self.panels = panels,
            News::KeyTaken(Ok(taken)) => {
                context.clients.own(&self.provider, taken.client.clone());
                self.secret = None;
                self.taken = Some(taken);
            }
            News::KeyTaken(Err(fault)) => self.error = Some((Text::new(fault.id()), fault.field())),
            News::KeyFileDeleted(gone) => self.deleted = Some(gone),
            _ => {}
        }
        Step::OwnKey(self)
    }

    pub(crate) fn face(&self, _context: &Context) -> Face {
        let hint = self.hint();
        let (error, wrong) = self.error.clone().unzip();
        let panel = self.panels.get(self.at).filter(|_| self.taken.is_none());
        let text = |part: &str| {
            let name = panel.map_or("done", |panel| panel.name.as_str());
            Text::new(format!("own-key-{}-{name}{part}", family(&self.provider)))
                .with("place", self.provider.as_str())
        };
        let steps = panel.map(|panel| panel.steps.as_slice()).unwrap_or_default();
        let copies = panel.map(|panel| panel.copies.as_slice()).unwrap_or_default();
        let number = |count: usize| u8::try_from(count).unwrap_or(u8::MAX);
        let at = panel.map_or(0, |_| number(self.at + 1));
        Face {
            steps: marks(StepName::Connect),
            announce: error.clone().or_else(|| hint.as_ref().map(|hint| hint.text.clone())),
            screen: Screen::Guide {
                provider: family(&self.provider).to_owned(),
                title: if self.panels.is_empty() { Text::new("own-key-opening") } else { text("") },
                at,
                of: number(self.panels.len()),
                steps: (1..=steps.len()).map(|line| text(&format!("-{line}"))).collect(),
                pictures: steps.to_vec(),
                care: panel.filter(|panel| panel.care).map(|_| text("-care")),
                copies: copies.iter().map(copy).collect(),
                hands_over: self.hands_over(),
                hint,
                error,
                wrong: wrong.flatten(),
            },
            actions: self.actions(),
        }
    }

    pub(crate) fn jobs(&self) -> Vec<JobId> {
        self.job.into_iter().collect()
    }

    fn take(&mut self, press: &Press, context: &mut Context) {
        let given = match self.hands_over() {
            HandsOver::Nothing => return,
            HandsOver::File => match self.secret.filter(|_| !self.shape.empty) {
                Some(file) => GivenKey::File(file),
                None => {
                    self.error = Some((Text::new("own-key-error-no-file"), None));
                    return;
                }
            },
            HandsOver::Ids => GivenKey::Ids {
                provider: self.provider.clone(),
                client: press.field(FieldId::ClientId),
                tenant: press.field(FieldId::TenantId),
            },
        };
        self.error = None;
        self.job = Some(context.start(Job::TakeKey(given)));
    }

    /// With the new registration: the address once more, whose road is another one now.
    fn sign_in(self, context: &mut Context) -> Step {
        if self.address.is_empty() {
            return sign_in(&self.provider, None, false, context);
        }
        Address::with(self.address).search(context)
    }

    fn hands_over(&self) -> HandsOver {
        let panel = self.panels.get(self.at).filter(|_| self.taken.is_none());
        panel.map_or(HandsOver::Nothing, |panel| panel.hands_over)
    }

    fn actions(&self) -> Vec<ActionView> {
        if self.panels.is_empty() {
            return Vec::new();
        }
        if let Some(taken) = &self.taken {
            let label = Text::new("action-own-key-sign-in").with("provider", brand(&self.provider));
            let mut actions = vec![ActionView::new(Action::Continue, Place::Main).labelled(label)];
            if taken.file.is_some() && self.deleted != Some(true) && self.job.is_none() {
                actions.push(ActionView::new(Action::DeleteKeyFile, Place::Inline));
            }
            return actions;
        }
        let mut actions = Vec::new();
        if self.panels.get(self.at).is_some_and(|panel| panel.page) {
            actions.push(ActionView::new(Action::OpenKeyPage, Place::Inline));
        }
        if self.job.is_none() {
            let main =
                if self.hands_over() == HandsOver::Nothing { Action::Continue } else { Action::TakeKey };
            actions.push(ActionView::new(main, Place::Main));
        }
        actions.push(ActionView::new(Action::Back, Place::Back));
        actions
    }

    fn hint(&self) -> Option<AddressHint> {
        let text = match &self.taken {
            Some(TakenKey { file, .. }) => {
                let id = match (self.deleted, file) {
                    (Some(true), _) => "own-key-file-deleted",
                    (Some(false), _) => "own-key-file-not-deleted",
                    (None, Some(_)) => "own-key-file-there",
                    (None, None) if self.provider == "google" => "own-key-taken",
                    (None, None) => "own-key-ids-taken",
                };
                Text::new(id).with("file", file.as_deref().unwrap_or_default())
            }
            None if self.secret.is_some() && !self.shape.empty && self.error.is_none() => {
                Text::new("own-key-file-read")
            }
            None => return None,
        };
        Some(AddressHint { text, tone: if self.deleted == Some(false) { Tone::Care } else { Tone::Yes } })
    }
}

fn copy((name, text): &(String, String)) -> Detail {
    Detail {
        label: Text::new(format!("own-key-copy-{name}")),
        value: Text::new("as-it-is").with("value", text.as_str()),
    }
}
