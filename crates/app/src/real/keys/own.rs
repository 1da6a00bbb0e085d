//! Which of the person's own ids are used, and which are kept because accounts were set up with them.

use crate::settings::{OwnKeys, OwnMicrosoft};

const GOOGLE: &str = "google";

impl OwnKeys {
    /// Google's id, where there was none before it: its secret may be under the one name that there was for all of them.
    pub(super) fn alone(&self) -> Option<&str> {
        self.google.as_deref().filter(|_| !self.older.contains_key(GOOGLE))
    }

    /// From now on this one is used at Google.
    pub(super) fn take_google(&mut self, id: &str) {
        let before = self.google.replace(id.to_owned());
        self.put_by(GOOGLE, before, id);
    }

    /// From now on this one is used at one of Microsoft's clouds.
    pub(super) fn take_microsoft(&mut self, provider: &str, key: &OwnMicrosoft) {
        let before = self.microsoft.insert(provider.to_owned(), key.clone());
        self.put_by(provider, before.map(|before| before.client), &key.client);
    }

    fn put_by(&mut self, provider: &str, before: Option<String>, used: &str) {
        let Some(before) = before.filter(|before| before != used) else { return };
        let older = self.older.entry(provider.to_owned()).or_default();
        older.retain(|id| id != used && *id != before);
        older.insert(0, before);
    }
}
