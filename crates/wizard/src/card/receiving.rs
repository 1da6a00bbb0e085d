//! The card for receiving: what is typed into a program for mail, and whether it was tried.

use contract::{
    AccountKind, AddressHint, CardRow, Language, Login, MailboxServer, ProblemCode, Protocol, Route, Text,
    Tone,
};

use super::sending::password;
use super::{Proof, Sheet, exact, proof, written};
use crate::account::Account;
use crate::device::{CardFacts, Received};

/// Why receiving was not tried.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Untried {
    /// The permission is for sending; reading wants another one, which is not asked for unbidden.
    OnlySends,
    /// No server for reading is known.
    NoServer,
    /// A relay service has no mailbox.
    Relay,
}

/// How far it is.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Tried {
    /// It was not tried.
    Not(Untried),
    /// It is being tried.
    Now,
    /// It was tried.
    Done(Received),
}

/// Where to try it, or why it is not tried.
pub(crate) fn trial(account: &Account, facts: &CardFacts) -> Result<Vec<MailboxServer>, Untried> {
    match (account.login, &account.kind, account.route) {
        (Login::RelayKey, _, _) | (_, AccountKind::RelayService, _) => return Err(Untried::Relay),
        // Microsoft's permission is for one thing each; Google's for SMTP is the one for IMAP too.
        (Login::OAuth, kind, _) if is_microsoft(kind) => return Err(Untried::OnlySends),
        (_, _, route) if route != Route::Smtp => return Err(Untried::OnlySends),
        (Login::OAuth | Login::AppPassword | Login::Password, ..) => {}
    }
    let servers = servers(account, facts);
    if servers.is_empty() { Err(Untried::NoServer) } else { Ok(servers.to_vec()) }
}

fn is_microsoft(kind: &AccountKind) -> bool {
    *kind == AccountKind::MicrosoftPersonal || kind.is_microsoft_365()
}

/// The servers for reading: those that were found, or else those of the table.
pub(crate) fn servers<'a>(account: &'a Account, facts: &'a CardFacts) -> &'a [MailboxServer] {
    if account.retrieval.is_empty() { &facts.retrieval } else { &account.retrieval }
}

/// What the card says.
pub(crate) fn receiving(account: &Account, facts: &CardFacts, tried: &Tried, language: Language) -> Sheet {
    let (lead, mut notes) = lead(account, tried);
    let proof = proof(account);
    if matches!(proof, Proof::GoogleApp { .. }) {
        notes.push(Text::new("card-note-google-sign-in"));
    }
    let mut rows = Vec::new();
    let servers = servers(account, facts);
    // IMAP leaves the mail where it is; POP takes it away. One of the two is what a person wants to see.
    let shown = servers.iter().find(|server| server.protocol == Protocol::Imap).or(servers.first());
    if let Some(MailboxServer { protocol, server }) = shown {
        let label = match protocol {
            Protocol::Imap => "card-incoming-imap",
            Protocol::Pop3 => "card-incoming-pop",
        };
        rows.push(exact(label, "", &server.host));
        rows.push(exact("card-port", "", &server.port.to_string()));
        rows.push(exact("card-security", "", written(server.security)));
        rows.push(exact("card-user-name", "", &account.mailbox_user_name));
        rows.push(CardRow {
            label: Text::new("card-password"),
            field: String::new(),
            value: match proof {
                Proof::ConsentOnly { .. } => Text::new("card-password-none-receiving"),
                Proof::Usual | Proof::App | Proof::GoogleApp { .. } | Proof::Key => {
                    password(account, proof, language)
                }
            },
            exact: false,
        });
    }
    Sheet { title: Text::new("card-title-receiving"), lead, path: String::new(), rows, notes }
}

fn lead(account: &Account, tried: &Tried) -> (AddressHint, Vec<Text>) {
    let say = |id: &str, tone| AddressHint { text: Text::new(id), tone };
    let company = account.kind.is_microsoft_365() || account.kind == AccountKind::GoogleWorkspace;
    match tried {
        Tried::Now => (say("card-receiving-now", Tone::Care), Vec::new()),
        Tried::Not(Untried::NoServer) => (say("card-receiving-no-server", Tone::No), Vec::new()),
        Tried::Not(Untried::Relay) => (say("card-receiving-relay", Tone::No), Vec::new()),
        Tried::Not(Untried::OnlySends) => {
            let right = if is_microsoft(&account.kind) {
                "IMAP.AccessAsUser.All"
            } else {
                "https://mail.google.com/"
            };
            let mut notes = vec![Text::new("card-note-wider-right").with("right", right)];
            if company {
                notes.push(Text::new("card-note-company-policy"));
            }
            (say("card-receiving-only-sends", Tone::Care), notes)
        }
        Tried::Done(Received::Works) => (say("card-receiving-works", Tone::Yes), Vec::new()),
        Tried::Done(Received::Unreached) => (say("card-receiving-unreached", Tone::No), Vec::new()),
        Tried::Done(Received::Untrusted) => (say("card-receiving-untrusted", Tone::No), Vec::new()),
        Tried::Done(Received::Strange) => (say("card-receiving-strange", Tone::No), Vec::new()),
        Tried::Done(Received::Refused(problem)) => refused(problem),
    }
}

/// A no of the server, by the name that the diagnosis has for it.
fn refused(problem: &contract::Problem) -> (AddressHint, Vec<Text>) {
    let mut notes = Vec::new();
    let text = if problem.code == ProblemCode::UnknownReply {
        Text::new("card-receiving-refused")
    } else {
        Text { id: format!("problem-{}", problem.code.name()), args: problem.args.clone() }
    };
    if problem.code == ProblemCode::ReadingSwitchedOff {
        notes.push(Text::new("card-note-switch-reading"));
    }
    if let Some(said) = &problem.said {
        notes.push(Text::new("card-note-said").with("said", said.text.as_str()));
    }
    (AddressHint { text, tone: Tone::No }, notes)
}
