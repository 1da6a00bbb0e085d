//! Who signs in, and with which mechanism.

use secret::Secret;
use zeroize::Zeroizing;

use crate::Cause;
use crate::capabilities::Capabilities;

/// A SASL mechanism this client speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Mechanism {
    /// RFC 4616.
    Plain,
    /// draft-murchison-sasl-login.
    Login,
    /// <https://developers.google.com/workspace/gmail/imap/xoauth2-protocol>.
    Xoauth2,
    /// RFC 7628.
    Oauthbearer,
}

impl Mechanism {
    /// The name on the wire.
    pub fn name(self) -> &'static str {
        match self {
            Self::Plain => "PLAIN",
            Self::Login => "LOGIN",
            Self::Xoauth2 => "XOAUTH2",
            Self::Oauthbearer => "OAUTHBEARER",
        }
    }
}

/// What a person signs in with. The kind decides the mechanism: a token never travels as a password.
#[derive(Debug, Clone)]
pub enum Credentials {
    /// A password of any kind (the mailbox's own, an app password, a relay's key).
    Password {
        /// As the server expects it, often the address.
        user_name: String,
        /// The password, UTF-8.
        password: Secret,
    },
    /// An OAuth 2.0 access token.
    Bearer {
        /// The address of the mailbox.
        user_name: String,
        /// The token.
        token: Secret,
    },
}

impl Credentials {
    /// The mechanisms that fit, the preferred first.
    pub fn mechanisms(&self) -> [Mechanism; 2] {
        match self {
            Self::Password { .. } => [Mechanism::Plain, Mechanism::Login],
            Self::Bearer { .. } => [Mechanism::Xoauth2, Mechanism::Oauthbearer],
        }
    }

    /// What is sent for `mechanism`, before base64: one piece, or two for LOGIN.
    ///
    /// # Errors
    /// [`Cause::UnusableCredentials`] when a control character in them would change their meaning on the wire.
    pub fn pieces(
        &self,
        mechanism: Mechanism,
        host: &str,
        port: u16,
    ) -> Result<Vec<Zeroizing<Vec<u8>>>, Cause> {
        self.check()?;
        let (name, secret) = match self {
            Self::Password { user_name, password } => (user_name, password.expose()),
            Self::Bearer { user_name, token } => (user_name, token.expose()),
        };
        let join = |parts: &[&[u8]]| Zeroizing::new(parts.concat());
        let user = name.as_bytes();
        Ok(match mechanism {
            Mechanism::Plain => vec![join(&[b"\0", user, b"\0", secret])],
            Mechanism::Login => vec![join(&[user]), join(&[secret])],
            Mechanism::Xoauth2 => vec![join(&[b"user=", user, b"\x01auth=Bearer ", secret, b"\x01\x01"])],
            Mechanism::Oauthbearer => {
                let user = name.replace('=', "=3D").replace(',', "=2C");
                let head = format!("n,a={user},\x01host={host}\x01port={port}\x01auth=Bearer ");
                vec![join(&[head.as_bytes(), secret, b"\x01\x01"])]
            }
        })
    }

    /// Chooses from what the server offers.
    pub(crate) fn choose(&self, offered: &Capabilities) -> Result<Mechanism, Cause> {
        self.mechanisms()
            .into_iter()
            .find(|mechanism| offered.offers(*mechanism))
            .ok_or_else(|| Cause::NoCommonMechanism { offered: offered.mechanisms.clone() })
    }

    /// Before any connection: nothing in them may end a line or a field (RFC 4616, RFC 7628 section 3.1).
    pub(crate) fn check(&self) -> Result<(), Cause> {
        let (name, secret) = match self {
            Self::Password { user_name, password } => (user_name, password.expose()),
            Self::Bearer { user_name, token } => (user_name, token.expose()),
        };
        let name_is_bad = name.is_empty() || name.chars().any(char::is_control);
        let secret_is_bad = secret.is_empty()
            || match self {
                Self::Password { .. } => secret.contains(&0) || std::str::from_utf8(secret).is_err(),
                Self::Bearer { .. } => secret.iter().any(|byte| !(0x21..=0x7e).contains(byte)),
            };
        if name_is_bad || secret_is_bad { Err(Cause::UnusableCredentials) } else { Ok(()) }
    }
}
