//! The table as it is, with every server replaced by the one inside the program.

use std::sync::Arc;

use app::ports::{Finder, Finding};
use contract::{
    Language, Login, MailboxServer, Problem, Protocol, Security, Server, Trust, UserName, Verdict,
};
use futures_util::future::BoxFuture;
use secret::Secret;
use tokio::sync::mpsc::UnboundedSender;
use wizard::{
    Account, Candidate, CardFacts, Examination, Examined, Found, Glance, GuidePanel, Page, ReleaseNews,
    SearchPhase, SecretShape, Services,
};

use crate::tls::HOST;

pub(super) struct Embedded {
    pub(super) table: Arc<dyn Finder>,
    pub(super) port: u16,
}

impl Finder for Embedded {
    fn glance(&self, text: &str, language: Language) -> Glance {
        self.table.glance(text, language)
    }

    fn find<'a>(
        &'a self,
        text: &'a str,
        phases: UnboundedSender<SearchPhase>,
    ) -> BoxFuture<'a, Result<Finding, Problem>> {
        Box::pin(async move {
            let mut finding = self.table.find(text, phases).await?;
            match &mut finding {
                Finding::Found(found) => embed_usable(found, self.port),
                Finding::Doubt(doubt) => {
                    doubt.choices.iter_mut().for_each(|choice| embed_usable(&mut choice.found, self.port));
                }
            }
            Ok(finding)
        })
    }

    fn key_guide(&self, provider: &str) -> Vec<GuidePanel> {
        app::real::key_guide(provider)
    }

    fn card_facts(&self, account: &Account) -> CardFacts {
        app::real::card_facts(account)
    }

    fn services(&self) -> Services {
        let mut services = self.table.services();
        for relay in &mut services.relays {
            relay.host = HOST.to_owned();
            relay.doors = vec![(self.port, Security::Tls)];
        }
        services
    }

    fn examine<'a>(&'a self, wanted: &'a Examination, language: Language) -> BoxFuture<'a, Examined> {
        self.table.examine(wanted, language)
    }

    fn parts(&self) -> Vec<String> {
        self.table.parts()
    }

    fn releases(&self) -> BoxFuture<'_, ReleaseNews> {
        self.table.releases()
    }

    fn page(&self, page: &Page) -> Option<String> {
        self.table.page(page)
    }

    fn tidy(&self, login: Login, address: &str, secret: &str) -> (Secret, SecretShape) {
        self.table.tidy(login, address, secret)
    }
}

fn embed_usable(found: &mut Found, port: u16) {
    if found.verdict != Verdict::Impossible {
        embed(found, port);
    }
}

/// Puts the server inside the program in the place of the provider's.
pub(super) fn embed(found: &mut Found, port: u16) {
    let server = Server { host: HOST.to_owned(), port, security: Security::Tls };
    found.submission = vec![Candidate { server, user_name: UserName::Address, trust: Trust::Table }];
    let mailbox = Server { host: HOST.to_owned(), port: 993, security: Security::Tls };
    found.retrieval = vec![MailboxServer { protocol: Protocol::Imap, server: mailbox }];
    found.retrieval_user_name = None;
}
