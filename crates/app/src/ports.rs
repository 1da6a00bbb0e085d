//! The ports: everything the controller needs of the world. Each has a real implementation in [`crate::real`] and a
//! fake in the crate `testkit`.

use contract::{Evidence, Language, Login, MailboxServer, Problem, Route, Server, Stage};
use futures_util::future::BoxFuture;
use secret::Secret;
use tokio::sync::mpsc::UnboundedSender;
use wizard::{
    About, Account, CardFacts, ConsentWork, Doubt, Examination, Examined, Found, Glance, GuidePanel,
    KeyFault, Looked, Page, Received, ReleaseNews, Saved, SearchPhase, SecretShape, SendWork, Services,
    StageEvent, TakenKey,
};

use std::sync::Arc;

/// All ports together.
#[derive(Clone)]
pub struct Ports {
    /// Knows and finds settings.
    pub finder: Arc<dyn Finder>,
    /// Asks for consent in the browser.
    pub consents: Arc<dyn Consents>,
    /// Hands messages over.
    pub mailer: Arc<dyn Mailer>,
    /// Looks into mailboxes.
    pub mailbox: Arc<dyn Mailbox>,
    /// Keeps secrets.
    pub vault: Arc<dyn Vault>,
    /// Opens pages.
    pub browser: Arc<dyn Browser>,
    /// Tells the time.
    pub clock: Arc<dyn Clock>,
    /// Remembers what is no secret.
    pub files: Arc<dyn Files>,
    /// Takes registrations of the person's own.
    pub keys: Arc<dyn Keys>,
    /// Has the system start the daily check.
    pub schedule: Arc<dyn Schedule>,
}

/// Knows and finds settings.
pub trait Finder: Send + Sync {
    /// What the table in the program says of a draft, at once.
    fn glance(&self, text: &str, language: Language) -> Glance;
    /// Searches, at most eight seconds. Only the domain leaves the machine.
    fn find<'a>(
        &'a self,
        text: &'a str,
        phases: UnboundedSender<SearchPhase>,
    ) -> BoxFuture<'a, Result<Finding, Problem>>;
    /// What the last search learned besides, for whoever wants to know all of it.
    fn learned(&self) -> Learned {
        Learned::default()
    }
    /// How a registration of one's own is made at `google` or `microsoft`, at once.
    fn key_guide(&self, provider: &str) -> Vec<GuidePanel>;
    /// What the table in the program knows for an account's settings card, at once.
    fn card_facts(&self, account: &Account) -> CardFacts;
    /// What the table in the program says of the provider of an address, at once; `provider` is its id where that is known.
    /// From now on the provider's pages are known for this address.
    fn about(&self, _address: &str, _provider: Option<&str>) -> Option<About> {
        None
    }
    /// The relay services and the ways without a sign-in that are known.
    fn services(&self) -> Services;
    /// What the settings of a domain say about sending by somebody, at most about ten seconds. Only the domain leaves
    /// the machine; an account is not looked at here.
    fn examine<'a>(&'a self, wanted: &'a Examination, language: Language) -> BoxFuture<'a, Examined>;
    /// What the program contains of others, one line a part.
    fn parts(&self) -> Vec<String>;
    /// What the publisher says of releases. Nothing is sent but the question.
    fn releases(&self) -> BoxFuture<'_, ReleaseNews>;
    /// The address of a known page.
    fn page(&self, page: &Page) -> Option<String>;
    /// The secret as it is to be used, and what may be known of its shape. `address` tells whose app passwords they are.
    fn tidy(&self, login: Login, address: &str, secret: &str) -> (Secret, SecretShape);
}

/// What a search comes to.
#[derive(Debug, Clone)]
pub enum Finding {
    /// Settings, or the certainty that there are none.
    Found(Box<Found>),
    /// A question to the person.
    Doubt(Box<Doubt>),
}

/// What a search learned and the wizard has no use for.
#[derive(Debug, Clone, Default)]
pub struct Learned {
    /// The provider's id in the table, where it is one of the table's.
    pub provider: Option<&'static str>,
    /// For each submission server, in the same order: the ways to sign in there.
    pub logins: Vec<Vec<Login>>,
    /// Who was asked, and what came back; also when nothing was found.
    pub evidence: Vec<Evidence>,
}

