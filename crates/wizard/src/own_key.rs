//! Registrations with the providers: which there are, and how the person makes one of their own.

use std::collections::{BTreeMap, BTreeSet};

use contract::{FieldId, HandsOver, StepPicture};

use crate::model::SecretRef;

/// Where people sign in: Google, and Microsoft's clouds, each with registrations of its own.
pub(crate) const PLACES: [&str; 4] = ["google", "microsoft", "microsoft-gov", "microsoft-china"];

/// Whose words are spoken at a place: Microsoft's in all of its clouds.
pub(crate) fn family(place: &str) -> &str {
    if place.starts_with("microsoft") { "microsoft" } else { place }
}

/// For which providers a client id is there.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Clients {
    /// The ids, by provider: `google`, `microsoft`, `microsoft-gov`, `microsoft-china`. They are no secrets.
    pub ids: BTreeMap<String, String>,
    /// The providers where it is the person's own registration.
    pub own: BTreeSet<String>,
}

impl Clients {
    /// Whether the browser road is open for `provider`.
    pub fn has(&self, provider: &str) -> bool {
        self.id(provider).is_some()
    }

    /// The client id for `provider`; it is no secret.
    pub fn id(&self, provider: &str) -> Option<&str> {
        self.ids.get(provider).map(String::as_str)
    }

    /// Whether the client is the person's own registration.
    pub fn is_own(&self, provider: &str) -> bool {
        self.own.contains(provider)
    }

    /// From now on the person's own registration is used.
    pub(crate) fn own(&mut self, provider: &str, id: String) {
        self.ids.insert(provider.to_owned(), id);
        self.own.insert(provider.to_owned());
    }
}

/// One page of the way, with what is done there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GuidePanel {
    /// Names its texts.
    pub name: String,
    /// Whether there is a page to open.
    pub page: bool,
    /// The drawing of each line, in order.
    pub steps: Vec<StepPicture>,
    /// What is typed there as it stands: the name of its label, and the text.
    pub copies: Vec<(String, String)>,
    /// Whether there is something that must not be missed.
    pub care: bool,
    /// What the panel ends with.
    pub hands_over: HandsOver,
}

/// What the person hands over.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum GivenKey {
    /// The file that Google lets one download.
    File(SecretRef),
    /// What Microsoft shows.
    Ids {
        /// In which of its clouds: `microsoft`, `microsoft-gov` or `microsoft-china`.
        provider: String,
        /// The id of the registration, as it was typed.
        client: String,
        /// The id of the organisation, as it was typed; empty for a registration that lets others in.
        tenant: String,
    },
}

/// A registration that is used from now on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TakenKey {
    /// Its id; no secret.
    pub client: String,
    /// The downloaded file, where it lies in the folder for downloads.
    pub file: Option<String>,
}

/// Why something is no registration that can be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum KeyFault {
    /// Larger than 64 KiB.
    TooLarge,
    /// Not the kind of file that is downloaded there.
    NotAKey,
    /// A registration for a web site.
    Web,
    /// A key of a service account.
    ServiceAccount,
    /// Its id is not one of Google's, or its secret is missing or odd.
    Odd,
    /// The id of the registration is not written like one.
    ClientId,
    /// The id of the organisation is not written like one.
    TenantId,
    /// The keychain did not take the secret.
    Keychain,
    /// The id could not be written to the disk.
    Disk,
}

impl KeyFault {
    /// The field it is about, where there are fields.
    pub fn field(self) -> Option<FieldId> {
        match self {
            Self::ClientId => Some(FieldId::ClientId),
            Self::TenantId => Some(FieldId::TenantId),
            Self::TooLarge
            | Self::NotAKey
            | Self::Web
            | Self::ServiceAccount
            | Self::Odd
            | Self::Keychain
            | Self::Disk => None,
        }
    }

    /// The id of the sentence about it.
    pub fn id(self) -> &'static str {
        match self {
            Self::TooLarge => "own-key-error-too-large",
            Self::NotAKey => "own-key-error-not-a-key",
            Self::Web => "own-key-error-web",
            Self::ServiceAccount => "own-key-error-service-account",
            Self::Odd => "own-key-error-odd",
            Self::ClientId => "own-key-error-client-id",
            Self::TenantId => "own-key-error-tenant-id",
            Self::Keychain => "own-key-error-keychain",
            Self::Disk => "own-key-error-disk",
        }
    }
}
