//! The whole screen as data. A user interface draws it and computes nothing.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::{
    AccountCard, ActionView, CardRow, CheckLine, Detail, EvidenceLine, FieldId, Language, Letter, Problem,
    RecordLine, RelayChoice, RelayPlace, SecretSlot, Text,
};

/// Everything a user interface needs to draw.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct View {
    /// Language of all texts.
    pub language: Language,
    /// The steps and where we are; empty where there is no order (the list of accounts).
    pub steps: Vec<StepMark>,
    /// The screen itself.
    pub screen: Screen,
    /// All that may be pressed now.
    pub actions: Vec<ActionView>,
    /// What a screen reader is told politely, when it changes.
    pub announce: Option<Text>,
    /// A page, or a letter, that the system was asked to open and did not; until the next press.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "ts", ts(optional))]
    pub unopened: Option<Unopened>,
    /// What changed in the list of accounts is not on the disk yet.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "ts", ts(optional))]
    pub unwritten: Option<Text>,
    /// Where the settings on this screen come from, folded away; empty where there are none.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "ts", ts(as = "Option<Vec<EvidenceLine>>", optional))]
    pub evidence: Vec<EvidenceLine>,
    /// The words of this screen itself that the page does not carry: `{name}` in them is a value that the page puts in.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    #[cfg_attr(feature = "ts", ts(as = "Option<BTreeMap<String, String>>", optional))]
    pub words: BTreeMap<String, String>,
}

/// What the system did not open, and how to get there all the same.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct Unopened {
    /// What is to be done.
    pub text: Text,
    /// The page's address, to be copied; none for a letter, which was copied when its button was pressed.
    pub link: Option<String>,
}

/// One entry of the step list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct StepMark {
    /// Which step; its label is `step-NAME`.
    pub name: StepName,
    /// Done, current or still to come.
    pub state: StepState,
}

/// The four steps a person sees.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub enum StepName {
    /// Typing the address.
    Address,
    /// Signing in, or giving the password.
    Connect,
    /// Connecting and sending.
    Check,
    /// Seeing it arrive.
    Arrival,
}

/// Where a step stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub enum StepState {
    /// Behind us.
    Done,
    /// Here.
    Current,
    /// Still to come.
    Todo,
}

