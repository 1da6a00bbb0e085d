//! The answer of a token endpoint, read leniently: some endpoints quote numbers, leave `token_type` out, or give
//! `scope` as a list, and a person must not fail over that.

use std::fmt;
use std::time::Duration;

use oauth2::basic::BasicTokenType;
use oauth2::{AccessToken, RefreshToken, Scope, TokenResponse};
use serde::de::{Error as _, IgnoredAny, MapAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// An access token is believed for a day at most, whatever `expires_in` says (RFC 6749, 5.1).
const LIFE: Duration = Duration::from_secs(24 * 60 * 60);

/// Tokens. `Debug` is redacted by the member types.
#[derive(Debug, Clone)]
pub(crate) struct Tokens {
    access: AccessToken,
    refresh: Option<RefreshToken>,
    expires: Option<Duration>,
    scopes: Option<Vec<Scope>>,
    pub(crate) id_token: Option<String>,
}

impl TokenResponse for Tokens {
    type TokenType = BasicTokenType;

    fn access_token(&self) -> &AccessToken {
        &self.access
    }

    fn token_type(&self) -> &BasicTokenType {
        &BasicTokenType::Bearer
    }

    fn expires_in(&self) -> Option<Duration> {
        self.expires
    }

    fn refresh_token(&self) -> Option<&RefreshToken> {
        self.refresh.as_ref()
    }

    fn scopes(&self) -> Option<&Vec<Scope>> {
        self.scopes.as_ref()
    }
}

/// The trait asks for it; tokens are never written out.
impl Serialize for Tokens {
    fn serialize<S: Serializer>(&self, _serializer: S) -> Result<S::Ok, S::Error> {
        Err(serde::ser::Error::custom("tokens are never written out"))
    }
}

impl<'de> Deserialize<'de> for Tokens {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(Members)
    }
}

struct Members;

impl<'de> Visitor<'de> for Members {
    type Value = Tokens;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a token response")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Tokens, A::Error> {
        let (mut access, mut refresh, mut expires, mut scopes, mut id_token) = (None, None, None, None, None);
        while let Some(name) = map.next_key::<String>()? {
            match name.as_str() {
                "access_token" => access = Some(map.next_value::<String>()?),
                "refresh_token" => refresh = map.next_value::<Option<String>>()?,
                "id_token" => id_token = map.next_value::<Option<String>>()?,
                "expires_in" => expires = map.next_value::<Seconds>()?.0,
                "scope" => scopes = map.next_value::<Scopes>()?.0,
                _ => {
                    map.next_value::<IgnoredAny>()?;
                }
            }
        }
        let access =
            access.filter(|token| usable(token)).ok_or_else(|| A::Error::custom("no access token"))?;
        Ok(Tokens {
            access: AccessToken::new(access),
            refresh: refresh.filter(|token: &String| !token.is_empty()).map(RefreshToken::new),
            expires: expires.map(|seconds| Duration::from_secs(seconds).min(LIFE)),
            scopes: scopes.map(|names| names.into_iter().map(Scope::new).collect()),
            id_token,
        })
    }
}

/// A token goes into a line of SMTP: nothing that could end the line or a field may be in it.
fn usable(token: &str) -> bool {
    !token.is_empty() && token.bytes().all(|byte| (0x21..0x7f).contains(&byte))
}

struct Seconds(Option<u64>);

impl<'de> Deserialize<'de> for Seconds {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        #[derive(Deserialize)]
        #[serde(untagged)]
        enum Form {
            Whole(u64),
            Quoted(String),
            Other(IgnoredAny),
        }
        Ok(Self(match Form::deserialize(deserializer)? {
            Form::Whole(seconds) => Some(seconds),
            Form::Quoted(text) => text.trim().parse().ok(),
            Form::Other(IgnoredAny) => None,
        }))
    }
}

struct Scopes(Option<Vec<String>>);

impl<'de> Deserialize<'de> for Scopes {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        #[derive(Deserialize)]
        #[serde(untagged)]
        enum Form {
            Text(String),
            List(Vec<String>),
            Other(IgnoredAny),
        }
        Ok(Self(match Form::deserialize(deserializer)? {
            Form::Text(text) => Some(text.split_whitespace().map(str::to_owned).collect()),
            Form::List(list) => Some(list),
            Form::Other(IgnoredAny) => None,
        }))
    }
}
