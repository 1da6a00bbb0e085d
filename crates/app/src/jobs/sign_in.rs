//! Signing in as a test message would, without sending one.

use contract::{Login, Problem};
use wizard::{Account, SecretSource};

use super::{Work, clean, with_proof};
use crate::ports::{Credential, Delivery, Refusal};

/// Signs in as a test message would, and sends nothing.
///
/// # Errors
/// What a test message would have met on the way to the sign-in.
pub(crate) async fn sign_in(account: &Account, secret: &SecretSource, work: &Work) -> Result<(), Problem> {
    let act = |proof: Credential| async move {
        let delivery = Delivery {
            server: account.server.clone(),
            user_name: account.user_name.clone(),
            credential: proof.clone(),
            address: account.address.clone(),
            recipient: account.address.clone(),
            message: Vec::new(),
            provider: account.kind.provider().to_owned(),
            login: account.login,
            route: account.route,
            worked_before: true,
        };
        let mut signed_in = work.ports.mailer.sign_in(delivery).await;
        if let Err(refusal) = &mut signed_in {
            clean(&mut refusal.problem, &proof);
        }
        signed_in
    };
    let is_spent =
        |signed_in: &Result<(), Refusal>| signed_in.as_ref().is_err_and(|refusal| refusal.token_refused);
    let signed_in = with_proof(secret, account.login == Login::OAuth, work, act, is_spent).await?;
    signed_in.map_err(|refusal| refusal.problem)
}
