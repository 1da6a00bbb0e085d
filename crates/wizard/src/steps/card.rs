//! How a failure is shown: which of its remedies are open, what is folded away, the letter.

use contract::{
    AccountKind, Action, ActionView, Arg, Detail, Letter, Login, Place, ProblemCode, Route, Screen, Stage,
    StepName, Text, Who,
};

use super::sender;
use super::trouble::{From, Trouble, other_port};
use crate::context::{Context, marks};
use crate::letter::letters;
use crate::model::{Plan, SecretSource};
use crate::own_key::{PLACES, family};
use crate::problem::brand;
use crate::report::report;
use crate::wizard::Face;

impl Trouble {
    pub(crate) fn face(&self, context: &Context) -> Face {
        let mut actions: Vec<ActionView> = Vec::new();
        for action in self.problem.remedies.iter().copied().filter(|action| self.can(*action, context)) {
            let place = if actions.is_empty() { Place::Main } else { Place::Inline };
            if action != Action::CopyReport && actions.len() < 4 {
                actions.push(self.labelled(ActionView::new(action, place)));
            }
        }
        let listed = actions.iter().any(|view| view.action == Action::WriteToAdministrator);
        if self.problem.who == Who::Administrator && !listed {
            actions.push(ActionView::new(Action::WriteToAdministrator, Place::Inline));
        }
        if actions.is_empty() {
            actions.push(ActionView::new(Action::TryAgain, Place::Main));
        }
        actions.push(ActionView::new(Action::CopyReport, Place::Side));
        actions.push(ActionView::new(Action::SaveReport, Place::Inline));
        let letter = self.letter(context);
        for letter in &letter {
            actions.push(ActionView::new(Action::OpenLetter, Place::Inline).on(letter.language.tag()));
        }
        if (!self.is_first() || self.is_of_list())
            && !actions.iter().any(|view| view.action == Action::FixAddress)
        {
            actions.push(ActionView::new(Action::Back, Place::Back));
        }
        let mut problem = self.named(context);
        // The administrator need not be waited for.
        let by_web = self.problem.code == ProblemCode::SmtpAuthOff
            && actions.iter().any(|view| view.action == Action::SendByWeb && view.place == Place::Main);
        if by_web {
            problem.who = Who::You;
        }
        let text = |part: &str| Text {
            id: format!("problem-{}{part}", problem.code.name()),
            args: problem.args.clone(),
        };
        Face {
            steps: if self.is_first() { Vec::new() } else { marks(self.step_name()) },
            announce: None,
            screen: Screen::Problem {
                title: text(""),
                reason: text("-reason"),
                steps: self.steps(by_web, context).unwrap_or_else(|| vec![text("-steps")]),
                problem,
                lines: self.lines.clone(),
                details: self.details(),
                letter,
                report: self.report(context),
                help: help(context),
                notice: self.notice.clone(),
            },
            actions,
        }
    }

    /// The report, as it is copied and saved.
    pub(crate) fn report(&self, context: &Context) -> String {
        report(&self.problem, self.plan(), &self.lines, &context.program)
    }

    /// What is done here in place of the card's usual steps: about the person's own registration, a name that is
    /// offered, or another way of sending.
    fn steps(&self, by_web: bool, context: &Context) -> Option<Vec<Text>> {
        if by_web {
            let provider = self.plan().and_then(Plan::consent_provider).map(brand).unwrap_or_default();
            return Some(vec![Text::new("problem-smtp-auth-off-by-web").with("provider", provider)]);
        }
        let name = self.word("certificate-name");
        if self.problem.code == ProblemCode::CertificateName && !name.is_empty() {
            return Some(vec![Text::new("problem-certificate-name-offered").with("name", name)]);
        }
        let ended = self.problem.code == ProblemCode::PermissionEnded;
        let own = self.registrar() == Some("google") && context.clients.is_own("google");
        (ended && own).then(|| vec![Text::new("own-key-still-testing")])
    }

    /// The problem with the provider's name in the language that is shown.
    fn named(&self, context: &Context) -> contract::Problem {
        let mut problem = self.problem.clone();
        let name = self.plan().map(|plan| plan.found.name.in_language(context.language)).unwrap_or_default();
        if let (Some(provider), false) = (problem.args.get_mut("provider"), name.is_empty()) {
            *provider = name.into();
        }
        problem
    }

