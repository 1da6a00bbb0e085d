//! One consent, from the link to the checked tokens.

use oauth2::{CsrfToken, PkceCodeChallenge, PkceCodeVerifier, Scope, TokenResponse as _};
use secret::Secret;

use crate::error::ConsentError;
use crate::http::Http;
use crate::identity;
use crate::listener::{Answer, Listener};
use crate::pages::{Page, Pages};
use crate::permission::Permission;
use crate::provider::{Client, Road};
use crate::request::{self, Flow};
use crate::tokens::Tokens;

/// What the link asks for.
#[derive(Debug, Clone, Default)]
pub struct Wish {
    /// The address to preselect.
    pub address: Option<String>,
    /// Show the list of accounts.
    pub choose_account: bool,
}

/// A consent that was given and checked.
#[derive(Debug, Clone)]
pub struct Consent {
    /// The account that was chosen.
    pub address: String,
    /// `Some(true)` for a personal account, `Some(false)` for one of an organisation.
    pub personal: Option<bool>,
    /// The lasting permission.
    pub permission: Permission,
    /// An access token that is still fresh.
    pub access: Secret,
}

/// A consent on its way. Dropping it closes the door.
pub struct Attempt {
    http: Http,
    client: Client,
    road: Road,
    flow: Flow,
    listener: Listener,
    pages: Pages,
    url: String,
    state: CsrfToken,
    verifier: PkceCodeVerifier,
    answer: Option<Answer>,
}

impl Attempt {
    /// Opens the door, then makes the link: no other process can take the port in between. Verifier and state are
    /// fresh and independent of each other, of the system's randomness, each more than 128 bits (RFC 7636, 4.1).
    /// Nothing is asked for but what the road needs.
    ///
    /// # Errors
    /// [`ConsentError::Listen`] when no port can be opened.
    pub async fn begin(
        http: Http,
        client: Client,
        road: Road,
        wish: &Wish,
        pages: Pages,
    ) -> Result<Self, ConsentError> {
        let listener = Listener::bind(client.provider).await?;
        let flow = request::flow(&client, Some(&listener.redirect()))?;
        let (challenge, verifier) = PkceCodeChallenge::new_random_sha256_len(64);
        let mut link = flow
            .authorize_url(|| CsrfToken::new_random_len(32))
            .set_pkce_challenge(challenge)
            .add_scopes(client.provider.scopes(road).into_iter().map(|scope| Scope::new(scope.to_owned())));
        for (name, value) in client.provider.extras(road, wish.choose_account) {
            link = link.add_extra_param(name, value);
        }
        if let Some(address) = &wish.address {
            link = link.add_extra_param("login_hint", address.clone());
        }
        let (url, state) = link.url();
        Ok(Self { http, client, road, flow, listener, pages, url: url.into(), state, verifier, answer: None })
    }

    /// The link for the browser. It carries state and challenge, but no secret.
    pub fn url(&self) -> &str {
        &self.url
    }

    /// Waits for the browser, however long it takes. The browser's page stays open until [`Attempt::finish`].
    pub async fn wait(&mut self) {
        if self.answer.is_none() {
            self.answer = Some(self.listener.answer(self.state.secret()).await);
        }
    }

    /// Exchanges the code, checks scopes, identity and that the permission lasts, and only then shows the page that
    /// fits.
    ///
    /// # Errors
    /// What was missing or refused.
    pub async fn finish(mut self) -> Result<Consent, ConsentError> {
        self.wait().await;
        let Self { http, client, road, flow, listener, pages, verifier, answer, .. } = self;
        let Some(answer) = answer else { return Err(ConsentError::Listen) };
        let checked = check(&http, (&client, road), &flow, verifier, &answer).await;
        let response = pages.response(page(&pages, &checked));
        listener.close_with(answer.into_connection(), &response).await;
        checked
    }
}

fn page<'a>(pages: &'a Pages, checked: &Result<Consent, ConsentError>) -> &'a Page {
    match checked {
        Ok(_) => &pages.done,
        Err(ConsentError::ScopeMissing | ConsentError::NotLasting) => &pages.missing,
        Err(
            ConsentError::Listen
            | ConsentError::Refused { .. }
            | ConsentError::Mismatch
            | ConsentError::Token { .. }
            | ConsentError::Trouble { .. }
            | ConsentError::Unreached(_)
            | ConsentError::NoIdentity,
        ) => &pages.failed,
    }
}

async fn check(
    http: &Http,
    (client, road): (&Client, Road),
    flow: &Flow,
    verifier: PkceCodeVerifier,
    answer: &Answer,
) -> Result<Consent, ConsentError> {
    // RFC 9207: an issuer that is named must be the one that was asked, also with an error. Neither provider promises
    // to name it, so a missing one is not a fault; the fresh port of each attempt then tells the answers apart.
    if answer.issuer.as_deref().is_some_and(|issuer| !client.provider.is_issuer(issuer)) {
        return Err(ConsentError::Mismatch);
    }
    let code = match &answer.outcome {
        Ok(code) => code.clone(),
        Err((error, description)) => {
            return Err(ConsentError::Refused { error: error.clone(), description: description.clone() });
        }
    };
    let tokens = request::exchange(http, flow, code, verifier).await?;
    consent(client, road, &tokens)
}

/// What the tokens amount to.
pub(crate) fn consent(client: &Client, road: Road, tokens: &Tokens) -> Result<Consent, ConsentError> {
    // RFC 6749, 5.1: a missing `scope` means that all was granted as asked.
    if let Some(scopes) = tokens.scopes()
        && !scopes.iter().any(|scope| client.provider.is_mail_scope(road, scope))
    {
        return Err(ConsentError::ScopeMissing);
    }
    let identity = tokens.id_token.as_deref().and_then(|token| identity::read(token, client));
    let identity = identity.ok_or(ConsentError::NoIdentity)?;
    let refresh = match tokens.refresh_token() {
        Some(token) => token.secret().as_str(),
        // What is tried once need not last.
        None if road == Road::Reading => "",
        None => return Err(ConsentError::NotLasting),
    };
    Ok(Consent {
        address: identity.address,
        personal: identity.personal,
        permission: Permission::new(client, road, Secret::from(refresh)),
        access: Secret::from(tokens.access_token().secret().as_str()),
    })
}
