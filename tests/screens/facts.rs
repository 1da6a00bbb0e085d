//! The people, servers and moments that the views are filled with.

use contract::{
    AccountKind, Evidence, EvidenceSource, Heard, Login, MailboxServer, NamePiece, Organisation, Problem,
    ProblemCode, Protocol, Route, Said, Security, Server, Stage, Trust, UserName, Verdict,
};
use wizard::{
    About, Account, Brand, Candidate, Choice, Doubt, DoubtReason, Found, Grant, LastTest, News, Panel,
    Preparation, SecretRef, Seen, Sent, Stranger,
};

/// 2026-11-24 06:40 UTC, in milliseconds since 1970.
pub(crate) const NOW: u64 = 1_795_500_000_000;

pub(crate) const TARO: &str = "taro@gmail.com";
pub(crate) const MOMO: &str = "momo@icloud.com";
pub(crate) const KEIRI: &str = "keiri@ms-company.example";
pub(crate) const TENCHO: &str = "tencho@shop.example";
pub(crate) const YAMA: &str = "yama@lonely.example";

pub(crate) fn server(host: &str, port: u16) -> Server {
    let security = if port == 587 { Security::Starttls } else { Security::Tls };
    Server { host: host.into(), port, security }
}

fn imap(host: &str) -> Vec<MailboxServer> {
    vec![MailboxServer { protocol: Protocol::Imap, server: server(host, 993) }]
}

/// Settings as the table or the domain itself gives them.
struct Row<'a> {
    address: &'a str,
    kind: AccountKind,
    name: Brand,
    submission: Server,
    retrieval: &'a str,
    logins: &'a [Login],
    trust: Trust,
    source: (EvidenceSource, &'a str),
}

fn found(row: Row<'_>) -> Found {
    let (source, asked) = row.source;
    let known = matches!(source, EvidenceSource::DomainTable | EvidenceSource::Mx);
    let (answer, detail) = if known {
        (Heard::Provider, row.name.en.clone())
    } else {
        (Heard::Found, row.submission.host.clone())
    };
    let evidence = Evidence { source, host: asked.into(), answer, detail, trust: row.trust, ms: 40 };
    Found {
        kind: row.kind,
        name: row.name,
        verdict: Verdict::Ready,
        submission: vec![Candidate {
            server: row.submission,
            user_name: UserName::Address,
            trust: row.trust,
        }],
        retrieval: imap(row.retrieval),
        logins: row.logins.to_vec(),
        preparation: None,
        webmail: true,
        evidence: vec![evidence],
        elapsed_ms: 40,
        ..Found::nothing(row.address)
    }
}

/// The preparation of a service as its row of the table has it.
fn preparation(id: &str) -> Option<Preparation> {
    let needed =
        providers::by_id(id).and_then(|provider| provider.preparation.as_ref()).expect("a preparation");
    let panel = |panel: &providers::Panel| Panel {
        steps: panel.lines().collect(),
        before: needed.before(panel).map(|name| format!("prepare-before-{name}")),
    };
    Some(Preparation {
        panel: panel(needed.panel),
        app_panel: needed.app_panel.map(panel),
        page: needed.page.is_some() && !needed.mobile_line,
    })
}

/// A mailbox as its row of the table has it.
pub(crate) fn listed(id: &str, address: &str) -> Found {
    let provider = providers::by_id(id).expect("a provider");
    let (_, domain) = address.rsplit_once('@').expect("an address");
    let host = provider.submission[0].server(domain, None).expect("a server");
    let mut listed = found(Row {
        address,
        kind: provider.account_kind(),
        name: Brand { en: provider.name.into(), ja: provider.name_ja.unwrap_or(provider.name).into() },
        retrieval: &host.host.clone(),
        submission: host,
        logins: provider.logins,
        trust: Trust::Table,
        source: (EvidenceSource::DomainTable, domain),
    });
    listed.submission[0].user_name = provider.user_name.user_name();
    listed.verdict = provider.verdict;
    listed.preparation = preparation(id);
    listed
}

