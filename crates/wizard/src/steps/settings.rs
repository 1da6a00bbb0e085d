//! Settings for other programs and devices, and for receiving: the questions before the card, and the card.

use contract::{Action, ActionView, Ask, Place, Problem, Screen, Text};

use super::{Arrival, Consent, Done, Home, Relay, Step, Trouble, check};
use crate::account::Account;
use crate::card::{Sheet, Tried, Untried, Use, makes_passwords, receiving, sending, servers, trial};
use crate::context::{Context, all_done};
use crate::device::{CardFacts, Received};
use crate::message::{Effect, Job, JobId, News};
use crate::model::{Page, SecretRef, SecretSource, consent_provider};
use crate::wizard::{Face, Press};

/// What the settings can be for, by the target of the action.
const USES: [&str; 4] = ["mail-program", "printer", "wordpress", "program"];
/// The target for a maker that is not on the list.
const OTHER_MAKER: &str = "other";

/// The way to a card, and the card.
#[derive(Debug, Clone)]
pub(crate) struct Settings {
    account: Account,
    behind: Behind,
    /// What the table knows; asked for when the step begins.
    facts: CardFacts,
    at: At,
    /// A permission for reading that was given for this card alone.
    pub(crate) secret: Option<SecretRef>,
}

/// Where the person came from.
#[derive(Debug, Clone)]
pub(crate) enum Behind {
    /// The list of accounts.
    Home,
    /// The last screen of a setup.
    Done(Box<Done>),
    /// The screen of a relay service.
    Relay(Box<Relay>),
    /// A card.
    Trouble(Box<Trouble>),
    /// The question whether the message arrived.
    Arrival(Box<Arrival>),
}

impl Behind {
    /// The step that is behind.
    pub(crate) fn leave(self) -> Step {
        match self {
            Self::Home => Step::Home(Home::default()),
            Self::Done(done) => Step::Done(done),
            Self::Relay(relay) => Step::Relay(relay),
            Self::Trouble(trouble) => Step::Trouble(trouble),
            Self::Arrival(arrival) => Step::Arrival(arrival),
        }
    }

    /// The secrets it still needs.
    pub(crate) fn secrets(&self) -> Vec<SecretRef> {
        match self {
            Self::Home | Self::Done(_) | Self::Arrival(_) => Vec::new(),
            Self::Relay(relay) => relay.secret.into_iter().collect(),
            Self::Trouble(trouble) => trouble.secrets(),
        }
    }
}

#[derive(Debug, Clone)]
enum At {
    /// The table is being asked; then on to receiving, or to the question.
    Gathering { job: JobId, receiving: bool },
    /// What is it for?
    Purpose,
    /// Who made the device?
    Maker,
    /// The card for sending.
    Sending(Use),
    /// The card for receiving.
    Receiving { job: Option<JobId>, tried: Tried },
}

impl Settings {
    /// Asks what the settings are for.
    pub(crate) fn ask(account: Account, behind: Behind, context: &mut Context) -> Step {
        Self::gather(account, behind, false, context)
    }

    /// Shows the settings for receiving, and tries them where the sign-in allows it.
    pub(crate) fn receiving(account: Account, behind: Behind, context: &mut Context) -> Step {
        Self::gather(account, behind, true, context)
    }

    fn gather(account: Account, behind: Behind, receiving: bool, context: &mut Context) -> Step {
        let job = context.start(Job::Gather { account: Box::new(account.clone()) });
        let facts = CardFacts::default();
        Step::Settings(Box::new(Self {
            account,
            behind,
            facts,
            at: At::Gathering { job, receiving },
            secret: None,
        }))
    }

