//! Connecting, signing in, sending one test message, and storing the secret.

use contract::{
    Action, ActionView, CheckLine, LineState, Place, Problem, Route, Screen, Stage, StepName, Text,
};

use super::{Arrival, From, Home, Step, Trouble, connect};
use crate::account::{About, Account, LastTest};
use crate::arrived::Sent;
use crate::context::{Context, marks};
use crate::message::{Job, JobId, News, StageEvent};
use crate::model::{Plan, SavedStep, SecretSource};
use crate::problem;
use crate::watch::Watch;
use crate::wizard::{Face, Press};
use crate::work::SendWork;

/// The check, line by line.
#[derive(Debug, Clone)]
pub(crate) struct Check {
    pub(crate) plan: Plan,
    pub(crate) secret: SecretSource,
    lines: Vec<CheckLine>,
    job: JobId,
    sent: Option<Sent>,
}

impl Check {
    /// Begins with a road that was chosen.
    pub(crate) fn start(plan: Plan, secret: SecretSource, context: &mut Context) -> Self {
        save(&plan, &secret, SavedStep::Check, context);
        let work = SendWork {
            address: plan.found.address.clone(),
            recipient: plan.by_relay.as_ref().and_then(|by| by.recipient.clone()),
            servers: plan.servers(),
            user_name: plan.user_name(),
            login: plan.login,
            provider: plan.found.kind.provider().to_owned(),
            secret: secret.clone(),
            retrieval: plan.found.retrieval.clone(),
            route: plan.route,
            by_command: false,
        };
        let keeps = is_new(&secret, context);
        let lines = lines(&plan, keeps);
        let job = context.start(Job::Send(Box::new(work)));
        Self { plan, secret, lines, job, sent: None }
    }

    /// Tries once more to store the secret of a message that was sent.
    pub(crate) fn keep_again(
        plan: Plan,
        secret: SecretSource,
        lines: Vec<CheckLine>,
        sent: Sent,
        context: &mut Context,
    ) -> Step {
        let check = Self { plan, secret, lines, job: JobId(0), sent: None };
        check.keep(sent, context)
    }

    #[expect(
        clippy::wildcard_enum_match_arm,
        reason = "only what the face lists gets here; all else leaves the step as it is"
    )]
    pub(crate) fn on_press(self: Box<Self>, press: Press, context: &mut Context) -> Step {
        match press.action {
            Action::Cancel if self.is_handing_over() => {
                let problem = problem::stopped_while_sending();
                self.trouble(problem)
            }
            // The server has the message: a screen that does not say so would have a second one sent.
            Action::Cancel if self.sent.is_some() => {
                let problem = problem::stopped_while_storing();
                self.trouble(problem)
            }
            Action::Cancel => match &self.secret {
                SecretSource::Pending(_) => connect(self.plan, context),
                SecretSource::Stored(_) => {
                    context.save_nothing();
                    Step::Home(Home::default())
                }
            },
            _ => Step::Check(self),
        }
    }

    #[expect(
        clippy::wildcard_enum_match_arm,
        reason = "only news of the jobs that this step began gets here"
    )]
    pub(crate) fn on_news(mut self: Box<Self>, _id: JobId, news: News, context: &mut Context) -> Step {
        match news {
            News::Stage { stage, event } => {
                self.mark(stage, &event);
                Step::Check(self)
            }
            News::Sent(Ok(sent)) if is_new(&self.secret, context) => self.keep(sent, context),
            News::Sent(Ok(sent)) => {
                let session_only = matches!(self.secret, SecretSource::Pending(_));
                self.arrive(sent, session_only, context)
            }
            News::Sent(Err(problem)) => self.trouble(*problem),
            News::Kept(Ok(_)) => match self.sent.take() {
                Some(sent) => {
                    context.end_session(&self.plan.found.address.to_lowercase());
                    self.mark(Stage::Keep, &StageEvent::Finished { ms: 0, detail: String::new() });
                    self.arrive(sent, false, context)
                }
                None => Step::Check(self),
            },
            News::Kept(Err(problem)) => self.trouble(*problem),
            _ => Step::Check(self),
        }
    }

    pub(crate) fn face(&self, _context: &Context) -> Face {
        let now = self.lines.iter().rev().find(|line| line.state != LineState::Todo);
        Face {
            steps: marks(StepName::Check),
            announce: now.map(|line| line.text.clone()),
            screen: Screen::Check { lines: self.lines.clone() },
            actions: vec![ActionView::new(Action::Cancel, Place::Side)],
        }
    }

    pub(crate) fn jobs(&self) -> Vec<JobId> {
        vec![self.job]
    }

    fn keep(mut self, sent: Sent, context: &mut Context) -> Step {
        let SecretSource::Pending(secret) = self.secret else {
            return Box::new(self).arrive(sent, false, context);
        };
        self.mark(Stage::Keep, &StageEvent::Started);
        let account = Box::new(account(&self.plan, &sent));
        self.job = context.start(Job::Keep { account, secret });
        self.sent = Some(sent);
        Step::Check(Box::new(self))
    }

    /// The message is on its way and the account is remembered.
    fn arrive(self: Box<Self>, sent: Sent, session_only: bool, context: &mut Context) -> Step {
        arrive(self.plan, &self.secret, sent, session_only, context)
    }

    fn trouble(self, problem: Problem) -> Step {
        let mut lines = self.lines;
        for line in &mut lines {
            if line.state == LineState::Now {
                line.state = LineState::Failed;
                line.text = line_text(line.stage, LineState::Failed, "");
            }
        }
        let from =
            From::Check { plan: Box::new(self.plan), secret: self.secret, sent: self.sent.map(Box::new) };
        Step::Trouble(Box::new(Trouble::with_lines(problem, from, lines)))
    }

    fn is_handing_over(&self) -> bool {
        self.lines.iter().any(|line| line.stage == Stage::HandOver && line.state == LineState::Now)
    }

    fn mark(&mut self, stage: Stage, event: &StageEvent) {
        let Some(line) = self.lines.iter_mut().find(|line| line.stage == stage) else { return };
        match event {
            StageEvent::Started => {
                line.state = LineState::Now;
                line.ms = None;
                line.text = line_text(stage, LineState::Now, "");
            }
            StageEvent::Finished { ms, detail } => {
                line.state = LineState::Done;
                line.ms = Some(*ms).filter(|ms| *ms > 0 || stage != Stage::Keep);
                line.text = line_text(stage, LineState::Done, detail);
            }
        }
    }
}

