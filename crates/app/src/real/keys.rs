//! Registrations: those the program came with, and the person's own, which come first.

mod file;

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use futures_util::future::BoxFuture;
use keychain::{Keychain, KeychainError};
use oauth::{Client, Door, Guid, Provider};
use secret::Secret;
use tokio::sync::Mutex as Turn;
use wizard::{GuidePanel, KeyFault, TakenKey};

use self::file::{LONGEST, read};
use super::files;
use crate::ports::{Keys, NewKey};
use crate::settings::{OwnKeys, OwnMicrosoft, Registered};

/// The name of the secret of an own registration with Google, in the keychain.
const GOOGLE: &str = "client:google";
/// The file with the ids.
const FILE: &str = "keys.json";

/// How a registration of one's own is made at a provider: in all of Microsoft's clouds in one way.
pub fn key_guide(provider: &str) -> Vec<GuidePanel> {
    let family = Provider::named(provider).map_or("", Provider::family);
    let panel = |row: &providers::KeyPanel| GuidePanel {
        name: row.name.to_owned(),
        page: row.page.is_some(),
        steps: row.steps.to_vec(),
        copies: row.copies.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned())).collect(),
        care: row.care,
        hands_over: row.hands_over,
    };
    providers::key_panels(family).map(panel).collect()
}

/// The ids of the person's own registrations, as they were kept in a folder.
pub fn own_keys(folder: &Path) -> OwnKeys {
    files::read(folder, FILE).unwrap_or_default()
}

/// All registrations that may be used.
pub(super) struct Registrations {
    registered: Registered,
    keychain: Keychain,
    data: PathBuf,
    /// Where browsers put what is downloaded; `None` where the system names no such folder. Asked when it is needed.
    downloads: Box<dyn Fn() -> Option<PathBuf> + Send + Sync>,
    own: Mutex<OwnKeys>,
    /// Google's secret, once it was read; with the id it belongs to.
    google: Turn<Option<(String, Secret)>>,
}

impl Registrations {
    pub(super) fn new(registered: Registered, own: OwnKeys, keychain: Keychain, data: PathBuf) -> Self {
        let (own, google) = (Mutex::new(own), Turn::default());
        Self { registered, keychain, data, downloads: Box::new(dirs::download_dir), own, google }
    }

    /// The registration for a consent of a kind of account; `None` where there is none.
    ///
    /// # Errors
    /// When the keychain does not give out the secret of an own one.
    pub(super) async fn client(
        &self,
        provider: Provider,
        personal: Option<bool>,
    ) -> Result<Option<Client>, KeychainError> {
        let door = match personal {
            Some(true) => Door::Consumers,
            Some(false) => Door::Organizations,
            None => Door::Common,
        };
        let client = match self.own(provider).await? {
            Some(own) => Some(own),
            None => self.registered.of(provider).cloned(),
        };
        Ok(client.map(|client| match client.door {
            // A registration of one organisation lets nobody in by another door.
            Door::Tenant(_) => client,
            Door::Common | Door::Consumers | Door::Organizations => Client { door, ..client },
        }))
    }

    /// All registrations, the person's own first: a permission belongs to one of them.
    ///
    /// # Errors
    /// When the keychain does not give out the secret of an own one.
    pub(super) async fn all(&self) -> Result<Vec<Client>, KeychainError> {
        let mut all = Vec::new();
        for provider in Provider::ALL {
            all.extend(self.own(provider).await?);
            all.extend(self.registered.of(provider).cloned());
        }
        Ok(all)
    }

    async fn own(&self, provider: Provider) -> Result<Option<Client>, KeychainError> {
        let own = self.ids();
        match provider {
            Provider::Google => match own.google {
                Some(id) => {
                    let secret = Some(self.google_secret(&id).await?);
                    Ok(Some(Client { provider, id, secret, door: Door::Common }))
                }
                None => Ok(None),
            },
            Provider::Microsoft(_) => Ok(own.microsoft.get(provider.name()).map(|key| {
                let tenant = key.tenant.as_deref().and_then(Guid::read);
                Client {
                    provider,
                    id: key.client.clone(),
                    secret: None,
                    door: tenant.map_or(Door::Common, Door::Tenant),
                }
            })),
        }
    }

