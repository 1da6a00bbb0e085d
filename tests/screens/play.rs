//! A wizard that is driven as a person and the world would drive it.

use std::cell::Cell;

use contract::{Action, ActionView, Command, Field, FieldId, Language, SecretSlot, Stage, View};
use wizard::{
    Account, Clients, Effect, Fit, JobId, Msg, News, Policy, Program, Saved, SecretRef, SecretShape,
    StageEvent, Wizard,
};

const GOOGLE_ID: &str = "1234-example.apps.googleusercontent.com";
const MICROSOFT_ID: &str = "11112222-bbbb-3333-cccc-4444dddd5555";

thread_local! {
    static SPOKEN: Cell<Language> = const { Cell::new(Language::Ja) };
}

/// In which language every wizard of this test begins from now on.
pub(crate) fn speak(language: Language) {
    SPOKEN.set(language);
}

/// A wizard with the job that it started last.
#[derive(Clone)]
pub(crate) struct Play {
    wizard: Wizard,
    job: Option<JobId>,
}

impl Play {
    /// At the first screen, with client ids for both providers.
    pub(crate) fn new() -> Self {
        Self::with(Vec::new(), None)
    }

    /// With accounts that were set up before, and a state that was saved.
    pub(crate) fn with(accounts: Vec<Account>, saved: Option<Saved>) -> Self {
        let ids = [("google", GOOGLE_ID), ("microsoft", MICROSOFT_ID)];
        let ids = ids.map(|(name, id)| (name.to_owned(), id.to_owned())).into();
        Self::start(Clients { ids, ..Clients::default() }, accounts, saved)
    }

    /// Without any client id.
    pub(crate) fn unregistered() -> Self {
        Self::start(Clients::default(), Vec::new(), None)
    }

    /// With a registration of the person's own at Google.
    pub(crate) fn own_google() -> Self {
        let ids = std::iter::once(("google".to_owned(), GOOGLE_ID.to_owned())).collect();
        let own = std::iter::once("google".to_owned()).collect();
        Self::start(Clients { ids, own }, Vec::new(), None)
    }

    /// With what an organisation has decided.
    pub(crate) fn under(policy: Policy) -> Self {
        let mut play = Self::with(Vec::new(), None);
        play.wizard = play.wizard.under(policy);
        play
    }

    fn start(clients: Clients, accounts: Vec<Account>, saved: Option<Saved>) -> Self {
        let program = Program { version: "0.1.0".into(), system: "Linux x86_64".into(), asks: true };
        Self { wizard: Wizard::new(SPOKEN.get(), clients, program, accounts, saved), job: None }
    }

    /// What the person sees. Every button on it leads somewhere.
    pub(crate) fn view(&self) -> View {
        let view = self.wizard.view();
        let dead = self.dead();
        assert!(dead.is_empty(), "{dead:?} leads nowhere: {:?}", view.screen);
        view
    }

    /// Buttons that change nothing and ask for nothing.
    pub(crate) fn dead(&self) -> Vec<Action> {
        let view = self.wizard.view();
        // What is missing is told already: the same press tells it again.
        if serde_json::to_value(&view.screen).is_ok_and(|screen| !screen["error"].is_null()) {
            return Vec::new();
        }
        // These the page does by itself.
        let by_the_page =
            [Action::CopyLink, Action::CopyCode, Action::CopyReport, Action::WriteToAdministrator];
        let leads_nowhere = |offered: &&ActionView| {
            let mut wizard = self.wizard.clone();
            let (action, target) = (offered.action, offered.target.clone());
            let effects = wizard.update(Msg::Said(Command::Press { action, target, fields: Vec::new() }));
            effects.is_empty() && wizard.view() == view
        };
        let pressed = view.actions.iter().filter(|offered| !by_the_page.contains(&offered.action));
        pressed.filter(leads_nowhere).map(|offered| offered.action).collect()
    }

    /// The system does not open what it was asked to.
    pub(crate) fn nothing_opens(&mut self, link: Option<&str>) -> &mut Self {
        self.wizard.update(Msg::NotOpened(link.map(str::to_owned)));
        self
    }

    pub(crate) fn press(&mut self, action: Action) -> &mut Self {
        self.press_with(action, &[])
    }

    /// Presses what the view offers; what it does not offer cannot be pressed here either.
    pub(crate) fn press_with(&mut self, action: Action, fields: &[(FieldId, &str)]) -> &mut Self {
        let view = self.view();
        let offered = view.actions.iter().find(|offered| offered.action == action);
        let offered = offered.unwrap_or_else(|| panic!("{action:?} is not offered on {:?}", view.screen));
        let target = offered.target.clone();
        let fields = fields.iter().map(|(id, text)| Field { id: *id, text: (*text).into() }).collect();
        self.tell(Msg::Said(Command::Press { action, target, fields }))
    }

    /// Presses one of several buttons of the same name.
    pub(crate) fn press_on(&mut self, action: Action, target: &str) -> &mut Self {
        let view = self.view();
        let offered =
            view.actions.iter().any(|view| view.action == action && view.target.as_deref() == Some(target));
        assert!(offered, "{action:?} {target} is not offered on {:?}", view.screen);
        self.tell(Msg::Said(Command::Press { action, target: Some(target.into()), fields: Vec::new() }))
    }

    pub(crate) fn type_address(&mut self, text: &str) -> &mut Self {
        let field = Field { id: FieldId::Address, text: text.into() };
        self.tell(Msg::Said(Command::Edit { field }))
    }

    /// Hands a secret over; only its shape is known here.
    pub(crate) fn secret(&mut self, slot: SecretSlot, length: u16, fit: Fit) -> &mut Self {
        let shape = SecretShape { empty: length == 0, fit, length };
        self.tell(Msg::SecretGiven { slot, secret: SecretRef(1), shape })
    }

    /// News of the job that was started last.
    pub(crate) fn news(&mut self, news: News) -> &mut Self {
        let id = self.job.expect("a running job");
        self.tell(Msg::Job { id, news })
    }

    /// A stage that begins.
    pub(crate) fn begins(&mut self, stage: Stage) -> &mut Self {
        self.news(News::Stage { stage, event: StageEvent::Started })
    }

    /// A stage from its beginning to its end.
    pub(crate) fn passes(&mut self, stage: Stage, ms: u32) -> &mut Self {
        let detail = if stage == Stage::Secure { "TLS 1.3" } else { "" };
        self.begins(stage)
            .news(News::Stage { stage, event: StageEvent::Finished { ms, detail: detail.into() } })
    }

    pub(crate) fn tell(&mut self, msg: Msg) -> &mut Self {
        for effect in self.wizard.update(msg) {
            if let Effect::Start { id, .. } = effect {
                self.job = Some(id);
            }
        }
        self
    }
}
