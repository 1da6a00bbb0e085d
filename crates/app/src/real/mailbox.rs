//! Looking into a mailbox behind its port.

use std::time::Duration;

use contract::{MailboxServer, Protocol};
use futures_util::future::BoxFuture;
use retrieval::{Finding, Folder, Search, look};
use submission::{Credentials, Limits};
use tls::Tls;
use wizard::Seen;

use super::clock::SystemClock;
use crate::ports::{Clock as _, Credential, Mailbox};

const PATIENCE: Duration = Duration::from_secs(60);
const EVERY: Duration = Duration::from_secs(2);

pub(super) struct ImapAndPop {
    tls: Tls,
}

impl ImapAndPop {
    pub(super) fn new(tls: Tls) -> Self {
        Self { tls }
    }
}

impl Mailbox for ImapAndPop {
    fn look<'a>(
        &'a self,
        servers: &'a [MailboxServer],
        user_name: &'a str,
        credential: Credential,
        message_id: &'a str,
    ) -> BoxFuture<'a, Option<Seen>> {
        Box::pin(async move {
            // One sign-in, at the best server: IMAP shows the spam folder, POP3 does not.
            let imap = servers.iter().find(|server| server.protocol == Protocol::Imap);
            let server = imap.or_else(|| servers.first())?.clone();
            let user_name = user_name.to_owned();
            let credentials = match credential {
                Credential::Password(password) => Credentials::Password { user_name, password },
                Credential::Bearer(token) => Credentials::Bearer { user_name, token },
            };
            let search = Search {
                server,
                credentials,
                message_id: message_id.to_owned(),
                patience: PATIENCE,
                every: EVERY,
                limits: Limits::default(),
            };
            match look(&search, &self.tls).await {
                Ok(Finding::Seen { folder, after }) => Some(Seen {
                    in_spam: folder == Folder::Spam,
                    after_s: u32::try_from(after.as_secs()).unwrap_or(u32::MAX),
                    at: SystemClock.now_ms(),
                }),
                Ok(Finding::NotSeen) | Err(_) => None,
            }
        })
    }
}
