//! A sentence without its words: an id of the locales and the values to put into it.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// A message id of the locales with its variables. Never an English or Japanese sentence.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct Text {
    /// Id in the Fluent files, for example `check-sign-in-done`.
    pub id: String,
    /// Values for the message's variables; empty for most.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub args: BTreeMap<String, Arg>,
}

/// One value in a [`Text`].
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub enum Arg {
    /// A count or a number of seconds; Fluent formats it for the language.
    Number(i32),
    /// Something shown as it is: an address, a host, a provider's name.
    Word(String),
}

impl Text {
    /// A text without variables.
    pub fn new(id: impl Into<String>) -> Self {
        Self { id: id.into(), args: BTreeMap::new() }
    }

    /// The same text with one more variable.
    #[must_use]
    pub fn with(mut self, name: &str, value: impl Into<Arg>) -> Self {
        self.args.insert(name.to_owned(), value.into());
        self
    }
}

impl From<&str> for Arg {
    fn from(word: &str) -> Self {
        Self::Word(word.to_owned())
    }
}

impl From<String> for Arg {
    fn from(word: String) -> Self {
        Self::Word(word)
    }
}

impl From<i32> for Arg {
    fn from(number: i32) -> Self {
        Self::Number(number)
    }
}
