//! `todoita accounts`: what was set up, and looking one of them up.

use contract::{Login, MailboxServer, Route, Server, Text};
use serde::Serialize;
use wizard::{Account, LastTest, Seen};

use crate::detect::kind_word;
use crate::exit::Exit;
use crate::say::Speaker;

#[derive(Serialize)]
struct AccountsJson<'a> {
    accounts: Vec<AccountJson<'a>>,
}

#[derive(Serialize)]
struct AccountJson<'a> {
    id: &'a str,
    address: &'a str,
    kind: &'static str,
    provider: &'a str,
    route: Route,
    login: Login,
    server: &'a Server,
    username: &'a str,
    retrieval: &'a [MailboxServer],
    last: Option<LastJson<'a>>,
}

#[derive(Serialize)]
struct LastJson<'a> {
    code: &'a str,
    message_id: &'a str,
    accepted_at: u64,
    arrived: &'static str,
    seen_at: Option<u64>,
    after_s: Option<u32>,
    confirmed_at: Option<u64>,
}

/// Lists the accounts.
pub(crate) fn list(accounts: &[Account], speaker: &Speaker<'_>) -> Exit {
    if speaker.json() {
        speaker.object(&AccountsJson { accounts: accounts.iter().map(json).collect() });
        return Exit::Good;
    }
    if accounts.is_empty() {
        speaker.line(&Text::new("cli-accounts-none"));
    }
    for account in accounts {
        speaker.plain(&account.address);
        speaker.indented(&road(account, speaker));
        speaker.indented(&last(account));
    }
    Exit::Good
}

/// The account with this id or address; letter case makes no difference.
pub(crate) fn named<'a>(accounts: &'a [Account], name: &str) -> Option<&'a Account> {
    let name = name.trim();
    accounts.iter().find(|account| {
        account.id.eq_ignore_ascii_case(name) || account.address.to_lowercase() == name.to_lowercase()
    })
}

/// Where a message was seen, as one word.
pub(crate) fn arrived_word(seen: &Seen) -> &'static str {
    match (&seen.folder, seen.in_spam) {
        (Some(_), _) => "elsewhere",
        (None, true) => "spam",
        (None, false) => "inbox",
    }
}

fn json(account: &Account) -> AccountJson<'_> {
    AccountJson {
        id: &account.id,
        address: &account.address,
        kind: kind_word(&account.kind),
        provider: account.kind.provider(),
        route: account.route,
        login: account.login,
        server: &account.server,
        username: &account.user_name,
        retrieval: &account.retrieval,
        last: account.last.as_ref().map(last_json),
    }
}

fn last_json(last: &LastTest) -> LastJson<'_> {
    LastJson {
        code: &last.sent.code,
        message_id: &last.sent.message_id,
        accepted_at: last.sent.accepted_at,
        arrived: match (&last.seen, last.confirmed_at) {
            (Some(seen), _) => arrived_word(seen),
            (None, Some(_)) => "confirmed",
            (None, None) => "not-seen",
        },
        seen_at: last.seen.as_ref().map(|seen| seen.at),
        after_s: last.seen.as_ref().map(|seen| seen.after_s(&last.sent)),
        confirmed_at: last.confirmed_at,
    }
}

fn road(account: &Account, speaker: &Speaker<'_>) -> Text {
    let id = match account.login {
        Login::OAuth => "road-oauth",
        Login::AppPassword => "road-app-password",
        Login::Password => "road-password",
        Login::RelayKey => "road-relay-key",
    };
    let name = account.name.in_language(speaker.language());
    Text::new(id).with("provider", if name.is_empty() { account.server.host.as_str() } else { name })
}

fn last(account: &Account) -> Text {
    Text::new(match account.last.as_ref().map(|last| (&last.seen, last.confirmed_at)) {
        Some((Some(seen), _)) if seen.in_spam => "home-last-spam",
        Some((Some(_), _) | (None, Some(_))) => "home-last-arrived",
        Some((None, None)) => "home-last-accepted",
        None => "home-last-none",
    })
}
