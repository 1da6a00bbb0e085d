//! What the wizard is told of the program it runs in.

/// The program itself, for the report.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Program {
    /// Version.
    pub version: String,
    /// Operating system and architecture.
    pub system: String,
}
