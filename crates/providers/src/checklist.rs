//! What only an administrator can see in his own pages.

include!(concat!(env!("OUT_DIR"), "/checklists.rs"));

/// One line of a checklist.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ChecklistItem {
    /// `google` or `microsoft`.
    pub provider: &'static str,
    /// Names its text: `record-ask-NAME`.
    pub name: &'static str,
}

/// The lines for a provider, in the order in which they are read; none for any other.
pub fn checklist(provider: &str) -> impl Iterator<Item = &'static ChecklistItem> {
    CHECKLISTS.iter().filter(move |item| item.provider == provider)
}
