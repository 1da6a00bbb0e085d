//! Registrations: those the program came with, and the person's own, which come first.

mod file;
mod known;
mod own;

use std::collections::BTreeMap;
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
use self::known::Known;
use super::files;
use crate::ports::{Keys, NewKey};
use crate::settings::{OwnKeys, OwnMicrosoft, Registered};

/// The name of the secrets of own registrations with Google in the keychain; after it comes the client id.
const GOOGLE: &str = "client:google:";
/// The one name of before: the secret of the id that was alone in the file.
const ALONE: &str = "client:google";
/// The file with the ids.
const FILE: &str = "keys.json";

fn entry(id: &str) -> String {
    format!("{GOOGLE}{id}")
}

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
    /// Google's secrets, once they were read, by the id they belong to.
    google: Turn<BTreeMap<String, Secret>>,
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
        let client = match self.own(provider).await {
            Ok(Some(own)) => Some(own),
            // A secret that is lost does not come back: the one the program came with, or a new one of the person's own.
            Ok(None) | Err(KeychainError::NotFound | KeychainError::Damaged) => {
                self.registered.of(provider).cloned()
            }
            Err(error @ (KeychainError::Missing | KeychainError::Locked | KeychainError::Refused)) => {
                return Err(error);
            }
        };
        Ok(client.map(|client| match client.door {
            // A registration of one organisation lets nobody in by another door.
            Door::Tenant(_) => client,
            Door::Common | Door::Consumers | Door::Organizations => Client { door, ..client },
        }))
    }

    /// All registrations, the person's own first, also those of before: a permission belongs to one of them.
    pub(super) async fn all(&self) -> Known {
        let OwnKeys { google, older, .. } = self.ids();
        let mut known = Known::default();
        let mut add = |id: Option<&str>, read: Result<Option<Client>, KeychainError>| match read {
            Ok(client) => known.clients.extend(client),
            Err(error) => known.withheld.extend(id.map(|id| (id.to_owned(), error))),
        };
        for provider in Provider::ALL {
            // Only Google's have a secret.
            add(google.as_deref(), self.own(provider).await);
            for id in older.get(provider.name()).into_iter().flatten() {
                add(Some(id), self.older(provider, id).await.map(Some));
            }
            add(None, Ok(self.registered.of(provider).cloned()));
        }
        known
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

    /// One of before. Its door is that of the permission it is used for.
    async fn older(&self, provider: Provider, id: &str) -> Result<Client, KeychainError> {
        let secret = match provider {
            Provider::Google => Some(self.google_secret(id).await?),
            Provider::Microsoft(_) => None,
        };
        Ok(Client { provider, id: id.to_owned(), secret, door: Door::Common })
    }

    async fn google_secret(&self, id: &str) -> Result<Secret, KeychainError> {
        let mut held = self.google.lock().await;
        if let Some(secret) = held.get(id) {
            return Ok(secret.clone());
        }
        let secret = match self.keychain.read(&entry(id)).await {
            Err(KeychainError::NotFound) if self.ids().alone() == Some(id) => {
                self.keychain.read(ALONE).await?
            }
            read => read?,
        };
        held.insert(id.to_owned(), secret.clone());
        Ok(secret)
    }

    async fn take_google(&self, given: &Secret) -> Result<TakenKey, KeyFault> {
        let key = read(given.expose())?;
        let alone = own_keys(&self.data).alone().map(str::to_owned);
        if let Some(id) = &alone {
            self.copy_alone(id).await?;
        }
        let entry = entry(&key.id);
        let before = self.there(&entry).await?;
        self.store(&entry, key.secret.clone()).await?;
        if let Err(fault) = self.keep(|own| own.take_google(&key.id)) {
            let _ = match before {
                Some(before) => self.keychain.store(&entry, before).await,
                None => self.keychain.delete(&entry).await,
            };
            return Err(fault);
        }
        if alone.is_some() {
            let _ = self.keychain.delete(ALONE).await;
        }
        self.google.lock().await.insert(key.id.clone(), key.secret);
        let file =
            self.downloaded(&key.id).and_then(|path| Some(path.file_name()?.to_string_lossy().into_owned()));
        Ok(TakenKey { client: key.id, file })
    }

    /// What is under the one name of before goes under the name of its id too, for soon that id is not alone any more.
    async fn copy_alone(&self, id: &str) -> Result<(), KeyFault> {
        if self.there(&entry(id)).await?.is_none()
            && let Some(secret) = self.there(ALONE).await?
        {
            self.store(&entry(id), secret).await?;
        }
        Ok(())
    }

    /// What can be read under a name.
    async fn there(&self, name: &str) -> Result<Option<Secret>, KeyFault> {
        match self.keychain.read(name).await {
            Ok(secret) => Ok(Some(secret)),
            Err(KeychainError::NotFound | KeychainError::Damaged) => Ok(None),
            Err(KeychainError::Missing | KeychainError::Locked | KeychainError::Refused) => {
                Err(KeyFault::Keychain)
            }
        }
    }

    async fn store(&self, name: &str, secret: Secret) -> Result<(), KeyFault> {
        self.keychain.store(name, secret).await.map_err(|_| KeyFault::Keychain)
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
        let key = OwnMicrosoft { client: client.clone(), tenant };
        self.keep(|own| own.take_microsoft(provider, &key))?;
        Ok(TakenKey { client, file: None })
    }

    /// Changes the file as it is now: an id that is not used here, since the organisation's comes first, stays in it.
    fn keep(&self, change: impl Fn(&mut OwnKeys)) -> Result<(), KeyFault> {
        let changed = files::change(&self.data, FILE, |kept: Option<OwnKeys>| {
            let mut kept = kept.unwrap_or_default();
            change(&mut kept);
            Some(kept)
        });
        changed.map_err(|_| KeyFault::Disk)?;
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
