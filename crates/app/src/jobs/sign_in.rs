//! Signing in as a test message would, without sending one.

use contract::{Login, Problem};
use wizard::{Account, SecretSource};

use super::{Work, clean, credential};
use crate::ports::Delivery;

/// Signs in as a test message would, and sends nothing.
///
/// # Errors
/// What a test message would have met on the way to the sign-in.
pub(crate) async fn sign_in(account: &Account, secret: &SecretSource, work: &Work) -> Result<(), Problem> {
    let oauth = account.login == Login::OAuth;
    let mut renewed = false;
    loop {
        let proof = credential(secret, oauth, renewed, work).await?;
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
        let Err(mut refusal) = work.ports.mailer.sign_in(delivery).await else { return Ok(()) };
        clean(&mut refusal.problem, &proof);
        // A token is renewed once; a password that was refused is never shown twice.
        if !(refusal.token_refused && oauth) || renewed {
            return Err(refusal.problem);
        }
        renewed = true;
    }
}
