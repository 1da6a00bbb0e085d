//! The doors: where each API takes messages, in which form, and how large they may be.

use std::borrow::Cow;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

/// An API that takes whole messages.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Api {
    /// Gmail's, with the scope `gmail.send`
    /// (developers.google.com/workspace/gmail/api/reference/rest/v1/users.messages/send).
    Gmail,
    /// Microsoft Graph's, with the scope `Mail.Send` (learn.microsoft.com/graph/api/user-sendmail).
    Graph(Cloud),
}

/// Microsoft's clouds; accounts of one are unknown in the others (learn.microsoft.com/graph/deployments).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Cloud {
    /// Everybody else's.
    #[default]
    Worldwide,
    /// US government, GCC High.
    UsGovernment,
    /// US Department of Defense.
    UsDefense,
    /// China, run by 21Vianet.
    China,
}

impl Api {
    /// The key in rules and texts.
    pub fn name(self) -> &'static str {
        match self {
            Self::Gmail => "gmail",
            Self::Graph(_) => "graph",
        }
    }

    /// The host; the port is always 443.
    pub fn host(self) -> &'static str {
        match self {
            Self::Gmail => "gmail.googleapis.com",
            Self::Graph(Cloud::Worldwide) => "graph.microsoft.com",
            Self::Graph(Cloud::UsGovernment) => "graph.microsoft.us",
            Self::Graph(Cloud::UsDefense) => "dod-graph.microsoft.us",
            Self::Graph(Cloud::China) => "microsoftgraph.chinacloudapi.cn",
        }
    }

    /// The largest message, bytes. Gmail: 35 MiB of upload. Graph: a request of 4 MiB, whose body is base64.
    pub fn most(self) -> usize {
        match self {
            Self::Gmail => 35 * 1024 * 1024,
            Self::Graph(_) => 4 * 1024 * 1024 / 4 * 3,
        }
    }

    pub(crate) fn path(self) -> &'static str {
        match self {
            // The upload form takes the message as it is; the other wants it in JSON, a third larger.
            Self::Gmail => "/upload/gmail/v1/users/me/messages/send?uploadType=media",
            Self::Graph(_) => "/v1.0/me/sendMail",
        }
    }

    pub(crate) fn content_type(self) -> &'static str {
        match self {
            Self::Gmail => "message/rfc822",
            Self::Graph(_) => "text/plain",
        }
    }

    pub(crate) fn body(self, message: &[u8]) -> Cow<'_, [u8]> {
        match self {
            Self::Gmail => Cow::Borrowed(message),
            Self::Graph(_) => Cow::Owned(STANDARD.encode(message).into_bytes()),
        }
    }

    /// The one status that means "taken over". Graph's 202 says accepted and promises no delivery.
    pub(crate) fn accepts(self) -> u16 {
        match self {
            Self::Gmail => 200,
            Self::Graph(_) => 202,
        }
    }
}