/// Whether the secret is still to be stored: one that is kept for this run only is not.
fn is_new(secret: &SecretSource, context: &Context) -> bool {
    match secret {
        SecretSource::Pending(secret) => !context.session.values().any(|kept| kept == secret),
        SecretSource::Stored(_) => false,
    }
}

/// Remembers a setting up against a sudden end. One more test of an account that is set up leaves nothing to go on with.
fn save(plan: &Plan, secret: &SecretSource, step: SavedStep, context: &mut Context) {
    match secret {
        SecretSource::Pending(_) => context.save(plan, step),
        SecretSource::Stored(_) => context.save_nothing(),
    }
}

/// To the arrival screen: shared by a stored secret and one that is kept for this run only.
pub(crate) fn arrive(
    plan: Plan,
    secret: &SecretSource,
    sent: Sent,
    session_only: bool,
    context: &mut Context,
) -> Step {
    let mut account = account(&plan, &sent);
    account.session_only = session_only;
    let known = context.account(&account.id);
    // Another run removed it, and its secret with it, while one more message was on its way.
    if known.is_none() && matches!(secret, SecretSource::Stored(_)) {
        context.save_nothing();
        return Step::first(context, None);
    }
    account.over_stored = session_only && known.is_some_and(Account::is_stored);
    account.watch = known.and_then(|known| known.watch.as_ref()).filter(|_| !session_only).map(Watch::mended);
    context.remember(&account);
    save(&plan, secret, SavedStep::Arrival(Box::new(account.clone())), context);
    Step::Arrival(Box::new(Arrival::start(account, sent, context)))
}

/// The plan for one more test of an account that is set up.
pub(crate) fn plan_of(account: &Account) -> Plan {
    let mut plan = super::address::by_hand(&account.address);
    plan.found.kind = account.kind.clone();
    plan.found.name = account.name.clone();
    plan.found.retrieval = account.retrieval.clone();
    plan.found.provider.clone_from(&account.provider);
    plan.found.logins = vec![account.login];
    if let Some(about) = &account.about {
        // The way that it signs in by stays open, whatever the table says by now.
        plan.found.logins.extend(about.logins.iter().filter(|login| **login != account.login));
        plan.found.preparation.clone_from(&about.preparation);
        plan.found.verdict = about.verdict;
        plan.found.webmail = about.webmail;
    }
    plan.login = account.login;
    plan.servers = vec![account.server.clone()];
    plan.user_name = Some(account.user_name.clone());
    plan.mailbox_user_name = Some(account.mailbox_user_name.clone());
    plan.route = account.route;
    plan.by_relay.clone_from(&account.by_relay);
    plan
}

fn account(plan: &Plan, sent: &Sent) -> Account {
    Account {
        id: plan.found.address.to_lowercase(),
        address: plan.found.address.clone(),
        kind: plan.found.kind.clone(),
        name: plan.found.name.clone(),
        provider: plan.found.provider.clone(),
        about: Some(Box::new(About::of(&plan.found))),
        route: plan.route,
        login: plan.login,
        server: sent.server.clone(),
        user_name: plan.user_name(),
        mailbox_user_name: plan.mailbox_user_name(),
        retrieval: if sent.can_look { plan.found.retrieval.clone() } else { Vec::new() },
        by_relay: plan.by_relay.clone(),
        session_only: false,
        over_stored: false,
        last: Some(LastTest { sent: sent.clone(), seen: None, confirmed_at: None }),
        watch: None,
    }
}

fn lines(plan: &Plan, keeps: bool) -> Vec<CheckLine> {
    let mut stages = vec![Stage::Connect, Stage::Secure, Stage::SignIn];
    // Only in SMTP is the sender a question of its own.
    stages.extend((plan.route == Route::Smtp).then_some(Stage::Sender));
    stages.push(Stage::HandOver);
    if keeps {
        stages.push(Stage::Keep);
    }
    let mut lines = vec![CheckLine {
        stage: Stage::Find,
        state: LineState::Done,
        ms: Some(plan.found.elapsed_ms).filter(|ms| *ms > 0),
        text: line_text(Stage::Find, LineState::Done, ""),
    }];
    lines.extend(stages.into_iter().map(|stage| CheckLine {
        stage,
        state: LineState::Todo,
        ms: None,
        text: line_text(stage, LineState::Todo, ""),
    }));
    lines
}

fn line_text(stage: Stage, state: LineState, detail: &str) -> Text {
    let state = match state {
        LineState::Todo => "todo",
        LineState::Now => "now",
        LineState::Done => "done",
        LineState::Failed => "failed",
    };
    if stage == Stage::Connect && state == "done" && !detail.is_empty() {
        return Text::new("check-connect-instead").with("family", detail);
    }
    let text = Text::new(format!("check-{}-{state}", stage.name()));
    if stage == Stage::Secure && state == "done" { text.with("detail", detail) } else { text }
}
