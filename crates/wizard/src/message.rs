//! What the wizard is told, and what it asks for.

use contract::{Command, Language, Problem, SecretSlot, Stage};

use crate::account::Account;
use crate::arrived::{Looked, Sent};
use crate::device::{CardFacts, Received};
use crate::examine::{Examination, Examined};
use crate::model::{
    Doubt, Found, Glance, Grant, Kept, Page, Removal, Saved, SecretRef, SecretShape, SecretSource,
};
use crate::own_key::{GivenKey, GuidePanel, KeyFault, TakenKey};
use crate::program::ReleaseNews;
use crate::relay::Services;
use crate::work::{ConsentWork, SendWork};

/// Names one running job. Never used twice in the life of a wizard.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct JobId(pub u64);

/// Something that happened.
#[derive(Debug, Clone, PartialEq)]
pub enum Msg {
    /// The person did something.
    Said(Command),
    /// The person handed a secret over; it is kept elsewhere, under this reference.
    SecretGiven {
        /// For which field.
        slot: SecretSlot,
        /// Where to find it.
        secret: SecretRef,
        /// What may be known about it.
        shape: SecretShape,
    },
    /// A job has something to say. News of a job that is no longer running is dropped.
    Job {
        /// Which job.
        id: JobId,
        /// What it says.
        news: News,
    },
    /// Another run of the program wrote these accounts: the daily check, or the command line.
    Written(Vec<Account>),
    /// Whether the list of accounts could be written: the folder whose disk did not take it, or none once it has.
    Unwritten(Option<String>),
    /// The system did not open what it was asked to: the page with this address, or a letter.
    NotOpened(Option<String>),
}

/// What a job may say.
#[derive(Debug, Clone, PartialEq)]
pub enum News {
    /// What the table in the program knows of the text in the address field. Ends the job.
    LookedUp(Glance),
    /// The relay services that are known. Ends the job.
    RelaysListed(Services),
    /// How far the search for settings is.
    Searching(SearchPhase),
    /// The search ended.
    Found(Result<Box<Found>, Box<Problem>>),
    /// The search ended with a question to the person.
    Doubted(Box<Doubt>),
    /// The door for the browser's answer is open.
    Listening {
        /// The sign-in link.
        url: String,
        /// Now, milliseconds since 1970.
        at: u64,
        /// Whether the browser could be started.
        opened: bool,
    },
    /// There is a code to be typed on another device.
    Code {
        /// The code.
        code: String,
        /// The page to type it on.
        url: String,
        /// The page's address as a picture: rows of `0` and `1`, joined by spaces.
        picture: String,
        /// Until when it is good, milliseconds since 1970.
        until: u64,
    },
    /// Twenty seconds passed and the browser did not come back.
    NothingYet,
    /// Twenty minutes passed.
    LongWait,
    /// The browser came back; its answer is being checked.
    Checking,
    /// The consent ended.
    Consented(Result<Box<Grant>, Box<Problem>>),
    /// What the words of a sign-in page mean. Ends the job.
    Named(Box<Problem>),
    /// A stage of the check began or ended.
    Stage {
        /// Which.
        stage: Stage,
        /// What happened.
        event: StageEvent,
    },
    /// The sending ended.
    Sent(Result<Sent, Box<Problem>>),
    /// The storing of the secret ended.
    Kept(Result<Kept, Box<Problem>>),
    /// The report was saved in this place, or could not be.
    ReportSaved(Option<String>),
    /// Looking for the message ended.
    Looked(Looked),
    /// What the table knows for a settings card.
    Gathered(Box<CardFacts>),
    /// Trying to receive ended.
    Received(Received),
    /// What a domain's settings say. Ends the job.
    Examined(Examined),
    /// What the program contains of others, one line a part. Ends the job.
    Parts(Vec<String>),
    /// What the publisher says of releases. Ends the job.
    Released(ReleaseNews),
    /// From here on a removal is not to be stopped: something of it is done.
    Removing,
    /// An account was removed.
    Removed(Removal),
    /// How a registration of one's own is made.
    Guide(Vec<GuidePanel>),
    /// The taking of a registration ended.
    KeyTaken(Result<TakenKey, KeyFault>),
    /// Whether the downloaded file is gone.
    KeyFileDeleted(bool),
    /// Whether the system now starts the daily check, or does not any more, as it was asked. Ends the job.
    Scheduled(bool),
    /// The job failed in a way nobody foresaw. Ends the job.
    Crashed {
        /// Names the report in the log.
        report: String,
    },
}