/// One of the screens.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "kebab-case")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub enum Screen {
    /// The accounts that were set up.
    Home {
        /// In the order in which they were set up.
        accounts: Vec<AccountCard>,
        /// One sentence about what was just done, such as a removal.
        notice: Option<AddressHint>,
    },
    /// Typing the address.
    Address {
        /// What stands in the field when the screen is entered.
        value: String,
        /// What is known of the address so far.
        hint: Option<AddressHint>,
        /// A spelling that is offered (action `use-suggestion`).
        suggestion: Option<String>,
        /// What is wrong with the field.
        error: Option<Text>,
        /// What is being looked up just now.
        searching: Option<Text>,
    },
    /// One question before the road is known.
    Question {
        /// The address.
        address: String,
        /// What is asked.
        ask: Ask,
    },
    /// Consent in the browser.
    Consent {
        /// Whose sign-in page it is: `google` or `microsoft`.
        provider: String,
        /// The address to choose there, when it is known.
        address: Option<String>,
        /// How far it is.
        phase: ConsentPhase,
        /// One sentence more, such as which box was left unticked.
        notice: Option<Text>,
        /// Why the provider's page speaks of more than sending; empty where it does not.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        #[cfg_attr(feature = "ts", ts(optional))]
        wide: Option<Text>,
    },
    /// Giving a password.
    Password {
        /// App password or ordinary password.
        kind: PasswordKind,
        /// The slot the secret is handed over for.
        slot: SecretSlot,
        /// The provider's name, as a word.
        provider: String,
        /// The address.
        address: String,
        /// Where the password goes: a host name.
        host: String,
        /// What the provider calls the user name, where it is neither the address nor a part of it: then it is asked for.
        user_name: Option<String>,
        /// Numbered lines of what to do at the provider, in order.
        steps: Vec<Text>,
        /// The drawing beside each of those lines.
        pictures: Vec<StepPicture>,
        /// A sentence about what must be on before it works.
        before: Option<Text>,
        /// What is known of the text handed over so far (shape only).
        hint: Option<AddressHint>,
        /// What is wrong with the field.
        error: Option<Text>,
    },
    /// Typing the server.
    ByHand {
        /// The address.
        address: String,
        /// Outgoing server.
        host: String,
        /// Port, or empty.
        port: String,
        /// `tls`, `starttls` or empty.
        security: String,
        /// User name, or empty for the address.
        user_name: String,
        /// The slot the secret is handed over for.
        slot: SecretSlot,
        /// What is wrong with the fields.
        error: Option<Text>,
    },
    /// Choosing a relay service.
    Relays {
        /// In the order of their names; each is the target of an action `choose-relay`.
        choices: Vec<RelayChoice>,
        /// Ways that a company's administrator opens; each is the target of an action `explain-door`.
        doors: Vec<RelayChoice>,
    },
    /// Giving what one relay service needs.
    Relay {
        /// Its id.
        id: String,
        /// Its name, as a word.
        provider: String,
        /// The sender.
        address: String,
        /// Where the test message goes; empty for the sender's own address.
        recipient: String,
        /// What the host name needs, where it needs something.
        place: Option<RelayPlace>,
        /// What the service calls the user name, where it has to be typed.
        user_name_words: Option<String>,
        /// The user name that was typed.
        user_name: String,
        /// What the service calls the key.
        key: String,
        /// The slot the key is handed over for.
        slot: SecretSlot,
        /// Numbered lines of what to do at the service, in order.
        steps: Vec<Text>,
        /// The drawing beside each of those lines.
        pictures: Vec<StepPicture>,
        /// A sentence about what must be so before it works.
        before: Option<Text>,
        /// What is wrong with a field.
        error: Option<Text>,
        /// Which field that is; none for the key.
        wrong: Option<FieldId>,
    },
    /// Connecting and sending, line by line.
    Check {
        /// The lines in the order of travel.
        lines: Vec<CheckLine>,
    },
    /// Did it arrive?
    Arrival {
        /// The four characters in the subject.
        code: String,
        /// When the server took the message over, milliseconds since 1970.
        #[cfg_attr(feature = "ts", ts(type = "number"))]
        accepted_at: u64,
        /// The address of the mailbox.
        address: String,
        /// True while the mailbox is being looked into.
        looking: bool,
        /// One sentence more: where to look, or what was seen.
        notice: Option<Text>,
    },
    /// It is set up.
    Done {
        /// What was set up.
        details: Vec<Detail>,
        /// When it arrived, milliseconds since 1970.
        #[cfg_attr(feature = "ts", ts(type = "number"))]
        arrived_at: u64,
        /// One sentence more, such as "in the spam folder".
        notice: Option<Text>,
    },
    /// Settings to be typed into another program or device, or those for receiving. Never a secret.
    Card {
        /// What it is for.
        title: Text,
        /// The address.
        address: String,
        /// Whether it can work there, first.
        lead: AddressHint,
        /// Where in the menus of the device it is typed; empty where that is not known.
        path: String,
        /// What is typed, in the order in which devices ask for it.
        rows: Vec<CardRow>,
        /// What has to be known besides.
        notes: Vec<Text>,
        /// True while it is tried.
        trying: bool,
    },
    /// What a domain's settings say about sending.
    Records {
        /// The domain, as people write it.
        domain: String,
        /// Who sends for it, as a word.
        provider: String,
        /// What was looked at, in order; empty while it is being looked at.
        lines: Vec<RecordLine>,
        /// How it stands as a whole, once it was looked at.
        summary: Option<AddressHint>,
        /// True while it is being looked at.
        looking: bool,
        /// What only an administrator can see, in his own pages.
        checklist: Vec<Text>,
        /// The letter to whoever runs them, in the language of the screen first; empty where there is none to write.
        letter: Vec<Letter>,
    },
    /// What this program is.
    About {
        /// Its version.
        version: String,
        /// The system it runs on.
        system: String,
        /// What the publisher says of releases, once asked.
        news: Option<AddressHint>,
        /// True while the publisher is being asked.
        asking: bool,
        /// What it contains of others, one line a part: name, version, licence.
        parts: Vec<String>,
    },
    /// Making a registration of one's own at a provider, one panel at a time.
    Guide {
        /// `google` or `microsoft`.
        provider: String,
        /// What is done on this panel.
        title: Text,
        /// Which panel it is, from 1; 0 when all is done.
        at: u8,
        /// How many there are.
        of: u8,
        /// Numbered lines of what to do at the provider, in order.
        steps: Vec<Text>,
        /// The drawing beside each of those lines.
        pictures: Vec<StepPicture>,
        /// What must not be missed.
        care: Option<Text>,
        /// What is typed there as it stands.
        copies: Vec<Detail>,
        /// What is handed over here.
        hands_over: HandsOver,
        /// What is known of it (shape only), or what came of it.
        hint: Option<AddressHint>,
        /// What is wrong with it.
        error: Option<Text>,
        /// Which of the fields it is about.
        wrong: Option<FieldId>,
    },
    /// Something went wrong.
    Problem {
        /// What it is.
        problem: Problem,
        /// Its name for a person, as one sentence.
        title: Text,
        /// Why it happened.
        reason: Text,
        /// What to do, in order. One text of several lines until it is written out; empty where there is nothing to do.
        steps: Vec<Text>,
        /// The lines that were finished before.
        lines: Vec<CheckLine>,
        /// What is folded away: stage, server, times, what was ruled out.
        details: Vec<Detail>,
        /// The letter to the administrator, in the language of the screen first; empty where there is none to write.
        letter: Vec<Letter>,
        /// The report, ready to copy.
        report: String,
        /// Where the organisation helps its people, in its own words.
        help: Option<Text>,
        /// One sentence about what was just done, such as where the report was saved.
        notice: Option<AddressHint>,
    },
}

