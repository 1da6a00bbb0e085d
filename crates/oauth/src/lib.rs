//! Consent in the system's browser (RFC 8252) or on another device (RFC 8628), and what follows from it: tokens, their
//! renewal, their end.
//!
//! Lives here: the two providers' endpoints and rules, PKCE and state, the loopback listener, the exchange with its
//! checks (scopes, identity, a lasting permission), renewal under a lock, revocation. Does not live here: where a
//! permission is stored (crate `keychain`, by [`renew::Store`]), what an error means to a person (crate `diagnosis`).

mod attempt;
mod cloud;
pub mod device;
mod error;
mod http;
mod identity;
mod listener;
mod pages;
mod permission;
mod provider;
mod renew;
mod request;
mod tokens;
mod turn;

pub use attempt::{Attempt, Consent, Wish};
pub use cloud::Cloud;
pub use error::{ConsentError, Unreached};
pub use http::Http;
pub use pages::{Page, Pages};
pub use permission::Permission;
pub use provider::{Client, Door, Guid, Provider, Road};
pub use renew::{Clients, Clock, Fresh, RenewError, Renewer, Store};
pub use request::revoke;
pub use turn::{Hold, TurnError};

#[cfg(test)]
mod tests;
