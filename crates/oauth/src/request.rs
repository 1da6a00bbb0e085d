//! The three requests: exchange a code, renew, revoke.

use oauth2::basic::{BasicErrorResponse, BasicRevocationErrorResponse, BasicTokenIntrospectionResponse};
use oauth2::{
    AuthType, AuthUrl, AuthorizationCode, ClientId, ClientSecret, EndpointNotSet, EndpointSet,
    PkceCodeVerifier, RedirectUrl, RefreshToken, RequestTokenError, RevocationUrl, Scope,
    StandardRevocableToken, TokenUrl,
};
use secret::Secret;

use crate::error::ConsentError;
use crate::http::{Http, HttpError};
use crate::permission::Permission;
use crate::provider::{Client, Provider};
use crate::tokens::Tokens;

/// The client of the crate `oauth2`, with our lenient tokens.
pub(crate) type Flow = oauth2::Client<
    BasicErrorResponse,
    Tokens,
    BasicTokenIntrospectionResponse,
    StandardRevocableToken,
    BasicRevocationErrorResponse,
    EndpointSet,
    EndpointNotSet,
    EndpointNotSet,
    EndpointNotSet,
    EndpointSet,
>;

/// The flow of a client. The secret, where there is one, goes in the body: that is what both providers document.
pub(crate) fn flow(client: &Client, redirect: Option<&str>) -> Result<Flow, ConsentError> {
    let fault = |_| ConsentError::Trouble { status: None };
    let mut flow = oauth2::Client::new(ClientId::new(client.id.clone()))
        .set_auth_uri(AuthUrl::new(client.provider.authorize(client.door)).map_err(fault)?)
        .set_token_uri(TokenUrl::new(client.provider.token(client.door)).map_err(fault)?)
        .set_auth_type(AuthType::RequestBody);
    if let Some(secret) = client.secret.as_ref().and_then(Secret::expose_str) {
        flow = flow.set_client_secret(ClientSecret::new(secret.to_owned()));
    }
    if let Some(redirect) = redirect {
        flow = flow.set_redirect_uri(RedirectUrl::new(redirect.to_owned()).map_err(fault)?);
    }
    Ok(flow)
}

/// Exchanges a code for tokens.
pub(crate) async fn exchange(
    http: &Http,
    flow: &Flow,
    code: String,
    verifier: PkceCodeVerifier,
) -> Result<Tokens, ConsentError> {
    flow.exchange_code(AuthorizationCode::new(code))
        .set_pkce_verifier(verifier)
        .request_async(http)
        .await
        .map_err(failed)
}

/// Renews an access token.
pub(crate) async fn refresh(
    http: &Http,
    client: &Client,
    permission: &Permission,
) -> Result<Tokens, ConsentError> {
    let flow = flow(client, None)?;
    let token = RefreshToken::new(permission.refresh.expose_str().unwrap_or_default().to_owned());
    let mut request = flow.exchange_refresh_token(&token);
    if matches!(client.provider, Provider::Microsoft(_)) {
        request = request.add_scopes(
            client.provider.scopes(permission.road).into_iter().map(|scope| Scope::new(scope.to_owned())),
        );
    }
    request.request_async(http).await.map_err(failed)
}

/// Ends a permission at the provider (RFC 7009). `None` where it offers no such thing; `Some(false)` when it was asked
/// and did not say yes. A permission that has ended already counts as ended.
pub async fn revoke(http: &Http, client: &Client, permission: &Permission) -> Option<bool> {
    let place = client.provider.revoke()?;
    let flow = flow(client, None).ok()?.set_revocation_url(RevocationUrl::new(place.to_owned()).ok()?);
    let token = RefreshToken::new(permission.refresh.expose_str().unwrap_or_default().to_owned());
    let request = flow.revoke_token(StandardRevocableToken::RefreshToken(token)).ok()?;
    Some(match request.request_async(http).await {
        Ok(()) => true,
        Err(RequestTokenError::ServerResponse(answer)) => answer.error().to_string() == "invalid_token",
        Err(_) => false,
    })
}

fn failed(error: RequestTokenError<HttpError, BasicErrorResponse>) -> ConsentError {
    match error {
        RequestTokenError::ServerResponse(answer) => refused(&answer),
        RequestTokenError::Request(error) => error.into(),
        // The raw body is in there: it is dropped unread.
        RequestTokenError::Parse(..) | RequestTokenError::Other(_) => ConsentError::Trouble { status: None },
    }
}

/// The token endpoint's no (RFC 6749, 5.2).
pub(crate) fn refused(answer: &BasicErrorResponse) -> ConsentError {
    ConsentError::Token {
        error: answer.error().as_ref().chars().filter(char::is_ascii_graphic).take(64).collect(),
        description: answer.error_description().cloned().unwrap_or_default(),
    }
}