/// What a panel of a guide ends with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub enum HandsOver {
    /// Going on.
    Nothing,
    /// The file that was downloaded (slot `key-file`).
    File,
    /// Two ids (fields `client-id` and `tenant-id`).
    Ids,
}

/// A question that only the person can answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "kebab-case")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub enum Ask {
    /// Where is this mail read? The places are the actions `read-here`.
    Mailbox {
        /// Why it has to be asked.
        why: Text,
    },
    /// What are the settings for? The answers are the actions `for-device`.
    Device,
    /// Who made the device? The answers are the actions `of-maker`.
    Maker,
    /// May a server of another organisation be believed?
    Organisation {
        /// Whose address it is.
        domain: Organisation,
        /// Whose server it is.
        server: Organisation,
        /// The server's whole name.
        host: String,
        /// Who named the server.
        why: Text,
        /// A warning, where the two names look alike and are not the same.
        care: Option<Text>,
    },
}

/// An organisation by its registrable domain, never cut short.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct Organisation {
    /// As people write it, in pieces; an odd piece is marked.
    pub name: Vec<NamePiece>,
    /// The A-labels, where they differ from what people write.
    pub ascii: Option<String>,
}

/// A piece of a name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct NamePiece {
    /// Its characters.
    pub text: String,
    /// True for characters that can be taken for others, or stand in another script than their neighbours.
    pub odd: bool,
}

/// A sentence beside a field, or about what was just done, with its tone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct AddressHint {
    /// The sentence.
    pub text: Text,
    /// Its tone; always told in words too.
    pub tone: Tone,
}

/// The tone of a sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub enum Tone {
    /// Good.
    Yes,
    /// Take care.
    Care,
    /// Not possible.
    No,
}

/// How far a consent is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "kebab-case")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub enum ConsentPhase {
    /// The person reads what to do; the browser is not open yet.
    Ready,
    /// The door for the answer is being opened.
    Starting,
    /// Waiting for the browser.
    Waiting {
        /// The link, to copy or to open again.
        url: String,
        /// Since when, milliseconds since 1970.
        #[cfg_attr(feature = "ts", ts(type = "number"))]
        since: u64,
        /// False when the browser could not be started.
        opened: bool,
    },
    /// Waiting for a code to be typed on any device (RFC 8628).
    Code {
        /// The code, as it is typed.
        code: String,
        /// The page to type it on.
        url: String,
        /// The page's address as a picture for a phone's camera: rows of `0` and `1`, joined by spaces.
        picture: String,
        /// Until when the code is good, milliseconds since 1970.
        #[cfg_attr(feature = "ts", ts(type = "number"))]
        until: u64,
    },
    /// The answer is being checked.
    Checking,
}

/// Which kind of password is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub enum PasswordKind {
    /// Made at the provider for this program.
    App,
    /// The mailbox's own.
    Ordinary,
}

/// What a line of a preparation is about, for the drawing beside it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub enum StepPicture {
    /// A page is opened, or a place on it.
    Page,
    /// Something is switched on.
    Switch,
    /// A password is made.
    Make,
    /// A password that is shown is taken over.
    Copy,
    /// A password that is known is typed.
    Paste,
    /// A phone is needed.
    Code,
}
