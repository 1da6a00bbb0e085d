//! The problem card, and the roads that lead on from it.

use contract::{Action, AddressHint, CheckLine, Login, Problem, Route, Security, Server, Text, Tone};

use super::address::sign_in;
use super::check::arrive;
use super::{
    Address, Arrival, Behind, ByHand, Check, Consent, Home, OwnKey, Records, Step, connect, pending, relays,
    sender,
};
use crate::account::About;
use crate::arrived::Sent;
use crate::context::Context;
use crate::examine::Examination;
use crate::letter;
use crate::message::{Effect, Job, JobId, News};
use crate::model::{Found, Grant, Page, Plan, Saved, SavedStep, SecretRef, SecretSource};
use crate::problem;
use crate::wizard::Press;

/// A failure with its way on.
#[derive(Debug, Clone)]
pub(crate) struct Trouble {
    pub(crate) problem: Problem,
    pub(crate) from: From,
    pub(crate) lines: Vec<CheckLine>,
    pub(crate) notice: Option<AddressHint>,
    saving: Option<JobId>,
}

/// Where the failure happened, with what is needed to go on from there.
#[derive(Debug, Clone)]
pub(crate) enum From {
    /// On the address screen.
    Address { value: String },
    /// A service that cannot be used.
    Closed { found: Box<Found> },
    /// In the browser.
    Consent { provider: String, plan: Option<Box<Plan>>, grant: Option<Box<Grant>> },
    /// Before the sign-in.
    Connect { plan: Box<Plan> },
    /// While connecting, sending or storing.
    Check { plan: Box<Plan>, secret: SecretSource, sent: Option<Box<Sent>> },
    /// In an earlier run.
    Before(Box<Saved>),
    /// In a file, of settings or of the accounts; the step is the one to go on with.
    Over(Box<Step>),
}

impl Trouble {
    /// A card without lines.
    pub(crate) fn new(problem: Problem, from: From) -> Self {
        Self::with_lines(problem, from, Vec::new())
    }

    /// A card that keeps the lines that were finished.
    pub(crate) fn with_lines(problem: Problem, from: From, lines: Vec<CheckLine>) -> Self {
        Self { problem, from, lines, notice: None, saving: None }
    }

