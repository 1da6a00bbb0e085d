//! Did it arrive? The program looks where it may; otherwise the person says.

use contract::{Action, ActionView, Place, Problem, ProblemCode, Screen, StepName, Text};

use super::{Behind, Check, Done, From, Home, Records, Step, Trouble, check, has_records};
use crate::account::Account;
use crate::arrived::{Looked, Seen, Sent};
use crate::context::{Context, marks};
use crate::message::{Effect, Job, JobId, News};
use crate::model::Page;
use crate::wizard::{Face, Press};

/// Waiting for the message.
#[derive(Debug, Clone)]
pub(crate) struct Arrival {
    account: Account,
    sent: Sent,
    look: Option<JobId>,
    /// How often it was looked for to the end, and not seen.
    misses: u8,
    notice: Option<Text>,
    not_yet: bool,
}

impl Arrival {
    /// Begins to look, where that is possible.
    pub(crate) fn start(account: Account, sent: Sent, context: &mut Context) -> Self {
        // The disk did not take it in the run that set it up, of which only this step was kept.
        if context.account(&account.id).is_none() {
            context.remember(&account);
        }
        let mut arrival = Self { account, sent, look: None, misses: 0, notice: None, not_yet: false };
        arrival.look(context);
        arrival
    }

    #[expect(
        clippy::wildcard_enum_match_arm,
        reason = "only what the face lists gets here; all else leaves the step as it is"
    )]
    pub(crate) fn on_press(mut self: Box<Self>, press: Press, context: &mut Context) -> Step {
        match press.action {
            Action::Arrived => {
                let at = self.sent.accepted_at;
                Done::confirmed(self.account, at, context)
            }
            Action::NotYet => {
                self.not_yet = true;
                self.notice = Some(Text::new("problem-not-seen-yet-steps"));
                Step::Arrival(self)
            }
            Action::LookAgain => {
                self.notice = None;
                self.look(context);
                Step::Arrival(self)
            }
            Action::OpenWebmail => {
                context.ask(Effect::Open(Page::Webmail(self.account.address.clone())));
                Step::Arrival(self)
            }
            Action::Finish => {
                // The account is set up; the list says that nobody has confirmed it.
                context.save_nothing();
                Step::Home(Home::default())
            }
            Action::CheckRecords => {
                // Leaving stops the look.
                self.look = None;
                Records::of(&self.account.clone(), Behind::Arrival(self), context)
            }
            Action::SendAnother => {
                let secret = context.secret_of(&self.account.id);
                Step::Check(Box::new(Check::start(check::plan_of(&self.account), secret, context)))
            }
            _ => Step::Arrival(self),
        }
    }

    #[expect(
        clippy::wildcard_enum_match_arm,
        reason = "only news of the jobs that this step began gets here"
    )]
    pub(crate) fn on_news(mut self: Box<Self>, _id: JobId, news: News, context: &mut Context) -> Step {
        match news {
            News::Looked(Looked::Seen(seen)) => self.seen(seen, context),
            News::Looked(Looked::CameBack(problem)) => {
                let plan = Box::new(check::plan_of(&self.account));
                let secret = context.secret_of(&self.account.id);
                Step::Trouble(Box::new(Trouble::new(*problem, From::Check { plan, secret, sent: None })))
            }
            News::Looked(Looked::NotSeen) => {
                self.look = None;
                self.misses = self.misses.saturating_add(1);
                let code = if self.misses > 1 { "moved-elsewhere" } else { "not-seen-yet" };
                self.notice = Some(Text::new(format!("problem-{code}-reason")));
                Step::Arrival(self)
            }
            News::Looked(Looked::Shut(why)) => {
                self.look = None;
                self.notice = Some(shut(why.as_deref()));
                Step::Arrival(self)
            }
            _ => Step::Arrival(self),
        }
    }

    pub(crate) fn face(&self, _context: &Context) -> Face {
        let mut actions = vec![ActionView::new(Action::Arrived, Place::Main)];
        if self.look.is_none() && self.sent.can_look {
            actions.push(ActionView::new(Action::LookAgain, Place::Inline));
        }
        if self.not_yet {
            actions.push(ActionView::new(Action::SendAnother, Place::Side));
            if has_records(&self.account) {
                actions.push(ActionView::new(Action::CheckRecords, Place::Inline));
            }
            let label = Text::new("action-finish-unconfirmed");
            actions.push(ActionView::new(Action::Finish, Place::Inline).labelled(label));
        } else {
            actions.push(ActionView::new(Action::NotYet, Place::Side));
        }
        // Whose mailbox it is, a relay service does not say.
        let page = self.account.about.as_ref().is_some_and(|about| about.webmail);
        if page && self.account.by_relay.is_none() {
            actions.push(ActionView::new(Action::OpenWebmail, Place::Back));
        }
        Face {
            steps: marks(StepName::Arrival),
            announce: Some(match (&self.notice, self.look) {
                (Some(notice), _) => notice.clone(),
                (None, Some(_)) => Text::new("arrival-looking"),
                (None, None) => Text::new("arrival-asked"),
            }),
            screen: Screen::Arrival {
                code: self.sent.code.clone(),
                accepted_at: self.sent.accepted_at,
                address: self.recipient().to_owned(),
                looking: self.look.is_some(),
                notice: self.notice.clone(),
            },
            actions,
        }
    }

    pub(crate) fn jobs(&self) -> Vec<JobId> {
        self.look.into_iter().collect()
    }

    /// Whose mailbox it should arrive in.
    fn recipient(&self) -> &str {
        let elsewhere = self.account.by_relay.as_ref().and_then(|by| by.recipient.as_deref());
        elsewhere.unwrap_or(&self.account.address)
    }

    fn look(&mut self, context: &mut Context) {
        if self.sent.can_look {
            let secret = context.secret_of(&self.account.id);
            let account = Box::new(self.account.clone());
            self.look = Some(context.start(Job::Look { account, secret, sent: self.sent.clone() }));
        }
    }

    fn seen(self, seen: Seen, context: &mut Context) -> Step {
        Done::seen(self.account, seen, context)
    }
}

/// Why nobody but the person can say it.
fn shut(why: Option<&Problem>) -> Text {
    let off = why.is_some_and(|why| why.code == ProblemCode::ReadingSwitchedOff);
    Text::new(if off { "problem-reading-switched-off-reason" } else { "arrival-shut" })
}
