//! What the wizard knows.

use contract::{
    AccountKind, AddressHint, Evidence, EvidenceSource, Language, Login, MailboxServer, Organisation,
    ProblemCode, Route, Server, StepPicture, Text, Trust, UserName, Verdict,
};
use serde::{Deserialize, Serialize};

use crate::account::Account;
pub use crate::program::Program;
use crate::relay::ByRelay;

/// Points at a secret that is kept elsewhere.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct SecretRef(pub u64);

/// Where the secret for a sign-in is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum SecretSource {
    /// Handed over in this run and not stored yet.
    Pending(SecretRef),
    /// In the keychain, under the account's id.
    Stored(String),
}

/// What may be known about a secret without knowing it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct SecretShape {
    /// Nothing was handed over.
    pub empty: bool,
    /// For an app password: whether it has the shape the provider's app passwords have.
    pub fit: Fit,
    /// Characters in it after cleaning.
    pub length: u16,
}

/// How a secret compares with what a provider makes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Fit {
    /// The provider's shape is not known for certain, so there is nothing to say.
    #[default]
    Unknown,
    /// It has the shape.
    Fits,
    /// It has another shape.
    Misfits,
}

/// What the table in the program says about a draft.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Glance {
    /// The sentence for the field, if anything is known.
    pub hint: Option<AddressHint>,
    /// A likely spelling.
    pub suggestion: Option<String>,
}

/// Settings for an address.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Found {
    /// The address, folded and trimmed.
    pub address: String,
    /// True when full-width letters or spaces were changed.
    pub folded: bool,
    /// A likely spelling of the domain.
    pub suggestion: Option<String>,
    /// Whose account it is.
    pub kind: AccountKind,
    /// The provider's name as people know it; empty when unknown.
    pub name: Brand,
    /// The provider's id in the table, where it is one of the table's.
    #[serde(default)]
    pub provider: Option<String>,
    /// What can be said before any password.
    pub verdict: Verdict,
    /// Submission servers, the best first.
    pub submission: Vec<Candidate>,
    /// Where the mailbox could be read.
    pub retrieval: Vec<MailboxServer>,
    /// What those expect as user name, where it is another one than for sending.
    pub retrieval_user_name: Option<UserName>,
    /// Ways to sign in, the best first.
    pub logins: Vec<Login>,
    /// What has to be done at the provider first, or how an app password is made there.
    pub preparation: Option<Preparation>,
    /// Whether the provider's web mail can be opened.
    pub webmail: bool,
    /// For a closed service: the id of the text with the way out.
    pub way_out: Option<String>,
    /// Set when the first server belongs to another organisation and nobody who may be believed named it.
    #[serde(default)]
    pub stranger: Option<Stranger>,
    /// Where all this comes from.
    pub evidence: Vec<Evidence>,
    /// Milliseconds of the search.
    pub elapsed_ms: u32,
}

impl Found {
    /// An address of which nothing is known.
    pub fn nothing(address: &str) -> Self {
        Self {
            address: address.to_owned(),
            folded: false,
            suggestion: None,
            kind: AccountKind::Unknown,
            name: Brand::default(),
            provider: None,
            verdict: Verdict::Unknown,
            submission: Vec::new(),
            retrieval: Vec::new(),
            retrieval_user_name: None,
            logins: Vec::new(),
            preparation: None,
            webmail: false,
            way_out: None,
            stranger: None,
            evidence: Vec::new(),
            elapsed_ms: 0,
        }
    }
}

/// A server of another organisation, about which the person is asked before a password goes there.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stranger {
    /// Whose address it is.
    pub domain: Organisation,
    /// Whose server it is.
    pub server: Organisation,
    /// The two names look alike and are not the same.
    pub look_alike: bool,
    /// Who named the server.
    pub named_by: EvidenceSource,
}

/// The search cannot say where the mail is read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Doubt {
    /// Why.
    pub reason: DoubtReason,
    /// The address, folded and trimmed.
    pub address: String,
    /// Where it may be, the likeliest first.
    pub choices: Vec<Choice>,
    /// Who said what.
    pub evidence: Vec<Evidence>,
}

