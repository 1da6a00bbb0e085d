//! One task owns the wizard. Commands, secrets and news come in by one queue; Views go out.

mod accounts;

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use contract::{Command, Language, Login, Screen, SecretSlot, View};
use tokio::runtime::Handle;
use tokio::sync::mpsc::{UnboundedReceiver, UnboundedSender, unbounded_channel};
use tokio::task::AbortHandle;
use wizard::{Account, Clients, Effect, JobId, Msg, News, Page, Policy, Program, Saved, SecretShape, Wizard};

use self::accounts::with_abouts;
use crate::jobs::{self, Work};
use crate::letter;
use crate::pocket::Pocket;
use crate::ports::Ports;

/// What is known when the program starts.
#[derive(Debug, Clone, Default)]
pub struct Start {
    /// The language to begin in.
    pub language: Language,
    /// For which providers a client id is there.
    pub clients: Clients,
    /// Version and system, for the report.
    pub program: Program,
    /// What an organisation has decided for this computer.
    pub policy: Policy,
    /// The accounts that were set up.
    pub accounts: Vec<Account>,
    /// Where an earlier run was left.
    pub saved: Option<Saved>,
}

/// Where Views go.
type Sink = Box<dyn Fn(&View) + Send>;

/// The running program, without its window.
#[derive(Clone)]
pub struct App {
    inputs: UnboundedSender<Input>,
    shown: Arc<Mutex<View>>,
}

enum Input {
    Said(Command),
    Secret(SecretSlot, String),
    News(JobId, News),
    LookAgain,
    NotOpened(Option<String>),
    Attach(Sink),
}

impl App {
    /// Starts the controller on a runtime. It ends when the last handle is dropped.
    pub fn start(runtime: &Handle, ports: Ports, mut start: Start) -> Self {
        let written = start.accounts.clone();
        with_abouts(&mut start.accounts, &*ports.finder);
        if let Some(saved) = &start.saved {
            // The pages of its provider are to be known again.
            let _ = ports.finder.about(&saved.plan.found.address, saved.plan.found.provider.as_deref());
        }
        let accounts = start.accounts.clone();
        let wizard = Wizard::new(start.language, start.clients, start.program, start.accounts, start.saved)
            .under(start.policy);
        let last = wizard.view();
        let shown = Arc::new(Mutex::new(words::written(last.clone())));
        let (inputs, queue) = unbounded_channel();
        let actor = Actor {
            wizard,
            ports,
            pocket: Pocket::default(),
            running: HashMap::new(),
            urls: HashMap::new(),
            language: start.language,
            written,
            accounts,
            news: inputs.downgrade(),
            sink: None,
            last,
            shown: Arc::clone(&shown),
            runtime: runtime.clone(),
        };
        runtime.spawn(actor.run(queue));
        Self { inputs, shown }
    }

    /// Sends every View from now on to `sink`, and gives the one that is shown now.
    pub fn attach(&self, sink: impl Fn(&View) + Send + 'static) -> View {
        let _ = self.inputs.send(Input::Attach(Box::new(sink)));
        self.view()
    }

    /// Takes a command.
    pub fn dispatch(&self, command: Command) {
        let _ = self.inputs.send(Input::Said(command));
    }

    /// Takes a secret. It goes into the pocket at once and is never given back.
    pub fn submit_secret(&self, slot: SecretSlot, secret: String) {
        let _ = self.inputs.send(Input::Secret(slot, secret));
    }

    /// Looks whether another run of the program has written something that is shown. Cheap: for whenever the window
    /// comes to the front.
    pub fn look_again(&self) {
        let _ = self.inputs.send(Input::LookAgain);
    }

