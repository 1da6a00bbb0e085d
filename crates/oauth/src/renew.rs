//! Renewal: one at a time for an account, in this process and in all others.
//!
//! Providers that rotate refresh tokens end the whole grant when an old one is used again (RFC 9700, 4.14.2). So a lock
//! file is held from reading the stored permission until the new one is stored, and the new one is stored before its
//! access token is used. Whoever stores or removes an account's permission takes the same turn, by [`Renewer::hold`]. A
//! permission is given up only when the provider says `invalid_grant` for the one that is stored at that moment; a busy,
//! broken or silent provider says nothing about it.

use std::collections::HashMap;
use std::path::PathBuf;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use futures_util::future::BoxFuture;
use oauth2::TokenResponse as _;
use secret::Secret;

use crate::error::ConsentError;
use crate::http::Http;
use crate::permission::Permission;
use crate::provider::Client;
use crate::request;
use crate::turn::{Hold, TurnError, Turns};

/// An access token is used up to this long before its end.
const MARGIN: Duration = Duration::from_secs(120);

/// Where permissions are stored, by account. `E` is the store's own error.
pub trait Store<E>: Send + Sync {
    /// Reads a permission.
    fn read<'a>(&'a self, account: &'a str) -> BoxFuture<'a, Result<Permission, E>>;
    /// Stores a permission. A renewal that nobody waits for any more drops the future; from its first poll on the
    /// permission is to be stored all the same, because the older one may have ended with the provider's answer.
    fn write<'a>(&'a self, account: &'a str, permission: &'a Permission) -> BoxFuture<'a, Result<(), E>>;
}

/// A fresh access token.
#[derive(Debug, Clone)]
pub struct Fresh {
    /// The token.
    pub token: Secret,
    /// The permission that takes the place of the old one, where the provider rotates them.
    pub renewed: Option<Permission>,
}

/// Why there is no fresh token.
#[derive(Debug)]
pub enum RenewError<E> {
    /// The permission has ended: `invalid_grant` for the one that is stored. The person has to sign in again.
    Ended {
        /// The provider's words.
        description: String,
    },
    /// The provider refused for another reason, or gave no usable answer. The permission is kept.
    Refused(ConsentError),
    /// The store failed, or what keeps the registrations.
    Store(E),
    /// The account's turn was not to be had. Nothing was asked for.
    Turn(TurnError),
}

/// Finds the registered program a permission was given to; `None` when it is no longer there, an error when it is and is
/// not to be had.
pub type Clients<E> = dyn Fn(&Permission) -> Result<Option<Client>, E> + Send + Sync;

/// The computer's clock: milliseconds since 1970.
pub type Clock = dyn Fn() -> u64 + Send + Sync;

/// Renews access tokens. Cheap to clone.
#[derive(Clone)]
pub struct Renewer {
    http: Http,
    turns: Turns,
    clock: Arc<Clock>,
    cache: Arc<Mutex<HashMap<String, Remembered>>>,
}

/// An access token, until one of its two ends. [`Instant`] stands still while the computer sleeps, on Linux and on macOS;
/// the computer's clock does not, but may be set.
struct Remembered {
    token: Secret,
    end: Instant,
    /// By the computer's clock.
    end_ms: u64,
}

impl Renewer {
    /// Renews over `http`; lock files go into the folder `locks`.
    pub fn new(http: Http, locks: PathBuf, clock: Arc<Clock>) -> Self {
        Self { http, turns: Turns::new(locks), clock, cache: Arc::default() }
    }

