//! A fake behind every port of the controller. Each answers what a story told it to, and remembers what it was asked.
//!
//! Lives here: scripts and records. Does not live here: any knowledge of providers, protocols or replies; the real
//! ports are tested on real sockets.

mod around;
mod consents;
mod finder;
mod keeping;
mod keys;
mod mail;
mod script;

use std::sync::Arc;

use app::ports::Ports;

pub use around::{HeldClock, RecordingBrowser, RecordingSchedule};
pub use consents::{LINK, ScriptedConsents};
pub use finder::ScriptedFinder;
pub use keeping::{MemoryVault, RecordingFiles};
pub use keys::{OWN_CLIENT, ScriptedKeys};
pub use mail::{Look, ScriptedMailbox, ScriptedMailer, Turn};
pub use script::Script;

/// All fakes of one story.
#[derive(Clone, Default)]
pub struct World {
    /// Knows settings.
    pub finder: Arc<ScriptedFinder>,
    /// Stands for browser, person and provider.
    pub consents: Arc<ScriptedConsents>,
    /// Takes messages.
    pub mailer: Arc<ScriptedMailer>,
    /// Is looked into.
    pub mailbox: Arc<ScriptedMailbox>,
    /// Keeps secrets, in memory.
    pub vault: Arc<MemoryVault>,
    /// Remembers what was opened.
    pub browser: Arc<RecordingBrowser>,
    /// Stands still.
    pub clock: Arc<HeldClock>,
    /// Remembers what was written.
    pub files: Arc<RecordingFiles>,
    /// Takes registrations.
    pub keys: Arc<ScriptedKeys>,
    /// Remembers whether the daily check is on.
    pub schedule: Arc<RecordingSchedule>,
}

impl World {
    /// The fakes as ports.
    pub fn ports(&self) -> Ports {
        Ports {
            finder: self.finder.clone(),
            consents: self.consents.clone(),
            mailer: self.mailer.clone(),
            mailbox: self.mailbox.clone(),
            vault: self.vault.clone(),
            browser: self.browser.clone(),
            clock: self.clock.clone(),
            files: self.files.clone(),
            keys: self.keys.clone(),
            schedule: self.schedule.clone(),
        }
    }
}
