//! The vocabulary of mail: servers, kinds of account, ways to sign in.

use serde::{Deserialize, Serialize};

use crate::Text;

/// A language of the user interface.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub enum Language {
    /// Japanese.
    #[default]
    Ja,
    /// English.
    En,
}

impl Language {
    /// The BCP 47 tag.
    pub fn tag(self) -> &'static str {
        match self {
            Self::Ja => "ja",
            Self::En => "en",
        }
    }
}

/// How a connection is protected (RFC 8314). There is no variant for "not at all".
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub enum Security {
    /// TLS from the first byte (465, 993, 995).
    Tls,
    /// TLS after STARTTLS, without which nothing goes on (587).
    Starttls,
}

/// A submission server.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct Server {
    /// Host name, lower case, A-labels.
    pub host: String,
    /// TCP port, 1 to 65535.
    pub port: u16,
    /// Protection of the connection.
    pub security: Security,
}

/// How a mailbox is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub enum Protocol {
    /// IMAP (RFC 9051).
    Imap,
    /// POP3 (RFC 1939).
    Pop3,
}

/// A server from which a mailbox is read.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct MailboxServer {
    /// IMAP or POP3.
    pub protocol: Protocol,
    /// The server itself.
    #[serde(flatten)]
    pub server: Server,
}

/// What a server expects as the user name.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub enum UserName {
    /// The whole address.
    Address,
    /// The part before the `@`.
    LocalPart,
    /// A form with `{address}`, `{local}` or `{domain}` in it, or a name that the provider tells (free words).
    Template(String),
}

impl UserName {
    /// The user name for `address`. A template without a placeholder is a name the person has to know:
    /// then the address is the first guess.
    pub fn for_address(&self, address: &str) -> String {
        let (local, domain) = address.rsplit_once('@').unwrap_or((address, ""));
        match self {
            Self::Address => address.to_owned(),
            Self::LocalPart => local.to_owned(),
            Self::Template(form) if self.words().is_none() => {
                form.replace("{address}", address).replace("{local}", local).replace("{domain}", domain)
            }
            Self::Template(_) => address.to_owned(),
        }
    }

    /// What the provider calls a name that the person has to know, as its table or file has it; `None` where it can be worked
    /// out.
    pub fn words(&self) -> Option<&str> {
        match self {
            Self::Template(words) if !words.contains('{') => Some(words),
            Self::Template(_) | Self::Address | Self::LocalPart => None,
        }
    }

    /// The same, for showing. Words that stand in both languages, `名前 (name)`, are given in the one that is asked for.
    pub fn told(&self, language: Language) -> Option<&str> {
        let words = self.words()?;
        let both = words.strip_suffix(')').and_then(|words| words.rsplit_once(" ("));
        Some(match (both, language) {
            (Some((ja, en)), Language::Ja) if !ja.is_ascii() && en.is_ascii() => ja,
            (Some((ja, en)), Language::En) if !ja.is_ascii() && en.is_ascii() => en,
            (None | Some(_), _) => words,
        })
    }
}

/// How a person proves who they are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub enum Login {
    /// Consent in the browser (OAuth 2.0).
    #[serde(rename = "oauth")]
    OAuth,
    /// A password that the provider makes for one program.
    AppPassword,
    /// The mailbox's own password.
    Password,
    /// The key of a relay service.
    RelayKey,
}

impl Login {
    /// The name used in ids and JSON.
    pub fn name(self) -> &'static str {
        match self {
            Self::OAuth => "oauth",
            Self::AppPassword => "app-password",
            Self::Password => "password",
            Self::RelayKey => "relay-key",
        }
    }
}

/// By which door a message is handed over.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub enum Route {
    /// SMTP submission (RFC 6409).
    #[default]
    Smtp,
    /// Google's web interface for programs (Gmail API, `messages.send`), over https.
    GmailApi,
    /// Microsoft's web interface for programs (Graph, `sendMail`), over https.
    Graph,
    /// The same in the cloud of the US government.
    GraphGov,
    /// The same in China.
    GraphChina,
}

