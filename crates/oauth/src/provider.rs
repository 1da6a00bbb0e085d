//! The two providers: endpoints, scopes and rules. Endpoints come from here and from nowhere else (RFC 9700, 4.4).

use std::borrow::Cow;
use std::fmt;

use secret::Secret;

use crate::cloud::Cloud;

/// A provider of browser consent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Provider {
    /// Google.
    Google,
    /// Microsoft, in one of its clouds: a registration of one of them is unknown in the others.
    Microsoft(Cloud),
}

/// Microsoft's doors: which kinds of account the sign-in page lets in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Door {
    /// Personal and work accounts; the page asks which.
    #[default]
    Common,
    /// Personal accounts only.
    Consumers,
    /// Work and school accounts only.
    Organizations,
    /// One organisation alone: a registration that was made for it lets nobody else in (AADSTS50194 elsewhere).
    Tenant(Guid),
}

/// An id as Microsoft writes it: 32 hexadecimal digits in five groups (RFC 9562, 4).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Guid(u128);

impl Guid {
    /// Reads an id; spaces around it and letter case do not matter. `None` for anything else.
    pub fn read(text: &str) -> Option<Self> {
        let text = text.trim();
        let groups: Vec<_> = text.split('-').collect();
        let lengths = groups.iter().map(|group| group.len());
        let hexadecimal = groups.iter().all(|group| group.bytes().all(|byte| byte.is_ascii_hexdigit()));
        if !hexadecimal || !lengths.eq([8, 4, 4, 4, 12]) {
            return None;
        }
        u128::from_str_radix(&groups.concat(), 16).ok().map(Self)
    }
}

impl fmt::Display for Guid {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let digits = format!("{:032x}", self.0);
        let groups = [0..8, 8..12, 12..16, 16..20, 20..32].map(|group| digits.get(group).unwrap_or_default());
        formatter.write_str(&groups.join("-"))
    }
}

impl Door {
    /// The segment of the endpoints.
    pub fn name(self) -> Cow<'static, str> {
        match self {
            Self::Common => "common".into(),
            Self::Consumers => "consumers".into(),
            Self::Organizations => "organizations".into(),
            Self::Tenant(id) => id.to_string().into(),
        }
    }

    /// The door of a segment.
    pub fn named(name: &str) -> Option<Self> {
        let known = [Self::Common, Self::Consumers, Self::Organizations];
        known.into_iter().find(|door| door.name() == name).or_else(|| Guid::read(name).map(Self::Tenant))
    }
}

/// How the mail will be sent: it decides which right is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Road {
    /// By SMTP submission.
    #[default]
    Smtp,
    /// By the provider's own API: Gmail's or Microsoft Graph's.
    Api,
    /// Not at all: reading is tried once. Such a permission is asked for without lasting, and never stored.
    Reading,
}

impl Road {
    /// The name in stored permissions.
    pub fn name(self) -> &'static str {
        match self {
            Self::Smtp => "smtp",
            Self::Api => "api",
            Self::Reading => "reading",
        }
    }

    /// The road of a name in a stored permission.
    pub fn named(name: &str) -> Option<Self> {
        [Self::Smtp, Self::Api].into_iter().find(|road| road.name() == name)
    }
}

/// A registered program.
#[derive(Debug, Clone)]
pub struct Client {
    /// Where it is registered.
    pub provider: Provider,
    /// Its id.
    pub id: String,
    /// Google gives desktop programs a secret and wants it back; Google itself says that it is not secret
    /// (developers.google.com/identity/protocols/oauth2, "Installed applications").
    pub secret: Option<Secret>,
    /// Microsoft's door.
    pub door: Door,
}

impl Provider {
    /// All of them.
    pub const ALL: [Self; 4] = [
        Self::Google,
        Self::Microsoft(Cloud::World),
        Self::Microsoft(Cloud::UsGovernment),
        Self::Microsoft(Cloud::China),
    ];

