//! What a domain's settings say: while it is looked at, for a company at Google, for a relay service.

use contract::{AccountKind, Action, DnsRecord, FieldId, Login, RecordLine, RecordName, RecordState, Text};
use wizard::{Account, Brand, Examined, Fit, News};

use super::Views;
use super::facts::{self, TENCHO};
use super::play::Play;

const DOMAIN: &str = "shop.example";

pub(crate) fn add(views: &mut Views) {
    let mut keep = |name: &str, play: &Play| {
        let known = views.insert(name.to_owned(), play.view());
        assert!(known.is_none(), "two views called {name}");
    };
    let mut play = Play::with(vec![company()], None);
    play.press_on(Action::CheckRecords, TENCHO);
    keep("records-looking", &play);
    play.news(News::Examined(Examined {
        domain: DOMAIN.into(),
        own: true,
        lines: google(),
        checklist: asks("google"),
    }));
    keep("records-google", &play);
    let mut play = Play::with(vec![microsoft()], None);
    play.press_on(Action::CheckRecords, TENCHO);
    let checklist = asks("microsoft");
    play.news(News::Examined(Examined { domain: DOMAIN.into(), own: true, lines: all_well(), checklist }));
    keep("records-microsoft", &play);
    let unseen = |name| {
        let text = Text::new("record-no-answer").with("domain", DOMAIN);
        RecordLine::new(name, RecordState::Unseen, text)
    };
    let nothing = [RecordName::Mx, RecordName::Spf, RecordName::Dkim, RecordName::Dmarc].map(unseen).to_vec();
    keep("records-nothing-seen", &relay(DOMAIN, nothing));
    keep("records-relay", &relay(DOMAIN, mailjet()));
    let not_yours = line(
        RecordName::Spf,
        RecordState::Faulty,
        "not-yours",
        &[("domain", "gmail.com"), ("owner", "Gmail")],
    );
    keep("records-not-yours", &relay("gmail.com", vec![not_yours]));
}

fn asks(provider: &str) -> Vec<String> {
    providers::checklist(provider).map(|item| item.name.to_owned()).collect()
}

fn company() -> Account {
    let shop = facts::account(&facts::shop(), Login::AppPassword, Some(facts::seen(true)));
    let server = facts::server("smtp.gmail.com", 465);
    Account { kind: AccountKind::GoogleWorkspace, name: Brand::same("Google Workspace"), server, ..shop }
}

fn microsoft() -> Account {
    let server = facts::server("smtp.office365.com", 587);
    Account { kind: AccountKind::Microsoft365, name: Brand::same("Microsoft 365"), server, ..company() }
}

fn relay(domain: &str, lines: Vec<RecordLine>) -> Play {
    let mut play = Play::new();
    play.press_with(Action::UseRelay, &[(FieldId::Address, TENCHO)]);
    play.news(News::RelaysListed(app::real::services())).press_on(Action::ChooseRelay, "mailjet");
    play.secret(contract::SecretSlot::RelayKey, 5, Fit::Unknown);
    play.press_with(Action::CheckRecords, &[(FieldId::Address, TENCHO)]);
    play.news(News::Examined(Examined {
        domain: domain.into(),
        own: lines.len() > 1,
        lines,
        checklist: Vec::new(),
    }));
    play
}

fn line(name: RecordName, state: RecordState, what: &str, args: &[(&str, &str)]) -> RecordLine {
    let id = if what.contains(' ') { what.replace(' ', "-") } else { format!("{}-{what}", name.name()) };
    let id = if what == "not-yours" { what.to_owned() } else { id };
    let text = args
        .iter()
        .fold(Text::new(format!("record-{id}")), |text, (name, value)| text.with(name, *value))
        .with("domain", args.iter().find(|(name, _)| *name == "domain").map_or(DOMAIN, |(_, value)| value));
    RecordLine { name, state, text, seen: Vec::new(), add: None }
}

fn txt(owner: &str, value: &str, instead: bool) -> Option<DnsRecord> {
    Some(DnsRecord { owner: owner.into(), kind: "TXT".into(), value: value.into(), instead })
}

fn google() -> Vec<RecordLine> {
    let google = [("provider", "Google")];
    let mx = RecordLine {
        seen: vec!["1 smtp.google.com".into()],
        ..line(RecordName::Mx, RecordState::Found, "found", &[("place", "Gmail")])
    };
    let mut spf = line(RecordName::Spf, RecordState::Faulty, "two", &google);
    spf.text = spf.text.with("count", 2);
    spf.seen =
        vec!["v=spf1 include:_spf.google.com ~all".into(), "v=spf1 mx include:spf.mailjet.com ~all".into()];
    spf.add = txt(DOMAIN, "v=spf1 include:_spf.google.com mx include:spf.mailjet.com ~all", true);
    let name = [("provider", "Google"), ("name", "google._domainkey.shop.example")];
    let dkim = line(RecordName::Dkim, RecordState::Missing, "missing-google", &name);
    let mut dmarc = line(RecordName::Dmarc, RecordState::Missing, "missing", &[]);
    dmarc.add = txt("_dmarc.shop.example", "v=DMARC1; p=none", false);
    let sign_in = line(RecordName::SignIn, RecordState::Found, "found", &[("host", "smtp.gmail.com")]);
    let reading = line(RecordName::Reading, RecordState::Found, "found", &[("place", "imap.gmail.com:993")]);
    vec![mx, spf, dkim, dmarc, sign_in, reading]
}

fn all_well() -> Vec<RecordLine> {
    let microsoft = [("provider", "Microsoft"), ("place", "Microsoft 365"), ("host", "smtp.office365.com")];
    let found = |name, what| line(name, RecordState::Found, what, &microsoft);
    let mut spf = found(RecordName::Spf, "found");
    spf.seen = vec!["v=spf1 include:spf.protection.outlook.com -all".into()];
    let mut tenant = found(RecordName::Tenant, "found");
    tenant.seen = vec!["11112222-bbbb-3333-cccc-4444dddd5555".into()];
    let reading = [("place", "outlook.office365.com:993")];
    vec![
        found(RecordName::Mx, "found"),
        spf,
        found(RecordName::Dkim, "found"),
        found(RecordName::Dmarc, "reject"),
        tenant,
        found(RecordName::SignIn, "found"),
        line(RecordName::Reading, RecordState::Unseen, "unseen", &reading),
    ]
}

fn mailjet() -> Vec<RecordLine> {
    let service = [
        ("provider", "Mailjet"),
        ("place", "mail.shop.example"),
        ("name", "mailjet._domainkey.shop.example"),
    ];
    let mut spf = line(RecordName::Spf, RecordState::Faulty, "lacks", &service);
    spf.seen = vec!["v=spf1 mx ~all".into()];
    spf.add = txt(DOMAIN, "v=spf1 mx include:spf.mailjet.com ~all", true);
    vec![
        line(RecordName::Mx, RecordState::Found, "found", &service),
        spf,
        line(RecordName::Dkim, RecordState::Missing, "missing", &service),
        line(RecordName::Dmarc, RecordState::Unseen, "no answer", &service),
    ]
}
