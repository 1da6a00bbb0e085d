//! Every sending service of the table against a scripted server that takes what the service's documentation says:
//! real TCP, real TLS, the real conversation. The server's name and port alone are others.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test names what it means")]

use app::ports::{Credential, Delivery};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use contract::{Language, Login, ProblemCode, Route, Security, Server};
use testkit::smtp::{Answer, At, Plan, SmtpServer};
use tokio::sync::mpsc::unbounded_channel;
use wizard::{Place, Relay, RelayUser, SecretSource, SendWork};

const SENDER: &str = "tencho@shop.example";
const RECIPIENT: &str = "hanako@other.example";
const KEY: &str = "key-0123456789abcdefghijklmnopqrstuvwxyz";

fn user_name(relay: &Relay) -> &str {
    match &relay.user_name {
        RelayUser::Fixed(name) => name,
        RelayUser::Sender => SENDER,
        RelayUser::Told(_) => "user-of-the-service",
    }
}

/// What the service offers for signing in, where it is known to differ.
fn offers(relay: &Relay) -> &'static [&'static str] {
    match relay.id.as_str() {
        "sparkpost" => &["PIPELINING", "8BITMIME", "AUTH LOGIN"],
        "autobahn" => &["PIPELINING", "8BITMIME", "AUTH PLAIN"],
        _ => &["PIPELINING", "8BITMIME", "AUTH PLAIN LOGIN"],
    }
}

fn send(recipient: &str, by_command: bool) -> SendWork {
    SendWork {
        address: SENDER.into(),
        recipient: Some(recipient.into()),
        servers: Vec::new(),
        user_name: String::new(),
        login: Login::RelayKey,
        provider: "other".into(),
        secret: SecretSource::Stored(SENDER.into()),
        retrieval: Vec::new(),
        route: Route::Smtp,
        by_command,
    }
}

async fn hand_over(
    relay: &Relay,
    security: Security,
    plan: Plan,
) -> (Result<(), app::ports::Refusal>, SmtpServer) {
    let server = SmtpServer::start(plan.offering(offers(relay))).await;
    let mailer = app::real::mailer(tls::Tls::with_extra_roots([server.root.clone()]).unwrap());
    let letter = mailer.compose(&send(RECIPIENT, false), Language::Ja).unwrap();
    let delivery = Delivery {
        server: Server { host: "localhost".into(), port: server.port, security },
        user_name: user_name(relay).to_owned(),
        credential: Credential::Password(KEY.into()),
        address: SENDER.into(),
        recipient: RECIPIENT.into(),
        message: letter.bytes,
        provider: "other".into(),
        login: Login::RelayKey,
        route: Route::Smtp,
        worked_before: false,
    };
    let (stages, _heard) = unbounded_channel();
    (mailer.submit(delivery, stages).await, server)
}

fn plan(security: Security) -> Plan {
    match security {
        Security::Tls => Plan::tls(),
        Security::Starttls => Plan::starttls(),
    }
}

#[tokio::test]
async fn every_service_gets_its_user_name_and_key_behind_tls_at_each_kind_of_door() {
    for relay in app::real::relays() {
        for security in [Security::Tls, Security::Starttls] {
            if !relay.doors.iter().any(|(_, kind)| *kind == security) {
                continue;
            }
            let (result, server) = hand_over(&relay, security, plan(security)).await;
            assert!(result.is_ok(), "{}: {result:?}", relay.id);
            let log = server.log();
            assert!(log.plain.iter().all(|line| !line.starts_with("AUTH")), "{:?}", log.plain);
            let login = relay.id == "sparkpost";
            let pieces = if login {
                [user_name(&relay), KEY].map(|piece| STANDARD.encode(piece)).to_vec()
            } else {
                vec![format!("AUTH PLAIN {}", STANDARD.encode(format!("\0{}\0{KEY}", user_name(&relay))))]
            };
            for piece in pieces {
                assert!(log.secured.contains(&piece), "{}: {piece} in {:?}", relay.id, log.secured);
            }
            let has = |begin: &str| log.secured.iter().any(|line| line.starts_with(begin));
            assert!(has(&format!("MAIL FROM:<{SENDER}>")) && has(&format!("RCPT TO:<{RECIPIENT}>")));
            let message = String::from_utf8(log.messages[0].clone()).unwrap();
            assert!(
                message.contains(&format!("From: {SENDER}")) && message.contains(&format!("To: {RECIPIENT}"))
            );
        }
    }
}