    /// The name in stored permissions and settings.
    pub fn name(self) -> &'static str {
        match self {
            Self::Google => "google",
            Self::Microsoft(Cloud::World) => "microsoft",
            Self::Microsoft(Cloud::UsGovernment) => "microsoft-gov",
            Self::Microsoft(Cloud::China) => "microsoft-china",
        }
    }

    /// Whose words it speaks, whatever the cloud: `google` or `microsoft`.
    pub fn family(self) -> &'static str {
        match self {
            Self::Google => "google",
            Self::Microsoft(_) => "microsoft",
        }
    }

    /// The provider of a name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|provider| provider.name() == name)
    }

    /// The one scope without which no mail can be sent on this road. Google's SMTP takes no less than the whole mailbox;
    /// its API takes the right to send alone. Microsoft's rights belong to two resources, and a token is for one.
    pub fn mail_scope(self, road: Road) -> &'static str {
        match (self, road) {
            (Self::Google, Road::Smtp | Road::Reading) => "https://mail.google.com/",
            (Self::Google, Road::Api) => "https://www.googleapis.com/auth/gmail.send",
            (Self::Microsoft(cloud), road) => cloud.mail_scope(road),
        }
    }

    /// All scopes asked for: sending, who the person is, and (Microsoft) that the permission lasts. Never a wider one.
    pub(crate) fn scopes(self, road: Road) -> Vec<&'static str> {
        match self {
            Self::Google => vec!["openid", "email", self.mail_scope(road)],
            Self::Microsoft(_) if road == Road::Reading => {
                vec!["openid", "profile", "email", self.mail_scope(road)]
            }
            Self::Microsoft(_) => vec!["openid", "profile", "email", "offline_access", self.mail_scope(road)],
        }
    }

    /// Whether a granted scope lets mail be sent on this road: Microsoft also names its scopes without a host, or SMTP's
    /// by the other one; Google's whole mailbox includes what its API asks for.
    pub(crate) fn is_mail_scope(self, road: Road, scope: &str) -> bool {
        let (host, bare) = scope.rsplit_once('/').unwrap_or(("", scope));
        match (self, road) {
            (Self::Google, Road::Smtp | Road::Reading) => scope == self.mail_scope(road),
            (Self::Google, Road::Api) => {
                [road, Road::Smtp].iter().any(|road| scope == self.mail_scope(*road))
            }
            (Self::Microsoft(_), Road::Smtp) => bare.eq_ignore_ascii_case("SMTP.Send"),
            (Self::Microsoft(_), Road::Reading) => bare.eq_ignore_ascii_case("IMAP.AccessAsUser.All"),
            (Self::Microsoft(cloud), Road::Api) => {
                bare.eq_ignore_ascii_case("Mail.Send") && (host.is_empty() || host == cloud.graph())
            }
        }
    }

    /// The page that asks.
    pub(crate) fn authorize(self, door: Door) -> String {
        match self {
            Self::Google => "https://accounts.google.com/o/oauth2/v2/auth".to_owned(),
            Self::Microsoft(cloud) => cloud.endpoint(door, "authorize"),
        }
    }

    /// Where codes and refresh tokens are exchanged.
    pub(crate) fn token(self, door: Door) -> String {
        match self {
            Self::Google => "https://oauth2.googleapis.com/token".to_owned(),
            Self::Microsoft(cloud) => cloud.endpoint(door, "token"),
        }
    }

    /// Where a code for another device is asked for (RFC 8628, 3.1). Google's gives no mail scope to it.
    pub(crate) fn device(self, door: Door) -> Option<String> {
        match self {
            Self::Google => None,
            Self::Microsoft(cloud) => Some(cloud.endpoint(door, "devicecode")),
        }
    }

    /// Where a permission is ended (RFC 7009). Microsoft offers no such place.
    pub(crate) fn revoke(self) -> Option<&'static str> {
        match self {
            Self::Google => Some("https://oauth2.googleapis.com/revoke"),
            Self::Microsoft(_) => None,
        }
    }

    /// The host of the redirect. Google wants the address itself; Microsoft's portal registers `localhost` only, so
    /// both loopback families have to be bound for it.
    pub(crate) fn redirect_host(self) -> &'static str {
        match self {
            Self::Google => "127.0.0.1",
            Self::Microsoft(_) => "localhost",
        }
    }

    /// Parameters beyond the standard ones.
    pub(crate) fn extras(self, road: Road, choose_account: bool) -> Vec<(&'static str, &'static str)> {
        match self {
            Self::Google if road == Road::Reading => vec![("prompt", "consent")],
            // A refresh token comes for certain only with a fresh consent.
            Self::Google if choose_account => {
                vec![("access_type", "offline"), ("prompt", "consent select_account")]
            }
            Self::Google => vec![("access_type", "offline"), ("prompt", "consent")],
            // Never `consent`: it breaks tenants whose administrator has approved already (AADSTS90095).
            Self::Microsoft(_) if choose_account => vec![("prompt", "select_account")],
            Self::Microsoft(_) => Vec::new(),
        }
    }

    /// Whether an issuer (RFC 9207, or the `iss` of an ID token) is this provider's.
    pub(crate) fn is_issuer(self, issuer: &str) -> bool {
        match self {
            Self::Google => matches!(issuer, "https://accounts.google.com" | "accounts.google.com"),
            Self::Microsoft(cloud) => issuer
                .strip_prefix(cloud.sign_in())
                .and_then(|rest| rest.strip_prefix('/'))
                .and_then(|rest| rest.strip_suffix("/v2.0"))
                .is_some_and(|tenant| !tenant.is_empty() && !tenant.contains('/')),
        }
    }
}