    #[expect(
        clippy::wildcard_enum_match_arm,
        reason = "only what the face lists gets here; all else leaves the step as it is"
    )]
    pub(crate) fn on_press(mut self: Box<Self>, press: Press, context: &mut Context) -> Step {
        match press.action {
            Action::CopyReport | Action::WriteToAdministrator => Step::Trouble(self),
            Action::SaveReport => {
                let text = self.report(context);
                self.saving = Some(context.start(Job::SaveReport { text }));
                Step::Trouble(self)
            }
            Action::OpenLetter => {
                letter::open(&press, context);
                Step::Trouble(self)
            }
            Action::Back if matches!(self.from, From::Over(_)) => self.again(context),
            // An account of the list: back to the list.
            Action::Back if matches!(&self.from, From::Check { secret: SecretSource::Stored(_), .. }) => {
                context.save_nothing();
                Step::Home(Home::default())
            }
            Action::Back | Action::FixAddress => Step::Address(Address::with(self.address())),
            Action::StartOver if matches!(self.from, From::Over(_)) => self.again(context),
            Action::StartOver => {
                context.save_nothing();
                if context.accounts.is_empty() {
                    Step::Address(Address::with(self.address()))
                } else {
                    Step::Home(Home::default())
                }
            }
            Action::OpenWebmail => {
                context.ask(Effect::Open(Page::Webmail(self.address())));
                Step::Trouble(self)
            }
            Action::OpenNetworkPage => {
                context.ask(Effect::Open(Page::Network));
                Step::Trouble(self)
            }
            Action::OpenTwoStepPage => {
                context.ask(Effect::Open(Page::TwoStep(self.address())));
                Step::Trouble(self)
            }
            Action::OpenAppPasswordPage => {
                context.ask(Effect::Open(Page::AppPassword(self.address())));
                self.password(Login::AppPassword, context)
            }
            Action::UseAppPassword => self.password(Login::AppPassword, context),
            Action::UsePassword => self.password(Login::Password, context),
            Action::ShowFields => match self.plan().cloned() {
                Some(plan) if plan.login == Login::Password => Step::ByHand(ByHand::new(plan)),
                Some(plan) => connect(plan, context),
                None => Step::Address(Address::with(self.address())),
            },
            Action::EnterServer => {
                let plan = self.plan().cloned().unwrap_or_else(|| super::address::by_hand(&self.address()));
                Step::ByHand(ByHand::new(plan))
            }
            Action::CheckRecords => self.records(context),
            Action::UseRelay => relays(&self.address(), context),
            Action::SignInGoogle => self.consent("google", false, context),
            Action::SignInMicrosoft => {
                let place = self.microsoft();
                self.consent(place, false, context)
            }
            Action::SignInAgain => match self.provider() {
                Some(provider) => self.consent(&provider, true, context),
                None => match self.plan().cloned() {
                    Some(plan) => connect(plan, context),
                    None => self.again(context),
                },
            },
            Action::SendByWeb => self.by_web(context),
            Action::MakeOwnKey => match self.registrar() {
                Some(provider) => OwnKey::start(provider, self.address(), context),
                None => Step::Trouble(self),
            },
            Action::UseThisAccount => self.use_this_account(context),
            Action::TryOtherPort => self.with_servers(other_port, context),
            Action::UseCertificateName => {
                let name = self.word("certificate-name");
                self.with_servers(|server| Server { host: name.clone(), ..server.clone() }, context)
            }
            Action::UnlockKeychain => self.again(context),
            Action::KeepForSession => self.keep_for_session(context),
            Action::Resume => self.resume(context),
            // It was written before this press was taken in, or it was not.
            Action::TryAgain if self.is_of_list() && context.unwritten.is_some() => {
                let text = Text::new("problem-list-not-written-still");
                self.notice = Some(AddressHint { text, tone: Tone::No });
                Step::Trouble(self)
            }
            Action::TryAgain => self.again(context),
            _ => Step::Trouble(self),
        }
    }

    pub(crate) fn on_news(mut self: Box<Self>, _id: JobId, news: News, _context: &mut Context) -> Step {
        if let News::ReportSaved(place) = news {
            self.saving = None;
            let (text, tone) = match place {
                Some(place) => (Text::new("report-saved").with("place", place.as_str()), Tone::Yes),
                None => (Text::new("report-not-saved"), Tone::No),
            };
            self.notice = Some(AddressHint { text, tone });
        }
        Step::Trouble(self)
    }

    pub(crate) fn jobs(&self) -> Vec<JobId> {
        self.saving.into_iter().collect()
    }

    /// A card over the list, or over what was just set up, while the list is not written.
    pub(crate) fn unwritten(step: Step, context: &Context) -> Step {
        let Some(folder) = &context.unwritten else { return step };
        Step::Trouble(Box::new(Self::new(problem::list_not_written(folder), From::Over(Box::new(step)))))
    }

    /// The secrets that the way on may need.
    pub(crate) fn secrets(&self) -> Vec<SecretRef> {
        match &self.from {
            From::Check { secret, .. } => pending(secret),
            From::Consent { grant: Some(grant), .. } => vec![grant.secret],
            From::Consent { grant: None, .. }
            | From::Address { .. }
            | From::Closed { .. }
            | From::Connect { .. }
            | From::Before(_)
            | From::Over(_) => Vec::new(),
        }
    }

    /// What the domain's settings say. The way on stays behind it.
    fn records(self: Box<Self>, context: &mut Context) -> Step {
        let plan = self
            .plan()
            .map(|plan| (plan.found.address.clone(), sender(&plan.found.kind, plan.by_relay.as_deref())));
        let Some((address, Some((sender, name)))) = plan else { return Step::Trouble(self) };
        let examination = Examination { address, sender, name, account: None };
        Records::look(examination, Behind::Trouble(self), context)
    }

    fn consent(self, provider: &str, choose_account: bool, context: &mut Context) -> Step {
        sign_in(provider, self.plan().cloned().map(Plan::by_consent_anew), choose_account, context)
    }

    /// The provider's other door. Another permission goes with it, so the person signs in once more.
    fn by_web(self: Box<Self>, context: &mut Context) -> Step {
        let Some(plan) = self.plan().cloned() else { return Step::Trouble(self) };
        let Some((provider, route)) = plan.consent_provider().zip(plan.web_route()) else {
            return Step::Trouble(self);
        };
        let plan = Plan { route, ..plan.by_consent_anew() };
        Step::Consent(Consent::start(provider, Some(plan), false, context))
    }

    fn password(self: Box<Self>, login: Login, context: &mut Context) -> Step {
        let Some(mut plan) = self.plan().cloned() else { return Step::Trouble(self) };
        plan.login = login;
        connect(plan, context)
    }

    fn use_this_account(self: Box<Self>, context: &mut Context) -> Step {
        let From::Consent { grant: Some(grant), .. } = &self.from else { return Step::Trouble(self) };
        let secret = SecretSource::Pending(grant.secret);
        let mut plan = Plan::new(grant.found.clone(), Login::OAuth);
        plan.route = self.plan().map_or(Route::Smtp, |plan| plan.route);
        Step::Check(Box::new(Check::start(plan, secret, context)))
    }

    fn with_servers(self: Box<Self>, change: impl Fn(&Server) -> Server, context: &mut Context) -> Step {
        let From::Check { plan, secret, sent: None } = &self.from else { return Step::Trouble(self) };
        let mut plan = plan.as_ref().clone();
        plan.servers = plan.servers().first().map(change).into_iter().collect();
        Step::Check(Box::new(Check::start(plan, secret.clone(), context)))
    }

    fn keep(self: Box<Self>, context: &mut Context) -> Step {
        let From::Check { plan, secret, sent: Some(sent) } = &self.from else { return Step::Trouble(self) };
        let (plan, secret, sent) = (plan.as_ref().clone(), secret.clone(), sent.as_ref().clone());
        Check::keep_again(plan, secret, self.lines, sent, context)
    }

    fn keep_for_session(self: Box<Self>, context: &mut Context) -> Step {
        let From::Check { plan, secret, sent: Some(sent) } = &self.from else { return Step::Trouble(self) };
        let SecretSource::Pending(pending) = secret else { return Step::Trouble(self) };
        context.keep_for_session(plan.found.address.to_lowercase(), *pending);
        arrive(plan.as_ref().clone(), secret, sent.as_ref().clone(), true, context)
    }

    fn resume(self: Box<Self>, context: &mut Context) -> Step {
        let From::Before(saved) = &self.from else { return Step::Trouble(self) };
        let SavedStep::Arrival(account) = &saved.step else { return connect(saved.plan.clone(), context) };
        match &account.last {
            Some(last) if !account.session_only => {
                let (mut account, sent) = (account.as_ref().clone(), last.sent.clone());
                account.about = Some(Box::new(About::of(&saved.plan.found)));
                Step::Arrival(Box::new(Arrival::start(account, sent, context)))
            }
            // A secret that was kept for that run only is gone with it.
            Some(_) | None => connect(saved.plan.clone(), context),
        }
    }

    /// The same once more, from where it failed.
    fn again(self: Box<Self>, context: &mut Context) -> Step {
        if matches!(&self.from, From::Check { sent: Some(_), .. }) {
            return self.keep(context);
        }
        match self.from {
            From::Address { value } => Address::with(value).search(context),
            From::Closed { found } => Step::Address(Address::with(found.address)),
            From::Consent { provider, plan, .. } => {
                Step::Consent(Consent::start(&provider, plan.map(|plan| *plan), false, context))
            }
            From::Connect { plan } => connect(*plan, context),
            From::Check { plan, secret, .. } => Step::Check(Box::new(Check::start(*plan, secret, context))),
            From::Before(saved) => connect(saved.plan, context),
            From::Over(step) => *step,
        }
    }
}

/// The other of the two doors (RFC 8314): 465 with TLS, 587 with STARTTLS.
pub(crate) fn other_port(server: &Server) -> Server {
    let (port, security) = match server.port {
        465 => (587, Security::Starttls),
        587 | 25 | 2525 => (465, Security::Tls),
        _ => (server.port, server.security),
    };
    Server { host: server.host.clone(), port, security }
}
