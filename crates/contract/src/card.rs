//! What stands on cards: rows to copy, a letter, an account, folded details. The screens around them are in `view.rs`.

use serde::{Deserialize, Serialize};

use crate::{Language, Text, Tone};

/// A line of a card.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct CardRow {
    /// What it is.
    pub label: Text,
    /// What the device itself calls it; empty where that is not known.
    pub field: String,
    /// The value, or a sentence about it.
    pub value: Text,
    /// True for a value that is typed as it stands.
    pub exact: bool,
}

/// A letter in one language. It is copied whole.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct Letter {
    /// Its language.
    pub language: Language,
    /// The subject.
    pub subject: Text,
    /// The body.
    pub body: Text,
    /// Whom it goes to; empty where that is not known.
    pub to: String,
}

/// An account on the home screen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct AccountCard {
    /// Its id; the target of its actions.
    pub id: String,
    /// The address.
    pub address: String,
    /// How it sends.
    pub road: Text,
    /// What the last test showed.
    pub last: Text,
    /// When the last test was, milliseconds since 1970.
    #[cfg_attr(feature = "ts", ts(type = "number | null"))]
    pub last_at: Option<u64>,
    /// What will end this way of sending, and when; empty where nothing is known to.
    pub coming: Option<Text>,
    /// What the daily check says; empty where the account is not checked.
    pub watch: Option<WatchLine>,
    /// Good or in need of care.
    pub tone: Tone,
    /// True while the person is asked whether it shall really be removed.
    pub removing: bool,
    /// What is being done with it now.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "ts", ts(optional))]
    pub busy: Option<Text>,
}

/// What the daily check of an account says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct WatchLine {
    /// The sentence.
    pub text: Text,
    /// When it was checked last, milliseconds since 1970; empty before the first time.
    #[cfg_attr(feature = "ts", ts(type = "number | null"))]
    pub at: Option<u64>,
    /// Good or not.
    pub tone: Tone,
}

/// A label and a value.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct Detail {
    /// What it is.
    pub label: Text,
    /// Its value, as a sentence.
    pub value: Text,
}
