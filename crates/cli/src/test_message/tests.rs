use contract::{Arg, ProblemCode, Security, Server, Stage};
use wizard::{Account, ByRelay, Looked, Seen, Sent};

use super::{Arrival, arrival_text, begin_text, exit, word, work};
use crate::exit::Exit;

fn sent() -> Sent {
    Sent {
        code: "K7Q2".into(),
        message_id: "<1@shop.example>".into(),
        accepted_at: 10_000,
        server: Server { host: "sv1.hosting.example".into(), port: 465, security: Security::Tls },
        can_look: true,
    }
}

#[test]
fn each_end_of_a_look_has_its_word_its_sentence_and_its_exit_code() {
    let seen = |in_spam| Seen { in_spam, at: 14_000, folder: None };
    let off = diagnosis::problem(ProblemCode::ReadingSwitchedOff, Stage::SignIn);
    let back = diagnosis::problem(ProblemCode::CameBack, Stage::Arrive);
    let moved = Seen { folder: Some("News".into()), ..seen(false) };
    for (arrival, said, id, end) in [
        (Arrival::Looked(Looked::Seen(seen(false))), "inbox", "cli-test-inbox", Exit::Good),
        (Arrival::Looked(Looked::Seen(seen(true))), "spam", "cli-test-spam", Exit::Good),
        (Arrival::Looked(Looked::Seen(moved)), "elsewhere", "cli-test-elsewhere", Exit::Good),
        (Arrival::Looked(Looked::NotSeen), "not-seen", "cli-test-not-seen", Exit::NotSeen),
        (Arrival::Looked(Looked::Shut(None)), "could-not-look", "cli-test-could-not-look", Exit::NotLooked),
        (
            Arrival::Looked(Looked::Shut(Some(Box::new(off.clone())))),
            "could-not-look",
            "cli-test-could-not-look",
            Exit::NotLooked,
        ),
        (Arrival::NotLooked, "not-looked", "cli-test-not-looked", Exit::Good),
        (
            Arrival::Looked(Looked::CameBack(Box::new(back.clone()))),
            "came-back",
            "cli-test-came-back",
            Exit::Failed(Stage::Arrive),
        ),
    ] {
        let problem = match said {
            "came-back" => Some(&back),
            "could-not-look" => Some(&off),
            _ => None,
        };
        assert_eq!((word(&arrival), exit(problem, Some(&arrival))), (said, end));
        let text = arrival_text(&arrival, &sent());
        assert_eq!(text.id, id);
        if let Some(seconds) = text.args.get("seconds") {
            assert_eq!(*seconds, Arg::Number(4), "from the handing over to the seeing");
        }
    }
}

#[test]
fn a_clock_that_was_set_back_makes_no_negative_seconds() {
    let early = Seen { in_spam: false, at: 3_000, folder: None };
    let text = arrival_text(&Arrival::Looked(Looked::Seen(early)), &sent());
    assert_eq!(text.args["seconds"], Arg::Number(0));
}

#[test]
fn the_first_line_says_whom_the_message_goes_to() {
    let mut account: Account = serde_json::from_value(serde_json::json!({
        "id": "tencho@shop.example", "address": "tencho@shop.example", "kind": "relay-service",
        "name": { "en": "Service", "ja": "Service" }, "route": "smtp", "login": "relay-key",
        "server": sent().server, "user_name": "u", "mailbox_user_name": "u", "retrieval": [],
        "session_only": false, "last": null,
    }))
    .unwrap();
    assert_eq!(begin_text(&work(&account)).id, "cli-test-begin");
    let relay = app::real::relays().swap_remove(0);
    let mut by = ByRelay { relay, place: String::new(), recipient: Some("hanako@other.example".into()) };
    account.by_relay = Some(Box::new(by.clone()));
    let text = begin_text(&work(&account));
    assert_eq!(
        (text.id.as_str(), &text.args["recipient"]),
        ("cli-test-begin-other", &"hanako@other.example".into())
    );
    by.recipient = Some("Tencho@shop.example".into());
    account.by_relay = Some(Box::new(by));
    assert_eq!(begin_text(&work(&account)).id, "cli-test-begin");
}
