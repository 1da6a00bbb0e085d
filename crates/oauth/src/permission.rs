//! A lasting permission as it is stored: one secret, complete in itself.

use secret::Secret;
use serde::{Deserialize, Serialize};

use crate::provider::{Client, Door, Provider, Road};

/// A refresh token with all that is needed to use it.
#[derive(Clone)]
pub struct Permission {
    /// Whose it is.
    pub provider: Provider,
    /// The client it was given to; no other client can use it.
    pub client_id: String,
    /// Microsoft's door.
    pub door: Door,
    /// What it was given for.
    pub road: Road,
    /// The refresh token.
    pub refresh: Secret,
}

/// The stored form. No derive of `Debug`: it carries the token.
#[derive(Serialize, Deserialize)]
struct Stored {
    v: u8,
    provider: String,
    client_id: String,
    door: String,
    /// Left out for SMTP, as it was before there was another road.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    road: Option<String>,
    refresh_token: String,
}

impl std::fmt::Debug for Permission {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.debug_struct("Permission").field("provider", &self.provider).finish_non_exhaustive()
    }
}

impl Permission {
    /// A permission that was given to a client.
    pub fn new(client: &Client, road: Road, refresh: Secret) -> Self {
        Self { provider: client.provider, client_id: client.id.clone(), door: client.door, road, refresh }
    }

    /// The stored form.
    pub fn to_secret(&self) -> Secret {
        let stored = Stored {
            v: 1,
            provider: self.provider.name().to_owned(),
            client_id: self.client_id.clone(),
            door: self.door.name().into_owned(),
            road: (self.road != Road::Smtp).then(|| self.road.name().to_owned()),
            refresh_token: self.refresh.expose_str().unwrap_or_default().to_owned(),
        };
        Secret::new(serde_json::to_vec(&stored).unwrap_or_default())
    }

    /// Reads the stored form; `None` for anything else, such as a password.
    pub fn from_secret(secret: &Secret) -> Option<Self> {
        let stored: Stored = serde_json::from_slice(secret.expose()).ok()?;
        if stored.v != 1 || stored.refresh_token.is_empty() {
            return None;
        }
        Some(Self {
            provider: Provider::named(&stored.provider)?,
            client_id: stored.client_id,
            door: Door::named(&stored.door)?,
            road: stored.road.as_deref().map_or(Some(Road::Smtp), Road::named)?,
            refresh: Secret::from(stored.refresh_token),
        })
    }
}
