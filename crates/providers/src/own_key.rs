//! How a person makes a registration of their own at Google or Microsoft.

use contract::{HandsOver, StepPicture};

include!(concat!(env!("OUT_DIR"), "/own_keys.rs"));

/// One page of the way, with what is done there.
#[derive(Debug, PartialEq, Eq)]
pub struct KeyPanel {
    /// `google` or `microsoft`.
    pub provider: &'static str,
    /// Names its texts.
    pub name: &'static str,
    /// The page, where it has an address of its own.
    pub page: Option<&'static str>,
    /// The same page in Microsoft's other clouds, by the name of the cloud's provider.
    pub clouds: &'static [(&'static str, &'static str)],
    /// The drawing of each line, in order.
    pub steps: &'static [StepPicture],
    /// What is typed there as it stands: the name of its label, and the text.
    pub copies: &'static [(&'static str, &'static str)],
    /// Whether there is something that must not be missed.
    pub care: bool,
    /// What the panel ends with.
    pub hands_over: HandsOver,
}

impl KeyPanel {
    /// The page in a cloud, by the name of its provider.
    pub fn page_in(&self, cloud: &str) -> Option<&'static str> {
        self.clouds.iter().find(|(name, _)| *name == cloud).map(|(_, page)| *page).or(self.page)
    }
}

/// The panels of a provider, in order; none for a provider that needs no registration.
pub fn key_panels(provider: &str) -> impl Iterator<Item = &'static KeyPanel> {
    KEY_PANELS.iter().filter(move |panel| panel.provider == provider)
}
