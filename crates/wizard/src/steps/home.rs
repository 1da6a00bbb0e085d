//! The accounts that were set up.

use contract::{
    AccountCard, Action, ActionView, AddressHint, Language, Login, Place, ProblemCode, Screen, Text, Tone,
    WatchLine,
};

use super::address::sign_in;
use super::{
    About, Address, Behind, Check, From, Records, Settings, Step, Trouble, check, connect, done, has_records,
};
use crate::account::Account;
use crate::context::Context;
use crate::message::{Job, JobId, News};
use crate::model::{Removal, consent_provider};
use crate::own_key::family;
use crate::watch::Watch;
use crate::wizard::{Face, Press};

/// The list of accounts.
#[derive(Debug, Clone, Default)]
pub(crate) struct Home {
    removing: Option<(String, Removing)>,
    job: Option<JobId>,
    /// The account whose secret cannot be deleted, because there is no keychain any more.
    left: Option<String>,
    /// The account whose daily check is being turned on.
    watching: Option<String>,
    notice: Option<AddressHint>,
}

/// How far the removal of an account is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Removing {
    /// The person is asked whether it shall be.
    Asked,
    /// The keychain may be asking the person. That can be stopped, and nothing else can be pressed.
    Waiting,
    /// Something of it is done: to leave would be to stop half way.
    Begun,
}

impl Home {
    /// The list, asking whether one account shall be removed.
    pub(crate) fn removing(account: &str) -> Self {
        Self { removing: Some((account.to_owned(), Removing::Asked)), ..Self::default() }
    }

    pub(crate) fn on_press(mut self, press: Press, context: &mut Context) -> Step {
        let account = press.target.as_deref().and_then(|id| context.account(id)).cloned();
        match (press.action, account) {
            (Action::ShowAbout, _) => About::open(None, context),
            (Action::AddAccount, _) => Step::Address(Address::default()),
            (Action::SendAnother, Some(account)) => {
                let secret = context.secret_of(&account.id);
                Step::Check(Box::new(Check::start(check::plan_of(&account), secret, context)))
            }
            (Action::SignInAgain, Some(account)) => connect(check::plan_of(&account), context),
            (Action::ShowSettings, Some(account)) => Settings::ask(account, Behind::Home, context),
            (Action::CheckReceiving, Some(account)) => Settings::receiving(account, Behind::Home, context),
            (Action::CheckRecords, Some(account)) => Records::of(&account, Behind::Home, context),
            (Action::WatchDaily, Some(account)) => {
                self.job = Some(context.start(Job::Schedule { on: true }));
                self.watching = Some(account.id);
                Step::Home(self)
            }
            (Action::StopWatching, Some(account)) => {
                let text = Text::new("home-watch-off").with("address", account.address.as_str());
                context.remember(&Account { watch: None, ..account });
                self.job = unschedule(context);
                self.notice = Some(AddressHint { text, tone: Tone::Yes });
                Step::Home(self)
            }
            (Action::SignInMicrosoft, Some(account)) => by_consent(&account, context),
            (Action::ShowTrouble, Some(account)) => trouble(&account, context).unwrap_or(Step::Home(self)),
            (Action::ShowTrouble, None) => {
                // Leaving stops the job, and the list that comes back waits for none.
                self.job = None;
                self.watching = None;
                Trouble::unwritten(Step::Home(self), context)
            }
            (Action::Remove, Some(account)) => Step::Home(Self::removing(&account.id)),
            (Action::Keep, _) => {
                self.removing = None;
                Step::Home(self)
            }
            (Action::TakeOffList, Some(account)) => {
                context.accounts.retain(|other| other.id != account.id);
                context.save_nothing();
                self.job = unschedule(context);
                self.left = None;
                let text = Text::new("home-taken-off").with("address", account.address.as_str());
                self.notice = Some(AddressHint { text, tone: Tone::Care });
                Step::Home(self)
            }
            (Action::Cancel, _) => {
                self.job = None;
                self.removing = None;
                Step::Home(self)
            }
            (Action::RemoveNow, Some(account)) => {
                let (session, stored) = (context.session.get(&account.id).copied(), account.is_stored());
                self.notice = None;
                self.left = None;
                self.removing = Some((account.id.clone(), Removing::Waiting));
                self.job = Some(context.start(Job::Remove { account: account.id, session, stored }));
                Step::Home(self)
            }
            _ => Step::Home(self),
        }
    }

