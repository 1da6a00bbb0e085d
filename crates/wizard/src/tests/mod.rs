//! Stories, one per road, and properties that hold on every road.

#![allow(clippy::wildcard_enum_match_arm, reason = "a test names only what it means")]

mod about;
mod arrival;
mod keeping;
mod properties;
mod records;
mod relays;
mod report;
mod settings;
mod stories;
mod trust;
mod watch;

use contract::{
    AccountKind, Action, Ask, Certainty, Command, EvidenceSource, Field, FieldId, Language, Login,
    MailboxServer, NamePiece, Organisation, Problem, ProblemCode, Protocol, Screen, SecretSlot, Security,
    Server, Stage, StepPicture, Trust, UserName, Verdict, View, Who,
};

use crate::{
    About, Account, Brand, Candidate, Choice, Clients, Doubt, DoubtReason, Effect, Fit, Found, Grant, Job,
    JobId, Msg, News, Panel, Preparation, Program, Saved, SecretRef, SecretShape, Sent, Stranger, Wizard,
};

/// A wizard with the last effects it asked for.
struct Play {
    wizard: Wizard,
    effects: Vec<Effect>,
    presses: usize,
}

impl Play {
    fn new() -> Self {
        Self::with(Vec::new(), None, clients())
    }

    fn with(accounts: Vec<Account>, saved: Option<Saved>, clients: Clients) -> Self {
        let program = Program { version: "0.0.0".into(), system: "test".into(), asks: false };
        let wizard = Wizard::new(Language::Ja, clients, program, accounts, saved);
        Self { wizard, effects: Vec::new(), presses: 0 }
    }

    fn tell(&mut self, msg: Msg) -> &mut Self {
        self.effects = self.wizard.update(msg);
        self
    }

    fn press(&mut self, action: Action) -> &mut Self {
        self.press_with(action, &[])
    }

    fn press_with(&mut self, action: Action, fields: &[(FieldId, &str)]) -> &mut Self {
        let view = self.view();
        let listed = view.actions.iter().find(|listed| listed.action == action);
        let listed = listed.unwrap_or_else(|| panic!("{action:?} is not offered on {:?}", view.screen));
        let target = listed.target.clone();
        let fields = fields.iter().map(|(id, text)| Field { id: *id, text: (*text).into() }).collect();
        self.presses += 1;
        self.tell(Msg::Said(Command::Press { action, target, fields }))
    }

    /// Presses what is meant for one target, whether the view offers it or not.
    fn press_on(&mut self, action: Action, target: &str) -> &mut Self {
        self.presses += 1;
        let target = Some(target.to_owned());
        self.tell(Msg::Said(Command::Press { action, target, fields: Vec::new() }))
    }

    fn secret(&mut self, slot: SecretSlot, number: u64, fits: bool) -> &mut Self {
        let fit = if fits { Fit::Fits } else { Fit::Misfits };
        let shape = SecretShape { empty: false, fit, length: 16 };
        self.tell(Msg::SecretGiven { slot, secret: SecretRef(number), shape })
    }

    fn job(&self) -> (JobId, Job) {
        let started = self.effects.iter().rev().find_map(|effect| match effect {
            Effect::Start { id, job } => Some((*id, job.clone())),
            _ => None,
        });
        started.unwrap_or_else(|| panic!("no job was started: {:?}", self.effects))
    }

    fn news(&mut self, id: JobId, news: News) -> &mut Self {
        self.tell(Msg::Job { id, news })
    }

    /// Answers the job that was started last.
    fn answer(&mut self, news: News) -> &mut Self {
        let (id, _) = self.job();
        self.news(id, news)
    }

    fn view(&self) -> View {
        self.wizard.view()
    }

    fn screen(&self) -> Screen {
        self.view().screen
    }

    fn code(&self) -> ProblemCode {
        match self.screen() {
            Screen::Problem { problem, .. } => problem.code,
            other => panic!("not a problem card: {other:?}"),
        }
    }
}

fn clients() -> Clients {
    let ids = [("google", "g"), ("microsoft", "m")].map(|(name, id)| (name.to_owned(), id.to_owned()));
    Clients { ids: ids.into(), ..Clients::default() }
}

fn server(host: &str, port: u16) -> Server {
    let security = if port == 587 { Security::Starttls } else { Security::Tls };
    Server { host: host.into(), port, security }
}

fn found(address: &str, kind: AccountKind, host: &str, logins: &[Login]) -> Found {
    let submission = if host.is_empty() {
        Vec::new()
    } else {
        vec![Candidate { server: server(host, 465), user_name: UserName::Address, trust: Trust::Table }]
    };
    Found {
        kind,
        name: Brand::same("Provider"),
        verdict: Verdict::Ready,
        submission,
        retrieval: vec![MailboxServer { protocol: Protocol::Imap, server: server("imap.example.jp", 993) }],
        logins: logins.to_vec(),
        preparation: logins.contains(&Login::AppPassword).then(|| Preparation {
            panel: Panel { steps: vec![("app-password-open".into(), StepPicture::Page)], before: None },
            app_panel: None,
            page: true,
        }),
        webmail: true,
        elapsed_ms: 3,
        ..Found::nothing(address)
    }
}

fn gmail(address: &str) -> Found {
    found(address, AccountKind::GooglePersonal, "smtp.gmail.com", &[Login::OAuth, Login::AppPassword])
}

fn grant(address: &str, number: u64) -> News {
    News::Consented(Ok(Box::new(Grant {
        address: address.into(),
        secret: SecretRef(number),
        found: gmail(address),
    })))
}

fn sent(can_look: bool) -> Sent {
    Sent {
        code: "K7Q2".into(),
        message_id: "<1@example.jp>".into(),
        accepted_at: 1_000,
        server: server("smtp.gmail.com", 465),
        can_look,
    }
}

fn problem(code: ProblemCode, stage: Stage, remedies: &[Action]) -> Problem {
    Problem {
        code,
        state: code.state().into(),
        stage,
        certainty: Certainty::Sure,
        who: Who::You,
        args: std::collections::BTreeMap::new(),
        said: None,
        checks: Vec::new(),
        remedies: remedies.to_vec(),
    }
}