/// Asks for consent in the browser, and keeps permissions fresh.
pub trait Consents: Send + Sync {
    /// Opens the door for the browser's answer. It is closed when the door is dropped.
    fn open<'a>(
        &'a self,
        work: &'a ConsentWork,
        language: Language,
    ) -> BoxFuture<'a, Result<Box<dyn Door>, Problem>>;
    /// Asks the provider for a code that is typed on another device (RFC 8628).
    fn by_code<'a>(&'a self, work: &'a ConsentWork) -> BoxFuture<'a, Result<Box<dyn CodeDoor>, Problem>>;
    /// A fresh access token. With [`Holder::Stored`] a new lasting permission is stored before this returns.
    fn access<'a>(&'a self, holder: Holder) -> BoxFuture<'a, Result<Access, Problem>>;
    /// Hands over an access token that came with a permission that was just stored, so that it need not be renewed at once.
    fn fresh(&self, _account: &str, _token: &Secret) {}
    /// Forgets the access token of an account: it was refused, or the account is gone.
    fn forget(&self, account: &str);
    /// Waits for its turn with an account's entry in the keychain: no permission of it is renewed, by any run of the
    /// program, until what is given is dropped. An error where another run does not let go: nothing may be changed then.
    fn hold<'a>(&'a self, _account: &'a str) -> BoxFuture<'a, Result<Box<dyn Send>, Problem>> {
        Box::pin(async { Ok(Box::new(()) as Box<dyn Send>) })
    }
    /// Ends a permission at the provider. `None` where the provider offers no such thing.
    fn revoke<'a>(&'a self, permission: &'a Secret) -> BoxFuture<'a, Option<bool>>;
}

/// The open door for one consent.
pub trait Door: Send {
    /// The link for the browser.
    fn url(&self) -> &str;
    /// Waits for the browser, however long it takes. Answers that do not belong to this consent are ignored.
    fn wait(&mut self) -> BoxFuture<'_, Result<(), Problem>>;
    /// Exchanges and checks the answer, and shows the page in the browser that fits the outcome.
    fn finish(self: Box<Self>) -> BoxFuture<'static, Result<Granted, Problem>>;
}

/// A consent by a code that is typed on another device.
pub trait CodeDoor: Send {
    /// The code.
    fn code(&self) -> &str;
    /// The page to type it on.
    fn page(&self) -> &str;
    /// For how long it is good.
    fn good_for(&self) -> std::time::Duration;
    /// Asks, as often as the provider allows, until the person has answered or the code is too old; then checks.
    fn finish(self: Box<Self>) -> BoxFuture<'static, Result<Granted, Problem>>;
}

/// What a consent brought.
#[derive(Debug, Clone)]
pub struct Granted {
    /// The account that was chosen.
    pub address: String,
    /// The lasting permission, as it is stored.
    pub permission: Secret,
    /// An access token that is still fresh.
    pub access: Secret,
    /// The settings that go with it.
    pub found: Found,
}

/// Who holds a lasting permission.
#[derive(Debug, Clone)]
pub enum Holder {
    /// The keychain, under an account's id.
    Stored(String),
    /// The pocket of this run.
    Pending(Secret),
}

/// A fresh access token.
#[derive(Debug, Clone)]
pub struct Access {
    /// The token; it lives in memory only.
    pub token: Secret,
    /// A new lasting permission that takes the place of a pending one.
    pub renewed: Option<Secret>,
}

/// What proves who is sending.
#[derive(Debug, Clone)]
pub enum Credential {
    /// A password.
    Password(Secret),
    /// An access token.
    Bearer(Secret),
}

/// The test message, ready to go.
#[derive(Debug, Clone)]
pub struct Letter {
    /// The four characters in its subject.
    pub code: String,
    /// Its Message-ID, with angle brackets.
    pub message_id: String,
    /// The whole message.
    pub bytes: Vec<u8>,
}

/// One handing over.
#[derive(Debug, Clone)]
pub struct Delivery {
    /// The server.
    pub server: Server,
    /// The user name.
    pub user_name: String,
    /// The proof.
    pub credential: Credential,
    /// The sender.
    pub address: String,
    /// The recipient.
    pub recipient: String,
    /// The message.
    pub message: Vec<u8>,
    /// For the diagnosis: the provider's key.
    pub provider: String,
    /// For the diagnosis: the kind of sign-in.
    pub login: Login,
    /// By which door.
    pub route: Route,
    /// For the diagnosis: the secret is that of an account which has sent before.
    pub worked_before: bool,
}

/// A handing over that failed.
#[derive(Debug, Clone)]
pub struct Refusal {
    /// What it was.
    pub problem: Problem,
    /// True when no connection came about, so that the next server may be tried with the same secret.
    pub unreached: bool,
    /// True when the message may have been taken all the same, so that nothing is sent again unasked.
    pub may_have_gone: bool,
    /// True when the access token was refused, so that a fresh one may help.
    pub token_refused: bool,
}