    /// Tries receiving with a permission that is kept nowhere.
    pub(crate) fn with_permission(mut self: Box<Self>, secret: SecretRef, context: &mut Context) -> Step {
        self.secret = Some(secret);
        let retrieval = servers(&self.account, &self.facts).to_vec();
        let account = Box::new(Account { retrieval, ..self.account.clone() });
        let job = Job::Receive { account, secret: SecretSource::Pending(secret) };
        self.at = At::Receiving { job: Some(context.start(job)), tried: Tried::Now };
        Step::Settings(self)
    }

    /// Says why the permission for reading did not come.
    pub(crate) fn without_permission(mut self: Box<Self>, problem: Problem) -> Step {
        self.at = At::Receiving { job: None, tried: Tried::Done(Received::Refused(Box::new(problem))) };
        Step::Settings(self)
    }

    /// Where the wider permission could be asked for.
    fn reader(&self, tried: &Tried, context: &Context) -> Option<&'static str> {
        let provider = consent_provider(&self.account.kind)?;
        let only_sends = matches!(trial(&self.account, &self.facts), Err(Untried::OnlySends));
        let open = matches!(tried, Tried::Not(_) | Tried::Done(Received::Refused(_)));
        let known = !servers(&self.account, &self.facts).is_empty();
        (only_sends && open && known && context.clients.has(provider)).then_some(provider)
    }

    fn begin(&self, context: &mut Context) -> At {
        match trial(&self.account, &self.facts) {
            Ok(servers) => {
                let account = Account { retrieval: servers, ..self.account.clone() };
                let secret = context.secret_of(&account.id);
                let job = Job::Receive { account: Box::new(account), secret };
                At::Receiving { job: Some(context.start(job)), tried: Tried::Now }
            }
            Err(why) => At::Receiving { job: None, tried: Tried::Not(why) },
        }
    }

    pub(crate) fn on_press(mut self: Box<Self>, press: Press, context: &mut Context) -> Step {
        let target = press.target.as_deref().unwrap_or_default();
        match (press.action, &self.at) {
            (Action::Back, At::Gathering { .. } | At::Purpose | At::Receiving { .. }) => {
                return self.behind.leave();
            }
            (Action::Back, At::Sending(Use::Device(_))) => self.at = At::Maker,
            (Action::Back, At::Maker | At::Sending(_)) => self.at = At::Purpose,
            (Action::Finish, _) => return Step::Home(Home::default()),
            (Action::ForDevice, At::Purpose) => self.at = purpose(target),
            (Action::OfMaker, At::Maker) => {
                let device = self.facts.devices.iter().find(|device| device.id == target);
                self.at = At::Sending(Use::Device(device.cloned().map(Box::new)));
            }
            (Action::TryAgain, At::Receiving { .. }) => self.at = self.begin(context),
            (Action::AllowReading, At::Receiving { tried, .. }) => {
                let Some(provider) = self.reader(tried, context) else { return Step::Settings(self) };
                let plan = check::plan_of(&self.account);
                return Step::Consent(Consent::for_reading(provider, plan, self, context));
            }
            (Action::OpenAppPasswordPage, _) => {
                let provider = self.account.kind.provider().to_owned();
                context.ask(Effect::Open(Page::DevicePassword(provider)));
            }
            _ => {}
        }
        Step::Settings(self)
    }

    #[expect(
        clippy::wildcard_enum_match_arm,
        reason = "only news of the jobs that this step began gets here"
    )]
    pub(crate) fn on_news(mut self: Box<Self>, _id: JobId, news: News, context: &mut Context) -> Step {
        match news {
            News::Gathered(facts) => {
                let receiving = matches!(self.at, At::Gathering { receiving: true, .. });
                self.facts = *facts;
                self.at = if receiving { self.begin(context) } else { At::Purpose };
                Step::Settings(self)
            }
            News::Received(outcome) => {
                self.at = At::Receiving { job: None, tried: Tried::Done(outcome) };
                Step::Settings(self)
            }
            _ => Step::Settings(self),
        }
    }

    pub(crate) fn face(&self, context: &Context) -> Face {
        let steps = match self.behind {
            Behind::Home | Behind::Relay(_) | Behind::Trouble(_) | Behind::Arrival(_) => Vec::new(),
            Behind::Done(_) => all_done(),
        };
        let back = ActionView::new(Action::Back, Place::Back);
        let question = |ask, answers: Vec<ActionView>| Face {
            steps: steps.clone(),
            announce: None,
            screen: Screen::Question { address: self.account.address.clone(), ask },
            actions: answers.into_iter().chain([back.clone()]).collect(),
        };
        match &self.at {
            // The answers come with what the table knows, in the same moment.
            At::Gathering { receiving: false, .. } => question(Ask::Device, Vec::new()),
            At::Gathering { receiving: true, .. } => {
                let sheet = receiving(&self.account, &self.facts, &Tried::Now, context.language);
                self.card(sheet, true, steps, vec![back])
            }
            At::Purpose => question(Ask::Device, USES.map(for_device).to_vec()),
            At::Maker => {
                let makers = self.facts.devices.iter().map(|device| {
                    let label =
                        Text::new("as-it-is").with("value", device.name.in_language(context.language));
                    ActionView::new(Action::OfMaker, Place::Inline).on(&device.id).labelled(label)
                });
                let other = ActionView::new(Action::OfMaker, Place::Inline)
                    .on(OTHER_MAKER)
                    .labelled(Text::new("action-of-other-maker"));
                question(Ask::Maker, makers.chain([other]).collect())
            }
            At::Sending(purpose) => {
                let mut actions = vec![ActionView::new(Action::Finish, Place::Main), back];
                if makes_passwords(&self.account, &self.facts) {
                    actions.push(ActionView::new(Action::OpenAppPasswordPage, Place::Inline));
                }
                let sheet = sending(&self.account, &self.facts, purpose, context.language);
                self.card(sheet, false, steps, actions)
            }
            At::Receiving { job, tried } => {
                let mut actions = vec![ActionView::new(Action::Finish, Place::Main), back];
                if self.reader(tried, context).is_some() {
                    actions.push(ActionView::new(Action::AllowReading, Place::Side));
                } else if matches!(tried, Tried::Done(_)) && self.secret.is_none() {
                    actions.push(ActionView::new(Action::TryAgain, Place::Side));
                }
                let mut sheet = receiving(&self.account, &self.facts, tried, context.language);
                if self.secret.is_some() && matches!(tried, Tried::Done(Received::Works)) {
                    sheet.lead.text = Text::new("card-receiving-works-once");
                }
                self.card(sheet, job.is_some(), steps, actions)
            }
        }
    }

    fn card(
        &self,
        sheet: Sheet,
        trying: bool,
        steps: Vec<contract::StepMark>,
        actions: Vec<ActionView>,
    ) -> Face {
        let Sheet { title, lead, path, rows, notes } = sheet;
        Face {
            steps,
            announce: Some(lead.text.clone()),
            screen: Screen::Card {
                title,
                address: self.account.address.clone(),
                lead,
                path,
                rows,
                notes,
                trying,
            },
            actions,
        }
    }

    pub(crate) fn jobs(&self) -> Vec<JobId> {
        match self.at {
            At::Gathering { job, .. } => vec![job],
            At::Receiving { job, .. } => job.into_iter().collect(),
            At::Purpose | At::Maker | At::Sending(_) => Vec::new(),
        }
    }
}

fn purpose(target: &str) -> At {
    match target {
        "mail-program" => At::Sending(Use::MailProgram),
        "printer" => At::Maker,
        "wordpress" => At::Sending(Use::WordPress),
        "program" => At::Sending(Use::Program),
        _ => At::Purpose,
    }
}

fn for_device(target: &str) -> ActionView {
    let label = Text::new(format!("action-for-{target}"));
    ActionView::new(Action::ForDevice, Place::Inline).on(target).labelled(label)
}