/// Why the search cannot say it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DoubtReason {
    /// A filter stands before the mailbox; its name.
    Filter(String),
    /// Two answers name two places.
    TwoAnswers,
}

impl DoubtReason {
    /// The sentence about it.
    pub fn text(&self) -> Text {
        match self {
            Self::Filter(name) => Text::new("question-why-filter").with("name", name.as_str()),
            Self::TwoAnswers => Text::new("question-why-two-answers"),
        }
    }
}

/// A place where the mail may be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    /// What a person sees in the browser's address bar there, or a host name.
    pub place: String,
    /// The settings that go with it.
    pub found: Found,
}

/// One submission server with what it expects.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Candidate {
    /// The server.
    pub server: Server,
    /// Its user names.
    pub user_name: UserName,
    /// How far it may be believed.
    pub trust: Trust,
}

/// A name as people know it, in both languages.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Brand {
    /// In English.
    pub en: String,
    /// In Japanese.
    pub ja: String,
}

impl Brand {
    /// The same name in both languages.
    pub fn same(name: &str) -> Self {
        Self { en: name.to_owned(), ja: name.to_owned() }
    }

    /// The name in a language.
    pub fn in_language(&self, language: Language) -> &str {
        match language {
            Language::Ja => &self.ja,
            Language::En => &self.en,
        }
    }
}

/// What has to be done at a provider, and how an app password is made there.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Preparation {
    /// What to do.
    pub panel: Panel,
    /// What to do for an app password, where that is another road than the mailbox's own password.
    pub app_panel: Option<Panel>,
    /// Whether there is a page to open.
    pub page: bool,
}

impl Preparation {
    /// What to do for a way to sign in.
    pub fn panel_for(&self, login: Login) -> &Panel {
        match &self.app_panel {
            Some(panel) if login == Login::AppPassword => panel,
            Some(_) | None => &self.panel,
        }
    }
}

/// Numbered lines of what to do.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Panel {
    /// Id of each line, with its drawing.
    pub steps: Vec<(String, StepPicture)>,
    /// Id of the sentence about what must be so before.
    pub before: Option<String>,
}

/// A page that may be opened. Addresses of pages never come from the user interface.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Page {
    /// Where app passwords are made, for an address.
    AppPassword(String),
    /// Where two-step sign-in is turned on, for an address.
    TwoStep(String),
    /// Where a password for a device is made, at a provider of the table.
    DevicePassword(String),
    /// The provider's web mail, for an address.
    Webmail(String),
    /// Where the key of a relay service is made, by its id.
    RelayKey(String),
    /// A plain page, over which a network lays its own.
    Network,
    /// A page on the way to a registration of one's own.
    OwnKey {
        /// `google` or `microsoft`.
        provider: String,
        /// The panel.
        panel: String,
    },
    /// The letter of the card in a language, in the program for mail.
    Letter(Language),
    /// The page of a release, whose address was signed.
    Release(String),
}

/// What a consent brought.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Grant {
    /// The account that was chosen in the browser.
    pub address: String,
    /// The lasting permission.
    pub secret: SecretRef,
    /// The settings that go with it.
    pub found: Found,
}

/// An address, its settings and the road chosen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Plan {
    /// What was found.
    pub found: Found,
    /// How to sign in.
    pub login: Login,
    /// Servers that were typed or chosen on a card; they come before what was found.
    pub servers: Vec<Server>,
    /// A user name that was typed.
    pub user_name: Option<String>,
    /// The user name for reading of an account that is set up.
    pub mailbox_user_name: Option<String>,
    /// By which door messages go.
    #[serde(default)]
    pub route: Route,
    /// The relay service, where it goes by one.
    #[serde(default)]
    pub by_relay: Option<Box<ByRelay>>,
}

impl Plan {
    /// A plan on the first road.
    pub fn new(found: Found, login: Login) -> Self {
        Self {
            found,
            login,
            servers: Vec::new(),
            user_name: None,
            mailbox_user_name: None,
            route: Route::Smtp,
            by_relay: None,
        }
    }

