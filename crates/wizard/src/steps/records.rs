//! What a domain's settings say about sending: what is there, what is missing, the line to add, and the letter to
//! whoever runs them.

use contract::{
    AccountKind, Action, ActionView, AddressHint, Letter, Place, RecordState, Screen, Text, Tone,
};

use super::{Behind, Home, Step};
use crate::account::Account;
use crate::context::Context;
use crate::examine::{Examination, Examined, Sender};
use crate::letter::{self, letters};
use crate::message::{Job, JobId, News};
use crate::model::{Brand, SecretRef, consent_provider};
use crate::relay::ByRelay;
use crate::wizard::{Face, Press};

/// The look at a domain's settings.
#[derive(Debug, Clone)]
pub(crate) struct Records {
    behind: Behind,
    examination: Examination,
    job: Option<JobId>,
    examined: Option<Examined>,
}

/// Who sends for an address, where its domain is the person's own to change.
pub fn sender(kind: &AccountKind, by: Option<&ByRelay>) -> Option<(Sender, Brand)> {
    match (kind, by) {
        (AccountKind::GoogleWorkspace, _) => Some((Sender::Google, Brand::same("Google"))),
        (kind, _) if kind.is_microsoft_365() => {
            Some((Sender::Microsoft(kind.clone()), Brand::same("Microsoft")))
        }
        (AccountKind::RelayService, Some(by)) => {
            Some((Sender::Relay(by.relay.id.clone()), by.relay.name.clone()))
        }
        (
            AccountKind::GooglePersonal
            | AccountKind::MicrosoftPersonal
            | AccountKind::Microsoft365
            | AccountKind::Microsoft365Gov
            | AccountKind::Microsoft365China
            | AccountKind::Mailbox(_)
            | AccountKind::RelayService
            | AccountKind::Closed
            | AccountKind::Unknown,
            _,
        ) => None,
    }
}

/// Whether an account has a domain whose settings can be looked at.
pub(crate) fn has_records(account: &Account) -> bool {
    sender(&account.kind, account.by_relay.as_deref()).is_some()
}

impl Records {
    /// The look for an account that was set up; signing in is tried with its secret.
    pub(crate) fn of(account: &Account, behind: Behind, context: &mut Context) -> Step {
        let Some((sender, name)) = sender(&account.kind, account.by_relay.as_deref()) else {
            return behind.leave();
        };
        let account_too = Some((account.clone(), context.secret_of(&account.id)));
        let address = account.address.clone();
        Self::look(Examination { address, sender, name, account: account_too }, behind, context)
    }

    /// The look for an address.
    pub(crate) fn look(examination: Examination, behind: Behind, context: &mut Context) -> Step {
        let job = Some(context.start(Job::Examine(Box::new(examination.clone()))));
        Step::Records(Box::new(Self { behind, examination, job, examined: None }))
    }