impl Route {
    /// The one server of a door that has only one; `None` for SMTP.
    pub fn server(self) -> Option<Server> {
        let host = match self {
            Self::Smtp => return None,
            Self::GmailApi => "gmail.googleapis.com",
            Self::Graph => "graph.microsoft.com",
            Self::GraphGov => "graph.microsoft.us",
            Self::GraphChina => "microsoftgraph.chinacloudapi.cn",
        };
        Some(Server { host: host.to_owned(), port: 443, security: Security::Tls })
    }
}

/// Whose account it is, as far as it matters for sending.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub enum AccountKind {
    /// gmail.com, googlemail.com.
    GooglePersonal,
    /// A domain whose mail is at Google.
    GoogleWorkspace,
    /// outlook.com, hotmail.com, live.jp and their family.
    MicrosoftPersonal,
    /// A domain whose mail is at Microsoft 365.
    #[serde(rename = "microsoft-365")]
    Microsoft365,
    /// A domain whose mail is at Microsoft 365 in the cloud of the US government.
    #[serde(rename = "microsoft-365-gov")]
    Microsoft365Gov,
    /// A domain whose mail is at Microsoft 365 in China, run by 21Vianet.
    #[serde(rename = "microsoft-365-china")]
    Microsoft365China,
    /// A mailbox at a provider of the table, by its id.
    Mailbox(String),
    /// A relay service.
    RelayService,
    /// A service that no outside program can use, or that has ended.
    Closed,
    /// None of these is known.
    Unknown,
}

impl AccountKind {
    /// The provider's key in texts and rules: `google`, `microsoft-365`, `outlook-personal`, an id, or `other`.
    pub fn provider(&self) -> &str {
        match self {
            Self::GooglePersonal | Self::GoogleWorkspace => "google",
            Self::MicrosoftPersonal => "outlook-personal",
            Self::Microsoft365 => "microsoft365",
            Self::Microsoft365Gov => "microsoft365-gov",
            Self::Microsoft365China => "microsoft365-china",
            Self::Mailbox(id) => id,
            Self::RelayService | Self::Closed | Self::Unknown => "other",
        }
    }

    /// Whether it is an organisation's at Microsoft, in whatever cloud.
    pub fn is_microsoft_365(&self) -> bool {
        match self {
            Self::Microsoft365 | Self::Microsoft365Gov | Self::Microsoft365China => true,
            Self::GooglePersonal
            | Self::GoogleWorkspace
            | Self::MicrosoftPersonal
            | Self::Mailbox(_)
            | Self::RelayService
            | Self::Closed
            | Self::Unknown => false,
        }
    }
}

/// What can be said before any password is asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub enum Verdict {
    /// It can be set up now.
    Ready,
    /// Something has to be done at the provider first.
    NeedsPreparation,
    /// It cannot be done this way.
    Impossible,
    /// Nothing is known.
    Unknown,
}

impl Trust {
    /// The sentence about it.
    pub fn text(self) -> Text {
        Text::new(match self {
            Self::Unproven => "trust-unproven",
            Self::Domain => "trust-domain",
            Self::Table => "trust-table",
        })
    }
}

/// How far a setting may be believed without asking the person.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub enum Trust {
    /// Only DNS or a guess says so: the person is asked before a password goes there.
    Unproven,
    /// The mail domain itself says so over verified https, or the host lies under the mail domain.
    Domain,
    /// Our own table says so.
    Table,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_in_both_languages_are_told_in_one() {
        let told = |words: &str, language| UserName::Template(words.into()).told(language).map(str::to_owned);
        let both = "dアカウントのID (d ACCOUNT ID)";
        assert_eq!(told(both, Language::Ja).as_deref(), Some("dアカウントのID"));
        assert_eq!(told(both, Language::En).as_deref(), Some("d ACCOUNT ID"));
        for one in ["Customer ID", "Customer ID (8 digits)", "お客様番号", "お客様番号 (数字)", "()"]
        {
            assert_eq!(told(one, Language::Ja).as_deref(), Some(one));
            assert_eq!(told(one, Language::En).as_deref(), Some(one));
        }
        assert_eq!(told("{local}.example", Language::Ja), None);
        assert_eq!(UserName::Address.told(Language::En), None);
    }
}
