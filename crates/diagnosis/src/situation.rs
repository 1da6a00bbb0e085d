//! What is known when something fails.

use contract::{Login, Server, Stage};
use submission::Point;

use crate::Words;

/// What a control host (a well-known one, on another port) showed about the network.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Network {
    /// It was not asked.
    #[default]
    Unknown,
    /// It answered on the mail port: the network lets mail through.
    ControlAnswers,
    /// It did not answer on the mail port either, though the network is up.
    ControlSilent,
    /// Nothing at all is to be reached.
    Down,
}

/// What is known besides the failure itself.
#[derive(Clone, Copy)]
pub struct Context<'a> {
    /// [`contract::AccountKind::provider`].
    pub provider: &'a str,
    /// The provider's name as people know it; may be empty.
    pub brand: &'a str,
    /// How the person signs in.
    pub login: Option<Login>,
    /// The server that was being talked to.
    pub server: Option<&'a Server>,
    /// The own address; may be empty.
    pub address: &'a str,
    /// What the provider calls its user name, where that is not what was signed in with; may be empty.
    pub other_user_name: &'a str,
    /// True where the same secret has worked before.
    pub worked_before: bool,
    /// What is known of the network.
    pub network: Network,
    /// How far the computer's clock is off, seconds, where a trustworthy `Date` was seen.
    pub clock_off: Option<i64>,
    /// Whether a host is one the program knows: only such a name is offered in place of the typed one. Otherwise a
    /// man in the middle could have his own name, with his own good certificate, offered to the person.
    pub known_host: &'a (dyn Fn(&str) -> bool + Sync),
}

impl Default for Context<'_> {
    fn default() -> Self {
        Self {
            provider: "other",
            brand: "",
            login: None,
            server: None,
            address: "",
            other_user_name: "",
            worked_before: false,
            network: Network::Unknown,
            clock_off: None,
            known_host: &|_| false,
        }
    }
}

impl Context<'_> {
    /// The provider, or for an unknown one that whose server it is.
    pub(crate) fn provider(&self) -> &str {
        let host = self.server.map(|server| server.host.as_str());
        match self.provider {
            "other" | "" => crate::rules::provider_of(host.unwrap_or_default()).unwrap_or("other"),
            // What a server of another cloud says is what the first one's says.
            "microsoft365-gov" | "microsoft365-china" => "microsoft365",
            known => known,
        }
    }

    pub(crate) fn host(&self) -> &str {
        self.server.map_or("", |server| server.host.as_str())
    }

    /// True where the clock is so wrong that certificates and tokens fail for it.
    pub(crate) fn clock_is_wrong(&self) -> bool {
        const FIVE_MINUTES: u64 = 300;
        self.clock_off.is_some_and(|seconds| seconds.unsigned_abs() > FIVE_MINUTES)
    }
}

/// A reply with all that is needed to understand it.
#[derive(Clone, Copy)]
pub struct Situation<'a> {
    /// What is known besides.
    pub context: Context<'a>,
    /// The stage that was running.
    pub stage: Stage,
    /// The exact place, where it is known.
    pub point: Option<Point>,
    /// The reply.
    pub words: &'a Words,
}
