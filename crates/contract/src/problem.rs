//! A failure with a name.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::{Action, Arg, Stage, Text};

/// What went wrong, told so that texts, buttons and help follow from it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct Problem {
    /// The name. Title, reason and steps are `problem-CODE`, `problem-CODE-reason`, `problem-CODE-steps`.
    pub code: ProblemCode,
    /// Its id in the table of states, such as `S5`; the same everywhere a person may quote it.
    pub state: String,
    /// Where it happened.
    pub stage: Stage,
    /// How sure we are of the name.
    pub certainty: Certainty,
    /// Who can mend it.
    pub who: Who,
    /// Values for the texts (hosts, addresses, ports).
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub args: BTreeMap<String, Arg>,
    /// What the server said, if it said anything.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub said: Option<Said>,
    /// What a second look showed, in sentences: the network, the other port, the clock.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "ts", ts(as = "Option<Vec<Text>>", optional))]
    pub checks: Vec<Text>,
    /// What can be done, the best first.
    pub remedies: Vec<Action>,
}

/// Words of a server, made harmless: folded to one line, control and bidi characters removed, at most 300 characters.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct Said {
    /// Reply code as sent, for example `535`; `None` for words that carried none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub code: Option<u16>,
    /// Enhanced status code (RFC 3463), for example `5.7.139`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub enhanced: Option<String>,
    /// The text, as text and never as markup.
    pub text: String,
}

/// How sure a diagnosis is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub enum Certainty {
    /// Nothing else gives this answer.
    Sure,
    /// The usual cause of this answer.
    Likely,
}

/// Who can mend it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub enum Who {
    /// The person at the screen.
    You,
    /// The administrator of the company or school.
    Administrator,
    /// The mail provider.
    Provider,
    /// Nobody: time mends it.
    Wait,
    /// The makers of this program.
    Us,
    /// It is not known yet.
    Unknown,
}

