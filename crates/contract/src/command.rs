//! What a user interface may say.

use serde::{Deserialize, Serialize};

use crate::{Action, Language};

/// One word from the user interface. A secret is never in it: secrets go by their own door.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "kebab-case", deny_unknown_fields)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub enum Command {
    /// A draft changed. Only for hints while typing; what counts comes with [`Command::Press`].
    Edit {
        /// The field and its text.
        field: Field,
    },
    /// Something was pressed.
    Press {
        /// Which of the View's actions.
        action: Action,
        /// The account it is for, where the action carries one.
        #[serde(default)]
        target: Option<String>,
        /// The drafts of the fields on the screen, as they stand now.
        #[serde(default)]
        fields: Vec<Field>,
    },
    /// Another language was chosen.
    SetLanguage {
        /// The language to show from now on.
        language: Language,
    },
}

/// The text of one field.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct Field {
    /// Which field.
    pub id: FieldId,
    /// What stands in it; longer than 1,024 characters is refused at the border.
    pub text: String,
}

/// The fields there are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub enum FieldId {
    /// The mail address.
    Address,
    /// Outgoing server.
    Host,
    /// Port; empty means "work it out".
    Port,
    /// `tls`, `starttls` or empty for "work it out".
    Security,
    /// User name; empty means the address.
    UserName,
    /// What the provider's page says in the browser.
    PageText,
    /// The id of a registration at Microsoft.
    ClientId,
    /// The id of an organisation at Microsoft.
    TenantId,
    /// What a relay service's host name needs: a region, the name of the account, or the whole name.
    Place,
    /// Where the test message goes; empty means the sender's own address.
    Recipient,
}

/// The places a secret may be handed over for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub enum SecretSlot {
    /// A password made for one program.
    AppPassword,
    /// The mailbox's own password.
    Password,
    /// The file of a registration, as it was downloaded; there is a secret in it.
    KeyFile,
    /// The key of a relay service.
    RelayKey,
}
