//! Why a consent did not come about. Never carries a token or a code.

use crate::http::HttpError;

/// What went wrong, for the diagnosis.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ConsentError {
    /// No port for the browser's answer could be opened.
    #[error("no loopback port could be opened")]
    Listen,
    /// The provider's page came back with an error, such as `access_denied`.
    #[error("the provider refused: {error}")]
    Refused {
        /// The `error` parameter.
        error: String,
        /// Its description: words of the provider, or of whoever sent the answer.
        description: String,
    },
    /// The answer names another issuer (RFC 9207).
    #[error("the answer came from another issuer")]
    Mismatch,
    /// The token endpoint refused the exchange.
    #[error("the token endpoint refused: {error}")]
    Token {
        /// The `error` member.
        error: String,
        /// Its description.
        description: String,
    },
    /// The token endpoint was busy, fell silent, or spoke nonsense.
    #[error("the token endpoint did not answer well")]
    Trouble {
        /// The HTTP status, when there was one.
        status: Option<u16>,
    },
    /// The token endpoint could not be reached.
    #[error("the token endpoint could not be reached: {0}")]
    Unreached(Unreached),
    /// The permission was given without the mail scope.
    #[error("the mail scope is missing")]
    ScopeMissing,
    /// No refresh token came.
    #[error("no refresh token came")]
    NotLasting,
    /// The answer does not say who signed in.
    #[error("the answer does not say who signed in")]
    NoIdentity,
}

/// Why no line to a provider's server came about. None of these says anything about the permission, nor by itself where
/// the fault is: that needs a look at other servers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Unreached {
    /// Its name could not be looked up, or has no address.
    #[error("name not found")]
    NameNotFound,
    /// No connection came about, or it was closed before it was secured.
    #[error("no connection")]
    NoConnection,
    /// The certificate is past its days, or its days have not come.
    #[error("certificate out of date")]
    OutOfDate,
    /// The certificate is not the provider's, or the other end spoke no TLS.
    #[error("not the provider's certificate")]
    Foreign,
}

impl From<HttpError> for ConsentError {
    fn from(error: HttpError) -> Self {
        match error {
            HttpError::Later(status) => Self::Trouble { status: Some(status) },
            HttpError::Unreached(why) => Self::Unreached(why),
            HttpError::NoAnswer | HttpError::TooLarge => Self::Trouble { status: None },
        }
    }
}
