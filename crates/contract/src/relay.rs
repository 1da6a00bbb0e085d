//! Relay services as they stand on the screens. What is known of them lives in crate `providers`.

use serde::{Deserialize, Serialize};

use crate::Text;

/// A relay service to choose.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct RelayChoice {
    /// Its id; the target of its action.
    pub id: String,
    /// Which kind of sender it suits.
    pub suits: Text,
}

/// What the host name of a relay service needs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct RelayPlace {
    /// `region`, `account` or `host`.
    pub kind: RelayPlaceKind,
    /// What was chosen or typed.
    pub value: String,
    /// The regions to choose from; empty where it is typed.
    pub choices: Vec<PlaceChoice>,
}

/// What is asked for a host name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub enum RelayPlaceKind {
    /// One of the service's regions.
    Region,
    /// The name of the account there.
    Account,
    /// The whole name, as the service told it.
    Host,
}

/// A region of a relay service.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct PlaceChoice {
    /// As it stands in the host name.
    pub id: String,
    /// As people know it.
    pub name: String,
}
