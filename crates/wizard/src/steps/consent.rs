//! Consent in the browser.

use contract::{
    AccountKind, Action, ActionView, ConsentPhase, FieldId, Login, Place, ProblemCode, Route, Screen,
    StepName, Text,
};

use super::{Address, Check, From, Settings, Step, Trouble, connect};
use crate::context::{Context, marks};
use crate::message::{Effect, Job, JobId, News};
use crate::model::{Grant, Plan, SecretSource};
use crate::own_key::family;
use crate::problem;
use crate::wizard::{Face, Press};
use crate::work::ConsentWork;

/// Before, while and after the browser is open.
#[derive(Debug, Clone)]
pub(crate) struct Consent {
    pub(crate) provider: String,
    /// `None` when the sign-in was started before any address was typed.
    pub(crate) plan: Option<Plan>,
    phase: ConsentPhase,
    job: Option<JobId>,
    notice: Option<Text>,
    long: bool,
    naming: Option<JobId>,
    /// The card of receiving, which waits for the permission to read.
    card: Option<Box<Settings>>,
}

impl Consent {
    /// The screen before the browser is opened.
    pub(crate) fn ready(provider: &str, plan: Plan) -> Self {
        Self::at(ConsentPhase::Ready, provider, Some(plan))
    }

    /// The screen with the browser being opened.
    pub(crate) fn start(
        provider: &str,
        plan: Option<Plan>,
        choose_account: bool,
        context: &mut Context,
    ) -> Self {
        Self::begin(provider, plan, choose_account, false, context)
    }

    /// The screen with the browser being opened, for reading once. Whatever comes of it, the card comes back.
    pub(crate) fn for_reading(
        provider: &str,
        plan: Plan,
        card: Box<Settings>,
        context: &mut Context,
    ) -> Self {
        let work = ConsentWork { reading: true, ..work(provider, Some(&plan), false, false) };
        Self {
            job: Some(context.start(Job::Consent(work))),
            notice: Some(Text::new("consent-for-reading")),
            card: Some(card),
            ..Self::at(ConsentPhase::Starting, provider, Some(plan))
        }
    }

    fn begin(
        provider: &str,
        plan: Option<Plan>,
        choose_account: bool,
        by_code: bool,
        context: &mut Context,
    ) -> Self {
        let work = work(provider, plan.as_ref(), choose_account, by_code);
        let job = context.start(Job::Consent(work));
        // Another way of sending has another permission: the person is told why there is a sign-in again.
        let by_web = plan.as_ref().is_some_and(|plan| plan.route != Route::Smtp);
        Self {
            job: Some(job),
            notice: by_web.then(|| Text::new("consent-by-web")),
            ..Self::at(ConsentPhase::Starting, provider, plan)
        }
    }

    fn at(phase: ConsentPhase, provider: &str, plan: Option<Plan>) -> Self {
        Self {
            provider: provider.to_owned(),
            plan,
            phase,
            job: None,
            notice: None,
            long: false,
            naming: None,
            card: None,
        }
    }

