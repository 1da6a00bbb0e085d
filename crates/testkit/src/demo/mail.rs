//! The real conversations, with servers inside the program.

use std::sync::Arc;

use app::ports::{Credential, Delivery, Letter, Mailbox as MailboxPort, Mailer as MailerPort, Refusal};
use contract::{Language, MailboxServer as Address, Problem, Stage};
use futures_util::future::BoxFuture;
use secret::Secret;
use tokio::sync::mpsc::UnboundedSender;
use wizard::{Account, Looked, Received, SendWork, StageEvent};

use crate::mailbox::{MailboxServer, Plan};
use crate::smtp::SmtpServer;

pub(super) struct Mailer {
    real: Arc<dyn MailerPort>,
    _good: SmtpServer,
    bad: SmtpServer,
}

impl Mailer {
    pub(super) fn new(good: SmtpServer, bad: SmtpServer) -> Self {
        let tls = tls::Tls::with_extra_roots([good.root.clone(), bad.root.clone()]).unwrap();
        Self { real: app::real::mailer(tls), _good: good, bad }
    }
}

impl MailerPort for Mailer {
    fn compose(&self, send: &SendWork, language: Language) -> Result<Letter, Problem> {
        self.real.compose(send, language)
    }

    fn submit<'a>(
        &'a self,
        mut delivery: Delivery,
        stages: UnboundedSender<(Stage, StageEvent)>,
    ) -> BoxFuture<'a, Result<(), Refusal>> {
        let password = match &delivery.credential {
            Credential::Password(password) | Credential::Bearer(password) => password,
        };
        if is_wrong(password) {
            delivery.server.port = self.bad.port;
        }
        self.real.submit(delivery, stages)
    }

    fn sign_in(&self, delivery: Delivery) -> BoxFuture<'_, Result<(), Refusal>> {
        self.real.sign_in(delivery)
    }
}

pub(super) struct Mailbox;

impl MailboxPort for Mailbox {
    fn look<'a>(
        &'a self,
        account: &'a Account,
        credential: Credential,
        message_id: &'a str,
    ) -> BoxFuture<'a, Looked> {
        Box::pin(async move {
            // A mailbox into which the message comes at the second look.
            let server = MailboxServer::start(Plan::imap().with_message(message_id, "INBOX", 2)).await;
            let Ok(tls) = tls::Tls::with_extra_roots([server.root.clone()]) else {
                return Looked::Shut(None);
            };
            let account = at_port(account, server.port);
            app::real::mailbox(tls).look(&account, credential, message_id).await
        })
    }

    fn reach<'a>(&'a self, server: &'a Address) -> BoxFuture<'a, bool> {
        Box::pin(async move {
            let inside = MailboxServer::start(Plan::imap()).await;
            let Ok(tls) = tls::Tls::with_extra_roots([inside.root.clone()]) else { return false };
            let mut server = server.clone();
            server.server.port = inside.port;
            app::real::mailbox(tls).reach(&server).await
        })
    }

    fn check<'a>(&'a self, account: &'a Account, credential: Credential) -> BoxFuture<'a, Received> {
        Box::pin(async move {
            let server = MailboxServer::start(Plan::imap()).await;
            let Ok(tls) = tls::Tls::with_extra_roots([server.root.clone()]) else {
                return Received::Untrusted;
            };
            app::real::mailbox(tls).check(&at_port(account, server.port), credential).await
        })
    }
}

/// The same account, with its mailbox at a server inside the program.
fn at_port(account: &Account, port: u16) -> Account {
    let mut account = account.clone();
    account.retrieval.truncate(1);
    for address in &mut account.retrieval {
        address.server.port = port;
    }
    account
}

fn is_wrong(password: &Secret) -> bool {
    password.expose_str().is_some_and(|password| password.to_lowercase().contains("wrong"))
}