    async fn google_secret(&self, id: &str) -> Result<Secret, KeychainError> {
        let mut held = self.google.lock().await;
        if let Some((whose, secret)) = held.as_ref()
            && whose == id
        {
            return Ok(secret.clone());
        }
        let secret = self.keychain.read(GOOGLE).await?;
        *held = Some((id.to_owned(), secret.clone()));
        Ok(secret)
    }

    async fn take_google(&self, given: &Secret) -> Result<TakenKey, KeyFault> {
        let key = read(given.expose())?;
        self.keychain.store(GOOGLE, key.secret.clone()).await.map_err(|_| KeyFault::Keychain)?;
        self.keep(|own| own.google = Some(key.id.clone()))?;
        *self.google.lock().await = Some((key.id.clone(), key.secret));
        let file =
            self.downloaded(&key.id).and_then(|path| Some(path.file_name()?.to_string_lossy().into_owned()));
        Ok(TakenKey { client: key.id, file })
    }

    fn take_microsoft(&self, provider: &str, client: &str, tenant: &str) -> Result<TakenKey, KeyFault> {
        if !matches!(Provider::named(provider), Some(Provider::Microsoft(_))) {
            return Err(KeyFault::Odd);
        }
        let client = Guid::read(client).ok_or(KeyFault::ClientId)?.to_string();
        let tenant = match tenant.trim() {
            "" => None,
            typed => Some(Guid::read(typed).ok_or(KeyFault::TenantId)?.to_string()),
        };
        self.keep(|own| {
            let key = OwnMicrosoft { client: client.clone(), tenant: tenant.clone() };
            own.microsoft.insert(provider.to_owned(), key);
        })?;
        Ok(TakenKey { client, file: None })
    }

    /// Changes the file as it is now: an id that is not used here, since the organisation's comes first, stays in it.
    fn keep(&self, change: impl Fn(&mut OwnKeys)) -> Result<(), KeyFault> {
        let mut kept = own_keys(&self.data);
        change(&mut kept);
        files::write(&self.data, FILE, &kept).map_err(|_| KeyFault::Disk)?;
        change(&mut self.own.lock().unwrap_or_else(PoisonError::into_inner));
        Ok(())
    }

    fn ids(&self) -> OwnKeys {
        self.own.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// The file in the folder for downloads that holds this registration. Only files of that name are opened.
    fn downloaded(&self, id: &str) -> Option<PathBuf> {
        let entries = fs::read_dir((self.downloads)()?).ok()?;
        entries.filter_map(Result::ok).map(|entry| entry.path()).find(|path| {
            let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
            let plain =
                fs::symlink_metadata(path).is_ok_and(|about| about.is_file() && about.len() <= LONGEST);
            let named = name.starts_with("client_secret") && name.ends_with(".json");
            named && plain && fs::read(path).is_ok_and(|text| read(&text).is_ok_and(|key| key.id == id))
        })
    }
}

impl Keys for Registrations {
    fn take(&self, key: NewKey) -> BoxFuture<'_, Result<TakenKey, KeyFault>> {
        Box::pin(async move {
            match key {
                NewKey::GoogleFile(file) => self.take_google(&file).await,
                NewKey::Microsoft { provider, client, tenant } => {
                    self.take_microsoft(&provider, &client, &tenant)
                }
            }
        })
    }

    fn delete_file(&self) -> bool {
        let file = self.ids().google.and_then(|id| self.downloaded(&id));
        file.is_some_and(|path| fs::remove_file(path).is_ok())
    }
}

#[cfg(test)]
mod tests;
