//! The lines of the check: one for each stage of sending.

use serde::{Deserialize, Serialize};

use crate::{Stage, Text};

/// One line of the check.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct CheckLine {
    /// Which stage.
    pub stage: Stage,
    /// How far.
    pub state: LineState,
    /// How long it took, milliseconds.
    pub ms: Option<u32>,
    /// The sentence, in the tense of its state.
    pub text: Text,
}

/// How far a line of the check is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub enum LineState {
    /// Not begun.
    Todo,
    /// Running.
    Now,
    /// Finished.
    Done,
    /// Failed.
    Failed,
}
