//! The real ports: the leaf crates, put behind the traits of [`crate::ports`].

mod browser;
mod card_facts;
mod clock;
mod consents;
mod examine;
mod files;
mod finder;
mod found;
mod keys;
mod mailbox;
mod mailer;
mod memory;
#[cfg(windows)]
mod notifies;
mod relays;
mod releases;
mod schedule;
mod second_look;
mod sign_in_line;
mod vault;
mod web;

use std::sync::Arc;

use crate::ports::{Mailbox, Mailer, Ports};
use crate::settings::Settings;

pub use card_facts::card_facts;
pub use files::{Kept, load, merged, not_written};
pub use keys::{key_guide, own_keys};
pub use memory::keep_to_itself;
#[cfg(windows)]
pub use notifies::notifies_as;
pub use relays::{relays, services};
pub use schedule::program;

/// The name under which secrets are kept, as people see it in the system's own tool.
pub const SERVICE: &str = "Todoita";

/// Why the program cannot work on this computer.
#[derive(Debug, thiserror::Error)]
pub enum Unfit {
    /// There is nobody whose certificates could be believed.
    #[error("no trust store: {0}")]
    NoTrustStore(String),
    /// No https client can be made.
    #[error("no https client")]
    NoHttps,
}

/// The SMTP conversation, over a given TLS.
pub fn mailer(tls: tls::Tls) -> Arc<dyn Mailer> {
    Arc::new(mailer::Smtp::new(tls))
}

/// The look into a mailbox, over a given TLS.
pub fn mailbox(tls: tls::Tls) -> Arc<dyn Mailbox> {
    Arc::new(mailbox::ImapAndPop::new(tls))
}

/// All real ports. Nothing is contacted yet.
///
/// # Errors
/// [`Unfit`] when no safe connection could ever be made.
pub fn ports(settings: &Settings) -> Result<Ports, Unfit> {
    let tls = tls::Tls::system().map_err(|fault| Unfit::NoTrustStore(fault.to_string()))?;
    let system = discovery::System::new(&tls).map_err(|fault| Unfit::NoTrustStore(fault.to_string()))?;
    let http = oauth::Http::new(&tls).map_err(|_| Unfit::NoHttps)?;
    let keychain = keychain::Keychain::system(SERVICE);
    let locks = settings.folders.data.join("locks");
    let keys = Arc::new(keys::Registrations::new(
        settings.registered.clone(),
        settings.own.clone(),
        keychain.clone(),
        settings.folders.data.clone(),
    ));
    let line = sign_in_line::SignInLine::new(tls.clone());
    let finder = Arc::new(finder::TableAndNetwork::new(system));
    Ok(Ports {
        finder,
        consents: Arc::new(consents::Browsers::new(http, line, Arc::clone(&keys), locks, keychain.clone())),
        mailer: Arc::new(mailer::Smtp::new(tls.clone())),
        mailbox: Arc::new(mailbox::ImapAndPop::new(tls)),
        vault: Arc::new(vault::SystemKeychain::new(keychain)),
        browser: Arc::new(browser::SystemBrowser),
        clock: Arc::new(clock::SystemClock),
        files: Arc::new(files::JsonFiles::new(settings.folders.data.clone())),
        keys,
        schedule: Arc::new(schedule::System::of_this_computer()),
    })
}
