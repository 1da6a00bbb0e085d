//! Looking into a mailbox behind its port.

use std::time::{Duration, UNIX_EPOCH};

use contract::{MailboxServer, Problem, ProblemCode, Protocol, Stage};
use diagnosis::Context;
use futures_util::future::BoxFuture;
use retrieval::{Cause, Failure, Finding, Folder, Point, Search, check, look, reach};
use submission::{Credentials, Limits};
use tls::Tls;
use wizard::{Account, Looked, Received, Seen};

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
        account: &'a Account,
        credential: Credential,
        message_id: &'a str,
    ) -> BoxFuture<'a, Looked> {
        Box::pin(async move {
            // One sign-in, at the best server: IMAP shows the spam folder, POP3 does not.
            let Some(server) = best(&account.retrieval) else { return Looked::Shut(None) };
            let credentials = credentials(&account.mailbox_user_name, credential);
            let search = Search {
                server: server.clone(),
                credentials,
                message_id: message_id.to_owned(),
                now: UNIX_EPOCH + Duration::from_millis(SystemClock.now_ms()),
                patience: PATIENCE,
                every: EVERY,
                limits: Limits::default(),
            };
            match look(&search, &self.tls).await {
                Ok(Finding::Seen { folder }) => Looked::Seen(Seen {
                    in_spam: folder == Folder::Spam,
                    at: SystemClock.now_ms(),
                    folder: match folder {
                        Folder::Other(name) => Some(shown(name)),
                        Folder::Inbox | Folder::Spam => None,
                    },
                }),
                Ok(Finding::CameBack { words }) => Looked::CameBack(Box::new(came_back(&words))),
                Ok(Finding::NotSeen) => Looked::NotSeen,
                Err(failure) => Looked::Shut(match received(&failure, account, server) {
                    Received::Refused(problem) => Some(problem),
                    Received::Works | Received::Unreached | Received::Untrusted | Received::Strange => None,
                }),
            }
        })
    }

    fn check<'a>(&'a self, account: &'a Account, credential: Credential) -> BoxFuture<'a, Received> {
        Box::pin(async move {
            let Some(server) = best(&account.retrieval) else { return Received::Unreached };
            let credentials = credentials(&account.mailbox_user_name, credential);
            match check(server, &credentials, Limits::default(), &self.tls).await {
                Ok(()) => Received::Works,
                Err(failure) => received(&failure, account, server),
            }
        })
    }

    fn reach<'a>(&'a self, server: &'a MailboxServer) -> BoxFuture<'a, bool> {
        Box::pin(async move { reach(server, Limits::default(), &self.tls).await.is_ok() })
    }
}

/// The card for a message that came back, with the words of the notice.
fn came_back(words: &str) -> Problem {
    let mut problem = diagnosis::problem(ProblemCode::CameBack, Stage::Arrive);
    problem.said = diagnosis::from_words(&Context::default(), Some(Stage::HandOver), words.as_bytes()).said;
    problem
}

/// The name of a folder is a server's word, too.
fn shown(name: String) -> String {
    diagnosis::said(&diagnosis::Words { text: name, ..diagnosis::Words::default() }).text
}

fn best(servers: &[MailboxServer]) -> Option<&MailboxServer> {
    servers.iter().find(|server| server.protocol == Protocol::Imap).or_else(|| servers.first())
}

fn credentials(user_name: &str, credential: Credential) -> Credentials {
    let user_name = user_name.to_owned();
    match credential {
        Credential::Password(password) => Credentials::Password { user_name, password },
        Credential::Bearer(token) => Credentials::Bearer { user_name, token },
    }
}

fn received(failure: &Failure, account: &Account, server: &MailboxServer) -> Received {
    match &failure.cause {
        Cause::Refused { text } if matches!(failure.point, Point::SignIn | Point::Search) => {
            let provider = account.kind.provider();
            let context = Context {
                provider,
                brand: providers::name(provider),
                login: Some(account.login),
                server: Some(&server.server),
                address: &account.address,
                worked_before: true,
                ..Context::default()
            };
            let stage = Some(Stage::SignIn);
            Received::Refused(Box::new(diagnosis::from_words(&context, stage, text.as_bytes())))
        }
        Cause::Dial(_) | Cause::TimedOut { .. } | Cause::Closed | Cause::Io(_) => Received::Unreached,
        Cause::Tls(_) | Cause::NoStarttls | Cause::PlainAfterStarttls | Cause::Preauth => Received::Untrusted,
        Cause::Refused { .. }
        | Cause::NoCommonMechanism
        | Cause::Malformed
        | Cause::TooLong
        | Cause::UnusableCredentials
        | Cause::UnusableMessageId => Received::Strange,
    }
}

#[cfg(test)]
mod tests;
