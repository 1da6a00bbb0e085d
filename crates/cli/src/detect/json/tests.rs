use contract::{
    AccountKind, Evidence, EvidenceSource, Heard, Language, Login, Security, Server, Trust, UserName, Verdict,
};
use serde_json::json;
use wizard::{Brand, Candidate, Choice, Doubt, DoubtReason, Found};
use words::Words;

use super::asked;
use crate::say::Speaker;

fn choice(place: &str, kind: AccountKind, host: &str) -> Choice {
    let server = Server { host: host.to_owned(), port: 465, security: Security::Tls };
    let found = Found {
        address: "taro@example.jp".to_owned(),
        folded: false,
        suggestion: None,
        kind,
        name: Brand::same("Example"),
        provider: None,
        verdict: Verdict::Ready,
        submission: vec![Candidate { server, user_name: UserName::Address, trust: Trust::Table }],
        retrieval: Vec::new(),
        retrieval_user_name: None,
        logins: vec![Login::OAuth],
        preparation: None,
        webmail: true,
        way_out: None,
        stranger: None,
        evidence: Vec::new(),
        elapsed_ms: 210,
    };
    Choice { place: place.to_owned(), found }
}

#[test]
fn a_question_is_told_with_its_choices() {
    let evidence = Evidence {
        source: EvidenceSource::Mx,
        host: "mx1.pphosted.com".to_owned(),
        answer: Heard::Filter,
        detail: "Proofpoint".to_owned(),
        trust: Trust::Unproven,
        ms: 20,
    };
    let doubt = Doubt {
        reason: DoubtReason::Filter("Proofpoint".to_owned()),
        address: "taro@example.jp".to_owned(),
        choices: vec![
            choice("mail.google.com", AccountKind::GoogleWorkspace, "smtp.gmail.com"),
            choice("mail.example.jp", AccountKind::Unknown, "mail.example.jp"),
        ],
        evidence: vec![evidence],
    };
    let words = Words::new(Language::En);
    let told = serde_json::to_value(asked(&doubt, &Speaker::new(&words, true))).unwrap();
    let submission = |host: &str| {
        json!([{
            "host": host, "port": 465, "security": "tls", "username": "address", "logins": ["oauth"], "trust": "table",
        }])
    };
    let question = json!({ "reason": "filter", "filter": "Proofpoint", "choices": [
        {
            "kind": "google-workspace", "provider": "google", "name": "Example", "place": "mail.google.com",
            "webmail": "https://mail.google.com/", "verdict": "ready", "submission": submission("smtp.gmail.com"),
        },
        {
            "kind": "unknown", "provider": null, "name": "Example", "place": "mail.example.jp",
            "webmail": null, "verdict": "ready", "submission": submission("mail.example.jp"),
        },
    ]});
    assert_eq!(told["question"], question);
    assert_eq!(
        (&told["verdict"], &told["kind"], &told["submission"]),
        (&json!("unknown"), &json!("unknown"), &json!([]))
    );
    let line = json!({
        "source": "mx", "host": "mx1.pphosted.com", "answer": "filter", "detail": "Proofpoint", "trust": "unproven", "ms": 20,
    });
    assert_eq!((&told["evidence"], &told["elapsed_ms"]), (&json!([line]), &json!(210)));
    assert_eq!((&told["domain"], &told["domain_shown"]), (&json!("example.jp"), &json!("example.jp")));
    assert_eq!((&told["mixed_script"], &told["needs_smtputf8"]), (&json!(false), &json!(false)));
}
