//! A look into a mailbox, by the real conversation with a scripted server: what is called looked, and what is not.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test names what it means")]

use app::ports::Credential;
use contract::{AccountKind, Login, MailboxServer as Place, ProblemCode, Protocol, Route, Security, Server};
use testkit::mailbox::{MailboxServer, Plan};
use testkit::smtp::Answer;
use wizard::{Account, Brand, Looked};

const MESSAGE_ID: &str = "<0123456789abcdef@example.jp>";

fn account(port: u16) -> Account {
    let server = Server { host: "localhost".into(), port, security: Security::Tls };
    Account {
        id: "taro@gmail.com".into(),
        address: "taro@gmail.com".into(),
        kind: AccountKind::GooglePersonal,
        name: Brand::same("Gmail"),
        provider: None,
        about: None,
        route: Route::Smtp,
        login: Login::AppPassword,
        server: server.clone(),
        user_name: "taro@gmail.com".into(),
        retrieval: vec![Place { protocol: Protocol::Imap, server }],
        mailbox_user_name: "taro@gmail.com".into(),
        by_relay: None,
        session_only: false,
        over_stored: false,
        last: None,
        watch: None,
    }
}

async fn look(plan: Plan) -> Looked {
    let server = MailboxServer::start(plan).await;
    let mailbox = app::real::mailbox(tls::Tls::with_extra_roots([server.root.clone()]).unwrap());
    let password = Credential::Password("abcdefghijklmnop".into());
    mailbox.look(&account(server.port), password, MESSAGE_ID).await
}

#[tokio::test]
async fn a_mailbox_that_stays_shut_says_nothing_of_the_message() {
    let off =
        "{tag} NO [ALERT] Your account is not enabled for IMAP use. Please visit your Gmail settings page.";
    let Looked::Shut(Some(problem)) = look(Plan::imap().at("NEXT", Answer::line(off))).await else {
        panic!("reading is switched off")
    };
    assert_eq!(problem.code, ProblemCode::ReadingSwitchedOff);
    for (at, answer) in [("GREETING", Answer::Close), ("SEARCH", Answer::Close)] {
        assert_eq!(look(Plan::imap().at(at, answer)).await, Looked::Shut(None), "{at}");
    }
    let mut nowhere = account(9);
    nowhere.retrieval.clear();
    let mailbox = app::real::mailbox(tls::Tls::system().unwrap());
    let looked = mailbox.look(&nowhere, Credential::Password("p".into()), MESSAGE_ID).await;
    assert_eq!(looked, Looked::Shut(None));
}

#[tokio::test]
async fn a_message_that_is_there_is_seen_with_its_folder_and_the_time() {
    let Looked::Seen(seen) = look(Plan::imap().with_message(MESSAGE_ID, "Unwanted", 0)).await else {
        panic!("it is there")
    };
    assert!(seen.in_spam && seen.folder.is_none() && seen.at > 1_700_000_000_000, "{seen:?}");
}