    /// The button of the other door says whose it is, that of an address or a name which, and that of a faulty file what
    /// is left out.
    fn labelled(&self, view: ActionView) -> ActionView {
        if self.problem.code == ProblemCode::OtherAccount {
            let of_address = |id: &str, name: &str| Text::new(id).with("address", self.word(name));
            if view.action == Action::UseThisAccount {
                return view.labelled(of_address("action-use-account", "chosen"));
            }
            if view.action == Action::SignInAgain {
                return view.labelled(of_address("action-sign-in-as", "typed"));
            }
        }
        if view.action == Action::UseCertificateName {
            return view
                .labelled(Text::new("action-use-this-name").with("name", self.word("certificate-name")));
        }
        if view.action == Action::StartOver && self.problem.code == ProblemCode::SettingsFaulty {
            return view.labelled(Text::new("action-start-without"));
        }
        // It is set up: what is left behind is the question alone.
        if view.action == Action::StartOver && self.word("reached") == "arrival" {
            return view.labelled(Text::new("action-finish-unconfirmed"));
        }
        if view.action == Action::TryAgain && self.problem.who == Who::Wait {
            return view.labelled(Text::new("action-try-later"));
        }
        match self.plan().and_then(Plan::consent_provider) {
            Some(provider) if view.action == Action::SendByWeb => {
                view.labelled(Text::new("action-send-by-web").with("provider", brand(provider)))
            }
            _ => view,
        }
    }

    #[expect(clippy::wildcard_enum_match_arm, reason = "most actions are open on every card")]
    fn can(&self, action: Action, context: &Context) -> bool {
        if !context.policy.permits(action) {
            return false;
        }
        let plan = self.plan();
        match action {
            Action::SendByWeb => plan.is_some_and(|plan| {
                let provider = plan.consent_provider();
                plan.route == Route::Smtp && provider.is_some_and(|provider| context.clients.has(provider))
            }),
            // A service wants the sender confirmed; nobody can do that for a domain such as gmail.com.
            Action::UseRelay => plan.is_none_or(|plan| {
                let personal =
                    matches!(plan.found.kind, AccountKind::GooglePersonal | AccountKind::MicrosoftPersonal);
                !personal && plan.login != Login::RelayKey
            }),
            Action::SignInGoogle => context.clients.has("google"),
            Action::SignInMicrosoft => context.clients.has(self.microsoft()),
            Action::UseAppPassword | Action::OpenAppPasswordPage => {
                plan.is_some_and(|plan| plan.found.logins.contains(&Login::AppPassword))
            }
            Action::CheckRecords => {
                plan.is_some_and(|plan| sender(&plan.found.kind, plan.by_relay.as_deref()).is_some())
            }
            Action::UsePassword | Action::ShowFields => plan.is_some(),
            // Of a server for mail alone, before it took the message.
            Action::TryOtherPort => self.unsent().is_some_and(|plan| {
                plan.servers().first().is_some_and(|server| other_port(server) != *server)
            }),
            Action::UseCertificateName => {
                !self.word("certificate-name").is_empty() && self.unsent().is_some()
            }
            Action::OpenWebmail => match &self.from {
                From::Closed { found } => found.webmail,
                _ => plan.is_some_and(|plan| plan.found.webmail),
            },
            // Only where there is a letter to show.
            Action::WriteToAdministrator => self.problem.who == Who::Administrator,
            Action::UseThisAccount => matches!(&self.from, From::Consent { grant: Some(_), .. }),
            Action::UnlockKeychain => matches!(&self.from, From::Check { .. }),
            Action::KeepForSession => {
                matches!(&self.from, From::Check { sent: Some(_), secret: SecretSource::Pending(_), .. })
            }
            Action::MakeOwnKey => self.registrar().is_some(),
            Action::SignInAgain => self.provider().is_some() || plan.is_some(),
            _ => true,
        }
    }

    /// The plan of a check that ended before the message was taken.
    fn unsent(&self) -> Option<&Plan> {
        match &self.from {
            From::Check { plan, sent: None, .. } => Some(plan),
            From::Check { sent: Some(_), .. }
            | From::Consent { .. }
            | From::Connect { .. }
            | From::Before(_)
            | From::Address { .. }
            | From::Closed { .. }
            | From::Over(_) => None,
        }
    }

    pub(crate) fn plan(&self) -> Option<&Plan> {
        match &self.from {
            From::Consent { plan, .. } => plan.as_deref(),
            From::Connect { plan } | From::Check { plan, .. } => Some(plan),
            From::Before(saved) => Some(&saved.plan),
            From::Address { .. } | From::Closed { .. } | From::Over(_) => None,
        }
    }

    pub(crate) fn provider(&self) -> Option<String> {
        match &self.from {
            From::Consent { provider, .. } => Some(provider.clone()),
            From::Connect { plan } | From::Check { plan, .. } => {
                plan.consent_provider().filter(|_| plan.login == Login::OAuth).map(str::to_owned)
            }
            From::Address { .. } | From::Closed { .. } | From::Before(_) | From::Over(_) => None,
        }
    }