    /// The View that is shown now.
    pub fn view(&self) -> View {
        self.shown.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

struct Actor {
    wizard: Wizard,
    ports: Ports,
    pocket: Pocket,
    running: HashMap<JobId, AbortHandle>,
    urls: HashMap<JobId, String>,
    language: Language,
    /// The accounts as this run has taken them in or written them last. Those of the wizard differ as long as they could
    /// not be written.
    accounts: Vec<Account>,
    /// What was last seen to be written of them.
    written: Vec<Account>,
    news: tokio::sync::mpsc::WeakUnboundedSender<Input>,
    sink: Option<Sink>,
    /// The last View as the wizard made it.
    last: View,
    shown: Arc<Mutex<View>>,
    runtime: Handle,
}

impl Actor {
    async fn run(mut self, mut queue: UnboundedReceiver<Input>) {
        while let Some(input) = queue.recv().await {
            match input {
                Input::Said(command) => self.update(Msg::Said(command)),
                Input::LookAgain => self.look_again(),
                Input::NotOpened(link) => self.update(Msg::NotOpened(link)),
                Input::Secret(slot, secret) => self.take_secret(slot, secret),
                Input::News(id, news) => {
                    if let News::Listening { url, .. } | News::Code { url, .. } = &news {
                        self.urls.insert(id, url.clone());
                    }
                    if news.ends_job() {
                        self.running.remove(&id);
                        self.urls.remove(&id);
                    }
                    self.update(Msg::Job { id, news });
                }
                Input::Attach(sink) => self.sink = Some(sink),
            }
        }
        for (_, job) in self.running {
            job.abort();
        }
    }

    fn take_secret(&mut self, slot: SecretSlot, secret: String) {
        let given = secret::Secret::from(secret);
        let view = self.wizard.view();
        let address = match &view.screen {
            Screen::Guide { .. } => return self.take_file(slot, given),
            Screen::Password { address, .. }
            | Screen::ByHand { address, .. }
            | Screen::Relay { address, .. } => address.clone(),
            Screen::Home { .. }
            | Screen::Address { .. }
            | Screen::Question { .. }
            | Screen::Consent { .. }
            | Screen::Relays { .. }
            | Screen::Check { .. }
            | Screen::Arrival { .. }
            | Screen::Done { .. }
            | Screen::Card { .. }
            | Screen::Records { .. }
            | Screen::About { .. }
            | Screen::Problem { .. } => return,
        };
        let login = match slot {
            SecretSlot::AppPassword => Login::AppPassword,
            SecretSlot::Password => Login::Password,
            SecretSlot::KeyFile => return,
            SecretSlot::RelayKey => Login::RelayKey,
        };
        let (tidied, shape) = self.ports.finder.tidy(login, &address, given.expose_str().unwrap_or_default());
        let secret = self.pocket.put(tidied, None);
        self.update(Msg::SecretGiven { slot, secret, shape });
    }

    /// A file is taken as it is; what it is worth is seen when it is used.
    fn take_file(&mut self, slot: SecretSlot, file: secret::Secret) {
        let shape = SecretShape { empty: file.is_empty(), ..SecretShape::default() };
        let secret = self.pocket.put(file, None);
        self.update(Msg::SecretGiven { slot, secret, shape });
    }

    fn update(&mut self, msg: Msg) {
        // A letter that is typed changes no account, and is not to wait.
        let typed = matches!(msg, Msg::Said(Command::Edit { .. }));
        if !typed {
            self.look_again();
        }
        for effect in self.wizard.update(msg) {
            self.perform(effect);
        }
        // After every message and not only with an effect: a removal asks for none.
        if !typed && self.wizard.accounts() != self.accounts.as_slice() {
            self.look_again();
        }
        // For a test that installs a logger and looks for secrets in it; what ships has no such line.
        #[cfg(debug_assertions)]
        log::debug!("{:?}", self.wizard);
        self.show();
    }

    /// Sends the View, if it is another one.
    fn show(&mut self) {
        let view = self.wizard.view();
        if view == self.last {
            return;
        }
        self.last = view.clone();
        let view = words::written(view);
        let mut shown = self.shown.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(sink) = &self.sink {
            sink(&view);
        }
        *shown = view;
    }

    fn perform(&mut self, effect: Effect) {
        match effect {
            Effect::Start { id, job } => {
                let work = Work {
                    ports: self.ports.clone(),
                    pocket: self.pocket.clone(),
                    language: self.language,
                    teller: self.teller(id),
                };
                let task = self.runtime.spawn(jobs::run(job, work));
                self.running.insert(id, task.abort_handle());
            }
            Effect::Cancel(id) => {
                self.urls.remove(&id);
                if let Some(job) = self.running.remove(&id) {
                    job.abort();
                }
            }
            Effect::Forget(secret) => self.pocket.forget(secret),
            Effect::Open(Page::Letter(language)) => {
                let shown = self.shown.lock().unwrap_or_else(PoisonError::into_inner).clone();
                if let Some(url) = letter::mailto(&shown, language) {
                    self.open(url, None);
                }
            }
            Effect::Open(page) => {
                if let Some(url) = self.ports.finder.page(&page) {
                    self.open(url.clone(), Some(url));
                }
            }
            Effect::OpenAgain(id) => {
                if let Some(url) = self.urls.get(&id).cloned() {
                    self.open(url.clone(), Some(url));
                }
            }
            Effect::Save(saved) => self.ports.files.save_state(saved.as_deref()),
            Effect::SaveAccount(_) => {}
            Effect::SaveLanguage(language) => {
                self.language = language;
                self.ports.files.save_language(language);
            }
        }
    }

    /// Opens it, or has the person told; `link` is what helps then.
    fn open(&self, url: String, link: Option<String>) {
        let browser = Arc::clone(&self.ports.browser);
        let inputs = self.news.clone();
        self.runtime.spawn(async move {
            if !browser.open(&url).await
                && let Some(inputs) = inputs.upgrade()
            {
                let _ = inputs.send(Input::NotOpened(link));
            }
        });
    }

    fn teller(&self, id: JobId) -> jobs::Teller {
        let news = self.news.clone();
        Arc::new(move |said| {
            if let Some(news) = news.upgrade() {
                let _ = news.send(Input::News(id, said));
            }
        })
    }
}
