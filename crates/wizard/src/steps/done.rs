//! It is set up.

use contract::{AccountKind, Action, ActionView, Detail, Language, Login, Place, Screen, Text};

use super::{Behind, Check, Home, Records, Settings, Step, Trouble, check, has_records, home};
use crate::account::Account;
use crate::arrived::Seen;
use crate::context::{Context, all_done};
use crate::message::{JobId, News};
use crate::wizard::{Face, Press};

/// The last screen.
#[derive(Debug, Clone)]
pub(crate) struct Done {
    account: Account,
    seen: Option<Seen>,
    arrived_at: u64,
}

impl Done {
    /// The program saw the message.
    pub(crate) fn seen(mut account: Account, seen: Seen, context: &mut Context) -> Step {
        if let Some(last) = &mut account.last {
            last.seen = Some(seen.clone());
        }
        Self::of(account, seen.at, Some(seen), context)
    }

    /// The person said that it arrived. `at` is the last moment known to the program: when the server took it over.
    pub(crate) fn confirmed(mut account: Account, at: u64, context: &mut Context) -> Step {
        if let Some(last) = &mut account.last {
            last.confirmed_at = Some(at);
        }
        Self::of(account, at, None, context)
    }

    /// The account is remembered from the moment that its message was taken. One that another run has removed since does not
    /// come back: its secret is deleted.
    fn of(account: Account, arrived_at: u64, seen: Option<Seen>, context: &mut Context) -> Step {
        context.save_nothing();
        if context.account(&account.id).is_none() {
            return Step::first(context, None);
        }
        context.remember(&account);
        Step::Done(Box::new(Self { account, seen, arrived_at }))
    }

    #[expect(
        clippy::wildcard_enum_match_arm,
        reason = "only what the face lists gets here; all else leaves the step as it is"
    )]
    pub(crate) fn on_press(self: Box<Self>, press: Press, context: &mut Context) -> Step {
        match press.action {
            Action::Finish => Step::Home(Home::default()),
            Action::SendAnother => {
                let secret = context.secret_of(&self.account.id);
                Step::Check(Box::new(Check::start(check::plan_of(&self.account), secret, context)))
            }
            Action::ShowSettings => Settings::ask(self.account.clone(), Behind::Done(self), context),
            Action::CheckReceiving => Settings::receiving(self.account.clone(), Behind::Done(self), context),
            Action::CheckRecords => Records::of(&self.account.clone(), Behind::Done(self), context),
            Action::ShowTrouble => Trouble::unwritten(Step::Done(self), context),
            Action::SignInMicrosoft => home::by_consent(&self.account, context),
            Action::Remove => Step::Home(Home::removing(&self.account.id)),
            _ => Step::Done(self),
        }
    }

    pub(crate) fn on_news(self: Box<Self>, _id: JobId, _news: News, _context: &mut Context) -> Step {
        Step::Done(self)
    }

    pub(crate) fn face(&self, context: &Context) -> Face {
        let mut actions = vec![
            ActionView::new(Action::Finish, Place::Main),
            ActionView::new(Action::ShowSettings, Place::Inline),
            ActionView::new(Action::CheckReceiving, Place::Inline),
            ActionView::new(Action::SendAnother, Place::Inline),
            ActionView::new(Action::Remove, Place::Back),
        ];
        actions.extend(context.unwritten_action());
        if let Some(action) = home::change_to_consent(&self.account) {
            actions.insert(1, action);
        }
        // What lands among spam may lack a line in the domain's settings.
        if self.seen.as_ref().is_some_and(|seen| seen.in_spam) && has_records(&self.account) {
            actions.insert(1, ActionView::new(Action::CheckRecords, Place::Inline));
        }
        Face {
            steps: all_done(),
            announce: Some(Text::new("done-title")),
            screen: Screen::Done {
                details: self.details(context),
                arrived_at: self.arrived_at,
                notice: self
                    .seen
                    .as_ref()
                    .filter(|seen| seen.in_spam)
                    .map(|_| Text::new("problem-arrived-in-spam-steps"))
                    .or_else(|| coming(&self.account)),
            },
            actions,
        }
    }

    pub(crate) fn jobs(&self) -> Vec<JobId> {
        Vec::new()
    }

    fn details(&self, context: &Context) -> Vec<Detail> {
        let detail = |label: &str, value: Text| Detail { label: Text::new(label), value };
        let place = match &self.seen {
            Some(Seen { folder: Some(folder), .. }) => {
                Text::new("done-in-folder").with("folder", folder.as_str())
            }
            Some(seen) => {
                let id = if seen.in_spam { "done-in-spam" } else { "done-in-inbox" };
                let after_s = self.account.last.as_ref().map_or(0, |last| seen.after_s(&last.sent));
                Text::new(id).with("seconds", i32::try_from(after_s).unwrap_or(i32::MAX))
            }
            None => Text::new("done-confirmed"),
        };
        let kept = if self.account.session_only { "done-kept-session" } else { "done-kept-keychain" };
        vec![
            detail("done-address", Text::new("as-it-is").with("value", self.account.address.as_str())),
            detail("done-road", road(&self.account, context.language)),
            detail("done-kept", Text::new(kept)),
            detail("done-place", place),
        ]
    }
}

/// What will end the way in which an account sends. At Microsoft 365 that is every password, also at a server that was
/// typed by hand; of its other clouds no date is known.
pub fn coming(account: &Account) -> Option<Text> {
    let password = match account.login {
        Login::Password | Login::AppPassword => true,
        Login::OAuth | Login::RelayKey => false,
    };
    let host = account.server.host.to_lowercase();
    let there = account.kind == AccountKind::Microsoft365 || host.ends_with(".office365.com");
    (password && there).then(|| Text::new("card-note-microsoft-password"))
}

/// How an account sends, in words.
pub(crate) fn road(account: &Account, language: Language) -> Text {
    let id = match account.login {
        Login::OAuth => "road-oauth",
        Login::AppPassword => "road-app-password",
        Login::Password => "road-password",
        Login::RelayKey => "road-relay-key",
    };
    let name = account.name.in_language(language);
    let provider = if name.is_empty() { account.server.host.as_str() } else { name };
    Text::new(id).with("provider", provider)
}
