//! What the wizard is told of the program it runs in.

/// The program itself, for the report.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Program {
    /// Version.
    pub version: String,
    /// Operating system and architecture.
    pub system: String,
    /// Whether the publisher can be asked for a newer release.
    pub asks: bool,
}

/// What the publisher says of releases.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ReleaseNews {
    /// What runs is the newest.
    Newest,
    /// There is a newer one.
    Newer {
        /// Its version.
        version: String,
        /// Its page, which was signed.
        page: String,
    },
    /// Nobody answered.
    NotReached,
    /// What came was not the publisher's, or was changed.
    NotBelieved,
}
