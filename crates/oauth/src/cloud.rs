//! Microsoft's clouds, each with its own sign-in, its own rights and its own Graph
//! (learn.microsoft.com/entra/identity-platform/authentication-national-cloud, learn.microsoft.com/graph/deployments).

use crate::provider::{Door, Road};

/// One of Microsoft's clouds. That of the US Department of Defense is not among them: its server for sending is named
/// by one source alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Cloud {
    /// Everybody else's.
    #[default]
    World,
    /// The US government's (GCC High).
    UsGovernment,
    /// China's, run by 21Vianet.
    China,
}

impl Cloud {
    /// Where people of this cloud sign in.
    pub(crate) fn sign_in(self) -> &'static str {
        match self {
            Self::World => "https://login.microsoftonline.com",
            Self::UsGovernment => "https://login.microsoftonline.us",
            Self::China => "https://login.partner.microsoftonline.cn",
        }
    }

    /// The resource whose right sends by the web.
    pub(crate) fn graph(self) -> &'static str {
        match self {
            Self::World => "https://graph.microsoft.com",
            Self::UsGovernment => "https://graph.microsoft.us",
            Self::China => "https://microsoftgraph.chinacloudapi.cn",
        }
    }

    pub(crate) fn mail_scope(self, road: Road) -> &'static str {
        match (self, road) {
            (Self::World, Road::Smtp) => "https://outlook.office.com/SMTP.Send",
            (Self::World, Road::Api) => "https://graph.microsoft.com/Mail.Send",
            (Self::World, Road::Reading) => "https://outlook.office.com/IMAP.AccessAsUser.All",
            (Self::UsGovernment, Road::Smtp) => "https://outlook.office365.us/SMTP.Send",
            (Self::UsGovernment, Road::Api) => "https://graph.microsoft.us/Mail.Send",
            (Self::UsGovernment, Road::Reading) => "https://outlook.office365.us/IMAP.AccessAsUser.All",
            (Self::China, Road::Smtp) => "https://partner.outlook.cn/SMTP.Send",
            (Self::China, Road::Api) => "https://microsoftgraph.chinacloudapi.cn/Mail.Send",
            (Self::China, Road::Reading) => "https://partner.outlook.cn/IMAP.AccessAsUser.All",
        }
    }

    pub(crate) fn endpoint(self, door: Door, what: &str) -> String {
        format!("{}/{}/oauth2/v2.0/{what}", self.sign_in(), door.name())
    }
}