pub(crate) fn gmail() -> Found {
    let mut gmail = found(Row {
        address: TARO,
        kind: AccountKind::GooglePersonal,
        name: Brand::same("Gmail"),
        submission: server("smtp.gmail.com", 465),
        retrieval: "imap.gmail.com",
        logins: &[Login::OAuth, Login::AppPassword],
        trust: Trust::Table,
        source: (EvidenceSource::DomainTable, "gmail.com"),
    });
    gmail.preparation = preparation("google");
    gmail
}

pub(crate) fn icloud() -> Found {
    let mut icloud = found(Row {
        address: MOMO,
        kind: AccountKind::Mailbox("icloud".into()),
        name: Brand::same("iCloud"),
        submission: server("smtp.mail.me.com", 587),
        retrieval: "imap.mail.me.com",
        logins: &[Login::AppPassword],
        trust: Trust::Table,
        source: (EvidenceSource::DomainTable, "icloud.com"),
    });
    icloud.verdict = Verdict::NeedsPreparation;
    icloud.preparation = preparation("icloud");
    icloud
}

pub(crate) fn microsoft() -> Found {
    found(Row {
        address: KEIRI,
        kind: AccountKind::Microsoft365,
        name: Brand::same("Microsoft 365"),
        submission: server("smtp.office365.com", 587),
        retrieval: "outlook.office365.com",
        logins: &[Login::OAuth],
        trust: Trust::Table,
        source: (EvidenceSource::Mx, "ms-company.example"),
    })
}

/// An agency in the cloud of the US government.
pub(crate) fn government() -> Found {
    let submission = server("smtp.office365.us", 587);
    in_cloud(AccountKind::Microsoft365Gov, "clerk@agency.example", submission, "outlook.office365.us")
}

/// A company in the cloud of China.
pub(crate) fn china() -> Found {
    let submission = server("smtp.partner.outlook.cn", 587);
    in_cloud(AccountKind::Microsoft365China, "lin@china-company.example", submission, "partner.outlook.cn")
}

fn in_cloud(kind: AccountKind, address: &str, submission: Server, retrieval: &str) -> Found {
    let row = providers::by_id(kind.provider()).expect("a row of the table");
    let name = Brand { ja: row.name_ja.unwrap_or(row.name).into(), en: row.name.into() };
    let domain = address.rsplit_once('@').map_or("", |(_, domain)| domain);
    let source = (EvidenceSource::Mx, domain);
    let logins = &[Login::OAuth];
    found(Row { address, kind, name, submission, retrieval, logins, trust: Trust::Table, source })
}

/// A shop at a hosting company that publishes its settings.
pub(crate) fn shop() -> Found {
    found(Row {
        address: TENCHO,
        kind: AccountKind::Unknown,
        name: Brand::default(),
        submission: server("sv1.hosting.example", 465),
        retrieval: "sv1.hosting.example",
        logins: &[Login::Password],
        trust: Trust::Domain,
        source: (EvidenceSource::Autoconfig, "autoconfig.shop.example"),
    })
}

/// An address whose mailbox stands behind a filter.
pub(crate) fn behind_a_filter() -> Doubt {
    let choice = |place: &str, kind| {
        let mut found = gmail();
        found.kind = kind;
        Choice { place: place.into(), found }
    };
    Doubt {
        reason: DoubtReason::Filter("Proofpoint".into()),
        address: TENCHO.into(),
        choices: vec![
            choice("mail.google.com", AccountKind::GoogleWorkspace),
            choice("outlook.office.com", AccountKind::Microsoft365),
        ],
        evidence: vec![
            said(EvidenceSource::Mx, "mx1.shop.pphosted.example", Heard::Filter, "Proofpoint"),
            said(EvidenceSource::Autoconfig, "autoconfig.shop.example", Heard::NotReached, ""),
            said(EvidenceSource::Spf, "shop.example", Heard::Hint, "google-workspace"),
        ],
    }
}