/// Hands messages over.
pub trait Mailer: Send + Sync {
    /// The test message, in a language. It says nothing that is not so of its recipient, and of who asked for it.
    ///
    /// # Errors
    /// When the address cannot be written into a message.
    fn compose(&self, send: &SendWork, language: Language) -> Result<Letter, Problem>;
    /// Sends. Ok means: the server answered `250` to the final dot.
    fn submit<'a>(
        &'a self,
        delivery: Delivery,
        stages: UnboundedSender<(Stage, StageEvent)>,
    ) -> BoxFuture<'a, Result<(), Refusal>>;
    /// Signs in and sends nothing; the message of `delivery` is not looked at. A door that is no mail server asks for
    /// nothing but the access token, which is there already.
    fn sign_in(&self, delivery: Delivery) -> BoxFuture<'_, Result<(), Refusal>>;
}

/// Looks into mailboxes.
pub trait Mailbox: Send + Sync {
    /// Looks for a message, about a minute, at the best of the account's servers.
    fn look<'a>(
        &'a self,
        account: &'a Account,
        credential: Credential,
        message_id: &'a str,
    ) -> BoxFuture<'a, Looked>;
    /// Signs in and opens the inbox, at the best of the account's servers.
    fn check<'a>(&'a self, account: &'a Account, credential: Credential) -> BoxFuture<'a, Received>;
    /// Whether a server answers, with a certificate that is believed. Nobody signs in.
    fn reach<'a>(&'a self, server: &'a MailboxServer) -> BoxFuture<'a, bool>;
}

/// Keeps secrets, in the operating system's keychain.
pub trait Vault: Send + Sync {
    /// Stores, and reads back. A locked keychain is asked to open: the system then asks the person.
    fn store<'a>(&'a self, account: &'a str, secret: Secret) -> BoxFuture<'a, Result<(), Problem>>;
    /// Reads.
    fn read<'a>(&'a self, account: &'a str) -> BoxFuture<'a, Result<Secret, Problem>>;
    /// Whether the system would ask the person to open the keychain before this account's secret is read. Nobody is asked
    /// here; false where it cannot be told.
    fn would_ask<'a>(&'a self, _account: &'a str) -> BoxFuture<'a, bool> {
        Box::pin(async { false })
    }
    /// Deletes every part of it. True when nothing is left.
    fn delete<'a>(&'a self, account: &'a str) -> BoxFuture<'a, bool>;
}

/// Takes registrations of the person's own, and keeps them: their ids in a file, a secret in the keychain.
pub trait Keys: Send + Sync {
    /// Checks and keeps one. Nothing is changed when this fails.
    fn take(&self, key: NewKey) -> BoxFuture<'_, Result<TakenKey, KeyFault>>;
    /// Deletes the downloaded file of the registration that was taken last. True when it is gone.
    fn delete_file(&self) -> bool;
}

/// A registration as it is handed over.
#[derive(Debug, Clone)]
pub enum NewKey {
    /// The file that Google lets one download.
    GoogleFile(Secret),
    /// What Microsoft shows, as it was typed.
    Microsoft {
        /// In which of its clouds: `microsoft`, `microsoft-gov` or `microsoft-china`.
        provider: String,
        /// The id of the registration.
        client: String,
        /// The id of the organisation, or nothing.
        tenant: String,
    },
}

/// Opens pages in the system's browser.
pub trait Browser: Send + Sync {
    /// Whether the browser could be started.
    fn open<'a>(&'a self, url: &'a str) -> BoxFuture<'a, bool>;
}

/// Has the system start the daily check.
pub trait Schedule: Send + Sync {
    /// Turns it on or off for this person. True when the system did so; turning off what is not there is done.
    fn set(&self, on: bool) -> BoxFuture<'_, bool>;
}

/// Tells the time.
pub trait Clock: Send + Sync {
    /// Milliseconds since 1970.
    fn now_ms(&self) -> u64;
}

/// Remembers what is no secret.
pub trait Files: Send + Sync {
    /// The accounts as they are written now, by whatever run of the program; `None` when nothing can be read.
    fn accounts(&self) -> Option<Vec<Account>>;
    /// Writes what this run changed of the accounts; `seen` are those that it read last. What other runs have written
    /// since stays, and so does an account that is there under the id of one of this run only. True when it is written.
    fn save_accounts(&self, accounts: &[Account], seen: &[Account]) -> bool;
    /// The folder in which they are written, in words for a person.
    fn place(&self) -> String;
    /// Changes one account as it is written now, with no other run in between. True when it is there and the change is
    /// written.
    fn change_account(&self, id: &str, change: &mut dyn FnMut(&mut Account)) -> bool;
    /// Takes one account off the list, with no other run in between. True when it is not there any more.
    fn forget_account(&self, id: &str) -> bool;
    /// Where the person was, or nothing.
    fn save_state(&self, saved: Option<&Saved>);
    /// A report, where the person finds it. Gives the place, or `None` when it could not be written.
    fn save_report(&self, text: &str) -> Option<String>;
    /// The language.
    fn save_language(&self, language: Language);
}