    /// A fresh token for a permission that is stored. Callers at the same time share one request.
    ///
    /// # Errors
    /// [`RenewError`]; only `Ended` means that the permission is of no use any more.
    pub fn stored<'a, E: Send + 'a>(
        &'a self,
        account: &'a str,
        client: &'a Clients<E>,
        store: &'a dyn Store<E>,
    ) -> BoxFuture<'a, Result<Fresh, RenewError<E>>> {
        Box::pin(self.in_turn(account, client, store))
    }

    /// A fresh token for a permission that is not stored yet.
    ///
    /// # Errors
    /// [`RenewError`], never `Turn`; `Store` for the registrations alone.
    pub async fn pending<E>(
        &self,
        permission: &Permission,
        client: &Clients<E>,
    ) -> Result<Fresh, RenewError<E>> {
        Ok(self.renew(permission, client).await?.0)
    }

    /// Takes an access token over that came with a consent a moment ago. It is used for some minutes only: its life is
    /// not known here.
    pub fn learn(&self, account: &str, token: &Secret) {
        self.remember(account, token, Some(MARGIN + Duration::from_secs(300)));
    }

    /// Forgets the access token of an account, because it was refused or the account is gone.
    pub fn forget(&self, account: &str) {
        self.cache.lock().unwrap_or_else(PoisonError::into_inner).remove(account);
    }

    /// Takes the turn of an account, for whoever stores or removes what is under its name: a renewal under way ends
    /// first, with its write, and none begins in any process until the [`Hold`] is dropped.
    ///
    /// It waits as long as the renewals ahead of it: half a minute at most for each request, and what the store takes.
    /// Where the lock file cannot be made it goes on without: no renewal can begin then either ([`TurnError::Folder`]).
    ///
    /// The access token of the older permission is forgotten here; nobody has to call [`Renewer::forget`] after the
    /// change. Who has a newer one calls [`Renewer::learn`], after the new permission was stored and before the hold is
    /// dropped.
    ///
    /// Whoever holds an account must not renew it nor hold it once more: that would wait for itself. A renewal by the
    /// task that took the hold fails at once with [`TurnError::Own`]; by another task that the holder waits for, it
    /// waits for ever. [`Renewer::pending`] and [`crate::revoke`] take no turn and are free.
    ///
    /// # Errors
    /// [`TurnError::Busy`] when another process does not let go of the account: nothing of it may be changed then.
    pub async fn hold(&self, account: &str) -> Result<Hold, TurnError> {
        let hold = self.turns.hold(account).await?;
        self.forget(account);
        Ok(hold)
    }

    async fn in_turn<E>(
        &self,
        account: &str,
        client: &Clients<E>,
        store: &dyn Store<E>,
    ) -> Result<Fresh, RenewError<E>> {
        let _turn = self.turns.wait(account).await.map_err(RenewError::Turn)?;
        if let Some(token) = self.cached(account) {
            return Ok(Fresh { token, renewed: None });
        }
        let _lock = self.turns.lock(account).await.map_err(RenewError::Turn)?;
        let permission = store.read(account).await.map_err(RenewError::Store)?;
        let (fresh, life) = self.renew(&permission, client).await?;
        if let Some(renewed) = &fresh.renewed {
            store.write(account, renewed).await.map_err(RenewError::Store)?;
        }
        self.remember(account, &fresh.token, life);
        Ok(fresh)
    }

    async fn renew<E>(
        &self,
        permission: &Permission,
        client: &Clients<E>,
    ) -> Result<(Fresh, Option<Duration>), RenewError<E>> {
        let unregistered =
            || ConsentError::Token { error: "invalid_client".into(), description: String::new() };
        let client = client(permission).map_err(RenewError::Store)?;
        let client = client.ok_or_else(|| RenewError::Refused(unregistered()))?;
        let tokens = match request::refresh(&self.http, &client, permission).await {
            Ok(tokens) => tokens,
            Err(ConsentError::Token { error, description }) if error == "invalid_grant" => {
                return Err(RenewError::Ended { description });
            }
            Err(error) => return Err(RenewError::Refused(error)),
        };
        let renewed = tokens
            .refresh_token()
            .map(|token| Permission { refresh: Secret::from(token.secret().as_str()), ..permission.clone() })
            .filter(|renewed| renewed.refresh != permission.refresh);
        let token = Secret::from(tokens.access_token().secret().as_str());
        Ok((Fresh { token, renewed }, tokens.expires_in()))
    }

    fn cached(&self, account: &str) -> Option<Secret> {
        let now_ms = (self.clock)();
        let cache = self.cache.lock().unwrap_or_else(PoisonError::into_inner);
        let kept = cache.get(account).filter(|kept| Instant::now() < kept.end && now_ms < kept.end_ms);
        kept.map(|kept| kept.token.clone())
    }

    fn remember(&self, account: &str, token: &Secret, life: Option<Duration>) {
        let Some(life) = life.and_then(|life| life.checked_sub(MARGIN)) else { return };
        let life_ms = u64::try_from(life.as_millis()).unwrap_or(u64::MAX);
        let kept = Remembered {
            token: token.clone(),
            end: Instant::now() + life,
            end_ms: (self.clock)().saturating_add(life_ms),
        };
        self.cache.lock().unwrap_or_else(PoisonError::into_inner).insert(account.to_owned(), kept);
    }
}
