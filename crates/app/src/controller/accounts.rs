//! The accounts between the wizard and the file, which other runs of the program write too.

use wizard::{Account, Msg};

use super::Actor;
use crate::ports::Finder;

impl Actor {
    /// What another run has written is taken in before anything else is, so that it is never written over.
    pub(super) fn look_again(&mut self) {
        // What could not be written yet would be lost in what is taken in.
        let saved = self.save();
        let folder = (!saved).then(|| self.ports.files.place());
        self.wizard.update(Msg::Unwritten(folder));
        if !saved {
            return;
        }
        let Some(mut written) = self.ports.files.accounts() else { return };
        if written == self.written {
            return;
        }
        self.written.clone_from(&written);
        with_abouts(&mut written, &*self.ports.finder);
        self.wizard.update(Msg::Written(written));
        self.accounts = self.wizard.accounts().to_vec();
        self.show();
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
}

/// Puts in what the table says of the providers, which no file holds.
pub(super) fn with_abouts(accounts: &mut [Account], finder: &dyn Finder) {
    for account in accounts {
        if let Some(about) = finder.about(&account.address, account.provider.as_deref()) {
            account.about = Some(Box::new(about));
        }
    }
}
