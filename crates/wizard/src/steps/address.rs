//! Typing the address, and the search for its settings.

use contract::{Action, ActionView, Field, FieldId, Login, Place, ProblemCode, Screen, StepName, Text};

use super::{About, ByHand, Consent, From, Home, Question, Step, Trouble, relays, route};
use crate::context::{Context, marks};
use crate::message::{Job, JobId, News, SearchPhase};
use crate::model::{Found, Glance, Plan};
use crate::problem;
use crate::wizard::{Face, Press};

/// The first screen.
#[derive(Debug, Clone, Default)]
pub(crate) struct Address {
    pub(crate) value: String,
    glance: Glance,
    error: Option<Text>,
    look_up: Option<JobId>,
    search: Option<Search>,
    /// The text for which a spelling was offered and not taken: it is not offered twice.
    offered_for: Option<String>,
}

#[derive(Debug, Clone)]
struct Search {
    job: JobId,
    phase: Option<SearchPhase>,
    slow: bool,
}

impl Address {
    /// The screen with an address in its field.
    pub(crate) fn with(value: String) -> Self {
        Self { value, ..Self::default() }
    }

    #[expect(
        clippy::wildcard_enum_match_arm,
        reason = "only what the face lists gets here; all else leaves the step as it is"
    )]
    pub(crate) fn on_press(mut self, press: Press, context: &mut Context) -> Step {
        match press.action {
            Action::Continue => {
                self.value = press.field(FieldId::Address);
                self.search(context)
            }
            Action::UseSuggestion => {
                self.value = self.glance.suggestion.take().unwrap_or(self.value);
                self.search(context)
            }
            Action::SignInGoogle => sign_in("google", None, false, context),
            Action::SignInMicrosoft => sign_in("microsoft", None, false, context),
            Action::Cancel => {
                self.search = None;
                Step::Address(self)
            }
            Action::EnterServer => Step::ByHand(ByHand::new(by_hand(&self.value))),
            Action::ShowAbout => About::open(Some(press.field(FieldId::Address)), context),
            Action::UseRelay => relays(&press.field(FieldId::Address), context),
            Action::Back => {
                // On the list nothing is left to go on with: what was begun was given up.
                context.save_nothing();
                Step::Home(Home::default())
            }
            _ => Step::Address(self),
        }
    }

    pub(crate) fn on_edit(mut self, field: Field, context: &mut Context) -> Step {
        if field.id == FieldId::Address && field.text != self.value {
            self.value = field.text.clone();
            self.error = None;
            self.search = None;
            self.look_up = Some(context.start(Job::LookUp { text: field.text }));
        }
        Step::Address(self)
    }

    #[expect(
        clippy::wildcard_enum_match_arm,
        reason = "only news of the jobs that this step began gets here"
    )]
    pub(crate) fn on_news(mut self, id: JobId, news: News, context: &mut Context) -> Step {
        match news {
            News::LookedUp(glance) => {
                if self.look_up == Some(id) {
                    self.glance = glance;
                }
                Step::Address(self)
            }
            News::Searching(phase) => {
                if let Some(search) = &mut self.search {
                    search.slow |= phase == SearchPhase::Slow;
                    search.phase = Some(phase);
                }
                Step::Address(self)
            }
            News::Found(Ok(found)) => self.found(*found, context),
            News::Found(Err(problem)) => {
                self.search = None;
                if problem.code == ProblemCode::AddressIncomplete {
                    self.error = Some(Text::new("problem-address-incomplete"));
                    return Step::Address(self);
                }
                Step::Trouble(Box::new(Trouble::new(*problem, From::Address { value: self.value })))
            }
            News::Doubted(doubt) => Step::Question(Box::new(Question::mailbox(*doubt))),
            _ => Step::Address(self),
        }
    }

    pub(crate) fn face(&self, context: &Context) -> Face {
        let mut actions = Vec::new();
        if self.search.is_some() {
            actions.push(ActionView::new(Action::Cancel, Place::Side));
            if self.search.as_ref().is_some_and(|search| search.slow) && self.value.contains('@') {
                actions.push(ActionView::new(Action::EnterServer, Place::Inline));
            }
        } else {
            actions.push(ActionView::new(Action::Continue, Place::Main));
            if let Some(suggestion) = &self.glance.suggestion {
                let label = Text::new("action-use-suggestion").with("suggestion", suggestion.as_str());
                actions.push(ActionView::new(Action::UseSuggestion, Place::Inline).labelled(label));
            }
            actions.push(ActionView::new(Action::SignInGoogle, Place::Inline));
            actions.push(ActionView::new(Action::SignInMicrosoft, Place::Inline));
            actions.push(ActionView::new(Action::UseRelay, Place::Inline));
            actions.push(ActionView::new(Action::ShowAbout, Place::Foot));
        }
        if !context.accounts.is_empty() {
            actions.push(ActionView::new(Action::Back, Place::Back));
        }
        let searching = self.search.as_ref().map(|search| match search.phase {
            None | Some(SearchPhase::Dns) => Text::new("searching-dns"),
            Some(SearchPhase::Web) => Text::new("searching-web"),
            Some(SearchPhase::Probe) => Text::new("searching-probe"),
            Some(SearchPhase::Slow) => Text::new("searching-slow"),
        });
        Face {
            steps: marks(StepName::Address),
            announce: searching.clone().or_else(|| self.error.clone()),
            screen: Screen::Address {
                value: self.value.clone(),
                hint: self.glance.hint.clone(),
                suggestion: self.glance.suggestion.clone(),
                error: self.error.clone(),
                searching,
            },
            actions,
        }
    }

    pub(crate) fn jobs(&self) -> Vec<JobId> {
        self.look_up.into_iter().chain(self.search.as_ref().map(|search| search.job)).collect()
    }

    pub(crate) fn search(mut self, context: &mut Context) -> Step {
        self.error = None;
        if self.glance.suggestion.is_some() && self.offered_for.as_ref() != Some(&self.value) {
            self.offered_for = Some(self.value.clone());
            return Step::Address(self);
        }
        let job = context.start(Job::Find { text: self.value.clone() });
        self.search = Some(Search { job, phase: None, slow: false });
        Step::Address(self)
    }

    fn found(mut self, found: Found, context: &mut Context) -> Step {
        self.search = None;
        if found.suggestion.is_some() && self.offered_for.as_ref() != Some(&self.value) {
            self.offered_for = Some(self.value.clone());
            self.glance.suggestion = found.suggestion;
            return Step::Address(self);
        }
        route(found, context)
    }
}

/// Straight to the browser, with what is known of the address; to the card that says so where this program has no key.
pub(crate) fn sign_in(
    provider: &str,
    plan: Option<Plan>,
    choose_account: bool,
    context: &mut Context,
) -> Step {
    if !context.clients.has(provider) {
        let problem = problem::no_client_id(provider);
        return Step::Trouble(Box::new(Trouble::new(problem, From::Address { value: String::new() })));
    }
    Step::Consent(Consent::start(provider, plan, choose_account, context))
}

/// A plan of which only the address is known.
pub(crate) fn by_hand(address: &str) -> Plan {
    Plan::new(Found::nothing(address.trim()), Login::Password)
}
