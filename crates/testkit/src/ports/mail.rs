//! Servers as a story gives them: one that takes messages, one that is looked into.

use std::sync::{Mutex, PoisonError};

use app::ports::{Credential, Delivery, Letter, Mailbox, Mailer, Refusal};
use contract::{Language, MailboxServer, Problem, Stage};
use futures_util::future::BoxFuture;
use tokio::sync::mpsc::UnboundedSender;
use wizard::{Account, Looked, Received, SendWork, StageEvent};

use super::Script;

/// One handing over: how far it gets, and how it ends.
#[derive(Debug, Clone)]
pub struct Turn {
    /// What is told on the way.
    pub stages: Vec<(Stage, StageEvent)>,
    /// How long the end is waited for after that; `None` for ever.
    pub wait: Option<std::time::Duration>,
    /// The end.
    pub end: Result<(), Refusal>,
}

/// Takes messages by script.
#[derive(Default)]
pub struct ScriptedMailer {
    /// The handings over.
    pub turns: Script<Turn>,
    /// The ends of those that were begun: counts who still waits.
    pub ends: Script<()>,
    /// How signing in without sending ends.
    pub sign_ins: Script<Result<(), Refusal>>,
    /// What was handed over.
    pub deliveries: Mutex<Vec<Delivery>>,
}

impl Mailer for ScriptedMailer {
    fn compose(&self, send: &SendWork, _language: Language) -> Result<Letter, Problem> {
        let (address, recipient) = (&send.address, send.recipient());
        Ok(Letter {
            code: "K7Q2".into(),
            message_id: "<1@todoita.example>".into(),
            bytes: format!("From: {address}\r\nTo: {recipient}\r\nSubject: K7Q2\r\n\r\n").into_bytes(),
        })
    }

    fn submit<'a>(
        &'a self,
        delivery: Delivery,
        stages: UnboundedSender<(Stage, StageEvent)>,
    ) -> BoxFuture<'a, Result<(), Refusal>> {
        self.deliveries.lock().unwrap_or_else(PoisonError::into_inner).push(delivery);
        Box::pin(async move {
            let turn = self.turns.play("submit").await;
            for told in turn.stages {
                let _ = stages.send(told);
            }
            match turn.wait {
                Some(time) => self.ends.after(time, ()),
                None => self.ends.never(),
            };
            self.ends.play("submit").await;
            turn.end
        })
    }

    fn sign_in(&self, delivery: Delivery) -> BoxFuture<'_, Result<(), Refusal>> {
        self.deliveries.lock().unwrap_or_else(PoisonError::into_inner).push(delivery);
        Box::pin(async move { self.sign_ins.play("sign in").await })
    }
}

/// One look into a mailbox.
#[derive(Debug, Clone)]
pub struct Look {
    /// Where.
    pub servers: Vec<MailboxServer>,
    /// As whom.
    pub user_name: String,
    /// With what.
    pub credential: Credential,
    /// For what.
    pub message_id: String,
}

/// Is looked into by script.
#[derive(Default)]
pub struct ScriptedMailbox {
    /// What is seen.
    pub looks: Script<Looked>,
    /// What trying to receive comes to.
    pub checks: Script<Received>,
    /// Whether servers answer.
    pub reached: Script<bool>,
    /// What was tried, by whose mailbox.
    pub checked: Mutex<Vec<(Account, Credential)>>,
    /// What was looked for.
    pub asked: Mutex<Vec<Look>>,
}

impl Mailbox for ScriptedMailbox {
    fn look<'a>(
        &'a self,
        account: &'a Account,
        credential: Credential,
        message_id: &'a str,
    ) -> BoxFuture<'a, Looked> {
        self.asked.lock().unwrap_or_else(PoisonError::into_inner).push(Look {
            servers: account.retrieval.clone(),
            user_name: account.mailbox_user_name.clone(),
            credential,
            message_id: message_id.to_owned(),
        });
        Box::pin(self.looks.play("look"))
    }

    fn check<'a>(&'a self, account: &'a Account, credential: Credential) -> BoxFuture<'a, Received> {
        let tried = (account.clone(), credential);
        self.checked.lock().unwrap_or_else(PoisonError::into_inner).push(tried);
        Box::pin(self.checks.play("check"))
    }

    fn reach<'a>(&'a self, _server: &'a MailboxServer) -> BoxFuture<'a, bool> {
        Box::pin(self.reached.play("reach"))
    }
}
