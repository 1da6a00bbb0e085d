//! People, their settings, and how servers answer them.

use std::time::Duration;

use app::ports::{Access, Granted, Refusal};
use contract::{
    AccountKind, Login, MailboxServer, Problem, ProblemCode, Protocol, Route, Security, Server, Stage,
    StepPicture, Trust, UserName, Verdict,
};
use secret::Secret;
use testkit::ports::{Turn, World};
use wizard::{About, Account, Brand, Candidate, Found, Panel, Preparation, Seen, StageEvent};

pub(crate) const TARO: &str = "taro@gmail.com";
pub(crate) const SAKURA: &str = "sakura@outlook.jp";
pub(crate) const MOMO: &str = "momo@icloud.com";
pub(crate) const TENCHO: &str = "tencho@shop.example";
pub(crate) const YAMA: &str = "yama@lonely.example";

pub(crate) const IN_INBOX: Seen = Seen { in_spam: false, at: 5_000, folder: None };
pub(crate) const IN_SPAM: Seen = Seen { in_spam: true, at: 7_000, folder: None };

pub(crate) fn server(host: &str, port: u16) -> Server {
    let security = if port == 587 { Security::Starttls } else { Security::Tls };
    Server { host: host.into(), port, security }
}

fn found(address: &str, kind: AccountKind, name: &str, servers: Vec<Server>, logins: &[Login]) -> Found {
    let imap = MailboxServer { protocol: Protocol::Imap, server: server("imap.example.jp", 993) };
    let app = logins.contains(&Login::AppPassword);
    let candidate = |server| Candidate { server, user_name: UserName::Address, trust: Trust::Table };
    Found {
        kind,
        name: Brand::same(name),
        verdict: Verdict::Ready,
        submission: servers.into_iter().map(candidate).collect(),
        retrieval: vec![imap],
        logins: logins.to_vec(),
        preparation: app.then(|| Preparation {
            panel: Panel {
                steps: vec![("prepare-icloud-1".into(), StepPicture::Page)],
                before: Some("prepare-before-two-step".into()),
            },
            app_panel: None,
            page: true,
        }),
        webmail: true,
        elapsed_ms: 3,
        ..Found::nothing(address)
    }
}

pub(crate) fn google(address: &str) -> Found {
    let servers = vec![server("smtp.gmail.com", 465), server("smtp.gmail.com", 587)];
    found(address, AccountKind::GooglePersonal, "Gmail", servers, &[Login::OAuth, Login::AppPassword])
}

pub(crate) fn microsoft(address: &str) -> Found {
    let servers = vec![server("smtp-mail.outlook.com", 587)];
    found(address, AccountKind::MicrosoftPersonal, "Outlook.com", servers, &[Login::OAuth])
}

pub(crate) fn apple(address: &str) -> Found {
    let servers = vec![server("smtp.mail.me.com", 587)];
    found(address, AccountKind::Mailbox("icloud".into()), "iCloud", servers, &[Login::AppPassword])
}

pub(crate) fn hosting(address: &str) -> Found {
    let servers = vec![server("sv1.hosting.example", 465), server("sv1.hosting.example", 587)];
    found(address, AccountKind::Unknown, "Hosting", servers, &[Login::Password])
}

/// A consent with its secrets named after the account, so that none is taken for another.
pub(crate) fn granted(found: Found) -> Granted {
    Granted {
        address: found.address.clone(),
        permission: Secret::from(format!("permission-of-{}", found.address)),
        access: Secret::from(format!("access-of-{}", found.address)),
        found,
    }
}

/// The next consent is given, with this account.
pub(crate) fn gives_consent(world: &World, found: Found) {
    world.consents.opens.then(Ok(()));
    world.consents.waits.then(Ok(()));
    world.consents.finishes.then(Ok(granted(found)));
}

pub(crate) fn access(token: &str) -> Access {
    Access { token: Secret::from(token), renewed: None }
}

/// An account that was set up before.
pub(crate) fn account(found: &Found, login: Login) -> Account {
    Account {
        id: found.address.to_lowercase(),
        address: found.address.clone(),
        kind: found.kind.clone(),
        name: found.name.clone(),
        provider: found.provider.clone(),
        about: Some(Box::new(About::of(found))),
        route: Route::Smtp,
        login,
        server: found.submission[0].server.clone(),
        user_name: found.address.clone(),
        mailbox_user_name: found.address.clone(),
        retrieval: found.retrieval.clone(),
        by_relay: None,
        session_only: false,
        over_stored: false,
        last: None,
        watch: None,
    }
}

/// A card as the diagnosis makes it.
pub(crate) fn problem(code: ProblemCode, stage: Stage) -> Problem {
    let mut problem = diagnosis::problem(code, stage);
    for name in diagnosis::args(code) {
        problem.args.insert((*name).into(), format!("({name})").into());
    }
    problem
}

fn stages_up_to(last: Stage) -> Vec<(Stage, StageEvent)> {
    let way = [Stage::Connect, Stage::Secure, Stage::SignIn, Stage::Sender, Stage::HandOver];
    let mut told = Vec::new();
    for (ms, stage) in (10..).step_by(10).zip(way.into_iter().filter(|stage| *stage <= last)) {
        let detail = if stage == Stage::Secure { "TLS 1.3".into() } else { String::new() };
        told.push((stage, StageEvent::Started));
        told.push((stage, StageEvent::Finished { ms, detail }));
    }
    told
}

/// The server takes the message.
pub(crate) fn taken() -> Turn {
    Turn { stages: stages_up_to(Stage::HandOver), wait: Some(Duration::ZERO), end: Ok(()) }
}

/// The server says no at a stage.
pub(crate) fn refused(code: ProblemCode, stage: Stage) -> Turn {
    let refusal = Refusal {
        problem: problem(code, stage),
        unreached: false,
        token_refused: false,
        may_have_gone: false,
    };
    refused_with(refusal)
}

/// No connection comes about.
pub(crate) fn unreached(code: ProblemCode) -> Turn {
    let problem = problem(code, Stage::Connect);
    refused_with(Refusal { problem, unreached: true, token_refused: false, may_have_gone: false })
}

/// The access token is refused.
pub(crate) fn token_refused() -> Turn {
    let problem = problem(ProblemCode::MicrosoftRefused, Stage::SignIn);
    refused_with(Refusal { problem, unreached: false, token_refused: true, may_have_gone: false })
}

pub(crate) fn refused_with(refusal: Refusal) -> Turn {
    let mut stages = stages_up_to(refusal.problem.stage);
    stages.pop();
    Turn { stages, wait: Some(Duration::ZERO), end: Err(refusal) }
}

/// The server falls silent in a stage.
pub(crate) fn silent_in(stage: Stage) -> Turn {
    let mut stages = stages_up_to(stage);
    stages.pop();
    Turn { stages, wait: None, end: Ok(()) }
}