/// Settings that DNS alone names, at another organisation; `odd` are the pieces of its name that are marked.
pub(crate) fn elsewhere(server: &str, odd: &[&str], look_alike: bool) -> Found {
    let mut found = shop();
    let name: Vec<NamePiece> = server
        .chars()
        .map(|letter| letter.to_string())
        .map(|text| NamePiece { odd: odd.contains(&text.as_str()), text })
        .collect();
    let ascii = (!odd.is_empty()).then(|| "xn--shp-emd.example".to_owned());
    for candidate in &mut found.submission {
        candidate.trust = Trust::Unproven;
        candidate.server.host = format!("smtp.{}", ascii.as_deref().unwrap_or(server));
    }
    found.stranger = Some(Stranger {
        domain: Organisation {
            name: vec![NamePiece { text: "shop.example".into(), odd: false }],
            ascii: None,
        },
        server: Organisation { name, ascii },
        look_alike,
        named_by: EvidenceSource::Srv,
    });
    found.evidence = vec![said(EvidenceSource::Srv, "_submissions._tcp.shop.example", Heard::Found, server)];
    found
}

fn said(source: EvidenceSource, host: &str, answer: Heard, detail: &str) -> Evidence {
    let trust = Trust::Unproven;
    Evidence { source, host: host.into(), answer, detail: detail.into(), trust, ms: 41 }
}

/// A company at Google whose program has no client id: its people make app passwords.
pub(crate) fn workspace_by_app_password() -> Found {
    let mut found = icloud();
    found.kind = AccountKind::GoogleWorkspace;
    for candidate in &mut found.submission {
        candidate.server = server("smtp.gmail.com", 465);
    }
    found.name = Brand { en: "Google Workspace".into(), ja: "Google Workspace".into() };
    found
}

/// The same by way of the company's own relay.
pub(crate) fn workspace_relay() -> Found {
    let mut found = workspace_by_app_password();
    for candidate in &mut found.submission {
        candidate.server = server("smtp-relay.gmail.com", 587);
    }
    found
}

/// A service that no outside program can use.
pub(crate) fn closed() -> Found {
    let mut closed = shop();
    closed.address = "hana@gol.example".into();
    closed.name = Brand { en: "Closed Mail".into(), ja: "とじたメール".into() };
    closed.kind = AccountKind::Closed;
    closed.verdict = Verdict::Impossible;
    closed.submission.clear();
    closed.way_out = Some("way-out-web-only".into());
    closed
}

pub(crate) fn grant(found: Found) -> News {
    let address = found.address.clone();
    News::Consented(Ok(Box::new(Grant { address, secret: SecretRef(1), found })))
}

pub(crate) fn sent(found: &Found, can_look: bool) -> Sent {
    Sent {
        code: "K7Q2".into(),
        message_id: "<20261124.k7q2@todoita.invalid>".into(),
        accepted_at: NOW,
        server: found.submission[0].server.clone(),
        can_look,
    }
}

pub(crate) fn seen(in_spam: bool) -> Seen {
    Seen { in_spam, at: NOW + 4_000, folder: None }
}

/// An account as it is remembered after a test.
pub(crate) fn account(found: &Found, login: Login, seen: Option<Seen>) -> Account {
    Account {
        id: found.address.clone(),
        address: found.address.clone(),
        kind: found.kind.clone(),
        name: found.name.clone(),
        provider: found.provider.clone(),
        about: Some(Box::new(About::of(found))),
        route: Route::Smtp,
        login,
        server: found.submission[0].server.clone(),
        user_name: found.address.clone(),
        retrieval: found.retrieval.clone(),
        mailbox_user_name: found.address.clone(),
        by_relay: None,
        session_only: false,
        over_stored: false,
        last: Some(LastTest { sent: sent(found, true), seen, confirmed_at: None }),
        watch: None,
    }
}

/// The administrator switched SMTP AUTH off.
pub(crate) fn smtp_auth_off() -> Problem {
    let mut problem = diagnosis::problem(ProblemCode::SmtpAuthOff, Stage::SignIn);
    problem.said = Some(Said {
        code: Some(535),
        enhanced: Some("5.7.139".into()),
        text: "Authentication unsuccessful, SmtpClientAuthentication is disabled for the Tenant.".into(),
    });
    problem
}

/// What the table knows for a settings card.
pub(crate) fn gathered(account: &Account) -> News {
    News::Gathered(Box::new(app::real::card_facts(account)))
}

/// What a daily check finds at a mailbox whose password was changed.
pub(crate) fn ended() -> contract::Problem {
    let mut problem = diagnosis::problem(contract::ProblemCode::NotAccepted, contract::Stage::SignIn);
    problem.args.insert("host".into(), "sv1.hosting.example".into());
    problem
}
