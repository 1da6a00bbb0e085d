//! `todoita.toml`: what an organisation has decided for its computers.
//!
//! The first of these files counts, and no other is read: beside the program; then in the folder for the whole computer
//! (`/etc/todoita` and the folders of `XDG_CONFIG_DIRS` on Linux, `ProgramData\\Todoita` on Windows,
//! `/Library/Application Support/Todoita` on macOS). No secret is needed in it.

use std::path::{Path, PathBuf};

use contract::Login;
use oauth::{Client, Cloud, Door, Guid, Provider};
use serde::Deserialize;
use wizard::{Brand, HelpDesk, Policy};

use super::relay::RelayEntry;
use super::{ClientEntry, Fault, read_toml};

/// The name of the file.
const NAME: &str = "todoita.toml";

/// What the file may say. Unknown words are faults: a misspelt rule must not be taken for none.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Preset {
    pub(super) google: Option<ClientEntry>,
    pub(super) microsoft: Option<MicrosoftEntry>,
    allow: Option<Vec<Way>>,
    own_keys: Option<bool>,
    relay: Option<RelayEntry>,
    help: Option<Help>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct MicrosoftEntry {
    client_id: Id,
    tenant: Option<Id>,
    #[serde(default)]
    cloud: CloudName,
}

/// In which of Microsoft's clouds the organisation is.
#[derive(Debug, Clone, Copy, Default, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum CloudName {
    #[default]
    World,
    UsGovernment,
    China,
}

impl MicrosoftEntry {
    pub(super) fn client(&self) -> Client {
        Client {
            provider: Provider::Microsoft(self.cloud.cloud()),
            id: self.client_id.0.to_string(),
            secret: None,
            door: self.tenant.map_or(Door::Common, |tenant| Door::Tenant(tenant.0)),
        }
    }
}

impl CloudName {
    fn cloud(self) -> Cloud {
        match self {
            Self::World => Cloud::World,
            Self::UsGovernment => Cloud::UsGovernment,
            Self::China => Cloud::China,
        }
    }
}

/// An id as Microsoft writes it.
#[derive(Debug, Clone, Copy, Deserialize)]
#[serde(try_from = "String")]
pub(super) struct Id(Guid);

impl TryFrom<String> for Id {
    type Error = &'static str;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        Guid::read(&text).map(Self).ok_or("no id as Microsoft writes it")
    }
}

#[derive(Debug, Clone, Copy, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Way {
    Browser,
    AppPassword,
    Password,
    /// A sending service.
    Relay,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Help {
    #[serde(default)]
    text_ja: String,
    #[serde(default)]
    text_en: String,
    address: Option<Address>,
}

/// An address that a letter can go to.
#[derive(Debug, Deserialize)]
#[serde(try_from = "String")]
struct Address(String);

impl TryFrom<String> for Address {
    type Error = &'static str;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        let good = |part: &str| {
            !part.is_empty() && part.chars().all(|letter| letter.is_ascii_graphic() && letter != '@')
        };
        match text.split_once('@') {
            Some((local, domain)) if good(local) && good(domain) && text.len() <= 254 => Ok(Self(text)),
            Some(_) | None => Err("no address"),
        }
    }
}

impl Preset {
    /// The first file that is there.
    pub(super) fn read(folders: &[PathBuf]) -> Result<Self, Fault> {
        match folders.iter().map(|folder| folder.join(NAME)).find(|path| path.is_file()) {
            Some(path) => read_toml(&path),
            None => Ok(Self::default()),
        }
    }

    /// The decisions for the wizard.
    pub(super) fn policy(&self) -> Policy {
        let login = |way: &Way| match way {
            Way::Browser => Login::OAuth,
            Way::AppPassword => Login::AppPassword,
            Way::Password => Login::Password,
            Way::Relay => Login::RelayKey,
        };
        let desk = |help: &Help| {
            // One text is enough: it is shown in both languages then.
            let or = |one: &str, other: &str| if one.is_empty() { other.to_owned() } else { one.to_owned() };
            let text = Brand { ja: or(&help.text_ja, &help.text_en), en: or(&help.text_en, &help.text_ja) };
            let address = help.address.as_ref().map(|address| address.0.clone()).unwrap_or_default();
            HelpDesk { text, address }
        };
        Policy {
            logins: self.allow.as_ref().map(|ways| ways.iter().map(login).collect()),
            own_keys: self.own_keys.unwrap_or(true),
            relay: self.relay.as_ref().map(|entry| entry.0.clone()),
            help: self.help.as_ref().map(desk),
            fault: None,
        }
    }
}

/// Where the file may be, in order.
pub(super) fn places() -> Vec<PathBuf> {
    let beside = std::env::current_exe().ok().and_then(|program| program.parent().map(Path::to_owned));
    beside.into_iter().chain(of_the_computer()).collect()
}

#[cfg(target_os = "linux")]
fn of_the_computer() -> Vec<PathBuf> {
    let listed = std::env::var_os("XDG_CONFIG_DIRS").filter(|listed| !listed.is_empty());
    let listed = listed.unwrap_or_else(|| "/etc/xdg".into());
    let absolute = std::env::split_paths(&listed).filter(|folder| folder.is_absolute());
    let shared = absolute.map(|folder| folder.join("todoita"));
    std::iter::once(PathBuf::from("/etc/todoita")).chain(shared).collect()
}

#[cfg(target_os = "windows")]
fn of_the_computer() -> Vec<PathBuf> {
    std::env::var_os("ProgramData").map(|folder| PathBuf::from(folder).join("Todoita")).into_iter().collect()
}

#[cfg(target_os = "macos")]
fn of_the_computer() -> Vec<PathBuf> {
    vec![PathBuf::from("/Library/Application Support/Todoita")]
}

#[cfg(not(any(target_os = "linux", target_os = "windows", target_os = "macos")))]
fn of_the_computer() -> Vec<PathBuf> {
    Vec::new()
}
