//! What is known of mail providers, and the look-ups over it.
//!
//! Lives here: the data files (`data/*.toml`, each row with source, confidence and date), compiled at build time into
//! sorted tables without those three; look-ups by domain, id and MX host; a likely typing mistake in a domain; the shapes of app passwords.
//! Does not live here: asking the network (crate `discovery`), sentences for people (folder `locales`).

mod checklist;
mod device;
mod door;
mod lookup;
mod mx;
mod own_key;
mod provider;
mod relay;
mod shape;
mod sign;
mod tables;
mod typo;

pub use checklist::{ChecklistItem, checklist};
pub use device::{Device, FieldNames, Names, OauthOn, devices};
pub use door::{Door, doors};
pub use lookup::{all, by_domain, by_id, by_submission_host, name};
pub use mx::{MxMatch, by_mx};
pub use own_key::{KeyPanel, key_panels};
pub use provider::{Host, Kind, NameForm, Panel, Preparation, Provider, WayOut};
pub use relay::{Confirmed, Dkim, Region, Relay, RelayUser, Spf, relay, relays};
pub use shape::{Letters, Shape, clean_app_password};
pub use sign::{SignMatch, by_ns, by_ptr};
pub use typo::nearest_domain;

#[cfg(test)]
mod tests;