#[tokio::test]
async fn what_the_services_refuse_has_its_card() {
    let cases = [
        ("amazon-ses", At::Auth, "535 Authentication Credentials Invalid", ProblemCode::NotAccepted),
        (
            "amazon-ses",
            At::Dot,
            "554 Message rejected: Email address is not verified. The following identities failed the check in \
             region AP-NORTHEAST-1: tencho@shop.example",
            ProblemCode::RelayNotActive,
        ),
        (
            "sendgrid",
            At::Dot,
            "550 The from address does not match a verified Sender Identity. Mail cannot be sent until this error \
             is resolved.",
            ProblemCode::SenderNotAllowed,
        ),
        (
            "brevo",
            At::Mail,
            "502 5.7.0 Your SMTP account is not yet activated. Contact us at contact@example.com",
            ProblemCode::RelayNotActive,
        ),
        (
            "amazon-ses",
            At::Dot,
            "454 Throttling failure: Daily message quota exceeded.",
            ProblemCode::LimitReached,
        ),
    ];
    let relays = app::real::relays();
    for (id, at, reply, code) in cases {
        let relay = relays.iter().find(|relay| relay.id == id).unwrap();
        let security = relay.doors[0].1;
        let refusal = plan(security).at(at, Answer::line(reply));
        let (result, _server) = hand_over(relay, security, refusal).await;
        let refused = result.unwrap_err();
        assert_eq!(refused.problem.code, code, "{id}: {reply}");
        assert!(!serde_json::to_string(&refused.problem).unwrap().contains(KEY));
    }
}

fn servers(id: &str, place: &str) -> Vec<Server> {
    app::real::relays().iter().find(|relay| relay.id == id).unwrap().servers(place)
}

#[test]
fn the_place_stands_in_the_host() {
    let tokyo = servers("amazon-ses", "ap-northeast-1");
    assert_eq!(tokyo[0].host, "email-smtp.ap-northeast-1.amazonaws.com");
    assert_eq!((tokyo[0].port, tokyo[0].security), (465, Security::Tls));
    assert_eq!(servers("customers-mail-cloud", "shop")[0].host, "shop.smtps.jp");
    let told = servers("baremail", "smtp.told.example");
    assert_eq!(told.iter().map(|server| server.port).collect::<Vec<_>>(), [587, 465]);
    assert!(told.iter().all(|server| server.host == "smtp.told.example"));
}

#[test]
fn every_host_is_whole_once_the_place_is_said() {
    for relay in app::real::relays() {
        let places = match &relay.place {
            Some(Place::Region(regions)) => regions.iter().map(|(id, _)| id.as_str()).collect(),
            Some(Place::Account | Place::Host) | None => vec!["told.example"],
        };
        for server in places.iter().flat_map(|place| relay.servers(place)) {
            assert!(!server.host.contains(['{', '}', ' ']) && server.host.contains('.'), "{server:?}");
        }
    }
}

/// What the test message says, without the ends of its encoded lines.
fn said(recipient: &str, by_command: bool) -> String {
    let mailer = app::real::mailer(tls::Tls::system().unwrap());
    let letter = mailer.compose(&send(recipient, by_command), Language::En).unwrap();
    String::from_utf8(letter.bytes).unwrap().replace("=\r\n", "")
}

#[test]
fn the_message_says_whom_it_goes_to_and_who_asked_for_it() {
    let itself = said("Tencho@Shop.example", false);
    assert!(itself.contains("to your own address") && itself.contains("Yes, it arrived"), "{itself}");
    let other = said(RECIPIENT, false);
    assert!(!other.contains("your own address"), "{other}");
    assert!(other.contains(&format!("from {SENDER} to {RECIPIENT}, and to nobody else")), "{other}");
    let by_command = said(SENDER, true);
    assert!(by_command.contains("todoita test") && !by_command.contains("Yes, it arrived"), "{by_command}");
}
