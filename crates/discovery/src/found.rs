//! What a search comes to.

use contract::{
    AccountKind, Evidence, EvidenceSource, Login, MailboxServer, Server, Trust, UserName, Verdict,
};
use providers::Provider;

/// A submission server that may be tried.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Candidate {
    /// The server.
    pub server: Server,
    /// What it expects as user name.
    pub user_name: UserName,
    /// The ways to sign in, the preferred one first; never empty.
    pub logins: Vec<Login>,
    /// How far it may be believed without asking the person.
    pub trust: Trust,
}

/// What a search comes to when something is known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Discovered {
    /// Settings, or the certainty that there are none.
    Found(Found),
    /// The person has to say where the mail is read.
    Doubt(Doubt),
}

/// The search cannot say where the mailbox is, and does not guess.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Doubt {
    /// Why it cannot say it.
    pub reason: DoubtReason,
    /// Where the mailbox may be, the likeliest first; never fewer than two.
    pub choices: Vec<Found>,
    /// Every answer up to the decision, in the order in which they came.
    pub evidence: Vec<Evidence>,
    /// Milliseconds from the start to the decision.
    pub elapsed_ms: u32,
}

/// Why a search cannot say where the mailbox is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DoubtReason {
    /// A filter or a forwarding service takes the mail in; its name.
    Filter(String),
    /// Two answers name two services.
    TwoAnswers,
}

/// Something is known of the domain.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// Whose account it is.
    pub kind: AccountKind,
    /// The row of the table, when the service is known.
    pub provider: Option<&'static Provider>,
    /// In the order in which they should be tried. Empty exactly when the verdict is `Impossible`.
    pub submission: Vec<Candidate>,
    /// For reading, in the order in which they should be tried; may be empty.
    pub retrieval: Vec<MailboxServer>,
    /// The user name for reading, where it is another one than for sending.
    pub retrieval_user_name: Option<UserName>,
    /// What can be said before a password is asked.
    pub verdict: Verdict,
    /// Who named the first server. `None` where nobody did: a service that the person chooses.
    pub named_by: Option<EvidenceSource>,
    /// The brand, or what the domain calls itself (shown as text, at most 80 characters).
    pub display_name: Option<String>,
    /// The same for a reader of Japanese; `Some` whenever the other is.
    pub display_name_ja: Option<String>,
    /// Every answer up to the decision, in the order in which they came.
    pub evidence: Vec<Evidence>,
    /// Milliseconds from the start to the decision.
    pub elapsed_ms: u32,
}

/// Nothing usable is known of the domain.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{reason}")]
pub struct Failure {
    /// Why.
    pub reason: Reason,
    /// Every answer, in the order in which they came.
    pub evidence: Vec<Evidence>,
    /// Milliseconds from the start to the decision.
    pub elapsed_ms: u32,
}

/// Why a search came to nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Reason {
    /// The domain does not exist, or has neither MX nor address records.
    #[error("the domain does not exist")]
    DomainNotFound,
    /// The domain says that it takes no mail (RFC 7505).
    #[error("the domain takes no mail")]
    TakesNoMail,
    /// No look-up reached anybody.
    #[error("no network")]
    Offline,
    /// The network answers in everybody's place: as a rule it wants a sign-in first.
    #[error("the network answers for everybody")]
    CaptivePortal,
    /// Nobody knows the settings.
    #[error("no settings found")]
    NotFound,
    /// Servers were found, and none of them protects the connection.
    #[error("only unprotected servers")]
    OnlyUnprotected,
}
