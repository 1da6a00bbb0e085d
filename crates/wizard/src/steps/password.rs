//! Giving a password: one made for this program, or the mailbox's own.

use contract::{
    Action, ActionView, AddressHint, FieldId, Language, Login, PasswordKind, Place, Screen, SecretSlot,
    StepName, Text, Tone, Verdict,
};

use super::{Address, ByHand, Check, Consent, From, Step, Trouble, connect};
use crate::context::{Context, marks};
use crate::message::{Effect, JobId, News};
use crate::model::{Fit, Page, Plan, SecretRef, SecretShape, SecretSource};
use crate::own_key::family;
use crate::problem;
use crate::wizard::{Face, Press};

/// The password screen.
#[derive(Debug, Clone)]
pub(crate) struct Password {
    pub(crate) plan: Plan,
    pub(crate) secret: Option<SecretRef>,
    shape: SecretShape,
    error: Option<Text>,
    warned: bool,
}

impl Password {
    /// The screen with an empty field.
    pub(crate) fn new(plan: Plan) -> Self {
        Self { plan, secret: None, shape: SecretShape::default(), error: None, warned: false }
    }

    #[expect(
        clippy::wildcard_enum_match_arm,
        reason = "only what the face lists gets here; all else leaves the step as it is"
    )]
    pub(crate) fn on_press(mut self, press: Press, context: &mut Context) -> Step {
        match press.action {
            Action::ConnectAndSend => {
                if self.asked_user_name(context.language).is_some() {
                    let name = press.field(FieldId::UserName).trim().to_owned();
                    if name.is_empty() {
                        self.error = Some(Text::new("error-user-name-empty"));
                        return Step::Password(self);
                    }
                    self.plan.user_name = Some(name);
                }
                let Some(secret) = self.secret.filter(|_| !self.shape.empty) else {
                    self.error = Some(Text::new("error-password-empty"));
                    return Step::Password(self);
                };
                if self.is_app() && self.shape.fit == Fit::Misfits && !self.warned {
                    self.warned = true;
                    return Step::Password(self);
                }
                Step::Check(Box::new(Check::start(self.plan, SecretSource::Pending(secret), context)))
            }
            Action::UseAnyway => match self.secret {
                Some(secret) => {
                    Step::Check(Box::new(Check::start(self.plan, SecretSource::Pending(secret), context)))
                }
                None => Step::Password(self),
            },
            Action::OpenAppPasswordPage => {
                context.ask(Effect::Open(Page::AppPassword(self.plan.found.address.clone())));
                Step::Password(self)
            }
            Action::PageSaysNo => {
                let problem = problem::no_app_passwords(&self.plan, context.language);
                Step::Trouble(Box::new(Trouble::new(problem, From::Connect { plan: Box::new(self.plan) })))
            }
            Action::SignInGoogle | Action::SignInMicrosoft => match self.plan.consent_provider() {
                Some(provider) => {
                    Step::Consent(Consent::start(provider, Some(self.plan.by_consent()), false, context))
                }
                None => Step::Password(self),
            },
            Action::UsePassword => {
                self.plan.login = Login::Password;
                connect(self.plan, context)
            }
            Action::UseAppPassword => {
                self.plan.login = Login::AppPassword;
                connect(self.plan, context)
            }
            Action::EnterServer => Step::ByHand(ByHand::new(self.plan)),
            Action::Back => Step::Address(Address::with(self.plan.found.address)),
            _ => Step::Password(self),
        }
    }

    pub(crate) fn on_secret(mut self, slot: SecretSlot, secret: SecretRef, shape: SecretShape) -> Step {
        if slot == self.slot() {
            self.secret = Some(secret);
            self.shape = shape;
            self.error = None;
            self.warned = false;
        }
        Step::Password(self)
    }

    pub(crate) fn on_news(self, _id: JobId, _news: News, _context: &mut Context) -> Step {
        Step::Password(self)
    }

    pub(crate) fn face(&self, context: &Context) -> Face {
        // After the warning there is one way on, and it says what it is.
        let main = if self.warned { Action::UseAnyway } else { Action::ConnectAndSend };
        let mut actions = vec![ActionView::new(main, Place::Main)];
        let needed = self.plan.found.verdict == Verdict::NeedsPreparation;
        let preparation = self.plan.found.preparation.as_ref().filter(|_| self.is_app() || needed);
        let panel = preparation.map(|needed| needed.panel_for(self.plan.login));
        if preparation.is_some_and(|needed| needed.page) {
            let label = Text::new("action-open-preparation-page");
            actions.push(ActionView::new(Action::OpenAppPasswordPage, Place::Inline).labelled(label));
        }
        if panel.is_some() && self.is_app() {
            actions.push(ActionView::new(Action::PageSaysNo, Place::Inline));
        }
        if let Some(provider) = self.plan.consent_provider().filter(|provider| context.clients.has(provider))
        {
            let google = family(provider) == "google";
            let action = if google { Action::SignInGoogle } else { Action::SignInMicrosoft };
            actions.push(ActionView::new(action, Place::Inline));
        }
        if self.is_app() {
            if self.plan.found.logins.contains(&Login::Password) {
                actions.push(ActionView::new(Action::UsePassword, Place::Inline));
            }
        } else {
            if self.plan.found.logins.contains(&Login::AppPassword) {
                actions.push(ActionView::new(Action::UseAppPassword, Place::Inline));
            }
            actions.push(ActionView::new(Action::EnterServer, Place::Inline));
        }
        actions.push(ActionView::new(Action::Back, Place::Back));
        let hint = self.hint(context);
        let steps = panel.map(|panel| panel.steps.as_slice()).unwrap_or_default();
        Face {
            steps: marks(StepName::Connect),
            announce: self.error.clone().or_else(|| hint.as_ref().map(|hint| hint.text.clone())),
            screen: Screen::Password {
                kind: if self.is_app() { PasswordKind::App } else { PasswordKind::Ordinary },
                slot: self.slot(),
                provider: self.provider(context.language),
                address: self.plan.found.address.clone(),
                host: self.plan.host(),
                user_name: self.asked_user_name(context.language),
                steps: steps.iter().map(|(id, _)| self.line(id, context)).collect(),
                pictures: steps.iter().map(|(_, picture)| *picture).collect(),
                before: panel.and_then(|panel| panel.before.as_ref()).map(|id| self.line(id, context)),
                hint,
                error: self.error.clone(),
            },
            actions,
        }
    }

    pub(crate) fn jobs(&self) -> Vec<JobId> {
        Vec::new()
    }

    fn is_app(&self) -> bool {
        self.plan.login == Login::AppPassword
    }

    fn slot(&self) -> SecretSlot {
        if self.is_app() { SecretSlot::AppPassword } else { SecretSlot::Password }
    }

    fn provider(&self, language: Language) -> String {
        let name = self.plan.found.name.in_language(language);
        if name.is_empty() { self.plan.host() } else { name.to_owned() }
    }

    /// What the provider calls the user name, where nobody can work it out from the address.
    fn asked_user_name(&self, language: Language) -> Option<String> {
        self.plan.found.submission.first()?.user_name.told(language).map(str::to_owned)
    }

    fn line(&self, id: &str, context: &Context) -> Text {
        Text::new(id).with("provider", self.provider(context.language))
    }

    fn hint(&self, context: &Context) -> Option<AddressHint> {
        if !self.is_app() || self.secret.is_none() || self.shape.empty {
            return None;
        }
        if self.shape.fit == Fit::Fits {
            return Some(AddressHint { text: self.counted("prepare-fits", context), tone: Tone::Yes });
        }
        if !self.warned {
            return None;
        }
        Some(AddressHint { text: self.counted("prepare-misfit", context), tone: Tone::Care })
    }

    fn counted(&self, id: &str, context: &Context) -> Text {
        self.line(id, context).with("count", i32::from(self.shape.length))
    }
}