    /// Where a registration of one's own would help: the card's provider of consent.
    pub(crate) fn registrar(&self) -> Option<&'static str> {
        let named = self.word("provider");
        let place = Some(self.word("place")).filter(|place| !place.is_empty());
        let at =
            place.or_else(|| self.provider()).or_else(|| self.plan()?.consent_provider().map(str::to_owned));
        PLACES
            .into_iter()
            .find(|provider| at.as_deref().map_or(named == brand(provider), |at| at == *provider))
    }

    /// Which of Microsoft's clouds the account is in.
    pub(crate) fn microsoft(&self) -> &'static str {
        let of_plan = self.plan().and_then(Plan::consent_provider);
        of_plan.filter(|place| family(place) == "microsoft").unwrap_or("microsoft")
    }

    pub(crate) fn address(&self) -> String {
        match &self.from {
            From::Address { value } => value.clone(),
            From::Closed { found } => found.address.clone(),
            From::Over(_) => String::new(),
            From::Consent { .. } | From::Connect { .. } | From::Check { .. } | From::Before(_) => {
                self.plan().map(|plan| plan.found.address.clone()).unwrap_or_default()
            }
        }
    }

    pub(crate) fn word(&self, name: &str) -> String {
        match self.problem.args.get(name) {
            Some(Arg::Word(word)) => word.clone(),
            Some(Arg::Number(_)) | None => String::new(),
        }
    }

    /// Whether it stands before everything else: there is no place on the way yet, and no way back.
    fn is_first(&self) -> bool {
        matches!(self.from, From::Before(_) | From::Over(_))
    }

    /// Whether it says that the list of accounts is not written.
    pub(crate) fn is_of_list(&self) -> bool {
        self.problem.code == ProblemCode::ListNotWritten && matches!(self.from, From::Over(_))
    }

    fn step_name(&self) -> StepName {
        match self.problem.stage {
            Stage::Address | Stage::Find => StepName::Address,
            Stage::Consent | Stage::Token => StepName::Connect,
            Stage::Connect
            | Stage::Secure
            | Stage::SignIn
            | Stage::Sender
            | Stage::HandOver
            | Stage::Keep => StepName::Check,
            Stage::Arrive => StepName::Arrival,
        }
    }

    fn details(&self) -> Vec<Detail> {
        let word = |value: &str| Text::new("as-it-is").with("value", value);
        let mut details = vec![
            Detail { label: Text::new("detail-state"), value: word(&self.problem.state) },
            Detail {
                label: Text::new("detail-stage"),
                value: Text::new(format!("stage-{}", self.problem.stage.name())),
            },
        ];
        if let Some(server) = self.plan().and_then(|plan| plan.servers().into_iter().next()) {
            let value = word(&format!("{}:{}", server.host, server.port));
            details.push(Detail { label: Text::new("detail-server"), value });
        }
        details
    }

    /// How the person signs in there: letters say only what is so.
    fn login(&self) -> Option<Login> {
        match &self.from {
            From::Consent { .. } => Some(Login::OAuth),
            From::Address { .. }
            | From::Closed { .. }
            | From::Connect { .. }
            | From::Check { .. }
            | From::Before(_)
            | From::Over(_) => self.plan().map(|plan| plan.login),
        }
    }

    /// Whose permission is asked for, by the door: each of Microsoft's clouds has the same two names.
    fn permission(&self) -> &'static str {
        match self.plan().map(|plan| plan.route).unwrap_or_default() {
            Route::Smtp => "smtp",
            Route::GmailApi => "gmail-api",
            Route::Graph | Route::GraphGov | Route::GraphChina => "graph",
        }
    }

    /// The letter to the administrator, where he is the one who can mend it.
    fn letter(&self, context: &Context) -> Vec<Letter> {
        if self.problem.who != Who::Administrator {
            return Vec::new();
        }
        let said = self.problem.said.as_ref().map(|said| said.text.clone()).unwrap_or_default();
        let provider = self.provider().or_else(|| self.plan()?.consent_provider().map(str::to_owned));
        let client =
            provider.as_deref().and_then(|provider| context.clients.id(provider)).unwrap_or("-").to_owned();
        letters(context, |_, part| {
            Text::new(format!("letter-{}-{part}", self.problem.code.name()))
                .with("address", self.address())
                .with("said", said.as_str())
                .with("client", client.as_str())
                .with("login", self.login().map_or("", Login::name))
                .with("route", self.permission())
                .with("state", self.problem.state.as_str())
        })
    }
}

/// Where the organisation helps its people.
fn help(context: &Context) -> Option<Text> {
    let desk = context.policy.help.as_ref()?;
    let said = desk.text.in_language(context.language);
    (!said.is_empty()).then(|| Text::new("as-it-is").with("value", said))
}
