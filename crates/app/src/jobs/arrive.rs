//! Looking for the message, and removing an account.

use contract::Login;
use wizard::{Account, News, Received, Removal, SecretSource, Sent};

use super::{Work, credential};

/// Looks for the test message. A mailbox that cannot be read counts as "not seen": the person is asked then.
pub(crate) async fn look(account: &Account, secret: &SecretSource, sent: &Sent, work: &Work) {
    let seen = match credential(secret, account.login == Login::OAuth, false, work).await {
        Ok(proof) => {
            let servers = &account.retrieval;
            let looked =
                work.ports.mailbox.look(servers, &account.mailbox_user_name, proof, &sent.message_id);
            looked.await.map_err(|mut problem| {
                problem.args.insert("address".into(), account.address.as_str().into());
                problem
            })
        }
        Err(_) => Ok(None),
    };
    (work.teller)(News::Looked(seen));
}

/// Signs in for reading and opens the inbox.
pub(crate) async fn receive(account: &Account, secret: &SecretSource, work: &Work) {
    let received = match credential(secret, account.login == Login::OAuth, false, work).await {
        Ok(proof) => work.ports.mailbox.check(account, proof).await,
        Err(problem) => Received::Refused(Box::new(problem)),
    };
    (work.teller)(News::Received(received));
}

/// Revokes where the provider offers it, then deletes every secret.
pub(crate) async fn remove(account: String, stored: bool, work: &Work) {
    if !stored {
        return (work.teller)(News::Removed(Removal { account, revoked: None, secrets_deleted: true }));
    }
    let revoked = match work.ports.vault.read(&account).await {
        Ok(secret) => work.ports.consents.revoke(&secret).await,
        Err(_) => None,
    };
    work.ports.consents.forget(&account);
    let secrets_deleted = work.ports.vault.delete(&account).await;
    (work.teller)(News::Removed(Removal { account, revoked, secrets_deleted }));
}