    #[expect(
        clippy::wildcard_enum_match_arm,
        reason = "only what the face lists gets here; all else leaves the step as it is"
    )]
    pub(crate) fn on_press(mut self, press: Press, context: &mut Context) -> Step {
        match press.action {
            Action::OpenBrowser => Step::Consent(Self::start(&self.provider, self.plan, false, context)),
            Action::UseDeviceCode => {
                Step::Consent(Self::begin(&self.provider, self.plan, false, true, context))
            }
            Action::OpenBrowserAgain => {
                if let Some(job) = self.job {
                    context.ask(Effect::OpenAgain(job));
                }
                self.notice = None;
                Step::Consent(self)
            }
            Action::NameTheError => {
                let text = press.field(FieldId::PageText);
                if text.trim().is_empty() {
                    self.notice = Some(Text::new("consent-error-empty"));
                } else {
                    let address = self.plan.as_ref().map(|plan| plan.found.address.clone());
                    let provider = self.provider.clone();
                    self.naming = Some(context.start(Job::Diagnose { provider, address, text }));
                }
                Step::Consent(self)
            }
            Action::KeepWaiting => {
                self.notice = None;
                self.long = false;
                Step::Consent(self)
            }
            Action::Cancel | Action::Back if self.card.is_some() => self.card_again(),
            Action::Cancel => self.trouble(problem::consent_stopped(), None),
            Action::Back => {
                Step::Address(Address::with(self.plan.map(|plan| plan.found.address).unwrap_or_default()))
            }
            Action::UseAppPassword => match self.plan {
                Some(mut plan) => {
                    plan.login = Login::AppPassword;
                    connect(plan, context)
                }
                None => Step::Consent(self),
            },
            _ => Step::Consent(self),
        }
    }

    #[expect(
        clippy::wildcard_enum_match_arm,
        reason = "only news of the jobs that this step began gets here"
    )]
    pub(crate) fn on_news(mut self, _id: JobId, news: News, context: &mut Context) -> Step {
        match news {
            News::Listening { url, at, opened } => {
                self.phase = ConsentPhase::Waiting { url, since: at, opened };
                if !opened {
                    self.notice = Some(Text::new("problem-browser-not-opened-reason"));
                }
                Step::Consent(self)
            }
            News::Code { code, url, picture, until } => {
                self.phase = ConsentPhase::Code { code, url, picture, until };
                self.notice = None;
                Step::Consent(self)
            }
            News::NothingYet => {
                self.notice = Some(Text::new("consent-nothing-yet"));
                Step::Consent(self)
            }
            News::LongWait => {
                self.notice = Some(Text::new("problem-still-waiting-reason"));
                self.long = true;
                Step::Consent(self)
            }
            News::Checking => {
                self.phase = ConsentPhase::Checking;
                self.notice = None;
                Step::Consent(self)
            }
            // Words that mean nothing to us end no waiting.
            News::Named(problem) if problem.code == ProblemCode::UnknownReply => {
                self.naming = None;
                self.notice = Some(Text::new("consent-error-unknown"));
                Step::Consent(self)
            }
            News::Named(problem) => self.trouble(*problem, None),
            News::Consented(Ok(grant)) => self.granted(*grant, context),
            News::Consented(Err(problem)) => self.trouble(*problem, None),
            _ => Step::Consent(self),
        }
    }

    pub(crate) fn face(&self, _context: &Context) -> Face {
        let mut actions = Vec::new();
        match &self.phase {
            ConsentPhase::Ready => {
                actions.push(ActionView::new(Action::OpenBrowser, Place::Main));
                if offers_code(&self.provider) {
                    actions.push(ActionView::new(Action::UseDeviceCode, Place::Inline));
                }
                if self.plan.as_ref().is_some_and(|plan| plan.found.logins.contains(&Login::AppPassword)) {
                    actions.push(ActionView::new(Action::UseAppPassword, Place::Inline));
                }
            }
            ConsentPhase::Starting | ConsentPhase::Checking => {
                actions.push(ActionView::new(Action::Cancel, Place::Side));
            }
            ConsentPhase::Waiting { .. } => {
                actions.push(ActionView::new(Action::CopyLink, Place::Inline));
                actions.push(ActionView::new(Action::OpenBrowserAgain, Place::Inline));
                actions.push(ActionView::new(Action::NameTheError, Place::Inline));
                if offers_code(&self.provider) && self.card.is_none() {
                    actions.push(ActionView::new(Action::UseDeviceCode, Place::Inline));
                }
                if self.long {
                    actions.push(ActionView::new(Action::KeepWaiting, Place::Main));
                }
                actions.push(ActionView::new(Action::Cancel, Place::Side));
            }
            ConsentPhase::Code { .. } => {
                let page = ActionView::new(Action::OpenBrowserAgain, Place::Inline);
                actions.push(page.labelled(Text::new("action-open-code-page")));
                actions.push(ActionView::new(Action::CopyCode, Place::Inline));
                actions.push(ActionView::new(Action::NameTheError, Place::Inline));
                actions.push(ActionView::new(Action::Cancel, Place::Side));
            }
        }
        actions.push(ActionView::new(Action::Back, Place::Back));
        Face {
            steps: if self.card.is_some() { Vec::new() } else { marks(StepName::Connect) },
            announce: self.notice.clone().or_else(|| match self.phase {
                ConsentPhase::Ready => None,
                ConsentPhase::Starting => Some(Text::new("consent-starting")),
                ConsentPhase::Waiting { .. } => Some(Text::new("consent-waiting")),
                ConsentPhase::Code { .. } => Some(Text::new("consent-code-waiting")),
                ConsentPhase::Checking => Some(Text::new("consent-checking")),
            }),
            screen: Screen::Consent {
                provider: family(&self.provider).to_owned(),
                address: self.plan.as_ref().map(|plan| plan.found.address.clone()),
                phase: self.phase.clone(),
                notice: self.notice.clone(),
                wide: self.is_wide().then(|| Text::new("consent-google-wide")),
            },
            actions,
        }
    }

    /// Whether Google's page will speak of reading and deleting, too: only its web interface has a smaller permission.
    fn is_wide(&self) -> bool {
        let before = match self.phase {
            ConsentPhase::Ready | ConsentPhase::Starting | ConsentPhase::Waiting { .. } => true,
            ConsentPhase::Code { .. } | ConsentPhase::Checking => false,
        };
        let by_smtp = self.plan.as_ref().is_none_or(|plan| plan.route == Route::Smtp);
        before && by_smtp && family(&self.provider) == "google"
    }

    /// The card as it was, with nothing tried.
    fn card_again(self) -> Step {
        match self.card {
            Some(card) => Step::Settings(card),
            None => Step::Address(Address::default()),
        }
    }

    pub(crate) fn jobs(&self) -> Vec<JobId> {
        self.job.into_iter().chain(self.naming).collect()
    }

    fn granted(mut self, grant: Grant, context: &mut Context) -> Step {
        if let Some(plan) = &self.plan
            && !plan.found.address.eq_ignore_ascii_case(&grant.address)
        {
            let problem = problem::other_account(&plan.found.address, &grant.address);
            return self.trouble(problem, Some(grant));
        }
        if let Some(card) = self.card.take() {
            return card.with_permission(grant.secret, context);
        }
        let plan = match self.plan {
            // An account of the list whose servers were put aside on a card: the consent brings them anew.
            Some(plan) if plan.servers().is_empty() => Plan::new(grant.found, Login::OAuth),
            Some(plan) => plan,
            None => Plan::new(grant.found, Login::OAuth),
        };
        Step::Check(Box::new(Check::start(plan, SecretSource::Pending(grant.secret), context)))
    }

    fn trouble(mut self, problem: contract::Problem, grant: Option<Grant>) -> Step {
        if let Some(card) = self.card.take() {
            return card.without_permission(problem);
        }
        let from = From::Consent {
            provider: self.provider,
            plan: self.plan.map(Box::new),
            grant: grant.map(Box::new),
        };
        Step::Trouble(Box::new(Trouble::new(problem, from)))
    }
}

fn work(provider: &str, plan: Option<&Plan>, choose_account: bool, by_code: bool) -> ConsentWork {
    ConsentWork {
        provider: provider.to_owned(),
        address: plan.map(|plan| plan.found.address.clone()),
        personal: plan.and_then(|plan| match plan.found.kind {
            AccountKind::GooglePersonal | AccountKind::MicrosoftPersonal => Some(true),
            AccountKind::GoogleWorkspace
            | AccountKind::Microsoft365
            | AccountKind::Microsoft365Gov
            | AccountKind::Microsoft365China => Some(false),
            AccountKind::Mailbox(_)
            | AccountKind::RelayService
            | AccountKind::Closed
            | AccountKind::Unknown => None,
        }),
        choose_account,
        route: plan.map_or(Route::Smtp, |plan| plan.route),
        by_code,
        reading: false,
    }
}

/// Whether the provider gives codes for another device. Google gives none that may send mail (its list of scopes for
/// devices has no mail in it).
fn offers_code(provider: &str) -> bool {
    family(provider) == "microsoft"
}
