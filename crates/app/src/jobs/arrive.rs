//! Looking for the message, and removing an account.

use contract::{Login, ProblemCode};
use wizard::{Account, Looked, News, Received, Removal, SecretRef, SecretSource, Sent};

use super::{Work, clean, with_proof};
use crate::ports::Credential;
use crate::token::may_be_spent;

/// Looks for the test message. A mailbox that cannot be opened says nothing of it: the person is asked then.
pub(crate) async fn look(account: &Account, secret: &SecretSource, sent: &Sent, work: &Work) {
    let act = |proof: Credential| async move {
        let mut looked = work.ports.mailbox.look(account, proof.clone(), &sent.message_id).await;
        if let Looked::Shut(Some(problem)) | Looked::CameBack(problem) = &mut looked {
            clean(problem, &proof);
        }
        looked
    };
    let is_spent =
        |looked: &Looked| matches!(looked, Looked::Shut(Some(problem)) if may_be_spent(problem.code));
    let looked = with_proof(secret, account.login == Login::OAuth, work, act, is_spent).await;
    let mut looked = looked.unwrap_or_else(|problem| Looked::Shut(Some(Box::new(problem))));
    if let Looked::CameBack(problem) = &mut looked {
        problem.args.insert("address".into(), account.address.as_str().into());
    }
    (work.teller)(News::Looked(looked));
}

/// Signs in for reading and opens the inbox.
pub(crate) async fn receive(account: &Account, secret: &SecretSource, work: &Work) {
    let act = |proof: Credential| async move {
        let mut received = work.ports.mailbox.check(account, proof.clone()).await;
        if let Received::Refused(problem) = &mut received {
            clean(problem, &proof);
        }
        received
    };
    let is_spent =
        |received: &Received| matches!(received, Received::Refused(problem) if may_be_spent(problem.code));
    let received = with_proof(secret, account.login == Login::OAuth, work, act, is_spent).await;
    let received = received.unwrap_or_else(|problem| Received::Refused(Box::new(problem)));
    (work.teller)(News::Received(received));
}

/// Revokes where the provider offers it, then deletes every secret. While the keychain stays shut, nothing is done: a
/// permission that is deleted unread could never be revoked from here. Nor is anything done while another run does not let
/// go of the account.
pub(crate) async fn remove(account: String, session: Option<SecretRef>, stored: bool, work: &Work) {
    // A renewal that is under way would bring back what is deleted.
    let hold = work.ports.consents.hold(&account).await;
    let mut secrets = Vec::new();
    let mut obstacle = hold.as_ref().err().map(|problem| problem.code);
    if stored && obstacle.is_none() {
        match work.ports.vault.read(&account).await {
            Ok(secret) => secrets.push(secret),
            Err(problem) if is_shut(problem.code) => obstacle = Some(problem.code),
            // It is not there, or not whole.
            Err(_) => {}
        }
    }
    let (mut revoked, mut secrets_deleted) = (None, false);
    if obstacle.is_none() {
        (work.teller)(News::Removing);
        secrets.extend(session.and_then(|session| work.pocket.get(session)).map(|held| held.secret));
        for secret in &secrets {
            revoked = worse(revoked, work.ports.consents.revoke(secret).await);
        }
        secrets_deleted = !stored || work.ports.vault.delete(&account).await;
    }
    work.ports.consents.forget(&account);
    drop(hold);
    (work.teller)(News::Removed(Removal { account, revoked, secrets_deleted, obstacle }));
}

/// A permission that may still live outweighs one that has ended.
fn worse(one: Option<bool>, other: Option<bool>) -> Option<bool> {
    match (one, other) {
        (Some(one), Some(other)) => Some(one && other),
        (one, other) => one.or(other),
    }
}

fn is_shut(code: ProblemCode) -> bool {
    [ProblemCode::KeychainLocked, ProblemCode::KeychainRefused, ProblemCode::KeychainMissing].contains(&code)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_two_permissions_the_one_that_may_still_live_is_told() {
        for (one, other, told) in [
            (Some(true), Some(false), Some(false)),
            (Some(false), Some(true), Some(false)),
            (Some(true), Some(true), Some(true)),
            (None, Some(false), Some(false)),
            (Some(true), None, Some(true)),
            (None, None, None),
        ] {
            assert_eq!(worse(one, other), told, "{one:?} {other:?}");
        }
    }
}