impl News {
    /// Whether the job is over after this.
    pub fn ends_job(&self) -> bool {
        match self {
            Self::Searching(_)
            | Self::Listening { .. }
            | Self::Code { .. }
            | Self::NothingYet
            | Self::LongWait
            | Self::Checking
            | Self::Removing
            | Self::Stage { .. } => false,
            Self::LookedUp(_)
            | Self::RelaysListed(_)
            | Self::Found(_)
            | Self::Doubted(_)
            | Self::Consented(_)
            | Self::Named(_)
            | Self::Sent(_)
            | Self::Kept(_)
            | Self::ReportSaved(_)
            | Self::Looked(_)
            | Self::Gathered(_)
            | Self::Received(_)
            | Self::Examined(_)
            | Self::Parts(_)
            | Self::Released(_)
            | Self::Removed(_)
            | Self::Guide(_)
            | Self::KeyTaken(_)
            | Self::KeyFileDeleted(_)
            | Self::Scheduled(_)
            | Self::Crashed { .. } => true,
        }
    }
}

/// What the search is doing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SearchPhase {
    /// Asking where the domain's mail goes.
    Dns,
    /// Asking the domain and the public directory for settings.
    Web,
    /// Trying the usual names.
    Probe,
    /// Four seconds passed.
    Slow,
}

/// What happened to a stage.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum StageEvent {
    /// It began.
    Started,
    /// It ended well.
    Finished {
        /// How long it took, milliseconds.
        ms: u32,
        /// A word for the line, such as `TLS 1.3`; empty where there is none.
        detail: String,
    },
}

/// Something the wizard wants done.
#[derive(Debug, Clone, PartialEq)]
pub enum Effect {
    /// Start a job; its news comes back under this id.
    Start {
        /// The job's name.
        id: JobId,
        /// What to do.
        job: Job,
    },
    /// Stop a job; what it holds is let go.
    Cancel(JobId),
    /// Let go of a secret that is no longer needed.
    Forget(SecretRef),
    /// Open one of the known pages in the system's browser.
    Open(Page),
    /// Open the sign-in link once more.
    OpenAgain(JobId),
    /// Remember the state, without secrets, against a sudden end. `None` when there is nothing left to go on with.
    Save(Option<Box<Saved>>),
    /// Remember an account.
    SaveAccount(Box<Account>),
    /// Remember the language.
    SaveLanguage(Language),
}

/// Work that takes time.
#[derive(Debug, Clone, PartialEq)]
pub enum Job {
    /// Ask the table about a text that is being typed.
    LookUp {
        /// The draft.
        text: String,
    },
    /// Say which relay services are known.
    ListRelays,
    /// Find the settings for an address.
    Find {
        /// The address as it was typed.
        text: String,
    },
    /// Ask for consent in the browser.
    Consent(ConsentWork),
    /// Say what the words of a sign-in page mean.
    Diagnose {
        /// `google` or `microsoft`.
        provider: String,
        /// The address the person typed, if any.
        address: Option<String>,
        /// The words, as they were pasted.
        text: String,
    },
    /// Connect, sign in and send one test message.
    Send(Box<SendWork>),
    /// Store the secret of an account.
    Keep {
        /// Whose.
        account: Box<Account>,
        /// Which.
        secret: SecretRef,
    },
    /// Look for the test message in the mailbox.
    Look {
        /// Whose mailbox.
        account: Box<Account>,
        /// The secret to sign in with.
        secret: SecretSource,
        /// What to look for.
        sent: Sent,
    },
    /// Ask the table for what a settings card needs.
    Gather {
        /// Whose card.
        account: Box<Account>,
    },
    /// Sign in for reading and open the inbox. Nothing is read and nothing is marked.
    Receive {
        /// Whose mailbox, with the servers to choose from.
        account: Box<Account>,
        /// The secret to sign in with.
        secret: SecretSource,
    },
    /// Say what the program contains of others.
    ListParts,
    /// Ask the publisher whether there is a newer release.
    AskReleases,
    /// Look at what a domain's settings say about sending.
    Examine(Box<Examination>),
    /// Ask the table how a registration of one's own is made.
    Guide {
        /// `google` or `microsoft`.
        provider: String,
    },
    /// Check a registration, and keep it.
    TakeKey(GivenKey),
    /// Delete the downloaded file of the registration that was taken.
    DeleteKeyFile,
    /// Save the report where the person finds it.
    SaveReport {
        /// Its lines.
        text: String,
    },
    /// Have the system start the daily check, or not any more.
    Schedule {
        /// Whether.
        on: bool,
    },
    /// Revoke, delete every secret, forget.
    Remove {
        /// The account's id.
        account: String,
        /// The secret that was kept for this run only.
        session: Option<SecretRef>,
        /// Whether the keychain holds one.
        stored: bool,
    },
}
