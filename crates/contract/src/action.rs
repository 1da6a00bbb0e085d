//! What a person can do next.

use serde::{Deserialize, Serialize};

use crate::Text;

/// Something that can be pressed. Its label is the text `action-NAME`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub enum Action {
    /// Go on with what was typed.
    Continue,
    /// Go one step back, keeping what was typed.
    Back,
    /// Stop what is running.
    Cancel,
    /// Take the offered spelling.
    UseSuggestion,
    /// Sign in with Google, right away.
    SignInGoogle,
    /// Sign in with Microsoft, right away.
    SignInMicrosoft,
    /// Open the browser for consent.
    OpenBrowser,
    /// Open it once more.
    OpenBrowserAgain,
    /// Copy the sign-in link.
    CopyLink,
    /// Copy the code for another device.
    CopyCode,
    /// Start the sign-in from the beginning.
    SignInAgain,
    /// Take the account that was chosen in the browser.
    UseThisAccount,
    /// Say what the words of the provider's page mean.
    NameTheError,
    /// Hand the message over at the provider's web interface instead.
    SendByWeb,
    /// Sign in on another device, with a code.
    UseDeviceCode,
    /// Keep waiting for the browser.
    KeepWaiting,
    /// Use an app password instead.
    UseAppPassword,
    /// Open the provider's page where an app password is made.
    OpenAppPasswordPage,
    /// The provider's page says that app passwords are not available.
    PageSaysNo,
    /// Open the page where two-step sign-in is turned on.
    OpenTwoStepPage,
    /// Use the mailbox's ordinary password.
    UsePassword,
    /// Connect, sign in and send one test message.
    ConnectAndSend,
    /// Use what was pasted although it does not fit the shape.
    UseAnyway,
    /// Type the server by hand.
    EnterServer,
    /// Send by way of a relay service.
    UseRelay,
    /// Take this relay service; the target names it.
    ChooseRelay,
    /// Explain this way of sending; the target names it.
    ExplainDoor,
    /// Believe the settings that were found.
    TrustSettings,
    /// This is where the mail is read; the target names the place.
    ReadHere,
    /// The mail is read somewhere else.
    ReadElsewhere,
    /// Change the address.
    FixAddress,
    /// Try the same again.
    TryAgain,
    /// Try the other port.
    TryOtherPort,
    /// Take the name that the certificate carries.
    UseCertificateName,
    /// Show user name and password again.
    ShowFields,
    /// Open the provider's web mail.
    OpenWebmail,
    /// Show the letter to the administrator.
    WriteToAdministrator,
    /// Open a plain page, so that the network shows its own.
    OpenNetworkPage,
    /// Copy the report.
    CopyReport,
    /// Save the report as a file.
    SaveReport,
    /// Open the letter in the program for mail; the target names its language.
    OpenLetter,
    /// Ask the system to open the keychain.
    UnlockKeychain,
    /// Keep the secret until the program ends, nowhere else.
    KeepForSession,
    /// It arrived.
    Arrived,
    /// It has not arrived yet.
    NotYet,
    /// Look in the mailbox again.
    LookAgain,
    /// Send another test message.
    SendAnother,
    /// Show the settings of an account for another program or device.
    ShowSettings,
    /// What the settings are for; the target names it.
    ForDevice,
    /// Who made the device; the target names the maker.
    OfMaker,
    /// Show the settings for receiving, and try them where the sign-in allows it.
    CheckReceiving,
    /// Give the wider permission too, and try receiving with it once.
    AllowReading,
    /// Look at what the domain's settings say about sending.
    CheckRecords,
    /// Check an account once a day, quietly.
    WatchDaily,
    /// Do not check it daily any more.
    StopWatching,
    /// Show the card of what the daily check found.
    ShowTrouble,
    /// Set up another address.
    AddAccount,
    /// Ask before an account is removed.
    Remove,
    /// Remove it: revoke, delete every secret, forget.
    RemoveNow,
    /// Take it off the list although its secret could not be deleted.
    TakeOffList,
    /// Leave it as it is.
    Keep,
    /// Go on where it was left.
    Resume,
    /// Begin anew.
    StartOver,
    /// Show what this program is.
    ShowAbout,
    /// Ask the publisher whether there is a newer release.
    AskReleases,
    /// Open the page of the newer release.
    OpenRelease,
    /// All done: to the list of accounts.
    Finish,
    /// Make a registration of one's own at the provider.
    MakeOwnKey,
    /// Open the provider's page of this panel.
    OpenKeyPage,
    /// Take the registration that was made.
    TakeKey,
    /// Delete the downloaded file, which is not needed any more.
    DeleteKeyFile,
}

impl Action {
    /// The name used in ids.
    pub fn name(self) -> String {
        serde_name(&self)
    }
}

/// The kebab-case name that serde gives a unit variant.
fn serde_name<T: std::fmt::Debug>(value: &T) -> String {
    let mut name = String::new();
    for letter in format!("{value:?}").chars() {
        if letter.is_ascii_uppercase() && !name.is_empty() {
            name.push('-');
        }
        name.push(letter.to_ascii_lowercase());
    }
    name
}

/// Where an action stands on the screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub enum Place {
    /// The one main button.
    Main,
    /// Beside the main button.
    Side,
    /// Within the screen's content.
    Inline,
    /// The way back, at the lower left.
    Back,
    /// At the foot, as a link among its words.
    Foot,
}

/// One action that is allowed now. What is not in the View's list cannot be pressed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct ActionView {
    /// What it does.
    pub action: Action,
    /// Where it stands.
    pub place: Place,
    /// The account it is for, where several are on one screen.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub target: Option<String>,
    /// Its label.
    pub label: Text,
}

impl ActionView {
    /// An action with its usual label.
    pub fn new(action: Action, place: Place) -> Self {
        Self { action, place, target: None, label: Text::new(format!("action-{}", action.name())) }
    }

    /// The same for one account of several.
    #[must_use]
    pub fn on(mut self, target: &str) -> Self {
        self.target = Some(target.to_owned());
        self
    }

    /// The same with another label.
    #[must_use]
    pub fn labelled(mut self, label: Text) -> Self {
        self.label = label;
        self
    }
}