    /// The same by consent. A name that was typed belongs to a password: a token stands for the address.
    #[must_use]
    pub(crate) fn by_consent(self) -> Self {
        Self { login: Login::OAuth, user_name: None, ..self }
    }

    /// The same by consent, at the provider's own servers.
    #[must_use]
    pub(crate) fn by_consent_anew(self) -> Self {
        Self { servers: Vec::new(), ..self.by_consent() }
    }

    /// The servers to try, the best first.
    pub fn servers(&self) -> Vec<Server> {
        if let Some(server) = self.route.server() {
            return vec![server];
        }
        if self.servers.is_empty() {
            self.found.submission.iter().map(|candidate| candidate.server.clone()).collect()
        } else {
            self.servers.clone()
        }
    }

    /// The user name to sign in with.
    pub fn user_name(&self) -> String {
        if let Some(name) = self.user_name.as_ref().filter(|name| !name.is_empty()) {
            return name.clone();
        }
        match self.found.submission.first() {
            Some(candidate) if self.login != Login::OAuth => {
                candidate.user_name.for_address(&self.found.address)
            }
            _ => self.found.address.clone(),
        }
    }

    /// The user name to read the mailbox with.
    pub fn mailbox_user_name(&self) -> String {
        match (&self.mailbox_user_name, &self.user_name, &self.found.retrieval_user_name) {
            (Some(name), _, _) => name.clone(),
            (None, None, Some(name)) if self.login != Login::OAuth => name.for_address(&self.found.address),
            (None, _, _) => self.user_name(),
        }
    }

    /// The host a password would go to.
    pub fn host(&self) -> String {
        self.servers().first().map(|server| server.host.clone()).unwrap_or_default()
    }

    /// The provider's door for programs that is no mail server, where it has one.
    pub fn web_route(&self) -> Option<Route> {
        match self.found.kind {
            AccountKind::GooglePersonal | AccountKind::GoogleWorkspace => Some(Route::GmailApi),
            AccountKind::MicrosoftPersonal | AccountKind::Microsoft365 => Some(Route::Graph),
            AccountKind::Microsoft365Gov => Some(Route::GraphGov),
            AccountKind::Microsoft365China => Some(Route::GraphChina),
            AccountKind::Mailbox(_)
            | AccountKind::RelayService
            | AccountKind::Closed
            | AccountKind::Unknown => None,
        }
    }

    /// The OAuth provider of this account: `google`, `microsoft` or one of its other clouds, or none.
    pub fn consent_provider(&self) -> Option<&'static str> {
        consent_provider(&self.found.kind)
    }
}

/// The OAuth provider of a kind of account.
pub(crate) fn consent_provider(kind: &AccountKind) -> Option<&'static str> {
    match kind {
        AccountKind::GooglePersonal | AccountKind::GoogleWorkspace => Some("google"),
        AccountKind::MicrosoftPersonal | AccountKind::Microsoft365 => Some("microsoft"),
        AccountKind::Microsoft365Gov => Some("microsoft-gov"),
        AccountKind::Microsoft365China => Some("microsoft-china"),
        AccountKind::Mailbox(_) | AccountKind::RelayService | AccountKind::Closed | AccountKind::Unknown => {
            None
        }
    }
}

/// Where a secret was put.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kept {
    /// In the operating system's keychain.
    Keychain,
}

/// What a removal did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Removal {
    /// The account.
    pub account: String,
    /// `None`: the provider offers no revoking, or it was a password. `Some(false)`: it was asked and did not answer well.
    pub revoked: Option<bool>,
    /// Whether every secret was deleted. When not, the account stays on the list.
    pub secrets_deleted: bool,
    /// What the keychain answered, where it was not even asked to delete.
    pub obstacle: Option<ProblemCode>,
}

/// What is remembered against a sudden end. No secret has a place in it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Saved {
    /// The address, its settings, the road.
    pub plan: Plan,
    /// Where the person was.
    pub step: SavedStep,
}

/// Where the person was.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum SavedStep {
    /// Signing in, or giving the password.
    Connect,
    /// Connecting and sending.
    Check,
    /// Waiting for the message.
    Arrival(Box<Account>),
}