    #[expect(
        clippy::wildcard_enum_match_arm,
        reason = "only news of the jobs that this step began gets here"
    )]
    pub(crate) fn on_news(mut self, _id: JobId, news: News, context: &mut Context) -> Step {
        match news {
            News::Removing => {
                self.removing = self.removing.map(|(account, _)| (account, Removing::Begun));
                Step::Home(self)
            }
            News::Removed(removal) => {
                self.removing = None;
                self.job = None;
                self.notice = context.account(&removal.account).map(|account| outcome(&removal, account));
                if removal.obstacle == Some(ProblemCode::KeychainMissing) {
                    self.left = Some(removal.account.clone());
                }
                if removal.secrets_deleted {
                    context.end_session(&removal.account);
                    context.accounts.retain(|account| account.id != removal.account);
                    // An account that is gone is nothing to go on with.
                    context.save_nothing();
                    self.job = unschedule(context);
                }
                if context.accounts.is_empty() && self.notice.is_none() {
                    return Step::Address(Address::default());
                }
                Step::Home(self)
            }
            News::Scheduled(done) => {
                self.job = None;
                self.watching(done, context);
                Step::Home(self)
            }
            _ => Step::Home(self),
        }
    }

    /// The account is checked from now on, if the system was willing to start the check.
    fn watching(&mut self, willing: bool, context: &mut Context) {
        let Some(id) = self.watching.take() else { return };
        let Some(account) = context.account(&id).cloned() else {
            // Another run removed it meanwhile: nothing is left on for its sake.
            if willing {
                self.job = unschedule(context);
            }
            return;
        };
        // A Mac refuses a program that runs from its image, or where it was downloaded.
        let mac = context.program.system.starts_with("macos");
        let id = match (willing, mac) {
            (true, _) => "home-watch-on",
            (false, true) => "home-watch-failed-mac",
            (false, false) => "home-watch-failed",
        };
        let tone = if willing { Tone::Yes } else { Tone::No };
        let text = Text::new(id).with("address", account.address.as_str());
        self.notice = Some(AddressHint { text, tone });
        if willing {
            context.remember(&Account { watch: Some(Watch::default()), ..account });
        }
    }

    pub(crate) fn face(&self, context: &Context) -> Face {
        let removing = self.removing.as_ref().map(|(id, how_far)| (id, *how_far));
        let going = removing.filter(|(_, how_far)| *how_far != Removing::Asked);
        let busy = going
            .and_then(|(id, _)| context.account(id))
            .map(|account| Text::new("home-removing").with("address", account.address.as_str()));
        // What is not on the disk is not done: that is said in its place.
        let notice =
            self.notice.clone().filter(|notice| notice.tone != Tone::Yes || context.unwritten.is_none());
        let mut actions = Vec::new();
        if let Some((account, Removing::Waiting)) = going {
            actions.push(ActionView::new(Action::Cancel, Place::Inline).on(account));
        }
        if going.is_none() {
            actions.extend(context.unwritten_action());
            // What has to be mended comes first.
            let mends = context.unwritten.is_some() || context.accounts.iter().any(in_trouble);
            let place = if mends { Place::Side } else { Place::Main };
            actions.push(ActionView::new(Action::AddAccount, place));
            actions.push(ActionView::new(Action::ShowAbout, Place::Foot));
        }
        // What needs the person comes first.
        let mut accounts: Vec<&Account> = context.accounts.iter().collect();
        accounts.sort_by_key(|account| !in_trouble(account));
        // One slot for one job: until the system has answered, nothing else is asked of it.
        let free = self.job.is_none();
        for account in accounts.iter().filter(|_| going.is_none()) {
            let id = &account.id;
            if removing.is_some_and(|(account, _)| account == id) {
                actions.extend(free.then(|| ActionView::new(Action::RemoveNow, Place::Inline).on(id)));
                actions.push(ActionView::new(Action::Keep, Place::Inline).on(id));
            } else {
                if free && self.left.as_ref() == Some(id) {
                    actions.push(ActionView::new(Action::TakeOffList, Place::Inline).on(id));
                }
                if in_trouble(account) {
                    actions.push(ActionView::new(Action::ShowTrouble, Place::Inline).on(id));
                }
                actions.extend(change_to_consent(account).map(|action| action.on(id)));
                actions.push(ActionView::new(Action::SendAnother, Place::Inline).on(id));
                actions.push(ActionView::new(Action::SignInAgain, Place::Inline).on(id));
                actions.push(ActionView::new(Action::ShowSettings, Place::Inline).on(id));
                actions.push(ActionView::new(Action::CheckReceiving, Place::Inline).on(id));
                if has_records(account) {
                    actions.push(ActionView::new(Action::CheckRecords, Place::Inline).on(id));
                }
                let watch = match account.watch {
                    Some(_) => Some(Action::StopWatching),
                    None => (!account.session_only).then_some(Action::WatchDaily),
                };
                if free {
                    actions.extend(watch.map(|action| ActionView::new(action, Place::Inline).on(id)));
                    actions.push(ActionView::new(Action::Remove, Place::Inline).on(id));
                }
            }
        }
        Face {
            steps: Vec::new(),
            announce: notice.as_ref().map(|notice| notice.text.clone()).or_else(|| busy.clone()),
            screen: Screen::Home {
                accounts: accounts
                    .iter()
                    .map(|account| {
                        let removing = removing.is_some_and(|(id, _)| *id == account.id);
                        let busy = busy.clone().filter(|_| removing);
                        AccountCard { removing, busy, ..card(account, context.language) }
                    })
                    .collect(),
                notice,
            },
            actions,
        }
    }

    pub(crate) fn jobs(&self) -> Vec<JobId> {
        self.job.into_iter().collect()
    }
}