    #[expect(
        clippy::wildcard_enum_match_arm,
        reason = "only what the face lists gets here; all else leaves the step as it is"
    )]
    pub(crate) fn on_press(self: Box<Self>, press: Press, context: &mut Context) -> Step {
        match press.action {
            Action::Back => self.behind.leave(),
            Action::Finish => Step::Home(Home::default()),
            Action::TryAgain => Self::look(self.examination, self.behind, context),
            Action::OpenLetter => {
                letter::open(&press, context);
                Step::Records(self)
            }
            _ => Step::Records(self),
        }
    }

    #[expect(
        clippy::wildcard_enum_match_arm,
        reason = "only news of the jobs that this step began gets here"
    )]
    pub(crate) fn on_news(mut self: Box<Self>, _id: JobId, news: News, _context: &mut Context) -> Step {
        match news {
            News::Examined(examined) => {
                self.job = None;
                self.examined = Some(examined);
                Step::Records(self)
            }
            _ => Step::Records(self),
        }
    }

    pub(crate) fn face(&self, context: &Context) -> Face {
        let mut actions = Vec::new();
        if matches!(self.behind, Behind::Home | Behind::Done(_)) {
            actions.push(ActionView::new(Action::Finish, Place::Main));
        }
        let mut letter = Vec::new();
        let summary = self.examined.as_ref().map(summary);
        if let Some(examined) = &self.examined {
            letter = self.letter(examined, context);
            if !letter.is_empty() {
                actions.push(ActionView::new(Action::WriteToAdministrator, Place::Inline));
                for letter in &letter {
                    let open = ActionView::new(Action::OpenLetter, Place::Inline);
                    actions.push(open.on(letter.language.tag()));
                }
            }
            actions.push(
                ActionView::new(Action::TryAgain, Place::Side)
                    .labelled(Text::new("action-look-at-records-again")),
            );
        }
        actions.push(ActionView::new(Action::Back, Place::Back));
        let examined = self.examined.as_ref();
        let typed = self.examination.address.rsplit_once('@').map_or("", |(_, domain)| domain);
        Face {
            steps: Vec::new(),
            announce: summary.as_ref().map(|said| said.text.clone()).or(Some(Text::new("records-looking"))),
            screen: Screen::Records {
                domain: examined.map_or_else(|| typed.to_owned(), |examined| examined.domain.clone()),
                provider: self.examination.name.in_language(context.language).to_owned(),
                lines: examined.map(|examined| examined.lines.clone()).unwrap_or_default(),
                summary,
                looking: self.job.is_some(),
                checklist: examined.into_iter().flat_map(|examined| &examined.checklist).map(ask).collect(),
                letter,
            },
            actions,
        }
    }

    /// The letter to whoever runs the domain: for a relay service where a line is missing, for Google and Microsoft
    /// always, because their own pages are to be looked at.
    fn letter(&self, examined: &Examined, context: &Context) -> Vec<Letter> {
        if !examined.own {
            return Vec::new();
        }
        let kind = match &self.examination.sender {
            Sender::Google => "google",
            Sender::Microsoft(_) => "microsoft",
            Sender::Relay(_) if examined.lines.iter().all(|line| line.state == RecordState::Found) => {
                return Vec::new();
            }
            Sender::Relay(_) => "relay",
            Sender::Any => return Vec::new(),
        };
        let proposed = examined.lines.iter().filter_map(|line| line.add.as_ref());
        let proposed: Vec<String> =
            proposed.map(|add| format!("{} {} \"{}\"", add.owner, add.kind, add.value)).collect();
        let seen: Vec<String> = examined
            .lines
            .iter()
            .map(|line| format!("{}: {}", line.name.name().to_uppercase(), line.state.name()))
            .collect();
        let or_none = |lines: Vec<String>| if lines.is_empty() { "-".to_owned() } else { lines.join("\n") };
        let (proposed, seen) = (or_none(proposed), or_none(seen));
        let client = match &self.examination.sender {
            Sender::Google => context.clients.id("google"),
            Sender::Microsoft(kind) => consent_provider(kind).and_then(|place| context.clients.id(place)),
            Sender::Relay(_) | Sender::Any => None,
        };
        letters(context, |language, part| {
            Text::new(format!("letter-records-{kind}-{part}"))
                .with("address", self.examination.address.as_str())
                .with("domain", examined.domain.as_str())
                .with("provider", self.examination.name.in_language(language))
                .with("client", client.unwrap_or("-"))
                .with("records", proposed.as_str())
                .with("seen", seen.as_str())
        })
    }

    pub(crate) fn jobs(&self) -> Vec<JobId> {
        self.job.into_iter().collect()
    }

    /// The secrets that the step behind still needs.
    pub(crate) fn secrets(&self) -> Vec<SecretRef> {
        self.behind.secrets()
    }
}

fn ask(name: &String) -> Text {
    Text::new(format!("record-ask-{name}"))
}

/// How it stands, in one sentence.
fn summary(examined: &Examined) -> AddressHint {
    let lines = &examined.lines;
    if !examined.own && lines.iter().any(|line| line.state.is_wrong()) {
        return AddressHint { text: Text::new("records-not-yours"), tone: Tone::Care };
    }
    let wrong = lines.iter().filter(|line| line.state.is_wrong()).count();
    let (text, tone) = if wrong > 0 {
        let count = i32::try_from(wrong).unwrap_or(i32::MAX);
        (Text::new("records-wrong").with("count", count), Tone::Care)
    } else if lines.iter().all(|line| line.state == RecordState::Unseen) {
        (Text::new("records-nothing-seen"), Tone::Care)
    } else if lines.iter().any(|line| line.state == RecordState::Unseen) {
        (Text::new("records-unseen"), Tone::Yes)
    } else {
        (Text::new("records-good"), Tone::Yes)
    };
    AddressHint { text, tone }
}