macro_rules! codes {
    ($($(#[doc = $doc:literal])+ $name:ident = $code:literal, $state:literal;)+) => {
        /// The name of a failure. Stable: scripts and help pages refer to it.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
        pub enum ProblemCode {
            $($(#[doc = $doc])+ #[serde(rename = $code)] $name,)+
        }

        impl ProblemCode {
            /// Every code there is.
            pub const ALL: &'static [Self] = &[$(Self::$name,)+];

            /// The name used in ids and JSON.
            pub fn name(self) -> &'static str {
                match self { $(Self::$name => $code,)+ }
            }

            /// The id in the table of states, such as `S5`.
            pub fn state(self) -> &'static str {
                match self { $(Self::$name => $state,)+ }
            }
        }
    };
}

codes! {
    /// Nothing typed, or no `@` in it.
    AddressIncomplete = "address-incomplete", "A1";
    /// Full-width letters or spaces were changed to half-width ones.
    AddressFolded = "address-folded", "A2";
    /// The domain looks like a misspelt well-known one.
    AddressTypo = "address-typo", "A3";
    /// The domain does not exist (NXDOMAIN, or neither MX nor address).
    DomainNotFound = "domain-not-found", "A4";
    /// The domain takes no mail (null MX, RFC 7505).
    DomainTakesNoMail = "domain-takes-no-mail", "A5";
    /// This computer has no network.
    Offline = "offline", "F1";
    /// This Wi-Fi wants a sign-in of its own first.
    CaptivePortal = "captive-portal", "F2";
    /// Eight seconds passed and nothing was found.
    SettingsNotFound = "settings-not-found", "F3";
    /// Only unprotected servers are offered.
    OnlyUnprotected = "only-unprotected", "F5";
    /// A service that no outside program can use.
    ClosedService = "closed-service", "F6";
    /// Outlook.com takes no passwords from programs.
    OutlookNeedsConsent = "outlook-needs-consent", "F7";
    /// The browser did not open, or nothing came back.
    BrowserNotOpened = "browser-not-opened", "O1";
    /// No port for the answer could be opened.
    ListenFailed = "listen-failed", "O2";
    /// The person stopped the sign-in here.
    ConsentStopped = "consent-stopped", "O3";
    /// The person did not press Allow.
    ConsentDenied = "consent-denied", "O4";
    /// The answer's state or issuer was wrong.
    ConsentMismatch = "consent-mismatch", "O5";
    /// Another account was chosen in the browser.
    OtherAccount = "other-account", "O6";
    /// The box for mail was left unticked.
    ScopeMissing = "scope-missing", "O7";
    /// No lasting permission came.
    NoLastingPermission = "no-lasting-permission", "O8";
    /// The organisation must approve the program.
    ApprovalNeeded = "approval-needed", "O9";
    /// The sign-in door belongs to another organisation.
    OtherOrganisationsDoor = "other-organisations-door", "O10";
    /// The program is not open to this account yet.
    ProgramNotOpen = "program-not-open", "O11";
    /// Google shows its page about unverified programs.
    UnverifiedWarning = "unverified-warning", "O12";
    /// Google's Advanced Protection blocks other programs.
    AdvancedProtection = "advanced-protection", "O13";
    /// The computer's clock is wrong.
    ClockWrong = "clock-wrong", "O14";
    /// Something between this computer and the sign-in host blocks or reads the connection.
    SignInPageBlocked = "sign-in-page-blocked", "O16";
    /// The program's own registration is faulty.
    RegistrationFaulty = "registration-faulty", "O15";
    /// Twenty minutes of waiting passed.
    StillWaiting = "still-waiting", "O17";
    /// A rule of the organisation stopped the sign-in.
    SignInRule = "sign-in-rule", "O18";
    /// The permission has ended; sign in again.
    PermissionEnded = "permission-ended", "O19";
    /// The provider's sign-in pages gave no usable answer.
    TokenTrouble = "token-trouble", "O20";
    /// No client id is there for this provider.
    NoClientId = "no-client-id", "O21";
    /// Nobody typed the code on the other device in time.
    CodeExpired = "code-expired", "O22";
    /// What was pasted does not look like an app password.
    AppPasswordShape = "app-password-shape", "P1";
    /// The provider's page offers no app passwords.
    AppPasswordUnavailable = "app-password-unavailable", "P2";
    /// The organisation allows no app passwords.
    AppPasswordsForbidden = "app-passwords-forbidden", "P3";
    /// An app password that worked before is refused now.
    AppPasswordEnded = "app-password-ended", "P4";
    /// The server's name does not exist.
    HostNotFound = "host-not-found", "C1";
    /// The port is closed.
    PortClosed = "port-closed", "C2";
    /// Mail ports are blocked in this network.
    NetworkBlocksMail = "network-blocks-mail", "C3";
    /// The server does not answer.
    ServerSilent = "server-silent", "C4";
    /// The server refuses this computer for now.
    RefusedForNow = "refused-for-now", "C6";
    /// Too many connections at once.
    TooManyConnections = "too-many-connections", "C7";
    /// The name this program greets with was refused.
    GreetingRefused = "greeting-refused", "C8";
    /// A home or dynamic line is refused on principle.
    HomeLineRefused = "home-line-refused", "C9";
    /// The certificate has run out.
    CertificateExpired = "certificate-expired", "T1";
    /// The certificate is for another name.
    CertificateName = "certificate-name", "T2";
    /// Nobody we know vouches for the certificate.
    CertificateUnknown = "certificate-unknown", "T4";
    /// A virus scanner or a proxy reads the connection.
    LineIntercepted = "line-intercepted", "T3";
    /// The server offers no STARTTLS.
    NoStarttls = "no-starttls", "T5";
    /// The server speaks only outdated TLS.
    TlsTooOld = "tls-too-old", "T6";
    /// TLS was spoken to a STARTTLS or plain port, or the reverse.
    WrongKindOfLine = "wrong-kind-of-line", "T7";
    /// Google wants an app password.
    GoogleNeedsAppPassword = "google-needs-app-password", "S1";
    /// Google wants the person to confirm in the browser.
    GoogleConfirmIdentity = "google-confirm-identity", "S2";
    /// Google refused this app password.
    GooglePasswordRefused = "google-password-refused", "S3";
    /// Google's permission does not include mail.
    GooglePermissionLacksMail = "google-permission-lacks-mail", "S4";
    /// The organisation switched SMTP AUTH off.
    SmtpAuthOff = "smtp-auth-off", "S5";
    /// A safety rule of the organisation blocks this sign-in.
    SafetyRule = "safety-rule", "S6";
    /// Microsoft takes no passwords here any more.
    MicrosoftNoPasswords = "microsoft-no-passwords", "S7";
    /// Microsoft refused the sign-in.
    MicrosoftRefused = "microsoft-refused", "S8";
    /// This provider wants an app password.
    NeedsAppPassword = "needs-app-password", "S9";
    /// User name or password is not accepted.
    NotAccepted = "not-accepted", "S10";
    /// The provider wants another form of user name.
    OtherUserName = "other-user-name", "S11";
    /// The server wants a sign-in first, and none took place.
    NotSignedIn = "not-signed-in", "S14";
    /// Sending from programs is off in the provider's settings.
    SendingSwitchedOff = "sending-switched-off", "S15";
    /// The provider blocks access from abroad.
    ForeignAccessBlocked = "foreign-access-blocked", "S16";
    /// Reading by IMAP or POP is switched off.
    ReadingSwitchedOff = "reading-switched-off", "S17";
    /// Relaying is refused.
    RelayingDenied = "relaying-denied", "S18";
    /// The account is stopped until somebody checks it.
    AccountStopped = "account-stopped", "S19";
    /// Too many tries; wait.
    TooManyTries = "too-many-tries", "S12";
    /// No login method in common.
    NoCommonMethod = "no-common-method", "S13";
    /// A relay account is not activated or still in its sandbox.
    RelayNotActive = "relay-not-active", "R1";
    /// A company's own relay does not know the place from which the message comes.
    RelayPlaceUnknown = "relay-place-unknown", "R2";
    /// A company's own relay knows the place as that of another domain.
    RelayOtherDomain = "relay-other-domain", "R3";
    /// This address may not be used as the sender.
    SenderNotAllowed = "sender-not-allowed", "M1";
    /// The own address was refused.
    OwnAddressRefused = "own-address-refused", "M2";
    /// The mailbox is full.
    MailboxFull = "mailbox-full", "M3";
    /// Today's sending limit is used up.
    LimitReached = "limit-reached", "M4";
    /// The server asks to wait and send again.
    AskedToWait = "asked-to-wait", "M5";
    /// The message was taken for spam.
    TakenForSpam = "taken-for-spam", "M6";
    /// The domain has not approved this way of sending.
    DomainNotApproved = "domain-not-approved", "M7";
    /// The message is too large.
    TooLarge = "too-large", "M8";
    /// The message, or the dialogue, was built badly.
    BadlyBuilt = "badly-built", "M9";
    /// The keychain is locked.
    KeychainLocked = "keychain-locked", "K1";
    /// The person, or the system, refused to store.
    KeychainRefused = "keychain-refused", "K2";
    /// There is no keychain on this computer.
    KeychainMissing = "keychain-missing", "K3";
    /// What was read back differs from what was stored.
    KeychainDamaged = "keychain-damaged", "K4";
    /// It arrived in the spam folder.
    ArrivedInSpam = "arrived-in-spam", "D1";
    /// It was accepted but is not to be seen.
    NotSeenYet = "not-seen-yet", "D2";
    /// A bounce came back.
    CameBack = "came-back", "D3";
    /// A rule may have moved the message.
    MovedElsewhere = "moved-elsewhere", "D4";
    /// The program was closed in the middle.
    ClosedInTheMiddle = "closed-in-the-middle", "X1";
    /// The person stopped while the message was being handed over.
    StoppedWhileSending = "stopped-while-sending", "X2";
    /// A reply that we do not know.
    UnknownReply = "unknown-reply", "X3";
    /// The program itself failed.
    Internal = "internal", "X4";
    /// A file with settings, of the person or of the organisation, is faulty.
    SettingsFaulty = "settings-faulty", "X5";
    /// The organisation allows none of the ways in which this address could sign in.
    NotAllowedHere = "not-allowed-here", "X6";
    /// The list of accounts could not be written, or a permission not renewed for want of its lock file: the disk is full,
    /// or takes nothing.
    ListNotWritten = "list-not-written", "X7";
}
