//! The accounts between the wizard and the file, which other runs of the program write too.

use wizard::{Account, Msg};

use super::Actor;
use crate::ports::Finder;

impl Actor {
    /// What another run has written is taken in before anything else is, so that it is never written over.
    pub(super) fn look_again(&mut self) {
        // What could not be written yet would be lost in what is taken in.
        if !self.save() {
            return;
        }
        let Some(written) = self.written() else { return };
        if written == self.written {
            return;
        }
        // Beneath an account of this run only there may be a stored one: it is not the one that is in use.
        let ours = self.wizard.accounts();
        let only_now = |id: &str| ours.iter().any(|account| account.session_only && account.id == id);
        let stored: Vec<Account> = written.iter().filter(|there| !only_now(&there.id)).cloned().collect();
        self.written = written;
        if !is_known(&stored, ours) {
            self.wizard.update(Msg::Written(stored));
            self.accounts = self.wizard.accounts().to_vec();
            self.show();
        }
    }

    /// Writes what has changed of the accounts. True when nothing is left to be written.
    fn save(&mut self) -> bool {
        let accounts = self.wizard.accounts();
        if accounts == self.accounts.as_slice() {
            return true;
        }
        let saved = self.ports.files.save_accounts(accounts, &self.written);
        if saved {
            self.accounts = accounts.to_vec();
        }
        saved
    }

    /// What is written of the accounts, with what the table says of their providers.
    fn written(&self) -> Option<Vec<Account>> {
        let mut accounts = self.ports.files.accounts()?;
        with_abouts(&mut accounts, &*self.ports.finder);
        Some(accounts)
    }
}

/// Whether exactly these are the stored ones of `ours`. What the table says of a provider is no matter of the file.
fn is_known(stored: &[Account], ours: &[Account]) -> bool {
    let lasting: Vec<&Account> = ours.iter().filter(|account| !account.session_only).collect();
    let the_same =
        |there: &Account, ours: &Account| *there == Account { about: there.about.clone(), ..ours.clone() };
    lasting.len() == stored.len()
        && stored.iter().all(|there| lasting.iter().any(|ours| the_same(there, ours)))
}

pub(super) fn with_abouts(accounts: &mut [Account], finder: &dyn Finder) {
    for account in accounts {
        if let Some(about) = finder.about(&account.address, account.provider.as_deref()) {
            account.about = Some(Box::new(about));
        }
    }
}
