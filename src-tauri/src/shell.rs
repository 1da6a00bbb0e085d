//! The controller, started beside the window so that neither waits for the other.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, OnceLock, PoisonError};
use std::thread::JoinHandle;

use app::ports::Ports;
use app::settings::Settings;
use app::{App, Start};
use contract::{Command, Screen, SecretSlot, View};
use tauri::WebviewWindow;
use tauri::ipc::Channel;
use tokio::runtime::Handle;

use crate::window;

/// Holds the controller for the commands.
pub(crate) struct Shell {
    starting: Mutex<Option<JoinHandle<Option<App>>>>,
    app: OnceLock<Option<App>>,
}

impl Shell {
    /// Begins to start the controller, on a thread of its own.
    pub(crate) fn start() -> Self {
        let runtime = tauri::async_runtime::block_on(async { Handle::current() });
        let starting = std::thread::spawn(move || {
            let settings = Settings::read();
            let ports = app::real::ports(&settings).ok()?;
            #[cfg(feature = "demo")]
            return Some(demonstration(&runtime, ports, settings.language));
            #[cfg(not(feature = "demo"))]
            Some(ordinary(&runtime, ports, &settings))
        });
        Self { starting: Mutex::new(Some(starting)), app: OnceLock::new() }
    }

    /// Sends every View to the channel, and gives the first.
    pub(crate) fn attach(&self, window: WebviewWindow, channel: Channel<View>) -> View {
        let Some(app) = self.app() else {
            crate::unfit::tell(app::unfit::Lack::Authorities);
            std::process::exit(1)
        };
        let in_browser = AtomicBool::new(false);
        app.attach(move |view| {
            let now = matches!(view.screen, Screen::Consent { .. });
            if in_browser.swap(now, Ordering::Relaxed) && !now {
                // The person comes back from the browser.
                window::raise_window(&window);
            }
            let _ = channel.send(view.clone());
        })
    }

    /// Passes a command on, with its drafts of a sane length.
    pub(crate) fn dispatch(&self, command: Command) {
        if let Some(app) = self.app() {
            app.dispatch(app::border::fitted(command));
        }
    }

    /// Shows what another run of the program has written meanwhile.
    pub(crate) fn look_again(&self) {
        // Before the first screen there is nothing to look at again.
        if let Some(Some(app)) = self.app.get() {
            app.look_again();
        }
    }

    /// Passes a secret on.
    pub(crate) fn submit_secret(&self, slot: SecretSlot, secret: String) {
        if let (true, Some(app)) = (app::border::lets_secret_pass(slot, &secret), self.app()) {
            app.submit_secret(slot, secret);
        }
    }

    fn app(&self) -> Option<&App> {
        let started = || {
            let starting = self.starting.lock().unwrap_or_else(PoisonError::into_inner).take()?;
            starting.join().ok().flatten()
        };
        self.app.get_or_init(started).as_ref()
    }
}

#[cfg(not(feature = "demo"))]
fn ordinary(runtime: &Handle, ports: Ports, settings: &Settings) -> App {
    let kept = app::real::load(&settings.folders.data);
    let start = Start {
        language: kept.language.unwrap_or(settings.language),
        clients: settings.clients(),
        program: Settings::program(),
        policy: settings.policy.clone(),
        accounts: kept.accounts,
        saved: kept.saved,
    };
    App::start(runtime, ports, start)
}

/// Nothing is read and nothing is kept.
#[cfg(feature = "demo")]
fn demonstration(runtime: &Handle, ports: Ports, language: contract::Language) -> App {
    let ports = runtime.block_on(testkit::demo::ports(ports));
    let mut start = Start { language, program: Settings::program(), ..Start::default() };
    let id = |provider: &str| (provider.to_owned(), testkit::demo::CLIENT.to_owned());
    start.clients.ids = ["google", "microsoft"].map(id).into();
    App::start(runtime, ports, start)
}
