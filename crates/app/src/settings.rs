//! What the environment and the configuration say: folders, language, registered programs. Read once, at the start.

mod preset;
mod relay;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use contract::Language;
use oauth::{Client, Cloud, Door, Provider};
use secret::Secret;
use serde::{Deserialize, Serialize};
use wizard::{Clients, Policy, Program};

use self::preset::Preset;

/// Where files are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Folders {
    /// What people may put there: `clients.toml`.
    pub config: PathBuf,
    /// What the program remembers.
    pub data: PathBuf,
}

/// The programs registered with the providers. Of two with one provider the first counts.
#[derive(Debug, Clone, Default)]
pub struct Registered(Vec<Client>);

/// The person's own registrations: their ids, which are no secrets. Google's secrets are in the keychain.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct OwnKeys {
    /// With Google: the client id.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub google: Option<String>,
    /// The ids that were used before, by provider, the newest first: permissions that were given to them are renewed.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub older: BTreeMap<String, Vec<String>>,
    /// With Microsoft, by the name of the cloud's provider.
    #[serde(flatten)]
    pub microsoft: BTreeMap<String, OwnMicrosoft>,
}

/// An own registration with Microsoft.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OwnMicrosoft {
    /// The client id.
    pub client: String,
    /// The one organisation whose accounts it lets in; left out where it lets in others too.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tenant: Option<String>,
}

/// All settings.
#[derive(Debug, Clone)]
pub struct Settings {
    /// Where files are.
    pub folders: Folders,
    /// The registered programs.
    pub registered: Registered,
    /// The person's own, which come before those.
    pub own: OwnKeys,
    /// The language of the operating system.
    pub language: Language,
    /// What an organisation has decided, and what is wrong with a file; nothing of that file is used then.
    pub policy: Policy,
}

/// `clients.toml`: an organisation's own registrations.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct ClientsFile {
    google: Option<ClientEntry>,
    microsoft: Option<ClientEntry>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct ClientEntry {
    client_id: String,
    client_secret: Option<String>,
}

/// The longest `clients.toml` that is read.
const LONGEST: u64 = 64 * 1024;

impl Settings {
    /// Reads the environment, what the organisation has decided, and the configuration folder.
    pub fn read() -> Self {
        Self::read_from(Folders::of_this_computer(), &preset::places())
    }

    /// The same with given folders.
    pub fn read_from(folders: Folders, presets: &[PathBuf]) -> Self {
        let mut faults = Vec::new();
        let preset = Preset::read(presets).unwrap_or_else(|fault| {
            faults.push(fault);
            Preset::default()
        });
        let file = clients_file(&folders.config).unwrap_or_else(|fault| {
            faults.push(fault);
            ClientsFile::default()
        });
        let policy = Policy { fault: faults.into_iter().next(), ..preset.policy() };
        let compiled =
            entry(option_env!("TODOITA_GOOGLE_CLIENT_ID"), option_env!("TODOITA_GOOGLE_CLIENT_SECRET"));
        let google = preset.google.into_iter().map(|entry| client(Provider::Google, entry));
        let of_the_organisation: Vec<_> =
            google.chain(preset.microsoft.as_ref().map(preset::MicrosoftEntry::client)).collect();
        // What the organisation registered comes before what a person made.
        let mut own = crate::real::own_keys(&folders.data);
        let kept = |provider: &str| {
            policy.own_keys && of_the_organisation.iter().all(|client| client.provider.name() != provider)
        };
        own.google.take_if(|_| !kept("google"));
        own.microsoft.retain(|provider, _| kept(provider));
        own.older.retain(|provider, _| kept(provider));
        let world = Provider::Microsoft(Cloud::World);
        let microsoft = file.microsoft.or(entry(option_env!("TODOITA_MICROSOFT_CLIENT_ID"), None));
        let others = file.google.or(compiled).map(|entry| client(Provider::Google, entry));
        let others = others.into_iter().chain(microsoft.map(|entry| client(world, entry)));
        Self {
            own,
            folders,
            registered: Registered(of_the_organisation.into_iter().chain(others).collect()),
            language: language(sys_locale::get_locale().as_deref()),
            policy,
        }
    }

    /// The client ids, for the wizard.
    pub fn clients(&self) -> Clients {
        let google = self.own.google.iter().map(|id| ("google".to_owned(), id.clone()));
        let microsoft =
            self.own.microsoft.iter().map(|(provider, key)| (provider.clone(), key.client.clone()));
        let own: BTreeMap<_, _> = google.chain(microsoft).collect();
        let mut ids: BTreeMap<String, String> = BTreeMap::new();
        for client in &self.registered.0 {
            ids.entry(client.provider.name().to_owned()).or_insert_with(|| client.id.clone());
        }
        ids.extend(own.clone());
        Clients { ids, own: own.into_keys().collect() }
    }

    /// Version and system, for the report.
    pub fn program() -> Program {
        Program {
            version: env!("CARGO_PKG_VERSION").to_owned(),
            system: format!("{} {}", std::env::consts::OS, std::env::consts::ARCH),
            asks: releases::built_in().is_some(),
        }
    }
}

impl Registered {
    /// The client of a provider.
    pub fn of(&self, provider: Provider) -> Option<&Client> {
        self.0.iter().find(|client| client.provider == provider)
    }
}

impl From<Vec<Client>> for Registered {
    fn from(clients: Vec<Client>) -> Self {
        Self(clients)
    }
}

impl Folders {
    fn of_this_computer() -> Self {
        let here = PathBuf::from(".");
        let config = dirs::config_dir().unwrap_or_else(|| here.clone());
        let data = dirs::data_local_dir().unwrap_or(here);
        let name = if cfg!(target_os = "linux") { "todoita" } else { "Todoita" };
        Self { config: config.join(name), data: data.join(name) }
    }
}

/// A file that could not be read, and its line.
type Fault = (String, u32);

fn clients_file(folder: &Path) -> Result<ClientsFile, Fault> {
    let path = folder.join("clients.toml");
    if path.is_file() { read_toml(&path) } else { Ok(ClientsFile::default()) }
}

/// The message of the parser shows the line; a secret in it would be shown too, so only the place is taken.
fn read_toml<T: serde::de::DeserializeOwned>(path: &Path) -> Result<T, Fault> {
    let fault = |line: usize| (path.display().to_string(), u32::try_from(line).unwrap_or(u32::MAX));
    let short = std::fs::metadata(path).is_ok_and(|about| about.len() <= LONGEST);
    let text = if short { std::fs::read_to_string(path).ok() } else { None };
    let text = text.ok_or_else(|| fault(1))?;
    toml::from_str(&text).map_err(|error| {
        let before = error.span().and_then(|span| text.get(..span.start)).unwrap_or_default();
        fault(before.matches('\n').count() + 1)
    })
}

/// What was built in. A variable that was there and empty says as little as one that was not.
fn entry(id: Option<&str>, secret: Option<&str>) -> Option<ClientEntry> {
    let said = |word: Option<&str>| word.filter(|word| !word.is_empty()).map(str::to_owned);
    Some(ClientEntry { client_id: said(id)?, client_secret: said(secret) })
}

fn client(provider: Provider, entry: ClientEntry) -> Client {
    Client {
        provider,
        id: entry.client_id,
        secret: entry.client_secret.map(Secret::from),
        door: Door::default(),
    }
}

/// Japanese where the system is Japanese, else English.
fn language(tag: Option<&str>) -> Language {
    match tag {
        Some(tag) if tag.to_ascii_lowercase().starts_with("ja") => Language::Ja,
        Some(_) | None => Language::En,
    }
}

#[cfg(test)]
mod tests;