fn card(account: &Account, language: Language) -> AccountCard {
    let (last, last_at, tone) = match &account.last {
        Some(last) => match (&last.seen, last.confirmed_at) {
            (Some(seen), _) if seen.in_spam => ("home-last-spam", Some(seen.at), Tone::Care),
            (Some(seen), _) => ("home-last-arrived", Some(seen.at), Tone::Yes),
            (None, Some(at)) => ("home-last-arrived", Some(at), Tone::Yes),
            (None, None) => ("home-last-accepted", Some(last.sent.accepted_at), Tone::Care),
        },
        None => ("home-last-none", None, Tone::Care),
    };
    AccountCard {
        id: account.id.clone(),
        address: account.address.clone(),
        road: done::road(account, language),
        last: Text::new(last),
        last_at,
        coming: done::coming(account),
        watch: account.watch.as_ref().map(watch_line),
        tone,
        removing: false,
        busy: None,
    }
}

/// The daily check found something that the person was told of.
fn in_trouble(account: &Account) -> bool {
    account.watch.as_ref().is_some_and(|watch| watch.trouble().is_some())
}

fn watch_line(watch: &Watch) -> WatchLine {
    let (id, tone) = match (watch.trouble(), watch.checked_at) {
        (Some(_), _) => ("home-watch-trouble", Tone::No),
        (None, Some(_)) => ("home-watch-well", Tone::Yes),
        (None, None) => ("home-watch-none", Tone::Yes),
    };
    WatchLine { text: Text::new(id), at: watch.checked_at, tone }
}

/// The card of what the daily check found, as if the person had just tried.
fn trouble(account: &Account, context: &Context) -> Option<Step> {
    let problem = account.watch.as_ref()?.trouble()?.clone();
    let plan = Box::new(check::plan_of(account));
    let from = From::Check { plan, secret: context.secret_of(&account.id), sent: None };
    Some(Step::Trouble(Box::new(Trouble::new(problem, from))))
}

/// The way out for a password that Microsoft 365 will not take much longer.
pub(crate) fn change_to_consent(account: &Account) -> Option<ActionView> {
    let there = consent_provider(&account.kind).is_some_and(|provider| family(provider) == "microsoft");
    (there && done::coming(account).is_some()).then(|| {
        let label = Text::new("action-change-to-microsoft");
        ActionView::new(Action::SignInMicrosoft, Place::Inline).labelled(label)
    })
}

/// The same account by consent, at the provider's own servers.
pub(crate) fn by_consent(account: &Account, context: &mut Context) -> Step {
    let plan = check::plan_of(account).by_consent_anew();
    match plan.consent_provider() {
        Some(provider) => sign_in(provider, Some(plan), false, context),
        None => connect(plan, context),
    }
}

/// Once no account is checked any more, the system need not start the check.
fn unschedule(context: &mut Context) -> Option<JobId> {
    let watched = context.accounts.iter().any(|account| account.watch.is_some());
    (!watched).then(|| context.start(Job::Schedule { on: false }))
}

/// What a removal did, in a sentence, which is said of the account as it was.
pub fn removed(removal: &Removal, account: &Account) -> Text {
    outcome(removal, account).text
}

/// The same with its tone: what left something to do, here or at the provider, does not look like what is done.
fn outcome(removal: &Removal, account: &Account) -> AddressHint {
    let at = consent_provider(&account.kind).filter(|_| account.login == Login::OAuth).map(family);
    let (id, tone) = match (removal.secrets_deleted, removal.revoked) {
        (false, _) => {
            let id = match removal.obstacle {
                Some(ProblemCode::KeychainMissing) => "home-remove-no-store",
                Some(ProblemCode::KeychainRefused) => "home-remove-refused",
                Some(_) => "home-remove-failed",
                None => "home-remove-not-deleted",
            };
            (id, Tone::No)
        }
        (true, Some(true)) => ("home-removed-and-revoked", Tone::Yes),
        (true, Some(false)) => ("home-removed-not-revoked", Tone::Care),
        // Google would have been asked, had its permission been found.
        (true, None) if at == Some("google") => ("home-removed-not-revoked", Tone::Care),
        (true, None) if at == Some("microsoft") => ("home-removed-microsoft", Tone::Care),
        (true, None) => ("home-removed", Tone::Yes),
    };
    AddressHint { text: Text::new(id).with("address", account.address.as_str()), tone }
}
