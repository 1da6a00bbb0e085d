//! The wizard: takes a message, gives effects, shows a view.

use std::collections::BTreeMap;

use contract::{Action, ActionView, Command, EvidenceLine, Field, FieldId, Language, Text, Unopened, View};

use crate::account::Account;
use crate::context::Context;
use crate::message::{Effect, Msg, News};
use crate::model::{Program, Saved, SecretRef};
use crate::own_key::Clients;
use crate::policy::Policy;
use crate::problem;
use crate::steps::{From, Step, Trouble};

/// The whole state of one run. Holds no secret: only references to where secrets are.
#[derive(Debug, Clone)]
pub struct Wizard {
    context: Context,
    step: Step,
    unopened: Option<Unopened>,
}

/// What was pressed, with the drafts of the fields.
#[derive(Debug, Clone)]
pub(crate) struct Press {
    pub(crate) action: Action,
    pub(crate) target: Option<String>,
    fields: Vec<Field>,
}

/// What a step shows.
pub(crate) struct Face {
    pub(crate) steps: Vec<contract::StepMark>,
    pub(crate) screen: contract::Screen,
    pub(crate) actions: Vec<ActionView>,
    pub(crate) announce: Option<Text>,
}

impl Wizard {
    /// A wizard at its first screen: where it was left, the list of accounts, or the address.
    pub fn new(
        language: Language,
        clients: Clients,
        program: Program,
        accounts: Vec<Account>,
        saved: Option<Saved>,
    ) -> Self {
        let context = Context::new(language, clients, program, accounts);
        let step = Step::first(&context, saved);
        Self { context, step, unopened: None }
    }

    /// The same with what an organisation has decided. A file that could not be read is told first.
    #[must_use]
    pub fn under(mut self, policy: Policy) -> Self {
        if let Some((file, line)) = &policy.fault {
            let problem = problem::settings_faulty(file, *line);
            let first = std::mem::replace(&mut self.step, Step::nowhere());
            self.step = Step::Trouble(Box::new(Trouble::new(problem, From::Over(Box::new(first)))));
        }
        self.context.policy = policy;
        self
    }

    /// Takes one message and says what has to be done now. News of jobs that are no longer running, and actions
    /// that the view does not list, change nothing.
    pub fn update(&mut self, msg: Msg) -> Vec<Effect> {
        match msg {
            Msg::Said(Command::SetLanguage { language }) => {
                self.context.language = language;
                self.context.ask(Effect::SaveLanguage(language));
            }
            Msg::Said(Command::Edit { field }) => self.step(|step, context| step.on_edit(field, context)),
            Msg::Said(Command::Press { action, target, fields }) => {
                let press = Press { action, target, fields };
                if self.allows(&press) {
                    self.unopened = None;
                    self.step(|step, context| step.on_press(press, context));
                }
            }
            Msg::SecretGiven { slot, secret, shape } => {
                self.step(|step, context| step.on_secret(slot, secret, shape, context));
                self.forget_unheld(secret);
            }
            Msg::Job { id, news } => {
                let granted = if let News::Consented(Ok(grant)) = &news { Some(grant.secret) } else { None };
                if self.context.running.contains(&id) {
                    if news.ends_job() {
                        self.context.running.remove(&id);
                    }
                    self.step(|step, context| step.on_news(id, news, context));
                }
                // A consent that came in the moment of a Cancel waits in the pocket, too.
                if let Some(secret) = granted {
                    self.forget_unheld(secret);
                }
            }
            Msg::Written(accounts) => {
                let had_some = !self.context.accounts.is_empty();
                self.context.take_in(accounts);
                if had_some && self.context.accounts.is_empty() && matches!(self.step, Step::Home(_)) {
                    self.step(|_, context| Step::first(context, None));
                }
            }
            Msg::Unwritten(folder) => self.context.unwritten = folder,
            Msg::NotOpened(link) => {
                let what =
                    if link.is_some() { "problem-browser-not-opened-reason" } else { "letter-not-opened" };
                self.unopened = Some(Unopened { text: Text::new(what), link });
            }
        }
        std::mem::take(&mut self.context.effects)
    }

    /// The screen as it is now.
    pub fn view(&self) -> View {
        let face = self.face();
        let unwritten = Self::unwritten(&face.actions);
        View {
            language: self.context.language,
            steps: face.steps,
            screen: face.screen,
            actions: face.actions,
            announce: self
                .unopened
                .as_ref()
                .map(|unopened| unopened.text.clone())
                .or_else(|| unwritten.clone())
                .or(face.announce),
            unopened: self.unopened.clone(),
            unwritten,
            evidence: self.step.evidence().iter().map(EvidenceLine::from).collect(),
            // They are put in where the View leaves for a page.
            words: BTreeMap::new(),
        }
    }

    /// The accounts that were set up.
    pub fn accounts(&self) -> &[Account] {
        &self.context.accounts
    }

    /// What the step shows, without the buttons that the organisation has taken away.
    fn face(&self) -> Face {
        let mut face = self.step.face(&self.context);
        face.actions.retain(|view| self.context.policy.permits(view.action));
        face
    }

    /// Said where the way to its card is.
    fn unwritten(actions: &[ActionView]) -> Option<Text> {
        let told = |view: &ActionView| view.action == Action::ShowTrouble && view.target.is_none();
        actions.iter().any(told).then(|| Text::new("problem-list-not-written-told"))
    }

    fn allows(&self, press: &Press) -> bool {
        self.face()
            .actions
            .iter()
            .any(|view| view.action == press.action && (view.target.is_none() || view.target == press.target))
    }

    /// Lets go of a secret that has just come, unless the step has taken it.
    fn forget_unheld(&mut self, secret: SecretRef) {
        if !self.step.secrets().contains(&secret) {
            self.context.ask(Effect::Forget(secret));
        }
    }

    /// Lets the step react; then stops the jobs and lets go of the secrets that the new step does not hold.
    fn step(&mut self, react: impl FnOnce(Step, &mut Context) -> Step) {
        let held = self.step.secrets();
        let step = std::mem::replace(&mut self.step, Step::nowhere());
        self.step = react(step, &mut self.context);
        self.context.keep_only(&self.step.jobs());
        let still = self.step.secrets();
        for secret in held {
            if !still.contains(&secret) && !self.context.session.values().any(|kept| *kept == secret) {
                self.context.ask(Effect::Forget(secret));
            }
        }
    }
}

impl Press {
    /// The draft of a field, as it was typed; empty when it is not on the screen.
    pub(crate) fn field(&self, id: FieldId) -> String {
        self.fields.iter().find(|field| field.id == id).map(|field| field.text.clone()).unwrap_or_default()
    }
}
