//! The real ports: this computer's resolver, an https client, and a knock at submission ports.

mod ask;
mod knock;
mod reach;
mod resolver;
mod web;

use tls::{Tls, TlsFault};

use crate::ports::Ports;
use reach::Reach;

pub(crate) use reach::is_public;

/// The real ports of a search. Made once; cheap to search with.
#[derive(Debug)]
pub struct System {
    resolver: resolver::SystemResolver,
    web: web::Https,
    knock: knock::Knocker,
}

impl System {
    /// Reads this computer's resolver settings. When they cannot be read, every look-up says so
    /// ([`crate::LookupFault::Unavailable`]) and no other resolver is put in its place.
    ///
    /// # Errors
    /// [`TlsFault`] when no https client can be made.
    pub fn new(tls: &Tls) -> Result<Self, TlsFault> {
        Self::reaching(tls, Reach::Public)
    }

    fn reaching(tls: &Tls, reach: Reach) -> Result<Self, TlsFault> {
        Ok(Self {
            resolver: resolver::SystemResolver::new(),
            web: web::Https::new(tls, reach)?,
            knock: knock::Knocker::new(tls.clone(), reach),
        })
    }

    /// The ports, to hand to [`crate::discover`].
    pub fn ports(&self) -> Ports<'_> {
        Ports { resolver: &self.resolver, web: &self.web, probe: &self.knock }
    }
}

#[cfg(test)]
mod tests;
